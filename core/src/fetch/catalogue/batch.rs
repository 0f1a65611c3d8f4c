use serde::Serialize;

use super::groups::CatalogueGroup;
use super::product::CatalogueProduct;

/// What a fetch of the catalogue hands out. In JSON `kind` says which it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CatalogueBatch {
    /// Product groups.
    Groups {
        /// At most 1,000.
        groups: Vec<CatalogueGroup>,
    },
    /// Products.
    Products {
        /// At most 1,000.
        products: Vec<CatalogueProduct>,
    },
    /// Products that have left the catalogue as it was asked for: they were deleted, in the web shop's list also unpublished,
    /// or came into a group that was not asked for. Some may never have been in it.
    Deleted {
        /// Netvisor's keys of them; at most 1,000.
        netvisor_keys: Vec<u64>,
    },
    /// An image.
    Image {
        /// The image.
        image: Box<CatalogueImage>,
    },
}

/// An image of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CatalogueImage {
    /// Netvisor's key of the product.
    pub netvisor_key: u64,
    /// The variant it is of, by its identifier in the web shop's list; `null` for the product's own.
    pub variant: Option<String>,
    /// Netvisor's own key of the image; the web shop's images have none.
    pub image_key: Option<u64>,
    /// Its place among the images of that product or variant that came together, from 0.
    pub index: usize,
    /// Whether it is the image to show first, where Netvisor says so.
    pub is_default: Option<bool>,
    /// The MIME type.
    pub mime_type: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The file in Base64, padded, without white space.
    pub data: String,
}

/// How many things there were of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) groups: usize,
    pub(super) products: usize,
    pub(super) deleted: usize,
    pub(super) images: usize,
}

impl Counts {
    pub(super) fn add(&mut self, batch: &CatalogueBatch) {
        match batch {
            CatalogueBatch::Groups { groups } => self.groups += groups.len(),
            CatalogueBatch::Products { products } => self.products += products.len(),
            CatalogueBatch::Deleted { netvisor_keys } => self.deleted += netvisor_keys.len(),
            CatalogueBatch::Image { .. } => self.images += 1,
        }
    }
}
