//! An order's documents one at a time, as an export that looks things up in between sends them.

use rust_decimal::Decimal;

use crate::fault::{Error, Fault};
use crate::order::Order;
use crate::settings::Settings;
use crate::wire::Request;

use super::amounts::amounts;
use super::customer::{self, Buyer, CustomerLink};
use super::known::Findings;
use super::notes::Notes;
use super::number::document_number;
use super::product::{LinkedProduct, linked_products, product_card};
use super::sales_invoice::{Facts, sales_invoice};
use super::sales_payment::{self, Target, sales_payments};

/// A request, and what is worth knowing about it.
pub(crate) struct Prepared {
    pub(crate) request: Request,
    pub(crate) warnings: Vec<Fault>,
}

/// A payment that is to be recorded.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ExpectedPayment {
    /// The shop's identifier of the method.
    pub(crate) method: String,
    /// In the document's currency; positive.
    pub(crate) amount: Decimal,
}

/// By what the customer is looked up.
pub(crate) fn buyer<'o>(order: &'o Order, settings: &Settings) -> Result<Buyer<'o>, Error> {
    let mut notes = Notes::new(settings);
    let buyer = customer::buyer(order, settings, &mut notes);
    notes.finish().map(|_| buyer)
}

/// The number the document will have, where it is ours to give.
pub(crate) fn number(order: &Order, settings: &Settings) -> Result<Option<u64>, Error> {
    let mut notes = Notes::new(settings);
    let number = document_number(order, settings, &mut notes);
    notes.finish().map(|_| number)
}

/// The document's total in its currency.
pub(crate) fn total(order: &Order, settings: &Settings) -> Decimal {
    amounts(order, settings, &mut Notes::new(settings)).total
}

/// The products that must be in Netvisor.
pub(crate) fn products<'o>(order: &'o Order, settings: &'o Settings) -> Result<Vec<LinkedProduct<'o>>, Error> {
    let mut notes = Notes::new(settings);
    let amounts = amounts(order, settings, &mut notes);
    let products = linked_products(order, settings, &amounts, &mut notes);
    notes.finish().map(|_| products)
}

/// The request that creates the customer's card.
pub(crate) fn create_customer(order: &Order, settings: &Settings) -> Result<Prepared, Error> {
    let mut notes = Notes::new(settings);
    let link = match customer::buyer(order, settings, &mut notes) {
        Buyer::Code(code) => CustomerLink::Code(code),
        Buyer::Temporary | Buyer::BusinessId(_) | Buyer::Unidentified => CustomerLink::Awaited,
    };
    let request = customer::customer_card(order, settings, &link, &mut notes);
    Ok(Prepared { request, warnings: notes.finish()? })
}

/// The request that changes a customer's name and business id, whichever of the two is asked for.
pub(crate) fn update_customer(
    order: &Order,
    settings: &Settings,
    key: u64,
    (name, business_id): (bool, bool),
) -> Request {
    let mut notes = Notes::new(settings);
    customer::changed_card(order, settings, key, (name, business_id), &mut notes)
}

/// The request that creates a product.
pub(crate) fn create_product(
    order: &Order,
    settings: &Settings,
    product: &LinkedProduct<'_>,
) -> Result<Prepared, Error> {
    let mut notes = Notes::new(settings);
    let request = product_card(order, settings, product, &mut notes);
    Ok(Prepared { request, warnings: notes.finish()? })
}

/// The request that creates the sales document.
pub(crate) fn create_document(order: &Order, settings: &Settings, findings: &Findings) -> Result<Prepared, Error> {
    let mut notes = Notes::new(settings);
    let number = document_number(order, settings, &mut notes);
    let amounts = amounts(order, settings, &mut notes);
    customer::check_identifiers(order, &mut notes);
    let customer = customer::resolve(order, settings, findings.customer, &mut notes).link;
    let received = sales_payment::received(order, settings, &amounts, &mut notes);
    let expects_partial_payments = sales_payment::expects_partial_payments(&received, settings, &amounts);
    let facts = Facts { number, customer, amounts: &amounts, expects_partial_payments, findings };
    let request = sales_invoice(order, settings, facts, &mut notes);
    Ok(Prepared { request, warnings: notes.finish()? })
}

/// The payments that belong to the document, in the order they are recorded.
pub(crate) fn payments(order: &Order, settings: &Settings) -> Vec<ExpectedPayment> {
    let mut notes = Notes::new(settings);
    let amounts = amounts(order, settings, &mut notes);
    let received = sales_payment::received(order, settings, &amounts, &mut notes);
    received.iter().map(|one| ExpectedPayment { method: one.method.to_owned(), amount: one.amount }).collect()
}

/// The request that records one of the [`payments`].
pub(crate) fn record_payment(
    order: &Order,
    settings: &Settings,
    findings: &Findings,
    index: usize,
) -> Result<Option<Request>, Error> {
    let mut notes = Notes::new(settings);
    let number = document_number(order, settings, &mut notes);
    let amounts = amounts(order, settings, &mut notes);
    let received = sales_payment::received(order, settings, &amounts, &mut notes);
    let target = Target::new(findings, number, settings);
    let mut requests = sales_payments(order, settings, &received, &target, &mut notes);
    notes.finish()?;
    Ok((index < requests.len()).then(|| requests.swap_remove(index)))
}
