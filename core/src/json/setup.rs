use crate::setup::{self, matching, read_features};
use crate::{Error, Settings};

/// The rights that these settings and features need, and what must be true before. `features` is a list such as
/// `["export", "stock"]`, of the words of [`Feature`](crate::setup::Feature). Returns
/// `{"permissions": [{"group", "name", "resource", "features", "reason": {"fi", "sv", "en"}}], "prerequisites": [fault]}`.
///
/// # Errors
/// A list that is none, is empty, or holds something else.
pub fn required_permissions(settings: &Settings, features: &[u8]) -> Result<String, Error> {
    let features = read_features(features).map_err(|error| error.in_language(settings.language()))?;
    Ok(super::to_text(&setup::required_permissions(settings, &features)))
}

/// Says which customers of the shop's register are which in Netvisor's, as far as that can be said without guessing; the
/// shapes are described in [`setup::matching`](crate::setup::matching). Empty `options` are `{}`.
///
/// # Errors
/// Everything that is wrong with one of the three, its path beginning with `/shop`, `/netvisor` or `/options`.
pub fn match_customers(shop: &[u8], netvisor: &[u8], options: &[u8]) -> Result<String, Error> {
    matching::match_customers_json(shop, netvisor, options)
}

/// Says which products of the shop's Netvisor has, which an export would create, and which differ; the shapes are described
/// in [`setup::matching`](crate::setup::matching). Empty `options` are `{}`.
///
/// # Errors
/// Everything that is wrong with one of the three, its path beginning with `/shop`, `/netvisor` or `/options`.
pub fn match_products(shop: &[u8], netvisor: &[u8], options: &[u8]) -> Result<String, Error> {
    matching::match_products_json(shop, netvisor, options)
}
