use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::register::Entry;

/// An image of a product. The first one of a product is its default image.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImageCard {
    /// The product. Whether there is one is not looked at.
    pub product_key: u32,
    /// Its type, such as `image/png`.
    pub mime_type: String,
    /// The name of its file.
    pub file_name: String,
    /// Its title.
    pub title: String,
    /// What is in it, in Base64. It is handed out as it is.
    pub data: String,
}

/// An image of a product, put in or changed at that time.
#[derive(Debug, Clone)]
pub(crate) struct Image {
    pub(crate) card: ImageCard,
    pub(crate) edited: DateTime<Utc>,
}

/// Images go by the key of their product.
impl Entry for Image {
    type Name = u32;

    fn names(&self) -> Vec<u32> {
        vec![self.card.product_key]
    }
}
