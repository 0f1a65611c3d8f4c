//! Reads what a shop sends into the canonical order.

mod address;
mod custom_fields;
mod draft;
mod lenient;
mod markup;
mod shopify;
mod vat_rate;
mod woocommerce;

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::Order;
use crate::strict_json::words;

words! {
    /// Whose format an order is in.
    pub enum Shop {
        /// Our own: the canonical order.
        Canonical = "canonical",
        /// WooCommerce, REST API v3, as its webhooks and its API send it.
        WooCommerce = "woocommerce",
        /// Shopify, Admin REST API.
        Shopify = "shopify",
    }
}

impl Shop {
    /// The shop by its name.
    ///
    /// # Errors
    /// `shop_unknown`, naming those there are.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        Self::from_word(name).ok_or_else(|| {
            Error::one(ErrorKind::Order, Fault::new(FaultCode::ShopUnknown, "").with(Self::WORDS.join(", ")))
        })
    }
}

/// An order that has been read.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ReadOrder {
    /// The order in the canonical form.
    pub order: Order,
    /// What is worth knowing about it; pointers into the JSON that was read.
    pub warnings: Vec<Fault>,
}

/// Reads an order from a shop's JSON.
///
/// # Errors
/// Everything that is wrong with the order, with pointers into the JSON given.
pub fn read_order(shop: Shop, json: &[u8]) -> Result<ReadOrder, Error> {
    match shop {
        Shop::Canonical => Ok(ReadOrder { order: Order::from_json(json)?, warnings: Vec::new() }),
        Shop::WooCommerce => woocommerce::read(json),
        Shop::Shopify => shopify::read(json),
    }
}
