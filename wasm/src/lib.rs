//! The JSON operations of `netvisor-orders` for the npm package, through wasm-bindgen.
//!
//! The package has three modules made of this crate, each by the feature of its name, so that nobody loads what others need:
//! `orders` for orders, their documents and signing, compiled for speed; `export` for exports and replies, and `fetch` for
//! fetches, rights and matching, both compiled for size, since what they do waits for Netvisor. Each has its own memory: a
//! handle of one means nothing to the others.
//!
//! Not a JavaScript API by itself: `js/src/` puts objects, types and error classes around it. What crosses the boundary is
//! kept to one text each way, since every crossing copies:
//! - inputs are JSON in UTF-8;
//! - results are JSON; bodies of documents follow it, each after a NUL. Neither JSON text nor XML 1.0 can hold a NUL, so
//!   JavaScript splits there and no body is escaped and unescaped again;
//! - a failure is thrown as the text of the error's JSON.

#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "fetch")]
pub mod fetch;
#[cfg(any(feature = "export", feature = "fetch"))]
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
