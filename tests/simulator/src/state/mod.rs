//! What the company has in its books.

mod booked;
mod customer;
mod document;
mod document_card;
mod document_change;
mod image;
mod json;
mod payment;
mod product;
mod product_group;
mod register;
mod stock;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::Resource;
use crate::reply::Failure;

pub use booked::{BookedDocument, BookedPayment};
pub use customer::CustomerCard;
pub(crate) use customer::{Customer, CustomerName};
pub(crate) use document::{Document, DocumentName, History, LineTotal, is_open, lines, product_lines, significant};
pub use document::{DocumentKind, Made};
pub use document_card::DocumentCard;
pub(crate) use document_change::DeletedDocument;
pub use document_change::DocumentChange;
pub(crate) use image::Image;
pub use image::ImageCard;
pub(crate) use payment::Payment;
pub(crate) use product::{Product, ProductName, Traits, Unit};
pub use product::{ProductCard, ProductChange, SubProduct, Translations};
pub(crate) use product_group::ProductGroup;
pub use product_group::ProductGroupCard;
pub(crate) use register::{Entry, Register};
pub use stock::StockCard;
pub(crate) use stock::{Stock, Warehouse};

/// What the company has taken into use. All of it may be changed at any time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CompanySwitches {
    /// The stock is kept by another system, and Netvisor's list of it is empty (§2.4, §3.9).
    pub(crate) other_stock_system: bool,
    /// The interface is switched on, and the package has one.
    pub(crate) interface: bool,
    /// Extended product management: variants, translations, images.
    pub(crate) extended_products: bool,
}

impl Default for CompanySwitches {
    fn default() -> Self {
        Self { other_stock_system: false, interface: true, extended_products: true }
    }
}

/// Everything the simulator remembers.
#[derive(Debug, Clone)]
pub(crate) struct State {
    /// The time of the request that is being carried out.
    pub(crate) now: DateTime<Utc>,
    pub(crate) customers: Register<Customer>,
    pub(crate) products: Register<Product>,
    pub(crate) groups: Register<ProductGroup>,
    pub(crate) units: Register<Unit>,
    pub(crate) images: Register<Image>,
    pub(crate) warehouses: Register<Warehouse>,
    /// By the keys of product and warehouse.
    pub(crate) stock: BTreeMap<(u32, u32), Stock>,
    /// Invoices, orders and drafts.
    pub(crate) documents: Register<Document>,
    pub(crate) deleted_documents: Vec<DeletedDocument>,
    pub(crate) payments: Register<Payment>,
    pub(crate) forbidden: BTreeSet<Resource>,
    pub(crate) company: CompanySwitches,
    /// The last day of the locked accounting period.
    pub(crate) locked_until: Option<NaiveDate>,
    pub(crate) transaction_ids: HashSet<String>,
    /// How many requests have arrived for each resource.
    pub(crate) requests: BTreeMap<Resource, u64>,
}

impl State {
    /// A company as Netvisor sets it up: empty but for the catch-all customer, whose key is 1 (§6.1).
    pub(crate) fn new() -> Self {
        let mut customers = Register::default();
        customers.insert(Customer::new(&CustomerCard {
            code: "TEMP".to_owned(),
            name: "Temporary customer".to_owned(),
            ..CustomerCard::default()
        }));
        Self {
            now: DateTime::UNIX_EPOCH,
            customers,
            products: Register::default(),
            groups: Register::default(),
            units: Register::default(),
            images: Register::default(),
            warehouses: Register::default(),
            stock: BTreeMap::new(),
            documents: Register::default(),
            deleted_documents: Vec::new(),
            payments: Register::default(),
            forbidden: BTreeSet::new(),
            company: CompanySwitches::default(),
            locked_until: None,
            transaction_ids: HashSet::new(),
            requests: BTreeMap::new(),
        }
    }

    /// Refuses to book anything on a day of the locked period (§4).
    pub(crate) fn check_period(&self, date: Option<NaiveDate>) -> Result<(), Failure> {
        match (date, self.locked_until) {
            (Some(date), Some(locked_until)) if date <= locked_until => Err(Failure::period_lock(date)),
            _ => Ok(()),
        }
    }

    /// The largest number of a series plus one (§6.11).
    pub(crate) fn next_number(&self, kind: DocumentKind, second_name: &str) -> u64 {
        let in_series = |number| DocumentName::InSeries(kind, second_name.to_owned(), number);
        match self.documents.largest_name(in_series(0)..=in_series(u64::MAX)) {
            Some(DocumentName::InSeries(_, _, largest)) => largest.saturating_add(1),
            _ => 1,
        }
    }
}
