use std::borrow::Cow;
use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::order::{Line, Order, PricedLine};
use crate::settings::{Characters, ProductMatch, Settings};
use crate::wire::{Element, Method, Number, Request, With, XmlWriter, aggregate, attribute, tags};

use super::amounts::Amounts;
use super::line::{ProductLink, SpecialLine, price_type, product_link, unit_price};
use super::notes::{Notes, Room};

aggregate! {
    /// A product (§2.4).
    struct Product<'a> {
        base as "productbaseinformation": BaseInformation<'a>,
    }
}

aggregate! {
    /// Code, name and price, and what is mandatory; accounting stays Netvisor's.
    struct BaseInformation<'a> {
        product_code as "productcode": Option<Cow<'a, str>>,
        product_group as "productgroup": Cow<'a, str>,
        name as "name": Cow<'a, str>,
        unit_price as "unitprice": With<'static, 1, Number>,
        is_active as "isactive": bool,
        is_sales_product as "issalesproduct": bool,
        primary_ean_code as "primaryeancode": Option<Cow<'a, str>>,
    }
}

/// A product that an order's lines are linked to.
pub(crate) struct LinkedProduct<'o> {
    pub(crate) link: ProductLink<'o>,
    /// The first line linked to it; `None` for the rounding line.
    pub(crate) line: Option<usize>,
}

/// The products the document's lines are linked to, each once. The fallback product is not among them: it is the
/// merchant's own.
pub(super) fn linked_products<'o>(
    order: &'o Order,
    settings: &'o Settings,
    amounts: &Amounts,
    notes: &mut Notes<'_>,
) -> Vec<LinkedProduct<'o>> {
    let mut seen = HashSet::new();
    let mut products = Vec::new();
    let mut add = |link: ProductLink<'o>, line| {
        if settings.products.fallback_code.as_deref() != Some(&link.code)
            && seen.insert((link.kind, link.code.to_string()))
        {
            products.push(LinkedProduct { link, line });
        }
    };
    for (index, (line, line_amounts)) in order.lines.iter().zip(&amounts.lines).enumerate() {
        let (Line::Priced(line), Some(_)) = (line, line_amounts) else { continue };
        if let Some(link) = product_link(line, index, settings, notes) {
            add(link, Some(index));
        }
    }
    if amounts.rounding.is_some() {
        let code = Cow::Borrowed(SpecialLine::rounding(settings).code());
        add(ProductLink { kind: "customer", code }, None);
    }
    products
}

/// The request that creates a product. One for shipping, fees and the like has no price of its own: what it costs differs
/// from order to order.
pub(super) fn product_card(
    order: &Order,
    settings: &Settings,
    product: &LinkedProduct<'_>,
    notes: &mut Notes<'_>,
) -> Request {
    let price_type = price_type(order, settings);
    let decimals = order.currency.decimals();
    let free = Number { value: Decimal::ZERO, decimals };
    let code = Cow::Borrowed(&*product.link.code);
    let line = product.line.map(|index| (index, &order.lines[index]));
    let Some((index, Line::Priced(line))) = line else {
        let name = Cow::Borrowed(SpecialLine::rounding(settings).product_name());
        return request(settings, Some(code), name, With([attribute!("type", price_type)], free), None);
    };
    // What is sold without VAT, abroad for one, was sold at its net price.
    let price_type = if line.vat_percent.is_zero() { "net" } else { price_type };
    if let Some(special) = SpecialLine::of(line.kind, settings) {
        let name = Cow::Borrowed(special.product_name());
        return request(settings, Some(code), name, With([attribute!("type", price_type)], free), None);
    }
    let by_ean = product.link.kind == "primaryeancode";
    let code = if by_ean {
        notes.fit_optional(line.sku.as_deref(), Room::OpenLine, || format!("/lines/{index}/sku"))
    } else {
        Some(code)
    };
    let ean = if by_ean || settings.products.match_by == ProductMatch::Ean {
        notes.fit_optional(line.ean.as_deref(), Room::OpenLine, || format!("/lines/{index}/ean"))
    } else {
        None
    };
    let price = Number { value: register_price(order, line, index, settings, notes), decimals };
    let name = notes.fit(&line.name, Room::Line(200), || format!("/lines/{index}/name"));
    request(settings, code, name, With([attribute!("type", price_type)], price), ean)
}

/// The price for the product register, which is kept in euros.
fn register_price(
    order: &Order,
    line: &PricedLine,
    index: usize,
    settings: &Settings,
    notes: &mut Notes<'_>,
) -> Decimal {
    if order.currency.as_str() == "EUR" {
        return unit_price(line, order, settings).abs();
    }
    let warning = Fault::new(FaultCode::ProductPriceUnknown, format!("/lines/{index}/unit_price"));
    notes.warning(warning.with(order.currency));
    Decimal::ZERO
}

fn request(
    settings: &Settings,
    product_code: Option<Cow<'_, str>>,
    name: Cow<'_, str>,
    unit_price: With<'static, 1, Number>,
    primary_ean_code: Option<Cow<'_, str>>,
) -> Request {
    let product = Product {
        base: BaseInformation {
            product_code,
            product_group: Cow::Borrowed(&settings.products.group),
            name,
            unit_price,
            is_active: true,
            is_sales_product: true,
            primary_ean_code,
        },
    };
    let mut xml = XmlWriter::new(settings.xml.characters == Characters::Ascii, 400);
    product.write(tags!("product"), &mut xml);
    Request::new(Method::Post, "product.nv").with_query("method", "add").with_body(xml.finish())
}
