//! Turns webshop orders into Netvisor XML documents and signed headers, decides what to send, and reads the answers.
//!
//! The crate performs no I/O: it opens no sockets or files, reads no clock and draws no random numbers. The host hands
//! in time and transaction ids and does its own HTTP.
//!
//! The modules follow an order on its way: [`shop`] reads what the shop sent into an [`order`], [`document`] turns it into
//! Netvisor's documents by the merchant's [`settings`], and [`wire`] signs them and reads the replies. [`export`] decides what
//! to send when, and after any doubt looks before it sends again. [`setup`] answers what a merchant asks before the first
//! export. [`json`] offers the same operations on JSON text, for bindings.
//!
//! [`fetch`], [`setup`] and their parts of [`json`] belong to the feature `fetch`, which is on by default: a program that only
//! sends orders is smaller without it.
//!
//! Section marks (§) cite the reference of Netvisor's interface this library is built on.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(feature = "fetch"),
    allow(rustdoc::broken_intra_doc_links, reason = "the text above is of the whole crate")
)]

pub mod document;
pub mod exchange;
pub mod export;
mod fault;
#[cfg(feature = "fetch")]
pub mod fetch;
pub mod json;
pub mod order;
#[cfg(feature = "schema")]
pub mod schema;
pub mod settings;
#[cfg(feature = "fetch")]
pub mod setup;
pub mod shop;
mod strict_json;
pub mod wire;

pub use document::{Known, Preview, preview};
pub use export::OrderExport;
pub use fault::{Error, ErrorKind, Fault, FaultCode, Language};
pub use order::Order;
pub use settings::Settings;
pub use shop::{Shop, read_order};
pub use wire::{Connection, Request, SignedRequest, Stamp, read_reply, sign};
