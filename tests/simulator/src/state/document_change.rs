use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::document::{Credit, History};
use super::{Document, DocumentKind, DocumentName, Made, Payment, State};
use crate::decimal::{self, cents};
use crate::reply::finnish_time;
use crate::xml::Element;

/// What happens to a document in Netvisor itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DocumentChange {
    /// An order is delivered.
    Deliver,
    /// An order is billed: an unsent invoice is made of it, to which its payments go.
    Bill {
        /// Whether the invoice takes the order's private comment over.
        #[serde(default)]
        copy_comment: bool,
    },
    /// Netvisor sends an unsent invoice, which is open from then on.
    Send,
    /// A payment is put on an invoice or an order.
    Pay {
        /// A decimal with comma or dot; all that is open when `None`.
        #[serde(default)]
        sum: Option<String>,
    },
    /// An invoice is credited: an open credit note is made of it.
    Credit {
        /// A positive decimal with comma or dot; the whole invoice when `None`.
        #[serde(default)]
        sum: Option<String>,
        /// Whether both are put together (`matchcreditnote.nv`), which settles that sum on either. If not, the credit note
        /// was made from the invoice in the user interface, and both stay open.
        matched: bool,
    },
    /// It gets a status (§6.3), or the one it has once more, which is a modification as well.
    SetStatus {
        /// The code.
        status: String,
    },
    /// It is deleted.
    Delete,
}

/// A document that is no longer there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeletedDocument {
    pub(crate) netvisor_key: u32,
    pub(crate) kind: DocumentKind,
    pub(crate) deleted: DateTime<Utc>,
}

impl State {
    /// Changes a document, now. Answers with the key of what was made: an invoice, a payment or a credit note.
    pub(crate) fn change_document(&mut self, key: u32, change: &DocumentChange) -> Result<Option<u32>, String> {
        let document = self.documents.get(key).ok_or_else(|| format!("no document has the key {key}"))?.clone();
        match change {
            DocumentChange::Deliver => self.step(key, &document, DocumentKind::Order, "undelivered", "delivered"),
            DocumentChange::Bill { copy_comment } => self.bill(key, &document, *copy_comment).map(Some),
            DocumentChange::Send => {
                self.step(key, &document, DocumentKind::Invoice, "unsent", "open")?;
                self.documents.change(key, |document| {
                    document.history.sent_by_netvisor = true;
                    document.settle();
                });
                Ok(None)
            }
            DocumentChange::Pay { sum } => {
                let sum = sum_or(sum.as_deref(), document.open_sum())?;
                self.documents.change(key, |document| document.pay(sum, self.now));
                Ok(Some(self.payments.insert(payment(key, &document, sum, self.now))))
            }
            DocumentChange::Credit { sum, matched } => {
                let sum = sum_or(sum.as_deref(), document.amount)?;
                self.credit(key, &document, sum, *matched).map(Some)
            }
            DocumentChange::SetStatus { status } => {
                if !statuses(document.kind).contains(&&**status) {
                    return Err(format!("{status} is no status of {}", document.kind.name()));
                }
                self.set_status(key, status);
                Ok(None)
            }
            DocumentChange::Delete => {
                self.documents.remove(key);
                self.deleted_documents.push(DeletedDocument {
                    netvisor_key: key,
                    kind: document.kind,
                    deleted: self.now,
                });
                Ok(None)
            }
        }
    }

    /// From one status to the next.
    fn step(
        &mut self,
        key: u32,
        document: &Document,
        kind: DocumentKind,
        from: &str,
        to: &str,
    ) -> Result<Option<u32>, String> {
        if document.kind != kind || document.status != from {
            return Err(format!("document {key} is no {} that is {from}", kind.name()));
        }
        self.set_status(key, to);
        Ok(None)
    }

    fn set_status(&mut self, key: u32, status: &str) {
        let now = self.now;
        self.documents.change(key, |document| {
            status.clone_into(&mut document.status);
            document.history.modified = now;
        });
    }

    fn bill(&mut self, key: u32, order: &Document, copy_comment: bool) -> Result<u32, String> {
        if order.kind != DocumentKind::Order || order.status == "billed" {
            return Err(format!("document {key} is no order still to be billed"));
        }
        let mut invoice = self.copy(order, "unsent");
        invoice.paid = order.paid;
        invoice.history.order_key = Some(key);
        if !copy_comment {
            invoice.sent.children.retain(|child| child.name != "salesinvoiceprivatecomment");
        }
        let invoice_key = self.documents.insert(invoice);
        let payments: Vec<u32> = self.payments.named(key).map(|(key, _)| key).collect();
        for payment in payments {
            self.payments.change(payment, |payment| payment.document_key = invoice_key);
        }
        self.set_status(key, "billed");
        self.documents.change(key, |order| order.paid = Decimal::ZERO);
        Ok(invoice_key)
    }

    fn credit(&mut self, key: u32, invoice: &Document, sum: Decimal, matched: bool) -> Result<u32, String> {
        if invoice.kind != DocumentKind::Invoice {
            return Err(format!("document {key} is no invoice"));
        }
        let mut note = self.copy(invoice, "open");
        note.amount = -sum;
        for line in &mut note.lines {
            (line.sum, line.vat_sum) = (-line.sum, -line.vat_sum);
        }
        note.sent.children.retain(|child| child.name != "salesinvoiceprivatecomment");
        negate_quantities(&mut note.sent);
        note.history.credits = Some(Credit { invoice_key: key, matched });
        if matched {
            note.paid = -sum;
            note.settle();
            let now = self.now;
            self.documents.change(key, |invoice| {
                invoice.paid += sum;
                invoice.history.modified = now;
                invoice.settle();
            });
        }
        Ok(self.documents.insert(note))
    }

    /// A new invoice with the content of a document, made now, under the next number and without a reference number.
    fn copy(&self, document: &Document, status: &str) -> Document {
        Document {
            kind: DocumentKind::Invoice,
            made: Made::Added,
            number: Some(self.next_number(DocumentKind::Invoice, &document.second_name)),
            reference_number: String::new(),
            status: status.to_owned(),
            paid: Decimal::ZERO,
            history: History::new(self.now),
            ..document.clone()
        }
    }

    /// The invoices an order has been billed in, with their keys.
    pub(crate) fn invoices_of(&self, order_key: u32) -> impl Iterator<Item = (u32, &Document)> {
        self.documents.named(DocumentName::BilledFrom(order_key))
    }
}

/// A credit note has the prices of its invoice and negative quantities (§6.6).
fn negate_quantities(sent: &mut Element) {
    let blocks = sent.children.iter_mut().filter(|child| child.name == "invoicelines");
    let lines = blocks.flat_map(|block| &mut block.children).flat_map(|line| &mut line.children);
    for value in lines.flat_map(|line| &mut line.children) {
        if value.name == "salesinvoiceproductlinequantity" {
            let text = value.text.trim();
            value.text = text.strip_prefix('-').map_or_else(|| format!("-{text}"), str::to_owned);
        }
    }
}

fn sum_or(given: Option<&str>, otherwise: Decimal) -> Result<Decimal, String> {
    let read = |text| decimal::read(text).map(cents).ok_or_else(|| format!("{text} is no decimal"));
    given.map_or(Ok(otherwise), read)
}

fn payment(document_key: u32, document: &Document, sum: Decimal, now: DateTime<Utc>) -> Payment {
    let leaves = [
        Element::leaf("sum", &decimal::write(sum, 2)),
        Element::leaf("paymentdate", &finnish_time(now).format("%Y-%m-%d").to_string()),
        Element::leaf("sourcename", document.sent.value("invoicingcustomername")),
        Element::leaf("paymentmethod", "Tilisiirto"),
    ];
    let sent = Element::branch("salespayment", leaves.into());
    Payment { document_key, sum, currency: document.currency.clone(), sent }
}

/// The statuses of the lists (§3.11), substatuses included.
fn statuses(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::Order => &["undelivered", "delivered", "billed"],
        DocumentKind::Invoice => &[
            "unsent",
            "open",
            "overdue",
            "reminded",
            "requested",
            "collected",
            "paid",
            "creditloss",
            "rejected",
            "archived",
        ],
        DocumentKind::Draft => &[],
    }
}
