//! Whether everything is in order for the first real request (§1.3–1.5, §4).
//!
//! A right to fetch is tried by asking for something that is not there: an empty answer and a complaint about the data both
//! prove it. A right to import can only be tried by importing, so it stays unknown.

mod answer;
mod authentication;
mod clock;
mod probe;
mod result;

pub use authentication::Cause;
pub use result::{
    Accepted, ClockState, Credentials, CredentialsState, HostClock, PermissionState, ProbedPermission, SetupResult,
};

use serde::Serialize;

use crate::Settings;
use crate::exchange::{Never, NoReplyKind};
use crate::fault::{Error, ErrorKind, FaultCode, Language};
use crate::fetch::{Failure, Progress, Step, Task, sealed};
use crate::strict_json::{self, record};
use crate::wire::Request;
use crate::wire::reply::{Refusal, Reply, read_envelope};

use super::need::Feature;
use super::permissions::{RequiredPermission, check_features, required_permissions};
use answer::{Answer, Outcome};
use clock::Clock;

/// How many failures of the line or of Netvisor are waited out over the whole check; a time-out, which took minutes, counts
/// twice.
const PATIENCE: u64 = 3;

/// The most of Netvisor's own text that is kept, in characters.
const MAX_TEXT: usize = 4_000;

/// A setup check hands out nothing on the way.
pub type SetupBatch = Never;

record! {
    /// What is checked.
    #[derive(Serialize)]
    pub strict struct SetupOptions {
        /// What the merchant wants to use.
        pub features: Vec<Feature> = vec![Feature::Export],
    }
}

/// Finds out whether credentials, clock and permissions are in order, by a GET for each right.
#[derive(Debug, Clone)]
pub struct Setup {
    settings: Settings,
    permissions: Vec<RequiredPermission>,
    /// The resources of those that can be tried without importing anything.
    probed: Vec<&'static str>,
    /// One for each of the probes that have been made, in their order.
    answers: Vec<Answer>,
    /// The probe under way.
    asked: Option<Request>,
    clock: Clock,
    failures: u64,
    /// A transaction id was refused as used before.
    id_was_used: bool,
}

record! {
    #[derive(Serialize)]
    lenient struct Position {
        answers: Vec<Answer>,
        failures: u64,
        id_was_used: bool,
        clock: Option<Vec<String>>,
    }
}

impl sealed::Sealed for Setup {}

impl Task for Setup {
    const KIND: &'static str = "setup_check";
    type Options = SetupOptions;
    type Batch = SetupBatch;
    type Result = SetupResult;

    fn read_options(json: &[u8]) -> Result<SetupOptions, Error> {
        let options: SetupOptions = strict_json::read(ErrorKind::Options, json)?;
        check_features(&options.features, "/features")?;
        Ok(options)
    }

    fn begin(options: &SetupOptions, settings: &Settings) -> Self {
        let permissions = required_permissions(settings, &options.features).permissions;
        let resources = permissions.iter().map(|permission| permission.resource);
        Self {
            settings: settings.clone(),
            probed: resources.filter(|resource| probe::probe(resource, settings, 0).is_some()).collect(),
            permissions,
            answers: Vec::new(),
            asked: None,
            clock: Clock::default(),
            failures: 0,
            id_was_used: false,
        }
    }

    fn next(&mut self, now: i64) -> Step<SetupBatch> {
        self.clock.is(now);
        if self.has_ended() {
            return Step::End;
        }
        let next = self.probed.get(self.answers.len());
        self.asked = next.and_then(|resource| probe::probe(resource, &self.settings, now));
        self.asked.clone().map_or(Step::End, Step::Ask)
    }

    fn take_reply(&mut self, status: u16, body: &[u8], sent_at: i64) -> Result<Reply, Error> {
        let resource = self.asked.as_ref().map_or("", |asked| &asked.resource);
        let reply = read_envelope(resource, status, body)?;
        if let Reply::Done(done) = &reply {
            self.clock.answered(done.timestamp, sent_at);
            self.note(Outcome::Granted, None);
        }
        Ok(reply)
    }

    fn accept(&mut self, failure: &Failure<'_>, sent_at: i64) -> bool {
        match failure {
            Failure::Refused(refusal) => {
                self.clock.answered(refusal.timestamp(), sent_at);
                self.take_refusal(refusal)
            }
            // There is no use in asking again for what the server does not have.
            Failure::Unreadable { status: 404, .. } => self.note(Outcome::NotFound, None),
            Failure::Unreadable { status, .. } => {
                self.is_out_of_patience(1) && self.note(Outcome::NotNetvisor, Some(status.to_string()))
            }
            Failure::NoReply(NoReplyKind::Timeout) => {
                self.is_out_of_patience(2) && self.note(Outcome::Unanswered, None)
            }
            Failure::NoReply(_) => self.is_out_of_patience(1) && self.note(Outcome::NotConnected, None),
        }
    }

    fn progress(&self) -> Progress {
        let total = if self.has_ended() { self.answers.len() } else { self.probed.len() };
        Progress { total: Some(total), done: self.answers.len() }
    }

    fn result(&self) -> SetupResult {
        result::result(self)
    }

    fn position(&self) -> String {
        crate::json::to_text(&Position {
            answers: self.answers.clone(),
            failures: self.failures,
            id_was_used: self.id_was_used,
            clock: self.clock.bounds.map(|(least, most)| vec![least.to_string(), most.to_string()]),
        })
    }

    fn go_to(&mut self, position: &[u8]) -> Option<()> {
        let position: Position = strict_json::read_stored(ErrorKind::Checkpoint, position).ok()?;
        // With other settings other rights are asked for, and the answers are none to these.
        let answered = position.answers.iter().map(|answer| answer.resource.as_str());
        if !answered.eq(self.probed.iter().copied().take(position.answers.len())) {
            return None;
        }
        self.clock.bounds = match position.clock.as_deref() {
            None => None,
            Some([least, most]) => Some((least.parse().ok()?, most.parse().ok()?)),
            Some(_) => return None,
        };
        self.answers = position.answers;
        self.failures = position.failures;
        self.id_was_used = position.id_was_used;
        Some(())
    }
}

impl Setup {
    fn language(&self) -> Language {
        self.settings.language()
    }

    /// Whether nothing more would be learnt by asking.
    fn has_ended(&self) -> bool {
        let all_missing = self.answers.len() >= 2 && self.answers.iter().all(|one| one.outcome == Outcome::NotFound);
        all_missing
            || self.answers.last().is_some_and(|answer| answer.outcome.ends_the_check())
            || self.answers.len() >= self.probed.len()
    }

    fn take_refusal(&mut self, refusal: &Refusal) -> bool {
        let text = || Some(refusal.netvisor_text().chars().take(MAX_TEXT).collect());
        match refusal.code() {
            FaultCode::NetvisorAuthenticationFailed => self.note(Outcome::AuthenticationFailed, text()),
            FaultCode::NetvisorServiceAccess => self.note(Outcome::Missing, text()),
            // It was let in, and then did not like what it was asked for.
            FaultCode::NetvisorInvalidData | FaultCode::NetvisorInvalidDataSize => self.note(Outcome::Granted, text()),
            FaultCode::NetvisorRequestNotUnique => {
                self.id_was_used = true;
                self.is_out_of_patience(1) && self.note(Outcome::IdUsed, text())
            }
            FaultCode::NetvisorMaintenance => self.is_out_of_patience(1) && self.note(Outcome::Maintenance, text()),
            FaultCode::NetvisorTechnicalError => self.is_out_of_patience(1) && self.note(Outcome::Unclear, text()),
            _ => self.note(Outcome::Unclear, text()),
        }
    }

    /// Counts a failure.
    fn is_out_of_patience(&mut self, weight: u64) -> bool {
        self.failures = self.failures.saturating_add(weight);
        self.failures >= PATIENCE
    }

    /// Notes the answer to the probe under way; always `true`.
    fn note(&mut self, outcome: Outcome, text: Option<String>) -> bool {
        if let Some(asked) = &self.asked {
            let evidence = (outcome == Outcome::AuthenticationFailed)
                .then(|| authentication::cause(text.as_deref().unwrap_or_default(), asked));
            self.answers.push(Answer {
                resource: asked.resource.clone(),
                outcome,
                text,
                cause: evidence.map(|(cause, _)| cause),
                certain: evidence.is_some_and(|(_, certain)| certain),
            });
        }
        true
    }
}
