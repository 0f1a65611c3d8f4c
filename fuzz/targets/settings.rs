//! Settings, and as JSON of the same size everything else that a host hands in.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netvisor_orders::json;

fuzz_target!(|input: &[u8]| {
    let _ = json::settings(input);
    if let Ok(connection) = json::connection(input) {
        // A connection holds four secrets at most; none may show.
        assert!(format!("{connection:?}").len() < 500);
    }
    let settings = json::settings(b"{}").expect("all settings have defaults");
    let _ = json::preview(b"{}", &settings, input);
});
