//! Exports and replies.

use netvisor_orders::{OrderExport, json};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::machine::Machine;
use crate::settings::Settings;
use crate::thrown;

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
}

/// Reads what Netvisor answered to a request for `resource`. Returns the reply's JSON.
///
/// # Errors
/// The error's JSON.
#[wasm_bindgen(js_name = readReply)]
pub fn read_reply(resource: &str, http_status: u16, body: &[u8]) -> Result<String, String> {
    json::read_reply(resource, http_status, body).map_err(thrown)
}
