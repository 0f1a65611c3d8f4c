use serde::Serialize;

use super::trouble::Trouble;
use super::value::whole_number;
use super::xml_reader::Element;

/// Where a reply of extendedproductlist.nv stands among its pages (§3.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductPage {
    /// The number of this page, from 1.
    pub current_page: Option<u64>,
    /// How many pages there are.
    pub page_count: Option<u64>,
    /// How many products are on this page.
    pub products_on_page: Option<u64>,
    /// How many are on all pages together, by its name; no source says so.
    pub products_on_pages: Option<u64>,
}

impl ProductPage {
    /// A number that is none counts as not given: paging goes by the products, if need be.
    pub(super) fn read(products: &Element<'_>) -> Result<Self, Trouble> {
        let number = |name| Ok(products.judge_attribute(name, whole_number)?.flatten());
        Ok(Self {
            current_page: number("currentpage")?,
            page_count: number("pagecount")?,
            products_on_page: number("productsonpage")?,
            products_on_pages: number("productsonpages")?,
        })
    }
}
