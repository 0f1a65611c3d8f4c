//! The stateless operations as JSON text in, JSON text out: what the C ABI and the WASM build call, so that the shells
//! translate and decide nothing.
//!
//! Everything is UTF-8. Bodies of requests are kept out of the JSON ([`Preview::head_json`], [`SignedRequest::head_json`]):
//! they are the largest part, no signature covers them (§1.4), and a shell hands them over as they are.
//!
//! ```
//! let settings = netvisor_orders::json::settings(b"{}")?;
//! let refused = netvisor_orders::json::preview(b"{\"number\": 7}", &settings, b"{}").unwrap_err();
//! assert_eq!(refused.code().as_str(), "type_mismatch");
//! assert_eq!(refused.path(), "/number");
//! # Ok::<(), netvisor_orders::Error>(())
//! ```

#[cfg(feature = "fetch")]
mod fetch;
mod machine;
#[cfg(feature = "fetch")]
mod setup;
mod writer;

#[cfg(feature = "fetch")]
pub use fetch::{fetch, resume_fetch, resume_fetch_of};
pub use machine::{Counts, Json, Machine};
#[cfg(feature = "fetch")]
pub use setup::{match_customers, match_products, required_permissions};

use serde::Serialize;

use crate::{Connection, Error, Preview, Settings, SignedRequest, document, fault, shop, wire};

/// The version of this library, the same in every language.
#[must_use]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Reads an order in a shop's own format (`woocommerce`, `shopify`) or in the canonical one (`canonical`).
/// Returns `{"order": …, "warnings": […]}` with the canonical order.
///
/// # Errors
/// Everything that is wrong with the order, with pointers into the JSON given.
pub fn read_order(shop: &str, order: &[u8]) -> Result<String, Error> {
    let shop = shop::Shop::from_name(shop)?;
    Ok(to_text(&shop::read_order(shop, order)?))
}

/// Reads the merchant's settings; `{}` are the defaults.
///
/// # Errors
/// Unknown keys, values that are not permitted, and combinations that contradict one another.
pub fn settings(settings: &[u8]) -> Result<Settings, Error> {
    Settings::from_json(settings)
}

/// Reads a connection: base URL, credentials, language, MAC algorithm.
///
/// # Errors
/// Missing or unusable values. No message holds a key.
pub fn connection(connection: &[u8]) -> Result<Connection, Error> {
    Connection::from_json(connection)
}

/// Prepares the documents of a canonical order. `known` is `{}`, or holds the NetvisorKeys that earlier replies gave:
/// `{"customer_key": 8, "document_key": 12}`.
///
/// # Errors
/// Everything that is wrong with the order, or with `known`.
pub fn preview(order: &[u8], settings: &Settings, known: &[u8]) -> Result<Preview, Error> {
    let known = document::Known::from_json(known)?;
    let order = crate::Order::from_json(order).map_err(|error| error.in_language(settings.language()))?;
    document::preview(&order, settings, &known)
}

/// Signs a request given as JSON: `{"method", "resource", "query"}`, the body left out.
///
/// # Errors
/// A request that still awaits a key, a name or value that cannot be sent, a stamp out of range.
pub fn sign(
    connection: &Connection,
    request: &[u8],
    unix_ms: i64,
    transaction_id: &str,
) -> Result<SignedRequest, Error> {
    let request = wire::Request::from_json(request)?;
    let stamp = wire::Stamp::new(unix_ms, transaction_id)?;
    wire::sign(request, connection, &stamp)
}

/// Reads what Netvisor answered to a request for `resource` (such as `salesinvoice.nv`).
///
/// # Errors
/// A body that is not Netvisor's XML. A refusal is no error: it is read.
pub fn read_reply(resource: &str, http_status: u16, body: &[u8]) -> Result<String, Error> {
    Ok(to_text(&wire::read_reply(resource, http_status, body)?))
}

/// Every code a fault can have, as `tests/vectors/error-codes.json` lists them.
#[must_use]
pub fn error_codes() -> String {
    #[derive(Serialize)]
    struct Code {
        code: &'static str,
    }
    to_text(&fault::FaultCode::ALL.iter().map(|code| Code { code: code.as_str() }).collect::<Vec<_>>())
}

/// The value as JSON.
pub(crate) fn to_text(value: &impl Serialize) -> String {
    writer::written(value)
}
