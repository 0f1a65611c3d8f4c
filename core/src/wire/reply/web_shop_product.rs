use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::order::Date;

use super::customer::owned;
use super::translations::Translations;
use super::trouble::Trouble;
use super::value::optional_decimal_json;
use super::xml_reader::{XmlReader, each_child};

/// A product of webshopproductlist.nv (§3.7).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WebShopProduct<'a> {
    /// Netvisor's own key of the product.
    pub netvisor_key: u64,
    /// The name by language.
    pub names: Translations<'a>,
    /// The description by language. Line ends are `\n`.
    pub descriptions: Translations<'a>,
    /// The names of the product groups it is in, each by language.
    pub groups: Vec<Translations<'a>>,
    /// Its variants.
    pub variants: Vec<WebShopVariant<'a>>,
}

/// A variant of a product.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WebShopVariant<'a> {
    /// The name by language.
    pub names: Translations<'a>,
    /// The description by language. Line ends are `\n`.
    pub descriptions: Translations<'a>,
    /// What its images are asked for by, as text.
    pub identifier: Option<Cow<'a, str>>,
    /// Where Netvisor has its image.
    pub image_uri: Option<Cow<'a, str>>,
    /// The day it was changed last.
    pub last_change_date: Option<Date>,
    /// Its price in euros; the documentation does not say whether with VAT.
    #[serde(serialize_with = "optional_decimal_json")]
    pub price: Option<Decimal>,
}

impl<'a> WebShopProduct<'a> {
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut product = Self::default();
        each_child!(xml, child {
            "NetvisorKey" -> key,
        } else {
            "Name" => product.names.add(xml, &child)?,
            "Description" => product.descriptions.add(xml, &child)?,
            "ProductGroups" => each_child!(xml, child {
                "ProductGroup" => product.groups.push(read_group(xml)?),
            }),
            "Variants" => each_child!(xml, child {
                "Variant" => product.variants.push(WebShopVariant::read(xml)?),
            }),
        });
        product.netvisor_key = key.ok_or_else(|| Trouble::incomplete("WebShopProduct/NetvisorKey"))?;
        Ok(product)
    }

    /// The product on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> WebShopProduct<'static> {
        WebShopProduct {
            netvisor_key: self.netvisor_key,
            names: self.names.into_owned(),
            descriptions: self.descriptions.into_owned(),
            groups: self.groups.into_iter().map(Translations::into_owned).collect(),
            variants: self.variants.into_iter().map(WebShopVariant::into_owned).collect(),
        }
    }
}

fn read_group<'a>(xml: &mut XmlReader<'a>) -> Result<Translations<'a>, Trouble> {
    let mut names = Translations::default();
    each_child!(xml, child {
        "Name" => names.add(xml, &child)?,
    });
    Ok(names)
}

impl<'a> WebShopVariant<'a> {
    fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut variant = Self::default();
        each_child!(xml, child {
            "VariantIdentifier" -> variant.identifier,
            "ImageURI" -> variant.image_uri,
            "LastChangeDate" -> variant.last_change_date,
            "Price" -> variant.price,
        } else {
            "Name" => variant.names.add(xml, &child)?,
            "Description" => variant.descriptions.add(xml, &child)?,
        });
        Ok(variant)
    }

    fn into_owned(self) -> WebShopVariant<'static> {
        WebShopVariant {
            names: self.names.into_owned(),
            descriptions: self.descriptions.into_owned(),
            identifier: self.identifier.map(owned),
            image_uri: self.image_uri.map(owned),
            last_change_date: self.last_change_date,
            price: self.price,
        }
    }
}
