/// Whether a text is a Finnish reference number: 4 to 20 digits, blanks ignored, the last one the check digit by weights
/// 7, 3, 1 from the right (§5.3).
pub(crate) fn is_valid(text: &str) -> bool {
    let Some(digits) = digits(text) else { return false };
    let Some((check, base)) = digits.split_last() else { return false };
    if base.len() < 3 || base.len() > 19 {
        return false;
    }
    let sum: u32 =
        base.iter().rev().zip([7, 3, 1].into_iter().cycle()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    u32::from(*check) == (10 - sum % 10) % 10
}

/// The digits without blanks and leading zeros; `None` when there is anything else.
fn digits(text: &str) -> Option<Vec<u8>> {
    let mut digits = Vec::with_capacity(20);
    for byte in text.bytes().filter(|byte| *byte != b' ') {
        if !byte.is_ascii_digit() || digits.len() > 20 {
            return None;
        }
        if !(digits.is_empty() && byte == b'0') {
            digits.push(byte - b'0');
        }
    }
    Some(digits)
}

/// The number as Netvisor takes it: digits only.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_references_examples_are_valid() {
        for valid in ["1070", "1096", "1106", "100010", "1234561", "12 34561", "0001070"] {
            assert!(is_valid(valid), "{valid}");
        }
        for invalid in ["1071", "107", "0000", "", "12345a1", "123456789012345678901", "RF181070"] {
            assert!(!is_valid(invalid), "{invalid}");
        }
    }
}
