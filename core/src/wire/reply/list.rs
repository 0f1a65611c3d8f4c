use crate::fault::Error;

use super::customer::CustomerRow;
use super::deleted::DeletedRow;
use super::product::ProductRow;
use super::sales_invoice::SalesInvoice;
use super::sales_invoice_row::SalesInvoiceRow;
use super::stock::StockRow;
use super::trouble::Trouble;
use super::xml_reader::{Element, XmlReader};
use super::{Reply, envelope};

/// Reads customerlist.nv (§3.1) row by row, so that memory holds what `each` keeps and nothing more; rows borrow from the
/// body. (A body in ISO 8859 is converted as a whole first.) The reply returned has no rows.
///
/// Rows are handed out before the end of the body is seen: after an error they must not be taken for the whole list.
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_customers(http_status: u16, body: &[u8], mut each: impl FnMut(CustomerRow<'_>)) -> Result<Reply, Error> {
    envelope::read("customerlist.nv", http_status, body, Some("CustomerList"), |xml, element| {
        read_rows(xml, element, "CustomerList", "Customer", |xml| {
            each(CustomerRow::read(xml)?);
            Ok(())
        })
    })
}

/// Reads inventorybywarehouse.nv (§3.9) product by product, in the manner of [`read_customers`].
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_stock(http_status: u16, body: &[u8], mut each: impl FnMut(StockRow<'_>)) -> Result<Reply, Error> {
    envelope::read("inventorybywarehouse.nv", http_status, body, Some("InventoryByWarehouse"), |xml, element| {
        read_rows(xml, element, "InventoryByWarehouse", "Product", |xml| {
            each(StockRow::read(xml)?);
            Ok(())
        })
    })
}

/// Reads productlist.nv (§3.3) row by row, in the manner of [`read_customers`].
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_products(http_status: u16, body: &[u8], mut each: impl FnMut(ProductRow<'_>)) -> Result<Reply, Error> {
    envelope::read("productlist.nv", http_status, body, Some("ProductList"), |xml, element| {
        read_rows(xml, element, "ProductList", "Product", |xml| {
            each(ProductRow::read(xml)?);
            Ok(())
        })
    })
}

/// Reads salesinvoicelist.nv (§3.11), invoices or orders, row by row in the manner of [`read_customers`].
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_sales_invoices(
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(SalesInvoiceRow<'_>),
) -> Result<Reply, Error> {
    envelope::read("salesinvoicelist.nv", http_status, body, Some("SalesInvoiceList"), |xml, element| {
        read_rows(xml, element, "SalesInvoiceList", "SalesInvoice", |xml| {
            each(SalesInvoiceRow::read(xml)?);
            Ok(())
        })
    })
}

/// Reads getsalesinvoice.nv or getorder.nv (§3.12) document by document, so that memory need hold but one. The element stands
/// alone or inside `SalesInvoices`; an empty one is no document.
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_documents(
    resource: &str,
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(SalesInvoice),
) -> Result<Reply, Error> {
    envelope::read(resource, http_status, body, Some("SalesInvoice"), |xml, element| {
        let mut read_one = |xml: &mut XmlReader<'_>| {
            if let Some(document) = SalesInvoice::read(xml)? {
                each(document);
            }
            Ok(())
        };
        if element.name_is("SalesInvoice") {
            return read_one(xml).map(|()| true);
        }
        read_rows(xml, element, "SalesInvoices", "SalesInvoice", read_one)
    })
}

/// Reads deletedsalesinvoices.nv or deletedsalesorders.nv (§3.14) row by row, in the manner of [`read_customers`].
///
/// # Errors
/// As [`read_reply`](super::read_reply).
pub fn read_deleted(
    resource: &str,
    http_status: u16,
    body: &[u8],
    mut each: impl FnMut(DeletedRow),
) -> Result<Reply, Error> {
    let (list, row) = if resource.eq_ignore_ascii_case("deletedsalesorders.nv") {
        ("DeletedSalesOrders", "DeletedSalesOrder")
    } else {
        ("DeletedSalesInvoices", "DeletedSalesInvoice")
    };
    envelope::read(resource, http_status, body, Some(list), |xml, element| {
        read_rows(xml, element, list, row, |xml| {
            each(DeletedRow::read(xml)?);
            Ok(())
        })
    })
}

/// Reads the rows of `element` if it is the list of that name. `read_row` leaves its row.
pub(super) fn read_rows<'a>(
    xml: &mut XmlReader<'a>,
    element: &Element<'a>,
    list: &str,
    row: &str,
    mut read_row: impl FnMut(&mut XmlReader<'a>) -> Result<(), Trouble>,
) -> Result<bool, Trouble> {
    if !element.name_is(list) {
        return Ok(false);
    }
    while let Some(child) = xml.child()? {
        if child.name_is(row) {
            read_row(xml)?;
        } else {
            xml.skip()?;
        }
    }
    Ok(true)
}
