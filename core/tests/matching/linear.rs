use netvisor_orders::setup::matching::{CustomerOptions, NetvisorCustomer, ShopCustomer, match_customers};
use serde_json::{Value, json};

use super::customers;

/// Registers of the same size in which every customer has the values of `fields`, a function of its number.
fn registers(count: usize, fields: impl Fn(usize) -> Value) -> (Vec<ShopCustomer>, Vec<NetvisorCustomer>) {
    let text = |fields: &Value, name: &str| fields[name].as_str().map(str::to_owned);
    (0..count)
        .map(|number| {
            let fields = fields(number);
            let customer = ShopCustomer {
                id: format!("s{number}"),
                name: text(&fields, "name").unwrap_or_default(),
                kind: None,
                business_id: text(&fields, "business_id"),
                vat_id: None,
                email: text(&fields, "email"),
                postcode: text(&fields, "postcode"),
                street: None,
                city: None,
                netvisor_number: text(&fields, "number"),
            };
            let card = NetvisorCustomer {
                netvisor_key: number as u64 + 1,
                name: customer.name.clone(),
                code: text(&fields, "number").or_else(|| Some(format!("c{number}"))),
                business_id: customer.business_id.clone(),
                vat_id: None,
                name_extension: None,
                email: customer.email.clone(),
                postcode: customer.postcode.clone(),
                street: None,
                city: None,
                is_private: None,
            };
            (customer, card)
        })
        .unzip()
}

fn compared(count: usize, fields: impl Fn(usize) -> Value) -> u64 {
    let (shop, netvisor) = registers(count, fields);
    let proposals = match_customers(&shop, &netvisor, &CustomerOptions::default());
    let listed =
        proposals.linked.len() + proposals.proposals.len() + proposals.ambiguous.len() + proposals.unmatched.len();
    assert_eq!(listed, count);
    proposals.compared
}

/// The customer of that number.
type Row = fn(usize) -> Value;

/// Counted, not timed: ten times the customers are ten times the comparisons, whatever they have in common.
#[test]
fn comparisons_grow_with_the_registers_and_not_with_their_product() {
    let registers: [(&str, Row); 8] = [
        ("all different", |number| json!({"name": format!("Nimi{number}"), "email": format!("{number}@x.fi")})),
        ("one name", |_| json!({"name": "Asiakas"})),
        ("one name and postcode", |_| json!({"name": "Asiakas", "postcode": "00100"})),
        ("one e-mail address", |number| json!({"name": format!("Nimi{number}"), "email": "info@x.fi"})),
        ("one business id", |_| json!({"business_id": "1234567-1"})),
        ("one number", |_| json!({"number": "1"})),
        ("ten of each name", |number| json!({"name": format!("Nimi{}", number / 10)})),
        (
            "everything the same",
            |_| json!({"name": "A", "postcode": "1", "email": "a@x.fi", "business_id": "1234567-1", "number": "1"}),
        ),
    ];
    for (name, fields) in registers {
        let [few, many] = [500, 5_000].map(|count| compared(count, fields));
        // In a small register a customer's own card is more often among the first.
        assert!(many <= 10 * few + few / 10, "{name}: {few} comparisons became {many}");
        assert!(many <= 5_000 * 5 * 32, "{name}: {many} comparisons");
    }
}

#[test]
fn nothing_is_proposed_by_a_value_that_too_many_cards_have() {
    let shop = json!([{ "id": "1", "name": "Aino Aalto", "email": "info@x.fi" }]);
    let cards = |count: usize| -> Value {
        (0..count)
            .map(|key| {
                let name = if key == 0 { "Aino Aalto".to_owned() } else { format!("Nimi {key}") };
                json!({ "netvisor_key": key, "name": name, "email": "info@x.fi" })
            })
            .collect()
    };
    // Others with the address have other names, so the one with the same name is certain; beyond what is compared it is not.
    assert_eq!(customers(&shop, &cards(32), &json!({}))["proposals"][0]["netvisor_key"], 0);
    let answer = customers(&shop, &cards(100), &json!({}));
    let entry = &answer["ambiguous"][0];
    assert_eq!(entry["cause"], "several_candidates");
    assert_eq!((entry["candidates"].as_array().unwrap().len(), &entry["more"]), (10, &json!(90)));
}
