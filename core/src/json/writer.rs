#![allow(clippy::single_char_add_str, reason = "a text is copied as it is, a character would be encoded first")]

use std::fmt::{self, Display, Write as _};

use serde::Serialize;
use serde::ser::{self, Impossible};

/// Writes values as JSON text, the same bytes as serde_json does.
///
/// It writes to memory and so never fails. The compiler sees that and leaves out what each field of each type would need to
/// pass a failure on, which is most of what serialising costs in the WASM module.
pub(super) struct Writer {
    text: String,
}

/// A value that JSON has no form for; none of our types holds one.
#[derive(Debug)]
pub(super) struct NotJson;

type Written = Result<(), NotJson>;

/// The value as JSON. None of our types can fail to serialise: they hold no maps with keys other than strings.
pub(super) fn written(value: &impl Serialize) -> String {
    let mut writer = Writer { text: String::with_capacity(512) };
    match value.serialize(&mut writer) {
        Ok(()) => writer.text,
        Err(NotJson) => String::new(),
    }
}

impl Writer {
    /// Writes the comma between a value and the one before, if there is one: only a bracket just opened ends in one, since
    /// texts end in their quotation mark.
    fn separate(&mut self) {
        if !matches!(self.text.as_bytes().last(), Some(b'{' | b'[')) {
            self.text.push_str(",");
        }
    }

    /// Writes the name of a field; ours need no escapes.
    #[inline(never)]
    fn name(&mut self, name: &str) {
        let is_first = matches!(self.text.as_bytes().last(), Some(b'{' | b'['));
        self.text.push_str(if is_first { "\"" } else { ",\"" });
        self.text.push_str(name);
        self.text.push_str("\":");
    }

    #[inline(never)]
    fn string(&mut self, value: &str) {
        self.text.push_str("\"");
        self.escaped(value);
        self.text.push_str("\"");
    }

    fn escaped(&mut self, value: &str) {
        let bytes = value.as_bytes();
        let (mut clean, mut at) = (0, 0);
        // Not through iterators, which a compiler that looks to the size leaves as calls.
        while at < bytes.len() {
            let byte = bytes[at];
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                at += 1;
                continue;
            }
            // What is escaped is one byte long, so both ends are those of characters.
            self.text.push_str(&value[clean..at]);
            at += 1;
            clean = at;
            match byte {
                b'"' => self.text.push_str("\\\""),
                b'\\' => self.text.push_str("\\\\"),
                b'\n' => self.text.push_str("\\n"),
                b'\r' => self.text.push_str("\\r"),
                b'\t' => self.text.push_str("\\t"),
                0x08 => self.text.push_str("\\b"),
                0x0c => self.text.push_str("\\f"),
                _ => self.display(format_args!("\\u{byte:04x}")),
            }
        }
        self.text.push_str(&value[clean..]);
    }

    #[inline(never)]
    fn display(&mut self, value: fmt::Arguments<'_>) {
        // A String takes everything.
        let _ = self.text.write_fmt(value);
    }

    #[inline(never)]
    fn mark(&mut self, mark: &str) {
        self.text.push_str(mark);
    }
}

/// Texts that are displayed go through the same escapes.
struct Escaping<'w>(&'w mut Writer);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.0.escaped(piece);
        Ok(())
    }
}

/// Methods for what none of our types holds.
macro_rules! not_json {
    ($( $method:ident($ty:ty) )*) => {
        $( fn $method(self, _: $ty) -> Written { Err(NotJson) } )*
    };
}

/// Methods for numbers, written as they are displayed.
macro_rules! numbers {
    ($( $method:ident($ty:ty) )*) => {
        $( fn $method(self, value: $ty) -> Written {
            self.display(format_args!("{value}"));
            Ok(())
        } )*
    };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = NotJson;
    type SerializeSeq = &'w mut Writer;
    type SerializeTuple = &'w mut Writer;
    type SerializeTupleStruct = Impossible<(), NotJson>;
    type SerializeTupleVariant = Impossible<(), NotJson>;
    type SerializeMap = &'w mut Writer;
    type SerializeStruct = &'w mut Writer;
    type SerializeStructVariant = Impossible<(), NotJson>;

    numbers! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
    }
    not_json! { serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_unit_struct(&'static str) }

    fn serialize_bool(self, value: bool) -> Written {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        self.string(value);
        Ok(())
    }

    /// Bytes have no form in JSON; here they are what is JSON already ([`Json`](super::Json)).
    fn serialize_bytes(self, value: &[u8]) -> Written {
        self.text.push_str(std::str::from_utf8(value).map_err(|_| NotJson)?);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(NotJson)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, NotJson> {
        self.mark("[");
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, NotJson> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, NotJson> {
        Err(NotJson)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotJson> {
        Err(NotJson)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, NotJson> {
        self.mark("{");
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, NotJson> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotJson> {
        Err(NotJson)
    }

    fn collect_str<T: ?Sized + Display>(self, value: &T) -> Written {
        self.text.push_str("\"");
        // What it writes to takes everything.
        let _ = write!(Escaping(self), "{value}");
        self.text.push_str("\"");
        Ok(())
    }
}

impl ser::SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = NotJson;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        self.separate();
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.mark("]");
        Ok(())
    }
}

impl ser::SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = NotJson;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        ser::SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Written {
        ser::SerializeSeq::end(self)
    }
}

impl ser::SerializeMap for &mut Writer {
    type Ok = ();
    type Error = NotJson;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Written {
        self.separate();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        self.mark(":");
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.mark("}");
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = NotJson;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Written {
        self.name(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.mark("}");
        Ok(())
    }
}

impl Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no JSON")
    }
}

impl std::error::Error for NotJson {}

impl ser::Error for NotJson {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Serialize)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    enum Sample {
        Whole(Fields),
    }

    #[derive(Serialize)]
    struct Fields {
        text: String,
        #[serde(serialize_with = "displayed")]
        shown: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        number: Option<i64>,
        lists: Vec<Vec<(bool, Option<u8>)>>,
        #[serde(flatten)]
        more: More,
    }

    #[derive(Serialize)]
    struct More {
        map: std::collections::BTreeMap<String, u64>,
        nothing: (),
    }

    fn displayed<S: ser::Serializer>(text: &String, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(text)
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_serde_json_writes(
            text in ".*", shown in "[\\x00-\\x7f{ä]*", number: Option<i64>,
            lists in prop::collection::vec(prop::collection::vec(any::<(bool, Option<u8>)>(), 0..3), 0..3),
            map in prop::collection::btree_map("[{\"\\n]*", any::<u64>(), 0..3),
        ) {
            let sample = Sample::Whole(Fields { text, shown, number, lists, more: More { map, nothing: () } });
            prop_assert_eq!(Some(written(&sample)), serde_json::to_string(&sample).ok());
        }
    }
}
