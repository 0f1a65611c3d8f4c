use netvisor_orders::json;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::text;

/// The faults of a call for customers, as `code path`.
fn faults(shop: &[u8], netvisor: &[u8], options: &[u8]) -> Vec<String> {
    said(json::match_customers(shop, netvisor, options))
}

fn said(answer: Result<String, netvisor_orders::Error>) -> Vec<String> {
    let Err(error) = answer else { return Vec::new() };
    assert_eq!(error.kind().as_str(), "register");
    error.faults().map(|fault| format!("{} {}", fault.code().as_str(), fault.path())).collect()
}

#[test]
fn what_is_wrong_is_named_where_it_stands() {
    for (shop, netvisor, options, expected) in [
        ("[]", "[]", "{}", &[][..]),
        ("[]", "[]", "", &[]),
        ("", "[]", "", &["json_invalid /shop"]),
        ("[]", "[", "", &["json_invalid /netvisor/0"]),
        ("[]", "[]", "{", &["json_invalid /options"]),
        ("{}", "[]", "", &["type_mismatch /shop"]),
        ("[]", "null", "", &["type_mismatch /netvisor"]),
        ("[[]]", "[]", "", &["type_mismatch /shop/0"]),
        (
            r#"[{"id": 1, "name": {}}, {"name": ""}]"#,
            "[]",
            "",
            &["type_mismatch /shop/0/id", "type_mismatch /shop/0/name", "field_missing /shop/1/id"],
        ),
        (r#"[{"id": " ", "name": ""}]"#, "[]", "", &["text_empty /shop/0/id"]),
        (r#"[{"id": "1", "name": "", "emial": ""}]"#, "[]", "", &["field_unknown /shop/0/emial"]),
        (r#"[{"id": "1", "name": "", "name": ""}]"#, "[]", "", &["field_duplicate /shop/0/name"]),
        (r#"[{"id": "1", "name": "", "kind": "company"}]"#, "[]", "", &["value_not_allowed /shop/0/kind"]),
        (
            "[]",
            r#"[{"netvisor_key": "8", "name": null}]"#,
            "",
            &["type_mismatch /netvisor/0/netvisor_key", "type_mismatch /netvisor/0/name"],
        ),
        ("[]", r#"[{"netvisor_key": 8, "name": "", "is_private": 1}]"#, "", &["type_mismatch /netvisor/0/is_private"]),
        ("[]", r#"[{"netvisor_key": 8, "name": "", "group_key": [[{}]]}]"#, "", &[]),
        ("[]", "[]", r#"{"minimum_score": 59}"#, &["integer_out_of_range /options/minimum_score"]),
        (
            "[]",
            "[]",
            r#"{"minimum_score": 101, "csv": 1, "x": 0}"#,
            &["integer_out_of_range /options/minimum_score", "type_mismatch /options/csv", "field_unknown /options/x"],
        ),
    ] {
        assert_eq!(
            faults(shop.as_bytes(), netvisor.as_bytes(), options.as_bytes()),
            expected,
            "{shop} {netvisor} {options}"
        );
    }
    for (shop, netvisor, expected) in [
        (r#"[{"name": "", "price": "1.00"}]"#, "[]", "field_missing /shop/0/prices_include_vat"),
        (r#"[{"name": "", "price": 1.0, "prices_include_vat": true}]"#, "[]", "type_mismatch /shop/0/price"),
        (r#"[{"name": "", "price": "1,00", "prices_include_vat": true}]"#, "[]", "decimal_invalid /shop/0/price"),
        ("[]", r#"[{"netvisor_key": 1, "name": "", "unit_price": "1,00"}]"#, "decimal_invalid /netvisor/0/unit_price"),
        (
            "[]",
            r#"[{"netvisor_key": 1, "name": "", "unit_price": "12345678901234567890123456789012"}]"#,
            "decimal_invalid /netvisor/0/unit_price",
        ),
    ] {
        assert_eq!(
            said(json::match_products(shop.as_bytes(), netvisor.as_bytes(), b"{}")),
            [expected],
            "{shop} {netvisor}"
        );
    }
}

#[test]
fn faults_are_in_the_language_of_the_options() {
    let message = |options: &[u8]| json::match_customers(b"{}", b"[]", options).unwrap_err().message();
    assert!(message(b"").starts_with("Arvon tyyppi"));
    assert!(message(br#"{"language": "sv"}"#).starts_with("Värdet har fel typ"));
}

#[test]
fn registers_of_a_hundred_thousand_are_read_and_sizes_are_bounded() {
    let rows = |count: usize| -> String {
        let rows: Vec<String> =
            (0..count).map(|key| format!(r#"{{"netvisor_key":{key},"name":"Nimi {key}"}}"#)).collect();
        format!("[{}]", rows.join(","))
    };
    assert_eq!(faults(b"[]", rows(100_000).as_bytes(), b""), [""; 0]);
    assert_eq!(faults(b"[]", rows(200_001).as_bytes(), b""), ["list_too_long /netvisor"]);
    let padded = format!("[{}]", " ".repeat(128 << 20));
    assert_eq!(faults(padded.as_bytes(), b"[]", b""), ["register_too_large /shop"]);

    let long = |length: usize| text(&json!([{ "id": "1", "name": "ä ".repeat(length / 2) }]));
    assert_eq!(faults(long(10_000).as_bytes(), b"[]", b""), [""; 0]);
    assert_eq!(faults(long(10_002).as_bytes(), b"[]", b""), ["text_too_long /shop/0/name"]);
    let nested = format!("[{}{}]", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(faults(nested.as_bytes(), b"[]", b""), ["type_mismatch /shop/0"]);
    let wrong = format!("[{}1]", "1,".repeat(150_000));
    assert_eq!(faults(wrong.as_bytes(), b"[]", b"").len(), 100);
    let empty: Value = (0..300).map(|_| json!({ "id": "", "name": "" })).collect();
    assert_eq!(faults(text(&empty).as_bytes(), b"[]", b"").len(), 100);
}

/// Texts with all that normalising has to deal with.
fn odd_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[oyabkrtmi:., -]{0,12}",
        "[0-9FISE-]{0,16}",
        prop::sample::select(vec!["İ", "\u{308}", "ß", "ǅ", "0037", "FI", "FI-00100", "@", "Oy Ab", "r. y."])
            .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_odd(texts in prop::collection::vec(odd_text(), 16)) {
        let shop = json!([{ "id": texts[0], "name": texts[1], "business_id": texts[2], "vat_id": texts[3], "email": texts[4],
            "postcode": texts[5], "street": texts[6], "city": texts[7], "netvisor_number": texts[8] }]);
        let netvisor = json!([{ "netvisor_key": 1, "name": texts[9], "business_id": texts[2], "vat_id": texts[10], "code": texts[11],
            "name_extension": texts[12], "email": texts[4], "postcode": texts[5], "street": texts[13], "city": texts[14] }]);
        let answer = json::match_customers(text(&shop).as_bytes(), text(&netvisor).as_bytes(), br#"{"csv": true}"#);
        prop_assert!(answer.is_ok() || texts[0].trim().is_empty());
        let shop = json!([{ "sku": texts[0], "name": texts[1], "ean": texts[2] }]);
        let netvisor = json!([{ "netvisor_key": 1, "code": texts[0].to_uppercase(), "name": texts[3], "ean": texts[2] }]);
        prop_assert!(json::match_products(text(&shop).as_bytes(), text(&netvisor).as_bytes(), b"").is_ok());
    }

    #[test]
    fn nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = json::match_customers(&bytes, &bytes, &bytes);
        let _ = json::match_products(&bytes, b"[]", &bytes);
    }
}
