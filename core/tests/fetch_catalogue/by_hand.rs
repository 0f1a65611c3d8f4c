//! What happens between two answers.

use std::collections::VecDeque;

use netvisor_orders::exchange::{Input, Output};
use serde_json::{Value, json};

use crate::product_bodies::ok;
use crate::{Kept, begin};

/// Fetches from these answers in turn; the queries asked, what came out, and the report.
fn fetch(options: &Value, bodies: &[String]) -> (Vec<String>, Kept, Value) {
    let mut fetch = begin(options);
    let mut bodies: VecDeque<&String> = bodies.iter().collect();
    let (mut asked, mut kept) = (Vec::new(), Kept::default());
    loop {
        match fetch.poll_output(0) {
            Output::Send(outgoing) => {
                let query = outgoing.request.query.iter().map(|(name, value)| format!("{name}={value}"));
                asked.push(query.collect::<Vec<_>>().join("&"));
                let body = bodies.pop_front().unwrap_or_else(|| panic!("asked {asked:?}")).as_bytes();
                fetch.handle_input(Input::Reply { id: outgoing.id, status: 200, body }).expect("an answer");
            }
            Output::Batch(batch) => kept.keep(batch),
            Output::Done(report) => {
                assert!(bodies.is_empty(), "asked {asked:?}");
                return (asked, kept, serde_json::to_value(report).expect("JSON"));
            }
            Output::Wait { reason, .. } => panic!("waits: {reason:?}"),
        }
    }
}

fn page(number: u64, pages: u64, all: u64, keys: impl Iterator<Item = u64>) -> String {
    let products: String = keys.map(|key| format!("<Product><NetvisorKey>{key}</NetvisorKey></Product>")).collect();
    ok(&format!(
        "<Products currentpage=\"{number}\" pagecount=\"{pages}\" productsonpage=\"9\" productsonpages=\"{all}\">{products}</Products>"
    ))
}

#[test]
fn pages_are_begun_again_when_a_product_was_taken_away_in_between() {
    // Product 1 goes after the first page: 201 moves to the first page, and the second begins with 202.
    let bodies =
        [page(1, 2, 300, 1..=200), page(2, 2, 299, 202..=300), page(1, 2, 299, 2..=201), page(2, 2, 299, 202..=300)];
    let (asked, kept, report) = fetch(&json!({"source": "extended", "groups": false}), &bodies);
    assert_eq!(kept.products, (1..=300).collect());
    let pages: Vec<&str> = asked.iter().filter_map(|query| query.rsplit_once("page=").map(|(_, page)| page)).collect();
    assert_eq!(pages, ["1", "2", "1", "2"]);
    assert_eq!(report["result"]["cursor"], "2026-01-15T11:50:00");
}

#[test]
fn pages_end_even_if_products_go_on_going() {
    let bodies: Vec<String> = (0..7).map(|turn| page(1 + turn % 2, 2, 399 - turn, 1..=9)).collect();
    // Begun again three times, then to the end.
    fetch(&json!({"source": "extended", "groups": false}), &[bodies, vec![page(2, 2, 392, 1..=9)]].concat()[..]);
}

#[test]
fn the_cursor_is_of_the_first_list() {
    let later = |body: String| body.replace("12:00:00", "12:59:00");
    let row = |key| format!("<Product><NetvisorKey>{key}</NetvisorKey><Name>x</Name></Product>");
    let list = |rows: &str| ok(&format!("<ProductList>{rows}</ProductList>"));
    for (options, bodies) in [
        (
            json!({"groups": false, "details": false, "changed_since": "2026-01-01"}),
            vec![list(&row(1)), later(list(&row(1)))],
        ),
        (
            json!({"source": "extended", "groups": false}),
            vec![page(1, 2, 201, 1..=200), later(page(2, 2, 201, 201..=201))],
        ),
    ] {
        let (_, _, report) = fetch(&options, &bodies);
        assert_eq!(report["result"]["cursor"], "2026-01-15T11:50:00", "{options}");
    }
    // Where the first had no time, the second, which may be too late, gives none either.
    let options = json!({"groups": false, "details": false, "changed_since": "2026-01-01"});
    let without = list(&row(1)).replace("<TimeStamp>15.1.2026 12:00:00</TimeStamp>", "");
    let (_, _, report) = fetch(&options, &[without, list(&row(1))]);
    assert_eq!(report["result"]["cursor"], Value::Null);
}

#[test]
fn no_changes_need_one_request() {
    for source in ["products", "web_shop", "extended"] {
        let body = if source == "web_shop" { "<WebShopProductList/>" } else { "<ProductList/>" };
        let body = if source == "extended" { "<Products/>" } else { body };
        for details in [true, false] {
            let options =
                json!({"source": source, "groups": false, "details": details, "changed_since": "2026-01-14T00:00:00"});
            let (asked, kept, report) = fetch(&options, &[ok(body)]);
            assert_eq!((asked.len(), &kept), (1, &Kept::default()), "{options}");
            assert_eq!(report["result"]["cursor"], "2026-01-15T11:50:00");
        }
    }
}
