use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use super::customer::owned;
use super::trouble::Trouble;
use super::value::{decimal_json, optional_decimal_json};
use super::xml_reader::{XmlReader, each_child};

/// A product of inventorybywarehouse.nv (§3.9).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StockRow<'a> {
    /// Netvisor's own key of the product.
    pub netvisor_key: u64,
    /// The product code, as text: leading zeros count.
    pub code: Option<Cow<'a, str>>,
    /// The name.
    pub name: Option<Cow<'a, str>>,
    /// The name of the product group.
    pub group_name: Option<Cow<'a, str>>,
    /// What each warehouse holds; the documentation shows one, but nothing says there cannot be more.
    pub warehouses: Vec<WarehouseRow<'a>>,
    /// Reserved for orders in all warehouses.
    #[serde(serialize_with = "optional_decimal_json")]
    pub total_reserved: Option<Decimal>,
    /// Ordered from suppliers for all warehouses.
    #[serde(serialize_with = "optional_decimal_json")]
    pub total_ordered: Option<Decimal>,
    /// On hand in all warehouses.
    #[serde(serialize_with = "optional_decimal_json")]
    pub total: Option<Decimal>,
}

/// What one warehouse holds of a product; an amount that is not given is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct WarehouseRow<'a> {
    /// Netvisor's own key of the warehouse.
    pub netvisor_key: Option<u64>,
    /// Its name.
    pub name: Option<Cow<'a, str>>,
    /// Reserved for orders.
    #[serde(serialize_with = "decimal_json")]
    pub reserved: Decimal,
    /// Ordered from suppliers.
    #[serde(serialize_with = "decimal_json")]
    pub ordered: Decimal,
    /// On hand.
    #[serde(serialize_with = "decimal_json")]
    pub on_hand: Decimal,
}

impl<'a> StockRow<'a> {
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut row = Self {
            netvisor_key: 0,
            code: None,
            name: None,
            group_name: None,
            warehouses: Vec::new(),
            total_reserved: None,
            total_ordered: None,
            total: None,
        };
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "Name" -> row.name,
            "Code" -> row.code,
            "GroupName" -> row.group_name,
            "TotalReservedAmount" -> row.total_reserved,
            "TotalOrderedAmount" -> row.total_ordered,
            "TotalAmount" -> row.total,
        } else {
            "Warehouse" => row.warehouses.push(WarehouseRow::read(xml)?),
        });
        row.netvisor_key = key.ok_or_else(|| Trouble::incomplete("Product/NetvisorKey"))?;
        Ok(row)
    }

    /// The row on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> StockRow<'static> {
        StockRow {
            netvisor_key: self.netvisor_key,
            code: self.code.map(owned),
            name: self.name.map(owned),
            group_name: self.group_name.map(owned),
            warehouses: self.warehouses.into_iter().map(WarehouseRow::into_owned).collect(),
            total_reserved: self.total_reserved,
            total_ordered: self.total_ordered,
            total: self.total,
        }
    }
}

impl<'a> WarehouseRow<'a> {
    fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut row = Self {
            netvisor_key: None,
            name: None,
            reserved: Decimal::ZERO,
            ordered: Decimal::ZERO,
            on_hand: Decimal::ZERO,
        };
        each_child!(xml, child {
            "NetvisorKey" -> row.netvisor_key,
            "Name" -> row.name,
            "ReservedAmount" -> row.reserved,
            "OrderedAmount" -> row.ordered,
            "InventoryAmount" -> row.on_hand,
        });
        Ok(row)
    }

    fn into_owned(self) -> WarehouseRow<'static> {
        WarehouseRow {
            netvisor_key: self.netvisor_key,
            name: self.name.map(owned),
            reserved: self.reserved,
            ordered: self.ordered,
            on_hand: self.on_hand,
        }
    }
}
