use serde::Serialize;

use crate::Settings;
use crate::exchange::{ANSWER_WITHIN, BackOff, Input, Outgoing, Output, RequestId, Trouble, WaitReason};
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::wire::reply::{Refusal, Reply, Retry};

use super::task::{Failure, Step, Task};

/// Fetches something step by step, over whatever HTTP its host has: see the [module](super).
#[derive(Debug, Clone)]
pub struct Fetch<T: Task> {
    pub(super) task: T,
    pub(super) options: T::Options,
    pub(super) next_id: u64,
    pub(super) requests: u64,
    settings: Settings,
    /// The latest time the host has named: one that goes backwards changes nothing.
    now: i64,
    in_flight: Option<(RequestId, i64)>,
    back_off: BackOff,
    /// What was wrong with the last answer, if it could not be read.
    unreadable: Option<Error>,
    stopped: Option<Stop>,
    ended: bool,
}

#[derive(Debug, Clone)]
enum Stop {
    Refused(Refusal),
    Unreachable,
}

/// How far a fetch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Progress {
    /// How many things there are, once that is known.
    pub total: Option<usize>,
    /// How many have been handed out.
    pub done: usize,
}

/// What became of a fetch.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report<R> {
    /// Whether everything was fetched and handed out.
    pub finished: bool,
    /// How many requests were given to the host.
    pub requests: u64,
    /// Why it ended before that, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Trouble>,
    /// What the host should know.
    pub notes: Vec<Fault>,
    /// What is there in the end.
    pub result: R,
}

impl<T: Task> Fetch<T> {
    /// Begins a fetch. The merchant's settings give the language of messages and the time after which it gives up.
    #[must_use]
    pub fn new(options: T::Options, settings: &Settings) -> Self {
        Self {
            task: T::begin(&options, settings),
            options,
            next_id: 1,
            requests: 0,
            settings: settings.clone(),
            now: i64::MIN,
            in_flight: None,
            back_off: BackOff::default(),
            unreadable: None,
            stopped: None,
            ended: false,
        }
    }

    /// Begins a fetch with its options as JSON; what is not given has its default.
    ///
    /// # Errors
    /// Everything that is wrong with the options.
    pub fn from_json(options: &[u8], settings: &Settings) -> Result<Self, Error> {
        let options = T::read_options(options).map_err(|error| error.in_language(settings.language()))?;
        Ok(Self::new(options, settings))
    }

    /// What to do next, at the host's present time in milliseconds since 1970.
    ///
    /// After an [`Output::Send`] there is nothing but [`Output::Wait`] until that request has its answer; polling changes
    /// nothing then.
    pub fn poll_output(&mut self, now: i64) -> Output<Report<T::Result>, T::Batch> {
        self.now = self.now.max(now);
        let now = self.now;
        if let Some((_, sent_at)) = self.in_flight {
            return Output::Wait { until: sent_at.saturating_add(ANSWER_WITHIN), reason: WaitReason::InFlight };
        }
        if self.stopped.is_some() {
            return Output::Done(self.report());
        }
        if let Some((until, reason)) = self.back_off.pending(now) {
            return Output::Wait { until, reason };
        }
        match self.task.next(now) {
            Step::Ask(request) => {
                let id = RequestId(self.next_id);
                self.next_id += 1;
                self.requests += 1;
                self.in_flight = Some((id, now));
                Output::Send(Outgoing { id, request, must_checkpoint: false, order: None })
            }
            Step::HandOut(batch) => Output::Batch(batch),
            Step::End => {
                self.ended = true;
                Output::Done(self.report())
            }
        }
    }

    /// Takes what became of the request that was given last.
    ///
    /// # Errors
    /// `request_id_unknown` when it is not that request's: nothing has changed.
    pub fn handle_input(&mut self, input: Input<'_>) -> Result<(), Error> {
        let id = input.id();
        let Some((_, sent_at)) = self.in_flight.take_if(|(awaited, _)| *awaited == id) else {
            let fault = Fault::new(FaultCode::RequestIdUnknown, "/id").with(id.0);
            return Err(Error::one(ErrorKind::Misuse, fault).in_language(self.settings.language()));
        };
        match input {
            Input::Reply { status, body, .. } => match self.task.take_reply(status, body, sent_at) {
                Ok(Reply::Done(_)) => self.answered(),
                Ok(Reply::Refused(refusal)) => self.refused(refusal, sent_at),
                Err(error) => {
                    if self.task.accept(&Failure::Unreadable { status, error: &error }, sent_at) {
                        self.answered();
                    } else {
                        self.unreadable = Some(error);
                        self.back_off(WaitReason::BackOff);
                    }
                }
            },
            Input::NoReply { kind, .. } => {
                if self.task.accept(&Failure::NoReply(kind), sent_at) {
                    self.answered();
                } else {
                    self.unreadable = None;
                    self.back_off(WaitReason::BackOff);
                }
            }
        }
        Ok(())
    }

    fn refused(&mut self, refusal: Refusal, sent_at: i64) {
        if self.task.accept(&Failure::Refused(&refusal), sent_at) {
            return self.answered();
        }
        match refusal.retry() {
            Retry::Later => self.back_off(WaitReason::Maintenance),
            // Nothing was to be changed, so it may be asked again whatever became of it.
            Retry::AfterLookUp | Retry::WithNewTransactionId => self.back_off(WaitReason::BackOff),
            Retry::Never => self.stopped = Some(Stop::Refused(refusal)),
        }
    }

    fn answered(&mut self) {
        self.back_off.reset();
        self.unreadable = None;
    }

    fn back_off(&mut self, reason: WaitReason) {
        if !self.back_off.fail(self.now, reason, self.settings.recovery.give_up_minutes) {
            self.stopped = Some(Stop::Unreachable);
        }
    }

    /// What has become of it so far.
    #[must_use]
    pub fn report(&self) -> Report<T::Result> {
        let language = self.settings.language();
        let stopped = self.stopped.as_ref().map(|stop| match stop {
            Stop::Refused(refusal) => {
                Trouble { faults: Vec::new(), refusal: Some(refusal.clone().in_language(language)) }
            }
            Stop::Unreachable => {
                let unreachable = Fault::new(FaultCode::NetvisorUnreachable, "");
                let mut faults = vec![unreachable.with(self.settings.recovery.give_up_minutes)];
                faults.extend(self.unreadable.iter().flat_map(Error::faults).cloned());
                Trouble { faults: faults.into_iter().map(|fault| fault.in_language(language)).collect(), refusal: None }
            }
        });
        Report {
            finished: self.ended,
            requests: self.requests,
            stopped,
            notes: self.task.notes().into_iter().map(|note| note.in_language(language)).collect(),
            result: self.task.result(),
        }
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.task.progress()
    }
}

/// There is no fetch of that kind.
pub(crate) fn kind_unknown(kinds: &[&str], settings: &Settings) -> Error {
    let fault = Fault::new(FaultCode::ValueNotAllowed, "").with(kinds.join(", "));
    Error::one(ErrorKind::Options, fault).in_language(settings.language())
}
