use std::ffi::c_char;

use crate::argument;
use crate::boundary;
use crate::error::Error;
use crate::status::Status;
use crate::text::Text;

/// Reads what Netvisor answered to a request for `resource` (such as "salesinvoice.nv"): the HTTP status and the body
/// as it came, in any encoding Netvisor uses. An empty body may be NULL with length 0.
///
/// `*out` becomes the reply as JSON. A refusal by Netvisor is no error here: it is read, `"outcome":"refused"`.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `resource` and `body` must be NULL or point to as many readable bytes as their lengths say; `out` and `err` must be
/// NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_read_reply(
    resource: *const c_char,
    resource_len: usize,
    http_status: u16,
    body: *const c_char,
    body_len: usize,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let resource = argument::text("resource", resource, resource_len)?;
            let body = argument::bytes_or_empty("body", body, body_len)?;
            Ok(Text::new(orders::json::read_reply(resource, http_status, body)?))
        })
    }
}
