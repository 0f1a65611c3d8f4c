use serde::{Serialize, Serializer};

use crate::exchange::{Input, Output};
use crate::export::OrderExport;
use crate::fetch::{self, Fetch, Task};
use crate::setup;
use crate::{Error, Settings};

/// JSON as it will stand in a larger one.
#[derive(Debug, Clone)]
pub struct Json(String);

impl Json {
    fn of(value: &impl Serialize) -> Self {
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

impl<T: Task> Machine for Fetch<T> {
    fn poll_output(&mut self, now: i64) -> Output<Json, Json> {
        self.poll_output(now).map(|report| Json::of(&report), |batch| Json::of(&batch))
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
        Counts { total: progress.total.unwrap_or_default(), done: progress.done, current: String::new() }
    }

    fn report(&self) -> String {
        super::to_text(&self.report())
    }
}

const KINDS: &[&str] =
    &[fetch::Stock::KIND, fetch::Catalogue::KIND, fetch::Documents::KIND, setup::Setup::KIND, setup::Numbers::KIND];

/// Begins a fetch of a kind, with its options as JSON; `{}` are the defaults.
///
/// # Errors
/// A kind that there is not, and everything that is wrong with the options.
pub fn fetch(kind: &str, options: &[u8], settings: &Settings) -> Result<Box<dyn Machine>, Error> {
    fn begin<T: Task + 'static>(options: &[u8], settings: &Settings) -> Result<Box<dyn Machine>, Error> {
        Ok(Box::new(Fetch::<T>::from_json(options, settings)?))
    }
    match kind {
        fetch::Stock::KIND => begin::<fetch::Stock>(options, settings),
        fetch::Catalogue::KIND => begin::<fetch::Catalogue>(options, settings),
        fetch::Documents::KIND => begin::<fetch::Documents>(options, settings),
        setup::Setup::KIND => begin::<setup::Setup>(options, settings),
        setup::Numbers::KIND => begin::<setup::Numbers>(options, settings),
        _ => Err(fetch::kind_unknown(KINDS, settings)),
    }
}

/// Goes on with a fetch of whatever kind.
///
/// # Errors
/// As [`Fetch::resume`].
pub fn resume_fetch(checkpoint: &str, settings: &Settings) -> Result<Box<dyn Machine>, Error> {
    fn resume<T: Task + 'static>(checkpoint: &str, settings: &Settings) -> Result<Box<dyn Machine>, Error> {
        Ok(Box::new(Fetch::<T>::resume(checkpoint, settings)?))
    }
    match fetch::stored_kind(checkpoint).as_deref() {
        Some(fetch::Stock::KIND) => resume::<fetch::Stock>(checkpoint, settings),
        Some(fetch::Catalogue::KIND) => resume::<fetch::Catalogue>(checkpoint, settings),
        Some(fetch::Documents::KIND) => resume::<fetch::Documents>(checkpoint, settings),
        Some(setup::Setup::KIND) => resume::<setup::Setup>(checkpoint, settings),
        Some(setup::Numbers::KIND) => resume::<setup::Numbers>(checkpoint, settings),
        _ => Err(fetch::checkpoint_invalid(settings)),
    }
}

/// Goes on with a fetch of that kind and no other.
///
/// # Errors
/// As [`Fetch::resume`].
pub fn resume_fetch_of(kind: &str, checkpoint: &str, settings: &Settings) -> Result<Box<dyn Machine>, Error> {
    match fetch::stored_kind(checkpoint) {
        Some(stored) if stored == kind => resume_fetch(checkpoint, settings),
        _ => Err(fetch::checkpoint_invalid(settings)),
    }
}
