use crate::order::{Address, Country};

use super::lenient::Text;
use super::markup::plain_text;

/// The parts of an address that every shop has.
pub(super) struct ShopAddress<'o> {
    pub(super) company: &'o Text,
    pub(super) first_name: &'o Text,
    pub(super) last_name: &'o Text,
    pub(super) street: &'o Text,
    pub(super) additional_street: &'o Text,
    pub(super) postcode: &'o Text,
    pub(super) city: &'o Text,
}

impl ShopAddress<'_> {
    /// First and last name; empty when neither is given.
    pub(super) fn person(&self) -> String {
        let names = [self.first_name.given(), self.last_name.given()];
        plain_text(&names.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    pub(super) fn company(&self) -> Option<String> {
        given(self.company)
    }

    /// Who lives or works there: the company, else the person.
    pub(super) fn name(&self) -> String {
        self.company().unwrap_or_else(|| self.person())
    }

    /// Whether there is more than a name.
    pub(super) fn names_a_place(&self) -> bool {
        [self.street, self.postcode, self.city].iter().any(|text| text.given().is_some())
    }

    /// Whether goods to either address reach the same door.
    pub(super) fn same_door_as(&self, other: &Self) -> bool {
        let door = |address: &Self| {
            [address.street, address.additional_street, address.postcode, address.city]
                .map(|text| text.0.trim().to_owned())
        };
        door(self) == door(other) && self.person() == other.person() && self.company() == other.company()
    }

    /// The canonical address; `fallback` names it where it names nobody itself.
    pub(super) fn in_country(&self, country: Country, fallback: &str) -> Address {
        let person = Some(self.person()).filter(|person| !person.is_empty());
        let (name, name_extension) = match (self.company(), person) {
            (Some(company), person) => (company, person),
            (None, Some(person)) => (person, None),
            (None, None) => (fallback.to_owned(), None),
        };
        Address {
            name,
            name_extension,
            street: given(self.street),
            additional_street: given(self.additional_street),
            postcode: given(self.postcode),
            city: given(self.city),
            country,
        }
    }
}

fn given(text: &Text) -> Option<String> {
    text.given().map(plain_text)
}
