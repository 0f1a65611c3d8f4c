use std::borrow::Cow;

use crate::fault::{Fault, FaultCode};
use crate::order::Address;

use super::notes::{Notes, Room};

/// An address that is complete, as the document takes it (§2.1: as soon as any part is sent, nothing comes from the card).
pub(super) struct CompleteAddress<'o> {
    pub(super) name: Cow<'o, str>,
    pub(super) name_extension: Option<Cow<'o, str>>,
    pub(super) street: Cow<'o, str>,
    pub(super) additional_street: Option<Cow<'o, str>>,
    pub(super) postcode: Option<Cow<'o, str>>,
    pub(super) city: Cow<'o, str>,
    pub(super) country: Cow<'o, str>,
}

impl<'o> CompleteAddress<'o> {
    /// `None`, with a warning, when something is missing. `path` is the address's place in the order.
    pub(super) fn new(address: &'o Address, path: &str, notes: &mut Notes<'_>) -> Option<Self> {
        let missing: Vec<&str> = [
            ("street", address.street.as_deref(), true),
            ("postcode", address.postcode.as_deref(), !address.country.may_lack_postcode()),
            ("city", address.city.as_deref(), true),
        ]
        .into_iter()
        .filter(|(_, value, needed)| *needed && value.is_none_or(|value| value.trim_start().is_empty()))
        .map(|(name, _, _)| name)
        .collect();
        if !missing.is_empty() {
            notes.warning(Fault::new(FaultCode::AddressIncomplete, path).with(missing.join(", ")));
            return None;
        }
        let mut fit =
            |text: Option<&'o str>, room, name: &str| notes.fit_optional(text, room, || format!("{path}/{name}"));
        Some(Self {
            name: fit(Some(&address.name), Room::Line(250), "name")?,
            name_extension: fit(address.name_extension.as_deref(), Room::Line(250), "name_extension"),
            street: fit(address.street.as_deref(), Room::Line(100), "street")?,
            additional_street: fit(address.additional_street.as_deref(), Room::Line(100), "additional_street"),
            postcode: fit(address.postcode.as_deref(), Room::OpenLine, "postcode"),
            city: fit(address.city.as_deref(), Room::OpenLine, "city")?,
            country: Cow::Borrowed(address.country.as_str()),
        })
    }
}
