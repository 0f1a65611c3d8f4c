//! Values as shops write them: numbers as strings or numbers, nothing as `null`, `""`, `0`, `false` or `[]`.

use std::ops::Deref;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::strict_json::{Broken, Context, Json, MAX_TEXT, Path, Read, Scalar, bounded, decimal_from_text, scalar};

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

impl<'de> Read<'de> for Text {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(match scalar(json)? {
            Scalar::Text(text) => bounded(text, context, at).map(Self),
            Scalar::Whole(number) => Some(Self(number.to_string())),
            Scalar::Fraction(number) => Some(Self(number.to_string())),
            Scalar::Null | Scalar::Bool(false) | Scalar::List => Some(Self::default()),
            other => {
                context.wrong_type(at, "string", other.type_name());
                None
            }
        })
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

/// A text where anything may stand, such as the value of a custom field: what is no text counts as blank.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct AnyText(pub(super) Text);

impl<'de> Read<'de> for AnyText {
    fn read(json: &mut dyn Json<'de>, _: &mut Context, _: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(Some(match scalar(json)? {
            Scalar::Text(text) if text.len() <= MAX_TEXT => Self(Text(text.into_owned())),
            Scalar::Whole(number) => Self(Text(number.to_string())),
            _ => Self::default(),
        }))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

/// An amount; nothing is zero. Fractions written as JSON numbers are taken by their shortest decimal form, which is what
/// the shop wrote.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Amount(pub(super) Decimal);

impl<'de> Read<'de> for Amount {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let amount = match scalar(json)? {
            Scalar::Text(text) if text.trim().is_empty() => Some(Decimal::ZERO),
            // Plugins write many decimals; beyond 18 digits the slower parser takes over.
            Scalar::Text(text) => decimal_from_text(&text).or_else(|| long_decimal(&text)),
            Scalar::Whole(number) => i64::try_from(number).ok().map(Decimal::from),
            Scalar::Fraction(number) => long_decimal(&number.to_string()),
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

fn long_decimal(text: &str) -> Option<Decimal> {
    let plain = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    plain.then(|| Decimal::from_str(text).ok()).flatten()
}

/// Whether anything stands there; what it is does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Presence(pub(super) bool);

impl<'de> Read<'de> for Presence {
    fn read(json: &mut dyn Json<'de>, _: &mut Context, _: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(Some(Self(!matches!(scalar(json)?, Scalar::Null | Scalar::Bool(false)))))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
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

impl<'de, T: Read<'de>> Read<'de> for List<T> {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(Option::<Vec<T>>::read(json, context, at)?.map(|list| Self(list.unwrap_or_default())))
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}
