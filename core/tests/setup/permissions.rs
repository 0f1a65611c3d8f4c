//! The rights that are listed are those that are used, no more and no fewer.

use std::collections::BTreeSet;

use netvisor_orders::setup::{Feature, required_permissions};
use netvisor_orders::{OrderExport, Settings, json as operations};
use netvisor_simulator::{CustomerCard, ProductCard};
use serde_json::{Value, json};

use crate::host::{Host, company, settings};

/// Every choice that decides on a resource.
fn choices() -> Vec<Value> {
    let mut all = Vec::new();
    for document in ["order", "invoice", "draft"] {
        for numbering in ["order_number", "automatic"] {
            for customer_match in ["customer_number", "netvisor_number", "business_id", "temporary"] {
                for missing_customer in ["create", "temporary", "reject"] {
                    for update in ["never", "changed"] {
                        for product_match in ["code", "ean"] {
                            for missing_product in ["create", "fallback", "reject"] {
                                for record in ["never", "when_paid"] {
                                    if document == "draft" && record == "when_paid" {
                                        continue;
                                    }
                                    all.push(json!({
                                        "document": {"type": document},
                                        "numbering": {"mode": numbering},
                                        "customers": {
                                            "match": customer_match, "missing": missing_customer, "update": update,
                                        },
                                        "products": {
                                            "match": product_match, "missing": missing_product, "fallback_code": "MUU",
                                        },
                                        "payment": {
                                            "record": record,
                                            "methods": {"paytrail": {"name": "Paytrail"}},
                                            "prepayment_account": "2960",
                                        },
                                    }));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    all
}

/// An order of customer `code` for a product of which there is a card or not.
fn order(number: u64, code: Option<&str>, sku: &str) -> Value {
    json!({
        "number": number.to_string(), "placed_at": "2026-01-12T10:00:00+02:00", "currency": "EUR",
        "prices_include_vat": true, "total": "25.00",
        "customer": {
            "kind": "business", "name": "Aallon Kirja Oy", "number": code, "netvisor_number": code,
            "business_id": code.map(|code| if code == "100" { "1234567-1" } else { "2521043-4" }),
        },
        "billing": {
            "name": "Aallon Kirja Oy", "street": "Katu 1", "postcode": "00100", "city": "Helsinki", "country": "FI"
        },
        "lines": [
            {"kind": "product", "sku": sku, "ean": format!("64{sku}"), "name": "Kynä", "quantity": "2",
             "unit_price": "10.00", "vat_percent": "25.5", "total": "20.00"},
            {"kind": "shipping", "name": "Postitus", "quantity": "1", "unit_price": "5.00", "vat_percent": "25.5",
             "total": "5.00"},
        ],
        "payment": {"method": "paytrail", "title": "Verkkopankki", "paid": true, "paid_on": "2026-01-12"},
    })
}

/// What an export of orders that meet everything asks for.
fn requested(settings: &Settings) -> BTreeSet<String> {
    let mut simulator = company();
    simulator.add_customer(&CustomerCard {
        code: "100".into(),
        name: "Vanha Nimi Oy".into(),
        business_id: "1234567-1".into(),
        ..CustomerCard::default()
    });
    for code in ["MUU", "P1", "TOIMITUS"] {
        simulator.add_product(&ProductCard {
            code: code.into(),
            name: code.into(),
            primary_ean: format!("64{code}"),
            ..ProductCard::default()
        });
    }
    let orders =
        [order(1, Some("100"), "P1"), order(2, Some("200"), "P1"), order(3, None, "P1"), order(4, Some("100"), "P2")];
    let export = OrderExport::from_json(json!(orders).to_string().as_bytes(), settings).expect("a list of orders");
    let mut host = Host::new();
    let report = host.run(Box::new(export), &mut simulator);
    assert_eq!(report["finished"], true, "{report:#}");
    host.resources.into_iter().collect()
}

#[test]
fn an_export_uses_every_right_that_is_listed_and_no_other() {
    for choice in choices() {
        let settings = settings(&choice);
        let listed = required_permissions(&settings, &[Feature::Export]).permissions;
        let listed: BTreeSet<String> = listed.iter().map(|permission| permission.resource.to_owned()).collect();
        assert_eq!(requested(&settings), listed, "{choice:#}");
    }
}

/// The features a golden case of an export or a fetch is about.
fn features_of(about: &Value, options: &Value) -> Vec<&'static str> {
    match (about["operation"].as_str(), about["fetch"].as_str()) {
        (Some("export"), _) => vec!["export"],
        (Some("fetch"), Some("stock")) => vec!["stock"],
        (Some("fetch"), Some("documents")) => vec!["documents"],
        (Some("fetch"), Some("number_plan")) => vec!["number_plan"],
        (Some("fetch"), Some("catalogue")) => {
            let source = match options["source"].as_str() {
                Some("web_shop") => "catalogue_web_shop",
                Some("extended") => "catalogue_extended",
                _ => "catalogue",
            };
            let images = (options["images"] == true).then_some("catalogue_images");
            [source].into_iter().chain(images).collect()
        }
        _ => Vec::new(),
    }
}

/// The golden cases of exports and fetches: whatever one asks for is listed, and what is listed is asked for by some.
#[test]
fn golden_cases_use_the_rights_that_are_listed_and_no_other() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors");
    let mut about_features = BTreeSet::new();
    let (mut all_listed, mut all_requested) = (BTreeSet::new(), BTreeSet::new());
    for case in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let read = |name: &str| std::fs::read(case.join(name)).ok();
        let json = |name: &str| read(name).and_then(|json| serde_json::from_slice::<Value>(&json).ok());
        let (Some(about), Some(outcome)) = (json("case.json"), json("outcome.json")) else { continue };
        if outcome.get("error").is_some() {
            continue;
        }
        let features = features_of(&about, &json("options.json").unwrap_or_default());
        let settings = Settings::from_json(&read("settings.json").unwrap_or_else(|| b"{}".to_vec()));
        let (false, Ok(settings)) = (features.is_empty(), settings) else { continue };
        let listed = operations::required_permissions(&settings, json!(features).to_string().as_bytes()).unwrap();
        let listed: Value = serde_json::from_str(&listed).unwrap();
        let listed = listed["permissions"].as_array().unwrap().iter().map(|one| one["resource"].as_str().unwrap());
        let listed: BTreeSet<String> = listed.map(str::to_owned).collect();
        let steps = outcome["steps"].as_array().into_iter().flatten();
        let requested = steps.filter_map(|step| step["output"]["request"]["resource"].as_str());
        let requested: BTreeSet<String> = requested.map(str::to_owned).collect();
        assert!(requested.is_subset(&listed), "{}: {requested:?} of {listed:?}", case.display());
        about_features.extend(features);
        all_listed.extend(listed);
        all_requested.extend(requested);
    }
    assert!(about_features.len() >= 6, "{about_features:?}");
    assert_eq!(all_listed, all_requested);
}

#[test]
fn rights_are_named_as_netvisors_page_shows_them_or_not_at_all() {
    let listed = |features: &[Feature]| {
        let required = required_permissions(&Settings::default(), features).permissions;
        required.into_iter().map(|one| (one.resource, one.group.zip(one.name))).collect::<Vec<_>>()
    };
    assert_eq!(
        listed(&[Feature::Stock]),
        [("inventorybywarehouse.nv", Some(("VARASTOTAPAHTUMAT", "Tuotesaldojen nouto varastoittain Netvisorista")))]
    );
    let names = listed(&[Feature::Catalogue, Feature::CatalogueWebShop, Feature::CatalogueImages]);
    for name in [
        "Tuotetietojen nouto Netvisorista",
        "Tuotelistan nouto Netvisorista (webshopproductlist.nv)",
        "Tuotekuvien nouto Netvisorista",
        "Tuoteryhmät",
    ] {
        assert!(names.iter().any(|(_, named)| *named == Some(("TUOTTEET", name))), "{name} is not in {names:?}");
    }
    assert_eq!(listed(&[Feature::CatalogueExtended])[0], ("extendedproductlist.nv", None));
}

#[test]
fn a_right_that_serves_two_is_listed_once_with_both_reasons() {
    let required =
        required_permissions(&Settings::default(), &[Feature::Export, Feature::Documents, Feature::NumberPlan]);
    let lists: Vec<_> = required.permissions.iter().filter(|one| one.resource == "salesinvoicelist.nv").collect();
    assert_eq!(lists.len(), 1);
    assert_eq!(lists[0].features, [Feature::Export, Feature::Documents, Feature::NumberPlan]);
    assert_eq!(lists[0].reason.en.matches('.').count(), 3);
    for permission in &required.permissions {
        let texts = [&permission.reason.fi, &permission.reason.sv, &permission.reason.en];
        assert!(texts.iter().all(|text| text.ends_with('.')) && texts[0] != texts[1] && texts[1] != texts[2]);
    }
    let none = required_permissions(&Settings::default(), &[]);
    assert!(none.permissions.is_empty() && none.prerequisites.len() == 4);
}

#[test]
fn features_that_are_none_are_refused() {
    for (features, expected) in [
        ("[]", "list_empty "),
        ("{}", "type_mismatch "),
        ("[\"exports\"]", "value_not_allowed /0"),
        ("[7]", "type_mismatch /0"),
        ("[\"export\"", "json_invalid "),
        ("", "json_invalid "),
    ] {
        let error = operations::required_permissions(&Settings::default(), features.as_bytes()).unwrap_err();
        assert_eq!(format!("{} {}", error.code().as_str(), error.path()), expected, "{features}");
    }
}
