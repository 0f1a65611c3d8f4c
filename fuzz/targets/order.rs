//! Orders of every shop. The first byte picks the shop, the rest is the order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netvisor_orders::{Known, Order, Settings, Shop, preview, read_order};

fuzz_target!(|input: &[u8]| {
    let Some((shop, json)) = input.split_first() else { return };
    let shop = [Shop::Canonical, Shop::WooCommerce, Shop::Shopify][usize::from(*shop) % 3];
    let Ok(read) = read_order(shop, json) else { return };
    let canonical = read.order.to_json();
    let again = Order::from_json(canonical.as_bytes()).expect("the canonical order can be read");
    assert_eq!(again.to_json(), canonical);
    let settings = Settings::from_json(b"{}").expect("all settings have defaults");
    // Refused or not, it must return.
    let _ = preview(&read.order, &settings, &Known::default());
});
