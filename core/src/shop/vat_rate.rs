use rust_decimal::{Decimal, RoundingStrategy};

use crate::order::{Country, CountryGroup, Date};

/// The VAT rate behind a net amount and its tax, where the shop does not say it: the nearest rate that reproduces the tax
/// to the cent. In Finland only the rates in force come into question; elsewhere the roundest that fits.
///
/// `unit` is the smallest amount of the currency. Zero without an amount to derive it from.
pub(super) fn snapped(net: Decimal, tax: Decimal, unit: Decimal, country: Country, date: Date) -> Decimal {
    // Beyond six decimals there is only noise, and divisions by next to nothing.
    let (net, tax) = (net.round_dp(6), tax.round_dp(6));
    if tax.is_zero() || net.is_zero() {
        return Decimal::ZERO;
    }
    let exact = tax * Decimal::ONE_HUNDRED / net;
    if exact.abs() > Decimal::ONE_THOUSAND {
        // No rate at all; refused where rates are checked.
        return exact.round_dp(4);
    }
    // Some shops keep more decimals than the currency has, and then say more.
    let unit = unit.min(Decimal::new(1, tax.normalize().scale()));
    // The shop rounded the tax of an amount either without VAT or with it.
    let comes_from = |amount: Decimal, rate: Decimal, whole: Decimal| {
        (amount * rate - tax * whole).abs() * Decimal::TWO <= unit * whole
    };
    let reproduces = |rate: &Decimal| {
        comes_from(net, *rate, Decimal::ONE_HUNDRED) || comes_from(net + tax, *rate, Decimal::ONE_HUNDRED + *rate)
    };
    if country.group() == CountryGroup::Domestic {
        let nearest = finnish_rates(date).into_iter().filter(reproduces).min_by_key(|rate| (*rate - exact).abs());
        if let Some(rate) = nearest {
            return rate;
        }
    }
    // Steps of 1, 0.5, 0.1 and then finer: a real rate has few decimals.
    let steps = [(1, 0), (5, 1), (1, 1), (1, 2), (1, 3), (1, 4)];
    steps
        .into_iter()
        .map(|(mantissa, scale)| {
            let step = Decimal::new(mantissa, scale);
            (exact / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step
        })
        .find(reproduces)
        .unwrap_or_else(|| exact.round_dp(4))
}

/// The rates in force on a day: 24 % became 25,5 % on 1 September 2024, 14 % became 13,5 % on 1 January 2026.
fn finnish_rates(date: Date) -> [Decimal; 3] {
    let general = if date.parts() >= (2024, 9, 1) { Decimal::new(255, 1) } else { Decimal::from(24) };
    let reduced = if date.parts() >= (2026, 1, 1) { Decimal::new(135, 1) } else { Decimal::from(14) };
    [general, reduced, Decimal::TEN]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(net: &str, tax: &str, country: &str, date: &str) -> String {
        let date = Date::from_text(date).unwrap();
        let country = Country::new(country).unwrap();
        let unit = Decimal::new(1, 2);
        snapped(net.parse().unwrap(), tax.parse().unwrap(), unit, country, date).normalize().to_string()
    }

    #[test]
    fn the_rate_in_force_is_found_for_small_amounts_too() {
        for (net, tax, date, expected) in [
            ("100.00", "25.50", "2026-02-01", "25.5"),
            ("0.40", "0.10", "2026-02-01", "25.5"),
            ("1.00", "0.14", "2026-02-01", "13.5"),
            ("1.00", "0.14", "2025-12-31", "14"),
            ("8.77", "1.18", "2026-02-01", "13.5"),
            ("0.03", "0.01", "2026-02-01", "25.5"),
            ("10.00", "2.40", "2024-08-31", "24"),
            ("10.00", "0.00", "2026-02-01", "0"),
            ("-10.00", "-1.00", "2026-02-01", "10"),
            // 7.55 with VAT: from the net amount the tax would be 1.54.
            ("6.02", "1.53", "2026-02-01", "25.5"),
        ] {
            assert_eq!(rate(net, tax, "FI", date), expected, "{net} {tax} {date}");
        }
    }

    #[test]
    fn elsewhere_the_roundest_rate_that_fits_is_taken() {
        for (net, tax, expected) in [
            ("6.00", "0.45", "7.5"),
            ("12.00", "0.90", "7.5"),
            ("1723.00", "396.29", "23"),
            ("100.00", "8.875", "8.875"),
            ("19.99", "1.64", "8.2"),
        ] {
            assert_eq!(rate(net, tax, "US", "2026-02-01"), expected, "{net} {tax}");
        }
    }
}
