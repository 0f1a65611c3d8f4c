//! What the lines of a document come to.

use rust_decimal::Decimal;

use crate::decimal::{self, cents};
use crate::reply::Failure;
use crate::state::{LineTotal, Product, ProductName, State, product_lines};
use crate::xml::Element;

/// Checks every product line against the books and reckons it.
pub(super) fn totals(state: &State, message: &Element) -> Result<Vec<LineTotal>, Failure> {
    let totals: Vec<LineTotal> = product_lines(message).map(|line| total(state, line)).collect::<Result<_, _>>()?;
    if totals.is_empty() {
        return Err(Failure::invalid_data("The document has no product line"));
    }
    Ok(totals)
}

fn total(state: &State, line: &Element) -> Result<LineTotal, Failure> {
    let (product_key, product) = product(state, line)?;
    let vat_code = line.child("productvatpercentage").and_then(|percentage| percentage.attribute("vatcode"));
    if vat_code.is_none() && line.filled("accountingaccountsuggestion").is_none() {
        return Err(Failure::invalid_data("VAT code cannot be taken from posting suggestion, as there is none"));
    }
    let sums = ["salesinvoiceproductlinesum", "salesinvoiceproductlinevatsum"].map(|name| number(line, name));
    let (sum, vat_sum) = match sums {
        [Some(sum), Some(vat_sum)] => (sum, vat_sum),
        [None, None] => reckon(line, product).ok_or_else(|| Failure::invalid_data("A line's sum is too large"))?,
        // Netvisor would ignore the one; a client that sends it has made a mistake all the same.
        _ => return Err(Failure::invalid_data("Line sum and line VAT sum must be given together")),
    };
    let quantity = number(line, "salesinvoiceproductlinequantity").unwrap_or_default();
    let against = |amount: Decimal| {
        !amount.is_zero() && !quantity.is_zero() && amount.is_sign_negative() != quantity.is_sign_negative()
    };
    if against(sum) || against(vat_sum) {
        return Err(Failure::invalid_data("The sign of a line's sums is not that of its quantity"));
    }
    Ok(LineTotal { product_key, vat_sum, sum })
}

fn product<'a>(state: &'a State, line: &Element) -> Result<(u32, &'a Product), Failure> {
    let identifier = line.value("productidentifier");
    let kind = line.child("productidentifier").and_then(|element| element.attribute("type"));
    let found = match kind {
        Some("netvisor") => state.products.keyed(identifier),
        Some("primaryeancode") => state.products.first_named(ProductName::PrimaryEan(identifier.to_owned())),
        Some("secondaryeancode") => state.products.first_named(ProductName::SecondaryEan(identifier.to_owned())),
        _ => state.products.first_named(ProductName::Code(identifier.to_owned())),
    };
    found.ok_or_else(|| Failure::invalid_data(format!("Product not found: {identifier}")))
}

/// Sum with VAT and VAT of a line that gives neither (§6.7). `None` when the numbers are too large.
fn reckon(line: &Element, product: &Product) -> Option<(Decimal, Decimal)> {
    let hundred = Decimal::ONE_HUNDRED;
    let price_type = line.child("productunitprice").and_then(|price| price.attribute("type"));
    let unit_price = match price_type {
        Some("netvisor") => product.prices().0,
        _ => number(line, "productunitprice")?,
    };
    let discount = number(line, "salesinvoiceproductlinediscountpercentage").unwrap_or_default();
    let with_vat = hundred.checked_add(number(line, "productvatpercentage")?)?.checked_div(hundred)?;
    let undiscounted = number(line, "salesinvoiceproductlinequantity")?.checked_mul(unit_price)?;
    let base = undiscounted.checked_mul(hundred.checked_sub(discount)?)?.checked_div(hundred)?;
    let (sum, net) = match price_type {
        Some("gross") => (base, base.checked_div(with_vat)?),
        _ => (base.checked_mul(with_vat)?, base),
    };
    Some((cents(sum), cents(sum.checked_sub(net)?)))
}

fn number(line: &Element, name: &str) -> Option<Decimal> {
    decimal::read(line.value(name))
}
