use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::order::Date;
use crate::strict_json::words;

/// What a plan of numbers comes to. What it means and what to do stands in the notes of the report.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NumbersResult {
    /// How many documents have been read.
    pub documents: u64,
    /// `None` until all of them have been, and where Netvisor gives the numbers.
    pub plan: Option<PlannedNumbers>,
}

/// Netvisor's numbers and the shop's, and how they go together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PlannedNumbers {
    /// The day everything is reckoned from, by Netvisor's clock.
    pub today: Date,
    /// How many documents have our marker.
    pub ours: usize,
    /// How many have not.
    pub others: usize,
    /// How many have no number, or one that cannot meet any of ours.
    pub without_number: u64,
    /// The lowest number there is.
    pub lowest: Option<u64>,
    /// The highest. Netvisor gives the next one to what is made by hand.
    pub highest: Option<u64>,
    /// The numbers that are there, at most 20 ranges: smaller gaps are passed over.
    pub ranges: Vec<NumberRange>,
    /// Numbers of others that grow today: somebody invoices by hand, or another system does.
    pub growing: Vec<GrowingNumbers>,
    /// Numbers of others at or above `numbering.manual_from`; `None` where that is not set.
    pub manual: Option<ManualNumbers>,
    /// How many numbers the shop takes a day.
    #[serde(serialize_with = "optional_decimal")]
    pub per_day: Option<Decimal>,
    /// Where that comes from.
    pub per_day_from: Option<PaceSource>,
    /// What comes of the settings as they are.
    pub present: Prospect,
    /// Settings that keep the numbers apart, the present ones if they do; `None` where no offset does.
    pub proposed: Option<ProposedNumbering>,
}

/// A range of numbers that are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NumberRange {
    /// The lowest.
    pub from: u64,
    /// The highest.
    pub to: u64,
    /// How many documents.
    pub count: usize,
    /// How many of them have our marker.
    pub ours: usize,
    /// How many have not.
    pub others: usize,
    /// The date of the earliest.
    pub first_date: Option<Date>,
    /// The date of the latest.
    pub last_date: Option<Date>,
}

/// Numbers of others that grow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GrowingNumbers {
    /// The lowest of the run.
    pub from: u64,
    /// The highest.
    pub to: u64,
    /// How many numbers a day it has grown over the last 90 days, rounded up to two decimals.
    #[serde(serialize_with = "decimal")]
    pub per_day: Decimal,
}

/// What lies in the range left to documents made by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ManualNumbers {
    /// Where the range begins.
    pub from: u64,
    /// How many documents of others lie in it. Netvisor numbers there as soon as there is one.
    pub count: usize,
    /// Their lowest number.
    pub lowest: Option<u64>,
    /// Their highest.
    pub highest: Option<u64>,
}

words! {
    /// Where the shop's pace comes from.
    pub enum PaceSource {
        /// The options.
        Option = "option",
        /// The dates of the shop's documents in Netvisor.
        Documents = "documents",
    }
}

/// What comes of settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Prospect {
    /// `numbering.offset`.
    pub offset: u64,
    /// `numbering.manual_from`.
    pub manual_from: Option<u64>,
    /// The number of the shop's next document.
    pub first_number: u64,
    /// Whether the numbers last as long as they have to; `None` where that takes a pace that is not known.
    pub works: Option<bool>,
    /// The first of the shop's coming numbers that another document has.
    pub collides_at: Option<u64>,
    /// When the shop comes to it.
    pub collides_on: Option<Date>,
    /// The last number the shop may use: below `manual_from`, and of 15 digits at most.
    pub last_number: u64,
    /// When the shop comes to the number after it.
    pub ends_on: Option<Date>,
    /// The first of the shop's coming numbers, if others come to it from below.
    pub overtaken_at: Option<u64>,
    /// When they do.
    pub overtaken_on: Option<Date>,
}

/// Settings that keep the numbers apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProposedNumbering {
    /// `numbering.offset`.
    pub offset: u64,
    /// `numbering.manual_from`.
    pub manual_from: u64,
    /// The number of the shop's next document then.
    pub first_number: u64,
    /// Until when the numbers last at the shop's pace; `None` where that is not known, or after the year 9999.
    pub lasts_until: Option<Date>,
}

fn decimal<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&value.normalize())
}

fn optional_decimal<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => decimal(value, serializer),
        None => serializer.serialize_none(),
    }
}
