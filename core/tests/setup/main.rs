//! What a merchant is told before the first export: which rights to give, and whether everything is in order.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may read files, and stop"
)]

mod check;
mod host;
mod permissions;
mod trouble;
