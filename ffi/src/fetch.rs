use std::ffi::c_char;

use orders::exchange::{Input, NoReplyKind, RequestId};
use orders::json::{self, Machine};

use crate::argument;
use crate::boundary;
use crate::error::{Error, Failure, Misuse};
use crate::output::NextStep;
use crate::settings::Settings;
use crate::status::Status;
use crate::text::Text;

/// A fetch that is under way. Unlike most objects it changes with each call, so one thread at a time may use it.
pub struct Fetch {
    /// Empty after a panic, when nobody knows how far the change got; the checkpoint stored last is good.
    machine: Option<Box<dyn Machine>>,
    settings: orders::Settings,
}

impl Fetch {
    pub(crate) fn change<R>(
        &mut self,
        operation: impl FnOnce(&mut dyn Machine) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let mut machine = self.machine.take().ok_or(Failure::Panic)?;
        let result = operation(&mut *machine);
        self.machine = Some(machine);
        result
    }

    /// Goes back to where a checkpoint of this fetch was taken.
    pub(crate) fn go_back_to(&mut self, checkpoint: &str) -> Result<(), Failure> {
        self.machine = Some(json::resume_fetch(checkpoint, &self.settings)?);
        Ok(())
    }

    pub(crate) fn checkpoint(&self) -> Result<String, Failure> {
        Ok(self.read()?.checkpoint())
    }

    fn read(&self) -> Result<&dyn Machine, Failure> {
        self.machine.as_deref().ok_or(Failure::Panic)
    }
}

/// Begins a fetch. `kind` is "stock", "catalogue", "documents", "setup_check" or "number_plan"; `options` are its options as
/// JSON, `{}` for the defaults.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_fetch_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `kind` must be NULL or point to `kind_len` readable bytes, `options` to `options_len`; `settings` must be NULL or an object
/// that this library gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_begin(
    settings: *const Settings,
    kind: *const c_char,
    kind_len: usize,
    options: *const c_char,
    options_len: usize,
    out: *mut *mut Fetch,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let settings = argument::object("settings", settings)?;
            let kind = argument::text("kind", kind, kind_len)?;
            let options = argument::bytes("options", options, options_len)?;
            let machine = json::fetch(kind, options, &settings.0)?;
            Ok(Fetch { machine: Some(machine), settings: settings.0.clone() })
        })
    }
}

/// Goes on where a fetch, of whatever kind, stood when its checkpoint was stored. What was not handed out by then is fetched
/// again.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_fetch_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `checkpoint` must be NULL or point to `checkpoint_len` readable bytes; `settings` must be NULL or an object that this
/// library gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_resume(
    settings: *const Settings,
    checkpoint: *const c_char,
    checkpoint_len: usize,
    out: *mut *mut Fetch,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let settings = argument::object("settings", settings)?;
            let checkpoint = argument::text("checkpoint", checkpoint, checkpoint_len)?;
            let machine = json::resume_fetch(checkpoint, &settings.0)?;
            Ok(Fetch { machine: Some(machine), settings: settings.0.clone() })
        })
    }
}

/// What to do next: send a request, keep what is handed out, wait, or take the report. `now_unix_ms` is the time now, in milliseconds since 1970 in
/// UTC. While a request awaits its answer there is nothing but to wait; polling then changes nothing.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_output_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `fetch` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
/// it; `out` and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_poll(
    fetch: *mut Fetch,
    now_unix_ms: i64,
    out: *mut *mut NextStep,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let fetch = argument::object_mut("fetch", fetch)?;
            fetch.change(|fetch| Ok(NextStep::new(fetch.poll_output(now_unix_ms))))
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
/// `fetch` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
/// it; `body` must be NULL or point to `body_len` readable bytes; `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_reply(
    fetch: *mut Fetch,
    id: u64,
    http_status: u16,
    body: *const c_char,
    body_len: usize,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::perform(err, || {
            let fetch = argument::object_mut("fetch", fetch)?;
            let body = argument::bytes_or_empty("body", body, body_len)?;
            fetch.change(|fetch| {
                Ok(fetch.handle_input(Input::Reply { id: RequestId(id), status: http_status, body })?)
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
/// `fetch` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
/// it; `kind` must be NULL or point to `kind_len` readable bytes; `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_no_reply(
    fetch: *mut Fetch,
    id: u64,
    kind: *const c_char,
    kind_len: usize,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::perform(err, || {
            let fetch = argument::object_mut("fetch", fetch)?;
            let kind = argument::text("kind", kind, kind_len)?;
            let kind = NoReplyKind::from_name(kind).ok_or(Misuse::Unknown("kind"))?;
            fetch.change(|fetch| Ok(fetch.handle_input(Input::NoReply { id: RequestId(id), kind })?))
        })
    }
}

/// The fetch as text, to be stored as it is: after what was handed out has been kept, before a wait, and in the end. It holds
/// no credentials, and nothing that was fetched.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `fetch` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_checkpoint(
    fetch: *const Fetch,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let fetch = argument::object("fetch", fetch)?;
            Ok(Text::new(fetch.read()?.checkpoint()))
        })
    }
}

/// How far the fetch has come, as JSON: `{"total": 500, "done": 120}`; `total` is null until it is known.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `fetch` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_progress(fetch: *const Fetch, out: *mut *mut Text, err: *mut *mut Error) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let fetch = argument::object("fetch", fetch)?;
            Ok(Text::new(fetch.read()?.progress()))
        })
    }
}

/// What has become of the fetch so far, as JSON; the report of an `nvo_output` of kind "done" is the last one.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `fetch` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_report(fetch: *const Fetch, out: *mut *mut Text, err: *mut *mut Error) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let fetch = argument::object("fetch", fetch)?;
            Ok(Text::new(fetch.read()?.report()))
        })
    }
}

/// Frees a fetch. NULL is fine. Outputs it gave stay valid.
///
/// # Safety
/// `fetch` must be NULL or an object that this library gave and that was not freed yet; no other thread may be using it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_free(fetch: *mut Fetch) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(fetch) }
}
