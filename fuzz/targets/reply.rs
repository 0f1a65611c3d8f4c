//! Replies. The first byte picks the resource, the rest is the body.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netvisor_orders::json;

const RESOURCES: [&str; 8] = [
    "customerlist.nv",
    "productlist.nv",
    "salesinvoicelist.nv",
    "getsalesinvoice.nv",
    "getorder.nv",
    "salesinvoice.nv",
    "customer.nv",
    "unheard-of.nv",
];

fuzz_target!(|input: &[u8]| {
    let Some((resource, body)) = input.split_first() else { return };
    let _ = json::read_reply(RESOURCES[usize::from(*resource) % RESOURCES.len()], 200, body);
});
