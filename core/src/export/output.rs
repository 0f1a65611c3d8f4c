use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::strict_json::words;
use crate::wire::{Request, RequestHead};

use super::report::Report;

/// Names a request of one export, also across its checkpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestId(pub u64);

/// What the host is to do next.
#[derive(Debug, Clone, PartialEq)]
pub enum Output {
    /// Sign the request, send it, and hand in the answer. The only way on: no other request is given before that.
    Send(Outgoing),
    /// Poll again at that time, in milliseconds since 1970. A host that cannot wait so long stores the checkpoint and
    /// resumes it later.
    Wait {
        /// When to poll again. Polling earlier is harmless.
        until: i64,
        /// What is waited for.
        reason: WaitReason,
    },
    /// There is nothing more to do.
    Done(Report),
}

/// A request to sign and send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// To hand in with the answer.
    pub id: RequestId,
    /// Resource, query and body.
    pub request: Request,
    /// Whether the checkpoint must be stored before sending: the request changes something in Netvisor, and a process that
    /// is killed on the way has to find out whether it was carried out.
    pub must_checkpoint: bool,
    /// The number of the order it is for; `None` for look-ups over the whole run.
    pub order: Option<String>,
}

words! {
    /// What is waited for.
    pub enum WaitReason {
        /// The answer to the request that was given last. `until` is when the host should give up on it: two minutes after
        /// sending, as the vendor advises.
        InFlight = "in_flight",
        /// Netvisor could not be reached.
        BackOff = "back_off",
        /// Netvisor is being maintained.
        Maintenance = "maintenance",
        /// What was sent for an order may still be carried out; it is looked up before it is sent again.
        Quarantine = "quarantine",
    }
}

words! {
    /// How a request came to nothing.
    pub enum NoReplyKind {
        /// No answer came in time.
        Timeout = "timeout",
        /// The connection broke before the answer was complete.
        ConnectionLost = "connection_lost",
        /// There was no connection, so that Netvisor cannot have got the request. Only to be said when that is certain.
        NotConnected = "not_connected",
    }
}

impl NoReplyKind {
    /// By the name used in JSON; `None` for any other.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::from_word(name)
    }
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input<'a> {
    /// An answer, whatever its status: the body is judged.
    Reply {
        /// The request's.
        id: RequestId,
        /// The HTTP status.
        status: u16,
        /// The body, as it came.
        body: &'a [u8],
    },
    /// None.
    NoReply {
        /// The request's.
        id: RequestId,
        /// How.
        kind: NoReplyKind,
    },
}

impl Input<'_> {
    pub(super) fn id(&self) -> RequestId {
        match self {
            Self::Reply { id, .. } | Self::NoReply { id, .. } => *id,
        }
    }
}

impl Output {
    /// As JSON, the body of the request left out:
    /// `{"kind": "send", "id", "must_checkpoint", "order", "request": {"method", "resource", "query"}}`,
    /// `{"kind": "wait", "until", "reason"}` or `{"kind": "done", "report"}`.
    #[must_use]
    pub fn head_json(&self) -> String {
        crate::json::to_text(self)
    }
}

/// As [`Output::head_json`] says.
impl Serialize for Output {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Send(outgoing) => {
                let mut fields = serializer.serialize_struct("Output", 5)?;
                fields.serialize_field("kind", "send")?;
                fields.serialize_field("id", &outgoing.id.0)?;
                fields.serialize_field("must_checkpoint", &outgoing.must_checkpoint)?;
                fields.serialize_field("order", &outgoing.order)?;
                fields.serialize_field("request", &RequestHead(&outgoing.request))?;
                fields.end()
            }
            Self::Wait { until, reason } => {
                let mut fields = serializer.serialize_struct("Output", 3)?;
                fields.serialize_field("kind", "wait")?;
                fields.serialize_field("until", until)?;
                fields.serialize_field("reason", reason)?;
                fields.end()
            }
            Self::Done(report) => {
                let mut fields = serializer.serialize_struct("Output", 2)?;
                fields.serialize_field("kind", "done")?;
                fields.serialize_field("report", report)?;
                fields.end()
            }
        }
    }
}
