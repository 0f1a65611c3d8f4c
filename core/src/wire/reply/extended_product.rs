use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::order::Date;

use super::customer::owned;
use super::translations::Translations;
use super::trouble::Trouble;
use super::value::optional_decimal_json;
use super::xml_reader::{XmlReader, each_child};

/// A product of extendedproductlist.nv (§3.5), with what a shop needs of it. Prices are in euros; what its element does not
/// hold is `null`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExtendedProduct<'a> {
    /// Netvisor's own key of the product, which never changes.
    pub netvisor_key: u64,
    /// The product code, as text: leading zeros count.
    pub code: Option<Cow<'a, str>>,
    /// The first EAN code, as text: leading zeros count.
    pub primary_ean: Option<Cow<'a, str>>,
    /// The second EAN code, as text.
    pub secondary_ean: Option<Cow<'a, str>>,
    /// The name by language.
    pub names: Translations<'a>,
    /// The description by language. Line ends are `\n`.
    pub descriptions: Translations<'a>,
    /// Whether it is shown in web shops.
    pub is_published: Option<bool>,
    /// Whether it is sold.
    pub is_sellable: Option<bool>,
    /// Whether stock is kept of it.
    pub is_storage_product: Option<bool>,
    /// Whether it is put together from other products.
    pub is_product_structure: Option<bool>,
    /// Whether it is a model of a main product.
    pub is_model: Option<bool>,
    /// Whether it sums up other products.
    pub is_summary: Option<bool>,
    /// The day it was changed last.
    pub last_changed_date: Option<Date>,
    /// The key of the product group.
    pub group_key: Option<u64>,
    /// The name of the product group by language.
    pub group_names: Translations<'a>,
    /// The name of the unit by language.
    pub unit_names: Translations<'a>,
    /// Price of one unit without VAT.
    #[serde(serialize_with = "optional_decimal_json")]
    pub unit_price: Option<Decimal>,
    /// Price of one unit with VAT.
    #[serde(serialize_with = "optional_decimal_json")]
    pub unit_gross_price: Option<Decimal>,
    /// The VAT rate in percent.
    #[serde(serialize_with = "optional_decimal_json")]
    pub vat_percent: Option<Decimal>,
    /// The inventory place it is kept at by default.
    pub inventory_place: Option<Cow<'a, str>>,
    /// Below which amount in stock it is to be ordered.
    #[serde(serialize_with = "optional_decimal_json")]
    pub alert_limit: Option<Decimal>,
    /// The customs code, as text.
    pub tariff_heading: Option<Cow<'a, str>>,
    /// Its images; only where `replyoptions` asked for them.
    pub images: Vec<ProductFile<'a>>,
    /// Its attachments; only where `replyoptions` asked for them.
    pub attachments: Vec<ProductFile<'a>>,
}

/// An image or an attachment as the list names it; its content has to be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductFile<'a> {
    /// Its own key.
    pub netvisor_key: u64,
    /// Whether it is the image to show first.
    pub is_default: Option<bool>,
    /// The MIME type.
    pub mime_type: Option<Cow<'a, str>>,
    /// The title.
    pub title: Option<Cow<'a, str>>,
    /// The name of the file.
    pub file_name: Option<Cow<'a, str>>,
    /// The day it was changed last.
    pub last_edited_date: Option<Date>,
}

impl<'a> ExtendedProduct<'a> {
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut product = Self::default();
        each_child!(xml, child {
            "NetvisorKey" -> key,
        } else {
            "ProductCodes" => each_child!(xml, child {
                "ProductCode" -> product.code,
                "ProductPrimaryEanCode" -> product.primary_ean,
                "ProductSecondaryEanCode" -> product.secondary_ean,
            }),
            "ProductNameTranslations" => product.names = Translations::read(xml)?,
            "ProductDescriptionTranslations" => product.descriptions = Translations::read(xml)?,
            "ProductFeatures" => product.read_features(xml)?,
            "ProductGroup" => each_child!(xml, child {
                "NetvisorKey" -> product.group_key,
            } else {
                "ProductGroupTranslations" => product.group_names = Translations::read(xml)?,
            }),
            "ProductUnit" => each_child!(xml, child {
                "ProductUnitTranslations" => product.unit_names = Translations::read(xml)?,
            }),
            "ProductPriceInformation" => product.read_prices(xml)?,
            "ProductStorageInformation" => each_child!(xml, child {
                "DefaultInventoryPlace" -> product.inventory_place,
                "AlertLimit" -> product.alert_limit,
                "CustomsTariffHeader" -> product.tariff_heading,
            }),
            "ProductImages" => each_child!(xml, child {
                "Image" => product.images.push(ProductFile::read(xml)?),
            }),
            "ProductAttachments" => each_child!(xml, child {
                "Attachment" => product.attachments.push(ProductFile::read(xml)?),
            }),
        });
        product.netvisor_key = key.ok_or_else(|| Trouble::incomplete("Product/NetvisorKey"))?;
        Ok(product)
    }

    fn read_features(&mut self, xml: &mut XmlReader<'a>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "IsPublishedProduct" -> self.is_published,
            "IsSellableProduct" -> self.is_sellable,
            "IsStorageProduct" -> self.is_storage_product,
            "IsProductStructureProduct" -> self.is_product_structure,
            "IsModel" -> self.is_model,
            "IsSummaryOfProducts" -> self.is_summary,
            "LastChangedDate" -> self.last_changed_date,
        });
        Ok(())
    }

    fn read_prices(&mut self, xml: &mut XmlReader<'a>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "DefaultNetPrice" -> self.unit_price,
            "DefaultGrossPrice" -> self.unit_gross_price,
        } else {
            "Vat" => each_child!(xml, child {
                "Percentage" -> self.vat_percent,
            }),
        });
        Ok(())
    }

    /// The product on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> ExtendedProduct<'static> {
        ExtendedProduct {
            netvisor_key: self.netvisor_key,
            code: self.code.map(owned),
            primary_ean: self.primary_ean.map(owned),
            secondary_ean: self.secondary_ean.map(owned),
            names: self.names.into_owned(),
            descriptions: self.descriptions.into_owned(),
            is_published: self.is_published,
            is_sellable: self.is_sellable,
            is_storage_product: self.is_storage_product,
            is_product_structure: self.is_product_structure,
            is_model: self.is_model,
            is_summary: self.is_summary,
            last_changed_date: self.last_changed_date,
            group_key: self.group_key,
            group_names: self.group_names.into_owned(),
            unit_names: self.unit_names.into_owned(),
            unit_price: self.unit_price,
            unit_gross_price: self.unit_gross_price,
            vat_percent: self.vat_percent,
            inventory_place: self.inventory_place.map(owned),
            alert_limit: self.alert_limit,
            tariff_heading: self.tariff_heading.map(owned),
            images: self.images.into_iter().map(ProductFile::into_owned).collect(),
            attachments: self.attachments.into_iter().map(ProductFile::into_owned).collect(),
        }
    }
}

impl<'a> ProductFile<'a> {
    fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut file = Self::default();
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "IsDefaultImage" -> file.is_default,
            "MimeType" -> file.mime_type,
            "Title" -> file.title,
            "FileName" -> file.file_name,
            "LastEditedDate" -> file.last_edited_date,
        });
        file.netvisor_key = key.ok_or_else(|| Trouble::incomplete("Image/NetvisorKey"))?;
        Ok(file)
    }

    fn into_owned(self) -> ProductFile<'static> {
        ProductFile {
            netvisor_key: self.netvisor_key,
            is_default: self.is_default,
            mime_type: self.mime_type.map(owned),
            title: self.title.map(owned),
            file_name: self.file_name.map(owned),
            last_edited_date: self.last_edited_date,
        }
    }
}
