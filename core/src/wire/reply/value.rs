//! Numbers, dates and switches in all the forms replies write them (§3).

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;
use serde::Serializer;

use crate::order::Date;

/// A date and time of day in Finland as Netvisor gives it, without its offset. In JSON `2015-04-11T15:16:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FinnishTime(NaiveDateTime);

impl FinnishTime {
    /// Date and time of day in Finland.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        self.0
    }

    #[cfg(test)]
    pub(crate) fn at(local: NaiveDateTime) -> Self {
        Self(local)
    }

    /// `11.4.2015 15:16:30`, with or without leading zeros, or `2015-04-11T15:16:30`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once([' ', 'T'])?;
        let mut parts = time.trim_start().split(':').map(|part| part.parse::<u32>().ok());
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
        Some(Self(calendar_date(day)?.and_time(NaiveTime::from_hms_opt(hour, minute, second)?)))
    }
}

impl fmt::Display for FinnishTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.0.date(), self.0.time())
    }
}

impl serde::Serialize for FinnishTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A NetvisorKey or another whole number.
pub(super) fn whole_number(text: &str) -> Option<u64> {
    // The sign `parse` would take is no part of a key.
    if text.starts_with('+') { None } else { text.parse().ok() }
}

/// A decimal number with comma or dot, its decimals kept as they are; at most 28 digits.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut value: i128 = 0;
    let mut count: u32 = 0;
    let mut whole: Option<u32> = None;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                count += 1;
            }
            b',' | b'.' if whole.is_none() => whole = Some(count),
            _ => return None,
        }
    }
    if count == 0 {
        return None;
    }
    let value = if digits.len() < text.len() { -value } else { value };
    Decimal::try_from_i128_with_scale(value, count - whole.unwrap_or(count)).ok()
}

/// `2026-01-15` or `15.1.2026`, padded or not; a time of day after it is left out. The year 1, with which the vendor's
/// platform writes "no date", is read as none.
pub(super) fn date(text: &str) -> Option<Option<Date>> {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let day = calendar_date(day)?;
    if day == NaiveDate::from_ymd_opt(1, 1, 1)? { Some(None) } else { Date::new(day).map(Some) }
}

fn calendar_date(text: &str) -> Option<NaiveDate> {
    let is_ansi = text.contains('-');
    let mut parts = text.split(if is_ansi { '-' } else { '.' }).map(|part| part.parse::<u32>().ok());
    let (first, month, last) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, day) = if is_ansi { (first, last) } else { (last, first) };
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Yes and no in the forms of the interface's languages (§1.6); `None` for any other word.
pub(super) fn switch(text: &str) -> Option<bool> {
    let is_one_of = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is_one_of(&["1", "true", "yes", "kyllä", "ja"]) {
        Some(true)
    } else if is_one_of(&["0", "false", "no", "ei", "nej"]) {
        Some(false)
    } else {
        None
    }
}

/// Money and quantities are strings in JSON: binary fractions cannot hold cents.
pub(super) fn decimal_json<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

pub(super) fn optional_decimal_json<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_with_comma_or_dot_keep_their_decimals() {
        for (text, expected) in [
            ("129,90", "129.90"),
            ("244.12", "244.12"),
            ("6,900000000000", "6.900000000000"),
            ("-3,5", "-3.5"),
            ("7", "7"),
            (",5", "0.5"),
            ("-0,00", "0.00"),
        ] {
            assert_eq!(decimal(text).map(|value| value.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["", "-", ",", "1,2,3", "1 000,00", "1e5", "NaN", "12345678901234567890123456789012345678901234567890"]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn dates_in_both_forms() {
        for text in ["2026-01-05", "2026-1-5", "5.1.2026", "05.01.2026", "5.1.2026 12:00:00", "2026-01-05T00:00:00"] {
            assert_eq!(date(text).flatten().map(|day| day.to_string()).as_deref(), Some("2026-01-05"), "{text}");
        }
        for text in ["", "2026-02-30", "5.1", "1.2.3.2026", "tomorrow", "-5.1.2026", "99999999999-1-1"] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(date("0001-01-01"), Some(None));
    }

    #[test]
    fn times_in_both_forms() {
        for text in ["11.4.2015 5:16:30", "11.04.2015 05:16:30", "2015-04-11T05:16:30"] {
            let time = FinnishTime::parse(text).map(|time| time.to_string());
            assert_eq!(time.as_deref(), Some("2015-04-11T05:16:30"), "{text}");
        }
        for text in ["", "11.4.2015", "11.4.2015 25:00:00", "11.4.2015 x"] {
            assert_eq!(FinnishTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn switches_and_keys() {
        for (text, expected) in
            [("1", true), ("True", true), ("Kyllä", true), ("No", false), ("Ei", false), ("0", false)]
        {
            assert_eq!(switch(text), Some(expected), "{text}");
        }
        assert_eq!(switch("?"), None);
        assert_eq!(whole_number("8"), Some(8));
        for text in ["+8", "-8", "8,0", "99999999999999999999999"] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }
}
