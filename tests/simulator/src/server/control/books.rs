//! What happens in the company without a request: somebody works in Netvisor itself.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{is_list, read};
use crate::{DocumentChange, ProductChange, Simulator};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfProduct {
    netvisor_key: u32,
    change: ProductChange,
}

/// Changes one product, or each of a list in order, up to the first that is not there.
pub(super) fn change_products(simulator: &mut Simulator, body: &[u8]) -> Result<Value, String> {
    let changes: Vec<OfProduct> = if is_list(body) { read(body)? } else { vec![read(body)?] };
    for one in &changes {
        simulator.change_product(one.netvisor_key, &one.change)?;
    }
    Ok(json!({"changed": changes.len()}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfDocument {
    netvisor_key: u32,
    change: DocumentChange,
}

/// Changes one document, or each of a list in order, up to the first that cannot be. Answers with what each has made.
pub(super) fn change_documents(simulator: &mut Simulator, body: &[u8]) -> Result<Value, String> {
    let changes: Vec<OfDocument> = if is_list(body) { read(body)? } else { vec![read(body)?] };
    let made: Vec<Option<u32>> =
        changes.iter().map(|one| simulator.change_document(one.netvisor_key, &one.change)).collect::<Result<_, _>>()?;
    Ok(json!({"made": made}))
}

/// What is left out stays as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Switches {
    #[serde(default)]
    interface: Option<bool>,
    #[serde(default)]
    other_stock_system: Option<bool>,
    #[serde(default)]
    extended_products: Option<bool>,
}

pub(super) fn switch(simulator: &mut Simulator, switches: &Switches) -> Value {
    if let Some(in_use) = switches.interface {
        simulator.set_interface(in_use);
    }
    if let Some(other) = switches.other_stock_system {
        simulator.set_other_stock_system(other);
    }
    if let Some(in_use) = switches.extended_products {
        simulator.set_extended_products(in_use);
    }
    simulator.state.company.json()
}
