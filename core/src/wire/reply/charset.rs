use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

/// The body in UTF-8. Netvisor answers in UTF-8 (§1.7), and what declares nothing, or something else than ISO 8859, is taken
/// for it; the reader finds out where that is not true.
pub(super) fn to_utf8(body: &[u8]) -> Cow<'_, [u8]> {
    let is_latin_9 = match declared(body).as_deref() {
        Some("iso-8859-15" | "iso8859-15" | "latin-9" | "latin9") => true,
        Some("iso-8859-1" | "iso8859-1" | "latin-1" | "latin1") => false,
        _ => return Cow::Borrowed(body),
    };
    let mut text = String::with_capacity(body.len() + body.len() / 16);
    text.extend(body.iter().map(|&byte| if is_latin_9 { latin_9(byte) } else { char::from(byte) }));
    Cow::Owned(text.into_bytes())
}

/// The encoding the XML declaration names, in lower case. A byte order mark outweighs it.
fn declared(body: &[u8]) -> Option<String> {
    if !body.starts_with(b"<?xml") {
        return None;
    }
    match Reader::from_reader(body).read_event() {
        Ok(Event::Decl(declaration)) => Some(declaration.encoding()?.ok()?.to_ascii_lowercase()),
        _ => None,
    }
}

/// ISO 8859-15 differs from ISO 8859-1, and so from the first 256 code points of Unicode, in eight places.
fn latin_9(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        same => char::from(same),
    }
}
