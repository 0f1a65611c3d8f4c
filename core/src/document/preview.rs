use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::fault::{Error, Fault};
use crate::order::Order;
use crate::settings::{MissingProduct, Settings};
use crate::strict_json::words;
use crate::wire::Request;

use super::amounts::amounts;
use super::customer::{self, Card};
use super::known::{Findings, Known};
use super::notes::Notes;
use super::number::document_number;
use super::product::{linked_products, product_card};
use super::sales_invoice::{Facts, sales_invoice};
use super::sales_payment::{self, Target, sales_payments};

words! {
    /// What a document is.
    pub enum DocumentType {
        /// A customer card.
        Customer = "customer",
        /// A product.
        Product = "product",
        /// A sales invoice, order or draft.
        SalesInvoice = "sales_invoice",
        /// A payment.
        SalesPayment = "sales_payment",
    }
}

words! {
    /// Whether a document is always sent.
    pub enum When {
        /// It is sent.
        Always = "always",
        /// It is sent unless a look-up finds that Netvisor has it.
        IfMissing = "if_missing",
    }
}

/// One document of an order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it is.
    pub kind: DocumentType,
    /// Whether it is always sent.
    pub when: When,
    /// The request that sends it.
    pub request: Request,
}

/// The documents of an order in the order of sending, and what is worth knowing about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// Customer, products, sales document, payments.
    pub documents: Vec<Document>,
    /// What was changed or left out; pointers into the canonical order.
    pub warnings: Vec<Fault>,
}

/// Prepares an order's documents: nothing is signed and nothing sent.
///
/// Nothing is looked up either, so customer cards and products are there to be sent if Netvisor lacks them. A document that
/// refers to a key an earlier reply will give says so in [`Request::awaits`]; prepare again with that key in `known`.
///
/// # Errors
/// Everything that keeps the order from being exported, with pointers into the canonical order.
pub fn preview(order: &Order, settings: &Settings, known: &Known) -> Result<Preview, Error> {
    let mut notes = Notes::new(settings);
    let findings = Findings::from(known);
    let number = document_number(order, settings, &mut notes);
    let amounts = amounts(order, settings, &mut notes);
    customer::check_identifiers(order, &mut notes);
    let customer = customer::resolve(order, settings, findings.customer, &mut notes);

    let mut documents = Vec::new();
    if let Some(when) = match customer.card {
        Card::None => None,
        Card::IfMissing => Some(When::IfMissing),
        Card::Always => Some(When::Always),
    } {
        let request = customer::customer_card(order, settings, &customer.link, &mut notes);
        documents.push(Document { kind: DocumentType::Customer, when, request });
    }
    if settings.products.missing == MissingProduct::Create {
        for product in linked_products(order, settings, &amounts, &mut notes) {
            let request = product_card(order, settings, &product, &mut notes);
            documents.push(Document { kind: DocumentType::Product, when: When::IfMissing, request });
        }
    }
    let received = sales_payment::received(order, settings, &amounts, &mut notes);
    let expects_partial_payments = sales_payment::expects_partial_payments(&received, settings, &amounts);
    let facts =
        Facts { number, customer: customer.link, amounts: &amounts, expects_partial_payments, findings: &findings };
    let request = sales_invoice(order, settings, facts, &mut notes);
    documents.push(Document { kind: DocumentType::SalesInvoice, when: When::Always, request });
    let target = Target::new(&findings, number, settings);
    let payments = sales_payments(order, settings, &received, &target, &mut notes);
    let payment = |request| Document { kind: DocumentType::SalesPayment, when: When::Always, request };
    documents.extend(payments.into_iter().map(payment));

    Ok(Preview { documents, warnings: notes.finish()? })
}

impl Preview {
    /// As JSON, the bodies of the requests left out: `{"documents": […], "warnings": […]}`.
    #[must_use]
    pub fn head_json(&self) -> String {
        crate::json::to_text(&Shown { preview: self, bodies: false })
    }
}

/// As JSON: `{"documents": [{"kind", "when", "awaits", "request"}], "warnings": […]}`.
impl Serialize for Preview {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shown { preview: self, bodies: true }.serialize(serializer)
    }
}

struct Shown<'a> {
    preview: &'a Preview,
    bodies: bool,
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let documents: Vec<_> =
            self.preview.documents.iter().map(|document| ShownDocument { document, bodies: self.bodies }).collect();
        let mut fields = serializer.serialize_struct("Preview", 2)?;
        fields.serialize_field("documents", &documents)?;
        fields.serialize_field("warnings", &self.preview.warnings)?;
        fields.end()
    }
}

struct ShownDocument<'a> {
    document: &'a Document,
    bodies: bool,
}

impl Serialize for ShownDocument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Document { kind, when, request } = self.document;
        let mut fields = serializer.serialize_struct("Document", 4)?;
        fields.serialize_field("kind", kind)?;
        fields.serialize_field("when", when)?;
        fields.serialize_field("awaits", &request.awaits)?;
        if self.bodies {
            fields.serialize_field("request", request)?;
        } else {
            fields.serialize_field("request", &crate::wire::RequestHead(request))?;
        }
        fields.end()
    }
}
