use std::collections::HashSet;

use crate::fault::{Error, ErrorKind};
use crate::strict_json::{self, record};

record! {
    /// NetvisorKeys that earlier replies gave, for documents that refer to them.
    pub strict struct Known {
        /// The key of the customer card.
        pub customer_key: Option<u64> = None,
        /// The key of the sales invoice or order.
        pub document_key: Option<u64> = None,
    }
}

impl Known {
    /// Reads the keys; an empty text or `{}` is none.
    ///
    /// # Errors
    /// Unknown fields and values that are no keys.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        if json.is_empty() { Ok(Self::default()) } else { strict_json::read(ErrorKind::Request, json) }
    }
}

/// What look-ups have found out about an order, as far as its documents depend on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Findings {
    /// The customer.
    pub(crate) customer: FoundCustomer,
    /// The key of the sales invoice or order, once it exists.
    pub(crate) document_key: Option<u64>,
    /// Codes of products Netvisor lacks, whose lines take the fallback product.
    pub(crate) lacking_products: HashSet<String>,
}

/// What is known of an order's customer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum FoundCustomer {
    /// Nothing has been looked up.
    #[default]
    NotLookedUp,
    /// There is a card with this key.
    Key(u64),
    /// There is none, and the temporary customer stands in.
    Lacking,
}

impl From<&Known> for Findings {
    fn from(known: &Known) -> Self {
        Self {
            customer: known.customer_key.map_or(FoundCustomer::NotLookedUp, FoundCustomer::Key),
            document_key: known.document_key,
            lacking_products: HashSet::new(),
        }
    }
}
