use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{customers, text};

/// Few values, so that customers have many of them in common.
fn some(values: &'static [&'static str]) -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(values))
}

type Row = [Option<&'static str>; 6];

fn row() -> impl Strategy<Value = Row> {
    (
        some(&[
            "Aino Aalto",
            "Aalto, Aino",
            "AALTO AINO Tmi",
            "Eino Aalto",
            "Kukka Oy",
            "Oy Kükkä Ab",
            "Kukka Ky",
            "Asiakas",
            "Helsingin Kukka",
        ]),
        some(&["1234567-1", "12345671", "1967543-8", "1234567-8", "-", "SE123"]),
        some(&["FI12345671", "FI19675438", "SE556036079301"]),
        some(&["a@x.fi", "A@X.FI", "b@x.fi", "-"]),
        some(&["00100", "FI-00100", "33100"]),
        some(&["1", "2", "10", "ÄÄ"]),
    )
        .prop_map(|(name, business_id, vat_id, email, postcode, number)| {
            [name, business_id, vat_id, email, postcode, number]
        })
}

fn shop_rows(rows: &[Row]) -> Value {
    let rows = rows.iter().enumerate().map(|(index, [name, business_id, vat_id, email, postcode, number])| {
        json!({ "id": format!("s{index}"), "name": name.unwrap_or_default(), "business_id": business_id, "vat_id": vat_id,
            "email": email, "postcode": postcode, "netvisor_number": number })
    });
    rows.collect()
}

fn netvisor_rows(rows: &[Row]) -> Value {
    let rows = rows.iter().enumerate().map(|(index, [name, business_id, vat_id, email, postcode, number])| {
        json!({ "netvisor_key": index + 1, "name": name.unwrap_or_default(), "business_id": business_id, "vat_id": vat_id,
            "email": email, "postcode": postcode, "code": number })
    });
    rows.collect()
}

fn list<'a>(answer: &'a Value, name: &str) -> &'a [Value] {
    answer[name].as_array().unwrap()
}

fn key_of(value: &Value) -> u64 {
    value["netvisor_key"].as_u64().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_customer_is_in_one_list_and_each_card_proposed_once(
        shop in prop::collection::vec(row(), 0..12),
        netvisor in prop::collection::vec(row(), 0..12),
    ) {
        let answer = customers(&shop_rows(&shop), &netvisor_rows(&netvisor), &json!({}));
        let mut ids: Vec<&str> = ["linked", "proposals", "ambiguous"]
            .iter()
            .flat_map(|name| list(&answer, name))
            .map(|entry| entry["shop_id"].as_str().unwrap())
            .chain(list(&answer, "unmatched").iter().map(|id| id.as_str().unwrap()))
            .collect();
        ids.sort_unstable();
        let mut expected: Vec<String> = (0..shop.len()).map(|index| format!("s{index}")).collect();
        expected.sort_unstable();
        prop_assert_eq!(ids, expected);

        let linked: BTreeSet<u64> = list(&answer, "linked").iter().map(key_of).collect();
        let mut proposed = BTreeSet::new();
        for proposal in list(&answer, "proposals") {
            prop_assert!(proposed.insert(key_of(proposal)), "a card proposed twice");
            prop_assert!(!linked.contains(&key_of(proposal)), "a card proposed that is linked");
            prop_assert!((60..=100).contains(&proposal["score"].as_u64().unwrap()));
            // A name alone, or with a key or city, is no reason.
            let reasons = list(proposal, "reasons");
            prop_assert!(reasons.iter().any(|reason| {
                ["business_id", "vat_id", "email", "name_and_postcode"].contains(&reason.as_str().unwrap())
            }), "{}", proposal);
        }
        for entry in list(&answer, "ambiguous") {
            let scores: Vec<u64> =
                list(entry, "candidates").iter().map(|found| found["score"].as_u64().unwrap()).collect();
            prop_assert!(scores.len() <= 10 && scores.is_sorted_by(|one, next| one >= next));
            let certain = scores.iter().filter(|score| **score >= 60).count();
            match entry["cause"].as_str().unwrap() {
                "several_candidates" => {
                    let has_number = text(entry).contains("netvisor_number");
                    prop_assert!(certain > 1 || has_number);
                }
                "shared_candidate" => {
                    prop_assert_eq!(certain, 1);
                    prop_assert!(!proposed.contains(&key_of(&entry["candidates"][0])));
                }
                "weak" => prop_assert_eq!(certain, 0),
                "common_name" => prop_assert!(scores.is_empty() && entry["more"].as_u64().unwrap() > 10),
                other => prop_assert!(false, "{}", other),
            }
        }
    }

    #[test]
    fn the_order_of_the_registers_changes_nothing(
        shop in prop::collection::vec(row(), 0..12),
        netvisor in prop::collection::vec(row(), 0..40),
    ) {
        let (shop, netvisor) = (shop_rows(&shop), netvisor_rows(&netvisor));
        let reversed = |rows: &Value| -> Value { rows.as_array().unwrap().iter().rev().cloned().collect() };
        let answer = customers(&shop, &netvisor, &json!({}));
        prop_assert_eq!(&answer, &customers(&shop, &reversed(&netvisor), &json!({})));
        let by_id = |answer: &Value, name: &str| -> BTreeMap<String, Value> {
            list(answer, name).iter().map(|entry| (entry["shop_id"].to_string(), entry.clone())).collect()
        };
        let other = customers(&reversed(&shop), &netvisor, &json!({}));
        for name in ["linked", "proposals", "ambiguous"] {
            prop_assert_eq!(by_id(&answer, name), by_id(&other, name));
        }
    }

    /// Whatever else the registers hold, two that are the only ones with their values find each other.
    #[test]
    fn who_has_a_value_with_one_card_alone_is_proposed_to_it(
        shop in prop::collection::vec(row(), 0..12),
        netvisor in prop::collection::vec(row(), 0..12),
        value in prop::sample::select(vec![
            (json!({"vat_id": "FI25210434"}), json!({"business_id": "2521043-4"}), 90),
            (json!({"email": "oma@x.fi"}), json!({"email": "OMA@x.fi"}), 75),
            (json!({"name": "Väinö Öhman", "postcode": "90100"}), json!({"name": "Ohman, Vaino", "postcode": "90100"}), 70),
        ]),
    ) {
        let (mut shop, mut netvisor) = (shop_rows(&shop), netvisor_rows(&netvisor));
        let (customer, card, score) = value;
        shop.as_array_mut().unwrap().push(super::with(json!({"id": "own", "name": ""}), customer));
        netvisor.as_array_mut().unwrap().push(super::with(json!({"netvisor_key": 99, "code": "99", "name": ""}), card));
        let answer = customers(&shop, &netvisor, &json!({}));
        let own = list(&answer, "proposals").iter().find(|proposal| proposal["shop_id"] == "own");
        prop_assert_eq!(own.map(|own| (key_of(own), own["score"].as_u64())), Some((99, Some(score))));
    }

    /// Nothing that is proposed may hang on how a name is spelt.
    #[test]
    fn spelling_does_not_matter(words in prop::collection::vec("[a-zåäöé]{2,8}", 2..4), upper in any::<bool>()) {
        let spelt = words.join(" ");
        let mut other: Vec<String> = words.iter().map(|word| {
            word.replace('ä', "a\u{308}").replace('ö', "o").replace('é', "e\u{301}")
        }).collect();
        other.rotate_left(1);
        let mut other = other.join(",  ");
        if upper {
            other = other.to_uppercase();
        }
        // Words that happen to be legal forms make a company of it, whose words have an order.
        prop_assume!(words.iter().all(|word| word.chars().count() > 3));
        let shop = json!([{ "id": "1", "name": spelt, "postcode": "00100" }]);
        let netvisor = json!([{ "netvisor_key": 1, "name": other, "postcode": "00100" }]);
        let answer = customers(&shop, &netvisor, &json!({}));
        prop_assert_eq!(list(&answer, "proposals").len(), 1, "{} {}", shop, netvisor);
    }
}
