use crate::fault::Error;

use super::super::register::{read_options, read_rows};
use super::{NetvisorProduct, ProductOptions, ShopProduct, match_products};

/// [`match_products`] on JSON.
pub(crate) fn match_products_json(shop: &[u8], netvisor: &[u8], options: &[u8]) -> Result<String, Error> {
    let options: ProductOptions = read_options(options)?;
    let language = options.language.into();
    let shop: Vec<ShopProduct> = read_rows("shop", shop, language, |_| None)?;
    let netvisor: Vec<NetvisorProduct> = read_rows("netvisor", netvisor, language, |_| None)?;
    Ok(crate::json::to_text(&match_products(&shop, &netvisor)))
}
