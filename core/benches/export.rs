//! Orders into signed requests, beside what cannot be avoided: the document's bytes written tag by tag, plus one HMAC of
//! 300 bytes (F2). Both are measured in turns in the same run, since absolute times drift on a shared machine.
//!
//! `cargo bench -p netvisor-orders --bench export`
//!
//! With `NETVISOR_ORDERS_BENCH_CASE` naming a folder, it first writes the orders, settings and connection there, so that
//! the benchmarks of the other languages measure the same case.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a benchmark may read clocks and files, and stop"
)]

mod measure;

use std::hint::black_box;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use measure::{Measured, side_by_side};
use netvisor_orders::{Connection, Known, Order, Request, Settings, Shop, Stamp, json, preview, read_order, sign};
use sha2::Sha256;

const SETTINGS: &str =
    r#"{"document": {"type": "invoice"}, "customers": {"missing": "reject"}, "products": {"missing": "reject"}}"#;
const CONNECTION: &str = r#"{
    "base_url": "https://isvapi.netvisor.fi", "sender": "Verkkokauppa", "customer_id": "cust_1", "customer_key": "CKEY-0123456789",
    "partner_id": "partner_1", "partner_key": "PKEY-0123456789", "organisation_id": "1234567-1"
}"#;
const LINES: [usize; 3] = [5, 50, 500];
const UNIX_MS: i64 = 1_767_323_045_000;

fn main() {
    if let Some(folder) = std::env::var_os("NETVISOR_ORDERS_BENCH_CASE") {
        write_case(Path::new(&folder)).unwrap();
    }
    let settings = Settings::from_json(SETTINGS.as_bytes()).unwrap();
    let connection = Connection::from_json(CONNECTION.as_bytes()).unwrap();
    for lines in LINES {
        let text = order_json(lines);
        let order = Order::from_json(text.as_bytes()).unwrap();
        let body = document(&order, &settings).body.unwrap();
        let pieces = pieces(&body);
        let reference = || {
            let mut out = String::with_capacity(body.len());
            for piece in &pieces {
                out.push_str(piece);
            }
            (out, hmac_of_300_bytes())
        };
        let signed = |request| sign(request, &connection, &Stamp::new(UNIX_MS, "tx-0001").unwrap()).unwrap();
        let from_text = || {
            let preview = json::preview(black_box(text.as_bytes()), &settings, b"").unwrap();
            preview.documents.into_iter().map(|document| signed(document.request)).next()
        };
        let from_typed = || signed(document(black_box(&order), &settings));
        let name = |what: &str| format!("{what}, {lines} lines");
        side_by_side(
            "F2",
            reference,
            &[
                Measured::new(&name("order JSON to signed request"), 20.0, &from_text),
                Measured::new(&name("typed order to signed request"), 8.0, &from_typed),
            ],
        );
    }

    let order = Order::from_json(order_json(5).as_bytes()).unwrap();
    let request = Request { body: None, ..document(&order, &settings) };
    let sign_alone = || sign(request.clone(), &connection, &Stamp::new(UNIX_MS, "tx-0001").unwrap()).unwrap();
    side_by_side("HMAC of 300 bytes", hmac_of_300_bytes, &[Measured::new("signing alone", 4.0, &sign_alone)]);

    let woocommerce = include_bytes!("../examples/orders/woocommerce.json");
    let generic_tree = || serde_json::from_slice::<serde_json::Value>(black_box(woocommerce)).unwrap();
    let canonical = || read_order(Shop::WooCommerce, black_box(woocommerce)).unwrap();
    side_by_side(
        "the same JSON as a generic tree that checks nothing",
        generic_tree,
        &[Measured::new("WooCommerce to canonical", 2.0, &canonical)],
    );
}

/// The case as files.
fn write_case(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("settings.json"), SETTINGS)?;
    std::fs::write(folder.join("connection.json"), CONNECTION)?;
    LINES
        .into_iter()
        .try_for_each(|lines| std::fs::write(folder.join(format!("order-{lines}.json")), order_json(lines)))
}

fn document(order: &Order, settings: &Settings) -> Request {
    preview(order, settings, &Known::default()).unwrap().documents.remove(0).request
}

/// The body cut at every tag.
fn pieces(body: &str) -> Vec<&str> {
    body.split_inclusive('>')
        .flat_map(|piece| match piece.find('<') {
            Some(at) if at > 0 => vec![&piece[..at], &piece[at..]],
            _ => vec![piece],
        })
        .collect()
}

fn hmac_of_300_bytes() -> [u8; 32] {
    let mut hmac = Hmac::<Sha256>::new_from_slice(black_box(b"CKEY-0123456789&PKEY-0123456789")).unwrap();
    hmac.update(black_box(&[b'm'; 300]));
    hmac.finalize().into_bytes().into()
}

/// An order as shops send them: names with letters outside ASCII, one discount, shipping.
fn order_json(lines: usize) -> String {
    let mut products = String::new();
    for line in 0..lines - 1 {
        products.push_str(&format!(
            r#"{{"kind": "product", "sku": "SKU-{line}", "name": "Villapaita sininen, koko {line}", "quantity": "2", "unit": "kpl", "unit_price": "62.75", "vat_percent": "25.5", "total": "125.50", "vat_total": "25.50"}}, "#
        ));
    }
    let total = 12_550 * (lines - 1) + 490;
    format!(
        r#"{{
  "number": "10234", "placed_at": "2026-01-15T12:30:00+02:00", "currency": "EUR", "prices_include_vat": true, "total": "{}.{:02}",
  "customer": {{"kind": "consumer", "number": "4711", "name": "Aino Hämäläinen", "email": "aino@example.com"}},
  "billing": {{"name": "Aino Hämäläinen", "street": "Esimerkkikatu 1 A 2", "postcode": "00100", "city": "Helsinki", "country": "FI"}},
  "delivery": {{"name": "Väinö Aalto", "street": "Mallitie 5", "postcode": "33100", "city": "Tampere", "country": "FI"}},
  "delivery_method": "Matkahuolto",
  "lines": [{products}{{"kind": "shipping", "name": "Matkahuolto", "quantity": "1", "unit_price": "4.90", "vat_percent": "25.5", "total": "4.90", "vat_total": "1.00"}}],
  "payment": {{"method": "paytrail", "title": "Verkkopankki", "paid": true, "paid_on": "2026-01-15", "transaction_id": "tx-1"}}
}}"#,
        total / 100,
        total % 100
    )
}
