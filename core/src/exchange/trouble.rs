use serde::Serialize;

use crate::fault::Fault;
use crate::wire::reply::Refusal;

/// Our reasons, and Netvisor's.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Trouble {
    /// What is wrong and what to do about it; pointers into the order.
    pub faults: Vec<Fault>,
    /// Netvisor's answer, its text unchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}
