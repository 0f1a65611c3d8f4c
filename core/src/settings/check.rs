use std::collections::BTreeMap;
use std::ops::Deref;

use crate::fault::{Error, ErrorKind, Fault, FaultCode, Language};
use crate::strict_json::{self, Broken, Context, Json, Path, Read, Slot, object};

use super::{DocumentStatus, DocumentType, GiftCards, MessageLanguage, MissingProduct, RecordPayment, SettingsFields};

/// The state of an order (§6.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderStatus {
    /// Not yet sent.
    Undelivered,
    /// Sent.
    Delivered,
}

/// The state of an invoice (§6.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceStatus {
    /// Sent elsewhere.
    Open,
    /// Netvisor will send it.
    Unsent,
}

/// What orders become; type and state that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// A sales order.
    Order(OrderStatus),
    /// A sales invoice.
    Invoice(InvoiceStatus),
    /// A draft invoice.
    Draft,
}

/// The merchant's choices, checked to go together.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    fields: SettingsFields,
    document_kind: DocumentKind,
}

impl Settings {
    /// Reads settings; what is not given has its default.
    ///
    /// # Errors
    /// Unknown keys, values not permitted, and combinations that contradict one another, in the language the settings
    /// choose.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        strict_json::read::<SettingsFields>(ErrorKind::Settings, json)?.check()
    }

    /// What orders become.
    #[must_use]
    pub fn document_kind(&self) -> DocumentKind {
        self.document_kind
    }

    /// The language of messages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.fields.language.into()
    }

    /// The fields, to change and check again.
    #[must_use]
    pub fn into_fields(self) -> SettingsFields {
        self.fields
    }

    /// Whether a payment is recorded for orders the shop says are paid.
    pub(crate) fn records_payments(&self) -> bool {
        self.payment.record == RecordPayment::WhenPaid
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { fields: SettingsFields::default(), document_kind: DocumentKind::Order(OrderStatus::Undelivered) }
    }
}

impl Deref for Settings {
    type Target = SettingsFields;
    fn deref(&self) -> &SettingsFields {
        &self.fields
    }
}

impl From<MessageLanguage> for Language {
    fn from(language: MessageLanguage) -> Self {
        match language {
            MessageLanguage::Finnish => Self::Finnish,
            MessageLanguage::Swedish => Self::Swedish,
            MessageLanguage::English => Self::English,
        }
    }
}

impl SettingsFields {
    /// Looks at the settings together.
    ///
    /// # Errors
    /// Combinations that contradict one another, and values out of range.
    pub fn check(self) -> Result<Settings, Error> {
        let mut faults = Vec::new();
        let document_kind = document_kind(&self, &mut faults);
        check_texts(&self, &mut faults);
        if self.terms.net_days > 999 {
            faults.push(Fault::new(FaultCode::IntegerOutOfRange, "/terms/net_days").with(0).with(999));
        }
        if !(1..=1_440).contains(&self.recovery.quarantine_minutes) {
            faults.push(Fault::new(FaultCode::IntegerOutOfRange, "/recovery/quarantine_minutes").with(1).with(1_440));
        }
        if !(1..=10_080).contains(&self.recovery.give_up_minutes) {
            faults.push(Fault::new(FaultCode::IntegerOutOfRange, "/recovery/give_up_minutes").with(1).with(10_080));
        }
        if self.numbering.manual_from == Some(0) {
            faults.push(Fault::new(FaultCode::IntegerOutOfRange, "/numbering/manual_from").with(1).with("2^53-1"));
        }
        if self.rounding.tolerance.is_sign_negative() && !self.rounding.tolerance.is_zero() {
            faults.push(Fault::new(FaultCode::DecimalOutOfRange, "/rounding/tolerance").with(0).with("999999999999"));
        }
        if self.products.missing == MissingProduct::Fallback && self.products.fallback_code.is_none() {
            faults.push(Fault::new(FaultCode::FallbackCodeMissing, "/products/fallback_code"));
        }
        check_payments(&self, &mut faults);
        match (Error::from_faults(ErrorKind::Settings, faults), document_kind) {
            (None, Some(document_kind)) => Ok(Settings { fields: self, document_kind }),
            (Some(error), _) => Err(error.in_language(self.language.into())),
            // A kind that could not be decided has noted why; this is for the compiler.
            (None, None) => Err(Error::one(ErrorKind::Settings, Fault::new(FaultCode::FieldMissing, "/document"))),
        }
    }
}

fn document_kind(settings: &SettingsFields, faults: &mut Vec<Fault>) -> Option<DocumentKind> {
    use DocumentStatus::{Delivered, Open, Undelivered, Unsent};
    let kind = match (settings.document.document_type, settings.document.status) {
        (DocumentType::Order, None | Some(Undelivered)) => DocumentKind::Order(OrderStatus::Undelivered),
        (DocumentType::Order, Some(Delivered)) => DocumentKind::Order(OrderStatus::Delivered),
        (DocumentType::Invoice, None | Some(Open)) => DocumentKind::Invoice(InvoiceStatus::Open),
        (DocumentType::Invoice, Some(Unsent)) => DocumentKind::Invoice(InvoiceStatus::Unsent),
        (DocumentType::Draft, None) => DocumentKind::Draft,
        (document_type, Some(_)) => {
            let permitted = match document_type {
                DocumentType::Order => "undelivered, delivered",
                DocumentType::Invoice => "open, unsent",
                DocumentType::Draft => "null",
            };
            let other = format!("document.type = \"{}\"", document_type.as_str());
            faults.push(Fault::new(FaultCode::SettingsConflict, "/document/status").with(other).with(permitted));
            return None;
        }
    };
    Some(kind)
}

fn check_payments(settings: &SettingsFields, faults: &mut Vec<Fault>) {
    let payment = &settings.payment;
    if payment.record == RecordPayment::Never {
        if payment.gift_cards == GiftCards::Payment {
            let fault = Fault::new(FaultCode::SettingsConflict, "/payment/gift_cards");
            faults.push(fault.with("payment.record = \"never\"").with("line"));
        }
        return;
    }
    match settings.document.document_type {
        DocumentType::Order if payment.prepayment_account.is_none() => {
            faults.push(Fault::new(FaultCode::PrepaymentAccountMissing, "/payment/prepayment_account"));
        }
        DocumentType::Draft => {
            let fault = Fault::new(FaultCode::SettingsConflict, "/payment/record");
            faults.push(fault.with("document.type = \"draft\"").with("never"));
        }
        DocumentType::Order | DocumentType::Invoice => {}
    }
}

/// Names and codes that are given must say something.
fn check_texts(settings: &SettingsFields, faults: &mut Vec<Fault>) {
    let products = &settings.products;
    let texts = [
        (settings.document.second_name.as_ref(), "/document/second_name"),
        (Some(&settings.customers.temporary_code), "/customers/temporary_code"),
        (settings.customers.group.as_ref(), "/customers/group"),
        (Some(&products.group), "/products/group"),
        (products.fallback_code.as_ref(), "/products/fallback_code"),
        (products.shipping.code.as_ref(), "/products/shipping/code"),
        (products.fee.code.as_ref(), "/products/fee/code"),
        (products.discount.code.as_ref(), "/products/discount/code"),
        (products.gift_card.code.as_ref(), "/products/gift_card/code"),
        (products.rounding.code.as_ref(), "/products/rounding/code"),
        (settings.payment.prepayment_account.as_ref(), "/payment/prepayment_account"),
    ];
    for (text, path) in texts {
        if text.is_some_and(|text| text.trim_start().is_empty()) {
            faults.push(Fault::new(FaultCode::TextEmpty, path));
        }
    }
}

/// An object whose keys are the caller's own names.
impl<'de, T: Read<'de>> Slot<'de> for BTreeMap<String, T> {
    fn read(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken> {
        self.clear();
        let mut are_readable = true;
        let there = object(json, context, at, &[], &mut |json, context, here, (key, _)| {
            match T::value(json, context, here)? {
                Some(value) => {
                    if self.insert(key.to_owned(), value).is_some() {
                        context.note_at(FaultCode::FieldDuplicate, here);
                    }
                }
                None => are_readable = false,
            }
            Ok(())
        })?;
        Ok(there && are_readable)
    }
}

impl<'de, T: Read<'de>> Read<'de> for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }
}
