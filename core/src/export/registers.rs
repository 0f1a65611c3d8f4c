use std::collections::{HashMap, HashSet};

use crate::document::{Buyer, LinkedProduct};
use crate::wire::reply::{CustomerIndex, CustomerRow, IndexedCustomer};

/// A card that several orders may need.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Resource {
    /// A customer by code.
    CustomerCode(String),
    /// A customer by the digits of the business id.
    BusinessId(String),
    /// A product by code.
    Product(String),
    /// A product by EAN.
    Ean(String),
}

impl Resource {
    /// The card a buyer is found by; `None` for a buyer nothing is looked up for.
    pub(super) fn of_buyer(buyer: &Buyer<'_>) -> Option<Self> {
        match buyer {
            Buyer::Code(code) => Some(Self::CustomerCode(code.to_string())),
            Buyer::BusinessId(business_id) => Some(Self::BusinessId(comparable(business_id))),
            Buyer::Temporary | Buyer::Unidentified => None,
        }
    }

    pub(super) fn of_product(product: &LinkedProduct<'_>) -> Self {
        let code = product.link.code.to_string();
        if product.link.kind == "primaryeancode" { Self::Ean(code) } else { Self::Product(code) }
    }
}

/// A customer card as far as the list of customers shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CustomerCard {
    pub(super) netvisor_key: u64,
    pub(super) code: Option<String>,
    pub(super) name: String,
    pub(super) business_id: Option<String>,
}

/// What is known of Netvisor's registers: the cards that this run's orders need, and no others.
#[derive(Debug, Clone, Default)]
pub(super) struct Registers {
    by_code: CustomerIndex,
    by_business_id: HashMap<String, Vec<CustomerCard>>,
    products: HashSet<Resource>,
    /// Cards a request was sent for that has no certain answer.
    in_doubt: HashSet<Resource>,
    /// Keys of the customers this run has made.
    created: HashSet<u64>,
}

impl Registers {
    pub(super) fn add_customer(&mut self, row: &CustomerRow<'_>) {
        self.by_code.insert(row);
        if let Some(business_id) = row.business_id.as_deref().map(comparable).filter(|digits| !digits.is_empty()) {
            let cards = self.by_business_id.entry(business_id).or_default();
            if cards.iter().all(|card| card.netvisor_key != row.netvisor_key) {
                cards.push(CustomerCard {
                    netvisor_key: row.netvisor_key,
                    code: row.code.as_deref().map(str::to_owned),
                    name: row.name.to_string(),
                    business_id: row.business_id.as_deref().map(str::to_owned),
                });
            }
        }
    }

    /// A card this run has made.
    pub(super) fn add_created_customer(&mut self, netvisor_key: u64, resource: Option<&Resource>, name: &str) {
        self.created.insert(netvisor_key);
        match resource {
            Some(Resource::CustomerCode(code)) => {
                let mut row = CustomerRow::of_key(netvisor_key);
                row.code = Some(code.into());
                row.name = name.into();
                self.by_code.insert(&row);
            }
            Some(Resource::BusinessId(digits)) => {
                let card = CustomerCard { netvisor_key, code: None, name: name.to_owned(), business_id: None };
                self.by_business_id.insert(digits.clone(), vec![card]);
            }
            _ => {}
        }
    }

    pub(super) fn has_created(&self, netvisor_key: u64) -> bool {
        self.created.contains(&netvisor_key)
    }

    /// The cards a customer is found by.
    pub(super) fn customers(&self, resource: &Resource) -> Vec<CustomerCard> {
        match resource {
            Resource::CustomerCode(code) => self.by_code.with_code(code).map(card).collect(),
            Resource::BusinessId(digits) => self.by_business_id.get(digits).cloned().unwrap_or_default(),
            Resource::Product(_) | Resource::Ean(_) => Vec::new(),
        }
    }

    pub(super) fn add_product(&mut self, product: Resource) {
        self.products.insert(product);
    }

    pub(super) fn has_product(&self, product: &Resource) -> bool {
        self.products.contains(product)
    }

    pub(super) fn doubt(&mut self, resource: Resource) {
        self.in_doubt.insert(resource);
    }

    pub(super) fn settle_doubt(&mut self, resource: &Resource) {
        self.in_doubt.remove(resource);
    }

    pub(super) fn is_in_doubt(&self, resource: &Resource) -> bool {
        self.in_doubt.contains(resource)
    }
}

fn card(customer: IndexedCustomer<'_>) -> CustomerCard {
    CustomerCard {
        netvisor_key: customer.netvisor_key,
        code: Some(customer.code.to_owned()),
        name: customer.name.to_owned(),
        business_id: customer.business_id.map(str::to_owned),
    }
}

/// The digits of a business id without leading zeros: `FI12345671`, `1234567-1` and `12345671` are the same company's. An
/// id without digits is compared as it is.
pub(super) fn comparable(business_id: &str) -> String {
    let digits: String = business_id.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() { business_id.trim().to_ascii_uppercase() } else { digits.to_owned() }
}
