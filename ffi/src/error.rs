//! Why a call failed.

use crate::boundary;
use crate::status::Status;
use crate::text::{Str, TerminatedString};

/// A call that was wrong whatever its data, told to the programmer (in English alone).
#[derive(Clone, Copy)]
pub(crate) enum Misuse {
    Null(&'static str),
    NotUtf8(&'static str),
    TooLong(&'static str),
    Unknown(&'static str),
    /// A request of the export or fetch awaits its answer, which only the one who was given it can hand in.
    InFlight,
}

/// The ways a call can fail.
pub(crate) enum Failure {
    Refused(orders::Error),
    Misuse(Misuse),
    CheckpointNotStored,
    BatchNotKept,
    Panic,
}

impl Failure {
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Refused(error) if error.kind() == orders::ErrorKind::Misuse => Status::Misuse,
            Self::Refused(_) | Self::CheckpointNotStored | Self::BatchNotKept => Status::Error,
            Self::Misuse(_) => Status::Misuse,
            Self::Panic => Status::Panic,
        }
    }
}

impl From<orders::Error> for Failure {
    fn from(error: orders::Error) -> Self {
        Self::Refused(error)
    }
}

impl From<Misuse> for Failure {
    fn from(misuse: Misuse) -> Self {
        Self::Misuse(misuse)
    }
}

/// Why a call failed: a kind, a stable code, a path into the input, a message, and all faults as JSON.
///
/// Codes of the library's own misuse are `argument_null`, `argument_not_utf8`, `argument_too_long`, `argument_unknown` and
/// `request_in_flight` (kind `misuse`); a host that failed is `checkpoint_not_stored`
/// or `batch_not_kept` (kind `host`); a bug is `panic` (kind
/// `internal`). No text in it ever holds a key.
pub struct Error {
    kind: TerminatedString,
    code: TerminatedString,
    path: TerminatedString,
    message: TerminatedString,
    json: TerminatedString,
}

impl Error {
    pub(crate) fn new(failure: Failure) -> Self {
        match failure {
            Failure::Refused(error) => Self {
                kind: TerminatedString::new(error.kind().as_str()),
                code: TerminatedString::new(error.code().as_str()),
                path: TerminatedString::new(error.path()),
                message: TerminatedString::new(error.message()),
                json: TerminatedString::new(error.to_json()),
            },
            Failure::Misuse(Misuse::Null(name)) => {
                Self::own("misuse", "argument_null", &format!("The argument {name} is NULL."))
            }
            Failure::Misuse(Misuse::NotUtf8(name)) => {
                Self::own("misuse", "argument_not_utf8", &format!("The argument {name} is not UTF-8."))
            }
            Failure::Misuse(Misuse::TooLong(name)) => {
                Self::own("misuse", "argument_too_long", &format!("The length of the argument {name} is impossible."))
            }
            Failure::Misuse(Misuse::Unknown(name)) => {
                Self::own("misuse", "argument_unknown", &format!("The argument {name} is none of the permitted words."))
            }
            Failure::Misuse(Misuse::InFlight) => Self::own(
                "misuse",
                "request_in_flight",
                "A request still awaits its answer: hand it in, or resume the checkpoint.",
            ),
            Failure::BatchNotKept => Self::own(
                "host",
                "batch_not_kept",
                "The host could not keep what was handed out. It comes again when the stored checkpoint is resumed.",
            ),
            Failure::CheckpointNotStored => Self::own(
                "host",
                "checkpoint_not_stored",
                "The host could not store the checkpoint, so the run ended there. Run the export again once it can.",
            ),
            // Without the panic's own words, which may quote the caller's data.
            Failure::Panic => {
                Self::own("internal", "panic", "A bug in netvisor-orders stopped the call; please report it.")
            }
        }
    }

    /// An error of the library itself. Its JSON has the shape of core's; none of these texts needs escaping.
    fn own(kind: &str, code: &str, message: &str) -> Self {
        let json = format!(
            "{{\"kind\":\"{kind}\",\"code\":\"{code}\",\"path\":\"\",\"message\":\"{message}\",\
             \"faults\":[{{\"code\":\"{code}\",\"path\":\"\",\"message\":\"{message}\",\
             \"messages\":{{\"fi\":\"{message}\",\"sv\":\"{message}\",\"en\":\"{message}\"}}}}]}}"
        );
        Self {
            kind: TerminatedString::new(kind),
            code: TerminatedString::new(code),
            path: TerminatedString::new(""),
            message: TerminatedString::new(message),
            json: TerminatedString::new(json),
        }
    }
}

/// Which input was refused: "order", "settings", "connection", "request" or "reply"; "host" where a function of an
/// `nvo_host` failed; "misuse" or "internal" for a status other than `NVO_STATUS_ERROR`. The text is borrowed from
/// `error`: valid until `nvo_error_free`.
///
/// # Safety
/// `error` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_error_kind(error: *const Error) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(error, Str::NONE, |error| Some(error.kind.as_str())) }
}

/// The stable code of the first fault, such as "line_sku_missing": programs compare this, never the message.
/// The text is borrowed from `error`: valid until `nvo_error_free`.
///
/// # Safety
/// `error` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_error_code(error: *const Error) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(error, Str::NONE, |error| Some(error.code.as_str())) }
}

/// Where in the input the first fault is, as a JSON pointer (RFC 6901) such as "/lines/0/sku"; empty where the whole
/// input is meant. The text is borrowed from `error`: valid until `nvo_error_free`.
///
/// # Safety
/// `error` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_error_path(error: *const Error) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(error, Str::NONE, |error| Some(error.path.as_str())) }
}

/// What is wrong and what to do about it, in the language of the settings. The text is borrowed from `error`: valid
/// until `nvo_error_free`.
///
/// # Safety
/// `error` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_error_message(error: *const Error) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(error, Str::NONE, |error| Some(error.message.as_str())) }
}

/// The whole error as JSON: `kind`, `code`, `path` and `message` as above, and `faults`, the list of everything found,
/// each with its `code`, `path`, `message` and the `messages` in Finnish, Swedish and English. The text is borrowed
/// from `error`: valid until `nvo_error_free`.
///
/// # Safety
/// `error` must be NULL or an object that this library gave and that was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_error_json(error: *const Error) -> Str {
    // SAFETY: the caller gives NULL or a live object.
    unsafe { boundary::read(error, Str::NONE, |error| Some(error.json.as_str())) }
}

/// Frees an error. NULL is fine.
///
/// # Safety
/// `error` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
/// used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_error_free(error: *mut Error) {
    // SAFETY: the caller gives NULL or an object of its own.
    unsafe { boundary::free(error) }
}
