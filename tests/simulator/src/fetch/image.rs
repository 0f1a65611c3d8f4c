//! webshopproductimages.nv and getproductimage.nv (§3.8).

use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Image, State};
use crate::xml::XmlWriter;

/// How much data one message may hold, as Base64.
const LARGEST_MESSAGE: usize = 50 * 1024 * 1024;

/// The first image of a product, all images of a variant.
pub(super) fn of_web_shop_product(state: &State, query: &Query) -> Result<String, Failure> {
    if !state.company.extended_products {
        return Err(Failure::no_extended_products());
    }
    let identifier =
        query.value("identifier").ok_or_else(|| Failure::invalid_data("Parameter identifier is needed"))?;
    let product = state.products.keyed(identifier);
    let most = if product.is_some_and(|(_, product)| product.traits.variant_of.is_some()) { usize::MAX } else { 1 };
    let images: Vec<&Image> =
        product.into_iter().flat_map(|(key, _)| state.images.named(key)).map(|(_, image)| image).take(most).collect();
    check_size(&images)?;
    let mut writer = XmlWriter::default();
    writer.block("WebShopProductImages", &[], |list| {
        for image in images {
            list.block("WebShopProductImage", &[], |entry| {
                entry
                    .text("MimeType", &image.card.mime_type)
                    .text("Title", &image.card.title)
                    .text("FileName", &image.card.file_name)
                    .text("DocumentData", &image.card.data);
            });
        }
    });
    Ok(writer.finish())
}

/// Images by their own keys.
pub(super) fn get(state: &State, query: &Query) -> Result<String, Failure> {
    let keys = query
        .list("productimagenetvisorkeys")
        .ok_or_else(|| Failure::invalid_data("Parameter productimagenetvisorkeys is needed"))?;
    let images: Vec<&Image> = keys.iter().filter_map(|key| Some(state.images.keyed(key)?.1)).collect();
    check_size(&images)?;
    let mut writer = XmlWriter::default();
    writer.block("ProductImages", &[], |list| {
        for image in images {
            list.block("ProductImage", &[], |entry| {
                entry.text("MimeType", &image.card.mime_type);
                if !image.card.title.is_empty() {
                    entry.text("Title", &image.card.title);
                }
                entry.text("FileName", &image.card.file_name).text_with(
                    "ImageData",
                    &[("type", "Base64")],
                    &image.card.data,
                );
            });
        }
    });
    Ok(writer.finish())
}

fn check_size(images: &[&Image]) -> Result<(), Failure> {
    let size: usize = images.iter().map(|image| image.card.data.len()).sum();
    if size > LARGEST_MESSAGE {
        return Err(Failure::too_large("The images are more than 50 MB together"));
    }
    Ok(())
}
