use std::ffi::c_char;

use crate::argument;
use crate::boundary;
use crate::error::Error;
use crate::status::Status;
use crate::text::{Str, TerminatedString};

/// An order in the canonical form, as read from what a shop sent, and what was noticed on the way.
pub struct Order {
    json: TerminatedString,
    warnings: TerminatedString,
}

/// Reads an order as the shop sent it. `shop` is "canonical", "woocommerce" or "shopify"; `json` is the order.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_order_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `shop` and `json` must be NULL or point to as many readable bytes as their lengths say; `out` and `err` must be NULL
/// or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_read_order(
    shop: *const c_char,
    shop_len: usize,
    json: *const c_char,
    json_len: usize,
    out: *mut *mut Order,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let shop = argument::text("shop", shop, shop_len)?;
            let json = argument::bytes("json", json, json_len)?;
            let read = orders::read_order(orders::Shop::from_name(shop)?, json)?;
            // Cannot fail: faults are texts alone.
            let warnings = serde_json::to_string(&read.warnings).unwrap_or_default();
            Ok(Order { json: TerminatedString::new(read.order.to_json()), warnings: TerminatedString::new(warnings) })
        })
    }
}

/// The canonical order as JSON: give it to `nvo_preview`, or store it. The text is borrowed from `order`: valid until
/// `nvo_order_free`.
///
/// # Safety
/// `order` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_json(order: *const Order) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(order, Str::NONE, |order| Some(order.json.as_str())) }
}

/// What was noticed while reading, as a JSON list of faults, each with `code`, `path`, `message` and `messages`; "[]"
/// when nothing was. The text is borrowed from `order`: valid until `nvo_order_free`.
///
/// # Safety
/// `order` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_warnings_json(order: *const Order) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(order, Str::NONE, |order| Some(order.warnings.as_str())) }
}

/// Frees an order. NULL is fine.
///
/// # Safety
/// `order` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
/// used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_free(order: *mut Order) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(order) }
}
