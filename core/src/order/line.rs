use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::strict_json::{Broken, Context, Json, Leaf, Path, Read, words};

use super::check::LineFields;
use super::{Percent, Quantity, UnitPrice, number::Money};

words! {
    /// What a line with a price stands for.
    pub enum LineKind {
        /// Goods or services from the catalogue; a gift card sold too.
        Product = "product",
        /// Freight.
        Shipping = "shipping",
        /// Handling, payment or invoicing fee, tip.
        Fee = "fee",
        /// A discount that the shop shows as a line.
        Discount = "discount",
        /// A gift card used to pay: negative, without VAT.
        GiftCard = "gift_card",
    }
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "nearly every line is priced; a box for each would cost more than it saves"
)]
pub enum Line {
    /// A line with a price.
    Priced(PricedLine),
    /// A text between the others.
    Comment(String),
}

/// A line with a price.
#[derive(Debug, Clone, PartialEq)]
pub struct PricedLine {
    /// What it stands for.
    pub kind: LineKind,
    /// The product code.
    pub sku: Option<String>,
    /// The EAN or GTIN.
    pub ean: Option<String>,
    /// What the buyer saw.
    pub name: String,
    /// How many.
    pub quantity: Quantity,
    /// The unit's name, such as `kpl`.
    pub unit: Option<String>,
    /// The price of one before the line's discount, with or without VAT as the order says.
    pub unit_price: UnitPrice,
    /// The line's discount.
    pub discount_percent: Option<Percent>,
    /// The VAT rate.
    pub vat_percent: Percent,
    /// The line's total as the shop computed it, with or without VAT as the order says: this is what is exported.
    pub total: Money,
    /// The line's VAT as the shop computed it; else computed from total and rate.
    pub vat_total: Option<Money>,
    /// More about the line, such as the chosen variant.
    pub note: Option<String>,
}

impl<'de> Leaf<'de> for Line {
    fn blank() -> Self {
        Self::Comment(String::new())
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(LineFields::value(json, context, at)?.and_then(|fields| fields.into_line(context, at)))
    }
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Line", 12)?;
        let line = match self {
            Self::Comment(name) => {
                fields.serialize_field("kind", "comment")?;
                fields.serialize_field("name", name)?;
                return fields.end();
            }
            Self::Priced(line) => line,
        };
        macro_rules! optional {
            ($name:ident) => {
                if let Some(value) = &line.$name {
                    fields.serialize_field(stringify!($name), value)?;
                }
            };
        }
        fields.serialize_field("kind", &line.kind)?;
        optional!(sku);
        optional!(ean);
        fields.serialize_field("name", &line.name)?;
        fields.serialize_field("quantity", &line.quantity)?;
        optional!(unit);
        fields.serialize_field("unit_price", &line.unit_price)?;
        optional!(discount_percent);
        fields.serialize_field("vat_percent", &line.vat_percent)?;
        fields.serialize_field("total", &line.total)?;
        optional!(vat_total);
        optional!(note);
        fields.end()
    }
}
