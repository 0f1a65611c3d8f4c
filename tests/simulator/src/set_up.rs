//! How tests set a company up.

use chrono::NaiveDate;

use crate::state::{Customer, Document, Image};
use crate::{
    CustomerCard, DocumentCard, DocumentChange, DocumentKind, ImageCard, ProductCard, ProductChange, ProductGroupCard,
    Resource, Simulator, StockCard,
};

impl Simulator {
    /// Locks the accounting period: documents and payments of that day or an earlier one are refused with `PERIOD_LOCK`.
    /// `None` opens it.
    pub fn lock_period(&mut self, until: Option<NaiveDate>) {
        self.state.locked_until = until;
    }

    /// Gives the right to a resource, or takes it away: then it answers `SERVICE_ACCESS_ERROR`. All are given at first.
    pub fn set_permission(&mut self, resource: Resource, allowed: bool) {
        if allowed {
            self.state.forbidden.remove(&resource);
        } else {
            self.state.forbidden.insert(resource);
        }
    }

    /// Puts a customer into the register and answers with its key. Whether the code is free is not looked at.
    pub fn add_customer(&mut self, card: &CustomerCard) -> u32 {
        self.state.customers.insert(Customer::new(card))
    }

    /// Puts a product into the register and answers with its key. Whether the code is free is not looked at.
    pub fn add_product(&mut self, card: &ProductCard) -> u32 {
        self.state.now = self.now();
        let product = self.state.product_of_card(card);
        self.state.products.insert(product)
    }

    /// Puts somebody else's document into the books and answers with its key. Whether the number is free is not looked at.
    pub fn add_document(&mut self, card: &DocumentCard) -> u32 {
        let number = match card.kind {
            DocumentKind::Draft => None,
            kind => Some(card.number.unwrap_or_else(|| self.state.next_number(kind, &card.second_name))),
        };
        self.state.documents.insert(Document::added(card, number, self.now()))
    }

    /// Changes a document as somebody does in Netvisor itself. Answers with the key of what that made, if anything: an
    /// invoice, a payment or a credit note. Locked periods are not looked at.
    ///
    /// # Errors
    /// When there is no document with that key, or nothing of the kind can happen to it.
    pub fn change_document(&mut self, key: u32, change: &DocumentChange) -> Result<Option<u32>, String> {
        self.state.now = self.now();
        self.state.change_document(key, change)
    }

    /// Makes a product group, and those above it, or gives the one of that name its translations. Answers with its key.
    pub fn set_product_group(&mut self, card: &ProductGroupCard) -> u32 {
        self.state.set_group(card)
    }

    /// Changes a product as somebody does in Netvisor itself.
    ///
    /// # Errors
    /// When there is no product with that key.
    pub fn change_product(&mut self, key: u32, change: &ProductChange) -> Result<(), String> {
        self.state.now = self.now();
        self.state.change_product(key, change).then_some(()).ok_or_else(|| format!("no product has the key {key}"))
    }

    /// Sets how much of a product is in a warehouse, and answers with the key of the warehouse.
    pub fn set_stock(&mut self, card: &StockCard) -> u32 {
        self.state.now = self.now();
        self.state.set_stock(card)
    }

    /// Adds an image to a product and answers with the key of the image.
    pub fn add_image(&mut self, card: &ImageCard) -> u32 {
        let edited = self.now();
        self.state.images.insert(Image { card: card.clone(), edited })
    }

    /// Whether the company keeps its stock in another system. Then Netvisor's list of it is empty.
    pub fn set_other_stock_system(&mut self, other: bool) {
        self.state.company.other_stock_system = other;
    }

    /// Whether the company has the interface in use at all. Without, as in a package that has none, every resource answers
    /// `SERVICE_ACCESS_ERROR`.
    pub fn set_interface(&mut self, in_use: bool) {
        self.state.company.interface = in_use;
    }

    /// Whether the company has extended product management, without which there is no web shop list.
    pub fn set_extended_products(&mut self, in_use: bool) {
        self.state.company.extended_products = in_use;
    }
}
