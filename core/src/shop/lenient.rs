//! Values as shops write them: numbers as strings or numbers, nothing as `null`, `""`, `0`, `false` or `[]`.

use std::ops::Deref;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::strict_json::{Broken, Context, Json, Leaf, MAX_TEXT, Path, Read, Scalar, Slot, bounded, decimal_from_text};

/// A text; numbers are taken as they are written, nothing is the empty text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Text(pub(super) String);

impl Text {
    /// The text, unless it is blank.
    pub(super) fn given(&self) -> Option<&str> {
        let text = self.0.trim();
        (!text.is_empty()).then_some(text)
    }
}

impl<'de> Leaf<'de> for Text {
    const IS_OPTIONAL: bool = true;

    fn blank() -> Self {
        Self::default()
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(match json.scalar()? {
            Scalar::Text(text) => bounded(text, context, at).map(Self),
            Scalar::Number(number) => bounded(number.into(), context, at).map(Self),
            Scalar::Null | Scalar::Bool(false) | Scalar::List => Some(Self::default()),
            other => {
                context.wrong_type(at, "string", other.type_name());
                None
            }
        })
    }
}

/// A text where anything may stand, such as the value of a custom field: what is no text counts as blank.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct AnyText(pub(super) Text);

impl<'de> Leaf<'de> for AnyText {
    const IS_OPTIONAL: bool = true;

    fn blank() -> Self {
        Self::default()
    }

    fn take(json: &mut Json<'de>, _: &mut Context, _: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(Some(match json.scalar()? {
            Scalar::Text(text) if text.len() <= MAX_TEXT => Self(Text(text.into_owned())),
            Scalar::Number(number) if number.len() <= MAX_TEXT => Self(Text(number.to_owned())),
            _ => Self::default(),
        }))
    }
}

/// An amount, as a text or a JSON number, taken exactly as the shop wrote it; nothing is zero.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Amount(pub(super) Decimal);

impl<'de> Leaf<'de> for Amount {
    fn blank() -> Self {
        Self::default()
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let amount = match json.scalar()? {
            Scalar::Text(text) if text.trim_start().is_empty() => Some(Decimal::ZERO),
            // Plugins write many decimals; beyond 18 digits the slower parser takes over.
            Scalar::Text(text) => decimal_from_text(&text).or_else(|| long_decimal(&text)),
            Scalar::Number(number) => decimal_from_text(number).or_else(|| long_decimal(number)),
            Scalar::Null => Some(Decimal::ZERO),
            other => {
                context.wrong_type(at, "decimal string", other.type_name());
                return Ok(None);
            }
        };
        Ok(match amount {
            None => {
                context.note_at(FaultCode::DecimalInvalid, at);
                None
            }
            Some(amount) if amount.abs() >= Decimal::from(1_000_000_000_000_i64) => {
                let limit = 999_999_999_999_i64;
                context.note(Fault::new(FaultCode::DecimalOutOfRange, at.pointer()).with(-limit).with(limit));
                None
            }
            Some(amount) => Some(Self(amount)),
        })
    }
}

/// The most digits and the most decimals of a [`Decimal`].
const MAX_DIGITS: u32 = 28;

/// Reads a decimal with an exponent (`1.0e-5`, as PHP writes small amounts) or with many digits; those after the 28th that
/// are decimals are left out.
fn long_decimal(text: &str) -> Option<Decimal> {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, exponent.parse::<i16>().ok()?),
        None => (text, 0),
    };
    let digits = number.strip_prefix('-').unwrap_or(number);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut mantissa: i128 = 0;
    let mut decimals = -i32::from(exponent);
    for (index, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
        if !byte.is_ascii_digit() {
            return None;
        }
        let is_decimal = index >= whole.len();
        if mantissa < 10_i128.pow(MAX_DIGITS - 1) {
            mantissa = mantissa * 10 + i128::from(byte - b'0');
            decimals += i32::from(is_decimal);
        } else if !is_decimal {
            return None;
        }
    }
    if digits.len() <= usize::from(digits.contains('.')) {
        return None;
    }
    let too_many = decimals.saturating_sub_unsigned(MAX_DIGITS).max(0).unsigned_abs();
    mantissa /= 10_i128.checked_pow(too_many).unwrap_or(i128::MAX);
    mantissa = mantissa.checked_mul(10_i128.checked_pow(decimals.min(0).unsigned_abs())?)?;
    let mantissa = if digits.len() < number.len() { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(mantissa, decimals.clamp(0, 28).unsigned_abs()).ok()
}

/// Whether anything stands there; what it is does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Presence(pub(super) bool);

impl<'de> Leaf<'de> for Presence {
    const IS_OPTIONAL: bool = true;

    fn blank() -> Self {
        Self::default()
    }

    fn take(json: &mut Json<'de>, _: &mut Context, _: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(Some(Self(!matches!(json.scalar()?, Scalar::Null | Scalar::Bool(false)))))
    }
}

/// A list that may be missing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List<T>(Vec<T>);

impl<T> Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Read<'de>> Slot<'de> for List<T> {
    fn read(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken> {
        if json.take_null()? { Ok(true) } else { self.0.read(json, context, at) }
    }
}

impl<'de, T: Read<'de>> Read<'de> for List<T> {
    const IS_OPTIONAL: bool = true;

    fn blank() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fault::ErrorKind;
    use crate::strict_json;

    fn amount(json: &str) -> Option<String> {
        strict_json::read::<Amount>(ErrorKind::Order, json.as_bytes()).ok().map(|Amount(amount)| amount.to_string())
    }

    proptest! {
        /// A binary fraction would be off in the last of so many digits.
        #[test]
        fn amounts_come_through_as_they_are_written(
            digits in -999_999_999_999_999_999_999_999_999_i128..=999_999_999_999_999_999_999_999_999, decimals in 15_u32..=27,
            exponent in -1_i32..=10,
        ) {
            let written = Decimal::from_i128_with_scale(digits, decimals).to_string();
            prop_assert_eq!(amount(&written), Some(written.clone()));
            prop_assert_eq!(amount(&format!("\"{written}\"")), Some(written.clone()));
            let moved = Decimal::from_i128_with_scale(digits, decimals.checked_add_signed(-exponent).unwrap_or_default());
            if moved.abs() < Decimal::from(1_000_000_000_000_i64) {
                prop_assert_eq!(amount(&format!("{written}e{exponent}")), Some(moved.to_string()));
            }
        }
    }

    #[test]
    fn amounts_in_every_form() {
        for (json, expected) in [
            ("24.90", "24.90"),
            ("\" \"", "0"),
            ("null", "0"),
            ("-7", "-7"),
            ("1.0e-5", "0.000010"),
            ("1E3", "1000"),
            ("\"2.5e+1\"", "25"),
            ("5e-40", "0.0000000000000000000000000000"),
            ("0.33333333333333333333333333333333333", "0.3333333333333333333333333333"),
            ("0.004999999999999999999999999999999999", "0.0049999999999999999999999999"),
            ("\".5\"", "0.5"),
            ("\"5.\"", "5"),
        ] {
            assert_eq!(amount(json).as_deref(), Some(expected), "{json}");
        }
        for json in [
            "1e12",
            "1e99",
            "1e99999",
            "1000000000000",
            "\"-\"",
            "\".\"",
            "\"e5\"",
            "\"1,5\"",
            "\"1 000\"",
            "\"--1\"",
            "\"+1\"",
            "true",
        ] {
            assert_eq!(amount(json), None, "{json}");
        }
    }
}
