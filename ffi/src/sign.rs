use std::ffi::c_char;
use std::sync::OnceLock;

use crate::argument;
use crate::boundary;
use crate::connection::Connection;
use crate::error::Error;
use crate::status::Status;
use crate::text::{Str, TerminatedString};

/// A signed request, ready to be sent by any HTTP client. It holds no key.
pub struct Signed {
    head: orders::SignedRequest,
    method: TerminatedString,
    url: TerminatedString,
    /// Filled when first read: bindings read the JSON instead, and two dozen copies take as long as signing.
    headers: OnceLock<Vec<Header>>,
    json: OnceLock<TerminatedString>,
}

struct Header {
    name: TerminatedString,
    value: TerminatedString,
}

impl Signed {
    pub(crate) fn new(signed: orders::SignedRequest) -> Self {
        Self {
            method: TerminatedString::new(signed.method.as_str()),
            url: TerminatedString::new(signed.url.as_str()),
            headers: OnceLock::new(),
            head: signed,
            json: OnceLock::new(),
        }
    }

    fn headers(&self) -> &[Header] {
        self.headers.get_or_init(|| {
            let headers = self.head.headers.iter().map(|(name, value)| Header {
                name: TerminatedString::new(*name),
                value: TerminatedString::new(value.as_str()),
            });
            headers.collect()
        })
    }
}

/// Signs a request, given as JSON `{"method": ..., "resource": ..., "query": [[name, value], ...]}`: one from
/// `nvo_preview_document_request`, or one of your own. No signature covers the body, so it is not needed here.
///
/// `unix_ms` is the time now, in milliseconds since 1970 in UTC; `transaction_id` is new for every attempt, also when
/// the same request is sent again.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_signed_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `connection` must be NULL or an object that this library gave and that was not freed yet; `request` and
/// `transaction_id` must be NULL or point to as many readable bytes as their lengths say; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_connection_sign(
    connection: *const Connection,
    request: *const c_char,
    request_len: usize,
    unix_ms: i64,
    transaction_id: *const c_char,
    transaction_id_len: usize,
    out: *mut *mut Signed,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let connection = argument::object("connection", connection)?;
            let request = argument::bytes("request", request, request_len)?;
            let transaction_id = argument::text("transaction_id", transaction_id, transaction_id_len)?;
            Ok(Signed::new(orders::json::sign(&connection.0, request, unix_ms, transaction_id)?))
        })
    }
}

/// The HTTP method, "GET" or "POST". The text is borrowed from `request`: valid until `nvo_signed_free`.
///
/// # Safety
/// `request` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_signed_method(request: *const Signed) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(request, Str::NONE, |request| Some(request.method.as_str())) }
}

/// The URL, which must be sent exactly as it is: the signature covers it. The text is borrowed from `request`: valid
/// until `nvo_signed_free`.
///
/// # Safety
/// `request` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_signed_url(request: *const Signed) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(request, Str::NONE, |request| Some(request.url.as_str())) }
}

/// How many headers there are; 0 for NULL.
///
/// # Safety
/// `request` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_signed_header_count(request: *const Signed) -> usize {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(request, 0, |request| Some(request.headers().len())) }
}

/// The name of a header. The text is borrowed from `request`: valid until `nvo_signed_free`.
///
/// # Safety
/// `request` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_signed_header_name(request: *const Signed, index: usize) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(request, Str::NONE, |request| Some(request.headers().get(index)?.name.as_str())) }
}

/// The value of a header, in UTF-8. HTTP carries it in ISO 8859-1, so an HTTP client that sends bytes as they are given
/// needs it converted first where it is not plain ASCII, as a sender's name can be. The text is borrowed from `request`:
/// valid until `nvo_signed_free`.
///
/// # Safety
/// `request` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_signed_header_value(request: *const Signed, index: usize) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(request, Str::NONE, |request| Some(request.headers().get(index)?.value.as_str())) }
}

/// Method, URL and headers in one piece of JSON, `{"method": ..., "url": ..., "headers": {...}}`. The text is borrowed
/// from `request`: valid until `nvo_signed_free`.
///
/// # Safety
/// `request` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_signed_json(request: *const Signed) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(request, Str::NONE, |request| {
            Some(request.json.get_or_init(|| TerminatedString::new(request.head.head_json())).as_str())
        })
    }
}

/// Frees a signed request. NULL is fine.
///
/// # Safety
/// `request` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
/// used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_signed_free(request: *mut Signed) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(request) }
}
