//! The export by its single calls: NULL everywhere, answers out of turn, panics.

use super::*;

const ORDERS: &str = include_str!("../../../tests/vectors/export-killed-in-mid-request/orders.json");

fn begin() -> *mut OrderExport {
    let settings = settings();
    // SAFETY: live settings, a text and its length, and the outputs of `call`.
    let export = call(|out, err| unsafe { nvo_order_export_begin(settings, text!(ORDERS), ORDERS.len(), out, err) });
    // SAFETY: ours, and not used again.
    unsafe { nvo_settings_free(settings) };
    export.unwrap()
}

fn poll(export: *mut OrderExport, now: i64) -> *mut NextStep {
    // SAFETY: a live export, and the outputs of `call`.
    call(|out, err| unsafe { nvo_order_export_poll(export, now, out, err) }).unwrap()
}

/// Calls a function without a result; gives back the status and, where it failed, the error's code.
fn perform(function: impl FnOnce(*mut *mut Error) -> Status) -> (Status, String) {
    let mut err = ptr::dangling_mut::<Error>();
    let status = function(&raw mut err);
    if status == Status::Ok {
        assert_eq!(err, ptr::dangling_mut(), "*err is written on success");
        return (status, String::new());
    }
    // SAFETY: a failed call wrote an owned error, which is not used again.
    unsafe {
        let code = owned(nvo_error_code(err));
        nvo_error_free(err);
        (status, code)
    }
}

fn refused<T>(function: impl FnOnce(*mut *mut T, *mut *mut Error) -> Status) -> (Status, String) {
    let (status, code, _) = call(function).unwrap_err();
    (status, code)
}

#[test]
fn null_is_misuse_or_nothing() {
    let null = || (Status::Misuse, "argument_null".to_owned());
    let (export, settings, connection) = (begin(), settings(), connection());
    let mut answer = Answer::unknown();
    // SAFETY: NULL is permitted everywhere; everything else is live.
    unsafe {
        assert_eq!(refused(|out, err| nvo_order_export_begin(ptr::null(), text!("[]"), 2, out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_begin(settings, ptr::null(), 2, out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_resume(ptr::null(), text!("{}"), 2, out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_resume(settings, ptr::null(), 2, out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_poll(ptr::null_mut(), 0, out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_checkpoint(ptr::null(), out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_progress(ptr::null(), out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_report(ptr::null(), out, err)), null());
        assert_eq!(perform(|err| nvo_order_export_reply(ptr::null_mut(), 1, 200, text!("x"), 1, err)), null());
        assert_eq!(perform(|err| nvo_order_export_reply(export, 1, 200, ptr::null(), 1, err)), null());
        assert_eq!(perform(|err| nvo_order_export_no_reply(ptr::null_mut(), 1, text!("timeout"), 7, err)), null());
        assert_eq!(perform(|err| nvo_order_export_no_reply(export, 1, ptr::null(), 0, err)), null());
        assert_eq!(perform(|err| nvo_answer_reply(ptr::null_mut(), 200, text!("x"), 1, err)), null());
        assert_eq!(perform(|err| nvo_answer_reply(&raw mut answer, 200, ptr::null(), 1, err)), null());
        assert_eq!(perform(|err| nvo_answer_no_reply(ptr::null_mut(), text!("timeout"), 7, err)), null());
        assert_eq!(perform(|err| nvo_answer_no_reply(&raw mut answer, ptr::null(), 7, err)), null());
        assert_eq!(
            refused(|out, err| nvo_order_export_run(ptr::null_mut(), connection, ptr::null(), out, err)),
            null()
        );
        assert_eq!(refused(|out, err| nvo_order_export_run(export, ptr::null(), ptr::null(), out, err)), null());
        assert_eq!(refused(|out, err| nvo_order_export_run(export, connection, ptr::null(), out, err)), null());

        assert!(nvo_output_json(ptr::null()).data.is_null());
        assert!(nvo_output_kind(ptr::null()).data.is_null());
        assert!(nvo_output_reason(ptr::null()).data.is_null());
        assert!(nvo_output_request(ptr::null()).data.is_null());
        assert!(nvo_output_body(ptr::null()).data.is_null());
        assert!(nvo_output_order(ptr::null()).data.is_null());
        assert_eq!((nvo_output_id(ptr::null()), nvo_output_until(ptr::null())), (0, 0));
        assert_eq!(nvo_output_must_checkpoint(ptr::null()), 0);
        nvo_output_free(ptr::null_mut());
        nvo_order_export_free(ptr::null_mut());

        nvo_order_export_free(export);
        nvo_settings_free(settings);
        nvo_connection_free(connection);
    }
}

#[test]
fn answers_out_of_turn_are_misuse_and_change_nothing() {
    let unknown = (Status::Misuse, "request_id_unknown".to_owned());
    let export = begin();
    let first = poll(export, 1_000);
    // SAFETY: live objects, texts with their lengths, and outputs of our own.
    unsafe {
        let id = nvo_output_id(first);
        assert_eq!((owned(nvo_output_kind(first)), id > 0), ("send".to_owned(), true));
        assert!(nvo_output_reason(first).data.is_null());
        assert_eq!(perform(|err| nvo_order_export_reply(export, id + 1, 200, text!("x"), 1, err)), unknown);
        assert_eq!(perform(|err| nvo_order_export_no_reply(export, 0, text!("timeout"), 7, err)), unknown);
        let wrong_word = perform(|err| nvo_order_export_no_reply(export, id, text!("tired"), 5, err));
        assert_eq!(wrong_word, (Status::Misuse, "argument_unknown".to_owned()));

        let waiting = poll(export, 2_000);
        assert_eq!(owned(nvo_output_kind(waiting)), "wait");
        assert_eq!((owned(nvo_output_reason(waiting)), nvo_output_until(waiting)), ("in_flight".to_owned(), 121_000));
        assert_eq!((nvo_output_id(waiting), nvo_output_body(waiting).data.is_null()), (0, true));

        assert_eq!(perform(|err| nvo_order_export_no_reply(export, id, text!("timeout"), 7, err)).0, Status::Ok);
        assert_eq!(perform(|err| nvo_order_export_no_reply(export, id, text!("timeout"), 7, err)), unknown);
        nvo_output_free(waiting);
        nvo_output_free(first);
        nvo_order_export_free(export);
    }
}

#[test]
fn a_panic_becomes_a_status() {
    let (settings, connection, export) = (settings(), connection(), begin());
    let panicked = (Status::Panic, "panic".to_owned());
    let mut answer = Answer::unknown();
    // SAFETY: live objects, texts with their lengths, and the outputs of `call`.
    unsafe {
        panicking(|out, err| nvo_order_export_begin(settings, text!(ORDERS), ORDERS.len(), out, err));
        panicking(|out, err| nvo_order_export_resume(settings, text!("{}"), 2, out, err));
        panicking(|out, err| nvo_order_export_poll(export, 0, out, err));
        panicking(|out, err| nvo_order_export_checkpoint(export, out, err));
        panicking(|out, err| nvo_order_export_progress(export, out, err));
        panicking(|out, err| nvo_order_export_report(export, out, err));
        panicking(|out, err| nvo_order_export_run(export, connection, ptr::null(), out, err));
        panic_on_demand::arm();
        assert_eq!(perform(|err| nvo_order_export_reply(export, 1, 200, text!("x"), 1, err)), panicked);
        panic_on_demand::arm();
        assert_eq!(perform(|err| nvo_order_export_no_reply(export, 1, text!("timeout"), 7, err)), panicked);
        panic_on_demand::arm();
        assert_eq!(perform(|err| nvo_answer_reply(&raw mut answer, 200, text!("x"), 1, err)), panicked);
        panic_on_demand::arm();
        assert_eq!(perform(|err| nvo_answer_no_reply(&raw mut answer, text!("timeout"), 7, err)), panicked);

        let output = poll(export, 0);
        panic_on_demand::arm();
        assert!(nvo_output_request(output).data.is_null());
        assert!(!nvo_output_request(output).data.is_null(), "the object survives");
        nvo_output_free(output);
        nvo_order_export_free(export);
        nvo_connection_free(connection);
        nvo_settings_free(settings);
    }
}

/// What an export is worth of which nobody knows how far its change got: nothing but an error.
#[test]
fn an_export_that_panicked_in_mid_change_is_not_used_again() {
    let export = begin();
    // SAFETY: a live export of our own.
    let changed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| unsafe {
        (*export).change(|_| -> Result<(), crate::error::Failure> { panic!("the panic a test asked for") })
    }));
    assert!(changed.is_err());
    // SAFETY: a live export, and the outputs of `call`.
    unsafe {
        assert_eq!(refused(|out, err| nvo_order_export_poll(export, 0, out, err)).0, Status::Panic);
        assert_eq!(refused(|out, err| nvo_order_export_checkpoint(export, out, err)).0, Status::Panic);
        nvo_order_export_free(export);
    }
}
