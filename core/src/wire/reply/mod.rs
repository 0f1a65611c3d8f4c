//! What Netvisor answers (§3, §4), read from XML into types and from there into JSON.
//!
//! The body is judged, whatever the HTTP status: Netvisor can refuse under 200 and explains itself under 4xx and 5xx.
//!
//! ```
//! use netvisor_orders::wire::reply::{Reply, read_reply};
//!
//! let body = b"<Root><ResponseStatus><Status>OK</Status><TimeStamp>11.4.2015 15:16:30</TimeStamp></ResponseStatus>\
//!     <Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies></Root>";
//! let Reply::Done(done) = read_reply("salesinvoice.nv", 200, body)? else { panic!("refused") };
//! assert_eq!(done.inserted_key, Some(8));
//! # Ok::<(), netvisor_orders::Error>(())
//! ```
//!
//! # JSON
//!
//! In TypeScript's notation; `null` stands for an empty element or one that is not there. Keys are numbers, money,
//! quantities and percentages are strings such as `"129.90"`, dates are `"2026-01-15"`, codes are always text.
//!
//! ```text
//! type Reply =
//!   | { outcome: "done"; timestamp?: string; inserted_key?: number;
//!       customers?: CustomerRow[];            // customerlist.nv
//!       products?: ProductRow[];              // productlist.nv
//!       sales_invoices?: SalesInvoiceRow[];   // salesinvoicelist.nv: invoices or orders
//!       stock?: StockRow[];                   // inventorybywarehouse.nv
//!       deleted?: DeletedRow[];               // deletedsalesinvoices.nv, deletedsalesorders.nv
//!       documents?: SalesInvoice[];           // getsalesinvoice.nv, getorder.nv; [] when there is no such document
//!       product_details?: ProductDetails[];   // getproduct.nv; [] when there is no such product
//!       product_groups?: ProductGroupRow[];   // getproductgroups.nv
//!       web_shop_products?: WebShopProduct[]; // webshopproductlist.nv
//!       extended_products?: ExtendedProduct[]; // extendedproductlist.nv, and which page of it:
//!       page?: { current_page: number | null; page_count: number | null;
//!                products_on_page: number | null; products_on_pages: number | null };
//!       images?: ProductImage[] }             // webshopproductimages.nv, getproductimage.nv
//!   | { outcome: "refused"; timestamp?: string; code: string; message: string;
//!       messages: { fi: string; sv: string; en: string };
//!       netvisor_code: string | null; netvisor_text: string;
//!       retry: "never" | "later" | "after_look_up" | "with_new_transaction_id";
//!       permission?: { group: string; name: string } };
//! ```
//!
//! The rows have the fields of [`CustomerRow`], [`ProductRow`], [`SalesInvoiceRow`], [`StockRow`], [`DeletedRow`],
//! [`SalesInvoice`], [`ProductDetails`], [`ProductGroupRow`], [`WebShopProduct`], [`ExtendedProduct`] and [`ProductImage`] under
//! the same names.
//! `timestamp` is Finnish local time, `"2015-04-11T15:16:30"`. `inserted_key` is the key of what an import made; an edit
//! gives none (§4).
//!
//! # What is tolerated and what is not
//!
//! Names of elements and attributes match in any case; lists may hold nothing, one element or many; unknown elements are
//! passed over; decimals have a comma or a dot, dates either form. Bodies are UTF-8, or ISO 8859-1 or -15 if their
//! declaration says so.
//!
//! | Body | Error |
//! |---|---|
//! | empty, no XML, an HTML page, XML with another root | `reply_not_xml` |
//! | cut, malformed, bytes outside the encoding, a document type, entities other than the predefined, nested more than 32 deep, over 256 MiB | `reply_broken` |
//! | neither OK nor FAILED, a list missing from OK, a row without its key, a number or date that is none | `reply_incomplete` |
//!
//! None of them tells whether the request was carried out.

mod catalogue_list;
mod charset;
mod customer;
mod customer_index;
mod deleted;
mod envelope;
mod extended_product;
mod field;
mod list;
mod permission;
mod product;
mod product_details;
mod product_group;
mod product_image;
mod product_key;
mod product_page;
mod refusal;
mod sales_invoice;
mod sales_invoice_line;
mod sales_invoice_row;
mod stock;
mod translations;
mod trouble;
mod value;
mod web_shop_product;
mod xml_reader;

pub use catalogue_list::{
    read_extended_products, read_product_details, read_product_groups, read_product_images, read_web_shop_products,
};
pub use customer::CustomerRow;
pub use customer_index::{CustomerIndex, IndexedCustomer};
pub use deleted::DeletedRow;
pub use extended_product::{ExtendedProduct, ProductFile};
pub use list::{read_customers, read_deleted, read_documents, read_products, read_sales_invoices, read_stock};
pub use permission::Permission;
pub use product::ProductRow;
pub use product_details::{ProductDetails, ProductInventory, ProductPackage};
pub use product_group::ProductGroupRow;
pub use product_image::ProductImage;
pub use product_page::ProductPage;
pub use refusal::{Refusal, Retry};
pub use sales_invoice::{DeliveryAddress, InvoicingCustomer, LinkedDocument, LinkedDocumentKind, SalesInvoice};
pub use sales_invoice_line::{Dimension, ProductLine, SalesInvoiceLine};
pub use sales_invoice_row::SalesInvoiceRow;
pub use stock::{StockRow, WarehouseRow};
pub use translations::Translations;
pub use value::FinnishTime;
pub use web_shop_product::{WebShopProduct, WebShopVariant};

pub(crate) use product_key::read_product_keys;
#[cfg(feature = "fetch")]
pub(crate) use value::decimal;

use serde::Serialize;

use crate::fault::Error;

/// A reply that could be read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "there is one at a time, and a box would be in the way of every caller")]
pub enum Reply {
    /// Netvisor did what was asked.
    Done(Done),
    /// Netvisor did not.
    Refused(Refusal),
}

/// What came back with an OK.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Done {
    /// When Netvisor answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<FinnishTime>,
    /// The key of what an import made; none after an edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inserted_key: Option<u64>,
    /// The rows of customerlist.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customers: Option<Vec<CustomerRow<'static>>>,
    /// The rows of productlist.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub products: Option<Vec<ProductRow<'static>>>,
    /// The rows of salesinvoicelist.nv: invoices or orders, as was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sales_invoices: Option<Vec<SalesInvoiceRow<'static>>>,
    /// The products of inventorybywarehouse.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stock: Option<Vec<StockRow<'static>>>,
    /// The rows of deletedsalesinvoices.nv or deletedsalesorders.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Vec<DeletedRow>>,
    /// The documents of getsalesinvoice.nv or getorder.nv; an empty list when there is none with the key asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<SalesInvoice>>,
    /// The products of getproduct.nv; an empty list when there is none with the key asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_details: Option<Vec<ProductDetails<'static>>>,
    /// The groups of getproductgroups.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_groups: Option<Vec<ProductGroupRow<'static>>>,
    /// The products of webshopproductlist.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub web_shop_products: Option<Vec<WebShopProduct<'static>>>,
    /// The products of a page of extendedproductlist.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extended_products: Option<Vec<ExtendedProduct<'static>>>,
    /// Which page of extendedproductlist.nv it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<ProductPage>,
    /// The images of webshopproductimages.nv or getproductimage.nv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub images: Option<Vec<ProductImage<'static>>>,
}

/// Reads what Netvisor answered to a request for `resource`, such as `customerlist.nv`, with everything in it. Of resources
/// without a type of their own only the envelope is read.
///
/// Long lists are better read row by row: [`read_customers`], [`read_products`], [`read_sales_invoices`],
/// [`read_documents`].
///
/// # Errors
/// `reply_not_xml`, `reply_broken` and `reply_incomplete`, as the [module](self) lists them. A refusal is no error.
pub fn read_reply(resource: &str, http_status: u16, body: &[u8]) -> Result<Reply, Error> {
    let is = |name: &str| resource.eq_ignore_ascii_case(name);
    if is("customerlist.nv") {
        let mut rows = Vec::new();
        let reply = read_customers(http_status, body, |row| rows.push(row.into_owned()))?;
        Ok(reply.with(|done| done.customers = Some(rows)))
    } else if is("productlist.nv") {
        let mut rows = Vec::new();
        let reply = read_products(http_status, body, |row| rows.push(row.into_owned()))?;
        Ok(reply.with(|done| done.products = Some(rows)))
    } else if is("salesinvoicelist.nv") {
        let mut rows = Vec::new();
        let reply = read_sales_invoices(http_status, body, |row| rows.push(row.into_owned()))?;
        Ok(reply.with(|done| done.sales_invoices = Some(rows)))
    } else if is("inventorybywarehouse.nv") {
        let mut rows = Vec::new();
        let reply = read_stock(http_status, body, |row| rows.push(row.into_owned()))?;
        Ok(reply.with(|done| done.stock = Some(rows)))
    } else if is("deletedsalesinvoices.nv") || is("deletedsalesorders.nv") {
        let mut rows = Vec::new();
        let reply = read_deleted(resource, http_status, body, |row| rows.push(row))?;
        Ok(reply.with(|done| done.deleted = Some(rows)))
    } else if is("getsalesinvoice.nv") || is("getorder.nv") {
        let mut documents = Vec::new();
        let reply = read_documents(resource, http_status, body, |document| documents.push(document))?;
        Ok(reply.with(|done| done.documents = Some(documents)))
    } else if is("getproduct.nv") {
        let mut products = Vec::new();
        let reply = read_product_details(http_status, body, |product| products.push(product.into_owned()))?;
        Ok(reply.with(|done| done.product_details = Some(products)))
    } else if is("getproductgroups.nv") {
        let mut rows = Vec::new();
        let reply = read_product_groups(http_status, body, |row| rows.push(row.into_owned()))?;
        Ok(reply.with(|done| done.product_groups = Some(rows)))
    } else if is("webshopproductlist.nv") {
        let mut products = Vec::new();
        let reply = read_web_shop_products(http_status, body, |product| products.push(product.into_owned()))?;
        Ok(reply.with(|done| done.web_shop_products = Some(products)))
    } else if is("extendedproductlist.nv") {
        let mut products = Vec::new();
        let reply = read_extended_products(http_status, body, |product| products.push(product.into_owned()))?;
        Ok(reply.with(|done| done.extended_products = Some(products)))
    } else if is("webshopproductimages.nv") || is("getproductimage.nv") {
        let mut images = Vec::new();
        let reply = read_product_images(resource, http_status, body, |image| images.push(image.into_owned()))?;
        Ok(reply.with(|done| done.images = Some(images)))
    } else {
        read_envelope(resource, http_status, body)
    }
}

/// The same of the envelope alone, where nothing is wanted but whether it was let in.
pub(crate) fn read_envelope(resource: &str, http_status: u16, body: &[u8]) -> Result<Reply, Error> {
    envelope::read(resource, http_status, body, None, |_, _| Ok(false))
}

impl Reply {
    fn with(mut self, add: impl FnOnce(&mut Done)) -> Self {
        if let Self::Done(done) = &mut self {
            add(done);
        }
        self
    }
}
