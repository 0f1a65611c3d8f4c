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
