use rust_decimal::Decimal;

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
