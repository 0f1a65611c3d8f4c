use chrono::{DateTime, Datelike, Timelike};

use crate::fault::{Error, ErrorKind, Fault, FaultCode};

use super::connection::is_header_value;

/// The longest transaction id; a UUID has 36 characters.
const MAX_TRANSACTION_ID: usize = 100;

/// When a request is sent and under which transaction id. New for every attempt: Netvisor refuses an id it has seen
/// (`REQUEST_NOT_UNIQUE`) and a time too far from its own (§1.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    unix_ms: i64,
    timestamp: String,
    transaction_id: String,
}

impl Stamp {
    /// `unix_ms`: milliseconds since 1970 in UTC. `transaction_id`: unique per request, 1–100 characters of ISO 8859-1,
    /// such as a UUID; the host makes it, since core has no source of randomness.
    ///
    /// # Errors
    /// A time outside the years 1970–9999, or an id no HTTP header can carry.
    pub fn new(unix_ms: i64, transaction_id: &str) -> Result<Self, Error> {
        let invalid =
            |path| Error::one(ErrorKind::Request, Fault::new(FaultCode::StampInvalid, path).with(MAX_TRANSACTION_ID));
        let length = transaction_id.chars().count();
        if !(1..=MAX_TRANSACTION_ID).contains(&length) || !is_header_value(transaction_id) {
            return Err(invalid("/transaction_id"));
        }
        let moment = DateTime::from_timestamp_millis(unix_ms).filter(|moment| (1970..=9999).contains(&moment.year()));
        let Some(moment) = moment else { return Err(invalid("/unix_ms")) };
        // `YYYY-MM-DD HH:MM:SS.mmm`, by hand because chrono's formatter takes longer than the whole signature.
        let mut timestamp = *b"0000-00-00 00:00:00.000";
        let mut put = |at: usize, digits: usize, number: u32| {
            let mut number = number;
            for place in timestamp[at..at + digits].iter_mut().rev() {
                *place = b'0' + (number % 10) as u8;
                number /= 10;
            }
        };
        put(0, 4, moment.year().unsigned_abs());
        put(5, 2, moment.month());
        put(8, 2, moment.day());
        put(11, 2, moment.hour());
        put(14, 2, moment.minute());
        put(17, 2, moment.second());
        put(20, 3, moment.timestamp_subsec_millis());
        Ok(Self {
            unix_ms,
            timestamp: String::from_utf8_lossy(&timestamp).into_owned(),
            transaction_id: transaction_id.to_owned(),
        })
    }

    /// Whole seconds since 1970.
    pub(super) fn unix_seconds(&self) -> i64 {
        self.unix_ms / 1000
    }

    /// UTC as `YYYY-MM-DD HH:MM:SS.mmm`.
    pub(super) fn timestamp(&self) -> &str {
        &self.timestamp
    }

    pub(super) fn transaction_id(&self) -> &str {
        &self.transaction_id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_written_in_utc_with_three_decimals() {
        let stamp = Stamp::new(1_767_323_045_007, "tx").unwrap();
        assert_eq!(stamp.timestamp(), "2026-01-02 03:04:05.007");
        assert_eq!(stamp.unix_seconds(), 1_767_323_045);
        assert_eq!(Stamp::new(0, "tx").unwrap().timestamp(), "1970-01-01 00:00:00.000");
        assert_eq!(Stamp::new(253_402_300_799_999, "tx").unwrap().timestamp(), "9999-12-31 23:59:59.999");
    }

    #[test]
    fn what_cannot_be_sent_is_refused() {
        for (unix_ms, id, path) in [
            (-1, "tx", "/unix_ms"),
            (i64::MAX, "tx", "/unix_ms"),
            (0, "", "/transaction_id"),
            (0, "a\r\nb", "/transaction_id"),
            (0, "€", "/transaction_id"),
        ] {
            let error = Stamp::new(unix_ms, id).unwrap_err();
            assert_eq!((error.code(), error.path()), (FaultCode::StampInvalid, path));
        }
    }
}
