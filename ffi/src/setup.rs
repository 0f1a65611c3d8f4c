use std::ffi::c_char;

use orders::json;

use crate::argument;
use crate::boundary;
use crate::error::Error;
use crate::settings::Settings;
use crate::status::Status;
use crate::text::Text;

/// Which rights the merchant has to give the interface identifier in Netvisor, and what has to be true before, for these
/// settings and these features: a JSON array of "export", "stock", "catalogue", "catalogue_web_shop", "catalogue_extended",
/// "catalogue_images", "documents", "number_plan" and "matching".
/// `*out` becomes `{"permissions": […], "prerequisites": […]}`.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `settings` must be NULL or an object that this library gave and that was not freed yet; `features` must be NULL or point to
/// `features_len` readable bytes; `out` and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_required_permissions(
    settings: *const Settings,
    features: *const c_char,
    features_len: usize,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let settings = argument::object("settings", settings)?;
            let features = argument::bytes("features", features, features_len)?;
            Ok(Text::new(json::required_permissions(&settings.0, features)?))
        })
    }
}

/// Says which customers of the shop's register are which in Netvisor's, as far as that can be said without guessing. `shop` and
/// `netvisor` are JSON arrays, `netvisor` of rows as `nvo_read_reply` gives them of customerlist.nv; `options` are JSON, `{}`
/// for the defaults. `*out` becomes the proposals as JSON, with a CSV for the shop's import.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `shop` must be NULL or point to `shop_len` readable bytes, `netvisor` to `netvisor_len` and `options` to `options_len`; `out`
/// and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_match_customers(
    shop: *const c_char,
    shop_len: usize,
    netvisor: *const c_char,
    netvisor_len: usize,
    options: *const c_char,
    options_len: usize,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let shop = argument::bytes("shop", shop, shop_len)?;
            let netvisor = argument::bytes("netvisor", netvisor, netvisor_len)?;
            let options = argument::bytes("options", options, options_len)?;
            Ok(Text::new(json::match_customers(shop, netvisor, options)?))
        })
    }
}

/// Says which products of the shop's Netvisor has, which an export would create, and which differ in name or price. The
/// arguments are as those of `nvo_match_customers`, `netvisor` with rows of productlist.nv.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `shop` must be NULL or point to `shop_len` readable bytes, `netvisor` to `netvisor_len` and `options` to `options_len`; `out`
/// and `err` must be NULL or point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_match_products(
    shop: *const c_char,
    shop_len: usize,
    netvisor: *const c_char,
    netvisor_len: usize,
    options: *const c_char,
    options_len: usize,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let shop = argument::bytes("shop", shop, shop_len)?;
            let netvisor = argument::bytes("netvisor", netvisor, netvisor_len)?;
            let options = argument::bytes("options", options, options_len)?;
            Ok(Text::new(json::match_products(shop, netvisor, options)?))
        })
    }
}
