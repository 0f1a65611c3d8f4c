//! The fetch of documents and the plan of numbers against the simulator, which shares no code with the library.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

use netvisor_orders::exchange::{Input, Output};
use netvisor_orders::json;
use netvisor_orders::{Connection, Settings, Stamp, sign};
use netvisor_simulator::{Clock, Config, DocumentCard, DocumentChange, DocumentKind, Request, Simulator};
use serde_json::Value;

/// 2026-01-14, noon in UTC.
const NOW: i64 = 1_768_392_000_000;

fn connection() -> Connection {
    let connection = serde_json::json!({
        "base_url": "https://isvapi.netvisor.fi", "sender": "Kauppa", "customer_id": "cust_1", "customer_key": "CKEY",
        "partner_id": "partner_1", "partner_key": "PKEY", "organisation_id": "1234567-1"
    });
    Connection::from_json(connection.to_string().as_bytes()).unwrap()
}

/// Runs it to its end; what was handed out, and the report.
fn run(kind: &str, options: &Value, settings: &str, simulator: &mut Simulator, ids: &str) -> (Vec<Value>, Value) {
    let settings = Settings::from_json(settings.as_bytes()).unwrap();
    let mut machine = json::fetch(kind, options.to_string().as_bytes(), &settings).unwrap();
    let mut batches = Vec::new();
    for number in 0..200 {
        let output = machine.poll_output(NOW);
        let shown: Value = serde_json::from_str(&output.head_json()).unwrap();
        match output {
            Output::Send(outgoing) => {
                let stamp = Stamp::new(NOW, &format!("{ids}-{number}")).unwrap();
                let signed = sign(outgoing.request, &connection(), &stamp).unwrap();
                let response = simulator.handle(&Request {
                    method: signed.method.as_str().to_owned(),
                    url: signed.url,
                    headers: signed.headers.into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
                    body: Vec::new(),
                });
                let input = Input::Reply { id: outgoing.id, status: response.status, body: &response.body };
                machine.handle_input(input).unwrap();
            }
            Output::Batch(_) => batches.push(shown["batch"].clone()),
            Output::Wait { .. } => panic!("nothing to wait for: {shown}"),
            Output::Done(_) => return (batches, shown["report"].clone()),
        }
    }
    panic!("no end to it");
}

fn add(simulator: &mut Simulator, kind: DocumentKind, number: u64, order: Option<u64>) -> u32 {
    simulator.add_document(&DocumentCard {
        kind,
        number: Some(number),
        status: if kind == DocumentKind::Order { "undelivered" } else { "open" }.to_owned(),
        date: "2026-01-13".to_owned(),
        due_date: "2026-01-27".to_owned(),
        customer_key: 1,
        amount: "100,00".to_owned(),
        private_comment: order.map_or_else(String::new, |order| format!("[netvisor-orders {order}]")),
        ..DocumentCard::default()
    })
}

#[test]
fn what_became_of_documents_comes_under_the_orders_numbers() {
    let mut simulator = Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() });
    let order = add(&mut simulator, DocumentKind::Order, 501, Some(1001));
    let paid = add(&mut simulator, DocumentKind::Invoice, 601, Some(1002));
    let credited = add(&mut simulator, DocumentKind::Invoice, 602, Some(1003));
    let deleted = add(&mut simulator, DocumentKind::Invoice, 603, Some(1004));
    add(&mut simulator, DocumentKind::Invoice, 604, None);
    simulator.change_document(order, &DocumentChange::Bill { copy_comment: false }).unwrap();
    simulator.change_document(paid, &DocumentChange::Pay { sum: None }).unwrap();
    simulator.change_document(credited, &DocumentChange::Credit { sum: None, matched: false }).unwrap();
    simulator.change_document(deleted, &DocumentChange::Delete).unwrap();

    let options = serde_json::json!({"known": [{"order": "1004", "kind": "invoice", "netvisor_key": deleted}]});
    let (batches, report) = run("documents", &options, "{}", &mut simulator, "d");
    assert_eq!(report["finished"], true, "{report}");
    let all = |name: &str| -> Vec<Value> {
        batches.iter().filter_map(|batch| batch[name].as_array()).flatten().cloned().collect()
    };
    let documents = all("documents");
    let status = |order: &str| {
        let ours: Vec<&Value> = documents.iter().filter(|document| document["order"] == order).collect();
        assert!(!ours.is_empty(), "{order} is missing: {documents:?}");
        ours[ours.len() - 1]["status"].clone()
    };
    assert_eq!((status("1001"), status("1002"), status("1003")), ("billed".into(), "paid".into(), "credited".into()));
    let billed = documents.iter().find(|document| document["order"] == "1001").unwrap();
    assert_eq!(billed["invoices"].as_array().map(Vec::len), Some(1), "{billed}");
    assert!(documents.iter().all(|document| document["number"] != 604), "somebody else's: {documents:?}");
    let gone = all("deleted");
    assert!(gone.iter().any(|one| one["order"] == "1004" && one["netvisor_key"] == deleted), "{gone:?}");
}

#[test]
fn numbers_that_would_meet_are_told_and_kept_apart() {
    let mut simulator = Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() });
    for number in 10_000..10_050 {
        add(&mut simulator, DocumentKind::Invoice, number, Some(number));
    }
    add(&mut simulator, DocumentKind::Invoice, 10_060, None);
    let options = serde_json::json!({"next_number": 10_050, "per_day": "5"});
    let settings = r#"{"document": {"type": "invoice"}}"#;
    let (_, report) = run("number_plan", &options, settings, &mut simulator, "n");
    assert_eq!(report["finished"], true, "{report}");
    let text = report.to_string();
    assert!(text.contains("10060"), "{text}");
    let offset = report
        .pointer("/result/plan/proposed/offset")
        .unwrap_or(&Value::Null)
        .as_u64()
        .unwrap_or_else(|| panic!("{report}"));
    assert!(10_050 + offset > 10_060, "{report}");
}
