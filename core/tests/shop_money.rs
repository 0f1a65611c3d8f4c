//! The money rule from the shop's JSON on: random WooCommerce and Shopify orders, reckoned here as those shops reckon, are
//! exported to the cent, and the VAT rates the orders do not name are found again.
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

#[derive(Debug, Clone)]
struct Item {
    /// In cents, with VAT where the shop's prices include it.
    price: i64,
    quantity: i64,
    rate_tenths: i64,
}

#[derive(Debug, Clone)]
struct Cart {
    items: Vec<Item>,
    shipping: i64,
    fee: i64,
    coupon_percent: i64,
    prices_include_vat: bool,
    names_rates: bool,
}

/// Rates in force on the day of the orders. Prices from a euro on: of cents alone no rate can be told.
fn cart() -> impl Strategy<Value = Cart> {
    let item = (100..500_000_i64, 1..20_i64, prop_oneof![Just(255_i64), Just(135), Just(100), Just(0)])
        .prop_map(|(price, quantity, rate_tenths)| Item { price, quantity, rate_tenths });
    let items = prop::collection::vec(item, 1..60);
    let charges = (prop_oneof![Just(0_i64), 100..5_000_i64], prop_oneof![2 => Just(0_i64), 1 => 100..2_000_i64]);
    (items, charges, prop_oneof![2 => Just(0_i64), 1 => 1..=90_i64], any::<bool>(), any::<bool>()).prop_map(
        |(items, (shipping, fee), coupon_percent, prices_include_vat, names_rates)| Cart {
            items,
            shipping,
            fee,
            coupon_percent,
            prices_include_vat,
            names_rates,
        },
    )
}

/// Half away from zero.
fn divide(numerator: i64, denominator: i64) -> i64 {
    (numerator + denominator / 2) / denominator
}

fn cents(amount: i64) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

/// Net and tax of an amount in the shop's prices. Including VAT the two make up the amount; the tax is what is rounded.
fn split(amount: i64, rate_tenths: i64, including: bool) -> (i64, i64) {
    if including {
        let tax = divide(amount * rate_tenths, 1000 + rate_tenths);
        (amount - tax, tax)
    } else {
        (amount, divide(amount * rate_tenths, 1000))
    }
}

fn woocommerce(cart: &Cart) -> (Value, i64) {
    let mut total = 0;
    let mut total_tax = 0;
    let mut charge = |full: i64, amount: i64, rate: i64| {
        let (net, tax) = split(amount, rate, cart.prices_include_vat);
        let (full_net, full_tax) = split(full, rate, cart.prices_include_vat);
        total += net + tax;
        total_tax += tax;
        json!({
            "subtotal": cents(full_net), "subtotal_tax": cents(full_tax), "total": cents(net), "total_tax": cents(tax),
            "taxes": [{ "id": rate, "total": cents(tax), "subtotal": cents(full_tax) }]
        })
    };
    let mut line_items = Vec::new();
    for (index, item) in cart.items.iter().enumerate() {
        let full = item.price * item.quantity;
        let mut line = charge(full, divide(full * (100 - cart.coupon_percent), 100), item.rate_tenths);
        line["name"] = json!(format!("Tuote {index}"));
        line["sku"] = json!(format!("SKU-{index}"));
        line["quantity"] = json!(item.quantity);
        line_items.push(line);
    }
    let mut charges = |name: &str, amount: i64| {
        let mut line = charge(amount, amount, 255);
        line[name] = json!("Muu");
        if amount == 0 { json!([]) } else { json!([line]) }
    };
    let shipping_lines = charges("method_title", cart.shipping);
    let fee_lines = charges("name", cart.fee);
    let tax_line = |rate: i64| json!({ "rate_id": rate, "rate_percent": rate as f64 / 10.0, "compound": false });
    let tax_lines: Vec<Value> = if cart.names_rates { [255, 135, 100, 0].map(tax_line).to_vec() } else { Vec::new() };
    let address = json!({ "first_name": "Aino", "last_name": "Aalto", "address_1": "Katu 1", "city": "Oulu", "postcode": "90100", "country": "FI" });
    let order = json!({
        "id": 7, "number": "7", "status": "processing", "currency": "EUR", "prices_include_tax": cart.prices_include_vat,
        "date_created": "2026-03-01T10:00:00", "date_created_gmt": "2026-03-01T08:00:00", "customer_id": 3,
        "total": cents(total), "total_tax": cents(total_tax), "billing": address, "shipping": address,
        "line_items": line_items, "tax_lines": tax_lines, "shipping_lines": shipping_lines, "fee_lines": fee_lines,
    });
    (order, total)
}

fn shopify(cart: &Cart) -> (Value, i64) {
    let mut total = 0;
    let mut total_tax = 0;
    let mut tax_lines = |amount: i64, rate: i64| {
        let (net, tax) = split(amount, rate, cart.prices_include_vat);
        total += net + tax;
        total_tax += tax;
        let mut tax_line = json!({ "price": cents(tax), "title": "ALV" });
        if cart.names_rates {
            tax_line["rate"] = json!(rate as f64 / 1000.0);
        }
        json!([tax_line])
    };
    let mut line_items = Vec::new();
    for (index, item) in cart.items.iter().enumerate() {
        let full = item.price * item.quantity;
        let discount = divide(full * cart.coupon_percent, 100);
        line_items.push(json!({
            "name": format!("Tuote {index}"), "sku": format!("SKU-{index}"), "quantity": item.quantity, "price": cents(item.price),
            "discount_allocations": [{ "amount": cents(discount) }],
            "tax_lines": tax_lines(full - discount, item.rate_tenths),
        }));
    }
    let shipping_lines =
        json!([{ "title": "Posti", "price": cents(cart.shipping), "tax_lines": tax_lines(cart.shipping, 255) }]);
    let address = json!({ "first_name": "Aino", "last_name": "Aalto", "address1": "Katu 1", "city": "Oulu", "zip": "90100", "country_code": "FI" });
    let order = json!({
        "id": 7, "name": "#7", "currency": "EUR", "taxes_included": cart.prices_include_vat, "financial_status": "paid",
        "processed_at": "2026-03-01T10:00:00+02:00", "customer": { "id": 3 }, "billing_address": address,
        "total_price": cents(total), "total_tax": cents(total_tax), "line_items": line_items, "shipping_lines": shipping_lines,
    });
    (order, total)
}

fn export(shop: &str, order: &Value) -> Exported {
    let read: Value = serde_json::from_str(&json::read_order(shop, order.to_string().as_bytes()).unwrap()).unwrap();
    assert_eq!(read["warnings"], json!([]));
    let settings =
        json::settings(br#"{"products": {"missing": "reject"}, "customers": {"missing": "reject"}}"#).unwrap();
    let preview = json::preview(read["order"].to_string().as_bytes(), &settings, b"").unwrap();
    assert_eq!(preview.warnings, []);
    exported(preview.documents[0].request.body.as_deref().unwrap())
}

fn check(cart: &Cart, sent: &Exported, total: i64) -> Result<(), TestCaseError> {
    prop_assert_eq!(sent.amount, total);
    prop_assert_eq!(sent.lines.iter().map(|line| line.sum).sum::<i64>(), total);
    for (item, line) in cart.items.iter().zip(&sent.lines) {
        let expected = format!("{},{}", item.rate_tenths / 10, item.rate_tenths % 10);
        prop_assert_eq!(&line.vat_percent, expected.trim_end_matches(",0"));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn woocommerce_orders_sum_to_their_total(cart in cart()) {
        let (order, total) = woocommerce(&cart);
        check(&cart, &export("woocommerce", &order), total)?;
    }

    #[test]
    fn shopify_orders_sum_to_their_total(cart in cart()) {
        let (order, total) = shopify(&cart);
        check(&cart, &export("shopify", &order), total)?;
    }
}
