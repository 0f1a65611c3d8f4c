//! The requests a fetch of documents makes.

use chrono::{DateTime, Days, NaiveDate, TimeDelta};

use crate::order::Date;
use crate::wire::{Method, Request};

use super::stage::Stage;
use super::{DocumentsOptions, SalesDocumentKind};

fn get(resource: &str) -> Request {
    Request::new(Method::Get, resource)
}

/// A page of a list, above a key (§3.11), with private comment and currency sums.
pub(super) fn list(stage: Stage, above: u64, options: &DocumentsOptions, now: i64) -> Request {
    let kind = if stage == Stage::Orders { SalesDocumentKind::Order } else { SalesDocumentKind::Invoice };
    let mut request = page(kind, above);
    match (stage, options.changed_since, options.since_date) {
        (Stage::Overdue, ..) => request = request.with_query("invoicestatus", "overdue"),
        (_, Some(moment), _) => {
            request = request
                .with_query("lastmodifiedstart", &moment.to_string())
                .with_query("lastmodifiedend", &end_of_changes(now));
            if kind == SalesDocumentKind::Invoice {
                request = request.with_query("includemodifiedpayments", "1");
            }
        }
        (_, None, Some(date)) => request = request.with_query("begininvoicedate", &date.to_string()),
        (_, None, None) => {}
    }
    request
}

/// A page of invoices from a key on, whatever has become of them.
pub(super) fn invoices_from(netvisor_key: u64) -> Request {
    page(SalesDocumentKind::Invoice, netvisor_key.saturating_sub(1))
}

fn page(kind: SalesDocumentKind, above: u64) -> Request {
    let request = match kind {
        SalesDocumentKind::Order => get("salesinvoicelist.nv").with_query("listtype", "preinvoice"),
        SalesDocumentKind::Invoice => get("salesinvoicelist.nv"),
    };
    let request = request.with_query("replyoption", "3");
    if above == 0 { request } else { request.with_query("invoicesabovenetvisorkey", &above.to_string()) }
}

/// The list wants an end as well. Netvisor's clock is Finnish, some hours ahead of UTC; an end a day or two ahead of either
/// leaves out nothing that has happened.
fn end_of_changes(now: i64) -> String {
    let today = utc_date(now);
    format!("{}T00:00:00", today.checked_add_days(Days::new(2)).unwrap_or(today))
}

/// Orders with the invoices made of them, or invoices with the orders behind them; never their pictures, which are large.
pub(super) fn linked(kind: SalesDocumentKind, keys: &[u64]) -> Request {
    let resource = match kind {
        SalesDocumentKind::Order => "getorder.nv",
        SalesDocumentKind::Invoice => "getsalesinvoice.nv",
    };
    in_full(resource, keys).with_query("includedocuments", "1")
}

/// Credit notes with the invoices they credit: those made in Netvisor (16) and those matched later (32).
pub(super) fn credit_notes(keys: &[u64]) -> Request {
    in_full("getsalesinvoice.nv", keys).with_query("replyoption", "48")
}

fn in_full(resource: &str, keys: &[u64]) -> Request {
    let keys: Vec<String> = keys.iter().map(u64::to_string).collect();
    get(resource).with_query("netvisorkeylist", &keys.join(",")).with_query("pdfimage", "nopdf")
}

/// An invoice with its picture.
pub(super) fn pdf(netvisor_key: u64) -> Request {
    get("getsalesinvoice.nv").with_query("netvisorkey", &netvisor_key.to_string()).with_query("pdfimage", "pdf")
}

/// What was deleted since a day (§3.14).
pub(super) fn deleted(resource: &str, since: Date) -> Request {
    get(resource).with_query("deletedsince", &since.to_string())
}

/// The first day of which deletions can still be asked for: seven days back in Finland. Reckoned in summer time and with ten
/// minutes to spare, since a day too early is refused.
pub(super) fn first_day_of_deletions(now: i64) -> Option<Date> {
    let finnish = now.saturating_add((TimeDelta::hours(3) + TimeDelta::minutes(10)).num_milliseconds());
    utc_date(finnish).checked_sub_days(Days::new(7)).and_then(Date::new)
}

fn utc_date(unix_ms: i64) -> NaiveDate {
    DateTime::from_timestamp_millis(unix_ms).unwrap_or_default().date_naive()
}
