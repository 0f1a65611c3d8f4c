use crate::fault::{Fault, FaultCode};
use crate::order::{BuyerKind, Country, CountryGroup, LineKind, Percent};
use crate::settings::{Settings, VatCode};

use super::notes::Notes;

/// What decides the VAT codes of one order's lines.
pub(super) struct VatCodes<'s> {
    settings: &'s Settings,
    country: Country,
    buyer: BuyerKind,
}

impl<'s> VatCodes<'s> {
    pub(super) fn new(settings: &'s Settings, country: Country, buyer: BuyerKind) -> Self {
        Self { settings, country, buyer }
    }

    /// The code of a line: the merchant's first rule that fits, else the built-in one. A code that does not take the rate
    /// is refused when the built-in rules chose it, and noted when the merchant's rule did (§5.1).
    pub(super) fn code(
        &self,
        kind: LineKind,
        rate: Percent,
        path: impl Fn() -> String,
        notes: &mut Notes<'_>,
    ) -> Option<VatCode> {
        let fits = |rule: &&crate::settings::VatRule| rule.when.holds(self.country, self.buyer, rate, kind);
        if let Some(rule) = self.settings.vat.iter().find(fits) {
            if !rule.code.takes(rate) {
                notes.warning(rate_not_allowed(rule.code, rate, path()));
            }
            return Some(rule.code);
        }
        match self.built_in(kind, rate) {
            Some(code) if code.takes(rate) => Some(code),
            Some(code) => {
                notes.fault(rate_not_allowed(code, rate, path()));
                None
            }
            None => {
                let fault = Fault::new(FaultCode::VatCodeUndecided, path());
                notes.fault(fault.with(self.country).with(self.buyer.as_str()).with(rate.normalize()));
                None
            }
        }
    }

    /// Only what is the same for every merchant. A rate charged to a buyer in another EU country is that country's rate or
    /// a sale below the threshold, which the order does not tell; Åland has rules of its own.
    fn built_in(&self, kind: LineKind, rate: Percent) -> Option<VatCode> {
        if kind == LineKind::GiftCard {
            return Some(VatCode::None);
        }
        match (self.country.group(), self.buyer, rate.is_zero()) {
            (CountryGroup::Domestic, _, true) => Some(VatCode::Komy0),
            (CountryGroup::Domestic, _, false) => Some(VatCode::Komy),
            (CountryGroup::Eu, BuyerKind::Business, true) => Some(VatCode::Eumy),
            (CountryGroup::Outside, _, true) => Some(VatCode::Euum),
            (CountryGroup::Eu | CountryGroup::Outside | CountryGroup::Special, _, _) => None,
        }
    }
}

fn rate_not_allowed(code: VatCode, rate: Percent, path: String) -> Fault {
    Fault::new(FaultCode::VatRateNotAllowed, path).with(code.as_str()).with(rate.normalize())
}
