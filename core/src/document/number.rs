use crate::fault::{Fault, FaultCode};
use crate::order::Order;
use crate::settings::{DocumentKind, NumberingMode, Settings};

use super::notes::Notes;

/// The largest document number: 15 digits leave room for Netvisor's reference number, which is made of it.
pub(crate) const MAX_NUMBER: u64 = 999_999_999_999_999;

/// The document's number, or `None` where Netvisor gives it: by the merchant's choice, and for drafts, which have none
/// (§2.1).
pub(super) fn document_number(order: &Order, settings: &Settings, notes: &mut Notes<'_>) -> Option<u64> {
    if settings.document_kind() == DocumentKind::Draft || settings.numbering.mode == NumberingMode::Automatic {
        return None;
    }
    let mut digits = order.number.bytes().filter(u8::is_ascii_digit).map(|byte| u64::from(byte - b'0')).peekable();
    if digits.peek().is_none() {
        notes.fault(Fault::new(FaultCode::NumberWithoutDigits, "/number"));
        return None;
    }
    let highest = settings.numbering.manual_from.map_or(MAX_NUMBER, |manual| (manual - 1).min(MAX_NUMBER));
    let number = digits
        .try_fold(0_u64, |number, digit| number.checked_mul(10)?.checked_add(digit))
        .and_then(|number| number.checked_add(settings.numbering.offset));
    match number {
        Some(number) if (1..=highest).contains(&number) => Some(number),
        outside => {
            let shown = outside.map_or_else(
                || order.number.chars().filter(char::is_ascii_digit).take(40).collect(),
                |n| n.to_string(),
            );
            notes.fault(Fault::new(FaultCode::DocumentNumberOutOfRange, "/number").with(shown).with(highest));
            None
        }
    }
}
