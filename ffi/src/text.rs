//! Text handed out to C.

use std::ffi::c_char;
use std::ptr;

use crate::boundary;

/// A piece of UTF-8 text, borrowed from the object it was read from.
///
/// `data[len]` is a NUL byte that `len` does not count, so the text can be given to functions that expect a C string.
/// `data` is NULL (and `len` 0) where there is nothing to read: the object was NULL or the index out of range.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Str {
    /// The first byte.
    pub data: *const c_char,
    /// The number of bytes, without the NUL byte that follows them.
    pub len: usize,
}

impl Str {
    pub(crate) const NONE: Self = Self { data: ptr::null(), len: 0 };

    /// Borrows a text whose last byte is the terminating NUL.
    pub(crate) fn from_terminated(text: &str) -> Self {
        debug_assert!(text.ends_with('\0'));
        Self { data: text.as_ptr().cast(), len: text.len() - 1 }
    }
}

/// Owned text with a NUL byte after its end.
pub(crate) struct TerminatedString(String);

impl TerminatedString {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let mut text = text.into();
        // Exactly one byte: the default growth would double a large body.
        text.reserve_exact(1);
        text.push('\0');
        Self(text)
    }

    pub(crate) fn as_str(&self) -> Str {
        Str::from_terminated(&self.0)
    }
}

/// Owned text: what `nvo_read_reply` gives.
pub struct Text(TerminatedString);

impl Text {
    pub(crate) fn new(text: String) -> Self {
        Self(TerminatedString::new(text))
    }
}

/// The text itself. It is borrowed from `text`: valid until `nvo_text_free`.
///
/// # Safety
/// `text` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_text_str(text: *const Text) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(text, Str::NONE, |text| Some(text.0.as_str())) }
}

/// Frees a text. NULL is fine.
///
/// # Safety
/// `text` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
/// used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_text_free(text: *mut Text) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(text) }
}
