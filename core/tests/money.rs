//! The money rule as a property: whatever mix of lines an order has, what is exported sums to the order's total, to the
//! cent. The shop's side of the reckoning is done here in whole cents, without the library's own arithmetic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may read clocks and files, and stop"
)]

#[path = "support/exported.rs"]
mod exported;

use exported::{Exported, exported};
use netvisor_orders::json;
use proptest::prelude::*;
use serde_json::{Value, json};

/// One line as a shop would compute it, in cents.
#[derive(Debug, Clone)]
struct ShopLine {
    kind: &'static str,
    rate_tenths: i64,
    quantity_halves: i64,
    price: i64,
    discount: i64,
    says_vat: bool,
}

const RATES: [i64; 5] = [255, 240, 135, 100, 0];

fn line() -> impl Strategy<Value = ShopLine> {
    let kinds = prop_oneof![8 => Just("product"), 1 => Just("shipping"), 1 => Just("fee"), 1 => Just("discount"), 1 => Just("gift_card")];
    (kinds, 0..RATES.len(), 1..40_i64, 0..500_000_i64, prop_oneof![3 => Just(0), 1 => 1..=100_i64], any::<bool>())
        .prop_map(|(kind, rate, quantity_halves, price, discount, says_vat)| ShopLine {
            kind,
            rate_tenths: if kind == "gift_card" { 0 } else { RATES[rate] },
            quantity_halves: if kind == "product" { quantity_halves } else { 2 },
            price,
            discount: if kind == "product" { discount } else { 0 },
            says_vat,
        })
}

/// Half away from zero.
fn divide(numerator: i64, denominator: i64) -> i64 {
    let half = denominator / 2 * numerator.signum();
    (numerator + half) / denominator
}

fn cents(amount: i64) -> String {
    format!("{}{}.{:02}", if amount < 0 { "-" } else { "" }, amount.abs() / 100, amount.abs() % 100)
}

/// The order as JSON and its total in cents; `off` is by how much the shop's own total is wrong.
fn order(lines: &[ShopLine], gross: bool, off: i64) -> (Value, i64) {
    let mut total = 0;
    let mut json_lines = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let negative = matches!(line.kind, "discount" | "gift_card");
        let sign = if negative { -1 } else { 1 };
        let full = divide(line.price * line.quantity_halves, 2) * sign;
        let line_total = divide(full * (100 - line.discount), 100);
        let vat = if gross {
            divide(line_total * line.rate_tenths, 1000 + line.rate_tenths)
        } else {
            divide(line_total * line.rate_tenths, 1000)
        };
        total += if gross { line_total } else { line_total + vat };
        let mut json_line = json!({
            "kind": line.kind,
            "sku": format!("SKU-{index}"),
            "name": format!("Rivi {index}"),
            "quantity": format!("{}.{}", line.quantity_halves / 2, if line.quantity_halves % 2 == 1 { "5" } else { "0" }),
            "unit_price": cents(line.price * sign),
            "vat_percent": format!("{}.{}", line.rate_tenths / 10, line.rate_tenths % 10),
            "total": cents(line_total),
        });
        if line.discount > 0 {
            json_line["discount_percent"] = json!(line.discount.to_string());
        }
        if line.says_vat {
            json_line["vat_total"] = json!(cents(vat));
        }
        json_lines.push(json_line);
    }
    let address =
        json!({ "name": "Aino Aalto", "street": "Katu 1", "postcode": "00100", "city": "Helsinki", "country": "FI" });
    let order = json!({
        "number": "1", "placed_at": "2025-01-15T12:00:00+02:00", "currency": "EUR", "prices_include_vat": gross,
        "total": cents(total + off),
        "customer": { "kind": "consumer", "number": "7", "name": "Aino Aalto" },
        "billing": address,
        "lines": json_lines,
        "payment": { "method": "card", "title": "Kortti", "paid": true, "paid_on": "2025-01-15" },
    });
    (order, total + off)
}

const SETTINGS: &str =
    r#"{"customers": {"missing": "reject"}, "products": {"missing": "reject"}, "lines": {"sum": "SUM"}}"#;

fn export(order: &Value, sum: &str) -> Result<Exported, netvisor_orders::Error> {
    let settings = json::settings(SETTINGS.replace("SUM", sum).as_bytes()).unwrap();
    let preview = json::preview(order.to_string().as_bytes(), &settings, b"{}")?;
    assert_eq!(preview.documents.len(), 1);
    Ok(exported(preview.documents[0].request.body.as_deref().unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exported_lines_sum_to_the_total(
        lines in prop::collection::vec(line(), 1..200),
        gross in any::<bool>(),
        off in -5..=5_i64,
    ) {
        let (order, total) = order(&lines, gross, off);
        prop_assume!(total >= 0);
        let sent = export(&order, "gross").unwrap();
        prop_assert_eq!(sent.amount, total);
        prop_assert_eq!(sent.lines.iter().map(|line| line.sum).sum::<i64>(), total);
        prop_assert_eq!(sent.lines.len(), lines.len() + usize::from(off != 0));
        // Net sums and VAT sums add up to the same.
        let net = export(&order, "net").unwrap();
        prop_assert_eq!(net.lines.iter().map(|line| line.sum + line.vat).sum::<i64>(), total);
        // Prices are never negative; the quantity carries the sign.
        prop_assert!(sent.lines.iter().all(|line| !line.unit_price.starts_with('-')));
    }

    #[test]
    fn a_larger_difference_is_refused_with_both_sums(
        lines in prop::collection::vec(line(), 1..20),
        gross in any::<bool>(),
        off in 6..1000_i64,
    ) {
        let (order, total) = order(&lines, gross, off);
        prop_assume!(total >= 0);
        let error = export(&order, "gross").unwrap_err();
        prop_assert_eq!(error.code().as_str(), "totals_mismatch");
        prop_assert_eq!(error.path(), "/total");
        prop_assert!(error.message().contains(&cents(total)) && error.message().contains(&cents(total - off)));
    }
}
