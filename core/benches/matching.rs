//! Registers of 50,000 customers beside registers of 5,000: ten times the customers may take at most 13 times the time, also
//! where all of them have a value in common. The small ones are matched ten times over, so that both take about as long and
//! a busy machine interrupts both as often; the limit is 1.3 then. And what the matching takes in memory over the registers themselves.
//!
//! `cargo bench -p netvisor-orders --bench matching`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a benchmark may read clocks, and stop"
)]

#[path = "../tests/replies/counting.rs"]
mod counting;
mod measure;

use std::hint::black_box;

use counting::cost;
use measure::{Measured, side_by_side};
use netvisor_orders::json;
use netvisor_orders::setup::matching::{CustomerOptions, NetvisorCustomer, ShopCustomer, match_customers};

const FEW: usize = 5_000;
const MANY: usize = 50_000;
const TIMES: usize = MANY / FEW;
const LIMIT: f64 = 1.3;

type Registers = (Vec<ShopCustomer>, Vec<NetvisorCustomer>);

fn main() {
    for (name, registers) in [
        ("customers like a shop's", usual as fn(usize) -> Registers),
        ("all of one name", |count| same(count, |_| "Asiakas".to_owned(), |_| None)),
        ("all of one e-mail address", |count| {
            same(count, |n| format!("Nimi {n}"), |_| Some("info@example.com".to_owned()))
        }),
    ] {
        let (few, many) = (registers(FEW), registers(MANY));
        let matched = |registers: &Registers| {
            match_customers(black_box(&registers.0), black_box(&registers.1), &CustomerOptions::default()).compared
        };
        let compared = [matched(&few), matched(&many)];
        println!("{name}: {} and {} pairs compared", compared[0], compared[1]);
        let run_few = || (0..TIMES).map(|_| matched(&few)).sum::<u64>();
        let run_many = || matched(&many);
        side_by_side("ten times 5,000 x 5,000", run_few, &[Measured::new("50,000 x 50,000", LIMIT, &run_many)]);
    }

    let [few, many] = [FEW, MANY].map(|count| {
        let (shop, netvisor) = usual(count);
        (shop_json(&shop), netvisor_json(&netvisor))
    });
    println!("from JSON to JSON, {:.1} MB beside {:.1} MB", many.0.len() as f64 / 1e6, many.1.len() as f64 / 1e6);
    let matched = |json: &(String, String)| {
        json::match_customers(black_box(json.0.as_bytes()), black_box(json.1.as_bytes()), br#"{"csv": true}"#).unwrap()
    };
    let run_few = || (0..TIMES).map(|_| matched(&few).len()).sum::<usize>();
    let run_many = || matched(&many);
    side_by_side("ten times 5,000 x 5,000", run_few, &[Measured::new("50,000 x 50,000", LIMIT, &run_many)]);

    let (shop, netvisor) = usual(MANY);
    let (proposals, held, peak) = cost(|| match_customers(&shop, &netvisor, &CustomerOptions::default()));
    println!(
        "{} proposed, {} ambiguous, {} unmatched; at most {} KiB, of which the answer {} KiB",
        proposals.proposals.len(),
        proposals.ambiguous.len(),
        proposals.unmatched.len(),
        peak / 1024,
        held / 1024
    );
}

const FIRST_NAMES: [&str; 20] = [
    "Aino", "Eino", "Väinö", "Helmi", "Onni", "Åke", "Lempi", "Toivo", "Impi", "Urho", "Sisko", "Veikko", "Tyyne",
    "Oiva", "Martta", "Armas", "Hilja", "Kauko", "Saima", "Pentti",
];
const FAMILY_NAMES: [&str; 20] = [
    "Aalto", "Niemi", "Mäki", "Lehto", "Öhman", "Koski", "Salo", "Järvi", "Laine", "Saari", "Harju", "Kallio", "Suo",
    "Ranta", "Kivi", "Korpi", "Lampi", "Vuori", "Oja", "Puro",
];

/// Every fifth a company with a business id, of the others half with an e-mail address on the card; every seventh unknown to
/// Netvisor. Names repeat as names do.
fn usual(count: usize) -> Registers {
    let shop = (0..count).map(|number| {
        let family = FAMILY_NAMES[number / 20 % 20];
        let is_company = number % 5 == 0;
        let name = if is_company {
            format!("{family} {number} Oy")
        } else {
            format!("{} {family}-{}", FIRST_NAMES[number % 20], number / 1_000)
        };
        ShopCustomer {
            id: format!("s{number}"),
            name,
            kind: None,
            business_id: is_company.then(|| format!("{:07}-{}", 1_000_000 + number, number % 10)),
            vat_id: None,
            email: Some(format!("asiakas{number}@example.com")),
            postcode: Some(format!("{:05}", 100 + number * 7 % 9_000)),
            street: Some(format!("Katu {} A {}", number % 90, number % 40)),
            city: Some("Helsinki".to_owned()),
            netvisor_number: None,
        }
    });
    let shop: Vec<ShopCustomer> = shop.collect();
    let cards = shop.iter().enumerate().map(|(number, customer)| NetvisorCustomer {
        netvisor_key: number as u64 + 1,
        name: if number % 7 == 0 { format!("Muu {number}") } else { customer.name.to_uppercase() },
        code: Some(format!("{}", 10_000 + number)),
        business_id: customer.business_id.clone().filter(|_| number % 7 != 0),
        vat_id: None,
        name_extension: None,
        email: customer.email.clone().filter(|_| number % 2 == 0 && number % 7 != 0),
        postcode: customer.postcode.clone(),
        street: customer.street.clone(),
        city: customer.city.clone(),
        is_private: None,
    });
    let cards = cards.collect();
    (shop, cards)
}

fn same(count: usize, name: fn(usize) -> String, email: fn(usize) -> Option<String>) -> Registers {
    let (mut shop, mut netvisor) = usual(count);
    for (number, (customer, card)) in shop.iter_mut().zip(&mut netvisor).enumerate() {
        (customer.name, card.name) = (name(number), name(number));
        (customer.email, card.email) = (email(number), email(number));
        (customer.business_id, card.business_id) = (None, None);
        (customer.postcode, card.postcode) = (None, None);
    }
    (shop, netvisor)
}

fn shop_json(shop: &[ShopCustomer]) -> String {
    let rows = shop.iter().map(|row| {
        serde_json::json!({ "id": row.id, "name": row.name, "business_id": row.business_id, "email": row.email,
            "postcode": row.postcode, "street": row.street, "city": row.city })
    });
    serde_json::Value::Array(rows.collect()).to_string()
}

fn netvisor_json(netvisor: &[NetvisorCustomer]) -> String {
    let rows = netvisor.iter().map(|row| {
        serde_json::json!({ "netvisor_key": row.netvisor_key, "name": row.name, "code": row.code, "group_key": null,
            "group_name": null, "business_id": row.business_id, "email": row.email, "postcode": row.postcode,
            "street": row.street, "city": row.city })
    });
    serde_json::Value::Array(rows.collect()).to_string()
}
