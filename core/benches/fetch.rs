//! The stock of 50,000 products and a catalogue of 20,000 with groups and two languages, beside quick-xml's bare event loop over
//! the same bodies.
//!
//! `cargo bench -p netvisor-orders --bench fetch`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a benchmark may stop")]

mod measure;
#[path = "../tests/support/product_bodies.rs"]
mod product_bodies;

use std::hint::black_box;

use measure::{Measured, side_by_side};
use netvisor_orders::Settings;
use netvisor_orders::exchange::{Input, Output};
use netvisor_orders::fetch::{Catalogue, CatalogueFetch, Fetch, Stock, Task};
use netvisor_orders::wire::reply::{
    read_extended_products, read_product_details, read_product_groups, read_products, read_stock,
    read_web_shop_products,
};
use quick_xml::Reader;
use quick_xml::events::Event;

/// As the limit on both is given.
const LIMIT: f64 = 2.5;
const STOCK: u64 = 50_000;
const CATALOGUE: u64 = 20_000;
const GROUPS: u64 = 500;

fn main() {
    let stock = product_bodies::stock(STOCK);
    let read = |body: &str| {
        let mut keys = 0;
        read_stock(200, body.as_bytes(), |row| keys ^= row.netvisor_key).unwrap();
        keys
    };
    compare(&format!("stock of {STOCK}"), &[&stock], &|| read(&stock), "{}", fetch::<Stock>);

    let groups = product_bodies::product_groups(GROUPS);
    let list = product_bodies::product_list(CATALOGUE);
    let keys: Vec<u64> = (1..=CATALOGUE).map(|key| key * 37).collect();
    let details: Vec<String> = details_in_turn(&groups, &list, &keys);
    let mut bodies = vec![&*groups, &*list];
    bodies.extend(details.iter().map(String::as_str));
    let rows = || {
        let mut keys = read_groups(&groups);
        read_products(200, list.as_bytes(), |row| keys ^= row.netvisor_key).unwrap();
        for body in &details {
            read_product_details(200, body.as_bytes(), |product| keys ^= product.netvisor_key).unwrap();
        }
        keys
    };
    let fetch = fetch::<Catalogue>;
    compare(&format!("{CATALOGUE} products in full"), &bodies, &rows, "{}", fetch);

    let web_shop = product_bodies::web_shop_products(CATALOGUE);
    let rows = || {
        let mut keys = read_groups(&groups);
        read_web_shop_products(200, web_shop.as_bytes(), |product| keys ^= product.netvisor_key).unwrap();
        keys
    };
    let options = "{\"source\": \"web_shop\", \"languages\": [\"fi\", \"en\"]}";
    compare(&format!("{CATALOGUE} products of the web shop"), &[&groups, &web_shop], &rows, options, fetch);

    let extended = product_bodies::extended_products(CATALOGUE);
    let rows = || {
        let mut keys = read_groups(&groups);
        read_extended_products(200, extended.as_bytes(), |product| keys ^= product.netvisor_key).unwrap();
        keys
    };
    let options = "{\"source\": \"extended\", \"languages\": [\"fi\", \"en\"]}";
    compare(&format!("{CATALOGUE} products of the extended list"), &[&groups, &extended], &rows, options, fetch);
}

fn read_groups(body: &str) -> u64 {
    let mut keys = 0;
    read_product_groups(200, body.as_bytes(), |row| keys ^= row.netvisor_key).unwrap();
    keys
}

/// The details as the fetch asks for them.
fn details_in_turn(groups: &str, list: &str, keys: &[u64]) -> Vec<String> {
    let mut fetch = CatalogueFetch::from_json(b"{}", &Settings::default()).unwrap();
    let mut details = Vec::new();
    loop {
        match fetch.poll_output(0) {
            Output::Send(outgoing) => {
                let asked = outgoing.request.query.iter().find(|(name, _)| name == "idlist");
                let body = match (asked, &*outgoing.request.resource) {
                    (Some((_, asked)), _) => {
                        let asked = asked.split(',').map(|key| key.parse().unwrap());
                        let body = product_bodies::product_details(asked.filter(|key| keys.contains(key)));
                        details.push(body.clone());
                        body
                    }
                    (None, "productlist.nv") => list.to_owned(),
                    (None, _) => groups.to_owned(),
                };
                fetch.handle_input(Input::Reply { id: outgoing.id, status: 200, body: body.as_bytes() }).unwrap();
            }
            Output::Batch(_) => {}
            Output::Done(_) => return details,
            Output::Wait { .. } => panic!("waits"),
        }
    }
}

/// Fetches from these answers, given in turn, to the end.
fn fetch<T: Task>(options: &str, bodies: &[&str]) -> usize {
    let mut fetch = Fetch::<T>::from_json(options.as_bytes(), &Settings::default()).unwrap();
    let mut bodies = bodies.iter();
    loop {
        match fetch.poll_output(0) {
            Output::Send(outgoing) => {
                let body = bodies.next().unwrap().as_bytes();
                fetch.handle_input(Input::Reply { id: outgoing.id, status: 200, body }).unwrap();
            }
            Output::Batch(batch) => drop(black_box(batch)),
            Output::Done(_) => return fetch.progress().done,
            Output::Wait { .. } => panic!("waits"),
        }
    }
}

fn compare(name: &str, bodies: &[&str], rows: &dyn Fn() -> u64, options: &str, fetch: impl Fn(&str, &[&str]) -> usize) {
    let size: usize = bodies.iter().map(|body| body.len()).sum();
    println!("{name}, {:.1} MB", size as f64 / 1e6);
    let bare_loop = || {
        let mut events = 0_u64;
        for body in black_box(bodies) {
            let mut reader = Reader::from_reader(body.as_bytes());
            while !matches!(reader.read_event().unwrap(), Event::Eof) {
                events += 1;
            }
        }
        events
    };
    let whole = || fetch(options, black_box(bodies));
    side_by_side(
        "quick-xml's bare event loop",
        bare_loop,
        &[
            Measured::new("read into typed rows", LIMIT, &rows),
            Measured::new("fetched to the last batch", LIMIT, &whole),
        ],
    );
}
