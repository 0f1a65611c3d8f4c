//! A company, a merchant's settings and some orders, all drawn from a seed.

use netvisor_orders::Settings;
use netvisor_simulator::{Clock, Config, CustomerCard, DocumentCard, DocumentKind, NaiveDate, ProductCard, Simulator};
use serde_json::{Value, json};

use crate::random::Random;

/// 2026-01-14, noon in UTC.
pub(crate) const START: i64 = 1_768_392_000_000;

#[derive(Debug)]
pub(crate) struct Scenario {
    pub(crate) settings_json: Value,
    pub(crate) settings: Settings,
    pub(crate) orders: Vec<Value>,
    pub(crate) simulator: Simulator,
    /// The accounting period is locked up to the day of the payments.
    pub(crate) locked: bool,
}

/// What the merchant decided, as far as orders and checks depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Order,
    Invoice,
    Draft,
}

impl Scenario {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let settings_json = settings(&mut random);
        let settings = Settings::from_json(settings_json.to_string().as_bytes()).expect("settings that go together");
        let mut simulator = Simulator::new(Config { clock: Clock::Fixed(START), ..Config::default() });
        stock(&mut simulator, &mut random);
        // Payments of the day before, and documents up to then, are refused.
        let locked = random.percent(10);
        simulator.lock_period(locked.then(|| NaiveDate::from_ymd_opt(2026, 1, 12)).flatten());
        let count = 1 + random.below(6);
        let orders: Vec<Value> = (0..count).map(|index| order(index, &mut random)).collect();
        foreign_documents(&mut simulator, &orders, &settings_json, &mut random);
        Self { settings_json, settings, orders, simulator, locked }
    }

    pub(crate) fn kind(&self) -> Kind {
        match self.settings_json["document"]["type"].as_str() {
            Some("invoice") => Kind::Invoice,
            Some("draft") => Kind::Draft,
            _ => Kind::Order,
        }
    }

    pub(crate) fn numbers_are_ours(&self) -> bool {
        self.settings_json["numbering"]["mode"] == "order_number" && self.kind() != Kind::Draft
    }
}

fn settings(random: &mut Random) -> Value {
    let (document, kind) = random.pick(&[
        (json!({"type": "order"}), Kind::Order),
        (json!({"type": "order", "status": "delivered"}), Kind::Order),
        (json!({"type": "invoice"}), Kind::Invoice),
        (json!({"type": "invoice", "status": "unsent"}), Kind::Invoice),
        (json!({"type": "draft"}), Kind::Draft),
    ]);
    let records = kind != Kind::Draft && random.percent(70);
    json!({
        "document": document,
        "numbering": {"mode": random.pick(&["order_number", "order_number", "automatic"]), "offset": random.pick(&[0, 5000])},
        "customers": {
            "match": random.pick(&["customer_number", "netvisor_number", "business_id", "temporary"]),
            "missing": random.pick(&["create", "create", "temporary", "reject"]),
            "update": random.pick(&["never", "changed"]),
        },
        "products": {
            "match": random.pick(&["code", "code", "code", "ean"]),
            "missing": random.pick(&["create", "create", "fallback", "reject"]),
            "fallback_code": "MUU",
        },
        "payment": {
            "record": if records { "when_paid" } else { "never" },
            "methods": {"paytrail": {"name": "Paytrail"}, "gift_card": {"name": "Lahjakortti"}},
            "prepayment_account": "2960",
            "gift_cards": if records { random.pick(&["line", "payment"]) } else { "line" },
        },
        "language": random.pick(&["fi", "sv", "en"]),
        "xml": {"characters": random.pick(&["ascii", "utf8"])},
    })
}

/// Some of the customers and products orders may name are in the registers.
fn stock(simulator: &mut Simulator, random: &mut Random) {
    for (code, business_id) in [("100", "1234567-1"), ("101", "2521043-4"), ("102", "1967543-8")] {
        if random.percent(50) {
            simulator.add_customer(&CustomerCard {
                code: code.into(),
                name: format!("Asiakas {code}"),
                business_id: business_id.into(),
                ..CustomerCard::default()
            });
        }
    }
    for code in ["MUU", "P1", "P2", "TOIMITUS", "LAHJAKORTTI"] {
        if code == "MUU" || random.percent(50) {
            simulator.add_product(&ProductCard {
                code: code.into(),
                name: format!("Tuote {code}"),
                primary_ean: format!("64{code}"),
                ..ProductCard::default()
            });
        }
    }
}

fn order(index: u64, random: &mut Random) -> Value {
    let number = 1001 + index * 7;
    let day = 10 + random.below(4) + if random.percent(5) { 14 } else { 0 };
    let mut lines = Vec::new();
    let mut cents = 0;
    for _ in 0..=random.below(3) {
        let (quantity, price) = (1 + random.below(3), 100 + random.below(9_900));
        let sku = random.pick(&["P1", "P2", "P3"]);
        cents += (quantity * price) as i64;
        lines.push(line("product", sku, quantity, price as i64, "25.5"));
    }
    if random.percent(40) {
        cents += 590;
        lines.push(line("shipping", "", 1, 590, "25.5"));
    }
    if random.percent(25) {
        let paid = 1 + random.below(cents as u64) as i64;
        cents -= paid;
        lines.push(line("gift_card", "", 1, -paid, "0"));
    }
    // Few customers, so that orders of one run share them.
    let by = random.pick(&[0, 0, 1, 2, 3]);
    let (netvisor_number, business_id) = match by {
        3 => (None, None),
        by => (Some(["100", "101", "102"][by]), Some(["1234567-1", "2521043-4", "1967543-8"][by])),
    };
    let name = match random.below(3) {
        0 => format!("Vieras {number}"),
        _ => format!("Asiakas {}", netvisor_number.unwrap_or("uusi")),
    };
    let mut order = json!({
        "number": format!("{}{number}", random.pick(&["", "#", "W-"])),
        "placed_at": format!("2026-01-{day:02}T10:00:00+02:00"),
        "currency": "EUR",
        "prices_include_vat": true,
        "total": euros(cents),
        "customer": {"kind": random.pick(&["consumer", "business"]), "name": name},
        "billing": {"name": name, "street": "Katu 1", "postcode": "00100", "city": "Helsinki", "country": "FI"},
        "lines": lines,
    });
    if let (Some(code), Some(business_id)) = (netvisor_number, business_id) {
        order["customer"]["number"] = code.into();
        order["customer"]["netvisor_number"] = code.into();
        order["customer"]["business_id"] = business_id.into();
    }
    if random.percent(70) {
        order["payment"] =
            json!({"method": "paytrail", "title": "Verkkopankki", "paid": random.percent(80), "paid_on": "2026-01-12"});
    }
    order
}

fn line(kind: &str, sku: &str, quantity: u64, unit_cents: i64, vat: &str) -> Value {
    json!({
        "kind": kind,
        "sku": sku,
        "ean": if sku.is_empty() { Value::Null } else { format!("64{sku}").into() },
        "name": format!("Rivi {kind} {sku}"),
        "quantity": quantity.to_string(),
        "unit_price": euros(unit_cents),
        "vat_percent": vat,
        "total": euros(unit_cents * quantity as i64),
    })
}

pub(crate) fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// Somebody else's documents, some with a number that an order wants.
fn foreign_documents(simulator: &mut Simulator, orders: &[Value], settings: &Value, random: &mut Random) {
    let offset = settings["numbering"]["offset"].as_u64().unwrap_or_default();
    for (index, _) in orders.iter().enumerate() {
        if random.percent(8) {
            simulator.add_document(&DocumentCard {
                kind: random.pick(&[DocumentKind::Order, DocumentKind::Invoice]),
                number: Some(1001 + 7 * index as u64 + offset),
                date: format!("2026-01-{:02}", 1 + random.below(28)),
                amount: "10,00".into(),
                private_comment: random.pick(&["", "Soita ennen toimitusta", "[netvisor-orders 999]"]).into(),
                ..DocumentCard::default()
            });
        }
    }
    for _ in 0..random.below(3) {
        simulator.add_document(&DocumentCard {
            kind: random.pick(&[DocumentKind::Order, DocumentKind::Invoice]),
            number: Some(20_000 + random.below(1_000)),
            date: format!("2026-01-{:02}", 1 + random.below(28)),
            amount: "25,00".into(),
            ..DocumentCard::default()
        });
    }
}
