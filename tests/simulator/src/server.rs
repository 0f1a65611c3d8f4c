//! The simulator behind HTTP.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request as HttpRequest, State as Shared};
use axum::http::{Method, StatusCode, header::CONTENT_TYPE};
use axum::response::Response as HttpResponse;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::{Config, CustomerCard, ProductCard, Request, Resource, Response, Simulator};

/// No import comes near it; attachments are limited by Netvisor as well.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

struct Server {
    base_url: String,
    simulator: Mutex<Simulator>,
}

/// Answers requests that reach `listener` until the task ends. The base URL of `config` is replaced by the listener's.
///
/// Besides the resources of Netvisor there are `GET /_state`, which shows [`Simulator::state_json`], and
/// `POST /_customers`, `/_products` and `/_permissions`, which take JSON.
///
/// # Errors
/// When the listener fails.
pub async fn serve(listener: TcpListener, config: Config) -> io::Result<()> {
    let base_url = format!("http://{}", listener.local_addr()?);
    let simulator = Mutex::new(Simulator::new(Config { base_url: base_url.clone(), ..config }));
    let router = Router::new().fallback(answer).with_state(Arc::new(Server { base_url, simulator }));
    axum::serve(listener, router).await
}

async fn answer(Shared(server): Shared<Arc<Server>>, request: HttpRequest) -> HttpResponse {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return http_response(refusal(StatusCode::PAYLOAD_TOO_LARGE, "body too large"));
    };
    // A panic in one request leaves nothing half done that the next could not live with.
    let mut simulator = server.simulator.lock().unwrap_or_else(PoisonError::into_inner);
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    if path.starts_with("/_") {
        return http_response(control(&mut simulator, &head.method, path, &body));
    }
    let headers = head.headers.iter().map(|(name, value)| {
        let value = value.as_bytes().iter().map(|&byte| char::from(byte)).collect();
        (name.as_str().to_owned(), value)
    });
    let request = Request {
        method: head.method.as_str().to_owned(),
        url: format!("{}{path}", server.base_url),
        headers: headers.collect(),
        body: body.to_vec(),
    };
    http_response(simulator.handle(&request))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Permission {
    resource: String,
    allowed: bool,
}

/// What is there for tests alone, and needs no signature.
fn control(simulator: &mut Simulator, method: &Method, path: &str, body: &[u8]) -> Response {
    match (method, path) {
        (&Method::GET, "/_state") => json_response(&simulator.state_json()),
        (&Method::POST, "/_customers") => match serde_json::from_slice::<CustomerCard>(body) {
            Ok(card) => json_response(&json!({"netvisor_key": simulator.add_customer(&card)})),
            Err(error) => refusal(StatusCode::BAD_REQUEST, &error.to_string()),
        },
        (&Method::POST, "/_products") => match serde_json::from_slice::<ProductCard>(body) {
            Ok(card) => json_response(&json!({"netvisor_key": simulator.add_product(&card)})),
            Err(error) => refusal(StatusCode::BAD_REQUEST, &error.to_string()),
        },
        (&Method::POST, "/_permissions") => set_permission(simulator, body),
        _ => refusal(StatusCode::NOT_FOUND, "no such control"),
    }
}

fn set_permission(simulator: &mut Simulator, body: &[u8]) -> Response {
    let permission: Permission = match serde_json::from_slice(body) {
        Ok(permission) => permission,
        Err(error) => return refusal(StatusCode::BAD_REQUEST, &error.to_string()),
    };
    let Some(resource) = Resource::named(&permission.resource) else {
        return refusal(StatusCode::BAD_REQUEST, "no such resource");
    };
    simulator.set_permission(resource, permission.allowed);
    json_response(&json!({"resource": resource.name(), "allowed": permission.allowed}))
}

fn json_response(value: &Value) -> Response {
    Response { status: 200, content_type: "application/json".to_owned(), body: value.to_string().into_bytes() }
}

fn refusal(status: StatusCode, error: &str) -> Response {
    Response { status: status.as_u16(), ..json_response(&json!({"error": error})) }
}

fn http_response(response: Response) -> HttpResponse {
    HttpResponse::builder()
        .status(response.status)
        .header(CONTENT_TYPE, response.content_type)
        .body(Body::from(response.body))
        .unwrap_or_default()
}
