use std::borrow::Cow;

use serde::Serialize;

use super::trouble::Trouble;
use super::xml_reader::{XmlReader, each_child};

/// A row of customerlist.nv (§3.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CustomerRow<'a> {
    /// Netvisor's own key of the customer, which never changes.
    pub netvisor_key: u64,
    /// The name; empty when the card has none.
    pub name: Cow<'a, str>,
    /// The customer code, as text: leading zeros count.
    pub code: Option<Cow<'a, str>>,
    /// The Finnish business id, or whatever stands in its place; not checked.
    pub business_id: Option<Cow<'a, str>>,
    /// The key of the customer group.
    pub group_key: Option<u64>,
    /// The name of the customer group.
    pub group_name: Option<Cow<'a, str>>,
}

impl<'a> CustomerRow<'a> {
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut row = Self::of_key(0);
        each_child!(xml, child {
            "Netvisorkey" -> key,
            "Name" -> row.name,
            "Code" -> row.code,
            "OrganisationIdentifier" -> row.business_id,
            "CustomerGroupID" -> row.group_key,
            "CustomerGroupName" -> row.group_name,
        });
        row.netvisor_key = key.ok_or_else(|| Trouble::incomplete("Customer/Netvisorkey"))?;
        Ok(row)
    }

    /// A card of which only the key is known.
    pub(crate) fn of_key(netvisor_key: u64) -> Self {
        Self { netvisor_key, name: "".into(), code: None, business_id: None, group_key: None, group_name: None }
    }

    /// The row on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> CustomerRow<'static> {
        CustomerRow {
            netvisor_key: self.netvisor_key,
            name: owned(self.name),
            code: self.code.map(owned),
            business_id: self.business_id.map(owned),
            group_key: self.group_key,
            group_name: self.group_name.map(owned),
        }
    }
}

pub(super) fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}
