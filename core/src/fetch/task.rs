use std::fmt::Debug;

use serde::Serialize;

use crate::Settings;
use crate::exchange::NoReplyKind;
use crate::fault::{Error, Fault};
use crate::wire::Request;
use crate::wire::reply::{Refusal, Reply};

use super::Progress;

/// What a task wants done next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step<B> {
    /// A request to be sent.
    Ask(Request),
    /// Something to be handed out.
    HandOut(B),
    /// Nothing more.
    End,
}

/// Why a request has no answer one could go on from.
#[derive(Debug)]
pub enum Failure<'a> {
    /// Netvisor said no.
    Refused(&'a Refusal),
    /// The body is not Netvisor's, or not whole.
    Unreadable {
        /// Its HTTP status.
        status: u16,
        /// What is wrong with it.
        error: &'a Error,
    },
    /// Nothing came.
    NoReply(NoReplyKind),
}

/// What a [`Fetch`](super::Fetch) fetches: which requests, and what their answers become. Only this crate has tasks.
pub trait Task: Debug + Clone + Send + Sync + sealed::Sealed {
    /// The name in JSON.
    const KIND: &'static str;
    /// What the host chooses.
    type Options: Serialize + Debug + Clone + Send + Sync;
    /// What is handed out on the way.
    type Batch: Serialize;
    /// What is there in the end.
    type Result: Serialize;

    /// Reads the options.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    fn read_options(json: &[u8]) -> Result<Self::Options, Error>;

    /// Begins. `settings` are the merchant's.
    fn begin(options: &Self::Options, settings: &Settings) -> Self;

    /// What to do next, at that time in milliseconds since 1970. A request is asked for again until it is answered; a batch
    /// is handed out once, and the position is past it from then on.
    fn next(&mut self, now: i64) -> Step<Self::Batch>;

    /// Reads the answer to the request asked for last, which was sent at that time. Nothing has changed after an error or a
    /// refusal.
    ///
    /// # Errors
    /// A body that cannot be read.
    fn take_reply(&mut self, status: u16, body: &[u8], sent_at: i64) -> Result<Reply, Error>;

    /// Whether the task takes a failure for an answer of its own and goes on; otherwise it is asked again, or the fetch ends.
    fn accept(&mut self, _failure: &Failure<'_>, _sent_at: i64) -> bool {
        false
    }

    /// How far it has come.
    fn progress(&self) -> Progress;

    /// What the host should know.
    fn notes(&self) -> Vec<Fault> {
        Vec::new()
    }

    /// What is there so far.
    fn result(&self) -> Self::Result;

    /// Where it stands, as a JSON object: before everything that has not been handed out yet.
    fn position(&self) -> String;

    /// Goes to where it stood; `None` for what is no position.
    fn go_to(&mut self, position: &[u8]) -> Option<()>;
}

pub(crate) mod sealed {
    /// Keeps others from having tasks, so that the trait may change.
    #[allow(unnameable_types, reason = "that is what it is for")]
    pub trait Sealed {}
}
