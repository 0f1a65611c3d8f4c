use serde::Serialize;

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::fetch::ChangedSince;
use crate::strict_json::{self, record, words};

words! {
    /// Which of Netvisor's lists the catalogue comes from.
    #[derive(Default)]
    pub enum CatalogueSource {
        /// productlist.nv and getproduct.nv: every company has them. Each product in one language, without images.
        #[default]
        Products = "products",
        /// webshopproductlist.nv: published products with their variants. Only with extended product management.
        WebShop = "web_shop",
        /// extendedproductlist.nv, which the vendor recommends. It names neither main products nor unpublished ones.
        Extended = "extended",
    }
}

words! {
    /// A language Netvisor has texts of products in, by Netvisor's own word.
    pub enum ProductLanguage {
        /// Finnish.
        Finnish = "fi",
        /// Swedish.
        Swedish = "se",
        /// English.
        English = "en",
    }
}

impl ProductLanguage {
    /// As getproductgroups.nv wants it (§3.6).
    pub(super) fn upper_case(self) -> &'static str {
        match self {
            Self::Finnish => "FI",
            Self::Swedish => "SE",
            Self::English => "EN",
        }
    }
}

record! {
    /// What is fetched of the catalogue.
    #[derive(Serialize)]
    pub strict struct CatalogueOptions {
        /// Which list it comes from.
        pub source: CatalogueSource = CatalogueSource::Products,
        /// Only products that have changed since, from the result of the fetch before. `null` for all.
        pub changed_since: Option<ChangedSince> = None,
        /// Whether products of the source `products` come in full, or as the list has them: code, name, prices, group.
        pub details: bool = true,
        /// Whether product groups come first; always all of them.
        pub groups: bool = true,
        /// Whether images come, one a batch. Not from the source `products`.
        pub images: bool = false,
        /// The languages texts are wanted in; a product's `name` and `description` are in the first of them that it has.
        pub languages: Vec<ProductLanguage> = vec![ProductLanguage::Finnish],
        /// Only products of the groups with these keys; groups inside them count only where the list says so. `null` for all.
        pub product_groups: Option<Vec<u64>> = None,
    }
}

pub(super) fn read_options(json: &[u8]) -> Result<CatalogueOptions, Error> {
    let options: CatalogueOptions = strict_json::read(ErrorKind::Options, json)?;
    let mut faults = Vec::new();
    if options.languages.is_empty() {
        faults.push(Fault::new(FaultCode::ListEmpty, "/languages"));
    }
    if options.product_groups.as_ref().is_some_and(Vec::is_empty) {
        faults.push(Fault::new(FaultCode::ListEmpty, "/product_groups"));
    }
    if options.images && options.source == CatalogueSource::Products {
        faults.push(Fault::new(FaultCode::ValueNotAllowed, "/images").with("false"));
    }
    Error::from_faults(ErrorKind::Options, faults).map_or(Ok(options), Err)
}

impl CatalogueOptions {
    /// The language in which a list is searched.
    pub(super) fn first_language(&self) -> ProductLanguage {
        self.languages.first().copied().unwrap_or(ProductLanguage::Finnish)
    }

    /// The keys of the product groups, as Netvisor takes them.
    pub(super) fn group_list(&self) -> Option<String> {
        let keys = self.product_groups.as_ref()?;
        Some(comma_list(keys.iter()))
    }

    /// Whether a product of that group is wanted.
    pub(super) fn wants_group(&self, group_key: Option<u64>) -> bool {
        self.product_groups.as_ref().is_none_or(|wanted| group_key.is_some_and(|key| wanted.contains(&key)))
    }
}

pub(super) fn comma_list<T: ToString>(items: impl Iterator<Item = T>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(",")
}
