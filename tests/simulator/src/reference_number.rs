//! The Finnish reference number with its 7-3-1 check digit (§5.3).

/// Whether a full reference number of 4 to 20 digits carries the right check digit. Blanks are ignored.
pub(crate) fn is_valid(text: &str) -> bool {
    let digits: String = text.chars().filter(|character| *character != ' ').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let significant = digits.trim_start_matches('0');
    (4..=20).contains(&significant.len()) && with_check_digit(&significant[..significant.len() - 1]) == significant
}

/// Appends the check digit to a base of digits.
pub(crate) fn with_check_digit(base: &str) -> String {
    let sum: u32 = base
        .bytes()
        .rev()
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!("{base}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers() {
        for (base, full) in
            [("107", "1070"), ("109", "1096"), ("110", "1106"), ("10001", "100010"), ("123456", "1234561")]
        {
            assert_eq!(with_check_digit(base), full);
            assert!(is_valid(full));
        }
        assert!(is_valid("00 12345 61"));
    }

    #[test]
    fn wrong_numbers() {
        for text in ["", "1071", "0000", "019", "1234562", "#1001", "RF18 1070", "123456789012345678901"] {
            assert!(!is_valid(text), "{text:?}");
        }
    }
}
