//! A setup check against the simulator: what is wrong in the credentials, the clock and the rights.

use netvisor_orders::Settings;
use netvisor_orders::setup::Feature;
use netvisor_orders::wire::reply::Permission;
use netvisor_simulator::{Clock, Config, Resource, Simulator};
use serde_json::{Value, json};

use crate::host::{Answer, Host, NOW, begin, company, connection_with, findings, settings};

fn states(result: &Value) -> Vec<(&str, &str)> {
    let permissions = result["permissions"].as_array().expect("a list");
    permissions.iter().map(|one| (one["resource"].as_str().unwrap(), one["state"].as_str().unwrap())).collect()
}

#[test]
fn all_is_well_but_what_cannot_be_tried_is_said() {
    let mut host = Host::new();
    let mut simulator = company();
    let result = host.check(&Settings::default(), &mut simulator);
    assert_eq!(result["ok"], true, "{result:#}");
    assert_eq!(result["credentials"]["state"], "accepted");
    assert_eq!((&result["organisation"], &result["partner"]), (&json!("accepted"), &json!("accepted")));
    assert_eq!(result["clock"], json!({"state": "ok", "offset_seconds": 0}));
    assert_eq!(
        states(&result),
        [
            ("salesinvoicelist.nv", "granted"),
            ("salesinvoice.nv", "unknown"),
            ("customerlist.nv", "granted"),
            ("customer.nv", "unknown"),
            ("productlist.nv", "granted"),
            ("product.nv", "unknown"),
        ]
    );
    assert_eq!(findings(&result), ["setup_imports_unknown"]);
    let message = result["findings"][0]["messages"]["en"].as_str().unwrap();
    assert!(message.contains("ASIAKASTIEDOT — Asiakastietojen tuonti Netvisoriin"), "{message}");
    assert_eq!(host.resources, ["salesinvoicelist.nv", "customerlist.nv", "productlist.nv"]);
    assert_eq!(host.waited, 0);
}

#[test]
fn it_changes_nothing_and_asks_for_what_is_not_there() {
    let mut simulator = company();
    let before = simulator.state_json();
    let settings = settings(&json!({"products": {"match": "ean"}}));
    let features = ["export", "documents", "number_plan", "catalogue", "stock"];
    let mut host = Host::new();
    let mut largest = 0;
    host.run_over(begin(&features, &settings), &mut |request, _| {
        assert_eq!(request.method, "GET");
        let response = simulator.handle(request);
        largest = largest.max(response.body.len());
        Answer::Reply(response.status, response.body)
    });
    let after = simulator.state_json();
    for register in ["customers", "products", "documents", "payments"] {
        assert_eq!(before[register], after[register], "{register}");
    }
    assert!(largest < 600, "an answer of {largest} bytes");
}

#[test]
fn each_wrong_credential_is_told_from_the_others() {
    for (field, value, cause, finding) in [
        ("customer_key", "WRONG", "keys", "setup_keys_wrong"),
        ("partner_key", "WRONG", "keys", "setup_keys_wrong"),
        ("partner_id", "partner_2", "partner", "setup_partner_wrong"),
        ("organisation_id", "2521043-4", "organisation", "setup_organisation_wrong"),
        ("customer_id", "cust_2", "customer_id", "setup_customer_id_wrong"),
    ] {
        for language in ["FI", "EN"] {
            let mut host = Host { connection: connection_with(field, value), ..Host::new() };
            if field == "customer_key" {
                host.connection = connection_with_language(value, language);
            }
            let result = host.check(&Settings::default(), &mut company());
            let credentials = &result["credentials"];
            assert_eq!(result["ok"], false);
            assert_eq!((&credentials["state"], &credentials["cause"]), (&json!("refused"), &json!(cause)), "{field}");
            assert_eq!(credentials["certain"], true, "{field}");
            assert!(!credentials["netvisor_text"].as_str().unwrap().is_empty());
            assert_eq!(findings(&result), [finding], "{field}");
            assert_eq!(host.resources.len(), 1, "nothing more is asked");
            let refused = |what: &str| if cause == what { "refused" } else { "unknown" };
            assert_eq!(result["organisation"], refused("organisation"));
            assert_eq!(result["partner"], refused("partner"));
            assert!(states(&result).iter().all(|(_, state)| *state == "unknown"));
            assert_eq!(result["clock"]["state"], "ok", "a refusal has its time too");
        }
    }
}

fn connection_with_language(customer_key: &str, language: &str) -> netvisor_orders::Connection {
    let connection = json!({
        "base_url": "https://isvapi.netvisor.fi", "sender": "Kauppa", "customer_id": "cust_1",
        "customer_key": customer_key, "partner_id": "partner_1", "partner_key": "PKEY",
        "organisation_id": "1234567-1", "language": language,
    });
    netvisor_orders::Connection::from_json(connection.to_string().as_bytes()).expect("a connection")
}

#[test]
fn a_clock_that_is_off_is_measured_also_by_a_refusal() {
    for (offset, cause, finding) in [
        (7_200, Some("clock"), "setup_clock_ahead"),
        (-10_800, Some("clock"), "setup_clock_behind"),
        (-86_400 * 400, Some("clock"), "setup_clock_behind"),
        // Not so far off that Netvisor minds.
        (120, None, "setup_clock_ahead"),
        (-90, None, "setup_clock_behind"),
    ] {
        let mut host = Host { now: NOW + offset * 1_000, ..Host::new() };
        let result = host.check(&Settings::default(), &mut company());
        assert_eq!(result["ok"], false);
        assert_eq!(result["credentials"]["cause"].as_str(), cause, "{offset}");
        assert_eq!(result["clock"]["state"], "off");
        let measured = result["clock"]["offset_seconds"].as_i64().unwrap();
        assert!((measured - offset).abs() <= 1, "{offset} measured as {measured}");
        assert_eq!(findings(&result)[0], finding, "{offset}");
        let said = result["findings"][0]["messages"]["en"].as_str().unwrap();
        assert!(said.contains(&measured.abs().to_string()), "{said}");
    }
    let mut host = Host { now: NOW + 20_000, ..Host::new() };
    assert_eq!(host.check(&Settings::default(), &mut company())["ok"], true, "20 seconds are no harm");
}

#[test]
fn the_hour_that_comes_twice_is_no_wrong_clock() {
    // 25 October 2026: 00:30 and 01:30 in UTC are both half past three in Finland.
    for now in [1_792_888_200_000, 1_792_891_800_000, 1_792_895_400_000] {
        let mut simulator = Simulator::new(Config { clock: Clock::Fixed(now), ..Config::default() });
        let mut host = Host { now, ..Host::new() };
        let report = host.run_over(begin(&["export"], &Settings::default()), &mut |request, _| {
            let response = simulator.handle(request);
            Answer::Reply(response.status, response.body)
        });
        assert_eq!(report["result"]["clock"], json!({"state": "ok", "offset_seconds": 0}));
    }
}

#[test]
fn each_missing_right_is_named() {
    for (resource, name) in [
        (Resource::CustomerList, "Asiakaslistan nouto Netvisorista"),
        (Resource::SalesInvoiceList, "Myyntilasku- ja -tilauslistan nouto Netvisorista"),
        (Resource::ProductList, "Tuotelistan nouto Netvisorista"),
    ] {
        let mut simulator = company();
        simulator.set_permission(resource, false);
        let result = Host::new().check(&Settings::default(), &mut simulator);
        assert_eq!(result["ok"], false);
        assert_eq!(result["credentials"]["state"], "accepted", "a right is missing, not the credentials");
        assert_eq!(findings(&result), ["netvisor_service_access", "setup_imports_unknown"]);
        let message = result["findings"][0]["messages"]["fi"].as_str().unwrap();
        assert!(message.contains(name) && message.contains("Rajapintaresurssien oikeudet"), "{message}");
        for (probed, state) in states(&result) {
            let expected = if probed == resource.name() { "missing" } else { state };
            assert_eq!(state, expected);
            assert!(probed == resource.name() || state != "missing", "{probed}");
        }
    }
}

#[test]
fn of_all_features_each_missing_right_is_found_alone() {
    let settings = settings(&json!({"products": {"match": "ean"}}));
    let features = Feature::WORDS;
    let mut simulator = company();
    simulator.set_extended_products(true);
    let report = Host::new().run(begin(features, &settings), &mut simulator.clone());
    assert_eq!(report["result"]["ok"], true, "{report:#}");
    let all = report["result"]["permissions"].as_array().expect("a list");
    let granted: Vec<&str> = all
        .iter()
        .filter(|permission| permission["state"] == "granted")
        .map(|permission| permission["resource"].as_str().unwrap())
        .collect();
    assert_eq!(granted.len(), 14, "{granted:?}");
    for resource in granted {
        let mut simulator = simulator.clone();
        simulator.set_permission(Resource::named(resource).expect(resource), false);
        let report = Host::new().run(begin(features, &settings), &mut simulator);
        let result = &report["result"];
        let missing: Vec<_> = states(result).into_iter().filter(|(_, state)| *state == "missing").collect();
        assert_eq!(missing, [(resource, "missing")]);
        let named = Permission::for_resource(resource).is_some();
        let finding = if named { "netvisor_service_access" } else { "setup_permission_unnamed" };
        assert_eq!(findings(result), [finding, "setup_imports_unknown"], "{resource}");
    }
}

#[test]
fn when_everything_is_refused_it_is_the_interface() {
    let mut simulator = company();
    simulator.set_interface(false);
    let result = Host::new().check(&Settings::default(), &mut simulator);
    assert_eq!(findings(&result), ["setup_interface_off", "setup_imports_unknown"]);
    assert_eq!(result["credentials"]["state"], "accepted");
    // Of one right alone that cannot be said.
    let report = Host::new().run(begin(&["number_plan"], &Settings::default()), &mut simulator);
    assert_eq!(findings(&report["result"]), ["netvisor_service_access"]);
}

#[test]
fn keys_are_in_no_report_and_no_checkpoint() {
    for (field, value) in [("sender", "Kauppa"), ("customer_key", "SALAINEN1"), ("partner_key", "SALAINEN2")] {
        let mut host = Host { connection: connection_with(field, value), ..Host::new() };
        let result = host.check(&Settings::default(), &mut company()).to_string();
        assert!(host.checkpoints.len() >= 2);
        for text in host.checkpoints.iter().chain([&result]) {
            for key in ["CKEY", "PKEY", "SALAINEN"] {
                assert!(!text.contains(key), "{key} in {text}");
            }
        }
    }
}
