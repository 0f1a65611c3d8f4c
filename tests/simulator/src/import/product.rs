use super::Method;
use crate::reply::{Failure, Reply};
use crate::state::{ProductName, State, Traits};
use crate::xml::Element;

/// product.nv (§2.4).
pub(super) fn import(state: &mut State, method: Method, message: Element) -> Result<Reply, Failure> {
    let (card, traits) = match method {
        Method::Add => (message, Traits::default()),
        Method::Edit(key) => {
            let not_found = || Failure::invalid_data(format!("Product not found with Netvisor identifier: {key}"));
            let product = state.products.get(key).ok_or_else(not_found)?;
            let mut card = product.card().clone();
            card.merge(&message);
            (card, product.traits.clone())
        }
    };
    let code = card.value("productbaseinformation/productcode");
    let mut holders = state.products.named(ProductName::Code(code.to_owned()));
    if !code.is_empty() && holders.any(|(key, _)| method != Method::Edit(key)) {
        return Err(Failure::duplicate(format!("Product code {code} is in use")));
    }
    drop(holders);
    let product = state.product(card, traits);
    Ok(method.book(&mut state.products, product))
}
