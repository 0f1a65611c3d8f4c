//! The books as tests see them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Document, DocumentKind, Made, Payment, State};
use crate::schema::read_date;

/// A document in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedDocument {
    /// The key Netvisor gave it.
    pub netvisor_key: u32,
    /// What it is.
    pub kind: DocumentKind,
    /// How it came into the books.
    pub made: Made,
    /// Its number; drafts have none.
    pub number: Option<u64>,
    /// The auxiliary trade name whose number series it is in; empty for the company's own.
    pub second_name: String,
    /// The code of its status (§6.3); empty on drafts.
    pub status: String,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// The customer it is for.
    pub customer_key: u32,
    /// The Finnish reference number; empty on drafts.
    pub reference_number: String,
    /// The comment for the company's own eyes.
    pub private_comment: String,
    /// The buyer's order number.
    pub order_number: String,
    /// ISO 4217.
    pub currency: String,
    /// The total, in `currency`.
    pub amount: Decimal,
    /// What of it is not yet paid.
    pub open_sum: Decimal,
    /// Its payments, in the order they came.
    pub payments: Vec<BookedPayment>,
}

/// A payment in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedPayment {
    /// The key Netvisor gave it.
    pub netvisor_key: u32,
    /// The document it was put on.
    pub document_key: u32,
    /// What the document is: a payment on an order is a prepayment.
    pub target: DocumentKind,
    /// The sum, in `currency`.
    pub sum: Decimal,
    /// ISO 4217.
    pub currency: String,
    /// The day it was paid.
    pub date: Option<NaiveDate>,
    /// The payment method or bank account, as sent.
    pub method: String,
}

impl State {
    pub(crate) fn booked_documents(&self) -> impl Iterator<Item = BookedDocument> {
        self.documents.iter().map(|(key, document)| BookedDocument {
            netvisor_key: key,
            kind: document.kind,
            made: document.made,
            number: document.number,
            second_name: document.second_name.clone(),
            status: document.status.clone(),
            date: document.date(),
            customer_key: document.customer_key,
            reference_number: document.reference_number.clone(),
            private_comment: document.sent.value("salesinvoiceprivatecomment").to_owned(),
            order_number: document.sent.value("ordernumber").to_owned(),
            currency: document.currency.clone(),
            amount: document.amount,
            open_sum: document.open_sum(),
            payments: self.payments.named(key).map(|(key, payment)| booked(key, payment, document)).collect(),
        })
    }
}

fn booked(key: u32, payment: &Payment, document: &Document) -> BookedPayment {
    BookedPayment {
        netvisor_key: key,
        document_key: payment.document_key,
        target: document.kind,
        sum: payment.sum,
        currency: payment.currency.clone(),
        date: read_date(payment.date()),
        method: payment.method().to_owned(),
    }
}
