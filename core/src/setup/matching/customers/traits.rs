use crate::order::BuyerKind;

use super::fold::compact;
use super::identifier::Identifier;
use super::index::{Index, Value};
use super::name::Name;
use super::{NetvisorCustomer, ShopCustomer};

/// What is compared of a customer.
pub(super) struct Traits {
    pub(super) business_id: Option<Identifier>,
    pub(super) vat_id: Option<Identifier>,
    pub(super) email: Option<Box<str>>,
    pub(super) name: Option<Name>,
    /// The name with its second line, which few cards have.
    pub(super) extended_name: Option<Box<Name>>,
    pub(super) postcode: Option<Box<str>>,
    pub(super) street: Option<Box<str>>,
    pub(super) city: Option<Box<str>>,
    pub(super) is_business: Option<bool>,
    /// The number in Netvisor: of the shop's customer as the shop has it, of a card its code.
    pub(super) number: Option<Box<str>>,
    /// The key of the card, or the shop's number taken for one.
    pub(super) key: Option<u64>,
}

impl Traits {
    pub(super) fn of_shop(customer: &ShopCustomer) -> Self {
        let number = number(customer.netvisor_number.as_deref());
        Self {
            business_id: customer.business_id.as_deref().and_then(Identifier::new),
            vat_id: customer.vat_id.as_deref().and_then(Identifier::new),
            email: email(customer.email.as_deref()),
            name: Name::new(&customer.name),
            extended_name: None,
            postcode: postcode(customer.postcode.as_deref()),
            street: customer.street.as_deref().and_then(compact),
            city: customer.city.as_deref().and_then(compact),
            is_business: customer.kind.map(|kind| kind == BuyerKind::Business),
            key: number.as_deref().and_then(|number| number.parse().ok()),
            number,
        }
    }

    pub(super) fn of_card(card: &NetvisorCustomer) -> Self {
        let extension = card.name_extension.as_deref().map(str::trim).filter(|extension| !extension.is_empty());
        let extended = extension.and_then(|extension| Name::new(&format!("{} {extension}", card.name)));
        Self {
            business_id: card.business_id.as_deref().and_then(Identifier::new),
            vat_id: card.vat_id.as_deref().and_then(Identifier::new),
            email: email(card.email.as_deref()),
            name: Name::new(&card.name),
            extended_name: extended.map(Box::new),
            postcode: postcode(card.postcode.as_deref()),
            street: card.street.as_deref().and_then(compact),
            city: card.city.as_deref().and_then(compact),
            is_business: card.is_private.map(|is_private| !is_private),
            number: number(card.code.as_deref()),
            key: Some(card.netvisor_key),
        }
    }

    pub(super) fn identifiers(&self) -> impl Iterator<Item = &Identifier> {
        self.business_id.iter().chain(&self.vat_id)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &Name> {
        self.name.iter().chain(self.extended_name.as_deref())
    }

    /// The values a customer is found by, but for its number and name.
    pub(super) fn each_telling_value(&self, mut each: impl FnMut(u32)) {
        self.identifiers().for_each(|identifier| each(Index::hash(Value::Identifier(identifier.key()))));
        if let Some(email) = &self.email {
            each(Index::hash(Value::Email(email)));
        }
        if let Some(postcode) = &self.postcode {
            self.names().for_each(|name| each(Index::hash(Value::NameAndPostcode(name.key(), postcode))));
        }
    }

    pub(super) fn each_name(&self, mut each: impl FnMut(u32)) {
        self.names().for_each(|name| each(Index::hash(Value::Name(name.key()))));
    }
}

/// A code as the export compares it: without the blanks around it, and where no card has it exactly, in any case.
fn number(text: Option<&str>) -> Option<Box<str>> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(Into::into)
}

fn email(text: Option<&str>) -> Option<Box<str>> {
    let text = text?.trim().to_lowercase();
    let (user, host) = text.split_once('@')?;
    (!user.is_empty() && !host.is_empty()).then(|| text.into())
}

/// `FI-00100` is `00100`. Zeros alone stand for none.
fn postcode(text: Option<&str>) -> Option<Box<str>> {
    let mut postcode: String = text?.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    let digits = postcode.trim_start_matches(|c: char| c.is_ascii_uppercase());
    if digits.len() == 5 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        postcode = digits.to_owned();
    }
    postcode.contains(|c| c != '0').then(|| postcode.into())
}
