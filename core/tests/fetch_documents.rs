//! Fetches of documents over random books: everything of the shop's is told as it stands, whatever the fetch meets and
//! wherever it is killed and resumed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

#[path = "fetch_documents/book.rs"]
mod book;

use std::collections::{BTreeMap, BTreeSet};

use book::{Book, DAY, TODAY};
use netvisor_orders::Settings;
use netvisor_orders::exchange::{Input, NoReplyKind, Output};
use netvisor_orders::fetch::{DocumentFetch, DocumentState, DocumentsBatch, ShopDocument};
use proptest::prelude::*;

/// What a host has stored: the last word on each document, and credit notes by their keys.
#[derive(Debug, Default, Clone, PartialEq)]
struct Shop {
    documents: BTreeMap<(u64, String), ShopDocument>,
    deleted: BTreeSet<(u64, Option<String>)>,
    pdfs: BTreeMap<u64, Option<String>>,
}

impl Shop {
    fn take(&mut self, batch: DocumentsBatch) {
        match batch {
            DocumentsBatch::Documents { documents } => {
                for document in documents {
                    let order = document.order.clone().expect("others were not asked for");
                    self.documents.insert((document.netvisor_key, order), document);
                }
            }
            DocumentsBatch::Deleted { deleted } => {
                self.deleted.extend(deleted.into_iter().map(|row| (row.netvisor_key, row.order)));
            }
            DocumentsBatch::Pdf { pdf } => {
                self.pdfs.insert(pdf.netvisor_key, pdf.data);
            }
            _ => panic!("a batch of a new kind"),
        }
    }
}

/// Runs a fetch to its end. It is resumed from its checkpoint before each step whose number is among `kills`, and the answer
/// of each request whose number is among `lost` never comes.
fn run(book: &Book, options: &str, kills: &[usize], lost: &[usize]) -> (Shop, u64, usize) {
    let settings = Settings::default();
    let mut fetch = DocumentFetch::from_json(options.as_bytes(), &settings).expect("options");
    let mut shop = Shop::default();
    let mut now = TODAY;
    let mut requests = 0;
    for step in 0..5_000 {
        if kills.contains(&step) {
            fetch = DocumentFetch::resume(&fetch.checkpoint(), &settings).expect("a checkpoint");
        }
        match fetch.poll_output(now) {
            Output::Send(outgoing) => {
                requests += 1;
                let answer = book.answer(&outgoing.request);
                let input = if lost.contains(&requests) {
                    Input::NoReply { id: outgoing.id, kind: NoReplyKind::Timeout }
                } else {
                    Input::Reply { id: outgoing.id, status: 200, body: answer.as_bytes() }
                };
                fetch.handle_input(input).expect("the request in flight");
            }
            Output::Wait { until, .. } => now = until,
            Output::Batch(batch) => shop.take(batch),
            Output::Done(report) => {
                assert!(report.finished, "{report:?}");
                return (shop, report.requests, step);
            }
        }
    }
    panic!("no end");
}

/// What the shop must know after a fetch, worked out from the book alone.
fn check(book: &Book, shop: &Shop, is_delta: bool) {
    for order in book.orders.iter().filter(|order| order.changed || !is_delta) {
        let Some(number) = &order.marker else { continue };
        let told = shop.documents.get(&(order.key, number.clone())).expect("every order of ours");
        assert_eq!(told.netvisor_status.as_deref(), Some(order.status));
        if order.status == "billed" {
            let told: Vec<_> = told.invoices.iter().flatten().map(|i| (i.netvisor_key, i.open_sum)).collect();
            let made = book.invoices.iter().filter(|invoice| invoice.made_of.contains(&order.key));
            assert_eq!(told, made.map(|invoice| (invoice.key, Some(invoice.open.into()))).collect::<Vec<_>>());
        }
    }
    for invoice in book.invoices.iter().filter(|invoice| invoice.changed || invoice.is_overdue || !is_delta) {
        let orders: BTreeSet<&String> = match &invoice.marker {
            Some(number) => [number].into(),
            // Without a moment the order tells of it.
            None if !is_delta || invoice.sum < 0 => continue,
            None => invoice.made_of.iter().filter_map(|key| book.order(*key)?.marker.as_ref()).collect(),
        };
        for number in orders {
            let told = shop.documents.get(&(invoice.key, number.clone())).expect("every invoice of ours");
            assert_eq!(told.open_sum, Some(invoice.open.into()));
            if told.credited_sum.is_none() {
                assert_eq!(told.status == Some(DocumentState::Overdue), invoice.is_overdue);
            }
        }
    }
    for invoice in book.invoices.iter().filter(|invoice| invoice.marker.is_some()) {
        let notes = book.invoices.iter().filter(|note| note.credits == Some(invoice.key));
        let credited: i64 = notes.filter(|note| note.changed || !is_delta).map(|note| -note.sum).sum();
        let told = shop.documents.get(&(invoice.key, invoice.marker.clone().expect("ours")));
        if credited > 0 {
            let told = told.expect("every invoice of ours that was credited");
            assert_eq!(told.credited_sum, Some(credited.into()));
            assert_eq!(told.status == Some(DocumentState::Credited), invoice.sum > 0 && credited >= invoice.sum);
        } else {
            assert!(told.is_none_or(|told| told.credited_sum.is_none()));
        }
    }
    let ours = |key: u64| {
        let behind = book.invoices.iter().find(|invoice| invoice.key == key).map(|invoice| &invoice.made_of);
        let order = |key: u64| book.order(key).is_some_and(|order| order.marker.is_some());
        order(key)
            || book.invoices.iter().any(|invoice| invoice.key == key && invoice.marker.is_some())
            || behind.is_some_and(|behind| behind.iter().any(|key| order(*key)))
    };
    assert!(shop.documents.keys().all(|(key, _)| ours(*key)), "nothing of anybody else's");
}

fn options(is_delta: bool, pdfs: &[u64]) -> String {
    let since = if is_delta { format!("\"{DAY}T10:00:00\"") } else { "null".to_owned() };
    format!("{{\"changed_since\": {since}, \"pdfs\": {pdfs:?}}}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_shop_is_told_everything_wherever_the_fetch_is_killed(book in book::books(), is_delta: bool) {
        let pdfs: Vec<u64> = book.invoices.iter().filter(|invoice| invoice.marker.is_some()).map(|i| i.key).take(3).collect();
        let options = options(is_delta, &pdfs);
        let (whole, _, steps) = run(&book, &options, &[], &[]);
        check(&book, &whole, is_delta);
        prop_assert_eq!(whole.deleted.len(), book.deleted.len());
        prop_assert_eq!(whole.pdfs.len(), pdfs.len());
        for kill in 1..=steps {
            let (resumed, ..) = run(&book, &options, &[kill], &[]);
            prop_assert_eq!(&resumed, &whole, "killed before step {}", kill);
        }
    }

    #[test]
    fn kills_and_lost_answers_in_any_number_change_nothing(
        book in book::books(),
        is_delta: bool,
        kills in prop::collection::vec(0_usize..150, 0..12),
        lost in prop::collection::vec(1_usize..60, 0..8),
    ) {
        let options = options(is_delta, &[]);
        let (whole, ..) = run(&book, &options, &[], &[]);
        let (resumed, ..) = run(&book, &options, &kills, &lost);
        prop_assert_eq!(resumed, whole);
    }
}

#[test]
fn requests_stay_few() {
    let book = Book::of_billed_orders(1_000, 500);
    let (shop, requests, _) = run(&book, &options(false, &[]), &[], &[]);
    assert_eq!(shop.documents.len(), 1_000);
    // Three pages of each list, ten times a hundred orders in full, their invoices page by page, two lists of the deleted.
    assert!(requests <= 3 + 3 + 10 + 4 + 2, "{requests}");
}
