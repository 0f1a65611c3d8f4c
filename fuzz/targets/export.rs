//! An export that gets any answers, and checkpoints that hold anything.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netvisor_orders::exchange::{Input, NoReplyKind};
use netvisor_orders::export::{OrderExport, Output};
use netvisor_orders::Settings;
use sha2::{Digest, Sha256};

const ORDERS: &[u8] = br#"[
    {"number": "10234", "placed_at": "2026-01-14T10:00:00+02:00", "currency": "EUR", "prices_include_vat": true, "total": "25.50",
     "customer": {"number": "100", "kind": "consumer", "name": "Aino Aalto"}, "billing": {"name": "Aino Aalto", "country": "FI"},
     "lines": [{"kind": "product", "sku": "P1", "name": "Paita", "quantity": "1", "unit_price": "25.50", "vat_percent": "25.5", "total": "25.50"}],
     "payment": {"method": "paytrail", "title": "Verkkopankki", "paid": true}},
    {"number": "10235", "placed_at": "2026-01-14T10:00:00+02:00", "currency": "EUR", "prices_include_vat": true, "total": "25.50",
     "customer": {"kind": "consumer", "name": "Aino Aalto"}, "billing": {"name": "Aino Aalto", "country": "FI"},
     "lines": [{"kind": "product", "sku": "P2", "name": "Paita", "quantity": "1", "unit_price": "25.50", "vat_percent": "25.5", "total": "25.50"}]}]"#;
const SETTINGS: &[u8] = br#"{"document": {"type": "invoice"}, "customers": {"update": "changed"},
    "payment": {"record": "when_paid", "methods": {"paytrail": {"name": "Paytrail"}}}}"#;

fuzz_target!(|input: &[u8]| {
    let settings = Settings::from_json(SETTINGS).expect("settings");
    match input.split_first() {
        Some((0, checkpoint)) => resume(checkpoint, &settings),
        Some((_, answers)) => answer(answers, &settings),
        None => {}
    }
});

/// The digest is made right, or nothing behind it would ever be reached.
fn resume(checkpoint: &[u8], settings: &Settings) {
    let text = String::from_utf8_lossy(checkpoint);
    let state = text.rsplit_once(",\"digest\":\"").map_or(&*text, |(state, _)| state);
    let digest: String = Sha256::digest(state.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    if let Ok(mut export) = OrderExport::resume(&format!("{state},\"digest\":\"{digest}\"}}"), settings) {
        let again = OrderExport::resume(&export.checkpoint(), settings).expect("what it wrote itself");
        assert_eq!(again.checkpoint(), export.checkpoint());
        let _ = (export.poll_output(1_768_392_000_000), export.report(), export.progress());
    }
}

/// Answers end in a byte that no UTF-8 holds; an empty one is none.
fn answer(answers: &[u8], settings: &Settings) {
    let mut export = OrderExport::from_json(ORDERS, settings).expect("orders");
    let mut now = 1_768_392_000_000;
    for body in answers.split(|byte| *byte == 0xFF) {
        match export.poll_output(now) {
            Output::Send(outgoing) => {
                let id = outgoing.id;
                let input = match body {
                    [] => Input::NoReply { id, kind: NoReplyKind::Timeout },
                    body => Input::Reply { id, status: 200, body },
                };
                export.handle_input(input).expect("the answer to the request under way");
            }
            Output::Wait { until, .. } => {
                assert!(until > now);
                now = until;
                export = OrderExport::resume(&export.checkpoint(), settings).expect("what it wrote itself");
            }
            Output::Done(_) => break,
        }
    }
}
