use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use rust_decimal::Decimal;

use super::field::Field;
use super::trouble::Trouble;
use super::value::decimal;

/// How deep elements may be nested. Netvisor's own replies go eight deep (§3.12).
const MAX_DEPTH: u32 = 32;

/// Walks through a reply element by element. Nothing is kept but the position: texts are borrowed from the body wherever
/// they stand in it as they are.
///
/// Every element handed out must be left again by exactly one of [`text`](Self::text), [`skip`](Self::skip), or
/// [`child`](Self::child) until it gives `None`; [`each_child`] sees to that.
pub(super) struct XmlReader<'a> {
    events: Reader<&'a [u8]>,
    depth: u32,
    /// The element just handed out was `<name/>`: it is left without an event.
    is_empty: bool,
}

/// The start of an element: its name and attributes.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub(super) fn name_is(&self, name: &str) -> bool {
        // Nearly always the case is the usual one, and comparing that takes an instruction or two.
        let own = self.0.name().0;
        own == name || own.eq_ignore_ascii_case(name)
    }

    /// The name as the reply spells it.
    pub(super) fn name(&self) -> &str {
        self.0.name().0
    }

    /// The value of an attribute; an empty one counts as none.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<String>, Trouble> {
        let owned = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        Ok(self.judge_attribute(name, owned)?.flatten())
    }

    /// What `judge` makes of the value of an attribute, without a copy of it; `None` where there is no such attribute.
    pub(super) fn judge_attribute<T>(&self, name: &str, judge: impl FnOnce(&str) -> T) -> Result<Option<T>, Trouble> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Trouble::broken())?;
            if attribute.key.0.eq_ignore_ascii_case(name) {
                let value = unescape(&attribute.value).map_err(|_| Trouble::broken())?;
                return Ok(Some(judge(value.trim_ascii())));
            }
        }
        Ok(None)
    }

    /// The number in an attribute.
    pub(super) fn decimal_attribute(&self, name: &str) -> Result<Option<Decimal>, Trouble> {
        let Some(text) = self.attribute(name)? else { return Ok(None) };
        decimal(&text).map(Some).ok_or_else(|| Trouble::incomplete(name))
    }
}

impl<'a> XmlReader<'a> {
    /// Opens the document, up to and including the start of its root element.
    pub(super) fn open(body: &'a [u8], root: &str) -> Result<Self, Trouble> {
        let mut xml = Self { events: Reader::from_reader(body), depth: 0, is_empty: false };
        loop {
            let start = match xml.next()? {
                Event::Start(start) => start,
                Event::Empty(start) => {
                    xml.is_empty = true;
                    start
                }
                Event::DocType(name) if name.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("html")) => {
                    return Err(Trouble::not_xml());
                }
                Event::DocType(_) => return Err(Trouble::broken()),
                Event::Text(text) if text.trim_ascii().is_empty() => continue,
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
                _ => return Err(Trouble::not_xml()),
            };
            return if Element(start).name_is(root) { Ok(xml) } else { Err(Trouble::not_xml()) };
        }
    }

    /// Sees that nothing follows the root element, which has been left.
    pub(super) fn close(mut self) -> Result<(), Trouble> {
        loop {
            match self.next()? {
                Event::Eof => return Ok(()),
                Event::Text(text) if text.trim_ascii().is_empty() => {}
                Event::PI(_) | Event::Comment(_) => {}
                _ => return Err(Trouble::broken()),
            }
        }
    }

    /// The next element inside the present one, or `None` when the present one ends.
    pub(super) fn child(&mut self) -> Result<Option<Element<'a>>, Trouble> {
        if std::mem::take(&mut self.is_empty) {
            return Ok(None);
        }
        self.pass_over_space(true);
        loop {
            match self.next()? {
                Event::Start(start) => return Ok(Some(Element(start))),
                Event::Empty(start) => {
                    self.is_empty = true;
                    return Ok(Some(Element(start)));
                }
                Event::End(_) => return Ok(None),
                Event::GeneralRef(reference) => {
                    resolve(&reference)?;
                }
                Event::Eof | Event::DocType(_) => return Err(Trouble::broken()),
                _ => {}
            }
        }
    }

    /// Leaves the present element with all it holds.
    pub(super) fn skip(&mut self) -> Result<(), Trouble> {
        if std::mem::take(&mut self.is_empty) {
            return Ok(());
        }
        self.pass_over_space(true);
        let depth = self.depth;
        loop {
            match self.next()? {
                Event::End(_) if self.depth < depth => return Ok(()),
                Event::GeneralRef(reference) => {
                    resolve(&reference)?;
                }
                Event::Eof | Event::DocType(_) => return Err(Trouble::broken()),
                _ => {}
            }
        }
    }

    /// Leaves the present element; its text without the white space around it.
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, Trouble> {
        Ok(match self.raw_text()? {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_ascii()),
            Cow::Owned(text) if text.trim_ascii().len() == text.len() => Cow::Owned(text),
            Cow::Owned(text) => Cow::Owned(text.trim_ascii().to_owned()),
        })
    }

    /// Leaves the present element; its text, `None` when there is none.
    pub(super) fn optional_text(&mut self) -> Result<Option<Cow<'a, str>>, Trouble> {
        let text = self.text()?;
        Ok((!text.is_empty()).then_some(text))
    }

    /// Leaves `element`, the present one; its text as `parse` understands it, `None` when it is empty.
    pub(super) fn value<T>(
        &mut self,
        element: &Element<'_>,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Trouble> {
        let text = self.text()?;
        if text.is_empty() {
            return Ok(None);
        }
        parse(&text).map(Some).ok_or_else(|| Trouble::incomplete(element.name()))
    }

    /// Reads the elements inside the present one that have these names into the fields of the same places, and skips the others.
    pub(super) fn fields(&mut self, names: &[&str], fields: &mut [&mut dyn Field<'a>]) -> Result<(), Trouble> {
        let mut next = 0;
        while let Some(child) = self.child()? {
            if !self.field(&child, names, fields, &mut next)? {
                self.skip()?;
            }
        }
        Ok(())
    }

    /// Reads `element`, the present one, into the field of its name; `false` where there is none, and it has not been left.
    /// `next` says which field is likely, since elements mostly come in the order in which we name them.
    pub(super) fn field(
        &mut self,
        element: &Element<'_>,
        names: &[&str],
        fields: &mut [&mut dyn Field<'a>],
        next: &mut usize,
    ) -> Result<bool, Trouble> {
        let (earlier, later) = names.split_at(*next);
        let Some(distance) = later.iter().chain(earlier).position(|name| element.name_is(name)) else {
            return Ok(false);
        };
        let place = (*next + distance) % names.len();
        *next = place + 1;
        fields[place].read(self, element)?;
        Ok(true)
    }

    /// Leaves the present element; its text exactly as it stands there. Elements inside are passed over.
    pub(super) fn raw_text(&mut self) -> Result<Cow<'a, str>, Trouble> {
        if std::mem::take(&mut self.is_empty) {
            return Ok(Cow::Borrowed(""));
        }
        self.pass_over_space(false);
        // Nearly every element is empty or holds one piece of text, which is then borrowed.
        let text = match self.next()? {
            Event::Text(text) => line_ends(text.into_inner()),
            Event::End(_) => return Ok(Cow::Borrowed("")),
            other => return self.join_text(String::new(), other),
        };
        match self.next()? {
            Event::End(_) => Ok(text),
            other => {
                let mut joined = String::with_capacity(text.len() + 32);
                joined.push_str(&text);
                self.join_text(joined, other)
            }
        }
    }

    /// Goes on with a text that stands in pieces, from `event` on.
    fn join_text(&mut self, mut text: String, mut event: Event<'a>) -> Result<Cow<'a, str>, Trouble> {
        // How many elements inside the present one are open.
        let mut inside = 0;
        loop {
            match event {
                Event::Start(_) => inside += 1,
                Event::End(_) if inside == 0 => return Ok(Cow::Owned(text)),
                Event::End(_) => inside -= 1,
                Event::Text(piece) if inside == 0 => text.push_str(&line_ends(piece.into_inner())),
                Event::CData(piece) if inside == 0 => text.push_str(&line_ends(piece.into_inner())),
                Event::GeneralRef(reference) => {
                    let character = resolve(&reference)?;
                    if inside == 0 {
                        text.push(character);
                    }
                }
                Event::Eof | Event::DocType(_) => return Err(Trouble::broken()),
                _ => {}
            }
            event = self.next()?;
        }
    }

    /// Whether white space after a tag is worth an event. It is none between elements, which saves many of them.
    fn pass_over_space(&mut self, is_passed_over: bool) {
        self.events.config_mut().trim_text_start = is_passed_over;
    }

    /// The next event, with the depth counted.
    #[inline]
    fn next(&mut self) -> Result<Event<'a>, Trouble> {
        let event = self.events.read_event().map_err(|_| Trouble::broken())?;
        match event {
            Event::Start(_) if self.depth == MAX_DEPTH => return Err(Trouble::broken()),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        Ok(event)
    }
}

/// Line ends as XML wants them read: `\n` for `\r\n` and `\r`.
fn line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte == b'\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text }
}

/// The five predefined entities and character references; anything else would have to be declared, and nothing may be.
fn resolve(reference: &BytesRef<'_>) -> Result<char, Trouble> {
    let character = match reference.resolve_char_ref() {
        Ok(Some(character)) => Some(character),
        Ok(None) => resolve_xml_entity(reference).and_then(|text| text.chars().next()),
        Err(_) => None,
    };
    character.ok_or_else(Trouble::broken)
}

/// Goes through the elements inside the present one by name, whatever its case, and skips those not named. After `->` stands the
/// [`Field`] that takes an element's text; after `=>`, for what is more than a text, what leaves the element.
macro_rules! each_child {
    ($xml:ident, $child:ident { $( $name:literal -> $field:expr ),+ $(,)? }) => {
        $xml.fields(&[$( $name ),+], &mut [$( &mut $field ),+])?
    };
    ($xml:ident, $child:ident { $( $name:literal -> $field:expr ),+ $(,)? } else { $( $other:literal => $read:expr ),+ $(,)? }) => {
        let mut next = 0;
        while let Some($child) = $xml.child()? {
            if !$xml.field(&$child, &[$( $name ),+], &mut [$( &mut $field ),+], &mut next)? {
                $( if $child.name_is($other) { $read; } else )+ { $xml.skip()?; }
            }
        }
    };
    ($xml:ident, $child:ident { $( $other:literal => $read:expr ),+ $(,)? }) => {
        while let Some($child) = $xml.child()? {
            $( if $child.name_is($other) { $read; } else )+ { $xml.skip()?; }
        }
    };
}
pub(super) use each_child;
