//! What became of a request, as the host's `send` tells it.

use std::ffi::c_char;

use orders::exchange::{Input, NoReplyKind, RequestId};

use crate::argument;
use crate::boundary;
use crate::error::{Error, Misuse};
use crate::status::Status;

/// Where the `send` of an `nvo_host` puts what became of a request. It is the library's: it lasts as long as that call.
pub struct Answer(Result<Reply, NoReplyKind>);

struct Reply {
    http_status: u16,
    body: Vec<u8>,
}

impl Answer {
    /// Holds, until the host says better, what claims least: Netvisor may have got the request or not.
    pub(crate) fn unknown() -> Self {
        Self(Err(NoReplyKind::ConnectionLost))
    }

    pub(crate) fn as_input(&self, id: RequestId) -> Input<'_> {
        match &self.0 {
            Ok(reply) => Input::Reply { id, status: reply.http_status, body: &reply.body },
            Err(kind) => Input::NoReply { id, kind: *kind },
        }
    }
}

/// Puts in the reply to a request: its HTTP status and the whole body as it came, which is copied. An empty body may be NULL
/// with length 0. Every status is a reply, also those of errors.
///
/// On `NVO_STATUS_OK`: `*err` is unchanged.
/// On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
///
/// # Safety
/// `answer` must be NULL or what `send` was given, while that call lasts; `body` must be NULL or point to `body_len`
/// readable bytes; `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_answer_reply(
    answer: *mut Answer,
    http_status: u16,
    body: *const c_char,
    body_len: usize,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::perform(err, || {
            let answer = argument::object_mut("answer", answer)?;
            let body = argument::bytes_or_empty("body", body, body_len)?;
            answer.0 = Ok(Reply { http_status, body: body.to_vec() });
            Ok(())
        })
    }
}

/// Says that a request has no reply, and why: "timeout", "connection_lost", or "not_connected" where it is certain that
/// Netvisor cannot have got it. "connection_lost" is taken where `send` says nothing.
///
/// On `NVO_STATUS_OK`: `*err` is unchanged.
/// On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
///
/// # Safety
/// `answer` must be NULL or what `send` was given, while that call lasts; `kind` must be NULL or point to `kind_len`
/// readable bytes; `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_answer_no_reply(
    answer: *mut Answer,
    kind: *const c_char,
    kind_len: usize,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::perform(err, || {
            let answer = argument::object_mut("answer", answer)?;
            let kind = argument::text("kind", kind, kind_len)?;
            answer.0 = Err(NoReplyKind::from_name(kind).ok_or(Misuse::Unknown("kind"))?);
            Ok(())
        })
    }
}
