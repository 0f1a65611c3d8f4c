use crate::strict_json::words;

use super::{DocumentsOptions, SalesDocumentKind};

words! {
    /// What is being fetched, in this order.
    pub(super) enum Stage {
        /// The list of orders.
        Orders = "orders",
        /// The list of invoices.
        Invoices = "invoices",
        /// The list of overdue invoices.
        Overdue = "overdue",
        /// What the credit notes credit.
        Credits = "credits",
        /// Deleted orders.
        DeletedOrders = "deleted_orders",
        /// Deleted invoices.
        DeletedInvoices = "deleted_invoices",
        /// The PDFs.
        Pdfs = "pdfs",
        /// Nothing more.
        Over = "over",
    }
}

impl Stage {
    pub(super) fn first(options: &DocumentsOptions) -> Self {
        Self::from(Self::ALL, options)
    }

    pub(super) fn after(self, options: &DocumentsOptions) -> Self {
        Self::from(Self::ALL.get(self as usize + 1..).unwrap_or_default(), options)
    }

    fn from(stages: &[Self], options: &DocumentsOptions) -> Self {
        stages.iter().copied().find(|stage| stage.is_wanted(options)).unwrap_or(Self::Over)
    }

    fn is_wanted(self, options: &DocumentsOptions) -> bool {
        let orders = options.lists(SalesDocumentKind::Order);
        let invoices = options.lists(SalesDocumentKind::Invoice);
        match self {
            Self::Orders => orders,
            Self::Invoices => invoices,
            // A full list has them anyway.
            Self::Overdue => invoices && options.changed_since.is_some(),
            Self::Credits => invoices && options.credits,
            Self::DeletedOrders => orders && options.deleted,
            Self::DeletedInvoices => invoices && options.deleted,
            Self::Pdfs => !options.pdfs.is_empty(),
            Self::Over => true,
        }
    }
}
