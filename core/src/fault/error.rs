use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Fault, FaultCode};

/// Which input was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The order (canonical or a shop's own).
    Order,
    /// The merchant's settings.
    Settings,
    /// The connection: base URL, credentials, language, MAC algorithm.
    Connection,
    /// A request to be signed, its stamp, or the facts already known about an order.
    Request,
    /// A reply that could not be read. A reply that says no is no error: it is read as a refusal.
    Reply,
    /// The options of a fetch, or which one it is.
    Options,
    /// A register of the shop's or of Netvisor's that is to be matched, or the options for it.
    Register,
    /// A checkpoint that cannot be resumed.
    Checkpoint,
    /// A call out of turn; nothing has changed.
    Misuse,
}

impl ErrorKind {
    /// The name used in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Settings => "settings",
            Self::Connection => "connection",
            Self::Request => "request",
            Self::Reply => "reply",
            Self::Options => "options",
            Self::Register => "register",
            Self::Checkpoint => "checkpoint",
            Self::Misuse => "misuse",
        }
    }
}

/// An input that was refused, with everything found wrong with it (at most 100 faults).
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    first: Box<Fault>,
    others: Vec<Fault>,
}

impl Error {
    pub(crate) fn one(kind: ErrorKind, fault: Fault) -> Self {
        Self { kind, first: Box::new(fault), others: Vec::new() }
    }

    /// `None` when there is nothing wrong.
    pub(crate) fn from_faults(kind: ErrorKind, faults: Vec<Fault>) -> Option<Self> {
        let mut faults = faults.into_iter();
        let first = Box::new(faults.next()?);
        Some(Self { kind, first, others: faults.collect() })
    }

    /// Which input was refused.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The code of the first fault.
    #[must_use]
    pub fn code(&self) -> FaultCode {
        self.first.code()
    }

    /// The path of the first fault.
    #[must_use]
    pub fn path(&self) -> &str {
        self.first.path()
    }

    /// The message of the first fault.
    #[must_use]
    pub fn message(&self) -> String {
        self.first.message()
    }

    /// All faults, in the order they were found. Never empty.
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(&*self.first).chain(&self.others)
    }

    /// The same error with its messages in another language.
    #[must_use]
    pub fn in_language(self, language: super::Language) -> Self {
        Self {
            kind: self.kind,
            first: Box::new(self.first.in_language(language)),
            others: self.others.into_iter().map(|fault| fault.in_language(language)).collect(),
        }
    }

    /// The same error with its paths rewritten, for an input that was read in another form.
    pub(crate) fn map_paths(self, rewrite: impl Fn(&str) -> String) -> Self {
        let map = |mut fault: Fault| {
            fault.path = rewrite(&fault.path);
            fault
        };
        let first = map(*self.first);
        let mut others: Vec<Fault> = Vec::new();
        // Two places may become one.
        for fault in self.others.into_iter().map(map) {
            let same = |known: &Fault| known.code == fault.code && known.path == fault.path;
            if !same(&first) && !others.iter().any(same) {
                others.push(fault);
            }
        }
        Self { kind: self.kind, first: Box::new(first), others }
    }

    /// The error as JSON: `kind`, `code`, `path`, `message` of the first fault, and all `faults`.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_text(self)
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_struct("Error", 5)?;
        error.serialize_field("kind", self.kind.as_str())?;
        error.serialize_field("code", self.code().as_str())?;
        error.serialize_field("path", self.path())?;
        error.serialize_field("message", &self.message())?;
        error.serialize_field("faults", &self.faults().collect::<Vec<_>>())?;
        error.end()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code().as_str())?;
        if !self.path().is_empty() {
            write!(f, " at {}", self.path())?;
        }
        write!(f, ": {}", self.message())?;
        match self.others.len() {
            0 => Ok(()),
            n => write!(f, " (and {n} more)"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("kind", &self.kind).field("faults", &self.faults().collect::<Vec<_>>()).finish()
    }
}

impl std::error::Error for Error {}
