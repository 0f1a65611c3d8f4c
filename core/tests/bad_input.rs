//! Bad input gets a fault with code and path, in bounded time and memory, and never a panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may read clocks and files, and stop"
)]

use netvisor_orders::json;
use proptest::prelude::*;
use serde_json::{Value, json};

fn good_order() -> Value {
    json!({
        "number": "7", "placed_at": "2026-01-15T12:00:00+02:00", "currency": "EUR", "prices_include_vat": true, "total": "10.00",
        "customer": { "kind": "consumer", "number": "1", "name": "Aino Aalto" },
        "billing": { "name": "Aino Aalto", "street": "Katu 1", "postcode": "00100", "city": "Helsinki", "country": "FI" },
        "lines": [{
            "kind": "product", "sku": "A", "name": "Paita", "quantity": "1", "unit_price": "10.00", "vat_percent": "25.5",
            "total": "10.00"
        }]
    })
}

/// The faults of a canonical order, as `code path`.
fn faults(order: &[u8]) -> Vec<String> {
    let settings = json::settings(b"{}").unwrap();
    match json::preview(order, &settings, b"{}") {
        Ok(_) => Vec::new(),
        Err(error) => error.faults().map(|fault| format!("{} {}", fault.code().as_str(), fault.path())).collect(),
    }
}

/// The faults after one value has been changed.
fn faults_with(pointer: &str, value: Value) -> Vec<String> {
    let mut order = good_order();
    *order.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not there")) = value;
    faults(order.to_string().as_bytes())
}

#[test]
fn the_good_order_is_good() {
    assert_eq!(faults(good_order().to_string().as_bytes()), Vec::<String>::new());
}

#[test]
fn values_of_the_wrong_kind_are_named_where_they_stand() {
    for (pointer, value, expected) in [
        ("/total", json!(10.0), "type_mismatch /total"),
        ("/total", json!("NaN"), "decimal_invalid /total"),
        ("/total", json!("1e3"), "decimal_invalid /total"),
        ("/total", json!("10,00"), "decimal_invalid /total"),
        ("/total", json!("+10"), "decimal_invalid /total"),
        ("/total", json!(".5"), "decimal_invalid /total"),
        ("/total", json!("5."), "decimal_invalid /total"),
        ("/total", json!(""), "decimal_invalid /total"),
        ("/total", json!("-"), "decimal_invalid /total"),
        ("/total", json!("Infinity"), "decimal_invalid /total"),
        ("/total", json!("10.001"), "decimal_too_precise /total"),
        ("/total", json!("1000000000000"), "decimal_out_of_range /total"),
        ("/total", json!("-10.00"), "total_sign_invalid /total"),
        ("/total", json!("99.00"), "totals_mismatch /total"),
        ("/number", json!(""), "text_empty /number"),
        ("/number", json!(null), "type_mismatch /number"),
        ("/currency", json!("EURO"), "currency_unknown /currency"),
        ("/currency", json!("eur"), "currency_unknown /currency"),
        ("/currency", json!("KWD"), "currency_unknown /currency"),
        ("/placed_at", json!("2026-02-30T12:00:00+02:00"), "date_invalid /placed_at"),
        ("/placed_at", json!("2026-01-15"), "date_invalid /placed_at"),
        ("/placed_at", json!("-2026-01-15T12:00:00Z"), "date_invalid /placed_at"),
        ("/prices_include_vat", json!("true"), "type_mismatch /prices_include_vat"),
        ("/customer", json!([]), "type_mismatch /customer"),
        ("/customer/kind", json!("company"), "value_not_allowed /customer/kind"),
        ("/billing/country", json!("XX"), "country_unknown /billing/country"),
        ("/billing/country", json!("Suomi"), "country_unknown /billing/country"),
        ("/lines", json!({}), "type_mismatch /lines"),
        ("/lines", json!([]), "list_empty /lines"),
        ("/lines/0/kind", json!("discounts"), "value_not_allowed /lines/0/kind"),
        ("/lines/0/quantity", json!("0"), "line_quantity_zero /lines/0/quantity"),
        ("/lines/0/vat_percent", json!("101"), "decimal_out_of_range /lines/0/vat_percent"),
        ("/lines/0/vat_percent", json!("22"), "vat_rate_not_allowed /lines/0/vat_percent"),
    ] {
        assert_eq!(faults_with(pointer, value.clone()), [expected], "{pointer} = {value}");
    }
}

#[test]
fn every_fault_is_collected() {
    let order = br#"{
        "number": 7, "placed_at": "yesterday", "currency": "EUR", "prices_include_vat": true, "totl": "10.00",
        "customer": { "kind": "consumer" }, "billing": { "name": "A", "country": "FI", "zip": "1", "name": "B" },
        "lines": [{ "kind": "product", "name": "x", "quantity": "1" }, 5, { "kind": "comment", "name": "x", "total": "1" }]
    }"#;
    assert_eq!(
        faults(order),
        [
            "type_mismatch /number",
            "date_invalid /placed_at",
            "field_unknown /totl",
            "field_missing /customer/name",
            "field_unknown /billing/zip",
            "field_duplicate /billing/name",
            "field_missing /lines/0/unit_price",
            "field_missing /lines/0/vat_percent",
            "field_missing /lines/0/total",
            "type_mismatch /lines/1",
            "comment_with_amount /lines/2/total",
            "field_missing /total",
        ]
    );
}

#[test]
fn broken_json_is_located() {
    for (text, expected) in [
        (&b"{\"number\": \"7\", \"total\": nul}"[..], "json_invalid /total"),
        (b"{\"lines\": [{\"name\": \"\\ud800\"}]}", "json_invalid /lines/0/name"),
        (b"{\"number\": \"\x01\"}", "json_invalid /number"),
        (b"{\"number\": \"\xff\"}", "json_invalid "),
        (b"", "json_invalid "),
        (b"{} {}", "json_invalid "),
        (b"[1,2", "json_invalid "),
        (b"\"order\"", "type_mismatch "),
        (b"{\"number\": \"1\", \"number\": \"2\"", "json_invalid "),
    ] {
        let found = faults(text);
        assert_eq!(found.last().map(String::as_str), Some(expected), "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn sizes_are_bounded() {
    let with_number = |length: usize| format!("{{\"number\": \"{}\"}}", "x".repeat(length));
    assert_eq!(faults(with_number(10 << 20).as_bytes()), ["input_too_large "]);
    assert_eq!(faults(with_number(1 << 20).as_bytes())[0], "text_too_long /number");

    let mut order = good_order();
    order["lines"] = Value::Array(vec![order["lines"][0].clone(); 5_001]);
    assert_eq!(faults(order.to_string().as_bytes()), ["list_too_long /lines"]);
    // 100,000 lines that are short enough to get past the limit of bytes.
    let many = format!("{{\"lines\": [{}1]}}", "1,".repeat(100_000));
    let found = faults(many.as_bytes());
    assert!(found.len() <= 100, "{} faults", found.len());

    // Nesting costs nothing: what is not wanted is passed over without going down into it.
    for (open, close, expected) in [("[", "]", "type_mismatch /lines/0"), ("{\"a\":", "}", "field_unknown /lines/0/a")]
    {
        let value = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(faults(format!("{{\"lines\": [{value}]}}").as_bytes())[0], expected);
        let mut woocommerce = include_str!("../examples/orders/woocommerce.json").trim_end().to_owned();
        woocommerce.truncate(woocommerce.len() - 1);
        let woocommerce = format!("{woocommerce}, \"unknown\": {value}}}");
        assert!(json::read_order("woocommerce", woocommerce.as_bytes()).is_ok());
    }
}

#[test]
fn an_order_in_yen_has_no_decimals() {
    let mut order = good_order();
    order["currency"] = json!("JPY");
    order["total"] = json!("10.50");
    order["lines"][0]["total"] = json!("10.50");
    order["lines"][0]["unit_price"] = json!("10.50");
    assert_eq!(
        faults(order.to_string().as_bytes()),
        ["decimal_too_precise /total", "decimal_too_precise /lines/0/total"]
    );
}

#[test]
fn faults_are_said_in_three_languages_and_without_customer_data() {
    let error = {
        let mut order = good_order();
        order["customer"]["name"] = json!(7);
        order["billing"]["country"] = json!("Salakatu 5");
        json::preview(order.to_string().as_bytes(), &json::settings(b"{}").unwrap(), b"{}").unwrap_err()
    };
    let text: Value = serde_json::from_str(&error.to_json()).unwrap();
    for fault in text["faults"].as_array().unwrap() {
        let messages = ["fi", "sv", "en"].map(|language| fault["messages"][language].as_str().unwrap().to_owned());
        assert!(
            messages
                .iter()
                .all(|message| message.len() > 10 && !message.contains('?') && !message.contains("Salakatu"))
        );
        assert!(messages[0] != messages[1] && messages[1] != messages[2]);
        assert_eq!(fault["message"], messages[0].as_str());
    }
}

/// JSON that looks like an order here and there, so that faults are found deep inside too.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let text = good_order().to_string().into_bytes();
    let length = text.len();
    (prop::collection::vec((0..length, any::<u8>()), 0..6), 0..length).prop_map(move |(changes, cut)| {
        let mut text = text.clone();
        for (at, byte) in changes {
            text[at] = byte;
        }
        if cut % 3 == 0 {
            text.truncate(cut);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(bytes in prop_oneof![mutated(), prop::collection::vec(any::<u8>(), 0..200)]) {
        let settings = json::settings(b"{}").unwrap();
        for shop in ["canonical", "woocommerce", "shopify"] {
            if let Err(error) = json::read_order(shop, &bytes) {
                prop_assert!(error.faults().count() <= 100);
                prop_assert!(!error.to_json().is_empty());
            }
        }
        let _ = json::settings(&bytes);
        let _ = json::connection(&bytes);
        let _ = json::preview(&bytes, &settings, &bytes);
        for resource in ["customerlist.nv", "salesinvoice.nv", "getorder.nv"] {
            let _ = json::read_reply(resource, 200, &bytes);
        }
    }
}

/// Numbers at the ends of what can be read, put into every number of a shop's order.
fn extreme() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("0.0000000000000000000000000001")),
        Just(json!("-0.0000000000000000000000000001")),
        Just(json!("999999999999")),
        Just(json!("-999999999999")),
        Just(json!("99999999999.9999999999999999")),
        Just(json!("0.01")),
        Just(json!(0)),
        Just(json!(1e-20)),
        Just(json!(1e300)),
        Just(json!(999_999_999_999_i64)),
    ]
}

fn put_extremes(value: &mut Value, extremes: &mut impl Iterator<Item = Option<Value>>) {
    match value {
        Value::Object(object) => object.values_mut().for_each(|value| put_extremes(value, extremes)),
        Value::Array(list) => list.iter_mut().for_each(|value| put_extremes(value, extremes)),
        Value::String(text) if text.parse::<f64>().is_err() => {}
        Value::String(_) | Value::Number(_) => {
            if let Some(extreme) = extremes.next().flatten() {
                *value = extreme;
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn extreme_numbers_do_not_panic(extremes in prop::collection::vec(prop::option::of(extreme()), 80), dense in any::<bool>()) {
        let settings = json::settings(br#"{"rounding": {"tolerance": "999999999999"}, "lines": {"price": "net"}}"#).unwrap();
        for (shop, order) in [
            ("canonical", include_str!("../examples/orders/canonical.json")),
            ("woocommerce", include_str!("../examples/orders/woocommerce.json")),
            ("shopify", include_str!("../examples/orders/shopify.json")),
        ] {
            let mut order: Value = serde_json::from_str(order).unwrap();
            let mut extremes = extremes.iter().cloned().enumerate().map(|(i, e)| if dense || i % 8 == 0 { e } else { None });
            put_extremes(&mut order, &mut extremes);
            if let Ok(read) = json::read_order(shop, order.to_string().as_bytes()) {
                let read: Value = serde_json::from_str(&read).unwrap();
                let _ = json::preview(read["order"].to_string().as_bytes(), &settings, b"");
            }
        }
    }
}

#[test]
fn a_field_that_stands_twice_is_refused_in_a_shops_order_too() {
    let order = br#"{"id": 7, "number": "7", "total": "10.00", "something": 1, "something": 2, "total": "20.00"}"#;
    let error = json::read_order("woocommerce", order).unwrap_err();
    let twice: Vec<_> = error.faults().filter(|fault| fault.code().as_str() == "field_duplicate").collect();
    assert_eq!(twice.iter().map(|fault| fault.path()).collect::<Vec<_>>(), ["/total"]);
}
