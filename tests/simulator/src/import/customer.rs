use super::Method;
use crate::reply::{Failure, Reply};
use crate::state::{Customer, State};
use crate::xml::Element;

const CODE: &str = "customerbaseinformation/internalidentifier";

/// customer.nv (§2.3).
pub(super) fn import(state: &mut State, method: Method, message: Element) -> Result<Reply, Failure> {
    let mut customer = match method {
        Method::Add => Customer { card: message },
        Method::Edit(key) => {
            let mut customer = state.customers.get(key).cloned().ok_or_else(|| not_found(key))?;
            customer.card.merge(&message);
            customer
        }
    };
    if customer.base("name").is_empty() {
        return Err(Failure::not_valid("customerbaseinformation: name is missing"));
    }
    if customer.card.find(CODE).is_some_and(|code| code.attribute("type") == Some("automatic") && code.is_empty()) {
        customer.card.set(CODE, &next_code(state).to_string());
    }
    let own_key = match method {
        Method::Add => None,
        Method::Edit(key) => Some(key),
    };
    let code = customer.code();
    let taken = |(key, other): (u32, &Customer)| Some(key) != own_key && other.code() == code;
    if !code.is_empty() && state.customers.iter().any(taken) {
        return Err(Failure::duplicate(format!("Customer code {code} is in use")));
    }
    match own_key.and_then(|key| state.customers.get_mut(key)) {
        Some(own) => {
            *own = customer;
            Ok(Reply::Done)
        }
        None => Ok(Reply::Inserted(state.customers.insert(customer))),
    }
}

pub(crate) fn not_found(key: impl std::fmt::Display) -> Failure {
    Failure::invalid_data(format!("Customer not found with Netvisor identifier: {key}"))
}

/// The largest code that is a number, plus one (§6.2).
fn next_code(state: &State) -> u64 {
    let numbers = state.customers.iter().filter_map(|(_, customer)| customer.code().parse::<u64>().ok());
    numbers.max().unwrap_or(0).saturating_add(1)
}
