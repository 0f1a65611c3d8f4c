use std::borrow::Cow;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::fault::{Fault, FaultCode};
use crate::order::{LineKind, Order, PricedLine};
use crate::settings::{LinePrice, LineSum, ProductMatch, Settings, SpecialProduct, VatCode};
use crate::wire::{Element, Number, Tags, With, XmlWriter, aggregate, attribute, tags};

use super::amounts::LineAmounts;
use super::known::Findings;
use super::notes::{Notes, Room};

aggregate! {
    /// A product line (§2.1, salesinvoiceproductline).
    pub(super) struct ProductLine<'a> {
        product_identifier as "productidentifier": With<'static, 1, Cow<'a, str>>,
        product_name as "productname": Cow<'a, str>,
        product_unit_price as "productunitprice": With<'static, 1, Number>,
        product_vat_percentage as "productvatpercentage": With<'static, 1, Number>,
        quantity as "salesinvoiceproductlinequantity": Number,
        discount_percentage as "salesinvoiceproductlinediscountpercentage": Option<Number>,
        free_text as "salesinvoiceproductlinefreetext": Option<Cow<'a, str>>,
        vat_sum as "salesinvoiceproductlinevatsum": Option<Number>,
        sum as "salesinvoiceproductlinesum": Option<Number>,
        product_unit_name as "productunitname": Option<Cow<'a, str>>,
    }
}

aggregate! {
    /// A comment line (§2.1, salesinvoicecommentline).
    struct CommentLine<'a> {
        comment as "comment": &'a str,
    }
}

/// A line of the document: exactly one of the two (§2.1).
pub(super) enum InvoiceLine<'a> {
    Product(Box<ProductLine<'a>>),
    Comment(Cow<'a, str>),
}

impl Element for InvoiceLine<'_> {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        xml.start(tags);
        match self {
            Self::Product(line) => line.write(tags!("salesinvoiceproductline"), xml),
            Self::Comment(comment) => CommentLine { comment }.write(tags!("salesinvoicecommentline"), xml),
        }
        xml.end(tags);
    }
}

/// How a line names its product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProductLink<'a> {
    /// `customer` (the product code) or `primaryeancode`.
    pub(crate) kind: &'static str,
    pub(crate) code: Cow<'a, str>,
}

impl<'a> ProductLink<'a> {
    /// The same link, or the fallback product where Netvisor lacks this one and the merchant wants it replaced.
    fn or_fallback(self, index: usize, settings: &'a Settings, findings: &Findings, notes: &mut Notes<'_>) -> Self {
        match &settings.products.fallback_code {
            Some(fallback) if findings.lacking_products.contains(&*self.code) => {
                let warning = Fault::new(FaultCode::ProductReplaced, format!("/lines/{index}"));
                notes.warning(warning.with(&self.code).with(fallback));
                ProductLink { kind: "customer", code: Cow::Borrowed(fallback) }
            }
            _ => self,
        }
    }
}

/// The product a line is linked to; a fault where there is nothing to link by.
pub(super) fn product_link<'a>(
    line: &'a PricedLine,
    index: usize,
    settings: &'a Settings,
    notes: &mut Notes<'_>,
) -> Option<ProductLink<'a>> {
    if let Some(special) = SpecialLine::of(line.kind, settings) {
        return Some(ProductLink { kind: "customer", code: Cow::Borrowed(special.code()) });
    }
    let (kind, code, missing, field) = match settings.products.match_by {
        ProductMatch::Code => ("customer", &line.sku, FaultCode::LineSkuMissing, "sku"),
        ProductMatch::Ean => ("primaryeancode", &line.ean, FaultCode::LineEanMissing, "ean"),
    };
    // Codes are never cut: another product might have the shorter one.
    let path = || format!("/lines/{index}/{field}");
    if let Some(code) = notes.fit_optional(code.as_deref(), Room::OpenLine, path) {
        return Some(ProductLink { kind, code });
    }
    match &settings.products.fallback_code {
        Some(code) => Some(ProductLink { kind: "customer", code: Cow::Borrowed(code.as_str()) }),
        None => {
            notes.fault(Fault::new(missing, path()));
            None
        }
    }
}

/// The product that stands for shipping and the like.
pub(super) struct SpecialLine<'s> {
    product: &'s SpecialProduct,
    default_code: &'static str,
    default_name: &'static str,
}

impl<'s> SpecialLine<'s> {
    /// `None` for products of the catalogue.
    pub(super) fn of(kind: LineKind, settings: &'s Settings) -> Option<Self> {
        let products = &settings.products;
        let (product, default_code, default_name) = match kind {
            LineKind::Product => return None,
            LineKind::Shipping => (&products.shipping, "TOIMITUS", "Toimitus"),
            LineKind::Fee => (&products.fee, "MAKSU", "Maksu"),
            LineKind::Discount => (&products.discount, "ALENNUS", "Alennus"),
            LineKind::GiftCard => (&products.gift_card, "LAHJAKORTTI", "Lahjakortti"),
        };
        Some(Self { product, default_code, default_name })
    }

    /// The product of the rounding line.
    pub(super) fn rounding(settings: &'s Settings) -> Self {
        Self { product: &settings.products.rounding, default_code: "PYORISTYS", default_name: "Pyöristys" }
    }

    pub(super) fn code(&self) -> &'s str {
        self.product.code.as_deref().unwrap_or(self.default_code)
    }

    /// The merchant's name for it.
    pub(super) fn given_name(&self) -> Option<&'s str> {
        self.product.name.as_deref()
    }

    /// The name of the product itself: what one order calls its freight does not name that of all.
    pub(super) fn product_name(&self) -> &'s str {
        self.given_name().unwrap_or(self.default_name)
    }
}

/// Quantity and unit price as Netvisor wants them: the price is never negative, so a negative line has a negative quantity
/// (§2.1, productunitprice).
fn signed_quantity(quantity: Decimal, unit_price: Decimal) -> (Decimal, Decimal) {
    if unit_price.is_sign_negative() && !unit_price.is_zero() {
        (-quantity, -unit_price)
    } else {
        (quantity, unit_price)
    }
}

/// Whether unit prices go with VAT, as Netvisor's attribute says it.
pub(super) fn price_type(order: &Order, settings: &Settings) -> &'static str {
    match (settings.lines.price, order.prices_include_vat) {
        (LinePrice::Gross, _) | (LinePrice::AsShop, true) => "gross",
        (LinePrice::Net, _) | (LinePrice::AsShop, false) => "net",
    }
}

/// The unit price with or without VAT, whichever is asked for; to six decimals where it has to be worked out.
pub(super) fn unit_price(line: &PricedLine, order: &Order, settings: &Settings) -> Decimal {
    let price = *line.unit_price;
    let one_with_vat = Decimal::ONE_HUNDRED + *line.vat_percent;
    let converted = match (settings.lines.price, order.prices_include_vat) {
        (LinePrice::AsShop, _) | (LinePrice::Gross, true) | (LinePrice::Net, false) => return price,
        (LinePrice::Gross, false) => price * one_with_vat / Decimal::ONE_HUNDRED,
        (LinePrice::Net, true) => price * Decimal::ONE_HUNDRED / one_with_vat,
    };
    converted.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero)
}

/// VAT sum and line sum, both or neither: Netvisor ignores one without the other (§2.1).
fn sums(amounts: LineAmounts, settings: &Settings, decimals: u32) -> (Option<Number>, Option<Number>) {
    let sum = match settings.lines.sum {
        LineSum::Gross => amounts.gross,
        LineSum::Net => amounts.net(),
        LineSum::Omit => return (None, None),
    };
    (Some(Number { value: amounts.vat, decimals }), Some(Number { value: sum, decimals }))
}

/// The document's line for a priced line of the order; `None` after a fault.
pub(super) fn product_line<'a>(
    order: &'a Order,
    line: &'a PricedLine,
    index: usize,
    (amounts, vat_code): (LineAmounts, Option<VatCode>),
    (settings, findings): (&'a Settings, &Findings),
    notes: &mut Notes<'_>,
) -> Option<InvoiceLine<'a>> {
    let decimals = order.currency.decimals();
    let link =
        product_link(line, index, settings, notes).map(|link| link.or_fallback(index, settings, findings, notes));
    let name = SpecialLine::of(line.kind, settings).and_then(|special| special.given_name());
    let product_name = notes.fit(name.unwrap_or(&line.name), Room::Line(200), || format!("/lines/{index}/name"));
    let free_text = notes.fit_optional(line.note.as_deref(), Room::Lines(500), || format!("/lines/{index}/note"));
    let unit = notes.fit_optional(line.unit.as_deref(), Room::OpenLine, || format!("/lines/{index}/unit"));
    let (quantity, price) = signed_quantity(*line.quantity, unit_price(line, order, settings));
    let (vat_sum, sum) = sums(amounts, settings, decimals);
    let (link, vat_code) = (link?, vat_code?);
    Some(InvoiceLine::Product(Box::new(ProductLine {
        product_identifier: With([attribute!("type", link.kind)], link.code),
        product_name,
        product_unit_price: With([attribute!("type", price_type(order, settings))], Number { value: price, decimals }),
        product_vat_percentage: With(
            [attribute!("vatcode", vat_code.as_str())],
            Number { value: *line.vat_percent, decimals: 0 },
        ),
        quantity: Number { value: quantity, decimals: 0 },
        discount_percentage: line
            .discount_percent
            .filter(|discount| !discount.is_zero())
            .map(|discount| Number { value: *discount, decimals: 0 }),
        free_text,
        vat_sum,
        sum,
        product_unit_name: unit,
    })))
}

/// The line that makes the lines sum to the total: without VAT, since nothing tells whose it would be.
pub(super) fn rounding_line<'a>(difference: Decimal, order: &Order, settings: &'a Settings) -> InvoiceLine<'a> {
    let special = SpecialLine::rounding(settings);
    let decimals = order.currency.decimals();
    let amounts = LineAmounts { gross: difference, vat: Decimal::ZERO };
    let (quantity, price) = signed_quantity(Decimal::ONE, difference);
    let (vat_sum, sum) = sums(amounts, settings, decimals);
    InvoiceLine::Product(Box::new(ProductLine {
        product_identifier: With([attribute!("type", "customer")], Cow::Borrowed(special.code())),
        product_name: Cow::Borrowed(special.product_name()),
        product_unit_price: With([attribute!("type", price_type(order, settings))], Number { value: price, decimals }),
        product_vat_percentage: With(
            [attribute!("vatcode", VatCode::None.as_str())],
            Number { value: Decimal::ZERO, decimals: 0 },
        ),
        quantity: Number { value: quantity, decimals: 0 },
        discount_percentage: None,
        free_text: None,
        vat_sum,
        sum,
        product_unit_name: None,
    }))
}
