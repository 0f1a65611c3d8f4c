use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::Serializer;

use crate::exchange::Trouble;
use crate::fault::Fault;
use crate::strict_json::words;

words! {
    /// How an order ended.
    pub enum Outcome {
        /// Its document is in Netvisor, sent by this export, with its payments.
        Exported = "exported",
        /// Its document was there before, and payments that were lacking have been added.
        AlreadyExported = "already_exported",
        /// Its document is there, but something that belongs to it is not.
        Incomplete = "incomplete",
        /// Something was sent and nobody knows yet whether it was carried out. Resume from the checkpoint.
        InDoubt = "in_doubt",
        /// Nothing was sent for it: the order or a setting has to be mended first.
        Rejected = "rejected",
        /// Netvisor refused it, or could not be reached.
        Failed = "failed",
        /// Its turn has not come yet.
        Pending = "pending",
    }
}

words! {
    /// What became of a payment.
    pub enum PaymentState {
        /// Not recorded.
        Missing = "missing",
        /// Recorded by this export.
        Recorded = "recorded",
        /// It was there before: the document's open sum says so.
        AlreadyRecorded = "already_recorded",
    }
}

/// What became of a run of orders.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// Whether every order has ended.
    pub finished: bool,
    /// The orders in the order they were given.
    pub orders: Vec<OrderReport>,
    /// How many requests were given to the host, look-ups included.
    pub requests: u64,
    /// Why the run ended before all orders had, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Trouble>,
}

/// What became of one order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OrderReport {
    /// The order's number in the shop; of an order that could not be read, as far as it could.
    pub order: String,
    /// How it ended.
    pub outcome: Outcome,
    /// Its document in Netvisor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<ExportedDocument>,
    /// The customer it is linked to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<LinkedCustomer>,
    /// Codes of the products made for it.
    pub products_created: Vec<String>,
    /// Its payments.
    pub payments: Vec<Payment>,
    /// What was changed or left out; pointers into the order.
    pub warnings: Vec<Fault>,
    /// Why it did not end well.
    #[serde(flatten)]
    pub trouble: Trouble,
    /// How many requests were given to the host for this order.
    pub requests: u32,
}

/// A document in Netvisor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExportedDocument {
    /// `order`, `invoice` or `draft`.
    pub kind: &'static str,
    /// Its number; `None` where Netvisor gave it and it has not been looked up.
    pub number: Option<u64>,
    /// Netvisor's own key of it, which never changes.
    pub netvisor_key: u64,
}

/// The customer a document is linked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LinkedCustomer {
    /// Netvisor's own key of the card; `None` for the temporary customer, which is linked by its code.
    pub netvisor_key: Option<u64>,
    /// The customer code, where the export knows it.
    pub code: Option<String>,
    /// Whether this export made the card.
    pub created: bool,
}

/// A payment of an order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Payment {
    /// The shop's identifier of the method.
    pub method: String,
    /// In the order's currency.
    #[serde(serialize_with = "decimal_text")]
    pub amount: Decimal,
    /// What became of it.
    pub state: PaymentState,
}

fn decimal_text<S: Serializer>(amount: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(amount)
}

/// How far an export has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// How many orders there are.
    pub total: usize,
    /// How many have ended.
    pub done: usize,
    /// The number of the order that is being worked on.
    pub current: Option<String>,
}
