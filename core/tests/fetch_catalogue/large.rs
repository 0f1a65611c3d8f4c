//! What 20,000 products cost.

use netvisor_orders::Settings;
use netvisor_orders::exchange::{Input, Output};
use netvisor_orders::fetch::CatalogueFetch;
use netvisor_orders::wire::reply::{
    read_extended_products, read_product_details, read_product_groups, read_stock, read_web_shop_products,
};
use serde_json::json;

use crate::counting::cost;
use crate::{begin, product_bodies};

const PRODUCTS: u64 = 20_000;

fn hand_in(fetch: &mut CatalogueFetch, body: &str) {
    let Output::Send(outgoing) = fetch.poll_output(0) else { panic!("no request") };
    let input = Input::Reply { id: outgoing.id, status: 200, body: body.as_bytes() };
    fetch.handle_input(input).expect("an answer");
}

#[test]
fn a_checkpoint_before_20_000_details_stays_small() {
    let list = product_bodies::product_list(PRODUCTS);
    let (fetch, held, _) = cost(|| {
        let mut fetch = begin(&json!({"groups": false}));
        hand_in(&mut fetch, &list);
        fetch
    });
    let (checkpoint, _, peak) = cost(|| fetch.checkpoint());
    println!("list {} B, fetch {held} B, checkpoint {} B, made with {peak} B", list.len(), checkpoint.len());
    assert!(checkpoint.len() < 250_000, "{} bytes", checkpoint.len());
    // A key and the place of its group.
    assert!(held < 20 * PRODUCTS as isize, "{held} bytes");

    let mut resumed = CatalogueFetch::resume(&checkpoint, &Settings::default()).expect("a checkpoint");
    assert_eq!(resumed.checkpoint(), checkpoint);
    let (Output::Send(before), Output::Send(after)) = ({ fetch }.poll_output(0), resumed.poll_output(0)) else {
        panic!("no requests")
    };
    assert_eq!(before.request, after.request);
}

#[test]
fn a_checkpoint_before_the_images_of_20_000_products_stays_small() {
    let mut fetch = begin(&json!({"source": "web_shop", "groups": false, "images": true}));
    hand_in(&mut fetch, &product_bodies::web_shop_products(PRODUCTS));
    while let Output::Batch(_) = fetch.poll_output(0) {}
    let checkpoint = fetch.checkpoint();
    println!("checkpoint {} B", checkpoint.len());
    assert!(checkpoint.len() < 250_000 + 20_000 * "0:1000001,".len(), "{} bytes", checkpoint.len());
}

#[test]
fn details_are_held_for_one_answer_alone() {
    let mut fetch = begin(&json!({"groups": false}));
    hand_in(&mut fetch, &product_bodies::product_list(PRODUCTS));
    let report = loop {
        match fetch.poll_output(0) {
            Output::Send(outgoing) => {
                let keys = outgoing.request.query[0].1.split(',').map(|key| key.parse().expect("a key"));
                let body = product_bodies::product_details(keys);
                let ((), held, peak) = cost(|| {
                    let input = Input::Reply { id: outgoing.id, status: 200, body: body.as_bytes() };
                    fetch.handle_input(input).expect("an answer");
                    assert!(matches!(fetch.poll_output(0), Output::Batch(_)));
                });
                assert!(held <= 0, "{held} bytes");
                assert!(peak < 2 * body.len() as isize, "{peak} bytes for a body of {}", body.len());
            }
            Output::Batch(_) => panic!("one batch an answer"),
            Output::Done(report) => break report,
            Output::Wait { .. } => panic!("waits"),
        }
    };
    assert_eq!(report.result.products, PRODUCTS as usize);
}

#[test]
fn images_are_held_for_one_answer_alone() {
    let data = "QUJD".repeat(250_000);
    let image = format!("<WebShopProductImage><DocumentData>{data}</DocumentData></WebShopProductImage>");
    let images = product_bodies::ok(&format!("<WebShopProductImages>{image}</WebShopProductImages>"));
    let mut fetch = begin(&json!({"source": "web_shop", "groups": false, "images": true}));
    hand_in(&mut fetch, &product_bodies::web_shop_products(20));
    while let Output::Batch(_) = fetch.poll_output(0) {
        if fetch.progress().done == 20 {
            break;
        }
    }
    let ((), _, peak) = cost(|| {
        for _ in 0..40 {
            hand_in(&mut fetch, &images);
            assert!(matches!(fetch.poll_output(0), Output::Batch(_)));
        }
    });
    assert!(peak < 1_500_000, "{peak} bytes");
}

#[test]
fn reading_row_by_row_holds_one_row() {
    let mut rows = 0;
    for (name, peak) in [
        ("groups", {
            let body = product_bodies::product_groups(1_000);
            cost(|| read_product_groups(200, body.as_bytes(), |_| rows += 1).expect("a list")).2
        }),
        ("details", {
            let body = product_bodies::product_details(1..=1_000);
            cost(|| read_product_details(200, body.as_bytes(), |_| rows += 1).expect("a list")).2
        }),
        ("web shop", {
            let body = product_bodies::web_shop_products(1_000);
            cost(|| read_web_shop_products(200, body.as_bytes(), |_| rows += 1).expect("a list")).2
        }),
        ("extended", {
            let body = product_bodies::extended_products(1_000);
            cost(|| read_extended_products(200, body.as_bytes(), |_| rows += 1).expect("a list")).2
        }),
        ("stock", {
            let body = product_bodies::stock(1_000);
            cost(|| read_stock(200, body.as_bytes(), |_| rows += 1).expect("a list")).2
        }),
    ] {
        assert!(peak < 8_192, "{name}: {peak} bytes");
    }
    assert_eq!(rows, 5_000);
}
