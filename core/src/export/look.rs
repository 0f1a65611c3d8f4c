//! The look before anything is sent again.
//!
//! A request without a certain answer is looked for at once: what is found settles the matter. What is not found proves
//! nothing yet, since a request that timed out may be carried out minutes later. So the order is set aside for the quarantine,
//! looked for once more, and only then sent again.

use crate::document::{Buyer, step};
use crate::fault::{Fault, FaultCode};
use crate::settings::{DocumentKind, Settings};
use crate::wire::Request;
use crate::wire::reply::{CustomerRow, SalesInvoiceRow};

use super::entry::{Doubt, Entry, Settled, Step};
use super::found::{adopt, conflict, is_ours, row_number, take_payments, unclear};
use super::registers::{Registers, Resource};
use super::report::{LinkedCustomer, Outcome, PaymentState};
use super::requests;

/// How often one step is sent at most.
const MAX_ATTEMPTS: u32 = 3;

/// When a request can no longer be under way.
pub(super) fn quarantine_end(doubt: &Doubt, settings: &Settings) -> i64 {
    let minutes = i64::try_from(settings.recovery.quarantine_minutes).unwrap_or(i64::MAX);
    doubt.since.saturating_add(minutes.saturating_mul(60_000))
}

/// The card an order's step makes; `None` for one that nothing in the order names.
pub(super) fn resource(entry: &Entry, step: &Step, settings: &Settings) -> Option<Resource> {
    let order = entry.order.as_deref()?;
    match step {
        Step::Customer => Resource::of_buyer(&step::buyer(order, settings).ok()?),
        Step::Product(index) => step::products(order, settings).ok()?.get(*index).map(Resource::of_product),
        Step::Document | Step::Payment(_) => None,
    }
}

/// The request that looks for what was sent.
pub(super) fn request(entry: &Entry, settings: &Settings) -> Option<Request> {
    let (doubt, order) = (entry.doubt.as_ref()?, entry.order.as_deref()?);
    Some(match &doubt.step {
        Step::Customer | Step::Product(_) => match resource(entry, &doubt.step, settings) {
            Some(resource) => requests::card(&resource),
            None => requests::customers_changed_since(doubt.since),
        },
        Step::Document | Step::Payment(_) => {
            let known = entry.document.as_ref();
            match known.and_then(|document| document.number).or(entry.document_number) {
                Some(number) => requests::documents_by_number(number, settings),
                None => {
                    let date = order.placed_at.date();
                    let above = known.map_or(doubt.above, |document| document.netvisor_key.saturating_sub(1));
                    requests::documents_by_date(date, date, above, settings)
                }
            }
        }
    })
}

/// Rows of the list of documents, as they come.
#[derive(Default)]
pub(super) struct Rows {
    ours: Option<SalesInvoiceRow<'static>>,
    others: Option<SalesInvoiceRow<'static>>,
    count: usize,
    highest_key: u64,
}

impl Rows {
    pub(super) fn take(&mut self, row: SalesInvoiceRow<'_>, entry: &Entry) {
        self.count += 1;
        self.highest_key = self.highest_key.max(row.netvisor_key);
        let ours = match &entry.document {
            Some(document) => document.netvisor_key == row.netvisor_key,
            None => is_ours(&row, &entry.number),
        };
        if ours {
            self.ours.get_or_insert_with(|| row.into_owned());
        } else if entry.document_number.is_some() && row_number(&row) == entry.document_number {
            self.others.get_or_insert_with(|| row.into_owned());
        }
    }
}

/// What a look for a document or a payment has shown, at the time it was made.
pub(super) fn at_documents(entry: &mut Entry, rows: Rows, looked_at: i64, settings: &Settings) {
    let Some(doubt) = &mut entry.doubt else { return };
    match (doubt.step.clone(), rows.ours) {
        (Step::Payment(index), Some(row)) => {
            take_payments(entry, &row, false);
            if entry.settled.is_some() {
            } else if entry.payments.get(index).is_none_or(|payment| payment.state != PaymentState::Missing) {
                certain(entry);
            } else {
                absent(entry, looked_at, settings);
            }
        }
        // Somebody has deleted the document.
        (Step::Payment(_), None) => unclear(entry, "–".to_owned()),
        (_, Some(row)) => {
            certain(entry);
            adopt(entry, &row, false, settings);
        }
        (_, None) => match rows.others {
            Some(row) => conflict(entry, &row, true),
            // Without a number the list is read page by page.
            None if entry.document_number.is_none() && rows.count > 0 && rows.highest_key > doubt.above => {
                doubt.above = rows.highest_key;
            }
            None => absent(entry, looked_at, settings),
        },
    }
}

/// A customer that may be the one that was made, for an order that names none: one of the same name that nobody had before.
pub(super) fn is_new_customer(
    entry: &Entry,
    row: &CustomerRow<'_>,
    settings: &Settings,
    registers: &Registers,
) -> bool {
    let Some(order) = entry.order.as_deref() else { return false };
    let named = order.customer.name.trim();
    let sent: String = named.chars().take(250).collect();
    matches!(step::buyer(order, settings), Ok(Buyer::Unidentified))
        && row.name.trim() == sent.trim_end()
        && !registers.has_created(row.netvisor_key)
}

/// What a look for a card has shown.
pub(super) fn at_card(
    entry: &mut Entry,
    new_customer: Option<u64>,
    looked_at: i64,
    settings: &Settings,
    registers: &mut Registers,
) {
    let Some(step) = entry.doubt.as_ref().map(|doubt| doubt.step.clone()) else { return };
    let Some(resource) = resource(entry, &step, settings) else {
        match new_customer {
            Some(key) => {
                certain(entry);
                registers.add_created_customer(key, None, "");
                entry.customer = Some(LinkedCustomer { netvisor_key: Some(key), code: None, created: true });
            }
            None => absent(entry, looked_at, settings),
        }
        return;
    };
    match &resource {
        Resource::Product(code) | Resource::Ean(code) if registers.has_product(&resource) => {
            certain(entry);
            entry.products_created.push(code.clone());
        }
        Resource::CustomerCode(_) | Resource::BusinessId(_) => match registers.customers(&resource).as_slice() {
            [] => absent(entry, looked_at, settings),
            [card] => {
                certain(entry);
                let code = card.code.clone();
                entry.customer = Some(LinkedCustomer { netvisor_key: Some(card.netvisor_key), code, created: true });
            }
            // The order is refused when its customer is chosen.
            _ => certain(entry),
        },
        Resource::Product(_) | Resource::Ean(_) => absent(entry, looked_at, settings),
    }
}

/// The matter is settled: what was sent is there.
pub(super) fn certain(entry: &mut Entry) {
    entry.doubt = None;
    entry.attempts = 0;
}

/// What was sent is not there. Netvisor's own no is final; after the quarantine it can be sent again.
fn absent(entry: &mut Entry, looked_at: i64, settings: &Settings) {
    let attempts = entry.attempts;
    let Some(doubt) = &mut entry.doubt else { return };
    doubt.above = 0;
    let refused =
        doubt.refusal.as_ref().is_some_and(|answer| answer.refusal.code() == FaultCode::NetvisorDuplicateData);
    if refused {
        let answer = doubt.refusal.take();
        entry.fail(Vec::new(), answer);
    } else if looked_at < quarantine_end(doubt, settings) {
        doubt.looked = true;
    } else if doubt.step == Step::Document && settings.document_kind() == DocumentKind::Draft {
        // No source says that drafts are listed (§3.11), so that none is seen proves nothing, and a second one is not risked.
        let faults = vec![Fault::new(FaultCode::DraftUncertain, "")];
        let answer = doubt.refusal.take();
        entry.settle(Settled { outcome: Outcome::InDoubt, faults, answer });
    } else if attempts >= MAX_ATTEMPTS {
        let answer = doubt.refusal.take();
        entry.fail(vec![Fault::new(FaultCode::RequestUnanswered, "").with(attempts)], answer);
    } else {
        entry.doubt = None;
    }
}
