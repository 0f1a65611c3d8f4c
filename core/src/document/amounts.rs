//! The money rule: what the shop computed is the truth, and the exported lines sum to the order's total to the cent.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::fault::{Fault, FaultCode};
use crate::order::{Line, LineKind, Order, PricedLine};
use crate::settings::{GiftCards, Settings};

use super::notes::Notes;

/// What one line comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LineAmounts {
    pub(super) gross: Decimal,
    pub(super) vat: Decimal,
}

impl LineAmounts {
    pub(super) fn net(self) -> Decimal {
        self.gross - self.vat
    }
}

/// What the document comes to.
pub(super) struct Amounts {
    /// One for each line of the order; `None` for comments, and for gift cards that become payments.
    pub(super) lines: Vec<Option<LineAmounts>>,
    /// The difference the rounding line makes up, if there is one.
    pub(super) rounding: Option<Decimal>,
    /// The document's total: what the buyer pays, and the gift cards that become payments.
    pub(super) total: Decimal,
    /// Paid by gift cards that become payments; positive.
    pub(super) gift_cards: Decimal,
}

/// Works out the lines and checks them against the totals the shop gave.
pub(super) fn amounts(order: &Order, settings: &Settings, notes: &mut Notes<'_>) -> Amounts {
    let mut lines = Vec::with_capacity(order.lines.len());
    let mut gross = Decimal::ZERO;
    let mut vat = Decimal::ZERO;
    let mut gift_cards = Decimal::ZERO;
    for (index, line) in order.lines.iter().enumerate() {
        let Line::Priced(line) = line else {
            lines.push(None);
            continue;
        };
        if line.kind == LineKind::GiftCard && settings.payment.gift_cards == GiftCards::Payment {
            gift_cards -= *line.total;
            lines.push(None);
            continue;
        }
        let amounts = line_amounts(order, line, index, settings, notes);
        gross += amounts.gross;
        vat += amounts.vat;
        lines.push(Some(amounts));
    }
    let total = *order.total + gift_cards;
    check_vat(order, vat, settings, notes);
    let difference = total - gross;
    let rounding = (!difference.is_zero()).then_some(difference);
    if difference.abs() > *settings.rounding.tolerance {
        let fault = Fault::new(FaultCode::TotalsMismatch, "/total");
        notes.fault(fault.with(order.currency.show(gross - gift_cards)).with(order.currency.show(*order.total)));
    }
    Amounts { lines, rounding, total, gift_cards }
}

fn line_amounts(
    order: &Order,
    line: &PricedLine,
    index: usize,
    settings: &Settings,
    notes: &mut Notes<'_>,
) -> LineAmounts {
    let rate = *line.vat_percent;
    let total = *line.total;
    // Including VAT the tax is rate / (100 + rate) of the total, else rate / 100.
    let whole = if order.prices_include_vat { Decimal::ONE_HUNDRED + rate } else { Decimal::ONE_HUNDRED };
    let vat = match line.vat_total {
        Some(vat) => {
            // Shops that round the tax of each unit may be off by half a cent a unit.
            let allowed = *settings.rounding.tolerance + HALF_CENT * line.quantity.abs();
            if (*vat * whole - total * rate).abs() > allowed * whole {
                let expected = round_to_cent(total * rate / whole, order);
                let fault = Fault::new(FaultCode::LineVatMismatch, format!("/lines/{index}/vat_total"));
                notes.fault(fault.with(order.currency.show(*vat)).with(order.currency.show(expected)));
            }
            *vat
        }
        None if rate.is_zero() => Decimal::ZERO,
        None => round_to_cent(total * rate / whole, order),
    };
    check_total(order, line, index, notes);
    LineAmounts { gross: if order.prices_include_vat { total } else { total + vat }, vat }
}

const HALF_CENT: Decimal = Decimal::from_parts(5, 0, 0, false, 3);
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Notes a line whose quantity and price do not come to its total; rounding of price and discount is let through.
fn check_total(order: &Order, line: &PricedLine, index: usize, notes: &mut Notes<'_>) {
    let quantity = line.quantity.abs();
    let full = *line.quantity * *line.unit_price;
    let half_unit = |scale: u32| Decimal::new(5, scale.max(2) + 1);
    let (computed, allowed) = match line.discount_percent {
        None => (full, CENT + quantity * half_unit(line.unit_price.scale())),
        Some(discount) => {
            let computed = full * (Decimal::ONE_HUNDRED - *discount) / Decimal::ONE_HUNDRED;
            let of_discount = full.abs() * half_unit(discount.scale()) / Decimal::ONE_HUNDRED;
            (computed, CENT + quantity * half_unit(line.unit_price.scale()) + of_discount)
        }
    };
    if (computed - *line.total).abs() > allowed {
        let warning = Fault::new(FaultCode::LineTotalDiffers, format!("/lines/{index}/total"));
        notes.warning(warning.with(order.currency.show(computed)).with(order.currency.show(*line.total)));
    }
}

/// The lines' VAT against the order's. Shops that round the tax once for the whole order may be off by half a cent a line.
fn check_vat(order: &Order, vat: Decimal, settings: &Settings, notes: &mut Notes<'_>) {
    if let Some(total_vat) = order.total_vat {
        let allowed = *settings.rounding.tolerance + HALF_CENT * Decimal::from(order.lines.len());
        if (vat - *total_vat).abs() > allowed {
            let fault = Fault::new(FaultCode::VatTotalsMismatch, "/total_vat");
            notes.fault(fault.with(order.currency.show(vat)).with(order.currency.show(*total_vat)));
        }
    }
}

/// Half a cent goes away from zero, as in the vendor's own client (§6.7).
fn round_to_cent(amount: Decimal, order: &Order) -> Decimal {
    amount.round_dp_with_strategy(order.currency.decimals(), RoundingStrategy::MidpointAwayFromZero)
}
