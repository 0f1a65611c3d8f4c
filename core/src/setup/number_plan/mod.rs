//! The numbers of Netvisor's documents and the shop's: whether they meet, and what keeps them apart (§6.11).
//!
//! The whole list is read once. The shop takes number after number from its next one on, `per_day` of them; that is also
//! how numbers and days are turned into one another, rounded down to the day. Numbers that others give today are taken to
//! go on growing at their present pace.

mod book;
mod findings;
mod growth;
mod options;
mod plan;
mod ranges;
mod result;
mod task;

pub use options::NumberPlanOptions;
pub use result::{
    GrowingNumbers, ManualNumbers, NumberRange, NumbersResult, PaceSource, PlannedNumbers, ProposedNumbering, Prospect,
};
pub use task::Numbers;

#[cfg(test)]
mod tests;
