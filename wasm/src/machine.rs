//! What exports and fetches have in common.

use netvisor_orders::exchange::{Input, NoReplyKind, Output, RequestId};
use netvisor_orders::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{BODY_MARK, thrown};

/// An export or a fetch that is under way. JavaScript owns the handle and must call `free()`, or leave that to the garbage
/// collector.
#[wasm_bindgen]
pub struct Machine(pub(crate) Box<dyn json::Machine>);

#[wasm_bindgen]
impl Machine {
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
