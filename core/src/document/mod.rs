//! Turns an order into Netvisor's documents by the merchant's settings.

mod address;
mod amounts;
pub(crate) mod business_id;
mod customer;
mod known;
mod line;
mod marker;
mod notes;
mod number;
mod preview;
mod product;
pub(crate) mod reference_number;
mod sales_invoice;
mod sales_payment;
pub(crate) mod step;
mod vat;

pub use known::Known;
pub use preview::{Document, DocumentType, Preview, When, preview};

pub(crate) use customer::Buyer;
pub(crate) use known::{Findings, FoundCustomer};
pub(crate) use marker::{marked_number, marker};
#[cfg(feature = "fetch")]
pub(crate) use notes::one_line;
#[cfg(feature = "fetch")]
pub(crate) use number::MAX_NUMBER;
pub(crate) use product::LinkedProduct;
