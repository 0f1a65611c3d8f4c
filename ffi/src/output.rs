use std::sync::OnceLock;

use orders::exchange::Output;
use orders::json::Json;

use crate::boundary;
use crate::text::{Str, TerminatedString};

/// What an export or a fetch wants done next.
pub struct NextStep {
    output: Output<Json, Json>,
    /// Of a request to send.
    parts: Option<RequestParts>,
    /// Of a wait.
    reason: Option<TerminatedString>,
    /// Of something handed out.
    batch: Option<TerminatedString>,
    json: OnceLock<TerminatedString>,
}

struct RequestParts {
    request: TerminatedString,
    body: TerminatedString,
    order: TerminatedString,
}

impl NextStep {
    pub(crate) fn new(mut output: Output<Json, Json>) -> Self {
        let parts = match &mut output {
            Output::Send(outgoing) => Some(RequestParts {
                request: TerminatedString::new(outgoing.request.head_json()),
                body: TerminatedString::new(outgoing.request.body.take().unwrap_or_default()),
                order: TerminatedString::new(outgoing.order.as_deref().unwrap_or_default()),
            }),
            Output::Wait { .. } | Output::Batch(_) | Output::Done(_) => None,
        };
        let reason = match &output {
            Output::Wait { reason, .. } => Some(TerminatedString::new(reason.as_str())),
            Output::Send(_) | Output::Batch(_) | Output::Done(_) => None,
        };
        let batch = match &output {
            Output::Batch(batch) => Some(TerminatedString::new(batch.as_str())),
            Output::Send(_) | Output::Wait { .. } | Output::Done(_) => None,
        };
        Self { output, parts, reason, batch, json: OnceLock::new() }
    }
}

/// The output as JSON, without the body of a request: `{"kind": "send", "id", "must_checkpoint", "order", "request"}`,
/// `{"kind": "wait", "until", "reason"}`, `{"kind": "batch", "batch"}` or `{"kind": "done", "report"}`. The text is borrowed from `output`: valid until
/// `nvo_output_free`.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_json(output: *const NextStep) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(output, Str::NONE, |output| {
            Some(output.json.get_or_init(|| TerminatedString::new(output.output.head_json())).as_str())
        })
    }
}

/// What is to be done: "send", "wait", "batch" (of a fetch alone) or "done". The text is static: it is valid as long as the library is loaded.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_kind(output: *const NextStep) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(output, Str::NONE, |output| {
            Some(Str::from_terminated(match output.output {
                Output::Send(_) => "send\0",
                Output::Wait { .. } => "wait\0",
                Output::Batch(_) => "batch\0",
                Output::Done(_) => "done\0",
            }))
        })
    }
}

/// The id of a request to send, for `nvo_order_export_reply` or `nvo_fetch_reply`; 0 of anything else.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_id(output: *const NextStep) -> u64 {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(output, 0, |output| match &output.output {
            Output::Send(outgoing) => Some(outgoing.id.0),
            Output::Wait { .. } | Output::Batch(_) | Output::Done(_) => None,
        })
    }
}

/// 1 when the checkpoint must be stored before this request is sent, else 0.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_must_checkpoint(output: *const NextStep) -> u8 {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(output, 0, |output| match &output.output {
            Output::Send(outgoing) => Some(u8::from(outgoing.must_checkpoint)),
            Output::Wait { .. } | Output::Batch(_) | Output::Done(_) => None,
        })
    }
}

/// Until when to wait, in milliseconds since 1970; 0 where there is nothing to wait for.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_until(output: *const NextStep) -> i64 {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(output, 0, |output| match &output.output {
            Output::Wait { until, .. } => Some(*until),
            Output::Send(_) | Output::Batch(_) | Output::Done(_) => None,
        })
    }
}

/// What is waited for: "in_flight", the answer to the request given last; "back_off", "maintenance" or "quarantine". The
/// text is borrowed from `output`: valid until `nvo_output_free`. Nothing where there is nothing to wait for.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_reason(output: *const NextStep) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(output, Str::NONE, |output| Some(output.reason.as_ref()?.as_str())) }
}

/// The request to send, as JSON without the body: give it to `nvo_connection_sign`. The text is borrowed from `output`:
/// valid until `nvo_output_free`.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_request(output: *const NextStep) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(output, Str::NONE, |output| Some(output.parts.as_ref()?.request.as_str())) }
}

/// The body of the request, empty for a GET: send these bytes as they are. The text is borrowed from `output`: valid until
/// `nvo_output_free`.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_body(output: *const NextStep) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(output, Str::NONE, |output| Some(output.parts.as_ref()?.body.as_str())) }
}

/// The number of the order the request is for; empty for a look-up for many orders. The text is borrowed from `output`:
/// valid until `nvo_output_free`.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_order(output: *const NextStep) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(output, Str::NONE, |output| Some(output.parts.as_ref()?.order.as_str())) }
}

/// What a fetch hands out, as JSON: keep it, then store the checkpoint. The text is borrowed from `output`: valid until
/// `nvo_output_free`. Nothing where nothing is handed out.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_batch(output: *const NextStep) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(output, Str::NONE, |output| Some(output.batch.as_ref()?.as_str())) }
}

/// Frees an output. NULL is fine.
///
/// # Safety
/// `output` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
/// used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_output_free(output: *mut NextStep) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(output) }
}
