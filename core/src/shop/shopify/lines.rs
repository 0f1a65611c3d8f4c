use rust_decimal::Decimal;

use crate::order::{Country, Date, LineKind};
use crate::shop::draft::{Draft, Rate, ShopLine};
use crate::shop::lenient::Amount;
use crate::shop::markup::plain_text;
use crate::shop::vat_rate::snapped;

use super::model::{Allocation, LineItem, MoneySet, Order, TaxLine};

/// Adds the order's lines: products, tips, duties, shipping, gift cards used to pay.
pub(super) fn add(order: &Order, country: Country, date: Date, draft: &mut Draft) {
    let rates = Rates { country, date, unit: draft.unit(), taxes_included: order.taxes_included };
    for (index, item) in order.line_items.iter().enumerate() {
        product(item, &rates, format!("/line_items/{index}"), draft);
    }
    // Tips taken at the till are lines; those given at checkout are only in the total.
    let tip = order.total_tip_received.unwrap_or_default().0;
    if !tip.is_zero() && !order.line_items.iter().any(|item| item.tip.0) {
        untaxed_fee("Tippi", tip, "/total_tip_received", draft);
    }
    let amount = |set: &Option<MoneySet>| {
        set.as_ref().and_then(|set| set.shop_money.as_ref()).map_or(Decimal::ZERO, |money| money.amount.0)
    };
    untaxed_fee("Tulli", amount(&order.original_total_duties_set), "/original_total_duties_set", draft);
    let fees = amount(&order.original_total_additional_fees_set);
    untaxed_fee("Lisämaksut", fees, "/original_total_additional_fees_set", draft);
    for (index, shipping) in order.shipping_lines.iter().enumerate() {
        let price = shipping.price.0;
        let total = match (&shipping.discount_allocations, shipping.discounted_price) {
            (Some(allocations), _) => price - discounts(allocations),
            (None, Some(Amount(discounted))) => discounted,
            (None, None) => price,
        };
        // Free shipping is told by the delivery method.
        if !total.is_zero() {
            let name = plain_text(shipping.title.given().unwrap_or("Toimitus"));
            let line = rates.line(LineKind::Shipping, name, Decimal::ONE, (total, total), &shipping.tax_lines);
            draft.line(line, format!("/shipping_lines/{index}"));
        }
    }
    for (index, transaction) in order.transactions.iter().enumerate() {
        if transaction.is_received() && transaction.is_gift_card() {
            draft.gift_card(transaction.amount.0, format!("/transactions/{index}"));
        }
    }
}

fn discounts(allocations: &[Allocation]) -> Decimal {
    allocations.iter().map(|allocation| allocation.amount.0).sum()
}

fn product(item: &LineItem, rates: &Rates, source: String, draft: &mut Draft) {
    let full = item.price.0 * item.quantity.0;
    // The allocations hold discounts on the line and on the order; total_discount only the former.
    let discount = match &item.discount_allocations {
        Some(allocations) => discounts(allocations),
        None => item.total_discount.unwrap_or_default().0,
    };
    let kind = if item.tip.0 { LineKind::Fee } else { LineKind::Product };
    let name = plain_text(item.name.given().or_else(|| item.title.given()).unwrap_or_default());
    let line = rates.line(kind, name, item.quantity.0, (full, full - discount), &item.tax_lines);
    draft.line(ShopLine { sku: item.sku.given().map(str::to_owned), note: note(item), ..line }, source);
}

/// What the buyer chose for the product; properties with an underscore are not meant for people.
fn note(item: &LineItem) -> Option<String> {
    let properties: Vec<_> = item
        .properties
        .iter()
        .filter_map(|property| Some((property.name.0.given()?, property.value.0.given()?)))
        .filter(|(name, _)| !name.starts_with('_'))
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    (!properties.is_empty()).then(|| properties.join("\n"))
}

fn untaxed_fee(name: &str, amount: Decimal, source: &str, draft: &mut Draft) {
    if amount.is_zero() {
        return;
    }
    let line = ShopLine {
        kind: LineKind::Fee,
        sku: None,
        ean: None,
        name: name.to_owned(),
        quantity: Decimal::ONE,
        full: amount,
        net: amount,
        vat: Decimal::ZERO,
        rate: Rate::Known(Decimal::ZERO),
        note: None,
    };
    draft.line(line, source.to_owned());
}

/// What VAT rates are worked out by.
struct Rates {
    country: Country,
    date: Date,
    unit: Decimal,
    taxes_included: bool,
}

impl Rates {
    /// A line from its totals before and after discounts, both with or without VAT as the order says.
    fn line(
        &self,
        kind: LineKind,
        name: String,
        quantity: Decimal,
        (full, total): (Decimal, Decimal),
        taxes: &[TaxLine],
    ) -> ShopLine {
        let vat: Decimal = taxes.iter().map(|tax| tax.price.0).sum();
        let net = if self.taxes_included { total - vat } else { total };
        ShopLine {
            kind,
            sku: None,
            ean: None,
            name,
            quantity,
            full,
            net,
            vat,
            rate: self.rate(net, vat, taxes),
            note: None,
        }
    }

    /// The taxes of a line add up (state and county); where a rate is not given it is derived from the tax.
    fn rate(&self, net: Decimal, vat: Decimal, taxes: &[TaxLine]) -> Rate {
        if net.is_zero() && vat.is_zero() && taxes.is_empty() {
            return Rate::Free;
        }
        // A rate that is named but not charged, as for a buyer exempt from tax.
        if vat.is_zero() && !net.is_zero() {
            return Rate::Known(Decimal::ZERO);
        }
        let named: Option<Decimal> = taxes.iter().map(|tax| tax.rate.map(|rate| rate.0 * Decimal::ONE_HUNDRED)).sum();
        Rate::Known(named.unwrap_or_else(|| snapped(net, vat, self.unit, self.country, self.date)))
    }
}
