//! The shop's order in one canonical form, whatever shop it came from.
//!
//! In JSON: snake_case names, money as strings (`"129.90"`), unknown fields refused. Its JSON Schema is
//! `core/schema/order.schema.json`. An input may have at most 8 MiB, 5,000 lines and 10,000 characters a text.

mod check;
mod codes;
mod date;
mod line;
mod model;
mod number;

pub use codes::{Country, CountryGroup, Currency};
pub use date::{Date, PlacedAt};
pub use line::{Line, LineKind, PricedLine};
pub use model::{Address, BuyerKind, Customer, Order, OrderFields, Payment};
pub use number::{Money, Percent, Quantity, UnitPrice};

#[cfg(feature = "schema")]
pub(crate) use check::LineFields;
pub(crate) use date::read_local_time;
