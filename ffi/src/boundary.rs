//! The way in and out of the library: no panic crosses it, and outputs are written only as promised.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{Error, Failure, Misuse};
use crate::status::Status;

/// Runs an operation and hands its result to the caller as a new owned object.
///
/// # Safety
/// `out` and `err` must each be NULL or point to a writable pointer.
pub(crate) unsafe fn produce<T>(
    out: *mut *mut T,
    err: *mut *mut Error,
    operation: impl FnOnce() -> Result<T, Failure>,
) -> Status {
    let result = if out.is_null() {
        Err(Failure::Misuse(Misuse::Null("out")))
    } else {
        guarded(operation).unwrap_or(Err(Failure::Panic))
    };
    match result {
        Ok(object) => {
            // SAFETY: checked for NULL above, writable by the caller's promise.
            unsafe { out.write(Box::into_raw(Box::new(object))) };
            Status::Ok
        }
        // SAFETY: the caller's promise is the same.
        Err(failure) => unsafe { hand_out(failure, err) },
    }
}

/// Runs an operation that has no result.
///
/// # Safety
/// `err` must be NULL or point to a writable pointer.
pub(crate) unsafe fn perform(err: *mut *mut Error, operation: impl FnOnce() -> Result<(), Failure>) -> Status {
    match guarded(operation).unwrap_or(Err(Failure::Panic)) {
        Ok(()) => Status::Ok,
        // SAFETY: the caller's promise is the same.
        Err(failure) => unsafe { hand_out(failure, err) },
    }
}

/// # Safety
/// `err` must be NULL or point to a writable pointer.
unsafe fn hand_out(failure: Failure, err: *mut *mut Error) -> Status {
    let status = failure.status();
    if !err.is_null() {
        // SAFETY: just checked for NULL, writable by the caller's promise.
        unsafe { err.write(Box::into_raw(Box::new(Error::new(failure)))) };
    }
    status
}

/// Reads something from an object; `none` where the object is NULL or has no such thing.
///
/// # Safety
/// `object` must be NULL or a live object.
pub(crate) unsafe fn read<T, R>(object: *const T, none: R, reader: impl FnOnce(&T) -> Option<R>) -> R {
    // SAFETY: NULL becomes None, anything else is a live object by the caller's promise.
    let object = unsafe { object.as_ref() };
    object.and_then(|object| guarded(|| reader(object)).flatten()).unwrap_or(none)
}

/// Frees an object; NULL is left alone.
///
/// # Safety
/// `object` must be NULL or have come from [`produce`], and is not used again.
pub(crate) unsafe fn free<T>(object: *mut T) {
    if !object.is_null() {
        // SAFETY: `produce` boxed it, and the caller gives it up. A panic while dropping could only leak.
        guarded(|| drop(unsafe { Box::from_raw(object) }));
    }
}

/// Nothing half-changed can be seen after a panic: a result that was not finished is dropped, and so is an export that was
/// being changed; no other object ever changes.
fn guarded<R>(operation: impl FnOnce() -> R) -> Option<R> {
    catch_unwind(AssertUnwindSafe(|| {
        #[cfg(test)]
        panic_on_demand::trip();
        operation()
    }))
    .ok()
}

/// Lets a test make the next call panic, as a bug in core would.
#[cfg(test)]
pub(crate) mod panic_on_demand {
    use std::cell::Cell;

    thread_local!(static ARMED: Cell<bool> = const { Cell::new(false) });

    pub(crate) fn arm() {
        ARMED.set(true);
    }

    pub(super) fn trip() {
        assert!(!ARMED.replace(false), "the panic a test asked for");
    }
}
