//! The settings, which every module reads.

use netvisor_orders::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::thrown;

/// The merchant's settings. JavaScript owns the handle and must call `free()`, or leave that to the garbage collector.
#[wasm_bindgen]
pub struct Settings(pub(crate) netvisor_orders::Settings);

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
}
