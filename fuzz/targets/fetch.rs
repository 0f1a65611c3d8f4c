//! Fetches of every kind that get any options, any answers and checkpoints that hold anything, and what is asked before the
//! first export. The first byte picks what, the rest is its input.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netvisor_orders::exchange::{Input, NoReplyKind, Output};
use netvisor_orders::json::{self, Machine};
use netvisor_orders::{Error, Settings};
use sha2::{Digest, Sha256};

/// With options that have most of each kind asked.
const KINDS: [(&str, &[u8]); 7] = [
    ("stock", br#"{"warehouses": ["2"], "reserved": "subtract"}"#),
    ("catalogue", br#"{"source": "products", "languages": ["fi", "se"]}"#),
    ("catalogue", br#"{"source": "web_shop", "images": true, "changed_since": "2026-01-15"}"#),
    ("catalogue", br#"{"source": "extended", "images": true}"#),
    ("documents", br#"{"pdfs": [12], "changed_since": "2026-01-15"}"#),
    ("setup_check", br#"{"features": ["export", "stock", "catalogue", "documents"]}"#),
    ("number_plan", br#"{"next_number": 10400, "per_day": "12.5"}"#),
];
const NOW: i64 = 1_768_471_200_000;
/// Answers, waits and batches of one input are fewer.
const STEPS: usize = 10_000;

fuzz_target!(|input: &[u8]| {
    let Some((what, input)) = input.split_first() else { return };
    let settings = json::settings(b"{}").expect("all settings have defaults");
    let what = usize::from(*what);
    match what {
        0..7 => answer(KINDS[what], input, &settings),
        7..14 => options(KINDS[what - 7].0, input, &settings),
        14 => resume(input, &settings),
        15 => told(json::required_permissions(&settings, input).map(drop)),
        16 => match_registers(json::match_customers, input),
        17 => match_registers(json::match_products, input),
        _ => {}
    }
});

/// Answers end in a byte that no UTF-8 holds; an empty one is none.
fn answer((kind, options): (&str, &[u8]), answers: &[u8], settings: &Settings) {
    let mut machine = json::fetch(kind, options, settings).expect("options that are right");
    let mut now = NOW;
    let mut answers = answers.split(|byte| *byte == 0xFF);
    for step in 0.. {
        assert!(step < STEPS, "it has no end");
        match machine.poll_output(now) {
            Output::Send(outgoing) => {
                let id = outgoing.id;
                let Some(body) = answers.next() else { break };
                let input = match body {
                    [] => Input::NoReply { id, kind: NoReplyKind::Timeout },
                    body => Input::Reply { id, status: 200, body },
                };
                machine.handle_input(input).expect("the answer to the request under way");
            }
            Output::Batch(_) => {}
            Output::Wait { until, .. } => {
                assert!(until > now);
                now = until;
                machine = json::resume_fetch(&machine.checkpoint(), settings).expect("what it wrote itself");
            }
            Output::Done(_) => break,
        }
    }
    look_at(&*machine, settings);
}

fn options(kind: &str, options: &[u8], settings: &Settings) {
    told(json::fetch(kind, options, settings).map(|mut machine| {
        let _ = machine.poll_output(NOW);
        look_at(&*machine, settings);
    }));
}

/// The digest is made right, or nothing behind it would ever be reached.
fn resume(checkpoint: &[u8], settings: &Settings) {
    let text = String::from_utf8_lossy(checkpoint);
    let state = text.rsplit_once(",\"digest\":\"").map_or(&*text, |(state, _)| state);
    let digest: String = Sha256::digest(state.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    told(json::resume_fetch(&format!("{state},\"digest\":\"{digest}\"}}"), settings).map(|mut machine| {
        look_at(&*machine, settings);
        let _ = machine.poll_output(NOW);
        look_at(&*machine, settings);
    }));
}

/// What it stores goes on in the same place.
fn look_at(machine: &dyn Machine, settings: &Settings) {
    let _ = (machine.report(), machine.progress(), machine.counts());
    let again = json::resume_fetch(&machine.checkpoint(), settings).expect("what it wrote itself");
    assert_eq!(again.checkpoint(), machine.checkpoint());
}

/// The shop's register, Netvisor's and the options end in a byte that no UTF-8 holds.
fn match_registers(matching: fn(&[u8], &[u8], &[u8]) -> Result<String, Error>, input: &[u8]) {
    let mut parts = input.split(|byte| *byte == 0xFF);
    let mut part = |default: &'static [u8]| parts.next().unwrap_or(default);
    told(matching(part(b"[]"), part(b"[]"), part(b"{}")).map(drop));
}

/// Whatever is refused is explained.
fn told(result: Result<(), Error>) {
    let Err(error) = result else { return };
    assert!(error.faults().next().is_some(), "{error:?}");
    for fault in error.faults() {
        assert!(!fault.code().as_str().is_empty() && !fault.message().is_empty(), "{fault:?}");
    }
}
