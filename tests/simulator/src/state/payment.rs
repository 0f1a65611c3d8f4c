use rust_decimal::Decimal;

use super::register::Entry;
use crate::xml::Element;

/// A payment on an invoice or an order.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    /// The document it was put on.
    pub(crate) document_key: u32,
    pub(crate) sum: Decimal,
    pub(crate) currency: String,
    pub(crate) sent: Element,
}

impl Payment {
    pub(crate) fn date(&self) -> &str {
        self.sent.value("paymentdate")
    }

    pub(crate) fn payer(&self) -> &str {
        self.sent.value("sourcename")
    }

    pub(crate) fn method(&self) -> &str {
        self.sent.value("paymentmethod")
    }
}

/// Payments go by the key of their document.
impl Entry for Payment {
    type Name = u32;

    fn names(&self) -> Vec<u32> {
        vec![self.document_key]
    }
}
