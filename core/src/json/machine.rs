use serde::{Serialize, Serializer};

use crate::Error;
use crate::exchange::{Input, Output};
use crate::export::OrderExport;

/// JSON as it will stand in a larger one.
#[derive(Debug, Clone)]
pub struct Json(String);

impl Json {
    pub(super) fn of(value: &impl Serialize) -> Self {
        Self(super::to_text(value))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// As bytes, which our writer takes for JSON that is already written: serde has no word for it.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_bytes())
    }
}

/// How far something has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// How many there are; 0 while nobody knows.
    pub total: usize,
    /// How many are done.
    pub done: usize,
    /// The one that is worked on; empty for none.
    pub current: String,
}

/// An export or a fetch, whichever it is, as a shell drives it: what it gives out is JSON.
pub trait Machine: Send + Sync {
    /// What to do next, at the host's present time in milliseconds since 1970.
    fn poll_output(&mut self, now: i64) -> Output<Json, Json>;

    /// Takes what became of the request that was given last.
    ///
    /// # Errors
    /// `request_id_unknown` when it is not that request's: nothing has changed.
    fn handle_input(&mut self, input: Input<'_>) -> Result<(), Error>;

    /// The text to store and resume.
    fn checkpoint(&self) -> String;

    /// How far it has come: `{"total", "done", "current"}` of an export, `{"total", "done"}` of a fetch.
    fn progress(&self) -> String;

    /// The same as numbers.
    fn counts(&self) -> Counts;

    /// The report as it stands.
    fn report(&self) -> String;
}

impl Machine for OrderExport {
    fn poll_output(&mut self, now: i64) -> Output<Json, Json> {
        self.poll_output(now).map(|report| Json::of(&report), |never| match never {})
    }

    fn handle_input(&mut self, input: Input<'_>) -> Result<(), Error> {
        self.handle_input(input)
    }

    fn checkpoint(&self) -> String {
        self.checkpoint()
    }

    fn progress(&self) -> String {
        super::to_text(&self.progress())
    }

    fn counts(&self) -> Counts {
        let progress = self.progress();
        Counts { total: progress.total, done: progress.done, current: progress.current.unwrap_or_default() }
    }

    fn report(&self) -> String {
        super::to_text(&self.report())
    }
}
