//! The step-by-step export's own work, beside building and signing the same documents from typed orders; how it grows with the
//! number of orders; and the writing of a checkpoint beside serialising the same orders.
//!
//! `cargo bench -p netvisor-orders --bench machine`
//!
//! Netvisor's answers are kept from a run before the measured one, so they do not count.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a benchmark may read clocks, and stop"
)]

mod measure;

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use measure::{Measured, side_by_side};
use netvisor_orders::exchange::Input;
use netvisor_orders::export::{Outcome, Output};
use netvisor_orders::{Connection, Known, Order, OrderExport, Settings, Stamp, preview, sign};

const SETTINGS: &str = r#"{"document": {"type": "invoice"}, "customers": {"match": "customer_number"}}"#;
const CONNECTION: &str = r#"{
    "base_url": "https://isvapi.netvisor.fi", "sender": "Verkkokauppa", "customer_id": "cust_1", "customer_key": "CKEY-0123456789",
    "partner_id": "partner_1", "partner_key": "PKEY-0123456789", "organisation_id": "1234567-1"
}"#;
const NOW: i64 = 1_768_392_000_000;
/// The machine's work for a request, as so many times the building and signing of a document.
const LIMIT: f64 = 3.0;

fn main() {
    let settings = Settings::from_json(SETTINGS.as_bytes()).unwrap();
    let connection = Connection::from_json(CONNECTION.as_bytes()).unwrap();
    let building_only =
        Settings::from_json(SETTINGS.replace("}}", "}, \"products\": {\"missing\": \"reject\"}}").as_bytes()).unwrap();
    for count in [1_000, 10_000, 100_000] {
        let orders: Vec<Order> = (0..count).map(order).collect();
        let known = Known { customer_key: Some(8), document_key: None };
        let building = timed(|| {
            for order in &orders {
                let document = preview(black_box(order), &building_only, &known).unwrap().documents.remove(0);
                black_box(sign(document.request, &connection, &stamp(0)).unwrap());
            }
        });
        let answers = answers(OrderExport::new(orders, &settings), &connection);
        let orders: Vec<Order> = (0..count).map(order).collect();
        let mut export = None;
        let beginning = timed(|| export = Some(OrderExport::new(orders, &settings)));
        let mut export = export.unwrap();
        let requests = answers.len() as u64;
        let own = timed(|| run(&mut export, &connection, &answers));
        let each = |time: Duration, of: u64| time.as_secs_f64() * 1e6 / of as f64;
        let (document, request) = (each(building, count), each(own, requests));
        let ratio = request / document;
        println!("{count} orders of 5 lines, {requests} requests");
        println!("  a document built and signed                {document:>10.2} µs");
        println!("  beginning, for each order                  {:>10.2} µs", each(beginning, count));
        println!(
            "  the machine's own work for a request       {request:>10.2} µs = {ratio:>6.2} x, {} {LIMIT}",
            if ratio <= LIMIT { "within" } else { "OVER" }
        );
        println!("  memory at its most, so far                 {:>10} KiB", peak_memory());
    }

    let orders: Vec<Order> = (0..1_000).map(order).collect();
    let serialised = || serde_json::to_string(black_box(&orders)).unwrap();
    let export = OrderExport::new(orders.clone(), &settings);
    let checkpoint = || black_box(&export).checkpoint();
    side_by_side("1,000 orders as JSON", serialised, &[Measured::new("their checkpoint written", 10.0, &checkpoint)]);
    println!("  its size                                   {:>10} bytes", export.checkpoint().len());
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = ThreadTime::now();
    work();
    start.elapsed()
}

fn stamp(number: u64) -> Stamp {
    Stamp::new(NOW, &format!("tx-{number}")).unwrap()
}

/// What each request of the export is answered.
fn answers(mut export: OrderExport, connection: &Connection) -> Vec<String> {
    let mut answers = Vec::new();
    while let Output::Send(outgoing) = export.poll_output(NOW) {
        let query = outgoing.request.query.clone();
        let number = answers.len() as u64;
        let signed = sign(outgoing.request, connection, &stamp(number)).unwrap();
        let body = answer(&signed.url, &query, number + 1);
        export.handle_input(Input::Reply { id: outgoing.id, status: 200, body: body.as_bytes() }).unwrap();
        answers.push(body);
    }
    answers
}

/// Drives the export to its end.
fn run(export: &mut OrderExport, connection: &Connection, answers: &[String]) {
    for (number, body) in (0..).zip(answers) {
        let Output::Send(outgoing) = export.poll_output(NOW) else { panic!("a request less than before") };
        black_box(sign(outgoing.request, connection, &stamp(number)).unwrap());
        export.handle_input(Input::Reply { id: outgoing.id, status: 200, body: body.as_bytes() }).unwrap();
    }
    let Output::Done(report) = export.poll_output(NOW) else { panic!("not at its end") };
    assert!(report.orders.iter().all(|order| order.outcome == Outcome::Exported));
}

/// What a Netvisor answers that has every customer and product, and none of the documents.
fn answer(url: &str, query: &[(String, String)], number: u64) -> String {
    let asked = |name: &str| query.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.as_str());
    let payload = if url.contains("/salesinvoicelist.nv") {
        "<SalesInvoiceList/>".to_owned()
    } else if url.contains("/customerlist.nv") {
        let row = |(key, code): (usize, &str)| {
            format!(
                "<Customer><Netvisorkey>{key}</Netvisorkey><Name>Aino Hämäläinen</Name><Code>{code}</Code><OrganisationIdentifier/></Customer>"
            )
        };
        let rows: String = (1..).zip(asked("customercodelist").split(',')).map(row).collect();
        format!("<Customerlist>{rows}</Customerlist>")
    } else if url.contains("/productlist.nv") {
        let row = |(key, code): (usize, &str)| {
            format!(
                "<Product><NetvisorKey>{key}</NetvisorKey><ProductCode>{code}</ProductCode><Name>Villapaita</Name></Product>"
            )
        };
        let rows: String = (1..).zip(asked("keyword").split(',')).map(row).collect();
        format!("<ProductList>{rows}</ProductList>")
    } else {
        format!("<Replies><InsertedDataIdentifier>{number}</InsertedDataIdentifier></Replies>")
    };
    format!(
        "<Root><ResponseStatus><Status>OK</Status><TimeStamp>14.1.2026 14:00:00</TimeStamp></ResponseStatus>{payload}</Root>"
    )
}

fn order(number: u64) -> Order {
    let lines: Vec<String> = (0..5)
        .map(|line| {
            format!(
                r#"{{"kind": "product", "sku": "SKU-{}", "name": "Villapaita sininen, koko {line}", "quantity": "2", "unit": "kpl", "unit_price": "62.75", "vat_percent": "25.5", "total": "125.50", "vat_total": "25.50"}}"#,
                (number * 5 + line) % 500
            )
        })
        .collect();
    let text = format!(
        r#"{{"number": "{}", "placed_at": "2026-01-{:02}T12:30:00+02:00", "currency": "EUR", "prices_include_vat": true, "total": "627.50",
  "customer": {{"kind": "consumer", "number": "C{number}", "name": "Aino Hämäläinen", "email": "aino@example.com"}},
  "billing": {{"name": "Aino Hämäläinen", "street": "Esimerkkikatu 1 A 2", "postcode": "00100", "city": "Helsinki", "country": "FI"}},
  "delivery_method": "Matkahuolto", "lines": [{}],
  "payment": {{"method": "paytrail", "title": "Verkkopankki", "paid": true, "paid_on": "2026-01-15", "transaction_id": "tx-1"}}}}"#,
        100_000 + number,
        1 + number % 14,
        lines.join(", ")
    );
    Order::from_json(text.as_bytes()).unwrap()
}

/// In KiB, as Linux counts it; 0 elsewhere.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}
