//! What a row of Netvisor's list of documents says about an order.

use rust_decimal::Decimal;

use crate::document::{marked_number, marker, step};
use crate::fault::{Fault, FaultCode};
use crate::settings::Settings;
use crate::wire::reply::SalesInvoiceRow;

use super::entry::{Entry, FoundDocument, Settled};
use super::report::PaymentState;

/// Whether a document is this order's: its private comment begins with our marker.
pub(super) fn is_ours(row: &SalesInvoiceRow<'_>, order_number: &str) -> bool {
    let marker = marker(order_number);
    let Some(comment) = row.private_comment.as_deref().map(str::trim_start) else { return false };
    // Blanks and line ends may come back otherwise than they were sent.
    comment.starts_with(&marker) || marked_number(comment).is_some_and(|number| number == order_number.trim())
}

/// The document number of a row.
pub(super) fn row_number(row: &SalesInvoiceRow<'_>) -> Option<u64> {
    row.number.as_deref()?.trim().parse().ok()
}

/// Takes a document for the order's own, and reads off it which payments are there.
pub(super) fn adopt(entry: &mut Entry, row: &SalesInvoiceRow<'_>, already: bool, settings: &Settings) {
    let number = row_number(row).or(entry.document_number);
    entry.document = Some(FoundDocument { netvisor_key: row.netvisor_key, number, already });
    let Some(order) = entry.order.as_deref() else { return };
    let total = step::total(order, settings);
    let in_currency = order.currency.as_str() != "EUR";
    let sum = if in_currency { row.currency_sum } else { Some(row.sum) };
    if let Some(sum) = sum.filter(|sum| *sum != total) {
        let (found, expected) = (order.currency.show(sum), order.currency.show(total));
        entry.warn([Fault::new(FaultCode::DocumentSumDiffers, "/total").with(found).with(expected)]);
    }
    take_payments(entry, row, already);
}

/// Reads off a row which of the order's payments Netvisor has: the open sum tells, since an export is not allowed the list of
/// payments. Ends the order when the open sum fits none of them: a payment too many is worse than one that is missing.
pub(super) fn take_payments(entry: &mut Entry, row: &SalesInvoiceRow<'_>, already: bool) {
    let Some(order) = entry.order.as_deref() else { return };
    if entry.payments.iter().all(|payment| payment.state != PaymentState::Missing) {
        return;
    }
    let currency = order.currency;
    let foreign = currency.as_str() != "EUR";
    let (sum, open) = if foreign { (row.currency_sum, row.open_currency_sum) } else { (Some(row.sum), row.open_sum) };
    let is_paid = row.status.as_deref() == Some("paid");
    let (Some(sum), Some(open)) = (sum, open) else {
        if is_paid {
            mark_all(entry, already);
        } else {
            unclear(entry, "–".to_owned());
        }
        return;
    };
    if is_paid || open <= Decimal::ZERO {
        mark_all(entry, already);
        return;
    }
    let mut covered = sum - open;
    for payment in &mut entry.payments {
        if covered < payment.amount {
            break;
        }
        covered -= payment.amount;
        if payment.state == PaymentState::Missing {
            payment.state = if already { PaymentState::AlreadyRecorded } else { PaymentState::Recorded };
        }
    }
    if !covered.is_zero() {
        unclear(entry, currency.show(open));
    }
}

fn mark_all(entry: &mut Entry, already: bool) {
    for payment in entry.payments.iter_mut().filter(|payment| payment.state == PaymentState::Missing) {
        payment.state = if already { PaymentState::AlreadyRecorded } else { PaymentState::Recorded };
    }
}

pub(super) fn unclear(entry: &mut Entry, open: String) {
    entry.fail(vec![Fault::new(FaultCode::PaymentUnclear, "/payment").with(open)], None);
}

/// Ends an order whose number another document has.
pub(super) fn conflict(entry: &mut Entry, row: &SalesInvoiceRow<'_>, was_sent: bool) {
    let fault = Fault::new(FaultCode::NumberConflict, "/number")
        .with(row.number.as_deref().unwrap_or_default())
        .with(row.netvisor_key);
    if was_sent {
        entry.fail(vec![fault], None);
    } else {
        entry.settle(Settled::rejected([fault]));
    }
}
