use std::ffi::c_char;

use orders::exchange::{Input, NoReplyKind, RequestId};
use orders::json::Machine;

use crate::argument;
use crate::boundary;
use crate::error::{Error, Failure, Misuse};
use crate::output::NextStep;
use crate::settings::Settings;
use crate::status::Status;
use crate::text::Text;

/// An export that is under way. Unlike every other object it changes with each call, so one thread at a time may use it.
// Empty after a panic, when nobody knows how far the change got; the checkpoint stored last is good.
pub struct OrderExport(Option<orders::OrderExport>);

impl OrderExport {
    pub(crate) fn change<R>(
        &mut self,
        operation: impl FnOnce(&mut orders::OrderExport) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let mut export = self.0.take().ok_or(Failure::Panic)?;
        let result = operation(&mut export);
        self.0 = Some(export);
        result
    }

    fn read(&self) -> Result<&orders::OrderExport, Failure> {
        self.0.as_ref().ok_or(Failure::Panic)
    }
}

/// Begins an export of canonical orders, given as a JSON array. An order that is wrong is rejected in the report; the
/// others are exported.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_order_export_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `orders` must be NULL or point to `orders_len` readable bytes; `settings` must be NULL or an object that this library
/// gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_begin(
    settings: *const Settings,
    orders: *const c_char,
    orders_len: usize,
    out: *mut *mut OrderExport,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let settings = argument::object("settings", settings)?;
            let orders = argument::bytes("orders", orders, orders_len)?;
            Ok(OrderExport(Some(orders::OrderExport::from_json(orders, &settings.0)?)))
        })
    }
}

/// Goes on where an export stood when its checkpoint was stored. A request that was under way then is looked for before
/// anything is sent again.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_order_export_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `checkpoint` must be NULL or point to `checkpoint_len` readable bytes; `settings` must be NULL or an object that this
/// library gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_resume(
    settings: *const Settings,
    checkpoint: *const c_char,
    checkpoint_len: usize,
    out: *mut *mut OrderExport,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let settings = argument::object("settings", settings)?;
            let checkpoint = argument::text("checkpoint", checkpoint, checkpoint_len)?;
            Ok(OrderExport(Some(orders::OrderExport::resume(checkpoint, &settings.0)?)))
        })
    }
}

/// What to do next: send a request, wait, or take the report. `now_unix_ms` is the time now, in milliseconds since 1970 in
/// UTC. While a request awaits its answer there is nothing but to wait; polling then changes nothing.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_output_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
/// it; `out` and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_poll(
    export: *mut OrderExport,
    now_unix_ms: i64,
    out: *mut *mut NextStep,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let export = argument::object_mut("export", export)?;
            export.change(|export| Ok(NextStep::new(Machine::poll_output(export, now_unix_ms))))
        })
    }
}

/// Hands in the answer to the request with this id: its HTTP status and the body as it came. An empty body may be NULL with
/// length 0.
///
/// On `NVO_STATUS_OK`: `*err` is unchanged.
/// On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
/// it; `body` must be NULL or point to `body_len` readable bytes; `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_reply(
    export: *mut OrderExport,
    id: u64,
    http_status: u16,
    body: *const c_char,
    body_len: usize,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::perform(err, || {
            let export = argument::object_mut("export", export)?;
            let body = argument::bytes_or_empty("body", body, body_len)?;
            export.change(|export| {
                Ok(export.handle_input(Input::Reply { id: RequestId(id), status: http_status, body })?)
            })
        })
    }
}

/// Says that the request with this id has no answer, and why: "timeout", "connection_lost", or "not_connected" where it is
/// certain that Netvisor cannot have got it.
///
/// On `NVO_STATUS_OK`: `*err` is unchanged.
/// On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
/// it; `kind` must be NULL or point to `kind_len` readable bytes; `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_no_reply(
    export: *mut OrderExport,
    id: u64,
    kind: *const c_char,
    kind_len: usize,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::perform(err, || {
            let export = argument::object_mut("export", export)?;
            let kind = argument::text("kind", kind, kind_len)?;
            let kind = NoReplyKind::from_name(kind).ok_or(Misuse::Unknown("kind"))?;
            export.change(|export| Ok(export.handle_input(Input::NoReply { id: RequestId(id), kind })?))
        })
    }
}

/// The export as text, to be stored as it is: before a request is sent for which `nvo_output_must_checkpoint` says so, and
/// whenever you like. It holds orders but no credentials.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_checkpoint(
    export: *const OrderExport,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let export = argument::object("export", export)?;
            Ok(Text::new(export.read()?.checkpoint()))
        })
    }
}

/// How far the export has come, as JSON: `{"total": 500, "done": 120, "current": "10234"}`.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_progress(
    export: *const OrderExport,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let export = argument::object("export", export)?;
            Ok(Text::new(Machine::progress(export.read()?)))
        })
    }
}

/// What has become of the orders so far, as JSON; the report of an `nvo_output` of kind "done" is the last one.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_report(
    export: *const OrderExport,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let export = argument::object("export", export)?;
            Ok(Text::new(Machine::report(export.read()?)))
        })
    }
}

/// Frees an export. NULL is fine. Outputs it gave stay valid.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet; no other thread may be using it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_free(export: *mut OrderExport) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(export) }
}
