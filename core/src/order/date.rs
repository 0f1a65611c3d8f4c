use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Timelike};

use crate::fault::{Fault, FaultCode};
use crate::strict_json::{Broken, Context, Json, Leaf, Path, text};

/// A calendar date, `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

impl Date {
    /// `None` for a date that does not exist, or outside the years 1900–9999.
    #[must_use]
    pub fn new(date: NaiveDate) -> Option<Self> {
        (1900..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// How many days later another date is.
    pub(crate) fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }

    /// The date `days` later; the last day there is where that would leave the calendar.
    #[must_use]
    pub fn plus_days(self, days: u64) -> Self {
        let later = self.0.checked_add_days(chrono::Days::new(days)).and_then(Self::new);
        later.unwrap_or(self)
    }

    /// Year, month and day.
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    pub(crate) fn from_text(text: &str) -> Option<Self> {
        if text.len() != 10 {
            return None;
        }
        read_date(text).and_then(Self::new)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// When the order was placed: RFC 3339 with its offset, such as `2026-01-15T23:30:00+02:00`.
///
/// The document's date is the calendar date in that offset, so give the shop's local time: an order placed in Helsinki at
/// half past midnight belongs to that day, although it is still the day before in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedAt(DateTime<FixedOffset>);

impl PlacedAt {
    /// `None` outside the years 1900–9999.
    #[must_use]
    pub fn new(moment: DateTime<FixedOffset>) -> Option<Self> {
        Date::new(moment.date_naive()).map(|_| Self(moment))
    }

    /// The calendar date at the place of the shop.
    #[must_use]
    pub fn date(self) -> Date {
        Date(self.0.date_naive())
    }

    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let local = read_local_time(text.get(..19)?)?;
        let mut rest = text.get(19..)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
            if rest.len() == fraction.len() {
                return None;
            }
        }
        let offset = match rest.as_bytes() {
            [b'Z' | b'z'] => 0,
            [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
                let (hours, minutes) = (number(rest, 1, 3)?, number(rest, 4, 6)?);
                let seconds = i32::try_from((hours * 60 + minutes) * 60).ok().filter(|_| minutes < 60)?;
                if *sign == b'-' { -seconds } else { seconds }
            }
            _ => return None,
        };
        FixedOffset::east_opt(offset)?.from_local_datetime(&local).single().and_then(Self::new)
    }
}

impl fmt::Display for PlacedAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0.offset().local_minus_utc() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let minutes = minutes.unsigned_abs();
        let (hour, minute, second) = (self.0.hour(), self.0.minute(), self.0.second());
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}{sign}{:02}:{:02}", self.date(), minutes / 60, minutes % 60)
    }
}

// chrono's own parsers read any format there is, which makes them large and slow for the two of these.

/// Reads `2026-01-15`.
fn read_date(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = [number(text, 0, 4)?, number(text, 5, 7)?, number(text, 8, 10)?];
    let marks = [text.as_bytes()[4], text.as_bytes()[7]];
    if marks == *b"--" { NaiveDate::from_ymd_opt(year.cast_signed(), month, day) } else { None }
}

/// Reads `2026-01-15T23:30:00`.
pub(crate) fn read_local_time(text: &str) -> Option<NaiveDateTime> {
    let [hour, minute, second] = [number(text, 11, 13)?, number(text, 14, 16)?, number(text, 17, 19)?];
    let marks = [text.as_bytes()[10], text.as_bytes()[13], text.as_bytes()[16]];
    // A leap second belongs to the minute it ends.
    if matches!(marks, [b'T' | b't' | b' ', b':', b':']) && second <= 60 {
        read_date(text)?.and_hms_opt(hour, minute, second.min(59))
    } else {
        None
    }
}

/// The digits at these places.
fn number(text: &str, from: usize, to: usize) -> Option<u32> {
    let digits = text.get(from..to)?;
    if digits.bytes().all(|digit| digit.is_ascii_digit()) { digits.parse().ok() } else { None }
}

macro_rules! date_json {
    ($Name:ident, $format:literal, $schema_format:literal) => {
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Leaf<'de> for $Name {
            fn blank() -> Self {
                Self(Default::default())
            }

            fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
                Ok(text(json, context, at, "string")?.and_then(|text| {
                    let date = Self::from_text(&text);
                    if date.is_none() {
                        context.note(Fault::new(FaultCode::DateInvalid, at.pointer()).with($format));
                    }
                    date
                }))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": $schema_format, "description": concat!("Such as ", $format, ".") })
            }
        }
    };
}

date_json!(Date, "2026-01-15", "date");
date_json!(PlacedAt, "2026-01-15T12:30:00+02:00", "date-time");
