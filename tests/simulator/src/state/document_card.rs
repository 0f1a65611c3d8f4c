use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::document::History;
use super::{Document, DocumentKind, Made};
use crate::decimal;
use crate::xml::Element;

/// A document to put into the books without a message: somebody else's, made in Netvisor itself or by another program.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DocumentCard {
    /// What it is; an invoice unless said otherwise.
    pub kind: DocumentKind,
    /// Its number; the next free one of its series when `None`. Drafts have none.
    pub number: Option<u64>,
    /// The auxiliary trade name whose series it is in; empty for the company's own.
    pub second_name: String,
    /// The code of its status (§6.3); `open` or `undelivered` when empty.
    pub status: String,
    /// Its day, `YYYY-MM-DD`.
    pub date: String,
    /// Its due date, `YYYY-MM-DD`.
    pub due_date: String,
    /// Whom it is for; the catch-all customer unless said otherwise.
    pub customer_key: u32,
    /// Total in euros, a decimal with comma or dot; counts as 0 where it is no number.
    pub amount: String,
    /// The Finnish reference number.
    pub reference_number: String,
    /// The comment for the company's own eyes.
    pub private_comment: String,
    /// The buyer's order number.
    pub order_number: String,
    /// Whether any sum may be paid on it.
    pub expect_partial_payments: bool,
}

impl Default for DocumentCard {
    /// An empty open invoice of the first day of 2026 for the catch-all customer.
    fn default() -> Self {
        Self {
            kind: DocumentKind::Invoice,
            number: None,
            second_name: String::new(),
            status: String::new(),
            date: "2026-01-01".to_owned(),
            due_date: String::new(),
            customer_key: 1,
            amount: String::new(),
            reference_number: String::new(),
            private_comment: String::new(),
            order_number: String::new(),
            expect_partial_payments: false,
        }
    }
}

impl Document {
    /// The document of a card, under the number that was found for it.
    pub(crate) fn added(card: &DocumentCard, number: Option<u64>, now: DateTime<Utc>) -> Self {
        let default_status = match card.kind {
            DocumentKind::Invoice => "open",
            DocumentKind::Order => "undelivered",
            DocumentKind::Draft => "",
        };
        let status = if card.status.is_empty() { default_status } else { &card.status };
        let sent = [
            ("salesinvoicedate", &*card.date),
            ("salesinvoiceduedate", &*card.due_date),
            ("salesinvoiceprivatecomment", &*card.private_comment),
            ("expectpartialpayments", if card.expect_partial_payments { "1" } else { "" }),
            ("ordernumber", &*card.order_number),
        ];
        let sent = sent.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| Element::leaf(name, text));
        Self {
            kind: card.kind,
            made: Made::Added,
            number,
            second_name: card.second_name.clone(),
            reference_number: card.reference_number.clone(),
            status: status.to_owned(),
            customer_key: card.customer_key,
            currency: "EUR".to_owned(),
            amount: decimal::cents(decimal::read(&card.amount).unwrap_or_default()),
            lines: Vec::new(),
            paid: Decimal::ZERO,
            history: History::new(now),
            sent: Element::branch("salesinvoice", sent.collect()),
        }
    }
}
