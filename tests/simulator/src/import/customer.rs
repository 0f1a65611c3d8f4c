use super::Method;
use crate::reply::{Failure, Reply};
use crate::state::{Customer, CustomerName, State};
use crate::xml::Element;

const CODE: &str = "customerbaseinformation/internalidentifier";

/// customer.nv (§2.3).
pub(super) fn import(state: &mut State, method: Method, message: Element) -> Result<Reply, Failure> {
    let mut card = match method {
        Method::Add => message,
        Method::Edit(key) => {
            let mut card = state.customers.get(key).ok_or_else(|| not_found(key))?.card().clone();
            card.merge(&message);
            card
        }
    };
    if card.filled("customerbaseinformation/name").is_none() {
        return Err(Failure::not_valid("customerbaseinformation: name is missing"));
    }
    if card.find(CODE).is_some_and(|code| code.attribute("type") == Some("automatic") && code.is_empty()) {
        card.set(CODE, &next_code(state).to_string());
    }
    let code = card.value(CODE);
    let mut holders = state.customers.named(CustomerName::Code(code.to_owned()));
    if !code.is_empty() && holders.any(|(key, _)| method != Method::Edit(key)) {
        return Err(Failure::duplicate(format!("Customer code {code} is in use")));
    }
    drop(holders);
    let card = Customer::of(card).changed_at(state.now);
    Ok(method.book(&mut state.customers, card))
}

pub(crate) fn not_found(key: impl std::fmt::Display) -> Failure {
    Failure::invalid_data(format!("Customer not found with Netvisor identifier: {key}"))
}

/// The largest code that is a number, plus one (§6.2).
fn next_code(state: &State) -> u64 {
    match state.customers.largest_name(CustomerName::CodeNumber(0)..=CustomerName::CodeNumber(u64::MAX)) {
        Some(CustomerName::CodeNumber(largest)) => largest.saturating_add(1),
        _ => 1,
    }
}
