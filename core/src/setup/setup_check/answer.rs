use serde::Serialize;

use crate::strict_json::{record, words};

use super::authentication::Cause;

words! {
    /// What became of a probe.
    pub(super) enum Outcome {
        /// It was let in.
        Granted = "granted",
        /// SERVICE_ACCESS_ERROR.
        Missing = "missing",
        /// AUTHENTICATION_FAILED.
        AuthenticationFailed = "authentication_failed",
        /// REQUEST_NOT_UNIQUE, again and again.
        IdUsed = "id_used",
        /// Maintenance that does not end.
        Maintenance = "maintenance",
        /// Another refusal of Netvisor's.
        Unclear = "unclear",
        /// HTTP 404, and nothing of Netvisor's.
        NotFound = "not_found",
        /// Something answered that is not Netvisor.
        NotNetvisor = "not_netvisor",
        /// No answer came in time.
        Unanswered = "unanswered",
        /// There was no connection, or it broke.
        NotConnected = "not_connected",
    }
}

record! {
    /// What a probe has shown.
    #[derive(Serialize)]
    pub(super) lenient struct Answer {
        pub(super) resource: String,
        pub(super) outcome: Outcome,
        /// Netvisor's own words after a refusal; the HTTP status of what is not Netvisor's.
        pub(super) text: Option<String>,
        /// Why the authentication failed, and whether that is certain.
        pub(super) cause: Option<Cause>,
        pub(super) certain: bool,
    }
}

impl Outcome {
    /// Whether every other probe would come to the same.
    pub(super) fn ends_the_check(self) -> bool {
        matches!(
            self,
            Self::AuthenticationFailed
                | Self::IdUsed
                | Self::Maintenance
                | Self::NotNetvisor
                | Self::Unanswered
                | Self::NotConnected
        )
    }
}
