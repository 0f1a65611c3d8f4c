use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::register::Entry;
use crate::reply::finnish_time;
use crate::schema::read_date;
use crate::xml::Element;

/// What a document is. Invoices and orders have their own number series and lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentKind {
    /// An invoice or a credit note.
    #[default]
    Invoice,
    /// A sales order.
    Order,
    /// An invoice that is not finished: `invoicedraft`.
    #[serde(rename = "invoicedraft")]
    Draft,
}

/// How a document came into the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// By a request.
    Import,
    /// By [`Simulator::add_document`](crate::Simulator::add_document).
    Added,
}

/// An invoice, an order or a draft.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) kind: DocumentKind,
    pub(crate) made: Made,
    /// None on drafts.
    pub(crate) number: Option<u64>,
    /// The auxiliary trade name, which has its own number series; empty for the company's own (§6.11).
    pub(crate) second_name: String,
    pub(crate) reference_number: String,
    /// The code of the status; empty on drafts.
    pub(crate) status: String,
    pub(crate) customer_key: u32,
    pub(crate) currency: String,
    /// The total: as given, or the sum of the lines.
    pub(crate) amount: Decimal,
    /// One for each product line, in the order of the message.
    pub(crate) lines: Vec<LineTotal>,
    pub(crate) paid: Decimal,
    pub(crate) history: History,
    /// The message, the address from the customer's card filled in where the message left it out.
    pub(crate) sent: Element,
}

/// Where a document comes from and what became of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct History {
    /// When it was made or changed. A payment is no change of the document.
    pub(crate) modified: DateTime<Utc>,
    pub(crate) payments_modified: Option<DateTime<Utc>>,
    /// The order an invoice was billed from.
    pub(crate) order_key: Option<u32>,
    /// What a credit note credits.
    pub(crate) credits: Option<Credit>,
    /// Whether Netvisor itself has sent it, by its printing service or otherwise.
    pub(crate) sent_by_netvisor: bool,
}

/// What a credit note credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Credit {
    pub(crate) invoice_key: u32,
    /// Put together with the invoice afterwards, and not made from it.
    pub(crate) matched: bool,
}

/// What documents go by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DocumentName {
    /// The number within its series.
    InSeries(DocumentKind, String, u64),
    /// The number, whatever the series.
    Number(DocumentKind, u64),
    /// The digits of the reference number that count.
    Reference(DocumentKind, String),
    /// Billed from the order with this key.
    BilledFrom(u32),
}

/// What a product line comes to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineTotal {
    pub(crate) product_key: u32,
    pub(crate) vat_sum: Decimal,
    /// With VAT.
    pub(crate) sum: Decimal,
}

impl DocumentKind {
    /// The word for it in `invoicetype`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Order => "order",
            Self::Draft => "invoicedraft",
        }
    }
}

impl Made {
    /// `import` or `added`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Added => "added",
        }
    }
}

impl Document {
    pub(crate) fn open_sum(&self) -> Decimal {
        self.amount - self.paid
    }

    pub(crate) fn date(&self) -> Option<NaiveDate> {
        read_date(self.sent.value("salesinvoicedate"))
    }

    /// Takes a payment. An open invoice paid in full is paid; an unsent one has still to be sent, and on orders the
    /// payment waits for the invoice (§2.2).
    pub(crate) fn pay(&mut self, sum: Decimal, now: DateTime<Utc>) {
        self.paid += sum;
        self.history.payments_modified = Some(now);
        self.settle();
    }

    pub(crate) fn settle(&mut self) {
        let settled = if self.amount.is_sign_negative() { self.paid <= self.amount } else { self.paid >= self.amount };
        let is_open = self.kind == DocumentKind::Invoice && is_open(&self.status);
        if is_open && self.paid != Decimal::ZERO && settled {
            "paid".clone_into(&mut self.status);
        }
    }

    /// Whether any sum may be paid on it.
    pub(crate) fn expects_partial_payments(&self) -> bool {
        self.sent.value("expectpartialpayments") == "1"
    }
}

impl History {
    pub(crate) fn new(now: DateTime<Utc>) -> Self {
        Self { modified: now, payments_modified: None, order_key: None, credits: None, sent_by_netvisor: false }
    }

    /// Whether it was modified between two moments in Finnish time, both included, or its payments if those count.
    pub(crate) fn is_modified_within(
        &self,
        from: Option<NaiveDateTime>,
        until: Option<NaiveDateTime>,
        payments: bool,
    ) -> bool {
        let within = |time: DateTime<Utc>| {
            let local = finnish_time(time).naive_local();
            let local = local.with_nanosecond(0).unwrap_or(local);
            from.is_none_or(|from| local >= from) && until.is_none_or(|until| local <= until)
        };
        within(self.modified) || (payments && self.payments_modified.is_some_and(within))
    }
}

impl Entry for Document {
    type Name = DocumentName;

    fn names(&self) -> Vec<DocumentName> {
        let mut names = Vec::new();
        if let Some(number) = self.number {
            names.push(DocumentName::InSeries(self.kind, self.second_name.clone(), number));
            names.push(DocumentName::Number(self.kind, number));
        }
        let reference = significant(&self.reference_number);
        if !reference.is_empty() {
            names.push(DocumentName::Reference(self.kind, reference));
        }
        names.extend(self.history.order_key.map(DocumentName::BilledFrom));
        names
    }
}

/// Whether a status is `open` or one of what becomes of an open invoice (§6.3).
pub(crate) fn is_open(status: &str) -> bool {
    matches!(status, "open" | "overdue" | "reminded" | "requested" | "collected")
}

/// The digits of a reference number that count.
pub(crate) fn significant(reference_number: &str) -> String {
    reference_number.replace(' ', "").trim_start_matches('0').to_owned()
}

/// The lines of a message, product lines, comment lines and sub lines, in the order they were sent.
pub(crate) fn lines(sent: &Element) -> impl Iterator<Item = &Element> {
    sent.child("invoicelines").into_iter().flat_map(|lines| &lines.children).flat_map(|line| &line.children)
}

/// The product lines alone.
pub(crate) fn product_lines(sent: &Element) -> impl Iterator<Item = &Element> {
    lines(sent).filter(|line| line.name == "salesinvoiceproductline")
}
