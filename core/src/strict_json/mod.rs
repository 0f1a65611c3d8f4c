//! Reads JSON into our own types and collects everything that is wrong with it, each fault with a JSON pointer.
//!
//! A serde `Deserialize` stops at the first fault; someone mending an order wants to see all of them. So types here
//! implement [`Read`]: on a wrong value they note a fault, take the value off the input and go on. Input is read in one
//! pass, without a tree of generic values, in time linear in its size and memory bounded by [`Limits`]. Values that
//! are not wanted are passed over without recursion, so nesting is bounded by our own types.

mod context;
mod json;
mod leaf;
mod record;
mod words;

pub(crate) use context::{Context, Path};
pub(crate) use json::{Broken, Json, Unread};
pub(crate) use leaf::{Leaf, Scalar, bounded, decimal_from_text, text};
pub(crate) use record::{Fields, mandatory, object, read_record, record};
pub(crate) use words::{read_word, words, words_schema};

use crate::fault::{Error, ErrorKind, Fault, FaultCode};

/// The most elements of one list.
pub(crate) const MAX_LIST: usize = 5_000;
/// The most characters of one text.
pub(crate) const MAX_TEXT: usize = 10_000;
/// The most faults reported of one input; further ones are dropped, since nobody reads them.
pub(crate) const MAX_FAULTS: usize = 100;

/// How much of an input is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// The most bytes of the whole.
    pub(crate) bytes: usize,
    /// The most elements of one list.
    pub(crate) list: usize,
    /// The most characters of one text.
    pub(crate) text: usize,
}

impl Limits {
    /// For what we have written ourselves: its texts are as long as they are.
    const STORED: Self = Self { bytes: usize::MAX, list: MAX_LIST, text: usize::MAX };
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 8 * 1024 * 1024, list: MAX_LIST, text: MAX_TEXT }
    }
}

/// A place that a value is read into. Values are read where they will stay, whatever their type: so what walks through objects
/// and lists exists once, and nothing is moved about.
pub(crate) trait Slot<'de> {
    /// Reads the value; `false` after a fault was noted, when what is here means nothing. `Err` only when the text is not
    /// JSON at all.
    fn read(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken>;
}

/// A value that can be read from JSON, noting faults instead of stopping at them.
pub(crate) trait Read<'de>: Slot<'de> + Sized {
    /// Whether a field of this type may be left out, and is blank then.
    const IS_OPTIONAL: bool = false;

    /// What is there before the value is read. Where the field is mandatory nobody gets to see it: an input with a fault yields
    /// nothing.
    fn blank() -> Self;

    /// The value, or `None` after a fault was noted.
    fn value(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let mut value = Self::blank();
        Ok(value.read(json, context, at)?.then_some(value))
    }
}

/// Reads a whole input.
pub(crate) fn read<'de, T: Read<'de>>(kind: ErrorKind, json: &'de [u8]) -> Result<T, Error> {
    read_within(Limits::default(), kind, json)
}

/// Reads what we have written ourselves.
pub(crate) fn read_stored<'de, T: Read<'de>>(kind: ErrorKind, json: &'de [u8]) -> Result<T, Error> {
    read_within(Limits::STORED, kind, json)
}

/// Reads an input that may be larger or must be smaller than others.
pub(crate) fn read_within<'de, T: Read<'de>>(limits: Limits, kind: ErrorKind, json: &'de [u8]) -> Result<T, Error> {
    if json.len() > limits.bytes {
        return Err(Error::one(kind, Fault::new(FaultCode::InputTooLarge, "").with(limits.bytes)));
    }
    let mut context = Context::within(limits);
    let text = std::str::from_utf8(json).map_err(|error| not_json(kind, String::new(), json, error.valid_up_to()))?;
    // A byte order mark is not JSON, but editors and some exports write it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut json = Json::new(text);
    let mut value = T::blank();
    let is_readable = value
        .read(&mut json, &mut context, &Path::Root)
        .and_then(|is_readable| if json.is_at_end() { Ok(is_readable) } else { Err(Broken) })
        .map_err(|Broken| {
            let path = context.take_broken_path();
            not_json(kind, path, text.as_bytes(), text.len() - json.remaining())
        })?;
    match Error::from_faults(kind, context.into_faults()) {
        Some(error) => Err(error),
        None if is_readable => Ok(value),
        // What cannot be read has noted why; this is for the compiler.
        None => Err(Error::one(kind, Fault::new(FaultCode::JsonInvalid, "").with(1).with(1))),
    }
}

/// The text is no JSON from the byte on that stands at `place`.
fn not_json(kind: ErrorKind, path: String, json: &[u8], place: usize) -> Error {
    // Where the text is cut, its last byte is named.
    let before = &json[..place.min(json.len().saturating_sub(1))];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
    Error::one(kind, Fault::new(FaultCode::JsonInvalid, path).with(line).with(column))
}
