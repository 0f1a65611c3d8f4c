use rust_decimal::Decimal;

use crate::order::{Country, Date, LineKind};
use crate::shop::draft::{Draft, Rate, ShopLine};
use crate::shop::lenient::Amount;
use crate::shop::markup::plain_text;
use crate::shop::vat_rate::snapped;

use super::model::{LineItem, MetaData, Order, Tax};

/// Adds the order's lines: products, fees, shipping, gift cards used to pay. Coupons are in the products' totals already.
pub(super) fn add(order: &Order, country: Country, date: Date, draft: &mut Draft) {
    let rates = Rates { order, country, date, unit: draft.unit() };
    for (index, item) in order.line_items.iter().enumerate() {
        product(item, &rates, format!("/line_items/{index}"), draft);
    }
    for (index, fee) in order.fee_lines.iter().enumerate() {
        let net = fee.total.0;
        let kind = if net.is_sign_negative() && !net.is_zero() { LineKind::Discount } else { LineKind::Fee };
        let name = plain_text(fee.name.given().unwrap_or("Maksu"));
        let charge = Charge { kind, name, net, vat: tax(fee.total_tax), taxes: &fee.taxes };
        add_charge(charge, &rates, format!("/fee_lines/{index}"), draft);
    }
    for (index, shipping) in order.shipping_lines.iter().enumerate() {
        let name = plain_text(shipping.method_title.given().unwrap_or("Toimitus"));
        let (net, vat) = (shipping.total.0, tax(shipping.total_tax));
        // Free shipping is told by the delivery method.
        if !net.is_zero() || !vat.is_zero() {
            let charge = Charge { kind: LineKind::Shipping, name, net, vat, taxes: &shipping.taxes };
            add_charge(charge, &rates, format!("/shipping_lines/{index}"), draft);
        }
    }
    for (index, card) in order.gift_cards.iter().enumerate() {
        if !card.amount.0.is_zero() {
            draft.gift_card(card.amount.0.abs(), format!("/gift_cards/{index}"));
        }
    }
}

fn tax(amount: Option<Amount>) -> Decimal {
    amount.unwrap_or_default().0
}

fn product(item: &LineItem, rates: &Rates<'_>, source: String, draft: &mut Draft) {
    let (net, vat) = (item.total.0, tax(item.total_tax));
    let full_net = item.subtotal.unwrap_or(item.total).0;
    let full_vat = item.subtotal_tax.or(item.total_tax).unwrap_or_default().0;
    let full = if draft.prices_include_vat { full_net + full_vat } else { full_net };
    draft.line(
        ShopLine {
            kind: LineKind::Product,
            sku: item.sku.given().map(str::to_owned),
            ean: item.global_unique_id.given().map(str::to_owned),
            name: plain_text(&item.name.0),
            quantity: item.quantity.0,
            full,
            net,
            vat,
            // A product made free by a coupon still shows its rate in the price before it.
            rate: rates.rate(&item.taxes, if net.is_zero() { (full_net, full_vat) } else { (net, vat) }),
            note: note(&item.meta_data),
        },
        source,
    );
}

/// A fee or shipping: one of it.
struct Charge<'o> {
    kind: LineKind,
    name: String,
    net: Decimal,
    vat: Decimal,
    taxes: &'o [Tax],
}

fn add_charge(charge: Charge<'_>, rates: &Rates<'_>, source: String, draft: &mut Draft) {
    let Charge { kind, name, net, vat, taxes } = charge;
    draft.line(
        ShopLine {
            kind,
            sku: None,
            ean: None,
            name,
            quantity: Decimal::ONE,
            full: if draft.prices_include_vat { net + vat } else { net },
            net,
            vat,
            rate: rates.rate(taxes, (net, vat)),
            note: None,
        },
        source,
    );
}

/// What the order tells of its VAT rates.
struct Rates<'o> {
    order: &'o Order,
    country: Country,
    date: Date,
    unit: Decimal,
}

impl Rates<'_> {
    /// The rate of a line: the shop's own where the order names it (since WooCommerce 3.7), else derived from the tax.
    fn rate(&self, taxes: &[Tax], (net, vat): (Decimal, Decimal)) -> Rate {
        if let Some(rate) = self.named(taxes) {
            return Rate::Known(rate);
        }
        if net.is_zero() && vat.is_zero() {
            return Rate::Free;
        }
        Rate::Known(snapped(net, vat, self.unit, self.country, self.date))
    }

    /// The sum of the rates of the taxes that apply; a compound one is charged on the others too.
    fn named(&self, taxes: &[Tax]) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        let mut any = false;
        for tax in taxes.iter().filter(|tax| tax.total.given().is_some() || tax.subtotal.given().is_some()) {
            let line = self.order.tax_lines.iter().find(|line| line.rate_id.0 == tax.id.0)?;
            let rate = line.rate_percent?.0;
            if rate.abs() > Decimal::ONE_HUNDRED {
                return None;
            }
            sum += if line.compound == Some(true) { rate * (Decimal::ONE + sum / Decimal::ONE_HUNDRED) } else { rate };
            any = true;
        }
        any.then_some(sum)
    }
}

/// The chosen options of a product; fields with an underscore are not meant for people.
fn note(meta_data: &[MetaData]) -> Option<String> {
    let options: Vec<_> = meta_data
        .iter()
        .filter(|entry| !entry.key.0.0.starts_with('_'))
        .filter_map(|entry| {
            let key = entry.display_key.0.given().or_else(|| entry.key.0.given())?;
            let value = entry.display_value.0.given().or_else(|| entry.value.0.given())?;
            // Attributes are stored with the prefix of their taxonomy.
            Some(format!("{}: {}", plain_text(key.trim_start_matches("pa_")), plain_text(value)))
        })
        .collect();
    (!options.is_empty()).then(|| options.join("\n"))
}
