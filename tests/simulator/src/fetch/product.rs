//! productlist.nv (§3.3) and getproduct.nv (§3.4).

use super::bounded_list;
use crate::decimal::write;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Product, ProductName, State};
use crate::xml::XmlWriter;

pub(super) fn list(state: &State, query: &Query) -> String {
    let keywords: Option<Vec<String>> =
        query.list("keyword").map(|words| words.iter().map(|word| word.to_lowercase()).collect());
    let mut writer = XmlWriter::default();
    writer.block("ProductList", &[], |list| {
        for (key, product) in state.products.iter() {
            if keywords.as_ref().is_none_or(|words| words.iter().any(|word| product.has_word(word))) {
                list_entry(list, key, product);
            }
        }
    });
    writer.finish()
}

fn list_entry(list: &mut XmlWriter, key: u32, product: &Product) {
    let (net, gross) = product.prices();
    list.block("Product", &[], |entry| {
        entry
            .text("NetvisorKey", key)
            .text("ProductCode", product.code())
            .text("Name", product.base("name"))
            .text("UnitPrice", write(net, 12))
            .text("UnitGrossPrice", write(gross, 12))
            .text("ProductGroupDescription", product.base("productgroup"))
            .text("Uri", format!("/getproduct.nv?id={key}"));
    });
}

/// One product, or several inside `Products`. An unknown one is no failure but an empty element.
pub(super) fn get(state: &State, query: &Query) -> Result<String, Failure> {
    let mut writer = XmlWriter::default();
    let by_code = |code: &str| state.products.first_named(ProductName::Code(code.to_owned()));
    let many: Option<Vec<_>> = match (bounded_list(query, "idlist", 400)?, bounded_list(query, "codelist", 400)?) {
        (Some(keys), _) => Some(keys.iter().filter_map(|key| state.products.keyed(key)).collect()),
        (None, Some(codes)) => Some(codes.iter().filter_map(|code| by_code(code)).collect()),
        (None, None) => None,
    };
    if let Some(products) = many {
        writer.block("Products", &[], |list| {
            for (key, product) in products {
                card(list, key, product);
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
    match found {
        Some((key, product)) => card(&mut writer, key, product),
        None => {
            writer.block("Product", &[], |_| {});
        }
    }
    Ok(writer.finish())
}

fn card(writer: &mut XmlWriter, key: u32, product: &Product) {
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
        card.block("ProductAdditionalInformation", &[], |block| {
            block
                .text("PrimaryEanCode", product.base("primaryeancode"))
                .text("SecondaryEanCode", product.base("secondaryeancode"));
        });
    });
}
