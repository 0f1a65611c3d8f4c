//! webshopproductlist.nv (§3.7): main products and their variants.

use super::language::texts;
use super::moment_in;
use super::product_group::GroupFilter;
use crate::decimal::write;
use crate::reply::{Failure, finnish_time};
use crate::request::Query;
use crate::state::{Product, ProductName, State};
use crate::xml::XmlWriter;

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    if !state.company.extended_products {
        return Err(Failure::no_extended_products());
    }
    let limits = Limits::read(query);
    let changed_since = moment_in(query, "limitchangedsince", &["%Y-%m-%dT%H:%M:%S"])?;
    let source = query.value("limitsourceproductnetvisorkey");
    let groups = GroupFilter::read(query)?;
    let mut writer = XmlWriter::default();
    writer.block("WebShopProductList", &[], |list| {
        for (key, product) in state.products.iter().filter(|(_, product)| product.traits.variant_of.is_none()) {
            let changed = changed_since.is_none_or(|time| {
                product.is_changed_since(time) || variants(state, key).any(|(_, one)| one.is_changed_since(time))
            });
            if changed
                && source.is_none_or(|source| key.to_string() == source)
                && limits.let_in(product, limits.deleted)
                && groups.lets_in(state.group_of(product))
            {
                entry(list, state, &limits, key, product);
            }
        }
    });
    Ok(writer.finish())
}

/// What is left out.
struct Limits {
    /// Main products that are deleted.
    deleted: bool,
    /// Variants that are deleted.
    active: bool,
    published: bool,
    sellable: bool,
}

impl Limits {
    fn read(query: &Query) -> Self {
        let is_set = |name| query.value(name) == Some("1");
        Self {
            deleted: is_set("limitdeleted"),
            active: is_set("limitactive"),
            published: is_set("limitpublished"),
            sellable: is_set("limitsellable"),
        }
    }

    fn let_in(&self, product: &Product, only_undeleted: bool) -> bool {
        !(only_undeleted && product.traits.deleted
            || self.published && product.traits.unpublished
            || self.sellable && product.base("issalesproduct") != "1")
    }
}

fn variants(state: &State, main: u32) -> impl Iterator<Item = (u32, &Product)> {
    state.products.named(ProductName::VariantOf(main))
}

fn entry(list: &mut XmlWriter, state: &State, limits: &Limits, key: u32, product: &Product) {
    list.block("WebShopProduct", &[], |entry| {
        entry.text("NetvisorKey", key);
        names_and_descriptions(entry, state, product);
        entry.block("ProductGroups", &[], |all| {
            if let Some((_, group)) = state.group_of(product) {
                all.block("ProductGroup", &[], |block| {
                    for (language, name) in texts(state, &group.name, &group.names) {
                        block.text_with("Name", &[("language", language)], name);
                    }
                });
            }
        });
        entry.block("Variants", &[], |all| {
            for (key, variant) in variants(state, key).filter(|(_, one)| limits.let_in(one, limits.active)) {
                all.block("Variant", &[], |block| variant_entry(block, state, key, variant));
            }
        });
    });
}

fn names_and_descriptions(block: &mut XmlWriter, state: &State, product: &Product) {
    for (language, name) in texts(state, product.base("name"), &product.traits.names) {
        block.text_with("Name", &[("language", language)], name);
    }
    for (language, description) in texts(state, product.base("description"), &product.traits.descriptions) {
        block.text_with("Description", &[("language", language)], description);
    }
}

fn variant_entry(block: &mut XmlWriter, state: &State, key: u32, variant: &Product) {
    names_and_descriptions(block, state, variant);
    block.text("VariantIdentifier", key);
    let has_image = state.images.named(key).next().is_some();
    let uri = if has_image { format!("/webshopproductimages.nv?identifier={key}") } else { String::new() };
    block
        .text("ImageURI", uri)
        .text("LastChangeDate", finnish_time(variant.changed).format("%-d.%-m.%Y %-H:%M:%S"))
        .text("Price", write(variant.prices().0, 4));
}
