//! The replies that hold products for a shop (§3.4–3.8).

use crate::fault::Error;

use super::extended_product::ExtendedProduct;
use super::list::read_rows;
use super::product_details::ProductDetails;
use super::product_group::ProductGroupRow;
use super::product_image::ProductImage;
use super::product_page::ProductPage;
use super::web_shop_product::WebShopProduct;
use super::xml_reader::XmlReader;
use super::{Reply, envelope};

/// Reads getproduct.nv (§3.4) product by product, in the manner of [`read_customers`](super::read_customers). The element
/// stands alone or inside `Products`; an empty one is no product.
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_product_details(
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(ProductDetails<'_>),
) -> Result<Reply, Error> {
    envelope::read("getproduct.nv", http_status, body, Some("Product"), |xml, element| {
        if element.name_is("Product") {
            ProductDetails::read(xml)?.into_iter().for_each(&mut each);
            return Ok(true);
        }
        read_rows(xml, element, "Products", "Product", |xml| {
            ProductDetails::read(xml)?.into_iter().for_each(&mut each);
            Ok(())
        })
    })
}

/// Reads getproductgroups.nv (§3.6) group by group, in the manner of [`read_customers`](super::read_customers).
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_product_groups(
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(ProductGroupRow<'_>),
) -> Result<Reply, Error> {
    envelope::read("getproductgroups.nv", http_status, body, Some("ProductGroups"), |xml, element| {
        read_rows(xml, element, "ProductGroups", "ProductGroup", |xml| ProductGroupRow::read(xml, &mut |row| each(row)))
    })
}

/// Reads webshopproductlist.nv (§3.7) product by product, in the manner of [`read_customers`](super::read_customers).
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_web_shop_products(
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(WebShopProduct<'_>),
) -> Result<Reply, Error> {
    envelope::read("webshopproductlist.nv", http_status, body, Some("WebShopProductList"), |xml, element| {
        read_rows(xml, element, "WebShopProductList", "WebShopProduct", |xml| {
            each(WebShopProduct::read(xml)?);
            Ok(())
        })
    })
}

/// Reads a page of extendedproductlist.nv (§3.5) product by product, in the manner of
/// [`read_customers`](super::read_customers). The reply says which page it is.
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_extended_products(
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(ExtendedProduct<'_>),
) -> Result<Reply, Error> {
    let mut page = ProductPage::default();
    let reply = envelope::read("extendedproductlist.nv", http_status, body, Some("Products"), |xml, element| {
        if element.name_is("Products") {
            page = ProductPage::read(element)?;
        }
        read_rows(xml, element, "Products", "Product", |xml| {
            each(ExtendedProduct::read(xml)?);
            Ok(())
        })
    })?;
    Ok(reply.with(|done| done.page = Some(page)))
}

/// Reads the images of webshopproductimages.nv or getproductimage.nv (§3.8) one by one, in the manner of
/// [`read_customers`](super::read_customers).
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_product_images(
    resource: &str,
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(ProductImage<'_>),
) -> Result<Reply, Error> {
    let is_web_shop = resource.eq_ignore_ascii_case("webshopproductimages.nv");
    let (list, row) =
        if is_web_shop { ("WebShopProductImages", "WebShopProductImage") } else { ("ProductImages", "ProductImage") };
    envelope::read(resource, http_status, body, Some(list), |xml: &mut XmlReader<'_>, element| {
        read_rows(xml, element, list, row, |xml| {
            each(ProductImage::read(xml)?);
            Ok(())
        })
    })
}
