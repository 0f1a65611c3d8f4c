//! What clients read from the books (§3), inconsistent as Netvisor is: mixed case, Finnish words, empty elements.

mod customer;
mod deleted_documents;
mod extended_product;
mod image;
mod language;
mod product;
mod product_group;
mod sales_invoice;
mod sales_invoice_list;
mod sales_payment_list;
mod stock;
mod web_shop;

use chrono::{NaiveDate, NaiveDateTime};

use crate::Resource;
use crate::reply::{Failure, Reply};
use crate::request::Query;
use crate::schema::read_date;
use crate::state::{DocumentKind, State};

/// Answers a request to a fetch resource.
pub(crate) fn fetch(state: &State, resource: Resource, query: &Query, language: &str) -> Result<Reply, Failure> {
    let xml = match resource {
        Resource::CustomerList => customer::list(state, query)?,
        Resource::GetCustomer => customer::get(state, query)?,
        Resource::ProductList => product::list(state, query)?,
        Resource::GetProduct => product::get(state, query)?,
        Resource::SalesInvoiceList => sales_invoice_list::list(state, query)?,
        Resource::SalesPaymentList => sales_payment_list::list(state, query)?,
        Resource::InventoryByWarehouse => stock::list(state, query)?,
        Resource::GetProductGroups => product_group::list(state, query)?,
        Resource::ExtendedProductList => extended_product::list(state, query)?,
        Resource::WebShopProductList => web_shop::list(state, query)?,
        Resource::WebShopProductImages => image::of_web_shop_product(state, query)?,
        Resource::GetProductImage => image::get(state, query)?,
        Resource::DeletedSalesInvoices => deleted_documents::list(state, query, DocumentKind::Invoice)?,
        Resource::DeletedSalesOrders => deleted_documents::list(state, query, DocumentKind::Order)?,
        _ => sales_invoice::get(state, resource, query, language)?,
    };
    Ok(Reply::Fetched(xml))
}

/// A comma list of at most `most` values.
fn bounded_list<'a>(query: &'a Query, name: &str, most: usize) -> Result<Option<Vec<&'a str>>, Failure> {
    match query.list(name) {
        Some(values) if values.len() > most => {
            Err(Failure::invalid_data(format!("Parameter {name} takes at most {most} values")))
        }
        values => Ok(values),
    }
}

/// A parameter that is a number.
fn whole_number<T: std::str::FromStr>(query: &Query, name: &str) -> Result<Option<T>, Failure> {
    let read =
        |text: &str| text.parse().map_err(|_| Failure::invalid_data(format!("Parameter {name} is not a number")));
    query.value(name).map(read).transpose()
}

/// The language in which names are searched, in the capitals of §1.6.
fn search_language(query: &Query) -> Result<&'static str, Failure> {
    match query.value("searchlanguage").map(str::to_ascii_uppercase).as_deref() {
        None | Some("FI") => Ok("FI"),
        Some("EN") => Ok("EN"),
        Some("SE") => Ok("SE"),
        Some(_) => Err(Failure::invalid_data("Parameter searchlanguage must be FI, SE or EN")),
    }
}

/// A parameter that is a day.
fn date(query: &Query, name: &str) -> Result<Option<NaiveDate>, Failure> {
    let read = |text| read_date(text).ok_or_else(|| Failure::invalid_data(format!("Parameter {name} is not a date")));
    query.value(name).map(read).transpose()
}

/// A parameter that is a moment in Finnish time: a day alone, or with the time after a `T`.
fn moment(query: &Query, name: &str) -> Result<Option<NaiveDateTime>, Failure> {
    moment_in(query, name, &["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"])
}

/// A parameter that is a moment in Finnish time, in one of the forms. A form without a time stands for midnight.
fn moment_in(query: &Query, name: &str, forms: &[&str]) -> Result<Option<NaiveDateTime>, Failure> {
    let in_form = |text: &str, form: &str| {
        NaiveDateTime::parse_from_str(text, form)
            .ok()
            .or_else(|| NaiveDate::parse_from_str(text, form).ok()?.and_hms_opt(0, 0, 0))
    };
    let read = |text: &str| {
        forms
            .iter()
            .find_map(|form| in_form(text, form))
            .ok_or_else(|| Failure::invalid_data(format!("Parameter {name} is not a time")))
    };
    query.value(name).map(read).transpose()
}
