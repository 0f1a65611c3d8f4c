//! What has become of the shop's documents: their states, what was billed, credited and deleted, and invoices as PDF.
//!
//! 1. The lists of orders and invoices (§3.11) are read page by page. Of orders that are billed, getorder.nv tells the
//!    invoices, and the list of invoices how they stand.
//! 2. Since a moment, invoices without our marker may have been made of our orders: getsalesinvoice.nv tells the orders, and
//!    those tell the shop's numbers. An invoice becomes overdue without being changed, so those are listed too.
//! 3. Credit notes name the invoices they credit (getsalesinvoice.nv, §3.12), which are looked up.
//! 4. The lists of what was deleted (§3.14), and the PDFs asked for.
//!
//! Everything after the lists is optional: where its right is missing, a note names it and the fetch goes on without.

mod document;
mod options;
mod position;
mod requests;
mod rights;
mod rows;
mod stage;
mod task;
mod work;

pub use document::{
    BilledInvoice, CreditNote, DeletedDocument, DocumentState, DocumentsBatch, DocumentsResult, InvoicePdf,
    ShopDocument,
};
pub use options::{DocumentsOptions, KnownDocument, SalesDocumentKind};
pub use task::Documents;
