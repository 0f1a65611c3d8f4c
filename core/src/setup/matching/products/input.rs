use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::fault::FaultCode;
use crate::order::UnitPrice;
use crate::settings::MessageLanguage;
use crate::strict_json::{Broken, Context, Json, Leaf, Path, Read, record, text};
use crate::wire::reply::ProductRow;

/// A price, and whether VAT is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShopPrice {
    /// Without VAT.
    Net(UnitPrice),
    /// With VAT.
    Gross(UnitPrice),
}

/// A product of the shop's.
#[derive(Debug, Clone, PartialEq)]
pub struct ShopProduct {
    /// The product code; without one nothing can be linked.
    pub sku: Option<String>,
    /// The EAN or GTIN.
    pub ean: Option<String>,
    /// The name.
    pub name: String,
    /// The price of one unit in euros, if it is to be compared.
    pub price: Option<ShopPrice>,
}

record! {
    /// A product of the shop's as it stands in JSON.
    strict struct ShopProductFields {
        sku: Option<String>,
        ean: Option<String>,
        name: String,
        price: Option<UnitPrice>,
        prices_include_vat: Option<bool>,
    }
}

impl<'de> Leaf<'de> for ShopProduct {
    fn blank() -> Self {
        Self { sku: None, ean: None, name: String::new(), price: None }
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let Some(fields) = ShopProductFields::value(json, context, at)? else { return Ok(None) };
        let price = match (fields.price, fields.prices_include_vat) {
            (None, _) => None,
            (Some(price), Some(true)) => Some(ShopPrice::Gross(price)),
            (Some(price), Some(false)) => Some(ShopPrice::Net(price)),
            (Some(_), None) => {
                context.note_at(FaultCode::FieldMissing, &Path::Key(at, "prices_include_vat"));
                return Ok(None);
            }
        };
        Ok(Some(Self { sku: fields.sku, ean: fields.ean, name: fields.name, price }))
    }
}

/// A price of Netvisor's: up to 12 decimals (§3.3), at most 28 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NetvisorPrice(pub Decimal);

impl<'de> Leaf<'de> for NetvisorPrice {
    fn blank() -> Self {
        Self(Decimal::ZERO)
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let Some(text) = text(json, context, at, "decimal string")? else { return Ok(None) };
        let price = decimal(&text);
        if price.is_none() {
            context.note_at(FaultCode::DecimalInvalid, at);
        }
        Ok(price.map(Self))
    }
}

/// `-?digits[.digits]`.
fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() > 40 || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

record! {
    /// A product of Netvisor's, as the list of products has it (§3.3).
    pub lenient struct NetvisorProduct {
        /// Netvisor's own key of the product.
        pub netvisor_key: u64,
        /// The name; empty when the card has none.
        pub name: String,
        /// The product code.
        pub code: Option<String>,
        /// The EAN, which the list of products does not have; it comes from the cards (§3.4).
        pub ean: Option<String>,
        /// Price of one unit without VAT, in euros.
        pub unit_price: Option<NetvisorPrice>,
        /// Price of one unit with VAT, in euros.
        pub unit_gross_price: Option<NetvisorPrice>,
    }
}

impl From<ProductRow<'_>> for NetvisorProduct {
    fn from(row: ProductRow<'_>) -> Self {
        Self {
            netvisor_key: row.netvisor_key,
            name: row.name.into_owned(),
            code: row.code.map(Cow::into_owned),
            ean: None,
            unit_price: row.unit_price.map(NetvisorPrice),
            unit_gross_price: row.unit_gross_price.map(NetvisorPrice),
        }
    }
}

record! {
    /// How products are matched.
    pub strict struct ProductOptions {
        /// The language of messages.
        pub language: MessageLanguage = MessageLanguage::Finnish,
    }
}
