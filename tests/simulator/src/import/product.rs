use super::Method;
use crate::reply::{Failure, Reply};
use crate::state::{Product, State};
use crate::xml::Element;

/// product.nv (§2.4).
pub(super) fn import(state: &mut State, method: Method, message: Element) -> Result<Reply, Failure> {
    let (own_key, product) = match method {
        Method::Add => (None, Product { card: message }),
        Method::Edit(key) => {
            let mut product =
                state.products.get(key).cloned().ok_or_else(|| {
                    Failure::invalid_data(format!("Product not found with Netvisor identifier: {key}"))
                })?;
            product.card.merge(&message);
            (Some(key), product)
        }
    };
    let code = product.code();
    let taken = |(key, other): (u32, &Product)| Some(key) != own_key && other.code() == code;
    if !code.is_empty() && state.products.iter().any(taken) {
        return Err(Failure::duplicate(format!("Product code {code} is in use")));
    }
    match own_key.and_then(|key| state.products.get_mut(key)) {
        Some(own) => {
            *own = product;
            Ok(Reply::Done)
        }
        None => Ok(Reply::Inserted(state.products.insert(product))),
    }
}
