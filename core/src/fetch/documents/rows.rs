//! Which rows of a list concern the shop.

use chrono::NaiveDate;

use crate::document::marked_number;
use crate::order::Date;
use crate::wire::reply::SalesInvoiceRow;

use super::options::KnownOrders;
use super::stage::Stage;
use super::{DocumentsOptions, SalesDocumentKind, ShopDocument};

/// A document that may be the shop's.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) document: ShopDocument,
    /// Whether it is to be found out if it was made of one of the shop's orders.
    pub(super) seek_orders: bool,
}

/// The shop's order number: from our marker, or as the shop knows the document.
pub(super) fn order_of(row: &SalesInvoiceRow<'_>, kind: SalesDocumentKind, known: &KnownOrders) -> Option<String> {
    let marked = row.private_comment.as_deref().and_then(marked_number);
    marked.or_else(|| known.order(kind, row.netvisor_key)).map(str::to_owned)
}

/// A row of a list, if it is or may be the shop's.
pub(super) fn candidate(
    row: &SalesInvoiceRow<'_>,
    stage: Stage,
    options: &DocumentsOptions,
    known: &KnownOrders,
) -> Option<Candidate> {
    let kind = if stage == Stage::Orders { SalesDocumentKind::Order } else { SalesDocumentKind::Invoice };
    let order = order_of(row, kind, known);
    let seek_orders = order.is_none()
        && options.seeks_invoices()
        && match stage {
            // A full list of orders tells the invoices made of them. An invoice that changes leaves its order as it is.
            Stage::Invoices => options.changed_since.is_some() && !is_credit_note(row),
            // What has long been overdue was given when it became so.
            Stage::Overdue => became_due(row.due_date, options),
            _ => false,
        };
    let is_wanted = order.is_some() || options.others || seek_orders;
    is_wanted.then(|| Candidate { document: ShopDocument::of(row, kind, order), seek_orders })
}

pub(super) fn is_credit_note(row: &SalesInvoiceRow<'_>) -> bool {
    row.sum.is_sign_negative() && !row.sum.is_zero()
}

/// Whether an invoice became due since the last fetch, or at most a day earlier.
fn became_due(due_date: Option<Date>, options: &DocumentsOptions) -> bool {
    let (Some(due), Some(since)) = (due_date, options.changed_since) else { return true };
    let (year, month, day) = due.parts();
    NaiveDate::from_ymd_opt(year, month, day).and_then(|due| due.succ_opt()).is_none_or(|next| next >= since.date())
}
