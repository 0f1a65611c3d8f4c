//! What can be wrong with an order although each field is right by itself, independent of any settings.

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::strict_json::{Context, MAX_FAULTS, MAX_LIST, Path, record, words};

use super::{Address, Line, LineKind, Money, OrderFields, Percent, PricedLine, Quantity, UnitPrice};

words! {
    /// The kinds of lines as they stand in JSON.
    enum AnyLineKind {
        Product = "product",
        Shipping = "shipping",
        Fee = "fee",
        Discount = "discount",
        GiftCard = "gift_card",
        Comment = "comment",
    }
}

record! {
    /// A line as it stands in JSON. All kinds but `comment` need quantity, unit price, VAT rate and total.
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, rename = "Line"))]
    pub(crate) strict struct LineFields {
        /// What the line stands for. A `gift_card` is one used to pay; a gift card sold is a product.
        kind: AnyLineKind,
        /// The product code.
        sku: Option<String>,
        /// The EAN or GTIN.
        ean: Option<String>,
        /// What the buyer saw; the text of a comment.
        name: String,
        /// How many.
        quantity: Option<Quantity>,
        /// The unit's name, such as `kpl`.
        unit: Option<String>,
        /// The price of one before the line's discount, with or without VAT as the order says.
        unit_price: Option<UnitPrice>,
        /// The line's discount.
        discount_percent: Option<Percent>,
        /// The VAT rate.
        vat_percent: Option<Percent>,
        /// The line's total as the shop computed it, with or without VAT as the order says.
        total: Option<Money>,
        /// The line's VAT as the shop computed it; else computed from total and rate.
        vat_total: Option<Money>,
        /// More about the line, such as the chosen variant.
        note: Option<String>,
    }
}

impl LineFields {
    /// The line, or `None` after noting what is missing or out of place.
    pub(super) fn into_line(self, context: &mut Context, at: &Path<'_>) -> Option<Line> {
        let kind = match self.kind {
            AnyLineKind::Comment => return self.into_comment(context, at),
            AnyLineKind::Product => LineKind::Product,
            AnyLineKind::Shipping => LineKind::Shipping,
            AnyLineKind::Fee => LineKind::Fee,
            AnyLineKind::Discount => LineKind::Discount,
            AnyLineKind::GiftCard => LineKind::GiftCard,
        };
        fn needed<T>(value: Option<T>, name: &'static str, context: &mut Context, at: &Path<'_>) -> Option<T> {
            if value.is_none() {
                context.note_at(FaultCode::FieldMissing, &Path::Key(at, name));
            }
            value
        }
        let quantity = needed(self.quantity, "quantity", context, at);
        let unit_price = needed(self.unit_price, "unit_price", context, at);
        let vat_percent = needed(self.vat_percent, "vat_percent", context, at);
        let total = needed(self.total, "total", context, at);
        Some(Line::Priced(PricedLine {
            kind,
            sku: self.sku.filter(|text| !text.trim_start().is_empty()),
            ean: self.ean.filter(|text| !text.trim_start().is_empty()),
            name: self.name,
            quantity: quantity?,
            unit: self.unit,
            unit_price: unit_price?,
            discount_percent: self.discount_percent,
            vat_percent: vat_percent?,
            total: total?,
            vat_total: self.vat_total,
            note: self.note,
        }))
    }

    fn into_comment(self, context: &mut Context, at: &Path<'_>) -> Option<Line> {
        let present = [
            ("sku", self.sku.is_some()),
            ("ean", self.ean.is_some()),
            ("quantity", self.quantity.is_some()),
            ("unit", self.unit.is_some()),
            ("unit_price", self.unit_price.is_some()),
            ("discount_percent", self.discount_percent.is_some()),
            ("vat_percent", self.vat_percent.is_some()),
            ("total", self.total.is_some()),
            ("vat_total", self.vat_total.is_some()),
            ("note", self.note.is_some()),
        ];
        for (name, _) in present.iter().filter(|(_, present)| *present) {
            context.note_at(FaultCode::CommentWithAmount, &Path::Key(at, name));
        }
        present.iter().all(|(_, present)| !present).then_some(Line::Comment(self.name))
    }
}

/// Everything wrong with the fields taken together; at most [`MAX_FAULTS`].
pub(super) fn faults(order: &OrderFields) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut note = |code: FaultCode, path: String| faults.push(Fault::new(code, path));

    for (text, path) in [(&order.number, "/number"), (&order.customer.name, "/customer/name")] {
        if text.trim_start().is_empty() {
            note(FaultCode::TextEmpty, path.to_owned());
        }
    }
    check_address(&order.billing, "/billing", &mut note);
    if let Some(delivery) = &order.delivery {
        check_address(delivery, "/delivery", &mut note);
    }
    let wrong_sign =
        if order.refund_of.is_some() { *order.total > Decimal::ZERO } else { *order.total < Decimal::ZERO };
    if wrong_sign {
        note(FaultCode::TotalSignInvalid, "/total".to_owned());
    }
    if let Some(reference) = &order.reference_number
        && !crate::document::reference_number::is_valid(reference)
    {
        note(FaultCode::ReferenceNumberInvalid, "/reference_number".to_owned());
    }
    if order.lines.is_empty() {
        note(FaultCode::ListEmpty, "/lines".to_owned());
    }
    if order.lines.len() > MAX_LIST {
        faults.push(Fault::new(FaultCode::ListTooLong, "/lines").with(MAX_LIST));
    }
    let decimals = order.currency.decimals();
    let amounts = [
        (Some(order.total), "/total"),
        (order.total_vat, "/total_vat"),
        (order.payment.as_ref().and_then(|payment| payment.amount), "/payment/amount"),
    ];
    for (amount, path) in amounts {
        check_precision(amount, decimals, || path.to_owned(), &mut faults);
    }
    for (index, line) in order.lines.iter().enumerate() {
        check_line(line, index, decimals, &mut faults);
        if faults.len() >= MAX_FAULTS {
            break;
        }
    }
    faults
}

fn check_address(address: &Address, path: &str, note: &mut impl FnMut(FaultCode, String)) {
    if address.name.trim_start().is_empty() {
        note(FaultCode::TextEmpty, format!("{path}/name"));
    }
}

/// Amounts in yen have no decimals, others two.
fn check_precision(amount: Option<Money>, decimals: u32, path: impl FnOnce() -> String, faults: &mut Vec<Fault>) {
    if let Some(amount) = amount
        && amount.scale() > decimals
        && amount.normalize().scale() > decimals
    {
        faults.push(Fault::new(FaultCode::DecimalTooPrecise, path()).with(decimals));
    }
}

fn check_line(line: &Line, index: usize, decimals: u32, faults: &mut Vec<Fault>) {
    let line = match line {
        Line::Priced(line) => line,
        Line::Comment(text) => {
            if text.trim_start().is_empty() {
                faults.push(Fault::new(FaultCode::TextEmpty, format!("/lines/{index}/name")));
            }
            return;
        }
    };
    if line.name.trim_start().is_empty() {
        faults.push(Fault::new(FaultCode::TextEmpty, format!("/lines/{index}/name")));
    }
    check_precision(Some(line.total), decimals, || format!("/lines/{index}/total"), faults);
    check_precision(line.vat_total, decimals, || format!("/lines/{index}/vat_total"), faults);
    if line.quantity.is_zero() && !line.total.is_zero() {
        faults.push(Fault::new(FaultCode::LineQuantityZero, format!("/lines/{index}/quantity")));
    }
    let vat = line.vat_total.is_some_and(|vat| !vat.is_zero()) || !line.vat_percent.is_zero();
    if line.kind == LineKind::GiftCard && (*line.total > Decimal::ZERO || vat) {
        faults.push(Fault::new(FaultCode::GiftCardInvalid, format!("/lines/{index}")));
    }
}
