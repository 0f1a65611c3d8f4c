use crate::strict_json::words;

use super::identifier::Identifier;
use super::name::Likeness;
use super::traits::Traits;

words! {
    /// What speaks for a card, strongest first.
    #[derive(PartialOrd, Ord)]
    pub enum Reason {
        /// The shop has the card's code already, but other cards have it too.
        NetvisorNumber = "netvisor_number",
        /// The same business id on both sides.
        BusinessId = "business_id",
        /// A VAT id on one side or both that is the same company's.
        VatId = "vat_id",
        /// The same e-mail address.
        Email = "email",
        /// The same name and postcode.
        NameAndPostcode = "name_and_postcode",
        /// The number the shop has is the card's NetvisorKey, perhaps by chance.
        NetvisorKey = "netvisor_key",
        /// The same name and city, where one side has no postcode.
        NameAndCity = "name_and_city",
        /// The same name.
        Name = "name",
        /// The same street in the same place.
        Street = "street",
    }
}

words! {
    /// What speaks against a card.
    #[derive(PartialOrd, Ord)]
    pub enum Contradiction {
        /// Both sides have business or VAT ids, and none is the same.
        DifferentId = "different_id",
        /// Neither name holds all words of the other, or their legal forms differ.
        DifferentName = "different_name",
        /// The same id, but none that could be checked: no Finnish business id, or with a wrong check digit (§5.4).
        IdUnchecked = "id_unchecked",
        /// A consumer on one side, a business on the other.
        DifferentKind = "different_kind",
        /// Both sides have postcodes, and they differ.
        DifferentPostcode = "different_postcode",
    }
}

impl Reason {
    fn points(self) -> u8 {
        match self {
            Self::NetvisorNumber => 100,
            Self::BusinessId | Self::VatId => 90,
            Self::Email => 75,
            Self::NameAndPostcode => 70,
            Self::NetvisorKey | Self::NameAndCity => 40,
            Self::Name => 30,
            Self::Street => 0,
        }
    }
}

/// What each reason after the strongest adds.
const SUPPORT: u8 = 5;

impl Contradiction {
    fn points(self) -> u8 {
        match self {
            Self::DifferentId => 40,
            Self::DifferentName | Self::IdUnchecked => 20,
            Self::DifferentKind => 15,
            Self::DifferentPostcode => 10,
        }
    }
}

/// How well a card fits, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    score: u8,
    /// One bit for each reason and contradiction: there are as many weights as candidates.
    reasons: u16,
    against: u8,
}

impl Weight {
    /// 0 to 100: the points of the strongest reason, 5 more for each other one, less those of the contradictions.
    #[must_use]
    pub fn score(self) -> u8 {
        self.score
    }

    /// What speaks for it, strongest first.
    pub fn reasons(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.iter().copied().filter(move |reason| self.reasons & 1 << *reason as u16 != 0)
    }

    /// What speaks against it, strongest first.
    pub fn against(self) -> impl Iterator<Item = Contradiction> {
        Contradiction::ALL.iter().copied().filter(move |against| self.against & 1 << *against as u8 != 0)
    }

    fn new(
        reasons: impl IntoIterator<Item = Option<Reason>>,
        against: impl IntoIterator<Item = Option<Contradiction>>,
    ) -> Self {
        let mut weight = Self { score: 0, reasons: 0, against: 0 };
        reasons.into_iter().flatten().for_each(|reason| weight.reasons |= 1 << reason as u16);
        against.into_iter().flatten().for_each(|against| weight.against |= 1 << against as u8);
        let mut reasons = weight.reasons();
        let strongest = reasons.next().map_or(0, Reason::points);
        let support: u8 = reasons.map(|_| SUPPORT).sum();
        let contradictions: u8 = weight.against().map(Contradiction::points).sum();
        weight.score = strongest.saturating_add(support).saturating_sub(contradictions).min(100);
        weight
    }
}

/// How well a card fits a customer of the shop.
pub(super) fn weigh(shop: &Traits, card: &Traits) -> Weight {
    let same_id = same_id(shop, card);
    let has_id = |traits: &Traits| traits.identifiers().next().is_some();
    let same_email = shop.email.is_some() && shop.email == card.email;
    let likeness = likeness(shop, card);
    let postcode = compared(&shop.postcode, &card.postcode);
    let city = compared(&shop.city, &card.city);
    let is_same_place = postcode == Some(true) || postcode.is_none() && city == Some(true);
    let name = match (likeness, postcode) {
        (Likeness::Same, Some(true)) => Some(Reason::NameAndPostcode),
        (Likeness::Same, None) if city == Some(true) => Some(Reason::NameAndCity),
        (Likeness::Same, _) => Some(Reason::Name),
        _ => None,
    };
    let number = if has_same_number(shop, card) {
        Some(Reason::NetvisorNumber)
    } else {
        (shop.key.is_some() && shop.key == card.key).then_some(Reason::NetvisorKey)
    };
    let street = is_same_place && compared(&shop.street, &card.street) == Some(true);
    Weight::new(
        [
            number,
            same_id.map(|(reason, _)| reason),
            same_email.then_some(Reason::Email),
            name,
            street.then_some(Reason::Street),
        ],
        [
            (same_id.is_none() && has_id(shop) && has_id(card)).then_some(Contradiction::DifferentId),
            (likeness == Likeness::Different).then_some(Contradiction::DifferentName),
            same_id.filter(|(_, id)| !id.is_checked()).map(|_| Contradiction::IdUnchecked),
            (compared(&shop.is_business, &card.is_business) == Some(false)).then_some(Contradiction::DifferentKind),
            (postcode == Some(false)).then_some(Contradiction::DifferentPostcode),
        ],
    )
}

/// Whether the shop has the card's code, in any case.
fn has_same_number(shop: &Traits, card: &Traits) -> bool {
    match (&shop.number, &card.number) {
        (Some(number), Some(code)) => number.eq_ignore_ascii_case(code),
        _ => false,
    }
}

fn same_id<'a>(shop: &'a Traits, card: &Traits) -> Option<(Reason, &'a Identifier)> {
    if let Some(id) = &shop.business_id
        && card.business_id.as_ref() == Some(id)
    {
        return Some((Reason::BusinessId, id));
    }
    let id = shop.identifiers().find(|id| card.identifiers().any(|other| other == *id))?;
    Some((Reason::VatId, id))
}

/// The best any two of the names have in common; names that are not there speak neither for nor against.
fn likeness(shop: &Traits, card: &Traits) -> Likeness {
    let mut best = None;
    for likeness in shop.names().flat_map(|name| card.names().map(|other| name.likeness(other))) {
        best = match (best, likeness) {
            (_, Likeness::Same) => return Likeness::Same,
            (Some(Likeness::Contained), _) | (_, Likeness::Contained) => Some(Likeness::Contained),
            _ => Some(Likeness::Different),
        };
    }
    best.unwrap_or(Likeness::Contained)
}

/// Whether they are equal, where both are known.
fn compared<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> Option<bool> {
    one.as_ref().zip(other.as_ref()).map(|(one, other)| one == other)
}
