#![allow(clippy::single_char_add_str, reason = "a text is copied as it is, a character would be encoded first")]

use rust_decimal::Decimal;

use super::{Attribute, Tags};

/// Builds a request body. Netvisor wants no declaration and `<root>` first (§1.7).
pub(crate) struct XmlWriter {
    body: String,
    ascii: bool,
}

impl XmlWriter {
    /// `ascii`: write every other character as a numeric reference, so that the bytes are valid in ISO 8859-15 and in UTF-8.
    pub(crate) fn new(ascii: bool, capacity: usize) -> Self {
        let mut body = String::with_capacity(capacity);
        body.push_str("<root>");
        Self { body, ascii }
    }

    pub(crate) fn finish(mut self) -> String {
        self.body.push_str("</root>");
        self.body
    }

    /// `<name>`
    pub(crate) fn start(&mut self, tags: Tags) {
        self.body.push_str(tags.start);
    }

    /// `<name`; attributes are to follow, and then the `>`.
    pub(crate) fn start_with_attributes(&mut self, tags: Tags) {
        self.body.push_str(&tags.start[..tags.start.len() - 1]);
    }

    /// ` name="value"`
    pub(crate) fn attribute(&mut self, attribute: Attribute<'_>) {
        self.body.push_str(attribute.before);
        self.text(attribute.value);
        self.body.push_str("\"");
    }

    /// `</name>`
    pub(crate) fn end(&mut self, tags: Tags) {
        self.body.push_str(tags.end);
    }

    /// Markup of our own, written as it is.
    pub(crate) fn markup(&mut self, markup: &str) {
        self.body.push_str(markup);
    }

    /// Text content; characters XML forbids have been removed before.
    pub(crate) fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut clean = 0;
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte < 0x80 {
                let escaped = match byte {
                    b'<' => "&lt;",
                    b'>' => "&gt;",
                    b'&' => "&amp;",
                    b'"' => "&quot;",
                    _ => {
                        at += 1;
                        continue;
                    }
                };
                self.body.push_str(&text[clean..at]);
                self.body.push_str(escaped);
                at += 1;
                clean = at;
                continue;
            }
            let length = text[at..].chars().next().map_or(1, char::len_utf8);
            if self.ascii {
                self.body.push_str(&text[clean..at]);
                let code = text[at..].chars().next().map_or(0, u32::from);
                self.body.push_str("&#");
                self.digits(code.into());
                self.body.push_str(";");
                clean = at + length;
            }
            at += length;
        }
        self.body.push_str(&text[clean..]);
    }

    /// A whole number.
    pub(crate) fn digits(&mut self, number: u64) {
        let mut digits = Backwards::new();
        digits.number(number);
        self.ascii_bytes(digits.written());
    }

    /// A decimal with a comma (§5.2), with at least `decimals` decimals and no further trailing zeros.
    pub(crate) fn decimal(&mut self, value: Decimal, decimals: u32) {
        let Ok(mut mantissa) = u64::try_from(value.mantissa().unsigned_abs()) else {
            // Beyond 18 digits nothing we accept gets here; written the slow way all the same.
            self.body.push_str(&value.normalize().to_string().replace('.', ","));
            return;
        };
        let is_negative = value.is_sign_negative() && mantissa != 0;
        let mut scale = value.scale();
        while scale > decimals && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            scale -= 1;
        }
        let mut digits = Backwards::new();
        for _ in scale..decimals {
            digits.byte(b'0');
        }
        for _ in 0..scale {
            mantissa = digits.last_of(mantissa);
        }
        if scale.max(decimals) > 0 {
            digits.byte(b',');
        }
        digits.number(mantissa);
        if is_negative {
            digits.byte(b'-');
        }
        self.ascii_bytes(digits.written());
    }

    /// `YYYY-MM-DD`.
    pub(crate) fn date(&mut self, (year, month, day): (i32, u32, u32)) {
        let year = year.unsigned_abs();
        let digit = |number: u32| b'0' + (number % 10) as u8;
        self.ascii_bytes(&[
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ]);
    }

    fn ascii_bytes(&mut self, bytes: &[u8]) {
        self.body.push_str(std::str::from_utf8(bytes).unwrap_or_default());
    }
}

/// A number that is written from its last digit on. There is room for the 28 decimals of a [`Decimal`] and 20 more digits.
struct Backwards {
    bytes: [u8; 64],
    start: usize,
}

impl Backwards {
    fn new() -> Self {
        Self { bytes: [0; 64], start: 64 }
    }

    fn written(&self) -> &[u8] {
        &self.bytes[self.start..]
    }

    #[inline(always)]
    fn byte(&mut self, byte: u8) {
        self.start -= 1;
        self.bytes[self.start] = byte;
    }

    /// Writes the last digit, and returns the others.
    fn last_of(&mut self, number: u64) -> u64 {
        self.byte(b'0' + (number % 10) as u8);
        number / 10
    }

    fn number(&mut self, number: u64) {
        let mut left = self.last_of(number);
        while left > 0 {
            left = self.last_of(left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str, decimals: u32) -> String {
        let mut writer = XmlWriter::new(true, 0);
        writer.decimal(text.parse().unwrap(), decimals);
        writer.finish().replace("<root>", "").replace("</root>", "")
    }

    #[test]
    fn decimals_have_a_comma_and_no_needless_zeros() {
        for (value, decimals, expected) in [
            ("125.5", 2, "125,50"),
            ("125", 2, "125,00"),
            ("0.05", 2, "0,05"),
            ("-0.5", 0, "-0,5"),
            ("25.50", 0, "25,5"),
            ("2.000", 0, "2"),
            ("-0.00", 2, "0,00"),
            ("1000000.000001", 2, "1000000,000001"),
            ("0", 0, "0"),
            ("99999999999999999999.5", 2, "99999999999999999999,5"),
        ] {
            assert_eq!(decimal(value, decimals), expected, "{value}");
        }
    }

    #[test]
    fn text_is_escaped_and_kept_to_ascii() {
        let mut writer = XmlWriter::new(true, 0);
        writer.text("Ä&Ö <ş> \"x\" \u{1f384}a");
        assert_eq!(writer.finish(), "<root>&#196;&amp;&#214; &lt;&#351;&gt; &quot;x&quot; &#127876;a</root>");
        let mut writer = XmlWriter::new(false, 0);
        writer.text("Ä & ş");
        assert_eq!(writer.finish(), "<root>Ä &amp; ş</root>");
    }
}
