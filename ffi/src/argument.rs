//! What C hands in, checked before it is used.

use std::ffi::c_char;
use std::{slice, str};

use crate::error::Misuse;

/// The bytes of an argument that must be given.
///
/// # Safety
/// `data` must be NULL or point to `len` readable bytes that nobody changes during `'a`.
pub(crate) unsafe fn bytes<'a>(name: &'static str, data: *const c_char, len: usize) -> Result<&'a [u8], Misuse> {
    if data.is_null() {
        return Err(Misuse::Null(name));
    }
    // The most a Rust slice may have. No real buffer is larger; a negative number cast to size_t is.
    if len > isize::MAX.cast_unsigned() {
        return Err(Misuse::TooLong(name));
    }
    // SAFETY: not NULL, of a permitted length, and readable by the caller's promise.
    Ok(unsafe { slice::from_raw_parts(data.cast(), len) })
}

/// The bytes of an argument for which NULL with length 0 means empty.
///
/// # Safety
/// As for [`bytes`].
pub(crate) unsafe fn bytes_or_empty<'a>(
    name: &'static str,
    data: *const c_char,
    len: usize,
) -> Result<&'a [u8], Misuse> {
    if data.is_null() && len == 0 {
        return Ok(&[]);
    }
    // SAFETY: the caller's promise is the same.
    unsafe { bytes(name, data, len) }
}

/// A name or id, which unlike JSON is not checked by core for being UTF-8.
///
/// # Safety
/// As for [`bytes`].
pub(crate) unsafe fn text<'a>(name: &'static str, data: *const c_char, len: usize) -> Result<&'a str, Misuse> {
    // SAFETY: the caller's promise is the same.
    let bytes = unsafe { bytes(name, data, len) }?;
    str::from_utf8(bytes).map_err(|_| Misuse::NotUtf8(name))
}

/// The object a call works on.
///
/// # Safety
/// `object` must be NULL or point to a live object that is not freed during `'a`.
pub(crate) unsafe fn object<'a, T>(name: &'static str, object: *const T) -> Result<&'a T, Misuse> {
    // SAFETY: NULL becomes None, anything else is a live object by the caller's promise.
    unsafe { object.as_ref() }.ok_or(Misuse::Null(name))
}

/// The object a call changes.
///
/// # Safety
/// `object` must be NULL or point to a live object that nobody else uses during `'a`.
pub(crate) unsafe fn object_mut<'a, T>(name: &'static str, object: *mut T) -> Result<&'a mut T, Misuse> {
    // SAFETY: NULL becomes None, anything else is a live object of this caller's alone.
    unsafe { object.as_mut() }.ok_or(Misuse::Null(name))
}
