use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};

use super::json::Brackets;
use super::{Broken, Context, Json, Path, Read, Slot};

/// A value that is made at once of what stands in the text, not read piece by piece.
pub(crate) trait Leaf<'de>: Sized {
    /// As [`Read::IS_OPTIONAL`].
    const IS_OPTIONAL: bool = false;

    /// As [`Read::blank`].
    fn blank() -> Self;

    /// As [`Read::value`].
    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken>;
}

impl<'de, T: Leaf<'de>> Slot<'de> for T {
    fn read(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken> {
        let value = T::take(json, context, at)?;
        Ok(value.map(|value| *self = value).is_some())
    }
}

impl<'de, T: Leaf<'de>> Read<'de> for T {
    const IS_OPTIONAL: bool = T::IS_OPTIONAL;

    fn blank() -> Self {
        T::blank()
    }
}

/// One JSON value that is not looked into further; lists and objects have been taken off the input.
pub(crate) enum Scalar<'de> {
    Text(Cow<'de, str>),
    /// A number as it is written.
    Number(&'de str),
    Bool(bool),
    Null,
    List,
    Object,
}

impl Scalar<'_> {
    /// The JSON name of the type, for messages.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Text(_) => "string",
            Self::Number(_) => "number",
            Self::Bool(_) => "boolean",
            Self::Null => "null",
            Self::List => "array",
            Self::Object => "object",
        }
    }
}

/// Reads a text. `expected` is what the fault says was needed where something else stands.
pub(crate) fn text<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    expected: &str,
) -> Result<Option<Cow<'de, str>>, Broken> {
    if json.is_at_text() {
        return json.text().map(Some);
    }
    context.wrong_type(at, expected, json.scalar()?.type_name());
    Ok(None)
}

/// The text if it is not too long.
pub(crate) fn bounded(text: Cow<'_, str>, context: &mut Context, at: &Path<'_>) -> Option<String> {
    // Counting characters is only needed where the bytes could be too many.
    let most = context.limits().text;
    if text.len() > most && text.chars().count() > most {
        context.note(Fault::new(FaultCode::TextTooLong, at.pointer()).with(most));
        return None;
    }
    Some(text.into_owned())
}

impl<'de> Leaf<'de> for String {
    fn blank() -> Self {
        Self::new()
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(text(json, context, at, "string")?.and_then(|text| bounded(text, context, at)))
    }
}

impl<'de> Leaf<'de> for bool {
    fn blank() -> Self {
        false
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(match json.scalar()? {
            Scalar::Bool(value) => Some(value),
            other => {
                context.wrong_type(at, "boolean", other.type_name());
                None
            }
        })
    }
}

impl<'de> Leaf<'de> for u64 {
    fn blank() -> Self {
        0
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        // What JavaScript and PHP hold exactly.
        const MAX: u64 = (1 << 53) - 1;
        Ok(match json.scalar()? {
            Scalar::Number(number) if !number.contains(['.', 'e', 'E']) => {
                let whole = number.parse().ok().filter(|whole| *whole <= MAX);
                if whole.is_none() {
                    context.note(Fault::new(FaultCode::IntegerOutOfRange, at.pointer()).with(0).with(MAX));
                }
                whole
            }
            other => {
                context.wrong_type(at, "whole number", other.type_name());
                None
            }
        })
    }
}

impl<'de, T: Read<'de>> Slot<'de> for Option<T> {
    fn read(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken> {
        if json.take_null()? {
            *self = None;
            return Ok(true);
        }
        self.insert(T::blank()).read(json, context, at)
    }
}

impl<'de, T: Read<'de>> Read<'de> for Option<T> {
    const IS_OPTIONAL: bool = true;

    fn blank() -> Self {
        None
    }
}

impl<'de, T: Read<'de>> Slot<'de> for Vec<T> {
    fn read(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken> {
        self.clear();
        read_array(json, context, at, self)
    }
}

impl<'de, T: Read<'de>> Read<'de> for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

/// What the elements of a list are put into, whatever their type.
trait Elements<'de> {
    /// Makes room for one more.
    fn add(&mut self) -> &mut dyn Slot<'de>;
}

impl<'de, T: Read<'de>> Elements<'de> for Vec<T> {
    fn add(&mut self) -> &mut dyn Slot<'de> {
        self.push(T::blank());
        let last = self.len() - 1;
        &mut self[last]
    }
}

/// Reads a list; `false` after a fault was noted.
fn read_array<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    elements: &mut dyn Elements<'de>,
) -> Result<bool, Broken> {
    if !json.enter(Brackets::List) {
        let found = json.scalar()?;
        context.wrong_type(at, "array", found.type_name());
        return Ok(false);
    }
    let mut are_readable = true;
    let mut count = 0;
    let most = context.limits().list;
    while json.next(Brackets::List, count == 0)? {
        if count < most {
            let here = Path::Index(at, count);
            are_readable &= elements.add().read(json, context, &here).inspect_err(|_| context.broken(&here))?;
        } else {
            json.skip()?;
        }
        count += 1;
    }
    if count > most {
        context.note(Fault::new(FaultCode::ListTooLong, at.pointer()).with(most));
    }
    Ok(are_readable && count <= most)
}

/// Reads `-?digits[.digits]` exactly, up to 18 digits in all. Nothing else is a decimal: no exponent, no plus, no comma,
/// no leading point, no NaN.
pub(crate) fn decimal_from_text(text: &str) -> Option<Decimal> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if digits.len() > 19 || !digits.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    // Nineteen digits cannot overflow it.
    let mut mantissa: u64 = 0;
    let mut scale = 0;
    let mut in_fraction = false;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                scale += u32::from(in_fraction);
            }
            b'.' if !in_fraction => in_fraction = true,
            _ => return None,
        }
    }
    if in_fraction && scale == 0 {
        return None;
    }
    let mantissa = i64::try_from(mantissa).ok()?;
    Some(Decimal::new(if negative { -mantissa } else { mantissa }, scale))
}
