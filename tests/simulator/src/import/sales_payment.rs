use rust_decimal::Decimal;

use crate::decimal;
use crate::reply::{Failure, Reply};
use crate::schema::{is_currency, read_date};
use crate::state::{Document, DocumentKind, DocumentName, Payment, State, is_open, significant};
use crate::xml::Element;

/// salespayment.nv (§2.2).
pub(super) fn import(state: &mut State, message: Element) -> Result<Reply, Failure> {
    let sum = decimal::read(message.value("sum")).unwrap_or_default();
    let currency = message.child("sum").and_then(|sum| sum.attribute("currency")).unwrap_or("EUR").to_owned();
    if !is_currency(&currency) {
        return Err(Failure::invalid_data(format!("Unknown currency {currency}")));
    }
    let (document_key, document) = target(state, &message)?;
    if document.currency != currency {
        return Err(Failure::invalid_data(format!(
            "The document is in {}, the payment in {currency}",
            document.currency
        )));
    }
    check_payable(document, sum, &message)?;
    state.check_period(read_date(message.value("paymentdate")))?;
    let now = state.now;
    state.documents.change(document_key, |document| document.pay(sum, now));
    Ok(Reply::Inserted(state.payments.insert(Payment { document_key, sum, currency, sent: message })))
}

fn target<'a>(state: &'a State, message: &Element) -> Result<(u32, &'a Document), Failure> {
    let identifier = message.value("targetidentifier");
    let attribute = |name| message.child("targetidentifier").and_then(|element| element.attribute(name));
    let kind = if attribute("targettype") == Some("order") { DocumentKind::Order } else { DocumentKind::Invoice };
    let found = match attribute("type") {
        Some("netvisor") => state.documents.keyed(identifier).filter(|(_, document)| document.kind == kind),
        Some("invoicenumber") => {
            let number = identifier.parse().ok();
            number.and_then(|number| state.documents.first_named(DocumentName::Number(kind, number)))
        }
        _ => state.documents.first_named(DocumentName::Reference(kind, significant(identifier))),
    };
    found.ok_or_else(|| Failure::invalid_data(format!("No {} found for payment: {identifier}", kind.name())))
}

fn check_payable(document: &Document, sum: Decimal, message: &Element) -> Result<(), Failure> {
    if document.paid.checked_add(sum).is_none() {
        return Err(Failure::invalid_data("The sum is too large"));
    }
    if document.kind == DocumentKind::Order {
        if document.status == "billed" {
            return Err(Failure::invalid_data("The order is billed: payments go to its invoice"));
        }
        let method = message.child("paymentmethod");
        let account = method.and_then(|method| method.attribute("overridesalesreceivableaccountnumber"));
        return match account {
            Some(account) if !account.trim().is_empty() => Ok(()),
            _ => Err(Failure::invalid_data("A prepayment of an order needs overridesalesreceivableaccountnumber")),
        };
    }
    if document.status == "paid" {
        return Err(Failure::invalid_data("The invoice is already paid"));
    }
    if document.status != "unsent" && !is_open(&document.status) {
        return Err(Failure::invalid_data(format!("The invoice is neither unsent nor open, but {}", document.status)));
    }
    if document.expects_partial_payments() {
        return Ok(());
    }
    if document.status == "unsent" {
        return Err(Failure::invalid_data("The invoice is unsent and does not expect partial payments"));
    }
    let open = document.open_sum();
    let least = open - cash_discount(document);
    if (least.min(open)..=least.max(open)).contains(&sum) {
        return Ok(());
    }
    Err(Failure::invalid_data("The invoice takes no partial payments, and the sum is not the open one"))
}

/// What the payer may leave out for paying early.
fn cash_discount(document: &Document) -> Decimal {
    let Some(element) = document.sent.child("paymenttermcashdiscount") else { return Decimal::ZERO };
    let discount = decimal::read(element.text.trim()).unwrap_or_default();
    if element.attribute("type") == Some("sum") {
        return discount;
    }
    document.amount.checked_mul(discount / Decimal::ONE_HUNDRED).unwrap_or_default()
}
