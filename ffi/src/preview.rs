use std::ffi::c_char;
use std::sync::OnceLock;

use crate::argument;
use crate::boundary;
use crate::error::Error;
use crate::settings::Settings;
use crate::status::Status;
use crate::text::{Str, TerminatedString};

/// The Netvisor documents an order becomes, in the order they are sent, and what was noticed on the way.
pub struct PreviewResult {
    head: orders::Preview,
    documents: Vec<Document>,
    json: OnceLock<TerminatedString>,
}

struct Document {
    kind: TerminatedString,
    when: TerminatedString,
    body: TerminatedString,
    request: OnceLock<TerminatedString>,
}

impl PreviewResult {
    fn new(mut preview: orders::Preview) -> Self {
        let documents = preview.documents.iter_mut().map(|document| Document {
            kind: TerminatedString::new(document.kind.as_str()),
            when: TerminatedString::new(document.when.as_str()),
            body: TerminatedString::new(document.request.body.take().unwrap_or_default()),
            request: OnceLock::new(),
        });
        Self { documents: documents.collect(), head: preview, json: OnceLock::new() }
    }
}

/// Prepares the Netvisor documents of a canonical order (`nvo_order_json`, or one of your own). Nothing is signed or sent.
///
/// `known` tells the NetvisorKeys that earlier replies gave, `{"customer_key": 8, "document_key": 12}`; with NULL and
/// length 0 nothing is known yet.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_preview_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `settings` must be NULL or an object that this library gave and that was not freed yet; `order` and `known` must be
/// NULL or point to as many readable bytes as their lengths say; `out` and `err` must be NULL or point to a writable
/// pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview(
    settings: *const Settings,
    order: *const c_char,
    order_len: usize,
    known: *const c_char,
    known_len: usize,
    out: *mut *mut PreviewResult,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let settings = argument::object("settings", settings)?;
            let order = argument::bytes("order", order, order_len)?;
            let known = match argument::bytes_or_empty("known", known, known_len)? {
                [] => b"{}",
                known => known,
            };
            Ok(PreviewResult::new(orders::json::preview(order, &settings.0, known)?))
        })
    }
}

/// The whole preview as JSON, `{"documents": [...], "warnings": [...]}`, without the bodies of the requests. The text is
/// borrowed from `preview`: valid until `nvo_preview_free`.
///
/// # Safety
/// `preview` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview_json(preview: *const PreviewResult) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(preview, Str::NONE, |preview| {
            Some(preview.json.get_or_init(|| TerminatedString::new(preview.head.head_json())).as_str())
        })
    }
}

/// How many documents there are; 0 for NULL.
///
/// # Safety
/// `preview` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview_document_count(preview: *const PreviewResult) -> usize {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(preview, 0, |preview| Some(preview.documents.len())) }
}

/// What a document is: "customer", "product", "sales_invoice" or "sales_payment". The text is borrowed from `preview`:
/// valid until `nvo_preview_free`.
///
/// # Safety
/// `preview` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview_document_kind(preview: *const PreviewResult, index: usize) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(preview, Str::NONE, |preview| Some(preview.documents.get(index)?.kind.as_str())) }
}

/// When a document is sent: "always", or "if_missing" in Netvisor's register. The text is borrowed from `preview`: valid
/// until `nvo_preview_free`.
///
/// # Safety
/// `preview` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview_document_when(preview: *const PreviewResult, index: usize) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(preview, Str::NONE, |preview| Some(preview.documents.get(index)?.when.as_str())) }
}

/// The request that sends a document, as JSON without the body: give it to `nvo_connection_sign`, which refuses it with
/// "request_incomplete" while it still awaits a key that is not in `known`. The text is borrowed from `preview`: valid
/// until `nvo_preview_free`.
///
/// # Safety
/// `preview` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview_document_request(preview: *const PreviewResult, index: usize) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe {
        boundary::read(preview, Str::NONE, |preview| {
            let document = preview.documents.get(index)?;
            let request = &preview.head.documents.get(index)?.request;
            Some(document.request.get_or_init(|| TerminatedString::new(request.head_json())).as_str())
        })
    }
}

/// The body of the request, Netvisor's XML: send these bytes as they are. The text is borrowed from `preview`: valid
/// until `nvo_preview_free`.
///
/// # Safety
/// `preview` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview_document_body(preview: *const PreviewResult, index: usize) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(preview, Str::NONE, |preview| Some(preview.documents.get(index)?.body.as_str())) }
}

/// Frees a preview. NULL is fine.
///
/// # Safety
/// `preview` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may
/// be used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_preview_free(preview: *mut PreviewResult) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(preview) }
}
