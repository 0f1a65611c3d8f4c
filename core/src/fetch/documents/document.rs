use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::order::Date;
use crate::strict_json::words;
use crate::wire::reply::SalesInvoiceRow;

use super::SalesDocumentKind;

words! {
    /// How a document stands (§6.3).
    pub enum DocumentState {
        /// An order not yet sent.
        Undelivered = "undelivered",
        /// An order that was sent.
        Delivered = "delivered",
        /// An order an invoice was made of.
        Billed = "billed",
        /// An invoice Netvisor has not sent yet.
        Unsent = "unsent",
        /// An invoice that is not paid, and not due yet.
        Open = "open",
        /// An invoice that is not paid and overdue; `substatus` tells what was done about it.
        Overdue = "overdue",
        /// A paid invoice.
        Paid = "paid",
        /// An invoice credited as a whole, by the credit notes this fetch has seen.
        Credited = "credited",
        /// An invoice booked as a credit loss.
        CreditLoss = "credit_loss",
        /// An invoice that was rejected.
        Rejected = "rejected",
        /// An archived invoice.
        Archived = "archived",
    }
}

impl DocumentState {
    /// `None` for a code Netvisor has not documented.
    fn of(row: &SalesInvoiceRow<'_>) -> Option<Self> {
        Some(match row.status.as_deref()? {
            "undelivered" => Self::Undelivered,
            "delivered" => Self::Delivered,
            "billed" => Self::Billed,
            "unsent" => Self::Unsent,
            "open" => match row.substatus.as_deref() {
                None | Some("open") => Self::Open,
                Some(_) => Self::Overdue,
            },
            "overdue" | "reminded" | "requested" | "collected" => Self::Overdue,
            "paid" => Self::Paid,
            "creditloss" => Self::CreditLoss,
            "rejected" => Self::Rejected,
            "archived" => Self::Archived,
            _ => return None,
        })
    }
}

/// What is handed out. In JSON `kind` says which.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentsBatch {
    /// Documents as they stand.
    Documents {
        /// At most 500.
        documents: Vec<ShopDocument>,
    },
    /// Documents that are there no more.
    Deleted {
        /// As Netvisor lists them.
        deleted: Vec<DeletedDocument>,
    },
    /// One invoice's picture.
    Pdf {
        /// It.
        pdf: InvoicePdf,
    },
}

/// A document as it stands. Keep it by `netvisor_key` and `order`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ShopDocument {
    /// The shop's order number; `None` for a document that is not the shop's. An invoice made of several orders is given
    /// once for each.
    pub order: Option<String>,
    /// What it is.
    pub kind: SalesDocumentKind,
    /// Netvisor's own key of the document.
    pub netvisor_key: u64,
    /// Its number, as text.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// When it is due. An invoice becomes overdue after that day.
    pub due_date: Option<Date>,
    /// How it stands; `None` for a code that is not known.
    pub status: Option<DocumentState>,
    /// What Netvisor says more closely: `open`, `overdue`, `reminded`, `requested`, `collected`, in lower case.
    pub substatus: Option<String>,
    /// Netvisor's own code, in lower case.
    pub netvisor_status: Option<String>,
    /// The total with VAT, in euros; below zero for a credit note.
    #[serde(serialize_with = "money")]
    pub sum: Decimal,
    /// What is not paid of it, in euros.
    #[serde(serialize_with = "optional_money")]
    pub open_sum: Option<Decimal>,
    /// The document's own currency (ISO 4217).
    pub currency: Option<String>,
    /// The total in the document's own currency.
    #[serde(serialize_with = "optional_money")]
    pub currency_sum: Option<Decimal>,
    /// What is not paid of it, in the document's own currency.
    #[serde(serialize_with = "optional_money")]
    pub open_currency_sum: Option<Decimal>,
    /// The invoices made of an order; `None` where they were not sought, as of invoices and of orders not billed.
    pub invoices: Option<Vec<BilledInvoice>>,
    /// The credit notes of this invoice that were seen in this fetch; add them up by their keys over all fetches.
    pub credit_notes: Vec<CreditNote>,
    /// What those credit notes come to, in euros; `None` where there are none.
    #[serde(serialize_with = "optional_money")]
    pub credited_sum: Option<Decimal>,
}

/// An invoice made of an order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct BilledInvoice {
    /// Netvisor's own key of the invoice.
    pub netvisor_key: u64,
    /// Its number, as text.
    pub number: Option<String>,
    /// When it is due.
    pub due_date: Option<Date>,
    /// How it stands; `None` for a code that is not known, and for an invoice that is not listed.
    pub status: Option<DocumentState>,
    /// What Netvisor says more closely.
    pub substatus: Option<String>,
    /// The total with VAT, in euros; `None` for an invoice that is not listed.
    #[serde(serialize_with = "optional_money")]
    pub sum: Option<Decimal>,
    /// What is not paid of it, in euros.
    #[serde(serialize_with = "optional_money")]
    pub open_sum: Option<Decimal>,
}

/// A credit note.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CreditNote {
    /// Netvisor's own key of it.
    pub netvisor_key: u64,
    /// What it credits in euros, above zero.
    #[serde(serialize_with = "money")]
    pub sum: Decimal,
}

/// A document that was deleted in Netvisor.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DeletedDocument {
    /// The shop's order number, where `known` has the document.
    pub order: Option<String>,
    /// What it was.
    pub kind: SalesDocumentKind,
    /// The key it had.
    pub netvisor_key: u64,
    /// The day.
    pub deleted_on: Option<Date>,
}

/// An invoice's picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct InvoicePdf {
    /// Netvisor's own key of the invoice.
    pub netvisor_key: u64,
    /// The shop's order number, where the invoice has our marker or `known` has it.
    pub order: Option<String>,
    /// The invoice number, as text.
    pub number: Option<String>,
    /// The PDF in Base64; `None` where Netvisor gave none, which a note says too.
    pub data: Option<String>,
}

/// What a fetch of documents comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DocumentsResult {
    /// How many documents were handed out; one may come more than once.
    pub documents: u64,
    /// How many deleted ones.
    pub deleted: u64,
    /// How many PDFs.
    pub pdfs: u64,
    /// To be given as `changed_since` the next time; `None` until everything has been fetched.
    pub cursor: Option<String>,
}

impl ShopDocument {
    pub(super) fn of(row: &SalesInvoiceRow<'_>, kind: SalesDocumentKind, order: Option<String>) -> Self {
        Self {
            order,
            kind,
            netvisor_key: row.netvisor_key,
            number: row.number.as_deref().map(str::to_owned),
            date: row.date,
            due_date: row.due_date,
            status: DocumentState::of(row),
            substatus: row.substatus.clone(),
            netvisor_status: row.status.as_deref().map(str::to_owned),
            sum: row.sum,
            open_sum: row.open_sum,
            currency: row.currency.clone(),
            currency_sum: row.currency_sum,
            open_currency_sum: row.open_currency_sum,
            invoices: None,
            credit_notes: Vec::new(),
            credited_sum: None,
        }
    }

    /// The same, credited by these.
    pub(super) fn credited(mut self, credit_notes: Vec<CreditNote>) -> Self {
        let credited = credit_notes.iter().map(|note| note.sum).fold(Decimal::ZERO, Decimal::saturating_add);
        if self.sum > Decimal::ZERO && credited >= self.sum {
            self.status = Some(DocumentState::Credited);
        }
        self.credited_sum = Some(credited);
        self.credit_notes = credit_notes;
        self
    }
}

impl BilledInvoice {
    pub(super) fn unlisted(netvisor_key: u64, number: Option<String>) -> Self {
        Self { netvisor_key, number, due_date: None, status: None, substatus: None, sum: None, open_sum: None }
    }

    /// The same as it is listed.
    pub(super) fn listed(self, row: &ShopDocument) -> Self {
        Self {
            netvisor_key: self.netvisor_key,
            number: row.number.clone().or(self.number),
            due_date: row.due_date,
            status: row.status,
            substatus: row.substatus.clone(),
            sum: Some(row.sum),
            open_sum: row.open_sum,
        }
    }
}

/// With two decimals at least.
fn money<S: Serializer>(amount: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let mut amount = amount.normalize();
    if amount.scale() < 2 {
        amount.rescale(2);
    }
    serializer.collect_str(&amount)
}

fn optional_money<S: Serializer>(amount: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => money(amount, serializer),
        None => serializer.serialize_none(),
    }
}
