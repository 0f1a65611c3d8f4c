//! From "here are the orders" to "each is in Netvisor exactly once", over any host's HTTP.
//!
//! [`OrderExport`] decides what to send next and understands what comes back; the host signs each request, sends it, and keeps
//! a checkpoint. The named invariant is *one request in flight*: Netvisor wants one at a time per company (§4).
//!
//! 1. [`OrderExport::poll_output`] gives a request, a time to wait for, or the report.
//! 2. Where the request says so, store [`OrderExport::checkpoint`] before sending it.
//! 3. Sign it with a new stamp and send it; hand the answer, or that there was none, to [`OrderExport::handle_input`].
//!
//! ```
//! use netvisor_orders::exchange::{Input, NoReplyKind};
//! use netvisor_orders::export::{OrderExport, Output};
//! use netvisor_orders::Settings;
//!
//! # fn send(_: &netvisor_orders::Request) -> Option<(u16, Vec<u8>)> { None }
//! # fn store(_: &str) {}
//! # fn now() -> i64 { 1_767_323_045_000 }
//! # let mut rounds = 0;
//! let settings = Settings::default();
//! let order = br#"[{"number": "10234", "placed_at": "2026-01-02T05:04:05+02:00", "currency": "EUR",
//!     "prices_include_vat": true, "total": "25.50", "customer": {"number": "77", "kind": "consumer", "name": "Aino Aalto"},
//!     "billing": {"name": "Aino Aalto", "country": "FI"},
//!     "lines": [{"kind": "product", "sku": "P1", "name": "Paita", "quantity": "1", "unit_price": "25.50",
//!                "vat_percent": "25.5", "total": "25.50"}]}]"#;
//! let mut export = OrderExport::from_json(order, &settings)?;
//! let report = loop {
//!     match export.poll_output(now()) {
//!         Output::Send(outgoing) => {
//!             if outgoing.must_checkpoint {
//!                 store(&export.checkpoint());
//!             }
//!             let id = outgoing.id;
//!             match send(&outgoing.request) {
//!                 Some((status, body)) => export.handle_input(Input::Reply { id, status, body: &body })?,
//!                 None => export.handle_input(Input::NoReply { id, kind: NoReplyKind::NotConnected })?,
//!             }
//!         }
//!         Output::Wait { .. } => {
//!             store(&export.checkpoint()); // and sleep, or come back later
//!             break export.report();
//!         }
//!         Output::Done(report) => break report,
//!     }
//! };
//! assert!(!report.finished);
//! # Ok::<(), netvisor_orders::Error>(())
//! ```
//!
//! # What it promises
//!
//! - **Exactly one document for each order.** Every document carries the order's number in its private comment, by which it is
//!   told from somebody else's with the same number. After any outcome that leaves doubt (no answer, an error of the server,
//!   maintenance, an unreadable body, a killed process) it looks before it sends again, and again after a quarantine of
//!   `recovery.quarantine_minutes`, since what timed out may be carried out minutes later. With a document number of our own
//!   Netvisor itself refuses a second document (§6.11). With automatic numbering the quarantine is the only guard.
//! - **No payment twice.** Whether one is there is read off the document's open sum; where that fits none of the order's
//!   payments, nothing is sent.
//! - **No order keeps another from being exported**, but for a missing right or wrong keys, which every order would meet.
//! - **Few requests**: look-ups are made for all orders together.
//! - **Only what an export needs is asked of the merchant**: the resources `customerlist`, `customer`, `salesinvoicelist`,
//!   `salesinvoice`, `salespayment`, `productlist` and `product`; `getproduct` too where products are matched by EAN, since the
//!   list of products holds none.

mod advance;
mod agenda;
mod checkpoint;
mod entry;
mod found;
mod from_json;
mod look;
mod machine;
mod output;
mod registers;
mod replies;
mod report;
mod requests;
mod schedule;
mod stored_entry;

pub use machine::OrderExport;
pub use output::Output;
pub use report::{ExportedDocument, LinkedCustomer, OrderReport, Outcome, Payment, PaymentState, Progress, Report};
