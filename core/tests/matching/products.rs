use proptest::prelude::*;
use serde_json::{Value, json};

use super::products;

#[test]
fn every_kind_of_product_is_listed_where_it_belongs() {
    let shop = json!([
        { "sku": " A-1 ", "name": "Paita", "price": "10.00", "prices_include_vat": true },
        { "sku": "A-2", "name": "Housut" },
        { "sku": "a-1", "name": "Paita" },
        { "sku": "A - 2", "name": "Housut" },
        { "sku": "NEW", "name": "Uusi", "ean": "6400000000017" },
        { "sku": "NEW-2", "name": "Uusi" },
        { "sku": "TWICE", "name": "Yksi" },
        { "sku": "TWICE", "name": "Toinen" },
        { "sku": " ", "name": "Koodia vailla" },
        { "sku": "DOUBLE", "name": "Kaksi korttia" },
    ]);
    let netvisor = json!([
        { "netvisor_key": 1, "code": "A-1", "name": " Paita", "unit_price": "7.97", "unit_gross_price": "10.000000000000" },
        { "netvisor_key": 2, "code": "A-2 ", "name": "Hame" },
        { "netvisor_key": 3, "code": "EAN", "name": "Uusi", "ean": "6400000000017" },
        { "netvisor_key": 4, "code": "DOUBLE", "name": "Kaksi korttia" },
        { "netvisor_key": 5, "code": "DOUBLE", "name": "Kaksi korttia" },
        { "netvisor_key": 6, "code": "ELSEWHERE", "name": "" },
        { "netvisor_key": 7, "code": "ELSEWHERE", "name": "" },
        { "netvisor_key": 7, "code": "ELSEWHERE", "name": "" },
        { "netvisor_key": 8, "code": "TWICE", "name": "Yksi" },
        { "netvisor_key": 9, "code": null, "name": "", "group_key": null, "group_name": null },
    ]);
    assert_eq!(
        products(&shop, &netvisor),
        json!({
            "same": [{ "sku": "A-1", "netvisor_key": 1 }],
            "different": [
                { "sku": "A-2", "netvisor_key": 2, "name": { "shop": "Housut", "netvisor": "Hame" }, "price": null },
            ],
            "missing": [{ "sku": "NEW-2", "name": "Uusi" }],
            "similar": [
                { "sku": "a-1", "name": "Paita", "more": 0,
                  "candidates": [{ "netvisor_key": 1, "code": "A-1", "name": "Paita", "by": "code" }] },
                { "sku": "A - 2", "name": "Housut", "more": 0,
                  "candidates": [{ "netvisor_key": 2, "code": "A-2", "name": "Hame", "by": "code" }] },
                { "sku": "NEW", "name": "Uusi", "more": 0,
                  "candidates": [{ "netvisor_key": 3, "code": "EAN", "name": "Uusi", "by": "ean" }] },
            ],
            "duplicates": [
                { "code": "TWICE", "shop": 2, "netvisor_keys": [8], "more": 0 },
                { "code": "DOUBLE", "shop": 1, "netvisor_keys": [4, 5], "more": 0 },
                { "code": "ELSEWHERE", "shop": 0, "netvisor_keys": [6, 7], "more": 0 },
            ],
            "without_sku": [{ "row": 8, "name": "Koodia vailla" }],
        })
    );
}

#[test]
fn prices_are_compared_to_the_cent_with_or_without_vat_as_stated() {
    let difference = |price: &str, gross: bool| {
        let shop = json!([{ "sku": "A", "name": "Paita", "price": price, "prices_include_vat": gross }]);
        let netvisor = json!([{ "netvisor_key": 1, "code": "A", "name": "Paita", "unit_price": "79.681274900398", "unit_gross_price": "100.00" }]);
        products(&shop, &netvisor)["different"][0]["price"].clone()
    };
    for (price, gross) in
        [("100", true), ("100.00", true), ("100.004", true), ("99.995", true), ("79.68", false), ("79.675", false)]
    {
        assert_eq!(difference(price, gross), Value::Null, "{price} {gross}");
    }
    for (price, gross, price_type, netvisor) in [
        ("100.01", true, "gross", "100.00"),
        ("99.994", true, "gross", "100.00"),
        ("100", false, "net", "79.681274900398"),
        ("79.69", false, "net", "79.681274900398"),
        ("79.68", true, "gross", "100.00"),
    ] {
        assert_eq!(
            difference(price, gross),
            json!({ "type": price_type, "shop": price, "netvisor": netvisor }),
            "{price} {gross}"
        );
    }
    let shop = json!([{ "sku": "A", "name": "", "price": "1.00", "prices_include_vat": true }]);
    let netvisor = json!([{ "netvisor_key": 1, "code": "A", "name": "", "unit_price": "1.00" }]);
    let expected = json!({ "type": "gross", "shop": "1.00", "netvisor": null });
    assert_eq!(products(&shop, &netvisor)["different"][0]["price"], expected);
}

#[test]
fn a_name_that_the_export_had_to_cut_is_the_same() {
    let long = "ä".repeat(250);
    let compare = |shop: &str, netvisor: &str| {
        let shop = json!([{ "sku": "A", "name": shop }]);
        products(&shop, &json!([{ "netvisor_key": 1, "code": "A", "name": netvisor }]))["same"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(compare(&long, &"ä".repeat(200)), 1);
    assert_eq!(compare("Paita\r\nsininen\u{7}", "Paita sininen"), 1);
    assert_eq!(compare(&long, &"ä".repeat(199)), 0);
    assert_eq!(compare("paita", "Paita"), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_product_is_in_one_list_and_equal_codes_alone_are_equal(
        shop in prop::collection::vec(prop::option::of("[aA ]{0,3}"), 0..12),
        netvisor in prop::collection::vec(prop::option::of("[aA ]{0,3}"), 0..12),
    ) {
        let shop_rows: Value = shop.iter().map(|sku| json!({ "sku": sku, "name": "Nimi" })).collect();
        let netvisor_rows: Value = netvisor.iter().enumerate()
            .map(|(key, code)| json!({ "netvisor_key": key, "code": code, "name": "Nimi" })).collect();
        let answer = products(&shop_rows, &netvisor_rows);
        let count = |name: &str| answer[name].as_array().unwrap().len();
        let repeated: u64 = answer["duplicates"].as_array().unwrap().iter().map(|entry| entry["shop"].as_u64().unwrap()).sum();
        let listed = count("same") + count("different") + count("missing") + count("similar") + count("without_sku");
        prop_assert_eq!(listed + repeated as usize, shop.len());
        prop_assert_eq!(count("different"), 0);
        for entry in answer["same"].as_array().unwrap() {
            let code = netvisor[entry["netvisor_key"].as_u64().unwrap() as usize].as_deref().unwrap();
            prop_assert_eq!(entry["sku"].as_str().unwrap(), code.trim());
        }
        for entry in answer["missing"].as_array().unwrap() {
            let plain = |code: &str| code.replace(' ', "").to_lowercase();
            let sku = plain(entry["sku"].as_str().unwrap());
            prop_assert!(netvisor.iter().flatten().all(|code| plain(code) != sku));
        }
    }
}
