use rust_decimal::Decimal;

use crate::xml::Element;

/// What a document is. Invoices and orders have their own number series and lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Invoice,
    Order,
    Draft,
}

/// An invoice, an order or a draft.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) kind: Kind,
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
    /// The message, the address from the customer's card filled in where the message left it out.
    pub(crate) sent: Element,
}

/// What a product line comes to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineTotal {
    pub(crate) product_key: u32,
    pub(crate) vat_sum: Decimal,
    /// With VAT.
    pub(crate) sum: Decimal,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Order => "order",
            Self::Draft => "invoicedraft",
        }
    }
}

impl Document {
    pub(crate) fn open_sum(&self) -> Decimal {
        self.amount - self.paid
    }

    /// Takes a payment. An open invoice paid in full is paid; an unsent one has still to be sent, and on orders the
    /// payment waits for the invoice (§2.2).
    pub(crate) fn pay(&mut self, sum: Decimal) {
        self.paid += sum;
        self.settle();
    }

    pub(crate) fn settle(&mut self) {
        let settled = if self.amount.is_sign_negative() { self.paid <= self.amount } else { self.paid >= self.amount };
        if self.kind == Kind::Invoice && self.status == "open" && self.paid != Decimal::ZERO && settled {
            "paid".clone_into(&mut self.status);
        }
    }

    /// Whether any sum may be paid on it.
    pub(crate) fn expects_partial_payments(&self) -> bool {
        self.sent.value("expectpartialpayments") == "1"
    }
}

/// The lines of a message, product lines, comment lines and sub lines, in the order they were sent.
pub(crate) fn lines(sent: &Element) -> impl Iterator<Item = &Element> {
    sent.child("invoicelines").into_iter().flat_map(|lines| &lines.children).flat_map(|line| &line.children)
}

/// The product lines alone.
pub(crate) fn product_lines(sent: &Element) -> impl Iterator<Item = &Element> {
    lines(sent).filter(|line| line.name == "salesinvoiceproductline")
}
