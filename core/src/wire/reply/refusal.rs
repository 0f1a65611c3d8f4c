use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::fault::{Fault, FaultCode, Language};

use super::permission::Permission;
use super::value::FinnishTime;

/// When a refused request may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Retry {
    /// Not as it is: the same request is refused again.
    Never,
    /// After a break of minutes.
    Later,
    /// Only after a look-up that shows that what was sent is not in Netvisor.
    AfterLookUp,
    /// With a new transaction id, if it is certain that the earlier request with the old one was not carried out.
    WithNewTransactionId,
}

/// The codes of §4. The vendor has spelled one of them in two ways.
const CODES: &[(&str, FaultCode, Retry)] = &[
    ("AUTHENTICATION_FAILED", FaultCode::NetvisorAuthenticationFailed, Retry::Never),
    ("INVALID_DATA", FaultCode::NetvisorInvalidData, Retry::Never),
    ("INVALID_DATA_SIZE", FaultCode::NetvisorInvalidDataSize, Retry::Never),
    ("DUPLICATE_DATA", FaultCode::NetvisorDuplicateData, Retry::AfterLookUp),
    ("REQUEST_NOT_UNIQUE", FaultCode::NetvisorRequestNotUnique, Retry::WithNewTransactionId),
    ("PERIOD_LOCK", FaultCode::NetvisorPeriodLocked, Retry::Never),
    ("SERVICE_ACCESS_ERROR", FaultCode::NetvisorServiceAccess, Retry::Never),
    ("SYSTEM_MAINTENANCE", FaultCode::NetvisorMaintenance, Retry::Later),
    ("SYSTEM_MAINTANANCE", FaultCode::NetvisorMaintenance, Retry::Later),
    ("TECHNICAL_ERROR", FaultCode::NetvisorTechnicalError, Retry::AfterLookUp),
];

/// Netvisor's no, with our explanation beside its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    fault: Fault,
    netvisor_code: Option<String>,
    netvisor_text: String,
    retry: Retry,
    permission: Option<Permission>,
    timestamp: Option<FinnishTime>,
}

impl Refusal {
    /// `statuses` are those after `FAILED`: normally one, `CODE :: text`.
    pub(super) fn new(resource: &str, statuses: &[String], timestamp: Option<FinnishTime>) -> Self {
        let (netvisor_code, netvisor_text) = code_and_text(&statuses.join("\n"));
        let known =
            CODES.iter().find(|(code, ..)| netvisor_code.as_deref().is_some_and(|it| it.eq_ignore_ascii_case(code)));
        // Nobody knows what an unknown code means, so nothing is sent again because of one.
        let (code, retry) = known.map_or((FaultCode::NetvisorUnknownError, Retry::Never), |row| (row.1, row.2));
        let mut fault = Fault::new(code, "");
        let mut permission = None;
        if code == FaultCode::NetvisorServiceAccess {
            permission = Permission::for_resource(resource);
            let (group, name) = permission.map_or(("?", resource), |permission| (permission.group, permission.name));
            fault = fault.with(group).with(name);
        }
        Self { fault, netvisor_code, netvisor_text, retry, permission, timestamp }
    }

    /// A refusal as it was before it was stored.
    pub(crate) fn restore(resource: &str, status: String) -> Self {
        Self::new(resource, &[status], None)
    }

    /// Code and text as Netvisor put them together.
    pub(crate) fn status(&self) -> String {
        match &self.netvisor_code {
            Some(code) => format!("{code} :: {}", self.netvisor_text),
            None => self.netvisor_text.clone(),
        }
    }

    /// Our code for it: `netvisor_…`.
    #[must_use]
    pub fn code(&self) -> FaultCode {
        self.fault.code()
    }

    /// What it means and what to do about it, in Finnish unless another language was chosen.
    #[must_use]
    pub fn message(&self) -> String {
        self.fault.message()
    }

    /// The message in a given language.
    #[must_use]
    pub fn message_in(&self, language: Language) -> String {
        self.fault.message_in(language)
    }

    /// The same refusal with its message in another language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { fault: self.fault.in_language(language), ..self }
    }

    /// Netvisor's own code as it was spelled; `None` when the reply gave none.
    #[must_use]
    pub fn netvisor_code(&self) -> Option<&str> {
        self.netvisor_code.as_deref()
    }

    /// Netvisor's own words, unchanged, in the interface language (§1.6). After `AUTHENTICATION_FAILED` they repeat what
    /// Netvisor hashed, with the key masked by Netvisor (§1.4).
    #[must_use]
    pub fn netvisor_text(&self) -> &str {
        &self.netvisor_text
    }

    /// When the request may be sent again.
    #[must_use]
    pub fn retry(&self) -> Retry {
        self.retry
    }

    /// The right that is missing, after `SERVICE_ACCESS_ERROR`.
    #[must_use]
    pub fn permission(&self) -> Option<Permission> {
        self.permission
    }

    /// When Netvisor answered.
    #[must_use]
    pub fn timestamp(&self) -> Option<FinnishTime> {
        self.timestamp
    }
}

/// Splits at the first ` :: ` alone: the text may hold more of them (§1.4). A status without any is a bare code if it looks
/// like one.
fn code_and_text(status: &str) -> (Option<String>, String) {
    if let Some((code, text)) = status.split_once(" :: ") {
        return (Some(code.trim().to_owned()), text.to_owned());
    }
    let bare = status.trim();
    let is_code = bare.contains('_') && bare.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    if is_code { (Some(bare.to_owned()), String::new()) } else { (None, status.to_owned()) }
}

impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Messages {
            fi: String,
            sv: String,
            en: String,
        }
        let messages = Messages {
            fi: self.message_in(Language::Finnish),
            sv: self.message_in(Language::Swedish),
            en: self.message_in(Language::English),
        };
        let optional = usize::from(self.timestamp.is_some()) + usize::from(self.permission.is_some());
        let mut refusal = serializer.serialize_struct("Refusal", 6 + optional)?;
        if let Some(timestamp) = self.timestamp {
            refusal.serialize_field("timestamp", &timestamp)?;
        }
        refusal.serialize_field("code", self.code().as_str())?;
        refusal.serialize_field("message", &self.message())?;
        refusal.serialize_field("messages", &messages)?;
        refusal.serialize_field("netvisor_code", &self.netvisor_code)?;
        refusal.serialize_field("netvisor_text", &self.netvisor_text)?;
        refusal.serialize_field("retry", &self.retry)?;
        if let Some(permission) = self.permission {
            refusal.serialize_field("permission", &permission)?;
        }
        refusal.end()
    }
}
