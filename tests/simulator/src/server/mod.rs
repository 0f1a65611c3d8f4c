//! The simulator behind HTTP.

mod connection;
mod control;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request as HttpRequest, State as Shared};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::Response as HttpResponse;
use tokio::net::TcpListener;
use tokio::time::sleep;

use self::connection::{Connections, Line};
use crate::reply::Failure;
use crate::{Config, Exchange, Request, Response, Silence, Simulator};

/// No import comes near it; attachments are limited by Netvisor as well.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// How long a client waits for an answer that never comes, before the connection is reset, unless said otherwise.
const LOST_ANSWER: Duration = Duration::from_secs(60);

struct Server {
    base_url: String,
    company: Mutex<Company>,
}

/// The company and what surrounds it.
struct Company {
    config: Config,
    simulator: Simulator,
    /// How long a connection is held whose answer is lost.
    lost_answer: Duration,
    /// Whether a request is being worked on: Netvisor wants one at a time (§4).
    working: bool,
    /// How many requests came while another was being worked on.
    overlaps: u64,
}

impl Company {
    fn new(config: Config) -> Self {
        let simulator = Simulator::new(config.clone());
        Self { config, simulator, lost_answer: LOST_ANSWER, working: false, overlaps: 0 }
    }
}

impl Server {
    fn company(&self) -> MutexGuard<'_, Company> {
        // A panic in one request leaves nothing half done that the next could not live with.
        self.company.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers requests that reach `listener` until the task ends. The base URL of `config` is replaced by the listener's.
///
/// Planned faults are real here: a slow answer takes its time, a lost one never comes, and a connection is reset. For what
/// there is besides the resources of Netvisor, see the control requests in the README.
///
/// # Errors
/// When the listener fails.
pub async fn serve(listener: TcpListener, config: Config) -> io::Result<()> {
    let base_url = format!("http://{}", listener.local_addr()?);
    let company = Mutex::new(Company::new(Config { base_url: base_url.clone(), ..config }));
    let router = Router::new().fallback(answer).with_state(Arc::new(Server { base_url, company }));
    axum::serve(Connections(listener), router.into_make_service_with_connect_info::<Line>()).await
}

async fn answer(
    Shared(server): Shared<Arc<Server>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: HttpRequest,
) -> HttpResponse {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return http_response(control::refusal(413, "body too large"));
    };
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    if path.starts_with("/_") {
        return http_response(control::answer(&mut server.company(), head.method.as_str(), path, &body));
    }
    let request = received(&head, format!("{}{path}", server.base_url), body.to_vec());
    match exchange(&server, &request) {
        Exchange::Answered { response, after_ms: 0 } => http_response(response),
        Exchange::Answered { response, after_ms } => {
            let _working = Working(server);
            sleep(Duration::from_millis(after_ms)).await;
            http_response(response)
        }
        Exchange::Unanswered(silence) => {
            if silence == Silence::Timeout {
                let held = server.company().lost_answer;
                sleep(held).await;
            }
            line.reset()
        }
    }
}

/// Carries a request out, unless another is being worked on.
fn exchange(server: &Server, request: &Request) -> Exchange {
    let mut company = server.company();
    if company.working {
        company.overlaps += 1;
        return Exchange::Answered { response: company.simulator.refuse(request, Failure::overlap()), after_ms: 0 };
    }
    let exchange = company.simulator.exchange(request);
    company.working = matches!(exchange, Exchange::Answered { after_ms: 1.., .. });
    exchange
}

/// A request is worked on until this goes: when its answer is ready, or when the client no longer waits for it.
struct Working(Arc<Server>);

impl Drop for Working {
    fn drop(&mut self) {
        self.0.company().working = false;
    }
}

fn received(head: &Parts, url: String, body: Vec<u8>) -> Request {
    let headers = head.headers.iter().map(|(name, value)| {
        let value = value.as_bytes().iter().map(|&byte| char::from(byte)).collect();
        (name.as_str().to_owned(), value)
    });
    Request { method: head.method.as_str().to_owned(), url, headers: headers.collect(), body }
}

fn http_response(response: Response) -> HttpResponse {
    HttpResponse::builder()
        .status(response.status)
        .header(CONTENT_TYPE, response.content_type)
        .body(Body::from(response.body))
        .unwrap_or_default()
}
