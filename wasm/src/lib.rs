//! The JSON operations of `netvisor-orders` for the npm package, through wasm-bindgen.
//!
//! The package has two modules made of this crate, each by the feature of its name, so that a shop which only sends orders need
//! not load what reads Netvisor's registers: `orders` for documents, signing, replies and exports; `fetch` for fetches,
//! rights and matching. Each has its own memory: a handle of one means nothing to the other.
//!
//! Not a JavaScript API by itself: `js/src/` puts objects, types and error classes around it. What crosses the boundary is
//! kept to one text each way, since every crossing copies:
//! - inputs are JSON in UTF-8;
//! - results are JSON; bodies of documents follow it, each after a NUL. Neither JSON text nor XML 1.0 can hold a NUL, so
//!   JavaScript splits there and no body is escaped and unescaped again;
//! - a failure is thrown as the text of the error's JSON.

#[cfg(feature = "fetch")]
pub mod fetch;
pub mod machine;
#[cfg(feature = "orders")]
pub mod orders;
pub mod settings;

use netvisor_orders::Error;

/// Stands before each body that follows a JSON text.
const BODY_MARK: char = '\0';

fn thrown(error: Error) -> String {
    error.to_json()
}
