use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::order::Date;
use crate::wire::reply::{
    ExtendedProduct, ProductDetails, ProductFile, ProductInventory, ProductPackage, ProductRow, Translations,
    WebShopProduct, WebShopVariant,
};

use super::options::ProductLanguage;

/// A product as a shop wants it, the same shape from every source. What the source does not tell is `null` or empty. Prices are
/// in euros for one unit.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CatalogueProduct {
    /// Netvisor's own key of the product, which never changes.
    pub netvisor_key: u64,
    /// The product code, as text: leading zeros count.
    pub code: Option<String>,
    /// The first EAN code, as text.
    pub primary_ean: Option<String>,
    /// The second EAN code, as text.
    pub secondary_ean: Option<String>,
    /// The name in the first of the languages chosen that it has, or in whichever it has.
    pub name: Option<String>,
    /// The name in each of the languages chosen; `{}` from the source `products`, which does not say the language.
    pub names: Translations<'static>,
    /// The description, in the manner of `name`. Line ends are `\n`.
    pub description: Option<String>,
    /// The descriptions, in the manner of `names`.
    pub descriptions: Translations<'static>,
    /// The product groups it is in; only the web shop's list has more than one.
    pub groups: Vec<GroupOfProduct>,
    /// The name of the unit.
    pub unit: Option<String>,
    /// Price without VAT.
    #[serde(serialize_with = "optional_decimal_text")]
    pub net_price: Option<Decimal>,
    /// Price with VAT.
    #[serde(serialize_with = "optional_decimal_text")]
    pub gross_price: Option<Decimal>,
    /// The VAT rate in percent.
    #[serde(serialize_with = "optional_decimal_text")]
    pub vat_percent: Option<Decimal>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it is sold.
    pub is_sales_product: Option<bool>,
    /// Whether it is shown in web shops.
    pub is_published: Option<bool>,
    /// Whether stock is kept of it.
    pub is_storage_product: Option<bool>,
    /// The stock in all warehouses. [`StockFetch`](crate::fetch::StockFetch) is the way to keep a shop's stock up to date.
    pub inventory: Option<ProductInventory>,
    /// The customs code, as text.
    pub tariff_heading: Option<String>,
    /// The country it comes from, ISO 3166 alpha-2.
    pub country_of_origin: Option<String>,
    /// The net weight, in `weight_unit`.
    #[serde(serialize_with = "optional_decimal_text")]
    pub net_weight: Option<Decimal>,
    /// The gross weight, in `weight_unit`.
    #[serde(serialize_with = "optional_decimal_text")]
    pub gross_weight: Option<Decimal>,
    /// The unit of the weights: `g`, `kg` or `tn`.
    pub weight_unit: Option<String>,
    /// The package.
    pub package: Option<ProductPackage<'static>>,
    /// The day it was changed last.
    pub last_changed_date: Option<Date>,
    /// Its variants; only the web shop's list has them.
    pub variants: Vec<CatalogueVariant>,
    /// Its images as the extended list names them; their content comes in batches of its own.
    pub images: Vec<ProductFile<'static>>,
    /// Its attachments as the extended list names them, where images were asked for.
    pub attachments: Vec<ProductFile<'static>>,
}

/// A group a product is in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroupOfProduct {
    /// Netvisor's own key of the group.
    pub netvisor_key: Option<u64>,
    /// Its name; where Netvisor gives them, after those of the groups it belongs to: `Vaatteet / Paidat`.
    pub path: Option<String>,
    /// The name in each of the languages chosen.
    pub names: Translations<'static>,
}

/// A variant of a product in the web shop's list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CatalogueVariant {
    /// What Netvisor knows it by, as text.
    pub identifier: Option<String>,
    /// The name, in the manner of the product's.
    pub name: Option<String>,
    /// The names by language.
    pub names: Translations<'static>,
    /// The description, in the manner of the product's.
    pub description: Option<String>,
    /// The descriptions by language.
    pub descriptions: Translations<'static>,
    /// Its price; the documentation does not say whether with VAT (§3.7).
    #[serde(serialize_with = "optional_decimal_text")]
    pub price: Option<Decimal>,
    /// Where Netvisor has its image.
    pub image_uri: Option<String>,
    /// The day it was changed last.
    pub last_changed_date: Option<Date>,
}

impl CatalogueProduct {
    /// From a row of productlist.nv.
    pub(super) fn from_row(row: ProductRow<'_>) -> Self {
        let name = row.name.into_owned();
        Self {
            netvisor_key: row.netvisor_key,
            code: text(row.code),
            name: (!name.is_empty()).then_some(name),
            groups: GroupOfProduct::of(row.group_key, text(row.group_name)),
            net_price: short(row.unit_price),
            gross_price: short(row.unit_gross_price),
            ..Self::default()
        }
    }

    /// From getproduct.nv, which names the group but gives no key of it: the list does.
    pub(super) fn from_details(product: ProductDetails<'_>, group: Option<(Option<u64>, Option<String>)>) -> Self {
        let (group_key, path) = group.unwrap_or_default();
        Self {
            netvisor_key: product.netvisor_key,
            code: text(product.code),
            primary_ean: text(product.primary_ean),
            secondary_ean: text(product.secondary_ean),
            name: text(product.name),
            description: text(product.description),
            groups: GroupOfProduct::of(group_key, path.or(text(product.group_name))),
            unit: text(product.unit),
            net_price: short(product.unit_price),
            gross_price: short(product.unit_gross_price),
            vat_percent: short(product.vat_percent),
            is_active: product.is_active,
            is_sales_product: product.is_sales_product,
            inventory: product.inventory,
            tariff_heading: text(product.tariff_heading),
            country_of_origin: text(product.country_of_origin),
            net_weight: short(product.net_weight),
            gross_weight: short(product.gross_weight),
            weight_unit: text(product.weight_unit),
            package: product.package.map(ProductPackage::into_owned),
            ..Self::default()
        }
    }

    /// From webshopproductlist.nv.
    pub(super) fn from_web_shop(product: WebShopProduct<'_>, languages: &[ProductLanguage]) -> Self {
        let (name, names) = chosen(product.names, languages);
        let (description, descriptions) = chosen(product.descriptions, languages);
        let group = |names| {
            let (path, names) = chosen(names, languages);
            GroupOfProduct { netvisor_key: None, path, names }
        };
        Self {
            netvisor_key: product.netvisor_key,
            name,
            names,
            description,
            descriptions,
            groups: product.groups.into_iter().map(group).collect(),
            variants: product.variants.into_iter().map(|it| CatalogueVariant::new(it, languages)).collect(),
            is_published: Some(true),
            ..Self::default()
        }
    }

    /// From extendedproductlist.nv.
    pub(super) fn from_extended(product: ExtendedProduct<'_>, languages: &[ProductLanguage]) -> Self {
        let product = product.into_owned();
        let (name, names) = chosen(product.names, languages);
        let (description, descriptions) = chosen(product.descriptions, languages);
        let (path, group_names) = chosen(product.group_names, languages);
        let mut groups = GroupOfProduct::of(product.group_key, path);
        groups.iter_mut().for_each(|group| group.names = group_names.clone());
        Self {
            netvisor_key: product.netvisor_key,
            code: text(product.code),
            primary_ean: text(product.primary_ean),
            secondary_ean: text(product.secondary_ean),
            name,
            names,
            description,
            descriptions,
            groups,
            unit: chosen(product.unit_names, languages).0,
            net_price: short(product.unit_price),
            gross_price: short(product.unit_gross_price),
            vat_percent: short(product.vat_percent),
            is_sales_product: product.is_sellable,
            is_published: product.is_published,
            is_storage_product: product.is_storage_product,
            tariff_heading: text(product.tariff_heading),
            last_changed_date: product.last_changed_date,
            images: product.images,
            attachments: product.attachments,
            ..Self::default()
        }
    }
}

impl GroupOfProduct {
    fn of(netvisor_key: Option<u64>, path: Option<String>) -> Vec<Self> {
        if netvisor_key.is_none() && path.is_none() {
            return Vec::new();
        }
        vec![Self { netvisor_key, path, ..Self::default() }]
    }
}

impl CatalogueVariant {
    fn new(variant: WebShopVariant<'_>, languages: &[ProductLanguage]) -> Self {
        let (name, names) = chosen(variant.names, languages);
        let (description, descriptions) = chosen(variant.descriptions, languages);
        Self {
            identifier: text(variant.identifier),
            name,
            names,
            description,
            descriptions,
            price: short(variant.price),
            image_uri: text(variant.image_uri),
            last_changed_date: variant.last_change_date,
        }
    }
}

/// The text in the first of the languages that it is there in, and in all of them.
pub(super) fn chosen(
    texts: Translations<'_>,
    languages: &[ProductLanguage],
) -> (Option<String>, Translations<'static>) {
    let in_language = |language| match language {
        ProductLanguage::Finnish => texts.fi.as_deref(),
        ProductLanguage::Swedish => texts.se.as_deref(),
        ProductLanguage::English => texts.en.as_deref(),
    };
    let any = [ProductLanguage::Finnish, ProductLanguage::Swedish, ProductLanguage::English];
    let first = languages.iter().chain(&any).find_map(|language| in_language(*language)).map(str::to_owned);
    let kept = |language, text: Option<Cow<'_, str>>| {
        text.filter(|_| languages.contains(&language)).map(|text| Cow::Owned(text.into_owned()))
    };
    let all = Translations {
        fi: kept(ProductLanguage::Finnish, texts.fi),
        se: kept(ProductLanguage::Swedish, texts.se),
        en: kept(ProductLanguage::English, texts.en),
    };
    (first, all)
}

fn text(text: Option<Cow<'_, str>>) -> Option<String> {
    text.map(Cow::into_owned)
}

/// Without the zeros at its end: prices come with up to 12 decimals (§3.3).
fn short(amount: Option<Decimal>) -> Option<Decimal> {
    amount.map(|amount| amount.normalize())
}

fn optional_decimal_text<S: Serializer>(amount: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => serializer.collect_str(amount),
        None => serializer.serialize_none(),
    }
}
