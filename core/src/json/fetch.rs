use super::{Counts, Json, Machine};
use crate::exchange::{Input, Output};
use crate::fetch::{self, Fetch, Task};
use crate::{Error, Settings, setup};

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
