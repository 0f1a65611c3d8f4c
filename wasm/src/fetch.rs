//! Fetches, rights and matching.

use netvisor_orders::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::machine::Machine;
use crate::settings::Settings;
use crate::thrown;

#[wasm_bindgen]
impl Machine {
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
