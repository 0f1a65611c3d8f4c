use chrono::{DateTime, NaiveDateTime, Utc};
use serde::Deserialize;

use super::register::Entry;
use crate::reply::finnish_time;
use crate::xml::Element;

/// A customer to put into the register without a message. What is left empty is empty on the card.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CustomerCard {
    /// Customer code, which documents link to by `type="customer"`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Business id (Y-tunnus) or another outer identifier.
    pub business_id: String,
    /// Organisation unit number (OVT), which documents link to by `type="organizationunitnumber"`.
    pub organization_unit_number: String,
    /// Street address.
    pub street: String,
    /// Postal code.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Country, ISO 3166 alpha-2.
    pub country: String,
    /// E-mail address.
    pub email: String,
}

/// A customer's card, in the shape it is imported in.
#[derive(Debug, Clone)]
pub(crate) struct Customer {
    card: Element,
    /// When a request made or changed it; `None` for one that was put in.
    changed: Option<DateTime<Utc>>,
    /// What a keyword is looked for in, in lower case.
    searched: String,
}

/// What customers go by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CustomerName {
    Code(String),
    /// A code that is a number.
    CodeNumber(u64),
    UnitNumber(String),
}

impl Customer {
    pub(crate) fn new(card: &CustomerCard) -> Self {
        let base = [
            ("internalidentifier", &card.code),
            ("externalidentifier", &card.business_id),
            ("organizationunitnumber", &card.organization_unit_number),
            ("name", &card.name),
            ("streetaddress", &card.street),
            ("city", &card.city),
            ("postnumber", &card.postcode),
            ("country", &card.country),
            ("email", &card.email),
        ];
        Self::of(Element::branch("customer", vec![block("customerbaseinformation", &base)]))
    }

    pub(crate) fn of(card: Element) -> Self {
        let base = card.child("customerbaseinformation");
        let searched = searched(base, &["name", "internalidentifier", "externalidentifier", "nameextension"]);
        Self { card, changed: None, searched }
    }

    pub(crate) fn changed_at(self, time: DateTime<Utc>) -> Self {
        Self { changed: Some(time), ..self }
    }

    pub(crate) fn is_changed_since(&self, time: NaiveDateTime) -> bool {
        self.changed.is_some_and(|changed| finnish_time(changed).naive_local() >= time)
    }

    pub(crate) fn card(&self) -> &Element {
        &self.card
    }

    /// Whether the word, in lower case, is in its name, code, business id or name extension (§3.1).
    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.searched.contains(word)
    }

    pub(crate) fn base(&self, name: &str) -> &str {
        self.card.child("customerbaseinformation").map_or("", |base| base.value(name))
    }

    pub(crate) fn code(&self) -> &str {
        self.base("internalidentifier")
    }
}

pub(super) fn block(name: &str, values: &[(&str, &String)]) -> Element {
    let filled = values.iter().filter(|(_, text)| !text.is_empty());
    Element::branch(name, filled.map(|(name, text)| Element::leaf(name, text)).collect())
}

/// The texts a keyword is looked for in, one a line, so that no word is found across two of them.
pub(super) fn searched(base: Option<&Element>, names: &[&str]) -> String {
    let texts = names.iter().map(|name| base.map_or("", |base| base.value(name)));
    texts.collect::<Vec<_>>().join("\n").to_lowercase()
}

impl Entry for Customer {
    type Name = CustomerName;

    fn names(&self) -> Vec<CustomerName> {
        let code = self.code();
        let unit_number = self.base("organizationunitnumber");
        [
            (!code.is_empty()).then(|| CustomerName::Code(code.to_owned())),
            code.parse().ok().map(CustomerName::CodeNumber),
            (!unit_number.is_empty()).then(|| CustomerName::UnitNumber(unit_number.to_owned())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
