use rust_decimal::{Decimal, RoundingStrategy};

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::{Country, Currency, Line, LineKind, Money, OrderFields, Percent, PricedLine, Quantity, UnitPrice};
use crate::strict_json::MAX_FAULTS;

use super::ReadOrder;

/// The most an amount of [`Money`] can be.
const MOST_MONEY: Decimal = Decimal::from_parts(0xD4A5_0FFF, 0xE8, 0, false, 0);

/// Collects an order's lines while a shop's order is being read, and remembers where in the shop's JSON each came from.
pub(super) struct Draft {
    pub(super) currency: Currency,
    pub(super) prices_include_vat: bool,
    lines: Vec<PricedLine>,
    /// Of each line: whether it is free and takes its rate from the others.
    free: Vec<bool>,
    /// Of each line: the pointer into the shop's JSON.
    sources: Vec<String>,
    faults: Vec<Fault>,
    warnings: Vec<Fault>,
}

/// What a shop says of one line. Amounts are without VAT; the VAT stands beside them.
pub(super) struct ShopLine {
    pub(super) kind: LineKind,
    pub(super) sku: Option<String>,
    pub(super) ean: Option<String>,
    pub(super) name: String,
    pub(super) quantity: Decimal,
    /// Before the line's discount, with or without VAT as the order's prices are.
    pub(super) full: Decimal,
    pub(super) net: Decimal,
    pub(super) vat: Decimal,
    pub(super) rate: Rate,
    pub(super) note: Option<String>,
}

/// What is known of a line's VAT rate.
pub(super) enum Rate {
    /// The shop says it, or its amounts tell.
    Known(Decimal),
    /// The line is free: it takes the rate of the others.
    Free,
}

impl Draft {
    pub(super) fn new(currency: Currency, prices_include_vat: bool) -> Self {
        let (lines, free, sources, faults, warnings) = Default::default();
        Self { currency, prices_include_vat, lines, free, sources, faults, warnings }
    }

    pub(super) fn fault(&mut self, fault: Fault) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(fault);
        }
    }

    pub(super) fn warning(&mut self, warning: Fault) {
        self.warnings.push(warning);
    }

    /// The smallest amount of the currency.
    pub(super) fn unit(&self) -> Decimal {
        Decimal::new(1, self.currency.decimals())
    }

    /// An amount to the cent, as the order has it.
    pub(super) fn money(&mut self, amount: Decimal, source: &str) -> Money {
        let rounded = self.round(amount);
        Money::new(at_least(rounded, self.currency.decimals())).unwrap_or_else(|| {
            self.fault(Fault::new(FaultCode::DecimalOutOfRange, source).with(-MOST_MONEY).with(MOST_MONEY));
            Money::default()
        })
    }

    pub(super) fn round(&self, amount: Decimal) -> Decimal {
        amount.round_dp_with_strategy(self.currency.decimals(), RoundingStrategy::MidpointAwayFromZero)
    }

    /// Adds a line; `source` is its pointer in the shop's JSON.
    pub(super) fn line(&mut self, line: ShopLine, source: String) {
        let quantity = line.quantity.round_dp(6);
        if [line.net, line.vat, line.full].iter().any(|amount| amount.abs() > MOST_MONEY) {
            return self.fault(Fault::new(FaultCode::DecimalOutOfRange, source).with(-MOST_MONEY).with(MOST_MONEY));
        }
        // Rounded apart, so that net and VAT stay what the shop said of each.
        let (net, vat) = (self.round(line.net), self.round(line.vat));
        let total = if self.prices_include_vat { net + vat } else { net };
        let full = self.round(line.full);
        let (unit_price, discount) = unit_price(quantity, full, total, self.unit());
        let (rate, free) = match line.rate {
            Rate::Known(rate) => (rate, false),
            Rate::Free => (Decimal::ZERO, true),
        };
        let out_of_range = |draft: &mut Self, field: &str, from: i64, to: i64| {
            let fault = Fault::new(FaultCode::DecimalOutOfRange, format!("{source}{field}"));
            draft.fault(fault.with(from).with(to));
        };
        let Some(quantity) = Quantity::new(quantity.normalize()) else {
            return out_of_range(self, "/quantity", -999_999_999, 999_999_999);
        };
        let Some(unit_price) = UnitPrice::new(at_least(unit_price, self.currency.decimals())) else {
            return out_of_range(self, "", -999_999_999, 999_999_999);
        };
        let Some(vat_percent) = Percent::new(rate.round_dp(4).normalize()) else {
            return out_of_range(self, "", 0, 100);
        };
        let line = PricedLine {
            kind: line.kind,
            sku: line.sku,
            ean: line.ean,
            name: line.name,
            quantity,
            unit: None,
            unit_price,
            discount_percent: discount.map(|discount| discount.normalize()).and_then(Percent::new),
            vat_percent,
            total: self.money(total, &source),
            vat_total: Some(self.money(vat, &source)),
            note: line.note,
        };
        self.lines.push(line);
        self.free.push(free);
        self.sources.push(source);
    }

    /// A gift card used to pay: the amount is positive.
    pub(super) fn gift_card(&mut self, amount: Decimal, source: String) {
        let line = ShopLine {
            kind: LineKind::GiftCard,
            sku: None,
            ean: None,
            // The card's code stays out of the books: whoever knows it can spend it.
            name: "Lahjakortti".to_owned(),
            quantity: -Decimal::ONE,
            full: -amount,
            net: -amount,
            vat: Decimal::ZERO,
            rate: Rate::Known(Decimal::ZERO),
            note: None,
        };
        self.line(line, source);
    }

    /// A country by its code; a fault where there is none.
    pub(super) fn country(&mut self, code: Option<&str>, source: &str) -> Option<Country> {
        let country = code.map(str::to_ascii_uppercase).and_then(|code| Country::new(&code));
        if country.is_none() {
            let fault = if code.is_some() { FaultCode::CountryUnknown } else { FaultCode::FieldMissing };
            self.fault(Fault::new(fault, source));
        }
        country
    }

    /// The order, or everything that is wrong with it, with pointers into the shop's JSON. `names` pairs canonical
    /// pointers with the shop's; of those that fit, the first counts.
    pub(super) fn finish(
        self,
        fields: Option<OrderFields>,
        names: &[(&str, &str)],
        line_names: &[(&str, &str)],
    ) -> Result<ReadOrder, Error> {
        let Self { mut lines, free, sources, faults, warnings, .. } = self;
        if let Some(error) = Error::from_faults(ErrorKind::Order, faults) {
            return Err(error);
        }
        let Some(fields) = fields else {
            // Without fields a fault has been noted; this is for the compiler.
            return Err(Error::one(ErrorKind::Order, Fault::new(FaultCode::FieldMissing, "")));
        };
        let sold = |line: &&PricedLine| line.kind == LineKind::Product && !line.total.is_zero();
        let rate = lines.iter().find(sold).map(|line| line.vat_percent).unwrap_or_default();
        for (line, _) in lines.iter_mut().zip(free).filter(|(_, free)| *free) {
            line.vat_percent = rate;
        }
        let lines = lines.into_iter().map(Line::Priced).collect();
        let checked = OrderFields { lines, ..fields }.check();
        let order = checked.map_err(|error| error.map_paths(|path| source_of(path, &sources, names, line_names)))?;
        Ok(ReadOrder { order, warnings })
    }
}

fn source_of(path: &str, sources: &[String], names: &[(&str, &str)], line_names: &[(&str, &str)]) -> String {
    if let Some((index, field)) = path.strip_prefix("/lines/").map(|rest| rest.split_once('/').unwrap_or((rest, ""))) {
        let source = index.parse().ok().and_then(|index: usize| sources.get(index));
        let name = line_names.iter().find(|(canonical, _)| *canonical == field).map_or("", |(_, name)| name);
        return format!("{}{name}", source.map_or("", String::as_str));
    }
    let renamed =
        names.iter().find_map(|(canonical, name)| path.strip_prefix(canonical).map(|rest| format!("{name}{rest}")));
    renamed.unwrap_or_else(|| path.to_owned())
}

/// The number with at least so many decimals.
fn at_least(mut number: Decimal, decimals: u32) -> Decimal {
    number.rescale(number.normalize().scale().max(decimals));
    number
}

/// The unit price and discount to show: the fewest decimals that come to the totals to the cent. A discount no percentage
/// of two decimals describes goes into the unit price.
fn unit_price(quantity: Decimal, full: Decimal, total: Decimal, unit: Decimal) -> (Decimal, Option<Decimal>) {
    if quantity.is_zero() {
        return (Decimal::ZERO, None);
    }
    let fits = |amount: Decimal, wanted: Decimal| (amount - wanted).abs() * Decimal::TWO <= unit;
    let price = |amount: Decimal| {
        let exact = amount / quantity;
        let rounded = (unit.scale()..=8).map(|decimals| exact.round_dp(decimals));
        rounded.clone().find(|price| fits(*price * quantity, amount)).unwrap_or_else(|| exact.round_dp(8))
    };
    if full == total || full.is_zero() {
        return (price(total), None);
    }
    let full_price = price(full);
    let exact = (full - total) * Decimal::ONE_HUNDRED / full;
    let discount = (0..=2).map(|decimals| exact.round_dp(decimals)).find(|discount| {
        fits(full_price * quantity * (Decimal::ONE_HUNDRED - *discount) / Decimal::ONE_HUNDRED, total)
    });
    match discount {
        Some(discount) if discount > Decimal::ZERO && discount <= Decimal::ONE_HUNDRED => (full_price, Some(discount)),
        _ => (price(total), None),
    }
}
