//! Replies as Netvisor words them, and as nobody should: §3 and §4 of the reference, in bodies written for these tests.

// Helpers of tests may panic, and one test measures time.
#![allow(clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod catalogue;
mod counting;
mod documents;
mod envelope;
mod hostile;
mod lists;
mod memory;
mod sample;
mod simulator;

use netvisor_orders::json;
use sample::{customer_list, ok};
use serde_json::Value;

/// A refusal with this second status.
fn failed(status: &str) -> String {
    format!(
        "<Root><ResponseStatus><Status>FAILED</Status><Status>{status}</Status>\
         <TimeStamp>05.01.2026 09:07:03</TimeStamp></ResponseStatus></Root>"
    )
}

/// What a binding gets.
fn read(resource: &str, body: impl AsRef<[u8]>) -> Value {
    match json::read_reply(resource, 200, body.as_ref()) {
        Ok(text) => serde_json::from_str(&text).expect("a reply is JSON"),
        Err(error) => panic!("{error}"),
    }
}

/// The code of the error.
fn error(resource: &str, body: impl AsRef<[u8]>) -> &'static str {
    match json::read_reply(resource, 502, body.as_ref()) {
        Ok(text) => panic!("read: {text}"),
        Err(error) => {
            assert_eq!(error.kind().as_str(), "reply");
            error.code().as_str()
        }
    }
}
