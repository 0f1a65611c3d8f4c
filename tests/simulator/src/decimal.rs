//! Numbers in Netvisor's text forms (§5.2).

use rust_decimal::{Decimal, RoundingStrategy};

/// Reads a decimal with a comma or a dot. A thousands separator, a blank or an exponent is no number.
pub(crate) fn read(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

/// Rounds to cents, halves away from zero (§6.7).
pub(crate) fn cents(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// Writes a number with a comma and so many decimals.
pub(crate) fn write(number: Decimal, decimals: u32) -> String {
    let number = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    format!("{number:.*}", decimals as usize).replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comma_and_dot_are_read_and_nothing_else() {
        assert_eq!(read("125,50"), Some(Decimal::new(12550, 2)));
        assert_eq!(read("-0.005"), Some(Decimal::new(-5, 3)));
        for text in ["", "-", "1 000", "1.000,00", "1,", ",5", "1e3", "+1", "1,2,3", "٣"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(cents(Decimal::new(-12345, 3)), Decimal::new(-1235, 2));
        assert_eq!(write(Decimal::new(69, 1), 2), "6,90");
    }
}
