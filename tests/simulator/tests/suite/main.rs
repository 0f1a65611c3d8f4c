//! The simulator seen from outside: signed requests in, replies and state out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper that fails is a test that fails")]

mod access;
mod authentication;
mod books;
mod cards;
mod catalogue;
mod documents;
mod faults;
mod fetch;
#[cfg(feature = "server")]
mod http;
#[cfg(feature = "server")]
mod http_faults;
#[cfg(feature = "server")]
mod http_set_up;
mod messages;
mod order_of_elements;
mod payments;
mod products;
mod sales_invoice_lines;
mod sales_invoices;
#[cfg(feature = "server")]
mod server;
mod stock;
mod support;
