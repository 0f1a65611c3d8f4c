use rust_decimal::Decimal;
use serde::Serialize;

use crate::document::MAX_NUMBER;
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::{Date, Quantity};
use crate::strict_json::{self, record};

/// How far ahead is looked unless the host says so.
const YEARS: u64 = 10;

record! {
    /// What is known of the shop's numbers.
    #[derive(Serialize)]
    pub strict struct NumberPlanOptions {
        /// The shop's next order number, without the offset of the settings.
        pub next_number: u64,
        /// How many numbers the shop takes a day, above 0 and up to 1,000,000. `null` has it worked out from the documents the
        /// shop has in Netvisor already.
        pub per_day: Option<Quantity>,
        /// Only documents dated on this day or later are read; older ones are then not known of.
        pub since: Option<Date>,
        /// How many years the numbers have to last, 1–100; `null` for 10.
        pub years: Option<u64>
    }
}

impl NumberPlanOptions {
    pub(super) fn read(json: &[u8]) -> Result<Self, Error> {
        let options: Self = strict_json::read(ErrorKind::Options, json)?;
        let mut faults = Vec::new();
        if !(1..=MAX_NUMBER).contains(&options.next_number) {
            faults.push(Fault::new(FaultCode::IntegerOutOfRange, "/next_number").with(1).with(MAX_NUMBER));
        }
        let fastest = Decimal::from(1_000_000);
        if options.per_day.is_some_and(|pace| *pace <= Decimal::ZERO || *pace > fastest) {
            faults.push(Fault::new(FaultCode::DecimalOutOfRange, "/per_day").with("0.000001").with(fastest));
        }
        if options.years.is_some_and(|years| !(1..=100).contains(&years)) {
            faults.push(Fault::new(FaultCode::IntegerOutOfRange, "/years").with(1).with(100));
        }
        Error::from_faults(ErrorKind::Options, faults).map_or(Ok(options), Err)
    }

    /// How many days the numbers have to last, never too few.
    pub(super) fn days(&self) -> u64 {
        366 * self.years.unwrap_or(YEARS)
    }
}
