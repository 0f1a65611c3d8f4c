use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::super::MAX_CANDIDATES;
use super::comparison::{
    DifferentProduct, DuplicateCode, MissingProduct, NameDifference, PriceDifference, PriceType, ProductComparison,
    ProductWithoutSku, SameProduct, SimilarCandidate, SimilarProduct, Similarity,
};
use super::{NetvisorProduct, ShopPrice, ShopProduct};

/// As many characters of a name as a product that an export creates is given.
const NAME_LENGTH: usize = 200;

/// Netvisor's products by what they are found by.
#[derive(Default)]
struct Products<'a> {
    by_code: HashMap<&'a str, Vec<&'a NetvisorProduct>>,
    by_folded_code: HashMap<String, Vec<&'a NetvisorProduct>>,
    by_ean: HashMap<&'a str, Vec<&'a NetvisorProduct>>,
}

/// Says which products of the shop's Netvisor has, which an export would create, and which differ.
///
/// Codes are compared as the export compares them: without the blanks around them, otherwise exactly.
#[must_use]
pub fn match_products<'a>(shop: &'a [ShopProduct], netvisor: &'a [NetvisorProduct]) -> ProductComparison<'a> {
    let products = Products::new(netvisor);
    let mut times: HashMap<&str, usize> = HashMap::with_capacity(shop.len());
    shop.iter().filter_map(sku).for_each(|sku| *times.entry(sku).or_default() += 1);

    let mut comparison = ProductComparison::default();
    let mut listed = HashSet::new();
    for (row, product) in shop.iter().enumerate() {
        let name = product.name.trim();
        let Some(sku) = sku(product) else {
            comparison.without_sku.push(ProductWithoutSku { row, name });
            continue;
        };
        let times = times.get(sku).copied().unwrap_or_default();
        match products.with_code(sku) {
            found if times > 1 || found.len() > 1 => {
                if listed.insert(sku) {
                    comparison.duplicates.push(duplicate(sku, times, found));
                }
            }
            [found] => match different(sku, product, found) {
                Some(different) => comparison.different.push(different),
                None => comparison.same.push(SameProduct { sku, netvisor_key: found.netvisor_key }),
            },
            _ => match products.similar(sku, product) {
                (candidates, _) if candidates.is_empty() => comparison.missing.push(MissingProduct { sku, name }),
                (candidates, more) => comparison.similar.push(SimilarProduct { sku, name, candidates, more }),
            },
        }
    }
    for code in netvisor.iter().filter_map(code) {
        let found = products.with_code(code);
        if found.len() > 1 && listed.insert(code) {
            comparison.duplicates.push(duplicate(code, 0, found));
        }
    }
    comparison
}

impl<'a> Products<'a> {
    fn new(netvisor: &'a [NetvisorProduct]) -> Self {
        let mut products = Self::default();
        // The same row may come twice where lists were put together.
        let mut keys = HashSet::with_capacity(netvisor.len());
        for product in netvisor.iter().filter(|product| keys.insert(product.netvisor_key)) {
            if let Some(code) = code(product) {
                products.by_code.entry(code).or_default().push(product);
                products.by_folded_code.entry(folded(code)).or_default().push(product);
            }
            if let Some(ean) = trimmed(product.ean.as_deref()) {
                products.by_ean.entry(ean).or_default().push(product);
            }
        }
        products
    }

    fn with_code(&self, code: &str) -> &[&'a NetvisorProduct] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }

    /// The products like one that is not there, and how many more of them there are at least.
    fn similar(&self, sku: &str, product: &ShopProduct) -> (Vec<SimilarCandidate<'a>>, usize) {
        let by_code = self.by_folded_code.get(&folded(sku));
        let by_ean = trimmed(product.ean.as_deref()).and_then(|ean| self.by_ean.get(ean));
        let mut candidates: Vec<SimilarCandidate<'a>> = Vec::new();
        let mut more = 0;
        for (found, by) in [(by_code, Similarity::Code), (by_ean, Similarity::Ean)] {
            let found = found.map_or(&[][..], Vec::as_slice);
            more += found.len().saturating_sub(MAX_CANDIDATES);
            for product in found.iter().take(MAX_CANDIDATES) {
                if candidates.iter().all(|candidate| candidate.netvisor_key != product.netvisor_key) {
                    candidates.push(SimilarCandidate {
                        netvisor_key: product.netvisor_key,
                        code: code(product),
                        name: product.name.trim(),
                        by,
                    });
                }
            }
        }
        more += candidates.len().saturating_sub(MAX_CANDIDATES);
        candidates.truncate(MAX_CANDIDATES);
        (candidates, more)
    }
}

fn duplicate<'a>(code: &'a str, shop: usize, netvisor: &[&NetvisorProduct]) -> DuplicateCode<'a> {
    DuplicateCode {
        code,
        shop,
        netvisor_keys: netvisor.iter().take(MAX_CANDIDATES).map(|product| product.netvisor_key).collect(),
        more: netvisor.len().saturating_sub(MAX_CANDIDATES),
    }
}

fn different<'a>(sku: &'a str, shop: &'a ShopProduct, netvisor: &'a NetvisorProduct) -> Option<DifferentProduct<'a>> {
    let (shop_name, netvisor_name) = (shop.name.trim(), netvisor.name.trim());
    let name = (as_created(shop_name) != as_created(netvisor_name))
        .then_some(NameDifference { shop: shop_name, netvisor: netvisor_name });
    let price = shop.price.and_then(|price| different_price(price, netvisor));
    (name.is_some() || price.is_some()).then_some(DifferentProduct {
        sku,
        netvisor_key: netvisor.netvisor_key,
        name,
        price,
    })
}

fn different_price(price: ShopPrice, netvisor: &NetvisorProduct) -> Option<PriceDifference> {
    let (price_type, shop, netvisor) = match price {
        ShopPrice::Net(price) => (PriceType::Net, *price, netvisor.unit_price),
        ShopPrice::Gross(price) => (PriceType::Gross, *price, netvisor.unit_gross_price),
    };
    let netvisor = netvisor.map(|price| price.0);
    let cents = |price: Decimal| price.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    (netvisor.map(cents) != Some(cents(shop))).then_some(PriceDifference { price_type, shop, netvisor })
}

/// A name as a product that an export creates is given it.
fn as_created(name: &str) -> Cow<'_, str> {
    let name = crate::document::one_line(name);
    match name.char_indices().nth(NAME_LENGTH) {
        Some((end, _)) => Cow::Owned(name[..end].trim_end().to_owned()),
        None => name,
    }
}

fn sku(product: &ShopProduct) -> Option<&str> {
    trimmed(product.sku.as_deref())
}

fn code(product: &NetvisorProduct) -> Option<&str> {
    trimmed(product.code.as_deref())
}

fn trimmed(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The code without case and blanks.
fn folded(code: &str) -> String {
    code.chars().filter(|character| !character.is_whitespace()).flat_map(char::to_lowercase).collect()
}
