//! Customers of the shop beside Netvisor's cards.

mod csv;
mod findings;
mod fold;
mod identifier;
mod index;
mod input;
mod json;
mod name;
mod proposals;
mod propose;
mod traits;
mod weigh;

pub use input::{CustomerOptions, MinimumScore, NetvisorCustomer, ShopCustomer};
pub use proposals::{Ambiguous, Candidate, Cause, CustomerProposals, Finding, Linked, Proposal};
pub use propose::match_customers;
pub use weigh::{Contradiction, Reason, Weight};

pub(crate) use json::match_customers_json;

use super::MAX_CANDIDATES;
use findings::Findings;
