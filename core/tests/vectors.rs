//! Replays the golden cases of `tests/vectors`, as every other language does, and sees to it that they cover every code.
//!
//! `UPDATE=1 cargo test -p netvisor-orders --test vectors` writes the expected files instead of comparing them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may read files, and stop"
)]

#[path = "vectors/case.rs"]
mod case;
#[path = "vectors/replay.rs"]
mod replay;

use std::collections::BTreeSet;
use std::fs;

use case::Case;
use netvisor_orders::{FaultCode, json};
use serde_json::Value;

fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

#[test]
fn every_case_gives_what_it_expects() {
    let cases = case::all();
    let differences: Vec<String> = cases.iter().flat_map(differences).collect();
    assert!(differences.is_empty(), "of {} cases:\n{}", cases.len(), differences.join("\n"));
}

/// Compares what comes out of a case with its files; one entry for each that differs. Writes them when updating.
fn differences(case: &Case) -> Vec<String> {
    let replayed = replay::replay(case);
    let mut differences = Vec::new();
    let mut differs = |file: &str, how: &str| differences.push(format!("{}/{file}: {how}", case.name));

    let outcome = case.file("outcome.json").and_then(|json| serde_json::from_slice::<Value>(&json).ok());
    if outcome.as_ref() != Some(&replayed.outcome) {
        if updating() {
            write(case, "outcome.json", format!("{:#}\n", replayed.outcome).as_bytes());
        } else {
            differs("outcome.json", &format!("this came out instead:\n{:#}", replayed.outcome));
        }
    }
    for (name, bytes) in &replayed.files {
        if case.file(name).as_ref() != Some(bytes) {
            if updating() {
                write(case, name, bytes);
            } else {
                differs(name, &format!("this came out instead:\n{}", String::from_utf8_lossy(bytes)));
            }
        }
    }
    for name in expected_files(case) {
        if !replayed.files.contains_key(&name) {
            if updating() {
                fs::remove_file(case.folder.join(name)).expect("can be removed");
            } else {
                differs(&name, "nothing of that name came out");
            }
        }
    }
    differences
}

fn write(case: &Case, name: &str, bytes: &[u8]) {
    fs::write(case.folder.join(name), bytes).unwrap_or_else(|error| panic!("{}/{name}: {error}", case.name));
}

fn file_names(case: &Case) -> Vec<String> {
    let entries = fs::read_dir(&case.folder).expect("the case is there");
    entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect()
}

fn expected_files(case: &Case) -> impl Iterator<Item = String> {
    file_names(case).into_iter().filter(|name| name.starts_with("expect-"))
}

/// An input with a wrong name would be passed over in silence.
#[test]
fn every_file_of_a_case_is_read() {
    for case in case::all() {
        let inputs: &[&str] = match case.text("/operation") {
            "preview" => &["order.json", "settings.json", "known.json"],
            "read_order" => &["order.json"],
            "settings" => &["settings.json"],
            "connection" => &["connection.json"],
            "sign" => &["request.json", "connection.json"],
            "resume" | "resume_fetch" => &["checkpoint.txt", "settings.json"],
            "fetch" => &["options.json", "settings.json"],
            "match_customers" | "match_products" => &["shop.json", "netvisor.json", "options.json"],
            "required_permissions" => &["features.json", "settings.json"],
            "export" => &["orders.json", "settings.json"],
            _ => &["reply.xml"],
        };
        let steps = case.about["steps"].as_array().into_iter().flatten();
        let replies: Vec<&str> = steps.filter_map(|step| step["reply"].as_str()).collect();
        for name in file_names(&case) {
            let known = name == "case.json" || name == "outcome.json" || name.starts_with("expect-");
            assert!(
                known || inputs.contains(&name.as_str()) || replies.contains(&name.as_str()),
                "{}/{name} is no input of this operation",
                case.name
            );
        }
        assert!(case.text("/about").ends_with('.'), "{}: about is a sentence", case.name);
    }
}

/// What it takes to get them has no place in a repository.
const TOO_LARGE_FOR_A_CASE: [&str; 1] = ["register_too_large"];

#[test]
fn every_code_appears_in_a_case() {
    let mut seen: BTreeSet<String> = TOO_LARGE_FOR_A_CASE.map(str::to_owned).into();
    for case in case::all() {
        add_codes(&replay::replay(&case).outcome, &mut seen);
    }
    let all = FaultCode::ALL.iter().map(|code| code.as_str());
    let missing: Vec<&str> = all.filter(|code| !seen.contains(*code)).collect();
    assert!(missing.is_empty(), "codes that no case of tests/vectors gives: {missing:?}");
}

/// The codes of faults, warnings and refusals, wherever they stand.
fn add_codes(value: &Value, seen: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let (Some(Value::String(code)), true) = (fields.get("code"), fields.contains_key("messages")) {
                seen.insert(code.clone());
            }
            fields.values().for_each(|value| add_codes(value, seen));
        }
        Value::Array(elements) => elements.iter().for_each(|value| add_codes(value, seen)),
        _ => {}
    }
}

#[test]
fn the_list_of_codes_is_up_to_date() {
    let codes: Value = serde_json::from_str(&json::error_codes()).expect("JSON");
    let (path, codes) = (case::root().join("error-codes.json"), format!("{codes:#}\n"));
    if updating() {
        fs::write(&path, &codes).expect("can be written");
    }
    assert_eq!(fs::read_to_string(&path).expect("tests/vectors/error-codes.json is there"), codes);
}
