//! Messages taken into the books (§2).
//!
//! Each import first holds the message against its table, then against the books, and changes them only when nothing
//! is wrong.

mod customer;
mod lines;
mod product;
mod sales_invoice;
mod sales_payment;

pub(crate) use customer::not_found as customer_not_found;

use crate::reply::{Failure, Reply};
use crate::request::Query;
use crate::schema::{CUSTOMER, PRODUCT, Rule, SALES_INVOICE, SALES_PAYMENT, validate};
use crate::state::{Entry, Register, State};
use crate::xml::Element;
use crate::{Request, Resource};

/// Answers a request to an import resource.
pub(crate) fn import(
    state: &mut State,
    resource: Resource,
    query: &Query,
    request: &Request,
) -> Result<Reply, Failure> {
    if request.method != "POST" {
        return Err(Failure::invalid_data(format!("{} takes POST", resource.name())));
    }
    match resource {
        Resource::Customer => customer::import(state, method(query)?, payload(&request.body, &CUSTOMER)?),
        Resource::Product => product::import(state, method(query)?, payload(&request.body, &PRODUCT)?),
        Resource::SalesPayment => sales_payment::import(state, payload(&request.body, &SALES_PAYMENT)?),
        _ => sales_invoice::import(state, method(query)?, payload(&request.body, &SALES_INVOICE)?),
    }
}

/// What to do with the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Add,
    /// Change what has this key.
    Edit(u32),
}

impl Method {
    /// Puts an entry where it belongs.
    fn book<T: Entry>(self, register: &mut Register<T>, entry: T) -> Reply {
        match self {
            Self::Add => Reply::Inserted(register.insert(entry)),
            Self::Edit(key) => {
                register.replace(key, entry);
                Reply::Done
            }
        }
    }
}

fn method(query: &Query) -> Result<Method, Failure> {
    let method = query.value("method").unwrap_or_default();
    if method.eq_ignore_ascii_case("add") {
        return Ok(Method::Add);
    }
    if !method.eq_ignore_ascii_case("edit") {
        return Err(Failure::invalid_data("Parameter method must be add or edit"));
    }
    let key = query.value("id").and_then(|id| id.parse().ok());
    key.map(Method::Edit).ok_or_else(|| Failure::invalid_data("Parameter id is needed to edit"))
}

/// The one element inside `<root>`, found to be as its table says.
fn payload(body: &[u8], rule: &Rule) -> Result<Element, Failure> {
    let mut root = Element::parse(body).map_err(Failure::not_valid)?;
    match (root.children.len(), root.children.pop()) {
        (1, Some(payload)) if payload.name == rule.name && root.text.trim().is_empty() => {
            validate(&payload, rule)?;
            Ok(payload)
        }
        _ => Err(Failure::not_valid(format!("root does not hold exactly one {}", rule.name))),
    }
}
