use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::State;
use super::customer::{block, searched};
use super::register::Entry;
use crate::decimal;
use crate::reply::finnish_time;
use crate::xml::Element;

/// Texts by language: `FI`, `EN` or `SE`.
pub type Translations = BTreeMap<String, String>;

/// A product to put into the register without a message. What is left empty is empty on the card.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProductCard {
    /// Product code, which lines link to by `type="customer"`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Name of the product group, with those above it before it: `Vaatteet / Paidat`. Made where there is none yet.
    pub group: String,
    /// Unit price without VAT, a decimal with comma or dot; counts as 0 where it is no number.
    pub net_price: String,
    /// Default VAT percentage, read like the price.
    pub vat_percentage: String,
    /// Primary EAN code.
    pub primary_ean: String,
    /// Secondary EAN code.
    pub secondary_ean: String,
    /// Description.
    pub description: String,
    /// Name of the unit, such as `kpl`.
    pub unit: String,
    /// Whether stock is kept of it; a product with a stock row needs no saying so.
    pub inventory: bool,
    /// Below which amount it is to be ordered, read like the price.
    pub alert_limit: String,
    /// Not sold.
    pub not_for_sale: bool,
    /// Not shown in web shops.
    pub unpublished: bool,
    /// Deleted, yet still there for those who ask by its key.
    pub deleted: bool,
    /// Its name in other languages than Finnish.
    pub names: Translations,
    /// Its description in other languages than Finnish.
    pub descriptions: Translations,
    /// The key of the main product it is a variant of.
    pub variant_of: Option<u32>,
    /// What it is put together from.
    pub sub_products: Vec<SubProduct>,
}

/// A product inside another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubProduct {
    /// Its key.
    pub product_key: u32,
    /// How much of it, a decimal with comma or dot.
    pub amount: String,
}

/// A product's card, in the shape it is imported in, and what no message says of it.
#[derive(Debug, Clone)]
pub(crate) struct Product {
    card: Element,
    /// What a keyword is looked for in, in lower case.
    searched: String,
    /// When it was put in, made or changed.
    pub(crate) changed: DateTime<Utc>,
    pub(crate) group_key: Option<u32>,
    pub(crate) unit_key: Option<u32>,
    pub(crate) traits: Traits,
}

/// What a product is counted in, which goes by its name.
#[derive(Debug, Clone)]
pub(crate) struct Unit(String);

/// What no message says of a product.
#[derive(Debug, Clone, Default)]
pub(crate) struct Traits {
    pub(crate) unpublished: bool,
    pub(crate) deleted: bool,
    pub(crate) names: Translations,
    pub(crate) descriptions: Translations,
    pub(crate) variant_of: Option<u32>,
    pub(crate) sub_products: Vec<SubProduct>,
}

/// What happens to a product in Netvisor itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ProductChange {
    /// It is deleted: it stays in some lists, and under its key.
    Delete,
    /// It is deleted no more.
    Restore,
    /// It is shown in web shops.
    Publish,
    /// It is shown in web shops no more.
    Unpublish,
    /// It gets another name.
    Rename {
        /// The name in Finnish.
        name: String,
    },
    /// It gets another price.
    SetNetPrice {
        /// Without VAT, a decimal with comma or dot.
        net_price: String,
    },
    /// It moves to another group.
    SetGroup {
        /// Name of the product group, with those above it before it.
        group: String,
    },
}

/// What products go by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ProductName {
    Code(String),
    PrimaryEan(String),
    SecondaryEan(String),
    /// A variant of the main product with this key.
    VariantOf(u32),
    /// Put together from the product with this key, among others.
    MadeFrom(u32),
}

impl State {
    /// The product of a card, changed now. Its group is made where there is none of that name.
    pub(crate) fn product(&mut self, card: Element, traits: Traits) -> Product {
        let group_key = card.filled("productbaseinformation/productgroup").map(|path| self.group_key(path));
        let searched = searched(card.child("productbaseinformation"), &["name", "productcode"]);
        let unit_key = card.filled("productbaseinformation/unit").map(|name| self.unit_key(name));
        Product { card, searched, changed: self.now, group_key, unit_key, traits }
    }

    fn unit_key(&mut self, name: &str) -> u32 {
        let known = self.units.first_named(name.to_owned()).map(|(key, _)| key);
        known.unwrap_or_else(|| self.units.insert(Unit(name.to_owned())))
    }

    pub(crate) fn product_of_card(&mut self, card: &ProductCard) -> Product {
        let [yes, no] = ["1".to_owned(), "0".to_owned()];
        let stock = if card.inventory { yes.clone() } else { String::new() };
        let mut base = block(
            "productbaseinformation",
            &[
                ("productcode", &card.code),
                ("productgroup", &card.group),
                ("name", &card.name),
                ("description", &card.description),
                ("unit", &card.unit),
                ("isactive", &yes),
                ("issalesproduct", if card.not_for_sale { &no } else { &yes }),
                ("inventoryenabled", &stock),
                ("primaryeancode", &card.primary_ean),
                ("secondaryeancode", &card.secondary_ean),
                ("inventoryalertlimit", &card.alert_limit),
            ],
        );
        base.children.push(Element::leaf("unitprice", &card.net_price).with_attribute("type", "net"));
        let bookkeeping = block("productbookkeepingdetails", &[("defaultvatpercentage", &card.vat_percentage)]);
        let traits = Traits {
            unpublished: card.unpublished,
            deleted: card.deleted,
            names: card.names.clone(),
            descriptions: card.descriptions.clone(),
            variant_of: card.variant_of,
            sub_products: card.sub_products.clone(),
        };
        self.product(Element::branch("product", vec![base, bookkeeping]), traits)
    }
}

impl State {
    /// Changes a product, now. `false` where there is none.
    pub(crate) fn change_product(&mut self, key: u32, change: &ProductChange) -> bool {
        let Some(old) = self.products.get(key) else { return false };
        let (mut card, mut traits) = (old.card.clone(), old.traits.clone());
        match change {
            ProductChange::Delete => traits.deleted = true,
            ProductChange::Restore => traits.deleted = false,
            ProductChange::Publish => traits.unpublished = false,
            ProductChange::Unpublish => traits.unpublished = true,
            ProductChange::Rename { name } => card.set("productbaseinformation/name", name),
            ProductChange::SetNetPrice { net_price } => {
                let price = Element::leaf("unitprice", net_price).with_attribute("type", "net");
                card.merge(&Element::branch("product", vec![Element::branch("productbaseinformation", vec![price])]));
            }
            ProductChange::SetGroup { group } => card.set("productbaseinformation/productgroup", group),
        }
        let product = self.product(card, traits);
        self.products.replace(key, product);
        true
    }
}

impl Product {
    pub(crate) fn card(&self) -> &Element {
        &self.card
    }

    /// Whether the word, in lower case, is in its name or code (§3.3).
    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.searched.contains(word)
    }

    pub(crate) fn is_changed_since(&self, time: NaiveDateTime) -> bool {
        finnish_time(self.changed).naive_local() >= time
    }

    pub(crate) fn base(&self, name: &str) -> &str {
        self.card.child("productbaseinformation").map_or("", |base| base.value(name))
    }

    pub(crate) fn code(&self) -> &str {
        self.base("productcode")
    }

    pub(crate) fn keeps_stock(&self) -> bool {
        self.base("inventoryenabled") == "1"
    }

    /// The default VAT percentage.
    pub(crate) fn vat_percentage(&self) -> Decimal {
        decimal::read(self.card.value("productbookkeepingdetails/defaultvatpercentage")).unwrap_or_default()
    }

    /// The unit price without and with VAT. A price too large to reckon with stays as it was given.
    pub(crate) fn prices(&self) -> (Decimal, Decimal) {
        let given = decimal::read(self.base("unitprice")).unwrap_or_default();
        let factor = Decimal::ONE + self.vat_percentage() / Decimal::ONE_HUNDRED;
        if self.price_is_gross() {
            (given.checked_div(factor).unwrap_or(given), given)
        } else {
            (given, given.checked_mul(factor).unwrap_or(given))
        }
    }

    /// Whether its price was given with VAT.
    pub(crate) fn price_is_gross(&self) -> bool {
        let unit_price = self.card.find("productbaseinformation/unitprice");
        unit_price.and_then(|price| price.attribute("type")) == Some("gross")
    }
}

impl Entry for Product {
    type Name = ProductName;

    fn names(&self) -> Vec<ProductName> {
        let by = |name, of: fn(String) -> ProductName| {
            Some(self.base(name)).filter(|text| !text.is_empty()).map(|text| of(text.to_owned()))
        };
        let names = [
            by("productcode", ProductName::Code),
            by("primaryeancode", ProductName::PrimaryEan),
            by("secondaryeancode", ProductName::SecondaryEan),
            self.traits.variant_of.map(ProductName::VariantOf),
        ];
        let parts = self.traits.sub_products.iter().map(|part| ProductName::MadeFrom(part.product_key));
        names.into_iter().flatten().chain(parts).collect()
    }
}

impl Entry for Unit {
    type Name = String;

    fn names(&self) -> Vec<String> {
        vec![self.0.clone()]
    }
}
