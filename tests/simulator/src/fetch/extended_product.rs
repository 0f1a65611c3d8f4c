//! extendedproductlist.nv (§3.5), page by page.

use chrono::NaiveDateTime;
use rust_decimal::Decimal;

use super::language::texts;
use super::product::sub_products;
use super::product_group::GroupFilter;
use super::{moment_in, whole_number};
use crate::reply::{Failure, finnish_time};
use crate::request::Query;
use crate::state::{Product, ProductName, State, Translations};
use crate::xml::XmlWriter;

/// Products on a page, unless said otherwise.
const PAGE: usize = 500;

/// Flags of `replyoptions`. Images are printed as 2096 in Netvisor's list, which is no power of two: here they are 4096.
const PRICE_GROUPS: u32 = 1;
const CUSTOMER_PRICES: u32 = 2;
const SHELVES: u32 = 8;
const SUB_PRODUCTS: u32 = 2048;
const IMAGES: u32 = 4096;

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    let filter = Filter::read(query)?;
    let reply_options: u32 = whole_number(query, "replyoptions")?.unwrap_or(0);
    let above_zero = |name, default| match whole_number(query, name)?.unwrap_or(default) {
        0 => Err(Failure::invalid_data(format!("Parameter {name} must be above 0"))),
        number => Ok(number),
    };
    let (on_page, page): (usize, usize) = (above_zero("productsonpage", PAGE)?, above_zero("page", 1)?);
    let found: Vec<(u32, &Product)> =
        state.products.iter().filter(|(key, product)| filter.lets_in(state, *key, product)).collect();
    let shown = found.chunks(on_page).nth(page - 1).unwrap_or_default();
    let [page, pages, count, all] =
        [page, found.len().div_ceil(on_page), shown.len(), found.len()].map(|number| number.to_string());
    let attributes =
        [("currentpage", &*page), ("pagecount", &*pages), ("productsonpage", &*count), ("productsonpages", &*all)];
    let mut writer = XmlWriter::default();
    writer.block("Products", &attributes, |list| {
        for (key, product) in shown {
            list.block("Product", &[], |entry| product_entry(entry, state, reply_options, *key, product));
        }
    });
    Ok(writer.finish())
}

/// What of the query narrows the list.
struct Filter<'a> {
    keys: Option<Vec<&'a str>>,
    name_keyword: Option<String>,
    code_keyword: Option<String>,
    ean: Option<&'a str>,
    only_sellable: bool,
    only_stored: bool,
    changed_since: Option<NaiveDateTime>,
    groups: GroupFilter<'a>,
}

impl<'a> Filter<'a> {
    fn read(query: &'a Query) -> Result<Self, Failure> {
        let word = |name| query.value(name).map(str::to_lowercase);
        let is_set = |name| matches!(query.value(name), Some("1" | "true"));
        Ok(Self {
            keys: query.list("productnetvisorkeys"),
            name_keyword: word("productnamekeyword"),
            code_keyword: word("productcodekeyword"),
            ean: query.value("producteancode"),
            only_sellable: is_set("onlysellableproducts"),
            only_stored: is_set("onlystoragedproducts"),
            // Without seconds, unlike elsewhere.
            changed_since: moment_in(query, "productchangedsince", &["%Y-%m-%dT%H:%M"])?,
            groups: GroupFilter::read(query)?,
        })
    }

    fn lets_in(&self, state: &State, key: u32, product: &Product) -> bool {
        let begins = |text: &str, word: &Option<String>| {
            word.as_ref().is_none_or(|word| text.to_lowercase().starts_with(word.as_str()))
        };
        let has_ean = |ean| ["primaryeancode", "secondaryeancode"].iter().any(|name| product.base(name) == ean);
        let asked_for = match &self.keys {
            Some(keys) => keys.contains(&&*key.to_string()),
            None => !product.traits.unpublished,
        };
        asked_for
            && !product.traits.deleted
            && product.code() != "TEMP"
            && !is_main(state, key)
            && begins(product.base("name"), &self.name_keyword)
            && begins(product.code(), &self.code_keyword)
            && self.ean.is_none_or(has_ean)
            && (!self.only_sellable || product.base("issalesproduct") == "1")
            && (!self.only_stored || product.keeps_stock())
            && self.changed_since.is_none_or(|time| product.is_changed_since(time))
            && self.groups.lets_in(state.group_of(product))
    }
}

/// Whether it has variants, which are what is sold.
fn is_main(state: &State, key: u32) -> bool {
    state.products.first_named(ProductName::VariantOf(key)).is_some()
}

fn product_entry(entry: &mut XmlWriter, state: &State, reply_options: u32, key: u32, product: &Product) {
    let base = |name| product.base(name);
    let traits = &product.traits;
    entry.text("NetvisorKey", key).block("ProductCodes", &[], |block| {
        block
            .text("ProductCode", product.code())
            .text("ProductPrimaryEanCode", base("primaryeancode"))
            .text("ProductSecondaryEanCode", base("secondaryeancode"));
    });
    translations(entry, state, "ProductNameTranslations", base("name"), &traits.names);
    translations(entry, state, "ProductDescriptionTranslations", base("description"), &traits.descriptions);
    entry.block("ProductFeatures", &[], |block| {
        block
            .text("IsPublishedProduct", !traits.unpublished)
            .text("IsSellableProduct", base("issalesproduct") == "1")
            .text("IsStorageProduct", product.keeps_stock())
            .text("IsProductStructureProduct", !traits.sub_products.is_empty())
            .text("IsModel", traits.variant_of.is_some())
            .text("IsSummaryOfProducts", false)
            .text_with("LastChangedDate", &[("format", "ansi")], finnish_time(product.changed).format("%Y-%m-%d"));
    });
    if let Some((group_key, group)) = state.group_of(product) {
        entry.block("ProductGroup", &[], |block| {
            block.text("NetvisorKey", group_key);
            translations(block, state, "ProductGroupTranslations", &group.name, &group.names);
        });
    }
    if let Some(unit_key) = product.unit_key {
        entry.block("ProductUnit", &[], |block| {
            block.text("NetvisorKey", unit_key);
            translations(block, state, "ProductUnitTranslations", base("unit"), &Translations::new());
        });
    }
    entry.block("ProductPriceInformation", &[], |block| prices(block, reply_options, product));
    if product.keeps_stock() {
        entry.block("ProductStorageInformation", &[], |block| storage(block, reply_options, product));
    }
    if reply_options & SUB_PRODUCTS != 0 {
        entry.block("SubProductInformation", &[], |block| sub_products(block, state, key, product));
    }
    if reply_options & IMAGES != 0 {
        entry.block("ProductImages", &[], |block| images(block, state, key));
    }
}

fn translations(block: &mut XmlWriter, state: &State, name: &str, finnish: &str, others: &Translations) {
    block.block(name, &[], |list| {
        for (language, text) in texts(state, finnish, others).filter(|(_, text)| !text.is_empty()) {
            list.text_with("Translation", &[("language", &language.to_ascii_lowercase())], text);
        }
    });
}

fn prices(block: &mut XmlWriter, reply_options: u32, product: &Product) {
    let (net, gross) = product.prices();
    let base = |is_base| [("ispricebase", if is_base { "true" } else { "false" })];
    let vat = product.vat_percentage();
    block
        .text_with("DefaultNetPrice", &base(!product.price_is_gross()), with_dot(net))
        .text_with("DefaultGrossPrice", &base(product.price_is_gross()), with_dot(gross))
        .block("Vat", &[], |block| {
            // What keys rates have is not known: here it is the rate in tenths of a percent.
            let key = (vat * Decimal::TEN).trunc().normalize();
            block.text("NetvisorKey", key).text("Percentage", vat.normalize().to_string().replace('.', ","));
        })
        .text("PriceMargin", "")
        .text("ProvisionPercentage", product.base("comissionpercentage"));
    // There are no price groups and no prices of customers here.
    if reply_options & PRICE_GROUPS != 0 {
        block.block("PriceGroups", &[], |_| {});
    }
    if reply_options & CUSTOMER_PRICES != 0 {
        block.block("CustomerPrices", &[], |_| {});
    }
}

fn storage(block: &mut XmlWriter, reply_options: u32, product: &Product) {
    block.text("DefaultInventoryPlace", "");
    if reply_options & SHELVES != 0 {
        block.block("InventoryPlaceShelves", &[], |_| {});
    }
    block
        .text("AlertLimit", product.base("inventoryalertlimit"))
        .text("CustomsTariffHeader", product.base("tariffheading"))
        .text("ProductBatchLinkingMode", product.base("inventorybatchlinkingmode"));
}

fn images(block: &mut XmlWriter, state: &State, product_key: u32) {
    for (index, (key, image)) in state.images.named(product_key).enumerate() {
        block.block("Image", &[], |entry| {
            entry
                .text("NetvisorKey", key)
                .text("IsDefaultImage", index == 0)
                .text("MimeType", &image.card.mime_type)
                .text("Title", &image.card.title)
                .text("FileName", &image.card.file_name)
                .text("LastEditedDate", finnish_time(image.edited).format("%Y-%m-%d"));
        });
    }
}

/// With a dot and as many decimals as there are, at most six.
fn with_dot(price: Decimal) -> String {
    price.round_dp(6).normalize().to_string()
}
