use super::Method;
use crate::reply::{Failure, Reply};
use crate::state::{Product, ProductName, State};
use crate::xml::Element;

/// product.nv (§2.4).
pub(super) fn import(state: &mut State, method: Method, message: Element) -> Result<Reply, Failure> {
    let card = match method {
        Method::Add => message,
        Method::Edit(key) => {
            let not_found = || Failure::invalid_data(format!("Product not found with Netvisor identifier: {key}"));
            let mut card = state.products.get(key).ok_or_else(not_found)?.card().clone();
            card.merge(&message);
            card
        }
    };
    let product = Product::of(card);
    let code = product.code();
    let mut holders = state.products.named(ProductName::Code(code.to_owned()));
    if !code.is_empty() && holders.any(|(key, _)| method != Method::Edit(key)) {
        return Err(Failure::duplicate(format!("Product code {code} is in use")));
    }
    drop(holders);
    Ok(method.book(&mut state.products, product))
}
