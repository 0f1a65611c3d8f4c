//! What a shop wants to know from Netvisor, fetched step by step over any host's HTTP.
//!
//! A [`Fetch`] is driven as an [`OrderExport`](crate::OrderExport) is: one request in flight, waits, checkpoints. What it has
//! fetched it hands out in batches on the way and does not keep, so that memory and checkpoints stay small. **A batch is handed
//! out at least once**: keep it by its NetvisorKeys, then store the checkpoint; one stored before has it handed out again.
//!
//! Every request is a GET that changes nothing, so whatever had no certain answer is asked again.
//!
//! ```
//! use netvisor_orders::exchange::{Input, NoReplyKind, Output};
//! use netvisor_orders::fetch::StockFetch;
//! use netvisor_orders::Settings;
//!
//! # fn send(_: &netvisor_orders::Request) -> Option<(u16, Vec<u8>)> {
//! #     Some((200, b"<Root><ResponseStatus><Status>OK</Status><TimeStamp>15.1.2026 12:00:00</TimeStamp></ResponseStatus>\
//! #         <InventoryByWarehouse><Product><NetvisorKey>7</NetvisorKey><Code>P1</Code><TotalAmount>3,0</TotalAmount></Product>\
//! #         </InventoryByWarehouse></Root>".to_vec()))
//! # }
//! # fn store(_: &str) {}
//! # fn now() -> i64 { 1_768_471_200_000 }
//! let mut stock = StockFetch::from_json(b"{}", &Settings::default())?;
//! let mut quantities = Vec::new();
//! let report = loop {
//!     match stock.poll_output(now()) {
//!         Output::Send(outgoing) => stock.handle_input(match send(&outgoing.request) {
//!             Some((status, ref body)) => Input::Reply { id: outgoing.id, status, body },
//!             None => Input::NoReply { id: outgoing.id, kind: NoReplyKind::Timeout },
//!         })?,
//!         Output::Batch(batch) => {
//!             quantities.extend(batch.products.into_iter().map(|product| (product.netvisor_key, product.quantity)));
//!             store(&stock.checkpoint());
//!         }
//!         Output::Wait { .. } => break stock.report(), // and sleep, or resume the checkpoint later
//!         Output::Done(report) => break report,
//!     }
//! };
//! assert!(report.finished);
//! assert_eq!(quantities, [(7, "3.0".parse()?)]);
//! assert_eq!(report.result.cursor.as_deref(), Some("2026-01-15T11:50:00")); // what has changed since comes next time
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod catalogue;
mod changed_since;
mod checkpoint;
mod documents;
mod engine;
mod stock;
mod task;

pub use catalogue::{
    Catalogue, CatalogueBatch, CatalogueGroup, CatalogueImage, CatalogueOptions, CatalogueProduct, CatalogueResult,
    CatalogueSource, CatalogueVariant, GroupOfProduct, ProductLanguage,
};
pub use changed_since::ChangedSince;
pub use documents::{
    BilledInvoice, CreditNote, DeletedDocument, DocumentState, Documents, DocumentsBatch, DocumentsOptions,
    DocumentsResult, InvoicePdf, KnownDocument, SalesDocumentKind, ShopDocument,
};
pub use engine::{Fetch, Progress, Report};
pub use stock::{Reserved, Stock, StockBatch, StockOptions, StockProduct, StockResult, StockWarehouse};
pub use task::{Failure, Step, Task};

pub(crate) use changed_since::last_sunday;
pub(crate) use checkpoint::{checkpoint_invalid, stored_kind};
pub(crate) use engine::kind_unknown;
pub(crate) use task::sealed;

/// Fetches how much there is of each product.
pub type StockFetch = Fetch<Stock>;

/// Fetches products with their groups and images.
pub type CatalogueFetch = Fetch<Catalogue>;

/// Fetches what has become of the shop's documents.
pub type DocumentFetch = Fetch<Documents>;
