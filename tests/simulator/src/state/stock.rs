use chrono::{DateTime, NaiveDateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::State;
use super::register::Entry;
use crate::decimal;
use crate::reply::finnish_time;

/// How much of a product is in a warehouse. Amounts are decimals with comma or dot, and count as 0 where they are no number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StockCard {
    /// The product. Whether there is one is not looked at.
    pub product_key: u32,
    /// The name of the warehouse, which is made where there is none.
    pub warehouse: String,
    /// What is there.
    pub on_hand: String,
    /// What of it is reserved for orders.
    pub reserved: String,
    /// What is on its way there.
    pub ordered: String,
}

/// A warehouse: Netvisor's inventory place.
#[derive(Debug, Clone)]
pub(crate) struct Warehouse {
    pub(crate) name: String,
}

/// A product in a warehouse.
#[derive(Debug, Clone)]
pub(crate) struct Stock {
    pub(crate) on_hand: Decimal,
    pub(crate) reserved: Decimal,
    pub(crate) ordered: Decimal,
    changed: DateTime<Utc>,
}

impl Stock {
    pub(crate) fn is_changed_since(&self, time: NaiveDateTime) -> bool {
        finnish_time(self.changed).naive_local() >= time
    }
}

impl State {
    /// Sets a product's stock in one warehouse, changed now. Answers with the warehouse's key.
    pub(crate) fn set_stock(&mut self, card: &StockCard) -> u32 {
        let known = self.warehouses.first_named(card.warehouse.clone()).map(|(key, _)| key);
        let key = known.unwrap_or_else(|| self.warehouses.insert(Warehouse { name: card.warehouse.clone() }));
        let amount = |text: &str| decimal::read(text).unwrap_or_default();
        let stock = Stock {
            on_hand: amount(&card.on_hand),
            reserved: amount(&card.reserved),
            ordered: amount(&card.ordered),
            changed: self.now,
        };
        self.stock.insert((card.product_key, key), stock);
        key
    }

    /// A product's stock by ascending key of the warehouse.
    pub(crate) fn stock_of(&self, product_key: u32) -> impl Iterator<Item = (u32, &Stock)> {
        self.stock.range((product_key, 0)..=(product_key, u32::MAX)).map(|((_, warehouse), stock)| (*warehouse, stock))
    }

    /// What is there, reserved and ordered of a product in all warehouses.
    pub(crate) fn stock_totals(&self, product_key: u32) -> [Decimal; 3] {
        self.stock_of(product_key).fold([Decimal::ZERO; 3], |[on_hand, reserved, ordered], (_, stock)| {
            [on_hand + stock.on_hand, reserved + stock.reserved, ordered + stock.ordered]
        })
    }
}

/// Warehouses go by their name.
impl Entry for Warehouse {
    type Name = String;

    fn names(&self) -> Vec<String> {
        vec![self.name.clone()]
    }
}
