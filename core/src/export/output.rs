use super::report::Report;
use crate::exchange;

/// What the host of an export is to do next.
pub type Output = exchange::Output<Report>;
