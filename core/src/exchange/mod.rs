//! What an export and the fetches have in common: requests out, answers in, one request in flight.

mod back_off;
mod input;
mod output;
mod seal;
mod trouble;

pub use input::{Input, NoReplyKind, RequestId};
pub use output::{Never, Outgoing, Output, WaitReason};
pub use trouble::Trouble;

pub(crate) use back_off::BackOff;
pub(crate) use seal::{sealed, unsealed};

/// How long an answer may take, in milliseconds: the vendor advises no shorter client time-out (§4).
pub(crate) const ANSWER_WITHIN: i64 = 120_000;
