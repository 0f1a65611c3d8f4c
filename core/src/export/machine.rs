use std::collections::HashMap;

use crate::exchange::{ANSWER_WITHIN, BackOff, Input, NoReplyKind, Outgoing, RequestId, Trouble, WaitReason};
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::Order;
use crate::settings::Settings;
use crate::wire::Request;

use super::advance::{self, Next};
use super::agenda::Agenda;
use super::entry::{Answer, Doubt, Entry, Settled, Step};
use super::look;
use super::output::Output;
use super::registers::Registers;
use super::report::{Progress, Report};
use super::schedule::Schedule;

/// Exports orders step by step, over whatever HTTP its host has: see the [module](super).
#[derive(Debug, Clone)]
pub struct OrderExport {
    pub(super) settings: Settings,
    pub(super) entries: Vec<Entry>,
    pub(super) next_id: u64,
    pub(super) requests: u64,
    /// The latest time the host has named: one that goes backwards changes nothing.
    now: i64,
    registers: Registers,
    agenda: Agenda,
    schedule: Schedule,
    in_flight: Option<InFlight>,
    back_off: BackOff,
    stopped: Option<Stop>,
}

/// The request whose answer is awaited.
#[derive(Debug, Clone)]
pub(super) struct InFlight {
    id: RequestId,
    pub(super) resource: String,
    pub(super) purpose: Purpose,
    pub(super) sent_at: i64,
}

/// What a request is for; orders by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The agenda's present look-up.
    LookUp,
    /// To find what was sent for an order.
    Look(usize),
    /// To do the step an order's doubt names.
    Step(usize),
    /// To change the card of an order's customer.
    UpdateCustomer(usize),
}

/// Why a run ended before its orders had.
#[derive(Debug, Clone)]
pub(super) enum Stop {
    /// Netvisor refused something that no other order would be spared.
    Refused(Answer),
    /// There was no answer for too long.
    Unreachable,
}

impl OrderExport {
    /// Begins an export. An order that cannot become a document by these settings is rejected, and so are orders that would
    /// share a document number; neither keeps the others from being exported.
    #[must_use]
    pub fn new(orders: Vec<Order>, settings: &Settings) -> Self {
        Self::from_entries(orders.into_iter().map(|order| Entry::new(order, settings)).collect(), settings)
    }

    pub(super) fn from_entries(mut entries: Vec<Entry>, settings: &Settings) -> Self {
        reject_duplicates(&mut entries);
        Self::assemble(entries, settings, Position::default())
    }

    /// Puts a machine together that has yet to look everything up.
    pub(super) fn assemble(entries: Vec<Entry>, settings: &Settings, position: Position) -> Self {
        let mut registers = Registers::default();
        for entry in entries.iter().filter(|entry| entry.settled.is_none()) {
            let doubted = entry.doubt.as_ref().and_then(|doubt| look::resource(entry, &doubt.step, settings));
            doubted.into_iter().for_each(|resource| registers.doubt(resource));
        }
        let open = || (0..entries.len()).filter(|&index| entries[index].settled.is_none());
        let in_doubt = open().filter(|&index| entries[index].doubt.is_some());
        let others = open().filter(|&index| entries[index].doubt.is_none());
        Self {
            schedule: Schedule::new(in_doubt.chain(others)),
            agenda: Agenda::new(&entries),
            settings: settings.clone(),
            entries,
            next_id: position.next_id,
            requests: position.requests,
            now: i64::MIN,
            registers,
            in_flight: None,
            back_off: BackOff::default(),
            stopped: None,
        }
    }

    /// What to do next, at the host's present time in milliseconds since 1970.
    ///
    /// After a [`Output::Send`] there is nothing but [`Output::Wait`] until that request has its answer; polling changes nothing
    /// then.
    pub fn poll_output(&mut self, now: i64) -> Output {
        self.now = self.now.max(now);
        let now = self.now;
        if let Some(in_flight) = &self.in_flight {
            let until = in_flight.sent_at.saturating_add(ANSWER_WITHIN);
            return Output::Wait { until, reason: WaitReason::InFlight };
        }
        if self.stopped.is_some() {
            return Output::Done(self.report());
        }
        if let Some((until, reason)) = self.back_off.pending(now) {
            return Output::Wait { until, reason };
        }
        self.schedule.wake(now);
        while let Some(index) = self.schedule.current() {
            // The look-ups for all orders come first, but for what an earlier process left in doubt: to find that may save
            // the look-ups.
            if self.entries[index].doubt.is_none()
                && let Some(look_up) = self.agenda.next(&self.entries, &self.settings)
                && let Some(request) = look_up.request(&self.entries, &self.settings)
            {
                return self.send(request, Purpose::LookUp);
            }
            match advance::next(&mut self.entries[index], &self.settings, &self.registers, now) {
                Next::Send { step, request } => return self.send_step(index, step, request),
                Next::UpdateCustomer { request } => return self.send(request, Purpose::UpdateCustomer(index)),
                Next::Look(request) => return self.send(request, Purpose::Look(index)),
                Next::SetAside(until) => self.schedule.set_aside(until),
                Next::WaitFor(resource) => self.schedule.wait_for(resource),
                Next::Ended => self.schedule.next(),
            }
        }
        match self.schedule.next_wake() {
            Some(until) => Output::Wait { until, reason: WaitReason::Quarantine },
            None => Output::Done(self.report()),
        }
    }

    fn send_step(&mut self, index: usize, step: Step, request: Request) -> Output {
        let resource = look::resource(&self.entries[index], &step, &self.settings);
        resource.into_iter().for_each(|resource| self.registers.doubt(resource));
        let entry = &mut self.entries[index];
        entry.attempts += 1;
        entry.doubt = Some(Doubt { step, since: self.now, looked: false, above: 0, refusal: None });
        self.send(request, Purpose::Step(index))
    }

    fn send(&mut self, request: Request, purpose: Purpose) -> Output {
        let id = RequestId(self.next_id);
        self.next_id += 1;
        self.requests += 1;
        let order = match purpose {
            Purpose::LookUp => None,
            Purpose::Look(index) | Purpose::Step(index) | Purpose::UpdateCustomer(index) => {
                self.entries[index].requests += 1;
                Some(self.entries[index].number.clone())
            }
        };
        self.in_flight = Some(InFlight { id, resource: request.resource.clone(), purpose, sent_at: self.now });
        let must_checkpoint = matches!(purpose, Purpose::Step(_) | Purpose::UpdateCustomer(_));
        Output::Send(Outgoing { id, request, must_checkpoint, order })
    }

    /// Takes what became of the request that was given last.
    ///
    /// # Errors
    /// `request_id_unknown` when it is not that request's: nothing has changed.
    pub fn handle_input(&mut self, input: Input<'_>) -> Result<(), Error> {
        let id = input.id();
        let Some(in_flight) = self.in_flight.take_if(|in_flight| in_flight.id == id) else {
            let fault = Fault::new(FaultCode::RequestIdUnknown, "/id").with(id.0);
            return Err(Error::one(ErrorKind::Misuse, fault).in_language(self.settings.language()));
        };
        match input {
            Input::Reply { status, body, .. } => self.take_reply(&in_flight, status, body),
            Input::NoReply { kind, .. } => self.take_no_reply(&in_flight, kind),
        }
        Ok(())
    }

    fn take_no_reply(&mut self, in_flight: &InFlight, kind: NoReplyKind) {
        match (in_flight.purpose, kind) {
            // It never left: there is no doubt, and no attempt was made.
            (Purpose::Step(index), NoReplyKind::NotConnected) => {
                self.entries[index].attempts -= 1;
                self.with_entry(index, |entry, _, _| entry.doubt = None);
                self.back_off(WaitReason::BackOff);
            }
            // The look that comes next tells whether Netvisor can be reached.
            (Purpose::Step(_), NoReplyKind::Timeout | NoReplyKind::ConnectionLost) => {}
            (Purpose::LookUp | Purpose::Look(_) | Purpose::UpdateCustomer(_), _) => self.back_off(WaitReason::BackOff),
        }
    }

    /// Changes an order, and lets those go on that waited for a card it was in doubt about.
    pub(super) fn with_entry(&mut self, index: usize, change: impl FnOnce(&mut Entry, &mut Registers, &Settings)) {
        let entry = &mut self.entries[index];
        let doubted = entry.doubt.as_ref().and_then(|doubt| look::resource(entry, &doubt.step, &self.settings));
        change(entry, &mut self.registers, &self.settings);
        if let Some(resource) = doubted.filter(|_| entry.doubt.is_none()) {
            self.registers.settle_doubt(&resource);
            self.schedule.release(&resource);
        }
    }

    pub(super) fn parts(&mut self) -> (&mut [Entry], &mut Registers, &mut Agenda, &Settings) {
        (&mut self.entries, &mut self.registers, &mut self.agenda, &self.settings)
    }

    pub(super) fn back_off(&mut self, reason: WaitReason) {
        if !self.back_off.fail(self.now, reason, self.settings.recovery.give_up_minutes) {
            self.stopped = Some(Stop::Unreachable);
        }
    }

    pub(super) fn answered(&mut self) {
        self.back_off.reset();
    }

    pub(super) fn stop(&mut self, answer: Answer) {
        self.stopped = Some(Stop::Refused(answer));
    }

    /// What has become of the orders so far. An order on its way is `incomplete` if its document is there, `in_doubt` if
    /// nobody knows, else `pending`.
    #[must_use]
    pub fn report(&self) -> Report {
        let language = self.settings.language();
        let stopped = self.stopped.as_ref().map(|stop| match stop {
            Stop::Refused(answer) => {
                Trouble { faults: Vec::new(), refusal: Some(answer.refusal.clone().in_language(language)) }
            }
            Stop::Unreachable => {
                let fault = Fault::new(FaultCode::NetvisorUnreachable, "");
                let fault = fault.with(self.settings.recovery.give_up_minutes).in_language(language);
                Trouble { faults: vec![fault], refusal: None }
            }
        });
        Report {
            finished: self.entries.iter().all(|entry| entry.settled.is_some()),
            orders: self.entries.iter().map(|entry| entry.report(&self.settings, stopped.as_ref())).collect(),
            requests: self.requests,
            stopped,
        }
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            total: self.entries.len(),
            done: self.entries.iter().filter(|entry| entry.settled.is_some()).count(),
            current: self.schedule.current().map(|index| self.entries[index].number.clone()),
        }
    }
}

/// Where an export stands beside its orders.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position {
    pub(super) next_id: u64,
    pub(super) requests: u64,
}

impl Default for Position {
    fn default() -> Self {
        Self { next_id: 1, requests: 0 }
    }
}

/// Rejects orders that share a number with another: one marker or one document number cannot stand for two orders.
fn reject_duplicates(entries: &mut [Entry]) {
    let mut places: HashMap<(bool, String), Vec<usize>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.settled.is_none()) {
        places.entry((false, entry.number.trim().to_owned())).or_default().push(index);
        if let Some(number) = entry.document_number {
            places.entry((true, number.to_string())).or_default().push(index);
        }
    }
    for ((_, number), shared) in places.into_iter().filter(|(_, orders)| orders.len() > 1) {
        for index in shared {
            let entry = &mut entries[index];
            let number = entry.document_number.map_or_else(|| number.clone(), |number| number.to_string());
            if entry.settled.is_none() {
                let fault = Fault::new(FaultCode::OrderNumberDuplicate, "/number").with(number);
                entry.settle(Settled::rejected([fault]));
            }
        }
    }
}
