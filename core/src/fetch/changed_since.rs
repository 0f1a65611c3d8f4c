use std::fmt;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use serde::{Serialize, Serializer};

use crate::fault::{Fault, FaultCode};
use crate::order::read_local_time;
use crate::strict_json::{Broken, Context, Json, Leaf, Path, text};
use crate::wire::reply::FinnishTime;

/// A moment in Finnish local time since which changes are asked for. In JSON `2026-01-15T12:00:00`, or a date alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangedSince(NaiveDateTime);

/// Netvisor's list may be older than the time stamp of its answer, by no more than an answer may take.
const MARGIN: TimeDelta = TimeDelta::minutes(10);

impl ChangedSince {
    /// From where on the next fetch asks, given when Netvisor answered this one: a margin earlier, so that nothing is lost,
    /// at the price of some that come twice. Netvisor's times have no offset, so that an hour more is taken where the clocks
    /// are put forward, and the whole hour that comes twice where they are put back.
    #[must_use]
    pub fn after(answered: FinnishTime) -> Self {
        let moment = answered.local().checked_sub_signed(MARGIN).unwrap_or(answered.local());
        if moment.hour() != 3 {
            return Self(moment);
        }
        let day = moment.date();
        if day == last_sunday(day.year(), 3) {
            return Self(moment.checked_sub_signed(TimeDelta::hours(1)).unwrap_or(moment));
        }
        if day == last_sunday(day.year(), 10) {
            let three = day.and_time(NaiveTime::from_hms_opt(3, 0, 0).unwrap_or_default());
            return Self(three.checked_sub_signed(MARGIN).unwrap_or(three));
        }
        Self(moment)
    }

    /// As inventorybywarehouse.nv wants it (§3.9): `15.1.2026 12:00:00`.
    #[must_use]
    pub fn finnish(self) -> String {
        let Self(moment) = self;
        format!("{}.{}.{} {}", moment.day(), moment.month(), moment.year(), moment.time())
    }

    /// As extendedproductlist.nv wants it (§3.5): `2026-01-15T12:00`, the minute it lies in.
    #[must_use]
    pub fn to_minute(self) -> String {
        let mut moment = self.to_string();
        moment.truncate(moment.len().saturating_sub(":00".len()));
        moment
    }

    /// Its day.
    pub(super) fn date(self) -> NaiveDate {
        self.0.date()
    }

    fn parse(given: &str) -> Option<Self> {
        match given.len() {
            10 => read_local_time(&format!("{given}T00:00:00")),
            19 => read_local_time(given),
            _ => None,
        }
        .map(Self)
    }
}

/// The Sunday on which Finland puts its clocks, at three in the morning in March and at four in October.
pub(crate) fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or_default();
    last.checked_sub_days(Days::new(u64::from(last.weekday().num_days_from_sunday()))).unwrap_or(last)
}

/// As most resources want it: `2026-01-15T12:00:00`.
impl fmt::Display for ChangedSince {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.0.date(), self.0.time())
    }
}

impl Serialize for ChangedSince {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Leaf<'de> for ChangedSince {
    fn blank() -> Self {
        Self(Default::default())
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(text(json, context, at, "string")?.and_then(|given| {
            let read = Self::parse(&given);
            if read.is_none() {
                context.note(Fault::new(FaultCode::MomentInvalid, at.pointer()));
            }
            read
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(answered: &str) -> String {
        ChangedSince::after(FinnishTime::at(read_local_time(answered).expect(answered))).to_string()
    }

    #[test]
    fn a_margin_earlier_and_more_where_clocks_are_put() {
        for (answered, expected) in [
            ("2026-01-15T12:00:00", "2026-01-15T11:50:00"),
            ("2026-01-01T00:05:00", "2025-12-31T23:55:00"),
            // The clocks go forward at three on 29 March: five past four is ten minutes after five to three.
            ("2026-03-29T04:05:00", "2026-03-29T02:55:00"),
            ("2026-03-29T04:15:00", "2026-03-29T04:05:00"),
            ("2026-03-29T02:59:00", "2026-03-29T02:49:00"),
            // From three to four comes twice on 25 October.
            ("2026-10-25T03:05:00", "2026-10-25T02:55:00"),
            ("2026-10-25T03:45:00", "2026-10-25T02:50:00"),
            ("2026-10-25T04:05:00", "2026-10-25T02:50:00"),
            ("2026-10-25T04:10:00", "2026-10-25T04:00:00"),
            ("2026-10-18T03:45:00", "2026-10-18T03:35:00"),
        ] {
            assert_eq!(after(answered), expected, "{answered}");
        }
    }

    #[test]
    fn read_with_or_without_a_time() {
        for (given, expected) in [
            ("2026-01-15T12:00:00", Some("2026-01-15T12:00:00")),
            ("2026-01-15", Some("2026-01-15T00:00:00")),
            ("2026-02-30", None),
            ("15.1.2026", None),
            ("2026-01-15T12:00:00Z", None),
            ("2026-01-15ÄT12:00:0", None),
            ("", None),
        ] {
            assert_eq!(ChangedSince::parse(given).map(|read| read.to_string()).as_deref(), expected, "{given}");
        }
        let late = ChangedSince::parse("2026-01-15T12:34:56");
        assert_eq!(late.map(ChangedSince::to_minute).as_deref(), Some("2026-01-15T12:34"));
        assert_eq!(ChangedSince::parse("2026-01-05").map(ChangedSince::finnish).as_deref(), Some("5.1.2026 00:00:00"));
    }
}
