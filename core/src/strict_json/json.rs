use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Scalar;

/// The text stopped being JSON; where and why is known to whoever started reading.
#[derive(Debug)]
pub(crate) struct Broken;

/// What is to be done with a value.
pub(crate) type Reading<'r, 'de> = &'r mut dyn FnMut(&mut dyn Json<'de>) -> Result<(), Broken>;

/// A JSON value that is still in the input, and is taken off it once.
///
/// Types are read through trait objects: one copy of serde_json's parser for all of them, instead of one for each, halves
/// the code that reads JSON, which the WASM module has to carry.
pub(crate) trait Json<'de> {
    /// Takes the value off the input.
    fn take(&mut self, taker: &mut dyn Taker<'de>) -> Result<(), Broken>;

    /// Takes a `null` off the input, or has any other value read.
    fn take_unless_null(&mut self, read: Reading<'_, 'de>) -> Result<(), Broken>;
}

/// Gets a value by its shape. Lists and objects that are not wanted become scalars without a value.
pub(crate) trait Taker<'de> {
    /// A value that holds no others.
    fn scalar(&mut self, scalar: Scalar<'de>) -> Result<(), Broken>;

    /// A list.
    fn list(&mut self, list: &mut dyn List<'de>) -> Result<(), Broken> {
        while list.skip()? {}
        self.scalar(Scalar::List)
    }

    /// An object.
    fn object(&mut self, object: &mut dyn Object<'de>) -> Result<(), Broken> {
        while object.key()?.is_some() {
            object.skip()?;
        }
        self.scalar(Scalar::Object)
    }
}

/// The elements of a list that are still in the input.
pub(crate) trait List<'de> {
    /// Has the next element read; `false` when there is none.
    fn next(&mut self, read: Reading<'_, 'de>) -> Result<bool, Broken>;

    /// Passes over the next element; `false` when there is none.
    fn skip(&mut self) -> Result<bool, Broken>;
}

/// The fields of an object that are still in the input.
pub(crate) trait Object<'de> {
    /// The name of the next field, borrowed from the input where it holds no escapes.
    fn key(&mut self) -> Result<Option<Cow<'de, str>>, Broken>;

    /// Has the value of that field read.
    fn value(&mut self, read: Reading<'_, 'de>) -> Result<(), Broken>;

    /// Passes over the value of that field.
    fn skip(&mut self) -> Result<(), Broken>;
}

/// Has the value read that a deserializer stands before.
pub(super) fn read_value<'de, D: Deserializer<'de>>(json: D, read: Reading<'_, 'de>) -> Result<(), D::Error> {
    let mut value = Value { json: Some(json), error: None };
    read(&mut value).map_err(|Broken| cause(value.error))
}

/// What serde said, which waits beside the source while `Broken` makes its way out.
fn cause<E: serde::de::Error>(error: Option<E>) -> E {
    error.unwrap_or_else(|| E::custom("value asked for twice"))
}

struct Value<D, E> {
    json: Option<D>,
    error: Option<E>,
}

impl<'de, D: Deserializer<'de>> Value<D, D::Error> {
    fn visit(&mut self, visit: impl FnOnce(D) -> Result<(), D::Error>) -> Result<(), Broken> {
        let json = self.json.take().ok_or(Broken)?;
        visit(json).map_err(|error| {
            self.error = Some(error);
            Broken
        })
    }
}

impl<'de, D: Deserializer<'de>> Json<'de> for Value<D, D::Error> {
    fn take(&mut self, taker: &mut dyn Taker<'de>) -> Result<(), Broken> {
        self.visit(|json| json.deserialize_any(Shape(taker)))
    }

    fn take_unless_null(&mut self, read: Reading<'_, 'de>) -> Result<(), Broken> {
        self.visit(|json| json.deserialize_option(UnlessNull(read)))
    }
}

struct Shape<'t, 'de>(&'t mut dyn Taker<'de>);

impl<'de> Shape<'_, 'de> {
    fn scalar<E: serde::de::Error>(self, scalar: Scalar<'de>) -> Result<(), E> {
        self.0.scalar(scalar).map_err(|Broken| cause(None))
    }
}

impl<'de> Visitor<'de> for Shape<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<(), E> {
        self.scalar(Scalar::Text(Cow::Borrowed(text)))
    }
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Scalar::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        self.scalar(Scalar::Whole(number.into()))
    }
    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<(), E> {
        self.scalar(Scalar::Whole(number.into()))
    }
    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<(), E> {
        self.scalar(Scalar::Fraction(number))
    }
    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Scalar::Bool(value))
    }
    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        let mut list = Access { access: list, error: None };
        self.0.list(&mut list).map_err(|Broken| cause(list.error))
    }
    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<(), A::Error> {
        let mut object = Access { access: object, error: None };
        self.0.object(&mut object).map_err(|Broken| cause(object.error))
    }
}

struct UnlessNull<'r, 'de>(Reading<'r, 'de>);

impl<'de> Visitor<'de> for UnlessNull<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value or null")
    }
    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_some<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        read_value(json, self.0)
    }
}

struct Seed<'r, 'de>(Reading<'r, 'de>);

impl<'de> DeserializeSeed<'de> for Seed<'_, 'de> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        read_value(json, self.0)
    }
}

/// The rest of a list or an object.
struct Access<A, E> {
    access: A,
    error: Option<E>,
}

impl<A, E> Access<A, E> {
    fn try_to<T>(&mut self, step: impl FnOnce(&mut A) -> Result<T, E>) -> Result<T, Broken> {
        step(&mut self.access).map_err(|error| {
            self.error = Some(error);
            Broken
        })
    }
}

impl<'de, A: SeqAccess<'de>> List<'de> for Access<A, A::Error> {
    fn next(&mut self, read: Reading<'_, 'de>) -> Result<bool, Broken> {
        self.try_to(|list| list.next_element_seed(Seed(read)).map(|element| element.is_some()))
    }
    fn skip(&mut self) -> Result<bool, Broken> {
        self.try_to(|list| list.next_element::<IgnoredAny>().map(|element| element.is_some()))
    }
}

impl<'de, A: MapAccess<'de>> Object<'de> for Access<A, A::Error> {
    fn key(&mut self) -> Result<Option<Cow<'de, str>>, Broken> {
        self.try_to(|object| object.next_key_seed(Key))
    }
    fn value(&mut self, read: Reading<'_, 'de>) -> Result<(), Broken> {
        self.try_to(|object| object.next_value_seed(Seed(read)))
    }
    fn skip(&mut self) -> Result<(), Broken> {
        self.try_to(|object| object.next_value::<IgnoredAny>().map(|_| ()))
    }
}

struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// A scalar in the place of a value, such as the one element that stands without its list.
pub(crate) struct Given<'de>(pub(crate) Option<Scalar<'de>>);

impl<'de> Json<'de> for Given<'de> {
    fn take(&mut self, taker: &mut dyn Taker<'de>) -> Result<(), Broken> {
        taker.scalar(self.0.take().ok_or(Broken)?)
    }
    fn take_unless_null(&mut self, read: Reading<'_, 'de>) -> Result<(), Broken> {
        if matches!(self.0, Some(Scalar::Null)) { Ok(()) } else { read(self) }
    }
}
