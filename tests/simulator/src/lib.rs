#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod authentication;
mod base64;
mod config;
mod decimal;
mod exchange;
mod fault;
mod fetch;
mod import;
mod late;
mod reference_number;
mod reply;
mod request;
mod resource;
mod schema;
#[cfg(feature = "server")]
pub mod server;
mod set_up;
mod simulator;
mod state;
mod vat;
mod xml;

/// The decimal of the money in [`BookedDocument`].
pub use rust_decimal::Decimal;

/// The day of [`Simulator::lock_period`] and [`BookedDocument`].
pub use chrono::NaiveDate;

pub use config::{Clock, Config};
pub use exchange::{Exchange, Silence};
pub use fault::{Charset, Fault, FaultsBySeed, GatewayError, MaintenanceSpelling, When};
pub use late::LateRequest;
pub use request::{Request, Response};
pub use resource::Resource;
pub use simulator::Simulator;
pub use state::{
    BookedDocument, BookedPayment, CustomerCard, DocumentCard, DocumentChange, DocumentKind, ImageCard, Made,
    ProductCard, ProductChange, ProductGroupCard, StockCard, SubProduct, Translations,
};
