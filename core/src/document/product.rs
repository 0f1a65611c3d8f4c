use std::borrow::Cow;
use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::order::{Line, LineKind, Order, PricedLine};
use crate::settings::{Characters, ProductMatch, Settings};
use crate::wire::{Element, Method, Number, Request, With, XmlWriter, aggregate, tag};

use super::amounts::Amounts;
use super::line::{SpecialLine, price_type, product_link, unit_price};
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
        unit_price as "unitprice": With<[(&'static str, &'static str); 1], Number>,
        is_active as "isactive": bool,
        is_sales_product as "issalesproduct": bool,
        primary_ean_code as "primaryeancode": Option<Cow<'a, str>>,
    }
}

/// The requests that create the order's products, each once. A product for shipping, fees and the like has no price of its
/// own: what it costs differs from order to order.
pub(super) fn products(order: &Order, settings: &Settings, amounts: &Amounts, notes: &mut Notes<'_>) -> Vec<Request> {
    let mut seen = HashSet::new();
    let mut requests = Vec::new();
    let price_type = price_type(order, settings);
    let decimals = order.currency.decimals();
    for (index, (line, line_amounts)) in order.lines.iter().zip(&amounts.lines).enumerate() {
        let (Line::Priced(line), Some(_)) = (line, line_amounts) else { continue };
        let Some(link) = product_link(line, index, settings, notes) else { continue };
        if settings.products.fallback_code.as_deref() == Some(&link.code)
            || !seen.insert((link.kind, link.code.to_string()))
        {
            continue;
        }
        let is_product = line.kind == LineKind::Product;
        let by_ean = link.kind == "primaryeancode";
        let code = if by_ean {
            notes.fit_optional(line.sku.as_deref(), Room::OpenLine, || format!("/lines/{index}/sku"))
        } else {
            Some(link.code.clone())
        };
        let ean = if is_product && (by_ean || settings.products.match_by == ProductMatch::Ean) {
            notes.fit_optional(line.ean.as_deref(), Room::OpenLine, || format!("/lines/{index}/ean"))
        } else {
            None
        };
        let price = if is_product { register_price(order, line, index, settings, notes) } else { Decimal::ZERO };
        // What is sold without VAT, abroad for one, was sold at its net price.
        let price_type = if line.vat_percent.is_zero() { "net" } else { price_type };
        let name = match SpecialLine::of(line.kind, settings) {
            Some(special) => Cow::Borrowed(special.product_name()),
            None => notes.fit(&line.name, Room::Line(200), || format!("/lines/{index}/name")),
        };
        requests.push(request(
            settings,
            code,
            name,
            With([("type", price_type)], Number { value: price, decimals }),
            ean,
        ));
    }
    if amounts.rounding.is_some() {
        let special = SpecialLine::rounding(settings);
        if seen.insert(("customer", special.code().to_owned())) {
            let price = With([("type", price_type)], Number { value: Decimal::ZERO, decimals });
            let (code, name) = (Cow::Borrowed(special.code()), Cow::Borrowed(special.product_name()));
            requests.push(request(settings, Some(code), name, price, None));
        }
    }
    requests
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
    unit_price: With<[(&'static str, &'static str); 1], Number>,
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
    product.write(tag!("product"), &mut xml);
    Request::new(Method::Post, "product.nv").with_query("method", "add").with_body(xml.finish())
}
