//! A list of 100,000 customers (42 MB) into typed values, beside quick-xml's bare event loop over the same body (F6), and
//! what the index of them takes in memory.
//!
//! `cargo bench -p netvisor-orders --bench reply`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a benchmark may read clocks and files, and stop"
)]

#[path = "../tests/replies/counting.rs"]
mod counting;
mod measure;
#[path = "../tests/replies/sample.rs"]
mod sample;

use std::hint::black_box;

use counting::cost;
use measure::{Measured, side_by_side};
use netvisor_orders::wire::reply::{CustomerIndex, read_customers, read_reply};
use quick_xml::Reader;
use quick_xml::events::Event;

const CUSTOMERS: u64 = 100_000;

fn main() {
    let indented = sample::customer_list(CUSTOMERS);
    let compact: String = indented.lines().map(str::trim_start).collect();
    for (name, body) in [("indented", &indented), ("on one line", &compact)] {
        println!("{CUSTOMERS} customers, {name}, {:.1} MB", body.len() as f64 / 1e6);
        time(body.as_bytes());
    }
    memory(compact.as_bytes());
}

fn time(body: &[u8]) {
    let bare_loop = || {
        let mut reader = Reader::from_reader(black_box(body));
        let mut events = 0_u64;
        while !matches!(reader.read_event().unwrap(), Event::Eof) {
            events += 1;
        }
        events
    };
    let rows = || {
        let mut keys = 0;
        read_customers(200, black_box(body), |row| keys ^= row.netvisor_key).unwrap();
        keys
    };
    let typed = || read_reply("customerlist.nv", 200, black_box(body)).unwrap();
    let indexed = || index(black_box(body));
    side_by_side(
        "quick-xml's bare event loop",
        bare_loop,
        &[
            Measured::new("customers row by row", 2.0, &rows),
            Measured::new("customers as owned values", 2.0, &typed),
            Measured::new("customers indexed by code", 2.5, &indexed),
        ],
    );
}

fn memory(body: &[u8]) {
    let mut texts = 0;
    read_customers(200, body, |row| {
        texts +=
            row.name.len() + row.code.as_deref().map_or(0, str::len) + row.business_id.as_deref().map_or(0, str::len);
    })
    .unwrap();
    let (_index, held, peak) = cost(|| index(body));
    let times = |bytes: isize| bytes as f64 / texts as f64;
    println!(
        "index: texts {texts} B, held {held} B = {:.2} x, at most {peak} B = {:.2} x, limit 3",
        times(held),
        times(peak)
    );
}

fn index(body: &[u8]) -> CustomerIndex {
    let mut index = CustomerIndex::default();
    read_customers(200, body, |row| {
        index.insert(&row);
    })
    .unwrap();
    index
}
