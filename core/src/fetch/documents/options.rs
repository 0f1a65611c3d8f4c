use std::collections::HashMap;

use serde::Serialize;

use crate::fetch::ChangedSince;
use crate::order::Date;
use crate::strict_json::{record, words};

words! {
    /// What a document is.
    pub enum SalesDocumentKind {
        /// A sales order.
        Order = "order",
        /// A sales invoice.
        Invoice = "invoice",
    }
}

record! {
    /// A document the shop knows of, from an earlier fetch or an export's report.
    #[derive(Serialize)]
    pub strict struct KnownDocument {
        /// The shop's order number.
        pub order: String,
        /// What it is.
        pub kind: SalesDocumentKind,
        /// Netvisor's own key of it.
        pub netvisor_key: u64
    }
}

record! {
    /// What is fetched of the documents.
    #[derive(Serialize)]
    pub strict struct DocumentsOptions {
        /// Orders, invoices or both; none where only PDFs are wanted.
        pub documents: Vec<SalesDocumentKind> = vec![SalesDocumentKind::Order, SalesDocumentKind::Invoice],
        /// Only what has changed since, from the result of the fetch before. `null` for all.
        pub changed_since: Option<ChangedSince> = None,
        /// Of all, only documents dated on this day or later.
        pub since_date: Option<Date> = None,
        /// Whether documents deleted within seven days are told.
        pub deleted: bool = true,
        /// Whether it is found out which invoices were credited.
        pub credits: bool = true,
        /// Whether it is found out which invoices were made of orders; only where orders are fetched.
        pub billed: bool = true,
        /// Documents the shop knows of, at most 5,000: deleted ones are told by its order numbers, and others need no
        /// look-up.
        pub known: Vec<KnownDocument> = Vec::new(),
        /// Whether documents that are not the shop's are given as well.
        pub others: bool = false,
        /// The NetvisorKeys of the invoices whose PDFs are wanted, at most 5,000.
        pub pdfs: Vec<u64> = Vec::new(),
    }
}

impl DocumentsOptions {
    pub(super) fn lists(&self, kind: SalesDocumentKind) -> bool {
        self.documents.contains(&kind)
    }

    /// Whether invoices made of orders are sought.
    pub(super) fn seeks_invoices(&self) -> bool {
        self.billed && self.lists(SalesDocumentKind::Order)
    }
}

/// The shop's order numbers by document.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownOrders(HashMap<(SalesDocumentKind, u64), String>);

impl KnownOrders {
    pub(super) fn of(options: &DocumentsOptions) -> Self {
        let known = options.known.iter();
        Self(known.map(|known| ((known.kind, known.netvisor_key), known.order.trim().to_owned())).collect())
    }

    pub(super) fn order(&self, kind: SalesDocumentKind, netvisor_key: u64) -> Option<&str> {
        self.0.get(&(kind, netvisor_key)).map(String::as_str)
    }
}
