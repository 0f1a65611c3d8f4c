//! The C ABI of netvisor-orders. It translates arguments and results and decides nothing: every rule lives in core.
//!
//! The conventions, which the headers in `include/` repeat for C programmers:
//! - Inputs are a `const char *` and a length; they are read during the call and never kept.
//! - A call that can fail returns a status. `*out` is written on success alone, `*err` on failure alone.
//! - One owned object per result; everything read from it is borrowed from it and lives as long as it does.
//! - NULL is always checked, freeing NULL does nothing, and no panic leaves the library.
//! - Objects never change once made, so several threads may read one at a time; freeing one is the end of all of that. Only
//!   an export or a fetch changes with every call, and belongs to one thread at a time.

// In the order in which the header presents them.
mod version;

mod order;
mod settings;

mod preview;

mod connection;
mod sign;

mod order_export;

mod fetch;

mod output;

mod answer;
mod host;
mod run;

mod reply;

mod setup;

mod error;
mod status;
mod text;

mod argument;
mod boundary;

pub use answer::{Answer, nvo_answer_no_reply, nvo_answer_reply};
pub use connection::{Connection, nvo_connection_free, nvo_connection_parse};
pub use error::{
    Error, nvo_error_code, nvo_error_free, nvo_error_json, nvo_error_kind, nvo_error_message, nvo_error_path,
};
pub use fetch::{
    Fetch, nvo_fetch_begin, nvo_fetch_checkpoint, nvo_fetch_free, nvo_fetch_no_reply, nvo_fetch_poll,
    nvo_fetch_progress, nvo_fetch_reply, nvo_fetch_report, nvo_fetch_resume,
};
pub use host::Host;
pub use order::{Order, nvo_order_free, nvo_order_json, nvo_order_warnings_json, nvo_read_order};
pub use order_export::{
    OrderExport, nvo_order_export_begin, nvo_order_export_checkpoint, nvo_order_export_free, nvo_order_export_no_reply,
    nvo_order_export_poll, nvo_order_export_progress, nvo_order_export_reply, nvo_order_export_report,
    nvo_order_export_resume,
};
pub use output::{
    NextStep, nvo_output_batch, nvo_output_body, nvo_output_free, nvo_output_id, nvo_output_json, nvo_output_kind,
    nvo_output_must_checkpoint, nvo_output_order, nvo_output_reason, nvo_output_request, nvo_output_until,
};
pub use preview::{
    PreviewResult, nvo_preview, nvo_preview_document_body, nvo_preview_document_count, nvo_preview_document_kind,
    nvo_preview_document_request, nvo_preview_document_when, nvo_preview_free, nvo_preview_json,
};
pub use reply::nvo_read_reply;
pub use run::{nvo_fetch_run, nvo_order_export_run};
pub use settings::{Settings, nvo_settings_free, nvo_settings_parse};
pub use setup::{nvo_match_customers, nvo_match_products, nvo_required_permissions};
pub use sign::{
    Signed, nvo_connection_sign, nvo_signed_free, nvo_signed_header_count, nvo_signed_header_name,
    nvo_signed_header_value, nvo_signed_json, nvo_signed_method, nvo_signed_url,
};
pub use status::Status;
pub use text::{Str, Text, nvo_text_free, nvo_text_str};
pub use version::{nvo_abi_version, nvo_version};

#[cfg(test)]
mod tests;
