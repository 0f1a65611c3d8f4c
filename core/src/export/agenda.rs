//! The look-ups a run begins with, batched over all its orders: documents first, since an order that is there already needs
//! no other; then customers; then products.

use std::collections::{BinaryHeap, HashMap, HashSet, VecDeque};

use crate::document::{marked_number, step};
use crate::order::Date;
use crate::settings::Settings;
use crate::wire::Request;
use crate::wire::reply::SalesInvoiceRow;

use super::entry::{Entry, Step};
use super::found::{adopt, conflict, is_ours, row_number};
use super::registers::Resource;
use super::requests;

/// Orders whose dates are no further apart than this many days are looked for together.
const GAP: i64 = 7;
/// The most codes of one look-up (§3.1 for customers).
const MAX_CODES: usize = 100;
/// The most bytes of codes in one look-up: URLs much over two kilobytes do not pass every proxy.
const MAX_CODE_BYTES: usize = 1_200;

/// A look-up that is still to be made.
#[derive(Debug, Clone)]
pub(super) enum LookUp {
    /// Documents dated from one day to another.
    Documents { from: Date, to: Date, above: u64, pages: usize, orders: Vec<usize> },
    /// The document with one order's number.
    Number(usize),
    /// Customers by code.
    Customers(Vec<String>),
    /// Products by code.
    Products(Vec<String>),
    /// A card that can only be looked up alone.
    Card(Resource),
}

impl LookUp {
    pub(super) fn request(&self, entries: &[Entry], settings: &Settings) -> Option<Request> {
        Some(match self {
            Self::Documents { from, to, above, .. } => requests::documents_by_date(*from, *to, *above, settings),
            Self::Number(order) => requests::documents_by_number(entries.get(*order)?.document_number?, settings),
            Self::Customers(codes) => requests::customers_by_code(codes),
            Self::Products(codes) => requests::products_by_code(codes),
            Self::Card(resource) => requests::card(resource),
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Documents,
    Customers,
    Products,
    Over,
}

/// The look-ups in their order.
#[derive(Debug, Clone)]
pub(super) struct Agenda {
    stage: Stage,
    queue: VecDeque<LookUp>,
    by_number: HashMap<u64, usize>,
    by_order: HashMap<String, usize>,
}

impl Agenda {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let open = || entries.iter().enumerate().filter(|(_, entry)| entry.settled.is_none());
        Self {
            stage: Stage::Documents,
            queue: document_look_ups(entries).into(),
            by_number: open().filter_map(|(index, entry)| Some((entry.document_number?, index))).collect(),
            by_order: open().map(|(index, entry)| (entry.number.trim().to_owned(), index)).collect(),
        }
    }

    /// The next look-up; `None` when all have been made.
    pub(super) fn next(&mut self, entries: &[Entry], settings: &Settings) -> Option<&LookUp> {
        while self.queue.is_empty() {
            self.stage = match self.stage {
                Stage::Documents => Stage::Customers,
                Stage::Customers => Stage::Products,
                Stage::Products | Stage::Over => Stage::Over,
            };
            self.queue = match self.stage {
                Stage::Customers => customer_look_ups(entries, settings).into(),
                Stage::Products => product_look_ups(entries, settings).into(),
                Stage::Documents | Stage::Over => return None,
            };
        }
        self.queue.front()
    }

    /// The look-up that was made last.
    pub(super) fn current(&self) -> Option<&LookUp> {
        self.queue.front()
    }

    /// Takes a row of the list of documents for the order it belongs to.
    pub(super) fn take_document(&self, row: &SalesInvoiceRow<'_>, entries: &mut [Entry], settings: &Settings) {
        let marked = row.private_comment.as_deref().and_then(marked_number);
        let by_marker = marked.and_then(|number| self.by_order.get(number));
        let by_number = || row_number(row).and_then(|number| self.by_number.get(&number));
        let Some(entry) = by_marker.or_else(by_number).and_then(|&index| entries.get_mut(index)) else { return };
        // One that is in doubt is looked for by itself.
        if entry.settled.is_some() || entry.document.is_some() || entry.doubt.is_some() {
            return;
        }
        if is_ours(row, &entry.number) {
            adopt(entry, row, true, settings);
        } else {
            conflict(entry, row, false);
        }
    }

    /// The present look-up has been answered, with so many rows up to that key.
    pub(super) fn answered(&mut self, rows: usize, highest_key: u64, entries: &[Entry]) {
        let Some(LookUp::Documents { above, pages, orders, .. }) = self.queue.front_mut() else {
            self.queue.pop_front();
            return;
        };
        *pages += 1;
        *above = (*above).max(highest_key);
        let sought = |index: &&usize| entries[**index].document.is_none() && entries[**index].settled.is_none();
        let left: Vec<usize> = orders.iter().filter(sought).copied().collect();
        if rows == 0 || left.is_empty() {
            self.queue.pop_front();
        } else if *pages > orders.len() && left.iter().all(|&index| entries[index].document_number.is_some()) {
            // Somebody else's documents fill the list: asking for each order's number takes fewer requests.
            self.queue.pop_front();
            for index in left.into_iter().rev() {
                self.queue.push_front(LookUp::Number(index));
            }
        }
    }
}

fn is_new(entry: &Entry) -> bool {
    entry.settled.is_none() && entry.document.is_none()
}

fn document_look_ups(entries: &[Entry]) -> Vec<LookUp> {
    // Sorted by a heap: what slices are sorted by is ten times the code, and counts in the WASM module.
    let dated: BinaryHeap<(Date, usize)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| is_new(entry) && !matches!(&entry.doubt, Some(doubt) if doubt.step == Step::Document))
        .filter_map(|(index, entry)| Some((entry.order.as_ref()?.placed_at.date(), index)))
        .collect();
    let dated = dated.into_sorted_vec();
    let numbered = |index: usize| entries[index].document_number.is_some();
    dated
        .chunk_by(|(earlier, _), (later, _)| earlier.days_until(*later) <= GAP)
        .map(|orders| match orders {
            [(_, order)] if numbered(*order) => LookUp::Number(*order),
            orders => LookUp::Documents {
                from: orders[0].0,
                to: orders[orders.len() - 1].0,
                above: 0,
                pages: 0,
                orders: orders.iter().map(|(_, order)| *order).collect(),
            },
        })
        .collect()
}

fn customer_look_ups(entries: &[Entry], settings: &Settings) -> Vec<LookUp> {
    let orders = entries.iter().filter(|entry| is_new(entry)).filter_map(|entry| entry.order.as_deref());
    let wanted = orders.filter_map(|order| Resource::of_buyer(&step::buyer(order, settings).ok()?));
    batched(wanted, LookUp::Customers)
}

fn product_look_ups(entries: &[Entry], settings: &Settings) -> Vec<LookUp> {
    let orders = entries.iter().filter(|entry| is_new(entry)).filter_map(|entry| entry.order.as_deref());
    let wanted = orders.flat_map(|order| {
        let products = step::products(order, settings).unwrap_or_default();
        products.iter().map(Resource::of_product).collect::<Vec<_>>()
    });
    batched(wanted, LookUp::Products)
}

/// Each card once: those that go by code many at a time, the others alone.
fn batched(wanted: impl Iterator<Item = Resource>, by_code: fn(Vec<String>) -> LookUp) -> Vec<LookUp> {
    let mut seen = HashSet::new();
    let mut look_ups = Vec::new();
    let mut codes: Vec<String> = Vec::new();
    let mut bytes = 0;
    for resource in wanted.filter(|resource| seen.insert(resource.clone())) {
        match resource {
            Resource::CustomerCode(code) | Resource::Product(code) if code.contains(',') => {
                look_ups.push(by_code(vec![code]));
            }
            Resource::CustomerCode(code) | Resource::Product(code) => {
                if codes.len() == MAX_CODES || (bytes + code.len() > MAX_CODE_BYTES && !codes.is_empty()) {
                    look_ups.push(by_code(std::mem::take(&mut codes)));
                    bytes = 0;
                }
                bytes += code.len() + 1;
                codes.push(code);
            }
            other @ (Resource::BusinessId(_) | Resource::Ean(_)) => look_ups.push(LookUp::Card(other)),
        }
    }
    if !codes.is_empty() {
        look_ups.push(by_code(codes));
    }
    look_ups
}
