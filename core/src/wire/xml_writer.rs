use rust_decimal::Decimal;

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
    pub(crate) fn open(&mut self, name: &str) {
        self.start(name);
        self.body.push('>');
    }

    /// `<name`, for attributes to follow.
    pub(crate) fn start(&mut self, name: &str) {
        self.body.push('<');
        self.body.push_str(name);
    }

    /// ` name="value"`
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        self.body.push(' ');
        self.body.push_str(name);
        self.body.push_str("=\"");
        self.text(value);
        self.body.push('"');
    }

    /// `</name>`
    pub(crate) fn close(&mut self, name: &str) {
        self.body.push_str("</");
        self.body.push_str(name);
        self.body.push('>');
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
                self.body.push(';');
                clean = at + length;
            }
            at += length;
        }
        self.body.push_str(&text[clean..]);
    }

    /// A whole number.
    pub(crate) fn digits(&mut self, number: u64) {
        let mut buffer = [0_u8; 20];
        let start = write_digits(number, &mut buffer);
        self.ascii_bytes(&buffer[start..]);
    }

    /// A decimal with a comma (§5.2), with at least `decimals` decimals and no further trailing zeros.
    pub(crate) fn decimal(&mut self, value: Decimal, decimals: u32) {
        if value.is_sign_negative() && !value.is_zero() {
            self.body.push('-');
        }
        let Ok(mut mantissa) = u64::try_from(value.mantissa().unsigned_abs()) else {
            // Beyond 18 digits nothing we accept gets here; written the slow way all the same.
            let text = value.abs().normalize().to_string();
            self.body.push_str(&text.replace('.', ","));
            return;
        };
        let mut scale = value.scale();
        while scale > decimals && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            scale -= 1;
        }
        let divisor = 10_u64.checked_pow(scale).unwrap_or(u64::MAX);
        self.digits(mantissa / divisor);
        if scale.max(decimals) == 0 {
            return;
        }
        self.body.push(',');
        if scale > 0 {
            let mut fraction = [b'0'; 20];
            write_digits(mantissa % divisor, &mut fraction);
            self.ascii_bytes(&fraction[20 - (scale as usize).min(20)..]);
        }
        for _ in scale..decimals {
            self.body.push('0');
        }
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

/// Writes the digits at the end of the buffer and says where they begin; the bytes before stay as they were.
fn write_digits(mut number: u64, buffer: &mut [u8; 20]) -> usize {
    let mut at = buffer.len();
    loop {
        at -= 1;
        buffer[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            return at;
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
