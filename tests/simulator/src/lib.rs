#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod authentication;
mod config;
mod decimal;
mod fetch;
mod import;
mod reference_number;
mod reply;
mod request;
mod resource;
mod schema;
#[cfg(feature = "server")]
pub mod server;
mod simulator;
mod state;
mod vat;
mod xml;

pub use config::{Clock, Config};
pub use request::{Request, Response};
pub use resource::Resource;
pub use simulator::Simulator;
pub use state::{CustomerCard, ProductCard};
