use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};

use super::{Broken, Context, Json, List, MAX_LIST, MAX_TEXT, Path, Read, Slot, Taker};

/// One JSON value that is not looked into further; lists and objects have been taken off the input.
pub(crate) enum Scalar<'de> {
    Text(Cow<'de, str>),
    Whole(i128),
    Fraction(f64),
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
            Self::Whole(_) | Self::Fraction(_) => "number",
            Self::Bool(_) => "boolean",
            Self::Null => "null",
            Self::List => "array",
            Self::Object => "object",
        }
    }
}

/// Reads any JSON value as a scalar.
pub(crate) fn scalar<'de>(json: &mut dyn Json<'de>) -> Result<Scalar<'de>, Broken> {
    struct Taken<'de>(Scalar<'de>);
    impl<'de> Taker<'de> for Taken<'de> {
        fn scalar(&mut self, scalar: Scalar<'de>) -> Result<(), Broken> {
            self.0 = scalar;
            Ok(())
        }
    }
    let mut taken = Taken(Scalar::Null);
    json.take(&mut taken)?;
    Ok(taken.0)
}

/// Reads a text. `expected` is what the fault says was needed where something else stands.
pub(crate) fn text<'de>(
    json: &mut dyn Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    expected: &str,
) -> Result<Option<Cow<'de, str>>, Broken> {
    Ok(match scalar(json)? {
        Scalar::Text(text) => Some(text),
        other => {
            context.wrong_type(at, expected, other.type_name());
            None
        }
    })
}

/// The text if it is not too long.
pub(crate) fn bounded(text: Cow<'_, str>, context: &mut Context, at: &Path<'_>) -> Option<String> {
    // Counting characters is only needed where the bytes could be too many.
    if context.limits_texts() && text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
        context.note(Fault::new(FaultCode::TextTooLong, at.pointer()).with(MAX_TEXT));
        return None;
    }
    Some(text.into_owned())
}

impl<'de> Read<'de> for String {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(text(json, context, at, "string")?.and_then(|text| bounded(text, context, at)))
    }
}

impl<'de> Read<'de> for bool {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(match scalar(json)? {
            Scalar::Bool(value) => Some(value),
            other => {
                context.wrong_type(at, "boolean", other.type_name());
                None
            }
        })
    }
}

impl<'de> Read<'de> for u64 {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        // What JavaScript and PHP hold exactly.
        const MAX: u64 = (1 << 53) - 1;
        Ok(match scalar(json)? {
            Scalar::Whole(number) => match u64::try_from(number) {
                Ok(number) if number <= MAX => Some(number),
                _ => {
                    context.note(Fault::new(FaultCode::IntegerOutOfRange, at.pointer()).with(0).with(MAX));
                    None
                }
            },
            other => {
                context.wrong_type(at, "whole number", other.type_name());
                None
            }
        })
    }
}

impl<'de, T: Read<'de>> Read<'de> for Option<T> {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let mut value: Option<T> = None;
        Ok(if is_null_or_fills(&mut value, json, context, at)? { Some(None) } else { value.map(Some) })
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

fn is_null_or_fills<'de>(
    slot: &mut dyn Slot<'de>,
    json: &mut dyn Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
) -> Result<bool, Broken> {
    let mut is_null = true;
    json.take_unless_null(&mut |json| {
        is_null = false;
        slot.fill(json, context, at)
    })?;
    Ok(is_null)
}

impl<'de, T: Read<'de>> Read<'de> for Vec<T> {
    fn read(json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let mut elements = Vec::new();
        Ok(read_array(json, context, at, &mut elements)?.then_some(elements))
    }
}

/// What the elements of a list are put into, whatever their type.
pub(crate) trait Elements<'de> {
    /// Reads one more; `false` after a fault was noted.
    fn add(&mut self, json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken>;
}

impl<'de, T: Read<'de>> Elements<'de> for Vec<T> {
    fn add(&mut self, json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken> {
        let element = T::read(json, context, at)?;
        let is_readable = element.is_some();
        self.extend(element);
        Ok(is_readable)
    }
}

/// Reads a list; `false` after a fault was noted.
fn read_array<'de>(
    json: &mut dyn Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    elements: &mut dyn Elements<'de>,
) -> Result<bool, Broken> {
    struct Array<'r, 'p, 'de> {
        context: &'r mut Context,
        at: &'r Path<'p>,
        elements: &'r mut dyn Elements<'de>,
        is_readable: bool,
    }
    impl<'de> Taker<'de> for Array<'_, '_, 'de> {
        fn scalar(&mut self, scalar: Scalar<'de>) -> Result<(), Broken> {
            self.context.wrong_type(self.at, "array", scalar.type_name());
            Ok(())
        }
        fn list(&mut self, list: &mut dyn List<'de>) -> Result<(), Broken> {
            self.is_readable = read_elements(list, self.context, self.at, self.elements)?;
            Ok(())
        }
    }
    let mut array = Array { context, at, elements, is_readable: false };
    json.take(&mut array)?;
    Ok(array.is_readable)
}

/// Reads the elements of a list; `false` after a fault was noted.
pub(crate) fn read_elements<'de>(
    list: &mut dyn List<'de>,
    context: &mut Context,
    at: &Path<'_>,
    elements: &mut dyn Elements<'de>,
) -> Result<bool, Broken> {
    let mut are_readable = true;
    for index in 0..MAX_LIST {
        let here = Path::Index(at, index);
        let there = list.next(&mut |json| {
            are_readable &= elements.add(json, context, &here).inspect_err(|_| context.broken(&here))?;
            Ok(())
        })?;
        if !there {
            return Ok(are_readable);
        }
    }
    if list.skip()? {
        while list.skip()? {}
        context.note(Fault::new(FaultCode::ListTooLong, at.pointer()).with(MAX_LIST));
        return Ok(false);
    }
    Ok(are_readable)
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
    let mut mantissa: i64 = 0;
    let mut scale = 0;
    let mut in_fraction = false;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                scale += u32::from(in_fraction);
            }
            b'.' if !in_fraction => in_fraction = true,
            _ => return None,
        }
    }
    if in_fraction && scale == 0 {
        return None;
    }
    Some(Decimal::new(if negative { -mantissa } else { mantissa }, scale))
}
