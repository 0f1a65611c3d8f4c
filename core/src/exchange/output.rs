use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::strict_json::words;
use crate::wire::{Request, RequestHead};

use super::RequestId;

/// What the host is to do next. `R` is the report in the end; `B` what is handed out on the way, which an export has none of.
#[derive(Debug, Clone, PartialEq)]
pub enum Output<R, B = Never> {
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
    /// Take this, keep it, and then store the checkpoint. One taken before has it handed out again.
    Batch(B),
    /// There is nothing more to do.
    Done(R),
}

/// What does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Never {}

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

impl<R: Serialize, B: Serialize> Output<R, B> {
    /// As JSON, the body of the request left out:
    /// `{"kind": "send", "id", "must_checkpoint", "order", "request": {"method", "resource", "query"}}`,
    /// `{"kind": "wait", "until", "reason"}`, `{"kind": "batch", "batch"}` or `{"kind": "done", "report"}`.
    #[must_use]
    pub fn head_json(&self) -> String {
        crate::json::to_text(self)
    }

    /// The same with what it holds in another form.
    pub(crate) fn map<R2, B2>(self, report: impl FnOnce(R) -> R2, batch: impl FnOnce(B) -> B2) -> Output<R2, B2> {
        match self {
            Self::Send(outgoing) => Output::Send(outgoing),
            Self::Wait { until, reason } => Output::Wait { until, reason },
            Self::Batch(given) => Output::Batch(batch(given)),
            Self::Done(given) => Output::Done(report(given)),
        }
    }
}

/// As [`Output::head_json`] says.
impl<R: Serialize, B: Serialize> Serialize for Output<R, B> {
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
            Self::Batch(batch) => {
                let mut fields = serializer.serialize_struct("Output", 2)?;
                fields.serialize_field("kind", "batch")?;
                fields.serialize_field("batch", batch)?;
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
