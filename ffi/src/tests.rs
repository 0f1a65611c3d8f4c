//! What the C programs in tests/c cannot see, or what Miri should: panics, threads, and every pointer written or not.

use std::ffi::c_char;
use std::ptr;
use std::slice;

use super::*;
use crate::boundary::panic_on_demand;

const CONNECTION: &str = r#"{"base_url":"https://isvapi.netvisor.fi","sender":"Shop","customer_id":"cust_1",
    "customer_key":"CKEY","partner_id":"part_1","partner_key":"PKEY","organisation_id":"1234567-1"}"#;
const REQUEST: &str = r#"{"method":"GET","resource":"customerlist.nv","query":[["keyword","TEMP"]]}"#;
const ORDER: &str = include_str!("../../tests/c/order.json");
const REPLY: &str = "<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>";

/// Splits a text into the two arguments C has for it.
macro_rules! text {
    ($text:expr) => {
        $text.as_ptr().cast::<c_char>()
    };
}

fn owned(text: Str) -> String {
    assert!(!text.data.is_null());
    // SAFETY: the library hands out `len` bytes and a NUL.
    let bytes = unsafe { slice::from_raw_parts(text.data.cast::<u8>(), text.len + 1) };
    let (last, bytes) = bytes.split_last().unwrap();
    assert_eq!(*last, 0, "no NUL after the text");
    String::from_utf8(bytes.to_owned()).unwrap()
}

/// Calls a function that yields an object; gives back the object, or the status and the error's code and JSON.
fn call<T>(function: impl FnOnce(*mut *mut T, *mut *mut Error) -> Status) -> Result<*mut T, (Status, String, String)> {
    let mut out = ptr::dangling_mut::<T>();
    let mut err = ptr::dangling_mut::<Error>();
    let status = function(&raw mut out, &raw mut err);
    if status == Status::Ok {
        assert_eq!(err, ptr::dangling_mut(), "*err is written on success");
        return Ok(out);
    }
    assert_eq!(out, ptr::dangling_mut(), "*out is written on failure");
    // SAFETY: a failed call wrote an owned error.
    let (code, json) = unsafe { (owned(nvo_error_code(err)), owned(nvo_error_json(err))) };
    // SAFETY: it is ours, and not used again.
    unsafe { nvo_error_free(err) };
    Err((status, code, json))
}

fn settings() -> *mut Settings {
    // SAFETY: a text and its length, and the outputs of `call`.
    call(|out, err| unsafe { nvo_settings_parse(text!("{}"), 2, out, err) }).unwrap()
}

fn connection() -> *mut Connection {
    // SAFETY: a text and its length, and the outputs of `call`.
    call(|out, err| unsafe { nvo_connection_parse(text!(CONNECTION), CONNECTION.len(), out, err) }).unwrap()
}

fn preview(settings: *const Settings) -> *mut PreviewResult {
    // SAFETY: live settings, a text and its length, and the outputs of `call`.
    call(|out, err| unsafe { nvo_preview(settings, text!(ORDER), ORDER.len(), ptr::null(), 0, out, err) }).unwrap()
}

#[test]
fn version_is_that_of_core() {
    assert_eq!(owned(nvo_version()), orders::json::version());
}

#[test]
fn errors_of_the_library_itself_have_the_shape_of_those_of_core() {
    // SAFETY: NULL is permitted everywhere.
    let (status, code, json) = call(|out, err| unsafe { nvo_settings_parse(ptr::null(), 2, out, err) }).unwrap_err();
    assert_eq!((status, code.as_str()), (Status::Misuse, "argument_null"));
    let own: serde_json::Value = serde_json::from_str(&json).unwrap();
    // SAFETY: a text and its length.
    let (status, _, json) = call(|out, err| unsafe { nvo_settings_parse(text!("{"), 1, out, err) }).unwrap_err();
    assert_eq!(status, Status::Error);
    let of_core: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(shape(&own), shape(&of_core));
    assert_eq!(own["message"], "The argument json is NULL.");
}

/// The same value with every text made empty.
fn shape(value: &serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
        serde_json::Value::Array(values) => values.iter().map(shape).collect(),
        _ => serde_json::Value::Null,
    }
}

#[test]
fn lengths_no_buffer_can_have_are_refused() {
    // SAFETY: the length is looked at before the bytes are.
    let result = call(|out, err| unsafe { nvo_settings_parse(text!("{}"), usize::MAX, out, err) });
    assert_eq!(result.unwrap_err().1, "argument_too_long");
}

/// Runs a call with the panic a bug in core would cause.
fn panicking<T>(function: impl FnOnce(*mut *mut T, *mut *mut Error) -> Status) {
    let (status, code, json) = call(|out, err| {
        panic_on_demand::arm();
        function(out, err)
    })
    .unwrap_err();
    assert_eq!((status, code.as_str()), (Status::Panic, "panic"));
    assert!(!json.contains("asked for"), "the panic's own words may quote data");
}

#[test]
fn a_panic_becomes_a_status() {
    let (settings, connection) = (settings(), connection());
    // SAFETY: live objects, texts with their lengths, and the outputs of `call`.
    unsafe {
        panicking(|out, err| nvo_settings_parse(text!("{}"), 2, out, err));
        panicking(|out, err| nvo_connection_parse(text!(CONNECTION), CONNECTION.len(), out, err));
        panicking(|out, err| nvo_read_order(text!("canonical"), 9, text!(ORDER), ORDER.len(), out, err));
        panicking(|out, err| nvo_preview(settings, text!(ORDER), ORDER.len(), ptr::null(), 0, out, err));
        panicking(|out, err| {
            nvo_connection_sign(connection, text!(REQUEST), REQUEST.len(), 0, text!("tx"), 2, out, err)
        });
        panicking(|out, err| nvo_read_reply(text!("customer.nv"), 11, 200, text!(REPLY), REPLY.len(), out, err));
        nvo_settings_free(settings);
        nvo_connection_free(connection);
    }
}

#[test]
fn a_panic_while_reading_or_freeing_yields_nothing() {
    let (settings, connection) = (settings(), connection());
    let preview = preview(settings);
    // SAFETY: live objects, texts with their lengths, and the outputs of `call`.
    unsafe {
        let signed = call(|out, err| {
            nvo_connection_sign(connection, text!(REQUEST), REQUEST.len(), 0, text!("tx"), 2, out, err)
        })
        .unwrap();
        panic_on_demand::arm();
        assert!(nvo_preview_json(preview).data.is_null());
        panic_on_demand::arm();
        assert_eq!(nvo_preview_document_count(preview), 0);
        panic_on_demand::arm();
        assert!(nvo_signed_url(signed).data.is_null());
        assert!(!nvo_signed_url(signed).data.is_null(), "the object survives");
        nvo_signed_free(signed);
        nvo_preview_free(preview);
        nvo_connection_free(connection);
        // The first attempt fails before anything is freed, so the second one is no double free.
        panic_on_demand::arm();
        nvo_settings_free(settings);
        nvo_settings_free(settings);
    }
}

#[test]
fn results_are_read_back() {
    // SAFETY: live objects, texts with their lengths, and the outputs of `call`.
    unsafe {
        let reply = call(|out, err| nvo_read_reply(text!("customer.nv"), 11, 200, text!(REPLY), REPLY.len(), out, err))
            .unwrap();
        assert!(owned(nvo_text_str(reply)).contains("\"outcome\""));
        nvo_text_free(reply);

        let order =
            call(|out, err| nvo_read_order(text!("canonical"), 9, text!(ORDER), ORDER.len(), out, err)).unwrap();
        assert!(owned(nvo_order_json(order)).contains("Öhman"));
        assert_eq!(owned(nvo_order_warnings_json(order)), "[]");
        nvo_order_free(order);
    }
}

/// The header promises it; a raw pointer shows nothing of it.
const fn may_be_shared<T: Send + Sync>() {}
const _: () = {
    may_be_shared::<Settings>();
    may_be_shared::<Connection>();
    may_be_shared::<Order>();
    may_be_shared::<PreviewResult>();
    may_be_shared::<Signed>();
    may_be_shared::<Text>();
    may_be_shared::<Error>();
};

#[test]
fn threads_share_a_preview() {
    let settings = settings();
    let preview = preview(settings);
    // SAFETY: it lives until all threads have ended.
    let shared = unsafe { &*preview };
    std::thread::scope(|scope| {
        let read = || {
            // SAFETY: a live object.
            unsafe { (owned(nvo_preview_json(shared)), owned(nvo_preview_document_request(shared, 0))) }
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
        let mut texts = threads.into_iter().map(|thread| thread.join().unwrap());
        let first = texts.next().unwrap();
        assert!(texts.all(|text| text == first));
    });
    // SAFETY: ours, and not used again.
    unsafe {
        nvo_preview_free(preview);
        nvo_settings_free(settings);
    }
}

mod export;
mod fetch;
mod run;
