//! Fetches, by hand and run over a host that is a script.

use std::ffi::{c_int, c_void};

use super::*;

const STOCK: &str = include_str!("../../../tests/vectors/fetch-stock/reply-1.xml");
const NOW: i64 = 1_768_471_200_000;

/// What the host was asked, and whether it can keep what is handed out.
#[derive(Default)]
struct Script {
    keeps: bool,
    events: Vec<String>,
    checkpoint: String,
}

/// # Safety
/// `context` is a script that nobody else uses during `'a`.
unsafe fn script<'a>(context: *mut c_void) -> &'a mut Script {
    // SAFETY: promised.
    unsafe { &mut *context.cast::<Script>() }
}

unsafe extern "C" fn send(context: *mut c_void, request: *const Signed, body: Str, answer: *mut Answer) {
    // SAFETY: what `run` gives is live, and the context is a script.
    unsafe {
        let url = owned(nvo_signed_url(request));
        assert_eq!((url.ends_with("/inventorybywarehouse.nv"), owned(body)), (true, String::new()));
        script(context).events.push("send".to_owned());
        assert_eq!(nvo_answer_reply(answer, 200, text!(STOCK), STOCK.len(), ptr::null_mut()), Status::Ok);
    }
}

unsafe extern "C" fn store(context: *mut c_void, checkpoint: Str) -> c_int {
    // SAFETY: the context is a script.
    let script = unsafe { script(context) };
    script.events.push("store".to_owned());
    script.checkpoint = owned(checkpoint);
    0
}

unsafe extern "C" fn deliver(context: *mut c_void, batch: Str) -> c_int {
    // SAFETY: the context is a script.
    let script = unsafe { script(context) };
    let batch: serde_json::Value = serde_json::from_str(&owned(batch)).unwrap();
    script.events.push(format!("deliver {}", batch["products"].as_array().unwrap().len()));
    if script.keeps { 0 } else { -1 }
}

unsafe extern "C" fn now(_: *mut c_void) -> i64 {
    NOW
}

unsafe extern "C" fn transaction_id(_: *mut c_void, id: *mut c_char, _: usize) -> usize {
    // SAFETY: there is room for more.
    unsafe { ptr::copy_nonoverlapping(text!("tx-1"), id, 4) };
    4
}

fn host(script: &mut Script) -> Host {
    Host {
        context: (&raw mut *script).cast(),
        send: Some(send),
        store: Some(store),
        now: Some(now),
        transaction_id: Some(transaction_id),
        wait: None,
        should_stop: None,
        progress: None,
        clock: None,
        deliver: Some(deliver),
    }
}

fn begin(kind: &str, options: &str) -> Result<*mut Fetch, (Status, String, String)> {
    let settings = settings();
    // SAFETY: texts with their lengths, live settings freed once, and the outputs of `call`.
    unsafe {
        let fetch = call(|out, err| {
            nvo_fetch_begin(settings, text!(kind), kind.len(), text!(options), options.len(), out, err)
        });
        nvo_settings_free(settings);
        fetch
    }
}

fn run(fetch: *mut Fetch, host: &Host) -> Result<serde_json::Value, (Status, String)> {
    let connection = connection();
    // SAFETY: live objects, a host whose context outlives the call, and the outputs of `call`.
    unsafe {
        let result = call(|out, err| nvo_fetch_run(fetch, connection, host, out, err));
        nvo_connection_free(connection);
        let text = result.map_err(|(status, code, _)| (status, code))?;
        let report = serde_json::from_str(&owned(nvo_text_str(text))).unwrap();
        nvo_text_free(text);
        Ok(report)
    }
}

#[test]
fn what_is_handed_out_is_kept_before_the_checkpoint_is_stored() {
    let mut script = Script { keeps: true, ..Script::default() };
    let fetch = begin("stock", "{}").unwrap();
    let report = run(fetch, &host(&mut script)).unwrap();
    assert_eq!((&report["finished"], &report["result"]["products"]), (&true.into(), &3.into()));
    assert_eq!(script.events, ["send", "deliver 3", "store", "store"]);
    // SAFETY: ours, and not used again.
    unsafe { nvo_fetch_free(fetch) };
}

#[test]
fn what_could_not_be_kept_comes_again_from_the_checkpoint() {
    let mut script = Script::default();
    let fetch = begin("stock", "{}").unwrap();
    let settings = settings();
    // SAFETY: live objects, and the outputs of `call`.
    unsafe {
        let text = call(|out, err| nvo_fetch_checkpoint(fetch, out, err)).unwrap();
        let checkpoint = owned(nvo_text_str(text));
        nvo_text_free(text);
        assert_eq!(run(fetch, &host(&mut script)), Err((Status::Error, "batch_not_kept".to_owned())));
        assert_eq!(script.events, ["send", "deliver 3"]);
        nvo_fetch_free(fetch);

        script.keeps = true;
        let resumed =
            call(|out, err| nvo_fetch_resume(settings, text!(checkpoint), checkpoint.len(), out, err)).unwrap();
        run(resumed, &host(&mut script)).unwrap();
        assert_eq!(script.events[2..], ["send", "deliver 3", "store", "store"]);
        nvo_fetch_free(resumed);
        nvo_settings_free(settings);
    }
}

#[test]
fn what_could_not_be_kept_comes_again_in_another_run() {
    let mut script = Script::default();
    let fetch = begin("stock", "{}").unwrap();
    assert_eq!(run(fetch, &host(&mut script)), Err((Status::Error, "batch_not_kept".to_owned())));
    script.keeps = true;
    let report = run(fetch, &host(&mut script)).unwrap();
    assert_eq!(report["finished"], true);
    assert_eq!(script.events, ["send", "deliver 3", "send", "deliver 3", "store", "store"]);
    // SAFETY: ours, and not used again.
    unsafe { nvo_fetch_free(fetch) };
}

#[test]
fn a_fetch_needs_a_host_that_keeps_things_and_a_kind_there_is() {
    let mut script = Script::default();
    let fetch = begin("stock", "{}").unwrap();
    let refused = run(fetch, &Host { deliver: None, ..host(&mut script) });
    assert_eq!(refused, Err((Status::Misuse, "argument_null".to_owned())));
    assert!(script.events.is_empty());
    // SAFETY: ours, and not used again; NULL is refused.
    unsafe {
        nvo_fetch_free(fetch);
        nvo_fetch_free(ptr::null_mut());
        let none = call(|out, err| nvo_fetch_poll(ptr::null_mut(), NOW, out, err));
        assert_eq!(none.unwrap_err().1, "argument_null");
    }
    assert_eq!(begin("orders", "{}").unwrap_err().1, "value_not_allowed");
    assert_eq!(begin("stock", "[]").unwrap_err().1, "type_mismatch");
}
