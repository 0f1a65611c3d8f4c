//! A fetch as text, to be stored and resumed: its options and where it stands, but nothing that was fetched.

use crate::Settings;
use crate::exchange::{sealed, unsealed};
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::strict_json::{self, Unread, record};

use super::engine::Fetch;
use super::task::Task;

/// The version this library writes; it reads every one up to it.
const VERSION: u64 = 1;

record! {
    /// A checkpoint as it is read back; `state` holds the options and the position.
    lenient struct ReadCheckpoint<'de> {
        version: u64,
        kind: String,
        next_id: u64,
        requests: u64,
        state: Unread<'de>,
    }
}

impl<T: Task> Fetch<T> {
    /// The fetch as text, to be stored after a batch was kept, before a wait, and in the end. Store it as it is. It holds no
    /// credentials.
    #[must_use]
    pub fn checkpoint(&self) -> String {
        sealed(format!(
            "{{\"version\":{VERSION},\"kind\":\"{}\",\"next_id\":{},\"requests\":{},\"state\":[{},{}]}}",
            T::KIND,
            self.next_id,
            self.requests,
            crate::json::to_text(&self.options),
            self.task.position(),
        ))
    }

    /// Goes on where a fetch stood when its checkpoint was written. What was not handed out by then is fetched again.
    ///
    /// # Errors
    /// `checkpoint_invalid` for a text that is cut, changed, none, or of another kind of fetch, `checkpoint_version_unknown`
    /// for one of a newer library.
    pub fn resume(checkpoint: &str, settings: &Settings) -> Result<Self, Error> {
        let invalid = || checkpoint_invalid(settings);
        let stored = unsealed(checkpoint).ok_or_else(invalid)?;
        let read = read(&stored).ok_or_else(invalid)?;
        if read.version > VERSION {
            return Err(refused(FaultCode::CheckpointVersionUnknown, settings));
        }
        let &[options, position] = &*read.state.0 else { return Err(invalid()) };
        if read.kind != T::KIND {
            return Err(invalid());
        }
        let mut fetch = Self::from_json(options, settings).map_err(|_| invalid())?;
        fetch.task.go_to(position).ok_or_else(invalid)?;
        fetch.next_id = read.next_id;
        fetch.requests = read.requests;
        Ok(fetch)
    }
}

/// Which fetch a checkpoint is of; `None` where it is none.
pub(crate) fn stored_kind(checkpoint: &str) -> Option<String> {
    Some(read(&unsealed(checkpoint)?)?.kind)
}

fn read(stored: &str) -> Option<ReadCheckpoint<'_>> {
    strict_json::read_stored(ErrorKind::Checkpoint, stored.as_bytes()).ok()
}

pub(crate) fn checkpoint_invalid(settings: &Settings) -> Error {
    refused(FaultCode::CheckpointInvalid, settings)
}

fn refused(code: FaultCode, settings: &Settings) -> Error {
    Error::one(ErrorKind::Checkpoint, Fault::new(code, "")).in_language(settings.language())
}
