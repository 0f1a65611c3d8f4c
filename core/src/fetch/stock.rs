use std::borrow::Cow;
use std::collections::{HashSet, VecDeque};

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::Settings;
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::strict_json::{self, record, words};
use crate::wire::reply::{Reply, StockRow, WarehouseRow, read_stock};
use crate::wire::{Method, Request};

use super::changed_since::ChangedSince;
use super::engine::Progress;
use super::task::{Step, Task, sealed};

/// The most products of a batch.
const BATCH: usize = 1_000;

words! {
    /// What becomes of what is reserved for orders.
    #[derive(Default)]
    pub enum Reserved {
        /// It counts as in stock: the shop has its own orders, which reserve it, in its own count.
        #[default]
        Ignore = "ignore",
        /// It is taken off.
        Subtract = "subtract",
    }
}

record! {
    /// What is fetched of the stock, and how it becomes the shop's.
    #[derive(Serialize)]
    pub strict struct StockOptions {
        /// Only products whose stock has changed since, from the result of the fetch before. `null` for all.
        pub changed_since: Option<ChangedSince> = None,
        /// The warehouses the shop sells from, by name or NetvisorKey. `null` for all of them.
        pub warehouses: Option<Vec<String>> = None,
        /// What becomes of what is reserved for orders.
        pub reserved: Reserved = Reserved::Ignore,
        /// Only products of the group of this name.
        pub product_group: Option<String> = None,
    }
}

/// Products with their stock.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StockBatch {
    /// At most 1,000.
    pub products: Vec<StockProduct>,
}

/// How much there is of a product.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StockProduct {
    /// Netvisor's own key of the product.
    pub netvisor_key: u64,
    /// The product code.
    pub code: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The name of the product group.
    pub group: Option<String>,
    /// The shop's stock: on hand in the warehouses chosen, less what is reserved there if so chosen. Below zero where Netvisor
    /// says so.
    #[serde(serialize_with = "decimal_text")]
    pub quantity: Decimal,
    /// What each of the warehouses chosen holds.
    pub warehouses: Vec<StockWarehouse>,
}

/// What one warehouse holds of a product.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StockWarehouse {
    /// Netvisor's own key of the warehouse.
    pub netvisor_key: Option<u64>,
    /// Its name.
    pub name: Option<String>,
    /// On hand.
    #[serde(serialize_with = "decimal_text")]
    pub on_hand: Decimal,
    /// Reserved for orders.
    #[serde(serialize_with = "decimal_text")]
    pub reserved: Decimal,
    /// Ordered from suppliers.
    #[serde(serialize_with = "decimal_text")]
    pub ordered: Decimal,
}

/// What a fetch of the stock comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StockResult {
    /// How many products were handed out.
    pub products: usize,
    /// To be given as `changed_since` the next time; `None` until the list has been read.
    pub cursor: Option<String>,
}

/// Fetches inventorybywarehouse.nv (§3.9), in one request: the resource has no pages.
#[derive(Debug, Clone)]
pub struct Stock {
    options: StockOptions,
    /// Those of the warehouses chosen that nothing was found in yet.
    not_found: HashSet<String>,
    /// `None` until the list has been read.
    list: Option<List>,
    handed_out: usize,
}

#[derive(Debug, Clone)]
struct List {
    /// Not handed out yet.
    products: VecDeque<StockProduct>,
    total: usize,
    cursor: Option<ChangedSince>,
}

record! {
    #[derive(Serialize)]
    lenient struct Position {
        done: bool,
        products: u64,
        cursor: Option<ChangedSince>,
        not_found: Vec<String>,
    }
}

impl sealed::Sealed for Stock {}

impl Task for Stock {
    const KIND: &'static str = "stock";
    type Options = StockOptions;
    type Batch = StockBatch;
    type Result = StockResult;

    fn read_options(json: &[u8]) -> Result<StockOptions, Error> {
        strict_json::read(ErrorKind::Options, json)
    }

    fn begin(options: &StockOptions, _: &Settings) -> Self {
        let chosen = options.warehouses.iter().flatten().map(|warehouse| warehouse.trim().to_owned());
        Self { options: options.clone(), not_found: chosen.collect(), list: None, handed_out: 0 }
    }

    fn next(&mut self, _: i64) -> Step<StockBatch> {
        let Some(list) = &mut self.list else { return Step::Ask(self.request()) };
        if list.products.is_empty() {
            return Step::End;
        }
        let products: Vec<_> = list.products.drain(..list.products.len().min(BATCH)).collect();
        self.handed_out += products.len();
        Step::HandOut(StockBatch { products })
    }

    fn take_reply(&mut self, status: u16, body: &[u8], _: i64) -> Result<Reply, Error> {
        let mut products = VecDeque::new();
        let mut found: HashSet<String> = HashSet::new();
        let reply = read_stock(status, body, |row| {
            let product = self.product(row, &mut found);
            products.push_back(product);
        })?;
        if let Reply::Done(done) = &reply {
            self.not_found.retain(|chosen| !found.contains(chosen));
            let total = products.len();
            self.list = Some(List { products, total, cursor: done.timestamp.map(ChangedSince::after) });
            self.handed_out = 0;
        }
        Ok(reply)
    }

    fn progress(&self) -> Progress {
        Progress { total: self.list.as_ref().map(|list| list.total), done: self.handed_out }
    }

    fn notes(&self) -> Vec<Fault> {
        // Of changes alone, an empty list says nothing.
        let Some(list) = self.list.as_ref().filter(|_| self.options.changed_since.is_none()) else { return Vec::new() };
        if list.total == 0 {
            return vec![Fault::new(FaultCode::StockListEmpty, "")];
        }
        let chosen = self.options.warehouses.iter().flatten().enumerate();
        let not_found = chosen.filter(|(_, warehouse)| self.not_found.contains(warehouse.trim()));
        let fault = |(index, warehouse)| {
            Fault::new(FaultCode::WarehouseNotFound, format!("/warehouses/{index}")).with(warehouse)
        };
        not_found.map(fault).collect()
    }

    fn result(&self) -> StockResult {
        let cursor = self.list.as_ref().and_then(|list| list.cursor);
        StockResult { products: self.handed_out, cursor: cursor.map(|cursor| cursor.to_string()) }
    }

    fn position(&self) -> String {
        // The list is fetched again until all of it has been handed out.
        let done = self.list.as_ref().filter(|list| list.products.is_empty());
        let mut not_found: Vec<String> = self.not_found.iter().cloned().collect();
        not_found.sort_unstable();
        crate::json::to_text(&Position {
            done: done.is_some(),
            products: done.map_or(0, |list| list.total as u64),
            cursor: done.and_then(|list| list.cursor),
            not_found,
        })
    }

    fn go_to(&mut self, position: &[u8]) -> Option<()> {
        let position: Position = strict_json::read_stored(ErrorKind::Checkpoint, position).ok()?;
        if position.done {
            let total = usize::try_from(position.products).ok()?;
            self.list = Some(List { products: VecDeque::new(), total, cursor: position.cursor });
            self.handed_out = total;
            self.not_found = position.not_found.into_iter().collect();
        }
        Some(())
    }
}

impl Stock {
    fn request(&self) -> Request {
        let request = Request::new(Method::Get, "inventorybywarehouse.nv");
        let request = match &self.options.product_group {
            Some(group) => request.with_query("productgroupname", group),
            None => request,
        };
        match self.options.changed_since {
            Some(moment) => request.with_query("changedsince", &moment.finnish()),
            None => request,
        }
    }

    /// The shop's view of a product. Warehouses are chosen here rather than by a parameter, which takes one alone.
    fn product(&self, row: StockRow<'_>, found: &mut HashSet<String>) -> StockProduct {
        let chosen = |warehouse: &WarehouseRow<'_>| match &self.options.warehouses {
            None => true,
            Some(chosen) => chosen.iter().any(|chosen| {
                let is_it = is_named(warehouse, chosen.trim());
                if is_it {
                    found.insert(chosen.trim().to_owned());
                }
                is_it
            }),
        };
        let (total, total_reserved) = (row.total, row.total_reserved);
        let warehouses: Vec<_> = row.warehouses.into_iter().filter(chosen).map(StockWarehouse::from).collect();
        let sum = |amount: fn(&StockWarehouse) -> Decimal| {
            warehouses.iter().map(amount).fold(Decimal::ZERO, Decimal::saturating_add)
        };
        let all = self.options.warehouses.is_none();
        let on_hand = total.filter(|_| all).unwrap_or_else(|| sum(|warehouse| warehouse.on_hand));
        let reserved = total_reserved.filter(|_| all).unwrap_or_else(|| sum(|warehouse| warehouse.reserved));
        let quantity = match self.options.reserved {
            Reserved::Ignore => on_hand,
            Reserved::Subtract => on_hand.saturating_sub(reserved),
        };
        StockProduct {
            netvisor_key: row.netvisor_key,
            code: row.code.map(Cow::into_owned),
            name: row.name.map(Cow::into_owned),
            group: row.group_name.map(Cow::into_owned),
            quantity: quantity.normalize(),
            warehouses,
        }
    }
}

fn is_named(warehouse: &WarehouseRow<'_>, chosen: &str) -> bool {
    warehouse.name.as_deref().is_some_and(|name| name == chosen)
        || warehouse.netvisor_key.is_some_and(|key| chosen.parse() == Ok(key))
}

impl From<WarehouseRow<'_>> for StockWarehouse {
    fn from(row: WarehouseRow<'_>) -> Self {
        Self {
            netvisor_key: row.netvisor_key,
            name: row.name.map(Cow::into_owned),
            on_hand: row.on_hand.normalize(),
            reserved: row.reserved.normalize(),
            ordered: row.ordered.normalize(),
        }
    }
}

fn decimal_text<S: Serializer>(amount: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(amount)
}
