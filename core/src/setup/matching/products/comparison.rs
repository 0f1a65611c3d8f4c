use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::strict_json::words;

words! {
    /// Which price was compared: the kind the shop gave.
    pub enum PriceType {
        /// Without VAT.
        Net = "net",
        /// With VAT.
        Gross = "gross",
    }
}

words! {
    /// Why a product of Netvisor's may be the shop's although their codes differ.
    pub enum Similarity {
        /// The codes differ only in case or blanks.
        Code = "code",
        /// The EANs are the same.
        Ean = "ean",
    }
}

/// A product with the same code, name and price on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SameProduct<'a> {
    /// The code.
    pub sku: &'a str,
    /// The key of Netvisor's product.
    pub netvisor_key: u64,
}

/// Two names that differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NameDifference<'a> {
    /// The shop's.
    pub shop: &'a str,
    /// Netvisor's.
    pub netvisor: &'a str,
}

/// Two prices that differ when they are rounded to cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PriceDifference {
    /// With or without VAT.
    pub price_type: PriceType,
    /// The shop's, as given.
    pub shop: Decimal,
    /// Netvisor's, as given; `None` when it has no price of this type.
    pub netvisor: Option<Decimal>,
}

impl Serialize for PriceDifference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut difference = serializer.serialize_struct("PriceDifference", 3)?;
        difference.serialize_field("type", &self.price_type)?;
        difference.serialize_field("shop", &self.shop.to_string())?;
        difference.serialize_field("netvisor", &self.netvisor.map(|price| price.to_string()))?;
        difference.end()
    }
}

/// A product with the same code on both sides that differs in name or price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DifferentProduct<'a> {
    /// The code.
    pub sku: &'a str,
    /// The key of Netvisor's product.
    pub netvisor_key: u64,
    /// The names, where they differ.
    pub name: Option<NameDifference<'a>>,
    /// The prices, where they differ.
    pub price: Option<PriceDifference>,
}

/// A product Netvisor lacks: an export would create it, where the settings say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MissingProduct<'a> {
    /// The code.
    pub sku: &'a str,
    /// The name.
    pub name: &'a str,
}

/// A product of Netvisor's that may be the one meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SimilarCandidate<'a> {
    /// The key of the product.
    pub netvisor_key: u64,
    /// Its code.
    pub code: Option<&'a str>,
    /// Its name.
    pub name: &'a str,
    /// Why it may be.
    pub by: Similarity,
}

/// A product Netvisor lacks under this code, but has another that may be it. An export would create it all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SimilarProduct<'a> {
    /// The code.
    pub sku: &'a str,
    /// The name.
    pub name: &'a str,
    /// At most [`MAX_CANDIDATES`](super::super::MAX_CANDIDATES).
    pub candidates: Vec<SimilarCandidate<'a>>,
    /// How many further ones there are at least.
    pub more: usize,
}

/// A code that more than one product has on a side. Which of them is meant cannot be said, so nothing is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DuplicateCode<'a> {
    /// The code.
    pub code: &'a str,
    /// How many products of the shop's have it.
    pub shop: usize,
    /// The keys of Netvisor's products that have it, at most [`MAX_CANDIDATES`](super::super::MAX_CANDIDATES).
    pub netvisor_keys: Vec<u64>,
    /// How many further products of Netvisor's have it.
    pub more: usize,
}

/// A product of the shop's without a code, which no export can link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductWithoutSku<'a> {
    /// Its place in the shop's register, from 0.
    pub row: usize,
    /// The name.
    pub name: &'a str,
}

/// The shop's products beside Netvisor's. Each product of the shop's is in exactly one of the lists, those with the same code
/// once among the duplicates; lists are in the order of the shop's register, and duplicates of Netvisor's alone come last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductComparison<'a> {
    /// The same on both sides.
    pub same: Vec<SameProduct<'a>>,
    /// On both sides, but with another name or price.
    pub different: Vec<DifferentProduct<'a>>,
    /// Those that would be created.
    pub missing: Vec<MissingProduct<'a>>,
    /// Those that would be created although there is one like it.
    pub similar: Vec<SimilarProduct<'a>>,
    /// Codes that more than one product has.
    pub duplicates: Vec<DuplicateCode<'a>>,
    /// Those without a code.
    pub without_sku: Vec<ProductWithoutSku<'a>>,
}
