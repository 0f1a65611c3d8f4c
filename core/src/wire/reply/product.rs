use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use super::customer::owned;
use super::trouble::Trouble;
use super::value::optional_decimal_json;
use super::xml_reader::{XmlReader, each_child};

/// A row of productlist.nv (§3.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductRow<'a> {
    /// Netvisor's own key of the product, which never changes.
    pub netvisor_key: u64,
    /// The name; empty when the card has none.
    pub name: Cow<'a, str>,
    /// The product code, as text: leading zeros count.
    pub code: Option<Cow<'a, str>>,
    /// Price of one unit without VAT, in euros, with up to 12 decimals.
    #[serde(serialize_with = "optional_decimal_json")]
    pub unit_price: Option<Decimal>,
    /// Price of one unit with VAT, in euros, with up to 12 decimals.
    #[serde(serialize_with = "optional_decimal_json")]
    pub unit_gross_price: Option<Decimal>,
    /// The key of the product group.
    pub group_key: Option<u64>,
    /// The name of the product group, after those it belongs to: `Clothes / Shirts`.
    pub group_name: Option<Cow<'a, str>>,
}

impl<'a> ProductRow<'a> {
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut row = Self {
            netvisor_key: 0,
            name: "".into(),
            code: None,
            unit_price: None,
            unit_gross_price: None,
            group_key: None,
            group_name: None,
        };
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "ProductCode" -> row.code,
            "Name" -> row.name,
            "UnitPrice" -> row.unit_price,
            "UnitGrossPrice" -> row.unit_gross_price,
            "ProductGroupID" -> row.group_key,
            "ProductGroupDescription" -> row.group_name,
        });
        row.netvisor_key = key.ok_or_else(|| Trouble::incomplete("Product/NetvisorKey"))?;
        Ok(row)
    }

    /// The row on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> ProductRow<'static> {
        ProductRow {
            netvisor_key: self.netvisor_key,
            name: owned(self.name),
            code: self.code.map(owned),
            unit_price: self.unit_price,
            unit_gross_price: self.unit_gross_price,
            group_key: self.group_key,
            group_name: self.group_name.map(owned),
        }
    }
}
