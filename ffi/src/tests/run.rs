//! The export run over a host that is a script.

use std::ffi::{c_int, c_void};

use super::*;

macro_rules! of_case {
    ($file:literal) => {
        include_str!(concat!("../../../tests/vectors/export-killed-in-mid-request/", $file))
    };
}

const ORDERS: &str = of_case!("orders.json");
const SETTINGS: &str = of_case!("settings.json");

/// What the case's requests are answered: nothing is there, the customer, the product; the invoice's answer is lost; the
/// invoice is there, and its payment is taken.
const REPLIES: [Option<&str>; 6] = [
    Some(of_case!("reply-1.xml")),
    Some(of_case!("reply-2.xml")),
    Some(of_case!("reply-3.xml")),
    None,
    Some(of_case!("reply-4.xml")),
    Some(of_case!("reply-5.xml")),
];
const INVOICE: usize = 3;
/// The second before the case's first step, in milliseconds.
const START: i64 = 1_768_392_000_000;
/// What requests are signed with; further from the clock than Netvisor lets pass.
const REAL_TIME: i64 = 1_800_000_000_123;

/// What the host is told to do, and what it was asked.
#[derive(Default)]
struct Script {
    /// How many times a checkpoint can be stored, if not always.
    storable: Option<usize>,
    /// When `should_stop` says so: after so many requests.
    stop_after: Option<usize>,
    /// Said instead of the invoice's lost answer.
    no_reply: Option<&'static str>,
    /// No transaction id can be made.
    no_randomness: bool,
    polls: i64,
    stored: Vec<String>,
    requests: Vec<String>,
    bodies: Vec<String>,
    transaction_ids: Vec<String>,
    waits: Vec<String>,
    progress: Vec<(usize, usize, String)>,
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
        let script = script(context);
        let index = script.requests.len();
        let (method, url) = (owned(nvo_signed_method(request)), owned(nvo_signed_url(request)));
        let resource = url.rsplit('/').next().unwrap().split('?').next().unwrap();
        script.requests.push(format!("{method} {resource}"));
        script.bodies.push(owned(body));
        let header = |wanted: &str| {
            let count = nvo_signed_header_count(request);
            let index = (0..count).find(|&i| owned(nvo_signed_header_name(request, i)).ends_with(wanted)).unwrap();
            owned(nvo_signed_header_value(request, index))
        };
        script.transaction_ids.push(header("-TransactionId"));
        assert_eq!(header("-TimestampUnix"), (REAL_TIME / 1000).to_string());
        let status = match (REPLIES[index], script.no_reply) {
            (Some(reply), _) => nvo_answer_reply(answer, 200, text!(reply), reply.len(), ptr::null_mut()),
            (None, Some(kind)) => nvo_answer_no_reply(answer, text!(kind), kind.len(), ptr::null_mut()),
            (None, None) => Status::Ok,
        };
        assert_eq!(status, Status::Ok);
    }
}

unsafe extern "C" fn store(context: *mut c_void, checkpoint: Str) -> c_int {
    // SAFETY: the context is a script.
    let script = unsafe { script(context) };
    if script.storable == Some(script.stored.len()) {
        return -1;
    }
    script.stored.push(owned(checkpoint));
    0
}

unsafe extern "C" fn now(_: *mut c_void) -> i64 {
    REAL_TIME
}

/// A second later at each poll, as in the case.
unsafe extern "C" fn clock(context: *mut c_void) -> i64 {
    // SAFETY: the context is a script.
    let script = unsafe { script(context) };
    script.polls += 1;
    START + script.polls * 1000
}

unsafe extern "C" fn transaction_id(context: *mut c_void, id: *mut c_char, size: usize) -> usize {
    // SAFETY: the context is a script.
    let script = unsafe { script(context) };
    if script.no_randomness {
        return 0;
    }
    let made = format!("tx-{}-{}", script.requests.len(), script.polls);
    assert!(made.len() <= size);
    // SAFETY: there is room for it.
    unsafe { ptr::copy_nonoverlapping(made.as_ptr().cast(), id, made.len()) };
    made.len()
}

unsafe extern "C" fn wait(context: *mut c_void, until_unix_ms: i64, reason: Str) -> c_int {
    // SAFETY: the context is a script.
    let script = unsafe { script(context) };
    assert!(until_unix_ms > START);
    script.waits.push(owned(reason));
    1
}

unsafe extern "C" fn should_stop(context: *mut c_void) -> c_int {
    // SAFETY: the context is a script.
    let script = unsafe { script(context) };
    c_int::from(script.stop_after.is_some_and(|requests| script.requests.len() >= requests))
}

unsafe extern "C" fn progress(context: *mut c_void, total: usize, done: usize, current: Str) {
    // SAFETY: the context is a script.
    unsafe { script(context) }.progress.push((total, done, owned(current)));
}

fn host(script: &mut Script) -> Host {
    Host {
        context: (&raw mut *script).cast(),
        send: Some(send),
        store: Some(store),
        now: Some(now),
        transaction_id: Some(transaction_id),
        wait: Some(wait),
        should_stop: Some(should_stop),
        progress: Some(progress),
        clock: Some(clock),
        deliver: None,
    }
}

fn begin() -> *mut OrderExport {
    // SAFETY: texts with their lengths, live settings freed once, and the outputs of `call`.
    unsafe {
        let settings = call(|out, err| nvo_settings_parse(text!(SETTINGS), SETTINGS.len(), out, err)).unwrap();
        let export = call(|out, err| nvo_order_export_begin(settings, text!(ORDERS), ORDERS.len(), out, err));
        nvo_settings_free(settings);
        export.unwrap()
    }
}

/// Runs an export; the report, or the status and the error's code.
fn run(export: *mut OrderExport, host: &Host) -> Result<serde_json::Value, (Status, String)> {
    let connection = connection();
    // SAFETY: live objects, a host whose context outlives the call, and the outputs of `call`.
    unsafe {
        let result = call(|out, err| nvo_order_export_run(export, connection, host, out, err));
        nvo_connection_free(connection);
        let text = result.map_err(|(status, code, _)| (status, code))?;
        let report = serde_json::from_str(&owned(nvo_text_str(text))).unwrap();
        nvo_text_free(text);
        Ok(report)
    }
}

/// Runs the case's export over this script.
fn run_case(script: &mut Script) -> Result<serde_json::Value, (Status, String)> {
    let export = begin();
    let result = run(export, &host(script));
    // SAFETY: ours, and not used again.
    unsafe { nvo_order_export_free(export) };
    result
}

#[test]
fn an_answer_of_which_nothing_is_said_is_looked_for() {
    let mut script = Script::default();
    let report = run_case(&mut script).unwrap();
    assert_eq!((&report["finished"], &report["orders"][0]["outcome"]), (&true.into(), &"exported".into()));
    assert_eq!(
        script.requests,
        [
            "GET salesinvoicelist.nv",
            "GET customerlist.nv",
            "GET productlist.nv",
            "POST salesinvoice.nv",
            "GET salesinvoicelist.nv",
            "POST salespayment.nv"
        ]
    );
    assert_eq!(script.bodies[INVOICE], of_case!("expect-4.xml"));
    assert_eq!(script.bodies[5], of_case!("expect-6.xml"));
    assert!(script.bodies[0].is_empty());
    // Before the invoice, before the payment, and at the end.
    assert_eq!(script.stored.len(), 3);
    assert_eq!(script.stored[0], of_case!("expect-4.checkpoint"));
    script.transaction_ids.sort_unstable();
    script.transaction_ids.dedup();
    assert_eq!(script.transaction_ids.len(), 6, "a transaction id was used twice");
    let current = |done| (1, done, if done == 0 { "10234".to_owned() } else { String::new() });
    assert_eq!(script.progress, [current(0), current(0), current(0), current(0), current(0), current(0), current(1)]);
}

#[test]
fn what_cannot_have_arrived_is_waited_for_not_looked_for() {
    let mut script = Script { no_reply: Some("not_connected"), ..Script::default() };
    let report = run_case(&mut script).unwrap();
    assert_eq!((&report["finished"], &report["orders"][0]["outcome"]), (&false.into(), &"pending".into()));
    assert_eq!(script.requests.len(), INVOICE + 1);
    assert_eq!(script.waits, ["back_off"]);
    // Before the invoice and before the wait: the host that cannot wait resumes the second.
    assert_eq!(script.stored.len(), 2);
}

#[test]
fn a_host_that_cannot_wait_gets_the_report_so_far() {
    let mut script = Script { no_reply: Some("not_connected"), ..Script::default() };
    let export = begin();
    let report = run(export, &Host { wait: None, ..host(&mut script) }).unwrap();
    assert_eq!((&report["finished"], script.stored.len()), (&false.into(), 2));
    // SAFETY: ours, and not used again.
    unsafe { nvo_order_export_free(export) };
}

#[test]
fn nothing_is_sent_that_could_not_be_stored() {
    let mut script = Script { storable: Some(0), ..Script::default() };
    let export = begin();
    let failed = run(export, &host(&mut script));
    assert_eq!(failed, Err((Status::Error, "checkpoint_not_stored".to_owned())));
    assert_eq!(script.requests.len(), INVOICE, "the invoice was sent");

    // The export has been told that its request was not sent, so it goes on where it was.
    script.storable = None;
    script.stop_after = Some(INVOICE + 1);
    script.polls += 60;
    run(export, &host(&mut script)).unwrap();
    assert_eq!(script.requests[INVOICE..], ["POST salesinvoice.nv"]);
    // SAFETY: ours, and not used again.
    unsafe { nvo_order_export_free(export) };
}

#[test]
fn a_last_checkpoint_that_is_not_stored_is_an_error() {
    let mut script = Script { storable: Some(2), ..Script::default() };
    assert_eq!(run_case(&mut script), Err((Status::Error, "checkpoint_not_stored".to_owned())));
    assert_eq!(script.requests.len(), 6);
}

#[test]
fn nothing_is_sent_without_a_transaction_id() {
    let mut script = Script { no_randomness: true, ..Script::default() };
    assert_eq!(run_case(&mut script), Err((Status::Error, "stamp_invalid".to_owned())));
    assert!(script.requests.is_empty());
}

#[test]
fn a_stop_is_honoured_between_requests() {
    for requests in 0..=INVOICE + 1 {
        let mut script = Script { stop_after: Some(requests), ..Script::default() };
        let report = run_case(&mut script).unwrap();
        assert_eq!((&report["finished"], script.requests.len()), (&false.into(), requests));
        // Once at the end, and once before the invoice.
        assert_eq!(script.stored.len(), if requests > INVOICE { 2 } else { 1 });
    }
}

#[test]
fn every_function_but_four_may_be_left_out() {
    let mut script = Script::default();
    let export = begin();
    let whole = || host(&mut Script::default());
    for (name, lacking) in [
        ("send", Host { send: None, ..whole() }),
        ("store", Host { store: None, ..whole() }),
        ("now", Host { now: None, ..whole() }),
        ("transaction_id", Host { transaction_id: None, ..whole() }),
    ] {
        assert_eq!(run(export, &lacking), Err((Status::Misuse, "argument_null".to_owned())), "{name}");
    }
    let least = Host { wait: None, should_stop: None, progress: None, clock: None, ..host(&mut script) };
    assert_eq!(run(export, &least).unwrap()["finished"], true);
    // SAFETY: ours, and not used again.
    unsafe { nvo_order_export_free(export) };
}

#[test]
fn an_export_whose_request_somebody_else_has_is_not_run() {
    let mut script = Script::default();
    let export = begin();
    // SAFETY: a live export, and the outputs of `call`.
    unsafe { nvo_output_free(call(|out, err| nvo_order_export_poll(export, START, out, err)).unwrap()) };
    assert_eq!(run(export, &host(&mut script)), Err((Status::Misuse, "request_in_flight".to_owned())));
    assert!(script.requests.is_empty());
    // SAFETY: ours, and not used again.
    unsafe { nvo_order_export_free(export) };
}

/// A bug in the library while `send` hands in an answer: nobody knows what Netvisor said, so it is looked for.
#[test]
fn an_answer_that_could_not_be_put_in_is_looked_for() {
    unsafe extern "C" fn send_with_a_panic(
        context: *mut c_void,
        request: *const Signed,
        body: Str,
        answer: *mut Answer,
    ) {
        // SAFETY: what `run` gives is live, and the context is a script.
        unsafe {
            let invoice = script(context).requests.len() == INVOICE;
            send(context, request, body, answer);
            if invoice {
                panic_on_demand::arm();
                let status = nvo_answer_reply(answer, 200, text!(REPLY), REPLY.len(), ptr::null_mut());
                assert_eq!(status, Status::Panic);
            }
        }
    }
    let mut script = Script::default();
    let export = begin();
    let report = run(export, &Host { send: Some(send_with_a_panic), ..host(&mut script) }).unwrap();
    assert_eq!(report["orders"][0]["outcome"], "exported");
    assert_eq!(script.requests.len(), 6);
    // SAFETY: ours, and not used again.
    unsafe { nvo_order_export_free(export) };
}
