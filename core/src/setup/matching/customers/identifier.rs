use crate::document::business_id;

/// A business id or VAT id as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identifier {
    /// Of a Finnish company eight digits, otherwise letters and digits.
    text: Box<str>,
    /// Whether it is a Finnish business id with the right check digit (§5.4). Of others nothing tells a mistyped one.
    is_checked: bool,
}

impl Identifier {
    /// `1234567-1`, `12345671`, `FI12345671` and `003712345671` are the same company's; old business ids have six digits
    /// before the hyphen (§5.4). `None` for what can tell nobody apart, such as `-` or `0000000-0`.
    pub(super) fn new(text: &str) -> Option<Self> {
        // Longer ones are no identifiers; this bounds what is kept of them.
        let letters = |character: &char| character.is_alphanumeric();
        let text: String = text.chars().filter(letters).take(40).flat_map(char::to_uppercase).collect();
        let digits = text.strip_prefix("FI").unwrap_or(&text);
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number(digits) && (6..=8).contains(&digits.len()) {
            let text = format!("{digits:0>8}");
            let is_checked = is_valid(&text);
            return text.bytes().any(|byte| byte != b'0').then(|| Self { text: text.into(), is_checked });
        }
        // An OVT code, to which digits may be appended (§5.4).
        if let Some(company) = text.strip_prefix("0037").and_then(|rest| rest.get(..8))
            && is_number(company)
            && is_valid(company)
        {
            return Some(Self { text: company.into(), is_checked: true });
        }
        let says_something = text.len() >= 5 && text.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        says_something.then(|| Self { text: text.into(), is_checked: false })
    }

    pub(super) fn key(&self) -> &str {
        &self.text
    }

    pub(super) fn is_checked(&self) -> bool {
        self.is_checked
    }
}

/// Whether eight digits are a business id.
fn is_valid(digits: &str) -> bool {
    digits.split_at_checked(7).is_some_and(|(number, check)| business_id::is_valid(&format!("{number}-{check}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_company_in_every_spelling() {
        for text in [
            "1234567-1",
            " 1234567 - 1",
            "12345671",
            "FI12345671",
            "fi 1234567-1",
            "1234567–1",
            "003712345671",
            "00371234567100",
        ] {
            let identifier = Identifier::new(text);
            assert_eq!(identifier, Some(Identifier { text: "12345671".into(), is_checked: true }), "{text}");
        }
        assert_eq!(Identifier::new("112038-9"), Identifier::new("FI01120389"));
    }

    #[test]
    fn what_cannot_be_checked_still_compares() {
        for (text, compared) in
            [("1234567-8", "12345678"), ("SE 5560-360793 01", "SE556036079301"), ("003712345678", "003712345678")]
        {
            let identifier = Identifier::new(text);
            assert_eq!(identifier, Some(Identifier { text: compared.into(), is_checked: false }), "{text}");
        }
        for text in ["", "-", "0", "0000000-0", "FI00000000", "ei ole", "1234", "FI"] {
            assert_eq!(Identifier::new(text), None, "{text}");
        }
    }
}
