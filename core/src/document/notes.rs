use std::borrow::Cow;
use std::collections::HashSet;

use crate::fault::FaultCode;
use crate::fault::{Error, ErrorKind, Fault};
use crate::settings::{Settings, TextOverflow};
use crate::strict_json::MAX_FAULTS;

/// What was found while the documents were made: faults, which stop the order, and warnings, which travel with it.
pub(super) struct Notes<'s> {
    settings: &'s Settings,
    faults: Vec<Fault>,
    warnings: Vec<Fault>,
}

/// How a field of Netvisor takes a text.
#[derive(Clone, Copy)]
pub(super) enum Room {
    /// One line, at most so many characters.
    Line(usize),
    /// One line, for which the reference gives no length.
    OpenLine,
    /// Several lines, at most so many characters.
    Lines(usize),
}

impl<'s> Notes<'s> {
    pub(super) fn new(settings: &'s Settings) -> Self {
        Self { settings, faults: Vec::new(), warnings: Vec::new() }
    }

    pub(super) fn fault(&mut self, fault: Fault) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Warnings are not limited: each tells of something left out or changed.
    pub(super) fn warning(&mut self, warning: Fault) {
        self.warnings.push(warning);
    }

    /// The text as Netvisor's field takes it: trimmed, without characters XML forbids, not too long.
    pub(super) fn fit<'t>(&mut self, text: &'t str, room: Room, path: impl Fn() -> String) -> Cow<'t, str> {
        self.fit_any(text, room, &path)
    }

    /// The same; exists once, and not again for everything that names a path.
    fn fit_any<'t>(&mut self, text: &'t str, room: Room, path: &dyn Fn() -> String) -> Cow<'t, str> {
        let limit = match room {
            Room::Line(limit) | Room::Lines(limit) => limit,
            Room::OpenLine => usize::MAX,
        };
        if text.len() <= limit && is_plain(text.as_bytes()) {
            return Cow::Borrowed(text);
        }
        let mut fitted = clean(text.trim(), matches!(room, Room::Lines(_)));
        if fitted.removed {
            self.warning(Fault::new(FaultCode::CharactersRemoved, path()));
        }
        if let Some((end, _)) = fitted.text.char_indices().nth(limit) {
            match self.settings.text_overflow {
                TextOverflow::TruncateAndWarn => {
                    let kept = fitted.text[..end].trim_end().len();
                    fitted.text.to_mut().truncate(kept);
                    self.warning(Fault::new(FaultCode::TextTruncated, path()).with(limit));
                }
                TextOverflow::Refuse => self.fault(Fault::new(FaultCode::TextOverflow, path()).with(limit)),
            }
        }
        fitted.text
    }

    /// An optional text; one that is empty is left out.
    pub(super) fn fit_optional<'t>(
        &mut self,
        text: Option<&'t str>,
        room: Room,
        path: impl Fn() -> String,
    ) -> Option<Cow<'t, str>> {
        text.map(|text| self.fit(text, room, path)).filter(|text| !text.is_empty())
    }

    /// The warnings, or the error that stops the order.
    pub(super) fn finish(mut self) -> Result<Vec<Fault>, Error> {
        let language = self.settings.language();
        // The same text may go into several documents; saying once what is the matter with it is enough.
        for notes in [&mut self.faults, &mut self.warnings] {
            let mut said = HashSet::new();
            notes.retain(|note| said.insert((note.code(), note.path().to_owned())));
        }
        match Error::from_faults(ErrorKind::Order, self.faults) {
            Some(error) => Err(error.in_language(language)),
            None => Ok(self.warnings.into_iter().map(|warning| warning.in_language(language)).collect()),
        }
    }
}

/// The text as a field of one line takes it, however long it is.
#[cfg(feature = "fetch")]
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    clean(text.trim(), false).text
}

/// Whether it is ASCII of one line without blanks around it, as most texts are.
fn is_plain(text: &[u8]) -> bool {
    // Not through iterators, which a compiler that looks to the size leaves as calls.
    let mut at = 0;
    while at < text.len() {
        if !matches!(text[at], b' '..=b'~') {
            return false;
        }
        at += 1;
    }
    text.first() != Some(&b' ') && text.last() != Some(&b' ')
}

struct Cleaned<'t> {
    text: Cow<'t, str>,
    removed: bool,
}

/// Removes what XML 1.0 cannot carry; line breaks become blanks where only one line is wanted.
fn clean(text: &str, lines: bool) -> Cleaned<'_> {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(|c: char| forbidden(c) || matches!(c, '\r' | '\n' | '\t')) {
        return Cleaned { text: Cow::Borrowed(text), removed: false };
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut removed = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            c if forbidden(c) => removed = true,
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' if lines => cleaned.push('\n'),
            '\r' | '\n' | '\t' => cleaned.push(' '),
            c => cleaned.push(c),
        }
    }
    Cleaned { text: Cow::Owned(cleaned), removed }
}
