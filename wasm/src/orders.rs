//! Orders, their documents, and signing.

use netvisor_orders::json;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

use crate::settings::Settings;
use crate::{BODY_MARK, thrown};

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

#[wasm_bindgen]
impl Settings {
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
