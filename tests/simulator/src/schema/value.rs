//! Whether a text has the form its element asks for.

use chrono::NaiveDate;

use super::code_lists::is_country;
use super::rule::Value;
use crate::xml::Element;
use crate::{decimal, reference_number};

impl Value {
    /// What is wrong with the text of `element`, which is not empty.
    pub(super) fn fault(self, element: &Element) -> Option<String> {
        let text = element.text.trim();
        let (right, expected) = match self {
            Self::Text | Self::Limited(_) => return None,
            Self::Integer => (text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 18, "an integer"),
            Self::Decimal => (decimal::read(text).is_some(), "a decimal"),
            Self::NotNegative => {
                (decimal::read(text).is_some_and(|number| !number.is_sign_negative()), "a decimal of zero or more")
            }
            Self::Date => (read_date(text).is_some(), "a date YYYY-MM-DD"),
            Self::DateOrWeek if element.attribute("type") == Some("weeknumber") => (is_week(text), "a week YYYY-Www"),
            Self::DateOrWeek => (read_date(text).is_some(), "a date YYYY-MM-DD"),
            Self::Flag => (matches!(text, "0" | "1"), "0 or 1"),
            Self::Word(words) => {
                let expected = || format!("{text} is not one of {}", words.join(", "));
                return (!words.contains(&text)).then(expected);
            }
            Self::Country => {
                // The wording a partner's support page gives for an unknown country.
                let unknown = || format!("Asiakkaan maata ei voitu kohdistaa ({text})");
                return (!is_country(text)).then(unknown);
            }
            Self::ReferenceNumber => (reference_number::is_valid(text), "a reference number with its check digit"),
            Self::Base64 => (is_base64(text), "Base64"),
        };
        (!right).then(|| format!("{text} is not {expected}"))
    }
}

/// A day that exists. Months and days without a leading zero are in use, too (§1.7).
pub(crate) fn read_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let mut number = |lengths: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let plain = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let (year, month, day): (u32, u32, u32) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn is_week(text: &str) -> bool {
    text.split_once("-W").is_some_and(|(year, week)| {
        let (Ok(year), Ok(number)) = (year.parse::<u16>(), week.parse::<u32>()) else { return false };
        week.len() == 2 && NaiveDate::from_isoywd_opt(i32::from(year), number, chrono::Weekday::Mon).is_some()
    })
}

fn is_base64(text: &str) -> bool {
    let packed: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let padding = packed.iter().rev().take_while(|byte| **byte == b'=').count();
    let alphabet = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    packed.len().is_multiple_of(4) && padding <= 2 && packed[..packed.len() - padding].iter().all(alphabet)
}

#[cfg(test)]
mod tests {
    use super::super::rule::Value;
    use super::*;

    #[test]
    fn forms() {
        let cases: &[(Value, &str, bool)] = &[
            (Value::Integer, "10234", true),
            (Value::Integer, "-1", false),
            (Value::Integer, "1234567890123456789", false),
            (Value::Decimal, "1,5", true),
            (Value::Decimal, "1 000,5", false),
            (Value::NotNegative, "0", true),
            (Value::NotNegative, "-0,01", false),
            (Value::Date, "2026-01-15", true),
            (Value::Date, "2018-5-29", true),
            (Value::Date, "2026-02-29", false),
            (Value::Date, "15.1.2026", false),
            (Value::Date, "2026-01-15T00:00", false),
            (Value::Flag, "1", true),
            (Value::Flag, "true", false),
            (Value::Word(&["open"]), "open", true),
            (Value::Word(&["open"]), "shut", false),
            (Value::Country, "SE", true),
            (Value::Country, "Finland", false),
            (Value::ReferenceNumber, "1234561", true),
            (Value::ReferenceNumber, "1234560", false),
            (Value::Base64, "aGVp\nIQ==", true),
            (Value::Base64, "hei!", false),
        ];
        for (value, text, right) in cases {
            assert_eq!(value.fault(&Element::leaf("x", text)).is_none(), *right, "{value:?} {text}");
        }
    }

    #[test]
    fn the_type_decides_between_date_and_week() {
        let fault = |kind, text| Value::DateOrWeek.fault(&Element::leaf("x", text).with_attribute("type", kind));
        assert_eq!(fault("weeknumber", "2020-W12"), None);
        assert_eq!(fault("date", "2020-03-16"), None);
        assert!(fault("weeknumber", "2020-W54").is_some());
        assert!(fault("weeknumber", "2020-03-16").is_some());
        assert!(fault("date", "2020-W12").is_some());
    }
}
