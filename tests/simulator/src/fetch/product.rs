//! productlist.nv (§3.3) and getproduct.nv (§3.4).

use super::{bounded_list, moment_in, whole_number};
use crate::decimal::write;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Product, ProductName, State};
use crate::xml::XmlWriter;

/// Flags of getproduct's `replyoption`.
const NOT_DELETED: u8 = 1;
const PUBLISHED: u8 = 2;

/// The forms in which `changedsince` has been documented over time.
const CHANGED_SINCE: &[&str] = &["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d"];

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    let keywords: Option<Vec<String>> =
        query.list("keyword").map(|words| words.iter().map(|word| word.to_lowercase()).collect());
    let changed_since = moment_in(query, "changedsince", CHANGED_SINCE)?;
    let kinds = Kinds::read(query)?;
    let mut writer = XmlWriter::default();
    writer.block("ProductList", &[], |list| {
        for (key, product) in state.products.iter() {
            if keywords.as_ref().is_none_or(|words| words.iter().any(|word| product.has_word(word)))
                && changed_since.is_none_or(|time| product.is_changed_since(time))
                && kinds.let_in(product)
            {
                list_entry(list, key, product);
            }
        }
    });
    Ok(writer.finish())
}

/// Which of published, unpublished and deleted products are wanted.
struct Kinds {
    published: bool,
    unpublished: bool,
    deleted: bool,
}

impl Kinds {
    /// Whoever says nothing gets everything, deleted products, too. As soon as one of `published` and `unpublished` is
    /// given, the other one is off unless it is given as well.
    fn read(query: &Query) -> Result<Self, Failure> {
        let flag = |name| match query.value(name) {
            None => Ok(None),
            Some("1") => Ok(Some(true)),
            Some("0") => Ok(Some(false)),
            Some(_) => Err(Failure::invalid_data(format!("Parameter {name} must be 1 or 0"))),
        };
        let (published, unpublished, deleted) = (flag("published")?, flag("unpublished")?, flag("deleted")?);
        let neither = published.is_none() && unpublished.is_none();
        if deleted.is_some() && neither {
            return Err(Failure::invalid_data("Parameter deleted needs published or unpublished"));
        }
        Ok(Self {
            published: published.unwrap_or(neither),
            unpublished: unpublished.unwrap_or(neither),
            deleted: deleted.unwrap_or(true),
        })
    }

    fn let_in(&self, product: &Product) -> bool {
        let published = if product.traits.unpublished { self.unpublished } else { self.published };
        published && (self.deleted || !product.traits.deleted)
    }
}

fn list_entry(list: &mut XmlWriter, key: u32, product: &Product) {
    let (net, gross) = product.prices();
    list.block("Product", &[], |entry| {
        entry
            .text("NetvisorKey", key)
            .text("ProductCode", product.code())
            .text("Name", product.base("name"))
            .text("UnitPrice", write(net, 12))
            .text("UnitGrossPrice", write(gross, 12));
        if let Some(group_key) = product.group_key {
            entry.text("ProductGroupID", group_key).text("ProductGroupDescription", product.base("productgroup"));
        }
        entry.text("Uri", format_args!("/getproduct.nv?id={key}"));
    });
}

/// One product, or several inside `Products`. An unknown one is no failure but an empty element.
pub(super) fn get(state: &State, query: &Query) -> Result<String, Failure> {
    let mut writer = XmlWriter::default();
    let by_code = |code: &str| state.products.first_named(ProductName::Code(code.to_owned()));
    let reply_option: u8 = whole_number(query, "replyoption")?.unwrap_or(0);
    let wanted = |product: &Product| {
        (reply_option & NOT_DELETED == 0 || !product.traits.deleted)
            && (reply_option & PUBLISHED == 0 || !product.traits.unpublished)
    };
    let parts = query.value("showsubproducts") == Some("1");
    let many: Option<Vec<_>> = match (bounded_list(query, "idlist", 400)?, bounded_list(query, "codelist", 400)?) {
        (Some(keys), _) => Some(keys.iter().filter_map(|key| state.products.keyed(key)).collect()),
        (None, Some(codes)) => Some(codes.iter().filter_map(|code| by_code(code)).collect()),
        (None, None) => None,
    };
    if let Some(products) = many {
        writer.block("Products", &[], |list| {
            for (key, product) in products.into_iter().filter(|(_, product)| wanted(product)) {
                card(list, state, key, product, parts);
            }
        });
        return Ok(writer.finish());
    }
    let by_ean = |ean: &str| {
        let primary = state.products.first_named(ProductName::PrimaryEan(ean.to_owned()));
        primary.or_else(|| state.products.first_named(ProductName::SecondaryEan(ean.to_owned())))
    };
    let found = if let Some(id) = query.value("id") {
        state.products.keyed(id)
    } else if let Some(code) = query.value("code") {
        by_code(code)
    } else if let Some(ean) = query.value("eancode") {
        by_ean(ean)
    } else {
        return Err(Failure::invalid_data("One of id, idlist, code, codelist, eancode is needed"));
    };
    match found.filter(|(_, product)| wanted(product)) {
        Some((key, product)) => card(&mut writer, state, key, product, parts),
        None => {
            writer.block("Product", &[], |_| {});
        }
    }
    Ok(writer.finish())
}

fn card(writer: &mut XmlWriter, state: &State, key: u32, product: &Product, parts: bool) {
    let (net, gross) = product.prices();
    let bookkeeping =
        |name: &str| product.card().child("productbookkeepingdetails").map_or("", |block| block.value(name));
    writer.block("Product", &[], |card| {
        card.block("ProductBaseInformation", &[], |base| {
            base.text("NetvisorKey", key)
                .text("ProductCode", product.code())
                .text("ProductGroup", product.base("productgroup"))
                .text("Name", product.base("name"))
                .text("Description", product.base("description"))
                .text_with("UnitPrice", &[("type", "net")], write(net, 2))
                .text_with("UnitGrossPrice", &[("type", "gross")], write(gross, 2))
                .text("Unit", product.base("unit"))
                .text("PurchasePrice", product.base("purchaseprice"))
                .text("TariffHeading", product.base("tariffheading"))
                .text("ComissionPercentage", product.base("comissionpercentage"))
                .text("IsActive", product.base("isactive"))
                .text("IsSalesProduct", product.base("issalesproduct"))
                .text_with("CountryOfOrigin", &[("type", "ISO-3166")], product.base("countryoforigin"));
        });
        card.block("ProductBookKeepingDetails", &[], |block| {
            block
                .text("DefaultVatPercent", bookkeeping("defaultvatpercentage"))
                .text("DefaultDomesticAccountNumber", bookkeeping("defaultdomesticaccountnumber"))
                .text("DefaultEuAccountNumber", bookkeeping("defaulteuaccountnumber"))
                .text("DefaultOutsideEUAccountNumber", bookkeeping("defaultoutsideeuaccountnumber"));
        });
        if product.keeps_stock() || state.stock_of(key).next().is_some() {
            card.block("ProductInventoryDetails", &[], |block| inventory(block, state, key));
        }
        card.block("ProductAdditionalInformation", &[], |block| {
            block
                .text("PrimaryEanCode", product.base("primaryeancode"))
                .text("SecondaryEanCode", product.base("secondaryeancode"));
        });
        if parts {
            card.block("SubProductInformation", &[], |block| sub_products(block, state, key, product));
        }
    });
}

/// The amounts of all warehouses together. What a piece is worth is not kept here, and comes as an empty number.
fn inventory(block: &mut XmlWriter, state: &State, key: u32) {
    let [on_hand, reserved, ordered] = state.stock_totals(key);
    block
        .text("InventoryAmount", write(on_hand, 2))
        .text("InventoryMidPrice", "")
        .text("InventoryValue", "")
        .text("InventoryReservedAmount", write(reserved, 2))
        .text("InventoryOrderedAmount", write(ordered, 2))
        .text("InventoryAccountNumber", "");
}

pub(super) fn sub_products(block: &mut XmlWriter, state: &State, key: u32, product: &Product) {
    let part = |list: &mut XmlWriter, key: u32, amount: &str| {
        list.block("Product", &[], |entry| {
            entry.text("NetvisorKey", key).text("Amount", amount).text("PurchasePriceChange", "0");
            entry.text("UnitPriceChange", "0");
        });
    };
    block.block("Parents", &[], |list| {
        for (parent_key, parent) in state.products.named(ProductName::MadeFrom(key)) {
            for of_this in parent.traits.sub_products.iter().filter(|part| part.product_key == key) {
                part(list, parent_key, &of_this.amount);
            }
        }
    });
    block.block("Children", &[], |list| {
        for child in &product.traits.sub_products {
            part(list, child.product_key, &child.amount);
        }
    });
}
