use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::Order;
use crate::settings::Settings;
use crate::strict_json::{self, Unread, record};

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
        let refuse = |error: Error| error.in_language(settings.language());
        let Unread(orders) = strict_json::read_stored(ErrorKind::Order, orders).map_err(refuse)?;
        if orders.len() > MAX_ORDERS {
            let fault = Fault::new(FaultCode::ListTooLong, "").with(MAX_ORDERS);
            return Err(refuse(Error::one(ErrorKind::Order, fault)));
        }
        let entry = |json: &[u8]| match Order::from_json(json) {
            Ok(order) => Entry::new(order, settings),
            Err(error) => {
                let named = strict_json::read::<Named>(ErrorKind::Order, json);
                Entry::refused(named.map(|named| named.number).unwrap_or_default(), &error)
            }
        };
        let entries = orders.into_iter().map(entry).collect();
        Ok(Self::from_entries(entries, settings))
    }
}
