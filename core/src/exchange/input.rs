use crate::strict_json::words;

/// Names a request of one export or fetch, also across its checkpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestId(pub u64);

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
    pub(crate) fn id(&self) -> RequestId {
        match self {
            Self::Reply { id, .. } | Self::NoReply { id, .. } => *id,
        }
    }
}
