//! Which rates each VAT code takes (§5.1).

use rust_decimal::Decimal;

/// Rates in tenths of a percent. The vendor's page predates 2026, so its 14 stands for 13,5 as well.
const NOTHING: &[i64] = &[0];
const ALL: &[i64] = &[0, 100, 135, 140, 240, 255];
const OTHER_TURNOVER: &[i64] = &[0, 100, 135, 140, 240];

/// Whether `code` may stand with `percentage`.
pub(crate) fn fits(code: &str, percentage: Decimal) -> bool {
    rates(code).iter().any(|tenths| percentage == Decimal::new(*tenths, 1))
}

fn rates(code: &str) -> &'static [i64] {
    match code {
        "KOMY" | "KOOS" | "EUOS" | "EUPO" | "EVTO" | "EVPO" | "KAVE" | "EVKV" | "RAOS" | "EVRO" | "MAAL" | "EVMA" => {
            ALL
        }
        "MUUL" => OTHER_TURNOVER,
        "NONE" | "KOMY0" | "EUMY" | "EUUM" | "EUPM312" | "EUPM309" | "RAMY" | "EUUO" | "100" => NOTHING,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_the_table() {
        let percent = |tenths| Decimal::new(tenths, 1);
        for (code, tenths, expected) in [
            ("KOMY", 255, true),
            ("KOMY", 135, true),
            ("KOMY", 190, false),
            ("KOMY0", 255, false),
            ("EUMY", 0, true),
            ("EUMY", 255, false),
            ("MUUL", 240, true),
            ("MUUL", 255, false),
            ("OSS", 0, false),
        ] {
            assert_eq!(fits(code, percent(tenths)), expected, "{code} {tenths}");
        }
    }
}
