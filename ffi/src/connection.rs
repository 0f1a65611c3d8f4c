use std::ffi::c_char;

use crate::argument;
use crate::boundary;
use crate::error::Error;
use crate::status::Status;

/// Where requests go and who sends them. It holds the keys; nothing reads them back, and they are wiped when it is freed.
pub struct Connection(pub(crate) orders::Connection);

/// Reads a connection: `base_url`, `sender`, `customer_id`, `customer_key`, `partner_id`, `partner_key`,
/// `organisation_id`, and optionally `language` ("FI", "EN" or "SE") and `mac` ("HMACSHA256" or "SHA256").
///
/// The library wipes its own copy of the keys; the caller's `json` is the caller's to wipe.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_connection_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `json` must be NULL or point to `json_len` readable bytes; `out` and `err` must be NULL or point to a writable
/// pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_connection_parse(
    json: *const c_char,
    json_len: usize,
    out: *mut *mut Connection,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let json = argument::bytes("json", json, json_len)?;
            Ok(Connection(orders::json::connection(json)?))
        })
    }
}

/// Frees a connection. NULL is fine. Requests signed with it stay valid.
///
/// # Safety
/// `connection` must be NULL or an object that this library gave and that was not freed yet; no other thread may be
/// using it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_connection_free(connection: *mut Connection) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(connection) }
}
