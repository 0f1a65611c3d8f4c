//! What goes wrong between a client and Netvisor.

mod by_seed;
mod damage;
mod plan;

use serde::Deserialize;

pub use by_seed::FaultsBySeed;
pub(crate) use damage::{cut, gateway_error, html_page, in_charset};
pub(crate) use plan::Faults;

/// One thing that goes wrong with one request.
///
/// In JSON a fault is its name in snake case, alone or as the key of what belongs to it: `"lost_before"`,
/// `{"slow": {"ms": 500}}`, `{"status": {"code": 503, "when": "after_commit"}}`, `{"connection_reset": "before_commit"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// The request never arrives; the client waits in vain.
    LostBefore,
    /// The request is carried out; its answer never arrives.
    LostAfterCommit,
    /// The client waits in vain, and the request is carried out later, as if it had arrived then. Who sent it, its time and
    /// its transaction id are looked at when it really arrives.
    CommittedLate {
        /// Milliseconds from its arrival to its being carried out.
        after_ms: u64,
    },
    /// The request is carried out; the answer comes late.
    Slow {
        /// Milliseconds until the answer. In process nothing waits: it is for the caller to let them pass.
        ms: u64,
    },
    /// A gateway answers in Netvisor's place, in plain text.
    Status {
        /// What it answers with.
        code: GatewayError,
        /// Whether Netvisor did its part.
        when: When,
    },
    /// Netvisor answers that it is under maintenance, and does nothing.
    Maintenance(MaintenanceSpelling),
    /// Netvisor answers `TECHNICAL_ERROR`.
    TechnicalError(When),
    /// A proxy's HTML page comes with status 200.
    HtmlPage(When),
    /// The request is carried out; the end of the answer is missing.
    CutXml {
        /// How much of the body arrives, in percent. At least one byte is always missing.
        kept_percent: u8,
    },
    /// The request is carried out; the answer is declared as UTF-8 and is not.
    WrongCharset(Charset),
    /// The connection is reset while the client waits for the answer.
    ConnectionReset(When),
    /// There is no connection to begin with.
    ConnectionRefused,
}

/// Whether a fault strikes before or after Netvisor has carried the request out. Before it, Netvisor has not even seen the
/// transaction id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Nothing has changed in the books.
    BeforeCommit,
    /// The books have changed, if the request was one to change them.
    AfterCommit,
}

/// The status a gateway answers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u16")]
pub enum GatewayError {
    /// 500.
    InternalServerError,
    /// 502.
    BadGateway,
    /// 503.
    ServiceUnavailable,
}

/// How the code of the maintenance reply is spelled; both are met (§4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MaintenanceSpelling {
    /// `SYSTEM_MAINTENANCE`, as documented now.
    Documented,
    /// `SYSTEM_MAINTANANCE`, as older clients know it.
    Old,
}

/// What the bytes of an answer are in that says it is UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Charset {
    /// ISO-8859-1; only letters outside ASCII are wrong.
    Latin1,
    /// UTF-16, little end first, without byte order mark; everything is wrong.
    Utf16,
}

impl GatewayError {
    pub(crate) const ALL: [Self; 3] = [Self::InternalServerError, Self::BadGateway, Self::ServiceUnavailable];

    /// The HTTP status.
    #[must_use]
    pub fn code(self) -> u16 {
        match self {
            Self::InternalServerError => 500,
            Self::BadGateway => 502,
            Self::ServiceUnavailable => 503,
        }
    }
}

impl TryFrom<u16> for GatewayError {
    type Error = String;

    fn try_from(code: u16) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|error| error.code() == code)
            .ok_or_else(|| format!("status {code} is none of 500, 502, 503"))
    }
}
