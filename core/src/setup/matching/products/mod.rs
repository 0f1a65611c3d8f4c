//! Products of the shop beside Netvisor's.

mod compare;
mod comparison;
mod input;
mod json;

pub use compare::match_products;
pub use comparison::{
    DifferentProduct, DuplicateCode, MissingProduct, NameDifference, PriceDifference, PriceType, ProductComparison,
    ProductWithoutSku, SameProduct, SimilarCandidate, SimilarProduct, Similarity,
};
pub use input::{NetvisorPrice, NetvisorProduct, ProductOptions, ShopPrice, ShopProduct};

pub(crate) use json::match_products_json;
