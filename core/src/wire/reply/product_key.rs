use super::trouble::Trouble;
use super::xml_reader::{XmlReader, each_child};
use super::{Reply, envelope};
use crate::fault::Error;

/// Reads the keys of the products in getproduct.nv (§3.4). An empty `Product` is none: so Netvisor answers when it has no
/// such product.
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub(crate) fn read_product_keys(http_status: u16, body: &[u8], mut each: impl FnMut(u64)) -> Result<Reply, Error> {
    envelope::read("getproduct.nv", http_status, body, Some("Product"), |xml, element| {
        if element.name_is("Product") {
            read_product(xml)?.into_iter().for_each(&mut each);
            return Ok(true);
        }
        if !element.name_is("Products") {
            return Ok(false);
        }
        each_child!(xml, child {
            "Product" => read_product(xml)?.into_iter().for_each(&mut each),
        });
        Ok(true)
    })
}

fn read_product(xml: &mut XmlReader<'_>) -> Result<Option<u64>, Trouble> {
    let mut key = None;
    each_child!(xml, child {
        "ProductBaseInformation" => each_child!(xml, child {
            "NetvisorKey" -> key,
        }),
    });
    Ok(key)
}
