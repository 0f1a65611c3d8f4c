//! The JSON operations of `netvisor-orders` for the npm package, through wasm-bindgen.
//!
//! Not a JavaScript API by itself: `js/src/` puts objects, types and error classes around it. What crosses the boundary is
//! kept to one text each way, since every crossing copies:
//! - inputs are JSON in UTF-8;
//! - results are JSON; bodies of documents follow it, each after a NUL. Neither JSON text nor XML 1.0 can hold a NUL, so
//!   JavaScript splits there and no body is escaped and unescaped again;
//! - a failure is thrown as the text of the error's JSON.

use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

use netvisor_orders::exchange::{Input, NoReplyKind, Output, RequestId};
use netvisor_orders::{Error, OrderExport, json};

/// Stands before each body that follows a JSON text.
const BODY_MARK: char = '\0';

/// The version of the library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    json::version().to_owned()
}

/// Reads an order in a shop's own format. Returns `{"order": …, "warnings": […]}`.
///
/// # Errors
/// The error's JSON.
#[wasm_bindgen(js_name = readOrder)]
pub fn read_order(shop: &str, order: &[u8]) -> Result<String, String> {
    json::read_order(shop, order).map_err(thrown)
}

/// The merchant's settings. JavaScript owns the handle and must call `free()`, or leave that to the garbage collector.
#[wasm_bindgen]
pub struct Settings(netvisor_orders::Settings);

#[wasm_bindgen]
impl Settings {
    /// Reads settings; `{}` are the defaults.
    ///
    /// # Errors
    /// The error's JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &[u8]) -> Result<Settings, String> {
        json::settings(settings).map(Self).map_err(thrown)
    }

    /// Prepares the documents of a canonical order: the preview's JSON, then each document's body.
    ///
    /// # Errors
    /// The error's JSON.
    pub fn preview(&self, order: &[u8], known: &[u8]) -> Result<String, String> {
        let preview = json::preview(order, &self.0, known).map_err(thrown)?;
        let bodies = || preview.documents.iter().map(|document| document.request.body.as_deref().unwrap_or_default());
        let mut text = preview.head_json();
        text.reserve_exact(bodies().map(|body| BODY_MARK.len_utf8() + body.len()).sum());
        for body in bodies() {
            text.push(BODY_MARK);
            text.push_str(body);
        }
        Ok(text)
    }
}

/// A connection with its secrets. JavaScript owns the handle and must call `free()`, which wipes them, or leave that to
/// the garbage collector.
#[wasm_bindgen]
pub struct Connection(netvisor_orders::Connection);

#[wasm_bindgen]
impl Connection {
    /// Reads a connection. The text is wiped from this module's memory afterwards, as it holds the keys.
    ///
    /// # Errors
    /// The error's JSON, which holds no key.
    #[wasm_bindgen(constructor)]
    pub fn new(connection: Vec<u8>) -> Result<Connection, String> {
        json::connection(&Zeroizing::new(connection)).map(Self).map_err(thrown)
    }

    /// Signs a request given without its body. Returns `{"method", "url", "headers"}`.
    ///
    /// `unix_ms` is a whole number: an f64 holds every one up to 2^53, and spares the caller a BigInt.
    ///
    /// # Errors
    /// The error's JSON.
    pub fn sign(&self, request: &[u8], unix_ms: f64, transaction_id: &str) -> Result<String, String> {
        let signed = json::sign(&self.0, request, unix_ms as i64, transaction_id).map_err(thrown)?;
        Ok(signed.head_json())
    }
}

/// An export or a fetch that is under way. JavaScript owns the handle and must call `free()`, or leave that to the garbage
/// collector.
#[wasm_bindgen]
pub struct Machine(Box<dyn json::Machine>);

#[wasm_bindgen]
impl Machine {
    /// Begins an export of canonical orders, a JSON array.
    ///
    /// # Errors
    /// The error's JSON.
    #[wasm_bindgen(js_name = orderExport)]
    pub fn order_export(orders: &[u8], settings: &Settings) -> Result<Machine, String> {
        let export = OrderExport::from_json(orders, &settings.0).map_err(thrown)?;
        Ok(Self(Box::new(export)))
    }

    /// Goes on with an export from its checkpoint.
    ///
    /// # Errors
    /// The error's JSON.
    #[wasm_bindgen(js_name = resumeOrderExport)]
    pub fn resume_order_export(checkpoint: &str, settings: &Settings) -> Result<Machine, String> {
        Ok(Self(Box::new(OrderExport::resume(checkpoint, &settings.0).map_err(thrown)?)))
    }

    /// Begins a fetch of a kind, with its options as JSON.
    ///
    /// # Errors
    /// The error's JSON.
    pub fn fetch(kind: &str, options: &[u8], settings: &Settings) -> Result<Machine, String> {
        json::fetch(kind, options, &settings.0).map(Self).map_err(thrown)
    }

    /// Goes on with a fetch of a kind from its checkpoint.
    ///
    /// # Errors
    /// The error's JSON.
    #[wasm_bindgen(js_name = resumeFetch)]
    pub fn resume_fetch(kind: &str, checkpoint: &str, settings: &Settings) -> Result<Machine, String> {
        json::resume_fetch_of(kind, checkpoint, &settings.0).map(Self).map_err(thrown)
    }

    /// What to do next: the output's JSON, then the body of a request that has one.
    #[wasm_bindgen(js_name = pollOutput)]
    pub fn poll_output(&mut self, now: f64) -> String {
        let output = self.0.poll_output(now as i64);
        let mut text = output.head_json();
        if let Output::Send(outgoing) = output
            && let Some(body) = outgoing.request.body
        {
            text.push(BODY_MARK);
            text.push_str(&body);
        }
        text
    }

    /// Hands in the answer to a request.
    ///
    /// # Errors
    /// The error's JSON.
    #[wasm_bindgen(js_name = handleReply)]
    pub fn handle_reply(&mut self, id: f64, status: u16, body: &[u8]) -> Result<(), String> {
        self.0.handle_input(Input::Reply { id: RequestId(id as u64), status, body }).map_err(thrown)
    }

    /// Says that a request has no answer: `timeout`, `connection_lost` or `not_connected`. Any other word is taken for the
    /// first, which claims least.
    ///
    /// # Errors
    /// The error's JSON.
    #[wasm_bindgen(js_name = handleNoReply)]
    pub fn handle_no_reply(&mut self, id: f64, kind: &str) -> Result<(), String> {
        let kind = NoReplyKind::from_name(kind).unwrap_or(NoReplyKind::Timeout);
        self.0.handle_input(Input::NoReply { id: RequestId(id as u64), kind }).map_err(thrown)
    }

    /// It as text, to be stored as it is.
    pub fn checkpoint(&self) -> String {
        self.0.checkpoint()
    }

    /// How far it has come, as JSON.
    pub fn progress(&self) -> String {
        self.0.progress()
    }

    /// What has become of it so far, as JSON.
    pub fn report(&self) -> String {
        self.0.report()
    }
}

/// Reads what Netvisor answered to a request for `resource`. Returns the reply's JSON.
///
/// # Errors
/// The error's JSON.
#[wasm_bindgen(js_name = readReply)]
pub fn read_reply(resource: &str, http_status: u16, body: &[u8]) -> Result<String, String> {
    json::read_reply(resource, http_status, body).map_err(thrown)
}

/// Lists the rights that settings and features need. Returns `{"permissions", "prerequisites"}`.
///
/// # Errors
/// The error's JSON.
#[wasm_bindgen(js_name = requiredPermissions)]
pub fn required_permissions(settings: &Settings, features: &[u8]) -> Result<String, String> {
    json::required_permissions(&settings.0, features).map_err(thrown)
}

/// Proposes which customers of the shop are which in Netvisor.
///
/// # Errors
/// The error's JSON.
#[wasm_bindgen(js_name = matchCustomers)]
pub fn match_customers(shop: &[u8], netvisor: &[u8], options: &[u8]) -> Result<String, String> {
    json::match_customers(shop, netvisor, options).map_err(thrown)
}

/// Compares the shop's products with Netvisor's.
///
/// # Errors
/// The error's JSON.
#[wasm_bindgen(js_name = matchProducts)]
pub fn match_products(shop: &[u8], netvisor: &[u8], options: &[u8]) -> Result<String, String> {
    json::match_products(shop, netvisor, options).map_err(thrown)
}

fn thrown(error: Error) -> String {
    error.to_json()
}
