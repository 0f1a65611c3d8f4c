use std::ffi::c_char;

use crate::argument;
use crate::boundary;
use crate::error::Error;
use crate::status::Status;

/// The merchant's choices, read once and used for any number of orders, by several threads at once if you like.
pub struct Settings(pub(crate) orders::Settings);

/// Reads the merchant's settings. `{}` are the defaults; unknown keys are refused.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_settings_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `json` must be NULL or point to `json_len` readable bytes; `out` and `err` must be NULL or point to a writable
/// pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_settings_parse(
    json: *const c_char,
    json_len: usize,
    out: *mut *mut Settings,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let json = argument::bytes("json", json, json_len)?;
            Ok(Settings(orders::json::settings(json)?))
        })
    }
}

/// Frees settings. NULL is fine. Previews made with them stay valid.
///
/// # Safety
/// `settings` must be NULL or an object that this library gave and that was not freed yet; no other thread may be using
/// it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_settings_free(settings: *mut Settings) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(settings) }
}
