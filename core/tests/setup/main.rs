//! What a merchant is told before the first export: which rights to give, and whether everything is in order.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod check;
mod host;
mod permissions;
mod trouble;
