//! The catalogue fetched from the simulator, killed and resumed anywhere; and answers that only bad luck gives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod by_hand;
mod company;
#[path = "../replies/counting.rs"]
mod counting;
mod killed;
mod large;
#[path = "../support/product_bodies.rs"]
mod product_bodies;
#[path = "../exactly_once/random.rs"]
mod random;

use std::collections::BTreeSet;

use netvisor_orders::Settings;
use netvisor_orders::fetch::{CatalogueBatch, CatalogueFetch};
use serde_json::Value;

fn begin(options: &Value) -> CatalogueFetch {
    CatalogueFetch::from_json(options.to_string().as_bytes(), &Settings::default()).expect("options")
}

/// What came out, each thing once.
#[derive(Debug, Default, PartialEq, Eq)]
struct Kept {
    groups: BTreeSet<u64>,
    products: BTreeSet<u64>,
    deleted: BTreeSet<u64>,
    /// By product, variant and name of the file.
    images: BTreeSet<(u64, Option<String>, String)>,
}

impl Kept {
    fn keep(&mut self, batch: CatalogueBatch) {
        match batch {
            CatalogueBatch::Groups { groups } => self.groups.extend(groups.iter().map(|group| group.netvisor_key)),
            CatalogueBatch::Products { products } => {
                assert!(!products.is_empty() && products.len() <= 1_000);
                self.products.extend(products.iter().map(|product| product.netvisor_key));
            }
            CatalogueBatch::Deleted { netvisor_keys } => self.deleted.extend(netvisor_keys),
            CatalogueBatch::Image { image } => {
                let file = image.file_name.unwrap_or_default();
                self.images.insert((image.netvisor_key, image.variant, file));
            }
            other => panic!("{other:?}"),
        }
    }
}
