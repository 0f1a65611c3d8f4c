//! inventorybywarehouse.nv (§3.9).

use chrono::NaiveDateTime;
use rust_decimal::Decimal;

use super::{moment_in, whole_number};
use crate::decimal;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Product, State, Stock};
use crate::xml::XmlWriter;

/// As Finns write a time, unlike in every other resource.
const FINNISH: &[&str] = &["%d.%m.%Y %H:%M:%S"];

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    let filter = Filter::read(state, query)?;
    let mut writer = XmlWriter::default();
    writer.block("InventoryByWarehouse", &[], |list| {
        // The other system has the stock, and Netvisor has nothing to show.
        if state.company.other_stock_system {
            return;
        }
        let mut list_product = |key, product: &Product| {
            if filter.lets_in(state, key, product) {
                row(list, state, &filter, key, product);
            }
        };
        match &filter.keys {
            Some(keys) => keys.iter().filter_map(|key| state.products.keyed(key)).for_each(|(key, product)| {
                list_product(key, product);
            }),
            None => state.products.iter().for_each(|(key, product)| list_product(key, product)),
        }
    });
    Ok(writer.finish())
}

/// What of the query narrows the list.
struct Filter<'a> {
    keys: Option<Vec<&'a str>>,
    /// The only warehouse shown; one that does not exist shows nothing.
    warehouse: Option<u32>,
    changed_since: Option<NaiveDateTime>,
    under_alert_limit: bool,
    group: Option<&'a str>,
}

impl<'a> Filter<'a> {
    fn read(state: &State, query: &'a Query) -> Result<Self, Failure> {
        let named = query
            .value("inventoryplacename")
            .map(|name| state.warehouses.first_named(name.to_owned()).map_or(u32::MAX, |(key, _)| key));
        Ok(Self {
            keys: query.list("productidlist").or_else(|| query.value("productid").map(|key| vec![key])),
            warehouse: whole_number(query, "inventoryplaceid")?.or(named),
            changed_since: moment_in(query, "changedsince", FINNISH)?,
            under_alert_limit: query.value("limitunderalertlimit") == Some("1"),
            group: query.value("productgroupname"),
        })
    }

    fn lets_in(&self, state: &State, key: u32, product: &Product) -> bool {
        let has_row = |wanted: &dyn Fn(&Stock) -> bool| {
            state.stock_of(key).any(|(warehouse, stock)| self.shows(warehouse) && wanted(stock))
        };
        let alert_limit = || decimal::read(product.base("inventoryalertlimit"));
        !product.traits.deleted
            && (product.keeps_stock() || has_row(&|_| true))
            && (self.warehouse.is_none() || has_row(&|_| true))
            && self.changed_since.is_none_or(|time| has_row(&|stock| stock.is_changed_since(time)))
            && (!self.under_alert_limit || alert_limit().is_some_and(|limit| state.stock_totals(key)[0] < limit))
            && self.group.is_none_or(|group| state.group_name(product) == group)
    }

    fn shows(&self, warehouse: u32) -> bool {
        self.warehouse.is_none_or(|only| only == warehouse)
    }
}

fn row(list: &mut XmlWriter, state: &State, filter: &Filter<'_>, key: u32, product: &Product) {
    list.block("Product", &[], |row| {
        row.text("NetvisorKey", key)
            .text("Name", product.base("name"))
            .text("Code", product.code())
            .text("GroupName", state.group_name(product))
            .text("ProductUri", format_args!("/getproduct.nv?id={key}"));
        for (warehouse, stock) in state.stock_of(key).filter(|(warehouse, _)| filter.shows(*warehouse)) {
            let name = state.warehouses.get(warehouse).map_or("", |warehouse| &warehouse.name);
            row.block("Warehouse", &[], |block| {
                block
                    .text("NetvisorKey", warehouse)
                    .text("Name", name)
                    .text("ReservedAmount", with_comma(stock.reserved))
                    .text(
                        "OrderedAmount",
                        Some(stock.ordered).filter(|sum| !sum.is_zero()).map_or_else(String::new, with_comma),
                    )
                    .text("InventoryAmount", with_comma(stock.on_hand));
            });
        }
        // Of all warehouses, whichever are shown.
        let [on_hand, reserved, ordered] = state.stock_totals(key);
        row.text("TotalReservedAmount", format_args!("{reserved:.4}"))
            .text("TotalOrderedAmount", format_args!("{ordered:.4}"))
            .text("TotalAmount", format_args!("{on_hand:.4}"));
    });
}

/// With as many decimals as there are.
fn with_comma(amount: Decimal) -> String {
    amount.normalize().to_string().replace('.', ",")
}
