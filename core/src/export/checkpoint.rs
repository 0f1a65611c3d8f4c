//! An export as text, to be stored and resumed.
//!
//! The text ends in a digest of what stands before it, so that a cut or changed one is noticed. It holds the orders that have
//! not ended, and of the others what the report says; no credentials, since an export never sees any. What was looked up is
//! looked up again.

use serde::Serialize;

use crate::exchange::{sealed, unsealed};
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::settings::Settings;
use crate::strict_json::{self, Unread, record};

use super::entry::Entry;
use super::machine::{OrderExport, Position};
use super::stored_entry::{StoredEntry, restored};

/// The version this library writes; it reads every one up to it.
const VERSION: u64 = 1;

#[derive(Serialize)]
struct Checkpoint<'e> {
    version: u64,
    settings: String,
    next_id: u64,
    requests: u64,
    orders: Vec<StoredEntry<'e>>,
}

record! {
    /// The same, read back.
    lenient struct ReadCheckpoint<'de> {
        version: u64,
        settings: String,
        next_id: u64,
        requests: u64,
        orders: Unread<'de>,
    }
}

impl OrderExport {
    /// The export as text, to be stored before a request is sent that says so, and whenever the host likes. Store it as it is.
    #[must_use]
    pub fn checkpoint(&self) -> String {
        let checkpoint = Checkpoint {
            version: VERSION,
            settings: self.settings.fingerprint(),
            next_id: self.next_id,
            requests: self.requests,
            orders: self.entries.iter().map(StoredEntry::of).collect(),
        };
        sealed(crate::json::to_text(&checkpoint))
    }

    /// Goes on where an export stood when its checkpoint was written. A request that was under way then is looked for before
    /// anything is sent again.
    ///
    /// # Errors
    /// `checkpoint_invalid` for a text that is cut, changed or none, `checkpoint_version_unknown` for one of a newer library,
    /// `checkpoint_settings_differ` when the settings are not those the export was begun with; language and waiting times may
    /// change.
    pub fn resume(checkpoint: &str, settings: &Settings) -> Result<Self, Error> {
        let refuse = |code| Error::one(ErrorKind::Checkpoint, Fault::new(code, "")).in_language(settings.language());
        let invalid = || refuse(FaultCode::CheckpointInvalid);
        let state = unsealed(checkpoint).ok_or_else(invalid)?;
        let read: ReadCheckpoint<'_> =
            strict_json::read_stored(ErrorKind::Checkpoint, state.as_bytes()).map_err(|_| invalid())?;
        if read.version > VERSION {
            return Err(refuse(FaultCode::CheckpointVersionUnknown));
        }
        if read.settings != settings.fingerprint() {
            return Err(refuse(FaultCode::CheckpointSettingsDiffer));
        }
        let entries: Option<Vec<Entry>> = read.orders.0.iter().map(|order| restored(order, settings)).collect();
        let position = Position { next_id: read.next_id, requests: read.requests };
        Ok(Self::assemble(entries.ok_or_else(invalid)?, settings, position))
    }
}
