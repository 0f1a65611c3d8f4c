use std::borrow::Cow;

use hifijson::SliceLexer;
use hifijson::num::LexWrite as _;
use hifijson::str::{Lex as _, LexAlloc as _};
use hifijson::token::Lex as _;

use super::{Context, Leaf, Path, Scalar};

/// The text stopped being JSON, where the reader stands.
#[derive(Debug)]
pub(crate) struct Broken;

/// JSON text from the value on that is to be read next. Values are taken off it, each once.
///
/// Types are read straight from the text. Going through serde would make a copy of its parser for each of them, and would
/// hand over numbers as binary fractions, which cannot hold cents.
pub(crate) struct Json<'de> {
    text: &'de str,
    /// How many bytes have been taken.
    at: usize,
}

/// What stands around the values of a list or an object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Brackets {
    List,
    Object,
}

impl Brackets {
    fn open(self) -> u8 {
        if self == Self::List { b'[' } else { b'{' }
    }

    fn close(self) -> u8 {
        if self == Self::List { b']' } else { b'}' }
    }
}

impl<'de> Json<'de> {
    pub(crate) fn new(text: &'de str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes have not been taken yet.
    pub(super) fn remaining(&self) -> usize {
        self.text.len() - self.at
    }

    /// Whether only white space is left.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.peek().is_none()
    }

    /// Whether the next value is a text.
    #[inline(always)]
    pub(crate) fn is_at_text(&mut self) -> bool {
        self.peek() == Some(b'"')
    }

    /// Whether the next value is a list.
    pub(crate) fn is_at_list(&mut self) -> bool {
        self.peek() == Some(Brackets::List.open())
    }

    /// Takes a `null`, if that is the next value.
    pub(crate) fn take_null(&mut self) -> Result<bool, Broken> {
        Ok(self.peek() == Some(b'n') && matches!(self.scalar()?, Scalar::Null))
    }

    /// Takes the next value. Lists and objects become scalars without a value.
    pub(crate) fn scalar(&mut self) -> Result<Scalar<'de>, Broken> {
        match self.peek().ok_or(Broken)? {
            b'"' => self.text().map(Scalar::Text),
            b'-' | b'0'..=b'9' => self.number().map(Scalar::Number),
            b'[' => self.skip().map(|()| Scalar::List),
            b'{' => self.skip().map(|()| Scalar::Object),
            _ => match self.lex(|lexer| lexer.null_or_bool()).ok_or(Broken)? {
                Some(value) => Ok(Scalar::Bool(value)),
                None => Ok(Scalar::Null),
            },
        }
    }

    /// Goes into a list or an object; `false` where the next value is none.
    pub(crate) fn enter(&mut self, brackets: Brackets) -> bool {
        self.takes(brackets.open())
    }

    /// Goes to the next element or field; `false` after the last, when the list or object has been left.
    pub(crate) fn next(&mut self, brackets: Brackets, is_first: bool) -> Result<bool, Broken> {
        if self.takes(brackets.close()) {
            return Ok(false);
        }
        if is_first || self.takes(b',') { Ok(true) } else { Err(Broken) }
    }

    /// Takes the name of a field, if it is one of these and written without escapes, and returns its place; looks from `start`
    /// on. Quicker than `key`, since no character is looked at twice.
    pub(super) fn known_key(&mut self, names: &[&str], start: usize) -> Result<Option<usize>, Broken> {
        if !self.is_at_text() {
            return Err(Broken);
        }
        let bytes = self.text.as_bytes();
        let at = self.at + 1;
        let mut index = start;
        // Not through iterators, which a compiler that looks to the size leaves as calls.
        for _ in 0..names.len() {
            if index >= names.len() {
                index = 0;
            }
            let name = names[index].as_bytes();
            let end = at + name.len();
            if bytes.get(end) == Some(&b'"') && bytes[at..end] == *name {
                self.at = end + 1;
                return if self.takes(b':') { Ok(Some(index)) } else { Err(Broken) };
            }
            index += 1;
        }
        Ok(None)
    }

    /// Takes the name of a field, borrowed from the input where it holds no escapes.
    pub(crate) fn key(&mut self) -> Result<Cow<'de, str>, Broken> {
        let key = self.text()?;
        if self.takes(b':') { Ok(key) } else { Err(Broken) }
    }

    /// Passes over the next value, however deep it is nested, without going down into it.
    pub(crate) fn skip(&mut self) -> Result<(), Broken> {
        let mut inside: Vec<Brackets> = Vec::new();
        loop {
            let entered = [Brackets::List, Brackets::Object].into_iter().find(|brackets| self.enter(*brackets));
            inside.extend(entered);
            if entered.is_none() {
                self.skip_scalar()?;
            }
            let mut is_first = entered.is_some();
            // On to the next value, out of all that ends here.
            loop {
                let Some(&brackets) = inside.last() else { return Ok(()) };
                if self.next(brackets, is_first)? {
                    if brackets == Brackets::Object {
                        self.skip_key()?;
                    }
                    break;
                }
                inside.pop();
                is_first = false;
            }
        }
    }

    /// Takes the next value as it stands in the text.
    fn raw(&mut self) -> Result<&'de [u8], Broken> {
        self.peek();
        let start = self.at;
        self.skip()?;
        Ok(&self.text.as_bytes()[start..self.at])
    }

    fn skip_scalar(&mut self) -> Result<(), Broken> {
        if self.takes(b'"') { self.skip_text() } else { self.scalar().map(|_| ()) }
    }

    fn skip_key(&mut self) -> Result<(), Broken> {
        let is_key = self.takes(b'"') && self.skip_text().is_ok() && self.takes(b':');
        if is_key { Ok(()) } else { Err(Broken) }
    }

    /// What is not wanted may hold escapes that are no characters.
    fn skip_text(&mut self) -> Result<(), Broken> {
        match self.plain_text() {
            Some(_) => Ok(()),
            None => self.lex(|lexer| lexer.str_ignore()).map_err(|_| Broken),
        }
    }

    pub(super) fn text(&mut self) -> Result<Cow<'de, str>, Broken> {
        if !self.takes(b'"') {
            return Err(Broken);
        }
        match self.plain_text() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.lex(|lexer| lexer.str_string()).map_err(|_| Broken),
        }
    }

    /// Takes the rest of a text up to and including its quotation mark, if it stands there as it is: nearly all do, and that
    /// they are UTF-8 is known.
    fn plain_text(&mut self) -> Option<&'de str> {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        while let Some(&byte) = bytes.get(end) {
            if byte == b'"' {
                let text = self.text.get(self.at..end);
                self.at = end + 1;
                return text;
            }
            if byte == b'\\' || byte < b' ' {
                return None;
            }
            end += 1;
        }
        None
    }

    fn number(&mut self) -> Result<&'de str, Broken> {
        let (number, _) = self.lex(|lexer| lexer.num_string().validated()).map_err(|_| Broken)?;
        Ok(number)
    }

    #[inline(always)]
    fn takes(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    /// The next byte that is no white space.
    #[inline(always)]
    fn peek(&mut self) -> Option<u8> {
        match self.text.as_bytes().get(self.at) {
            Some(&byte) if byte > b' ' => Some(byte),
            _ => self.peek_further(),
        }
    }

    /// As `peek`, where the next byte is not it.
    #[inline(never)]
    fn peek_further(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    /// Takes what the lexer takes.
    fn lex<R>(&mut self, take: impl FnOnce(&mut SliceLexer<'de>) -> R) -> R {
        let mut lexer = SliceLexer::new(&self.text.as_bytes()[self.at..]);
        let taken = take(&mut lexer);
        self.at = self.text.len() - lexer.as_slice().len();
        taken
    }
}

/// A list of values that are left as they stand in the text, however many there are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unread<'de>(pub(crate) Vec<&'de [u8]>);

impl<'de> Leaf<'de> for Unread<'de> {
    fn blank() -> Self {
        Self(Vec::new())
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        if !json.enter(Brackets::List) {
            let found = json.scalar()?;
            context.wrong_type(at, "array", found.type_name());
            return Ok(None);
        }
        let mut values = Vec::new();
        while json.next(Brackets::List, values.is_empty())? {
            values.push(json.raw()?);
        }
        Ok(Some(Self(values)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::de::IgnoredAny;

    use super::*;

    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "{\"a\":",
        "\"\"",
        "\"ä\"",
        "\"\\n\\u00e4\"",
        "\"\\ud800\"",
        "\"\\u12\"",
        "\"\\x\"",
        "\"",
        "\"\n\"",
        "0",
        "-0",
        "01",
        "-",
        "1.",
        "1.50",
        ".5",
        "1e5",
        "1E+5",
        "1e",
        "null",
        "nul",
        "true",
        "false",
        "True",
        " ",
        "\n",
    ];

    fn is_json(text: &str) -> bool {
        let mut json = Json::new(text);
        json.skip().is_ok() && json.is_at_end()
    }

    proptest! {
        #[test]
        fn what_is_passed_over_is_json(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..9)) {
            let text = pieces.concat();
            prop_assert_eq!(is_json(&text), serde_json::from_str::<IgnoredAny>(&text).is_ok(), "{}", text);
            let list = format!("[[{{\"a\": {text}}}, 7], {text}]");
            prop_assert_eq!(is_json(&list), serde_json::from_str::<IgnoredAny>(&list).is_ok(), "{}", list);
        }

        #[test]
        fn scalars_are_what_they_say(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..3)) {
            let text = pieces.concat();
            let mut json = Json::new(&text);
            let found = json.scalar().ok().filter(|_| json.is_at_end());
            match (found, serde_json::from_str::<serde_json::Value>(&text).ok()) {
                (Some(Scalar::Text(own)), Some(value)) => prop_assert_eq!(Some(&*own), value.as_str()),
                // One that is too large for serde_json is still a number.
                (Some(Scalar::Number(own)), None) => prop_assert_eq!(own.parse::<f64>().ok(), Some(f64::INFINITY)),
                (Some(Scalar::Number(own)), Some(value)) => prop_assert_eq!(own.parse::<f64>().ok(), value.as_f64()),
                (Some(Scalar::Bool(own)), Some(value)) => prop_assert_eq!(Some(own), value.as_bool()),
                (Some(Scalar::Null), Some(value)) => prop_assert!(value.is_null()),
                (Some(Scalar::List), value) => prop_assert!(value.is_none_or(|value| value.is_array())),
                (Some(Scalar::Object), value) => prop_assert!(value.is_none_or(|value| value.is_object())),
                (found, value) => prop_assert!(found.is_none() && value.is_none(), "{}", text),
            }
        }
    }

    #[test]
    fn commas_colons_and_brackets_stand_where_they_must() {
        for text in ["[]", "{}", "[1]", "[1, 2]", "[[], {}]", "{\"a\": 1, \"b\": {\"c\": []}}"] {
            assert!(is_json(text), "{text}");
        }
        for text in [
            "",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[1}",
            "[1]]",
            "{",
            "{1: 2}",
            "{\"a\"}",
            "{\"a\" 1}",
            "{\"a\": }",
            "{\"a\": 1,}",
            "{\"a\": 1 \"b\": 2}",
            "{\"a\": 1]",
            "{,}",
            "[1] 2",
        ] {
            assert!(!is_json(text), "{text}");
        }
    }

    #[test]
    fn values_left_unread_are_as_they_stand() {
        let mut json = Json::new(" [ 1.50, {\"a\": [\"]\"] } ,\"\\\"\", [] ] ");
        let read = Unread::take(&mut json, &mut Context::default(), &Path::Root);
        let values = read.ok().flatten().map(|Unread(values)| values).unwrap_or_default();
        assert_eq!(values, [&b"1.50"[..], b"{\"a\": [\"]\"] }", b"\"\\\"\"", b"[]"]);
        assert!(json.is_at_end());
    }
}
