use serde_json::value::RawValue;

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::Order;
use crate::settings::Settings;
use crate::strict_json::{self, record};

use super::entry::Entry;
use super::machine::OrderExport;

/// The most orders of one export.
const MAX_ORDERS: usize = 100_000;

record! {
    /// As much of an order as names it, whatever else is wrong with it.
    lenient struct Named {
        number: String,
    }
}

impl OrderExport {
    /// Begins an export of canonical orders, given as a JSON array of at most 100,000. An order that is wrong is rejected, with
    /// pointers into that order; the others are exported.
    ///
    /// # Errors
    /// A text that is not an array.
    pub fn from_json(orders: &[u8], settings: &Settings) -> Result<Self, Error> {
        let refuse = |fault: Fault| Error::one(ErrorKind::Order, fault).in_language(settings.language());
        // A byte order mark is not JSON, but editors and some exports write it.
        let orders = orders.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(orders);
        let orders: Vec<&RawValue> = serde_json::from_slice(orders)
            .map_err(|error| refuse(Fault::new(FaultCode::JsonInvalid, "").with(error.line()).with(error.column())))?;
        if orders.len() > MAX_ORDERS {
            return Err(refuse(Fault::new(FaultCode::ListTooLong, "").with(MAX_ORDERS)));
        }
        let entry = |json: &RawValue| {
            let json = json.get().as_bytes();
            match Order::from_json(json) {
                Ok(order) => Entry::new(order, settings),
                Err(error) => {
                    let named = strict_json::read::<Named>(ErrorKind::Order, json);
                    Entry::refused(named.map(|named| named.number).unwrap_or_default(), &error)
                }
            }
        };
        let entries = orders.into_iter().map(entry).collect();
        Ok(Self::from_entries(entries, settings))
    }
}
