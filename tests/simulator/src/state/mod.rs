//! What the company has in its books.

mod card;
mod document;
mod json;
mod payment;
mod register;

use std::collections::{BTreeSet, HashSet};

use crate::Resource;

pub(crate) use card::{Customer, Product};
pub use card::{CustomerCard, ProductCard};
pub(crate) use document::{Document, Kind, LineTotal, lines, product_lines};
pub(crate) use payment::Payment;
pub(crate) use register::Register;

/// Everything the simulator remembers.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) customers: Register<Customer>,
    pub(crate) products: Register<Product>,
    /// Invoices, orders and drafts.
    pub(crate) documents: Register<Document>,
    pub(crate) payments: Register<Payment>,
    pub(crate) forbidden: BTreeSet<Resource>,
    pub(crate) transaction_ids: HashSet<String>,
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
            customers,
            products: Register::default(),
            documents: Register::default(),
            payments: Register::default(),
            forbidden: BTreeSet::new(),
            transaction_ids: HashSet::new(),
        }
    }
}
