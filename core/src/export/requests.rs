//! The look-ups an export makes.

use chrono::{DateTime, Datelike, Timelike};

use crate::order::Date;
use crate::settings::{DocumentKind, Settings};
use crate::wire::{Method, Request};

use super::registers::Resource;

fn get(resource: &str) -> Request {
    Request::new(Method::Get, resource)
}

/// Customers by their codes (§3.1).
pub(super) fn customers_by_code(codes: &[String]) -> Request {
    // A comma separates codes; one with a comma of its own is searched for, alone.
    match codes {
        [code] if code.contains(',') => get("customerlist.nv").with_query("keyword", code),
        codes => get("customerlist.nv").with_query("customercodelist", &codes.join(",")),
    }
}

/// Customers that have this in name, code or business id (§3.1). A Finnish business id is searched for in its own form (§5.4).
fn customers_by_business_id(digits: &str) -> Request {
    let is_finnish = digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let keyword = if is_finnish {
        let padded = format!("{digits:0>8}");
        format!("{}-{}", &padded[..7], &padded[7..])
    } else {
        digits.to_owned()
    };
    get("customerlist.nv").with_query("keyword", &keyword)
}

/// Customers changed since shortly before a moment. The parameter is Netvisor's local time (§3.1), two or three hours ahead
/// of UTC, so UTC in its place asks for a little more than is needed and never for less.
pub(super) fn customers_changed_since(unix_ms: i64) -> Request {
    const MARGIN: i64 = 10 * 60_000;
    let moment = DateTime::from_timestamp_millis(unix_ms.saturating_sub(MARGIN)).unwrap_or_default();
    let text = format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        moment.year(),
        moment.month(),
        moment.day(),
        moment.hour(),
        moment.minute(),
        moment.second()
    );
    get("customerlist.nv").with_query("changedsince", &text)
}

/// Products by their codes (§3.3). Deleted ones cannot be sold, so they are not asked for.
pub(super) fn products_by_code(codes: &[String]) -> Request {
    get("productlist.nv")
        .with_query("keyword", &codes.join(","))
        .with_query("published", "1")
        .with_query("unpublished", "1")
        .with_query("deleted", "0")
}

/// A product by its EAN (§3.4): the list of products knows no EANs.
pub(super) fn product_by_ean(ean: &str) -> Request {
    get("getproduct.nv").with_query("eancode", ean)
}

/// A look for one card.
pub(super) fn card(resource: &Resource) -> Request {
    match resource {
        Resource::CustomerCode(code) => customers_by_code(std::slice::from_ref(code)),
        Resource::BusinessId(digits) => customers_by_business_id(digits),
        Resource::Product(code) => products_by_code(std::slice::from_ref(code)),
        Resource::Ean(ean) => product_by_ean(ean),
    }
}

/// Invoices or orders, whichever the settings make, with private comment and currency sums (§3.11).
fn documents(settings: &Settings) -> Request {
    let request = match settings.document_kind() {
        DocumentKind::Order(_) => get("salesinvoicelist.nv").with_query("listtype", "preinvoice"),
        DocumentKind::Invoice(_) | DocumentKind::Draft => get("salesinvoicelist.nv"),
    };
    let request = request.with_query("replyoption", "3");
    match &settings.document.second_name {
        Some(name) => request.with_query("secondname", name),
        None => request,
    }
}

/// The documents with a number: one, but for other number series.
pub(super) fn documents_by_number(number: u64, settings: &Settings) -> Request {
    documents(settings).with_query("invoicenumber", &number.to_string())
}

/// The documents dated from one day to another, above a key: a page of them.
pub(super) fn documents_by_date(from: Date, to: Date, above: u64, settings: &Settings) -> Request {
    let request = documents(settings)
        .with_query("begininvoicedate", &from.to_string())
        .with_query("endinvoicedate", &to.to_string());
    if above == 0 { request } else { request.with_query("invoicesabovenetvisorkey", &above.to_string()) }
}
