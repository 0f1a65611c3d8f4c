//! Which customer of the shop is which in Netvisor, and which products are there: found where it is certain, never guessed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may read clocks and files, and stop"
)]

mod bad_input;
mod csv;
mod customers;
mod linear;
mod never_guessed;
mod products;

use netvisor_orders::json;
use serde_json::{Value, json};

/// The answer for customers, as JSON.
fn customers(shop: &Value, netvisor: &Value, options: &Value) -> Value {
    let answer = json::match_customers(text(shop).as_bytes(), text(netvisor).as_bytes(), text(options).as_bytes());
    serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{error}"))).unwrap()
}

/// The answer for products, as JSON.
fn products(shop: &Value, netvisor: &Value) -> Value {
    let answer = json::match_products(text(shop).as_bytes(), text(netvisor).as_bytes(), b"");
    serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{error}"))).unwrap()
}

fn text(value: &Value) -> String {
    value.to_string()
}

/// An object with more fields.
fn with(mut object: Value, fields: Value) -> Value {
    let fields = fields.as_object().unwrap().clone();
    object.as_object_mut().unwrap().extend(fields);
    object
}

/// A shop's customer `s1`.
fn shop_customer(fields: Value) -> Value {
    with(json!({ "id": "s1", "name": "" }), fields)
}

/// The card 8 with the code `1008`.
fn card(fields: Value) -> Value {
    with(json!({ "netvisor_key": 8, "code": "1008", "name": "" }), fields)
}
