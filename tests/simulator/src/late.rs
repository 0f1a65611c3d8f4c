//! Requests that the client has given up, and that will be carried out all the same.

use std::collections::BTreeMap;

use crate::{Request, Resource};

/// A request still to be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateRequest {
    /// When, in milliseconds since 1970-01-01 UTC.
    pub due_ms: i64,
    /// What it is for; `None` where no such resource exists.
    pub resource: Option<Resource>,
}

/// Requests by the time they are due, and among those of one time by the order they came in.
#[derive(Debug, Clone, Default)]
pub(crate) struct LateRequests {
    waiting: BTreeMap<(i64, u64), Request>,
    arrived: u64,
}

impl LateRequests {
    pub(crate) fn add(&mut self, due_ms: i64, request: Request) {
        self.waiting.insert((due_ms, self.arrived), request);
        self.arrived += 1;
    }

    /// Takes out the next one that is due at `now_ms`, with its time.
    pub(crate) fn take_due(&mut self, now_ms: i64) -> Option<(i64, Request)> {
        let first = self.waiting.first_entry().filter(|entry| entry.key().0 <= now_ms)?;
        let ((due_ms, _), request) = first.remove_entry();
        Some((due_ms, request))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (i64, &Request)> {
        self.waiting.iter().map(|((due_ms, _), request)| (*due_ms, request))
    }
}
