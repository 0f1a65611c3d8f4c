//! What the answers come to.

use serde::Serialize;

use crate::fault::{Fault, FaultCode};
use crate::strict_json::words;

use super::super::permissions::RequiredPermission;
use super::answer::{Answer, Outcome};
use super::{Cause, Feature, Setup};

/// How far the host's clock may be off, in seconds. Netvisor verifies the time (§1.4), and no source says how closely.
const TOLERANCE_SECONDS: u64 = 60;

/// Whether everything is in order, and what to do where it is not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetupResult {
    /// Whether everything that can be tried without importing is in order.
    pub ok: bool,
    /// Whether Netvisor accepts the credentials.
    pub credentials: Credentials,
    /// The host's clock beside Netvisor's.
    pub clock: HostClock,
    /// The organisation's business id.
    pub organisation: Accepted,
    /// The partner identifier.
    pub partner: Accepted,
    /// The rights the features need, each as far as it could be tried.
    pub permissions: Vec<ProbedPermission>,
    /// What is wrong and what to click where, in the order in which to see to it; also what stays unknown.
    pub findings: Vec<Fault>,
}

/// Whether Netvisor accepts the credentials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Credentials {
    /// As far as it is known.
    pub state: CredentialsState,
    /// Why not, as far as Netvisor's text and the clocks tell.
    pub cause: Option<Cause>,
    /// Whether there is no other cause that this check knows of.
    pub certain: bool,
    /// Netvisor's own words, unchanged; they show what was hashed, with the keys masked by Netvisor (§1.4).
    pub netvisor_text: Option<String>,
}

words! {
    /// Whether credentials are accepted.
    pub enum CredentialsState {
        /// Netvisor has let a request in.
        Accepted = "accepted",
        /// It did not.
        Refused = "refused",
        /// It has not said.
        Unknown = "unknown",
    }
}

words! {
    /// Whether one of the identifiers is accepted.
    pub enum Accepted {
        /// It was let in.
        Accepted = "accepted",
        /// It is what the refusal names.
        Refused = "refused",
        /// Netvisor has not said.
        Unknown = "unknown",
    }
}

/// The host's clock beside Netvisor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HostClock {
    /// Whether it is right.
    pub state: ClockState,
    /// How many seconds it is ahead of Netvisor's at least; below zero, behind. `None` when no answer told Netvisor's time.
    pub offset_seconds: Option<i64>,
}

words! {
    /// Whether the host's clock is right.
    pub enum ClockState {
        /// Less than a minute off.
        Ok = "ok",
        /// A minute or more off.
        Off = "off",
        /// No answer told Netvisor's time.
        Unknown = "unknown",
    }
}

words! {
    /// Whether a right is given.
    pub enum PermissionState {
        /// It is.
        Granted = "granted",
        /// Netvisor refuses the resource: the right is not given, or the function is not in use.
        Missing = "missing",
        /// It could not be tried.
        Unknown = "unknown",
    }
}

/// A right, and whether it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProbedPermission {
    /// The heading on Netvisor's page; `None` where it is not known.
    pub group: Option<&'static str>,
    /// The name on Netvisor's page; `None` where it is not known.
    pub name: Option<&'static str>,
    /// The resource behind it.
    pub resource: &'static str,
    /// What it is needed for.
    pub features: Vec<Feature>,
    /// Whether it is given.
    pub state: PermissionState,
    /// Netvisor's own words, unchanged, where it refused.
    pub netvisor_text: Option<String>,
}

pub(super) fn result(setup: &Setup) -> SetupResult {
    let clock = clock(setup);
    let credentials = credentials(setup, clock);
    let identifier = |of: Cause| match credentials {
        Credentials { state: CredentialsState::Accepted, .. } => Accepted::Accepted,
        Credentials { state: CredentialsState::Refused, cause: Some(cause), .. } if cause == of => Accepted::Refused,
        _ => Accepted::Unknown,
    };
    let problems = problems(setup, &credentials, clock);
    let is_let_in = credentials.state == CredentialsState::Accepted;
    let unknown = is_let_in.then(|| imports_unknown(setup)).flatten();
    SetupResult {
        ok: problems.is_empty() && setup.has_ended(),
        clock,
        organisation: identifier(Cause::Organisation),
        partner: identifier(Cause::Partner),
        permissions: setup.permissions.iter().map(|permission| probed(setup, permission)).collect(),
        findings: problems.into_iter().chain(unknown).map(|fault| fault.in_language(setup.language())).collect(),
        credentials,
    }
}

fn clock(setup: &Setup) -> HostClock {
    let offset_seconds = setup.clock.offset_seconds();
    let state = match offset_seconds {
        None => ClockState::Unknown,
        Some(seconds) if seconds.unsigned_abs() < TOLERANCE_SECONDS => ClockState::Ok,
        Some(_) => ClockState::Off,
    };
    HostClock { state, offset_seconds }
}

fn credentials(setup: &Setup, clock: HostClock) -> Credentials {
    if let Some(refused) = setup.answers.iter().find(|answer| answer.outcome == Outcome::AuthenticationFailed) {
        let cause = match refused.cause {
            // What no word explains, a clock that is off may.
            Some(Cause::Unknown) | None if clock.state == ClockState::Off => Cause::Clock,
            cause => cause.unwrap_or(Cause::Unknown),
        };
        return Credentials {
            state: CredentialsState::Refused,
            cause: Some(cause),
            certain: refused.certain,
            netvisor_text: refused.text.clone(),
        };
    }
    let let_in = |answer: &Answer| matches!(answer.outcome, Outcome::Granted | Outcome::Missing);
    let state = if setup.answers.iter().any(let_in) { CredentialsState::Accepted } else { CredentialsState::Unknown };
    Credentials { state, cause: None, certain: state == CredentialsState::Accepted, netvisor_text: None }
}

fn probed(setup: &Setup, permission: &RequiredPermission) -> ProbedPermission {
    let answer = setup.answers.iter().find(|answer| answer.resource == permission.resource);
    let state = match answer.map(|answer| answer.outcome) {
        Some(Outcome::Granted) => PermissionState::Granted,
        Some(Outcome::Missing) => PermissionState::Missing,
        _ => PermissionState::Unknown,
    };
    let is_netvisors =
        |answer: &&Answer| !matches!(answer.outcome, Outcome::NotNetvisor | Outcome::AuthenticationFailed);
    ProbedPermission {
        group: permission.group,
        name: permission.name,
        resource: permission.resource,
        features: permission.features.clone(),
        state,
        netvisor_text: answer.filter(is_netvisors).and_then(|answer| answer.text.clone()),
    }
}

/// What is wrong.
fn problems(setup: &Setup, credentials: &Credentials, clock: HostClock) -> Vec<Fault> {
    let fault = |code| Fault::new(code, "");
    let mut problems = Vec::new();
    if let Some(cause) = credentials.cause {
        problems.extend(cause_finding(cause, clock).map(fault));
        if !credentials.certain {
            problems.push(fault(FaultCode::NetvisorAuthenticationFailed));
        }
    }
    if let (ClockState::Off, Some(seconds)) = (clock.state, clock.offset_seconds) {
        let code = if seconds > 0 { FaultCode::SetupClockAhead } else { FaultCode::SetupClockBehind };
        problems.push(fault(code).with(seconds.unsigned_abs()));
    }
    if setup.id_was_used {
        problems.push(fault(FaultCode::SetupTransactionIdUsed));
    }
    let missing: Vec<_> = setup.answers.iter().filter(|answer| answer.outcome == Outcome::Missing).collect();
    if missing.len() >= 2 && missing.len() == setup.answers.len() {
        problems.push(fault(FaultCode::SetupInterfaceOff).with(missing.len()));
    } else {
        problems.extend(missing.iter().filter_map(|answer| missing_permission(setup, answer)));
    }
    // The server's own page for what is not there, about everything: nothing of Netvisor's is at the address.
    let nothing_there = setup.answers.iter().all(|answer| answer.outcome == Outcome::NotFound);
    if nothing_there && !setup.answers.is_empty() {
        problems.push(fault(FaultCode::SetupAddressWrong));
        return problems;
    }
    for answer in &setup.answers {
        let status = answer.text.as_deref().unwrap_or_default();
        match answer.outcome {
            Outcome::Granted | Outcome::Missing | Outcome::AuthenticationFailed | Outcome::IdUsed => {}
            Outcome::Maintenance => problems.push(fault(FaultCode::NetvisorMaintenance)),
            Outcome::Unclear => problems.push(fault(FaultCode::SetupUnclear).with(&answer.resource)),
            Outcome::NotFound => problems.push(fault(FaultCode::SetupResourceUnknown).with(&answer.resource)),
            Outcome::NotNetvisor => problems.push(fault(FaultCode::SetupNotNetvisor).with(status)),
            Outcome::Unanswered => problems.push(fault(FaultCode::SetupUnanswered)),
            Outcome::NotConnected => problems.push(fault(FaultCode::SetupNotConnected)),
        }
    }
    problems
}

/// What to do about a cause; of a clock that was measured, the measure says it.
fn cause_finding(cause: Cause, clock: HostClock) -> Option<FaultCode> {
    match cause {
        Cause::Keys => Some(FaultCode::SetupKeysWrong),
        Cause::UrlChanged => Some(FaultCode::SetupUrlChanged),
        Cause::HeadersLost => Some(FaultCode::SetupHeadersLost),
        Cause::Partner => Some(FaultCode::SetupPartnerWrong),
        Cause::Organisation => Some(FaultCode::SetupOrganisationWrong),
        Cause::CustomerId => Some(FaultCode::SetupCustomerIdWrong),
        Cause::Clock => (clock.state != ClockState::Off).then_some(FaultCode::SetupTimeRefused),
        Cause::Unknown => None,
    }
}

fn missing_permission(setup: &Setup, answer: &Answer) -> Option<Fault> {
    let permission = setup.permissions.iter().find(|permission| permission.resource == answer.resource)?;
    Some(match permission.group.zip(permission.name) {
        Some((group, name)) => Fault::new(FaultCode::NetvisorServiceAccess, "").with(group).with(name),
        None => Fault::new(FaultCode::SetupPermissionUnnamed, "").with(permission.resource),
    })
}

/// Which rights no request can try.
fn imports_unknown(setup: &Setup) -> Option<Fault> {
    let imports = setup.permissions.iter().filter(|permission| !setup.probed.contains(&permission.resource));
    let names: Vec<String> = imports
        .map(|import| match import.group.zip(import.name) {
            Some((group, name)) => format!("{group} — {name}"),
            None => import.resource.to_owned(),
        })
        .collect();
    (!names.is_empty()).then(|| Fault::new(FaultCode::SetupImportsUnknown, "").with(names.join("; ")))
}
