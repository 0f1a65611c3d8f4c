//! What clients read from the books (§3), inconsistent as Netvisor is: mixed case, Finnish words, empty elements.

mod customer;
mod language;
mod product;
mod sales_invoice;
mod sales_invoice_list;

use crate::Resource;
use crate::reply::{Failure, Reply};
use crate::request::Query;
use crate::state::State;

/// Answers a request to a fetch resource.
pub(crate) fn fetch(state: &State, resource: Resource, query: &Query, language: &str) -> Result<Reply, Failure> {
    let xml = match resource {
        Resource::CustomerList => customer::list(state, query)?,
        Resource::GetCustomer => customer::get(state, query)?,
        Resource::ProductList => product::list(state, query),
        Resource::GetProduct => product::get(state, query)?,
        Resource::SalesInvoiceList => sales_invoice_list::list(state, query)?,
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
