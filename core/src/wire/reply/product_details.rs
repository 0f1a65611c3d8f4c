use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use super::customer::owned;
use super::trouble::Trouble;
use super::value::{decimal, optional_decimal_json};
use super::xml_reader::{Element, XmlReader, each_child};

/// A product in full, from getproduct.nv (§3.4). Prices are in euros; what its element does not hold is `null`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductDetails<'a> {
    /// Netvisor's own key of the product, which never changes.
    pub netvisor_key: u64,
    /// The product code, as text: leading zeros count.
    pub code: Option<Cow<'a, str>>,
    /// The name of the product group.
    pub group_name: Option<Cow<'a, str>>,
    /// The name.
    pub name: Option<Cow<'a, str>>,
    /// The description. Line ends are `\n`.
    pub description: Option<Cow<'a, str>>,
    /// Price of one unit without VAT.
    #[serde(serialize_with = "optional_decimal_json")]
    pub unit_price: Option<Decimal>,
    /// Price of one unit with VAT.
    #[serde(serialize_with = "optional_decimal_json")]
    pub unit_gross_price: Option<Decimal>,
    /// The name of the unit.
    pub unit: Option<Cow<'a, str>>,
    /// What one unit costs the company.
    #[serde(serialize_with = "optional_decimal_json")]
    pub purchase_price: Option<Decimal>,
    /// The customs code, as text.
    pub tariff_heading: Option<Cow<'a, str>>,
    /// The commission in percent.
    #[serde(serialize_with = "optional_decimal_json")]
    pub commission_percent: Option<Decimal>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it is sold.
    pub is_sales_product: Option<bool>,
    /// The country it comes from, ISO 3166 alpha-2.
    pub country_of_origin: Option<Cow<'a, str>>,
    /// The VAT rate in percent that lines get by default.
    #[serde(serialize_with = "optional_decimal_json")]
    pub vat_percent: Option<Decimal>,
    /// The account of domestic sales, as text.
    pub domestic_account: Option<Cow<'a, str>>,
    /// The account of sales to other EU countries, as text.
    pub eu_account: Option<Cow<'a, str>>,
    /// The account of sales outside the EU, as text.
    pub outside_eu_account: Option<Cow<'a, str>>,
    /// The stock in all warehouses; `null` for a product without.
    pub inventory: Option<ProductInventory>,
    /// The net weight of one unit, in `weight_unit`.
    #[serde(serialize_with = "optional_decimal_json")]
    pub net_weight: Option<Decimal>,
    /// The gross weight of one unit, in `weight_unit`.
    #[serde(serialize_with = "optional_decimal_json")]
    pub gross_weight: Option<Decimal>,
    /// The unit of the weights: `g`, `kg` or `tn`.
    pub weight_unit: Option<Cow<'a, str>>,
    /// The package.
    pub package: Option<ProductPackage<'a>>,
    /// The first EAN code, as text: leading zeros count.
    pub primary_ean: Option<Cow<'a, str>>,
    /// The second EAN code, as text.
    pub secondary_ean: Option<Cow<'a, str>>,
}

/// How much there is of a product in all warehouses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductInventory {
    /// On hand.
    #[serde(serialize_with = "optional_decimal_json")]
    pub amount: Option<Decimal>,
    /// The mean price of one unit, in euros.
    #[serde(serialize_with = "optional_decimal_json")]
    pub mid_price: Option<Decimal>,
    /// The value of what is on hand, in euros.
    #[serde(serialize_with = "optional_decimal_json")]
    pub value: Option<Decimal>,
    /// Reserved for orders.
    #[serde(serialize_with = "optional_decimal_json")]
    pub reserved: Option<Decimal>,
    /// Ordered from suppliers.
    #[serde(serialize_with = "optional_decimal_json")]
    pub ordered: Option<Decimal>,
}

/// The package of a product.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductPackage<'a> {
    /// Width in `unit`.
    #[serde(serialize_with = "optional_decimal_json")]
    pub width: Option<Decimal>,
    /// Height in `unit`.
    #[serde(serialize_with = "optional_decimal_json")]
    pub height: Option<Decimal>,
    /// Length in `unit`.
    #[serde(serialize_with = "optional_decimal_json")]
    pub length: Option<Decimal>,
    /// The unit of the measures, such as `cm`.
    pub unit: Option<Cow<'a, str>>,
}

impl<'a> ProductDetails<'a> {
    /// `None` for an empty element: that is how Netvisor says there is no such product.
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Option<Self>, Trouble> {
        let mut product = Self::default();
        let mut key = None;
        let mut is_empty = true;
        while let Some(child) = xml.child()? {
            is_empty = false;
            if child.name_is("ProductBaseInformation") {
                key = product.read_base(xml)?;
            } else if child.name_is("ProductBookKeepingDetails") {
                product.read_bookkeeping(xml)?;
            } else if child.name_is("ProductInventoryDetails") {
                product.inventory = Some(ProductInventory::read(xml)?);
            } else if child.name_is("ProductAdditionalInformation") {
                product.read_additional(xml)?;
            } else {
                xml.skip()?;
            }
        }
        if is_empty {
            return Ok(None);
        }
        product.netvisor_key = key.ok_or_else(|| Trouble::incomplete("Product/NetvisorKey"))?;
        Ok(Some(product))
    }

    fn read_base(&mut self, xml: &mut XmlReader<'a>) -> Result<Option<u64>, Trouble> {
        let mut key = None;
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "ProductCode" -> self.code,
            "ProductGroup" -> self.group_name,
            "Name" -> self.name,
            "Description" -> self.description,
            "UnitGrossPrice" -> self.unit_gross_price,
            "Unit" -> self.unit,
            "PurchasePrice" -> self.purchase_price,
            "TariffHeading" -> self.tariff_heading,
            "ComissionPercentage" -> self.commission_percent,
            "IsActive" -> self.is_active,
            "IsSalesProduct" -> self.is_sales_product,
            "CountryOfOrigin" -> self.country_of_origin,
        } else {
            "UnitPrice" => {
                // Old replies have this one price alone, in either kind.
                let is_gross = is_gross(&child)?;
                let price = xml.value(&child, decimal)?;
                if is_gross { self.unit_gross_price = price } else { self.unit_price = price }
            },
        });
        Ok(key)
    }

    fn read_bookkeeping(&mut self, xml: &mut XmlReader<'a>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "DefaultVatPercent" -> self.vat_percent,
            "DefaultDomesticAccountNumber" -> self.domestic_account,
            "DefaultEuAccountNumber" -> self.eu_account,
            "DefaultOutsideEUAccountNumber" -> self.outside_eu_account,
        } else {
            // The name on import.
            "DefaultVatPercentage" => self.vat_percent = xml.value(&child, decimal)?,
        });
        Ok(())
    }

    fn read_additional(&mut self, xml: &mut XmlReader<'a>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "PrimaryEanCode" -> self.primary_ean,
            "SecondaryEanCode" -> self.secondary_ean,
        } else {
            "ProductNetWeight" => {
                self.weight_unit = child.attribute("weightunit")?.map(Cow::Owned);
                self.net_weight = xml.value(&child, decimal)?;
            },
            "ProductGrossWeight" => {
                let unit = child.attribute("weightunit")?.map(Cow::Owned);
                self.weight_unit = self.weight_unit.take().or(unit);
                self.gross_weight = xml.value(&child, decimal)?;
            },
            "ProductPackageInformation" => self.package = Some(ProductPackage::read(xml)?),
        });
        Ok(())
    }

    /// The product on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> ProductDetails<'static> {
        ProductDetails {
            netvisor_key: self.netvisor_key,
            code: self.code.map(owned),
            group_name: self.group_name.map(owned),
            name: self.name.map(owned),
            description: self.description.map(owned),
            unit_price: self.unit_price,
            unit_gross_price: self.unit_gross_price,
            unit: self.unit.map(owned),
            purchase_price: self.purchase_price,
            tariff_heading: self.tariff_heading.map(owned),
            commission_percent: self.commission_percent,
            is_active: self.is_active,
            is_sales_product: self.is_sales_product,
            country_of_origin: self.country_of_origin.map(owned),
            vat_percent: self.vat_percent,
            domestic_account: self.domestic_account.map(owned),
            eu_account: self.eu_account.map(owned),
            outside_eu_account: self.outside_eu_account.map(owned),
            inventory: self.inventory,
            net_weight: self.net_weight,
            gross_weight: self.gross_weight,
            weight_unit: self.weight_unit.map(owned),
            package: self.package.map(ProductPackage::into_owned),
            primary_ean: self.primary_ean.map(owned),
            secondary_ean: self.secondary_ean.map(owned),
        }
    }
}

/// Whether a price is with VAT: `gross`, or the Finnish `brutto` of old replies.
fn is_gross(price: &Element<'_>) -> Result<bool, Trouble> {
    let is = |kind: &str| kind.eq_ignore_ascii_case("gross") || kind.eq_ignore_ascii_case("brutto");
    Ok(price.judge_attribute("type", is)?.unwrap_or(false))
}

impl ProductInventory {
    fn read(xml: &mut XmlReader<'_>) -> Result<Self, Trouble> {
        let mut inventory = Self::default();
        each_child!(xml, child {
            "InventoryAmount" -> inventory.amount,
            "InventoryMidPrice" -> inventory.mid_price,
            "InventoryValue" -> inventory.value,
            "InventoryReservedAmount" -> inventory.reserved,
            "InventoryOrderedAmount" -> inventory.ordered,
        });
        Ok(inventory)
    }
}

impl<'a> ProductPackage<'a> {
    fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut package = Self::default();
        while let Some(child) = xml.child()? {
            let unit = child.attribute("unit")?.map(Cow::Owned);
            let measure = if child.name_is("PackageWidth") {
                &mut package.width
            } else if child.name_is("PackageHeight") {
                &mut package.height
            } else if child.name_is("PackageLength") {
                &mut package.length
            } else {
                xml.skip()?;
                continue;
            };
            *measure = xml.value(&child, decimal)?;
            package.unit = package.unit.take().or(unit);
        }
        Ok(package)
    }

    pub(crate) fn into_owned(self) -> ProductPackage<'static> {
        ProductPackage { width: self.width, height: self.height, length: self.length, unit: self.unit.map(owned) }
    }
}
