use chrono::{DateTime, Utc};

use crate::fault::Faults;
use crate::late::LateRequests;
use crate::reply::{self, Failure, Reply};
use crate::request::Query;
use crate::state::State;
use crate::{
    BookedDocument, Clock, Config, Fault, FaultsBySeed, LateRequest, MaintenanceSpelling, Request, Resource, Response,
    authentication, fetch, import,
};

/// A Netvisor with one company in it.
///
/// A request goes in, an answer comes out, and nothing but the state is touched: neither sockets nor, with
/// [`Clock::Fixed`], the machine's time. [`handle`](Self::handle) always answers; [`exchange`](Self::exchange) is the same
/// over a line that may lose, delay and spoil things. A clone is a company of its own from then on.
#[derive(Debug, Clone)]
pub struct Simulator {
    pub(crate) config: Config,
    pub(crate) state: State,
    faults: Faults,
    late: LateRequests,
    maintenance_until_ms: Option<i64>,
}

impl Simulator {
    /// A company that has nothing but the customer `TEMP` (key 1), and has allowed every resource.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self {
            config,
            state: State::new(),
            faults: Faults::default(),
            late: LateRequests::default(),
            maintenance_until_ms: None,
        }
    }

    /// Answers one request.
    pub fn handle(&mut self, request: &Request) -> Response {
        self.commit_due();
        let Some((resource, query)) = request.target(&self.config.base_url) else { return reply::not_found() };
        let outcome = self.let_in(request, resource).and_then(|()| self.carry_out(request, resource, &query));
        reply::respond(outcome, request.wants_http_status(), self.now())
    }

    /// Whether a request that arrives now may be carried out.
    fn let_in(&mut self, request: &Request, resource: Resource) -> Result<(), Failure> {
        *self.state.requests.entry(resource).or_default() += 1;
        let now = self.now();
        self.check_maintenance(now.timestamp_millis())?;
        let transaction_id = authentication::check(request, &self.config, now)?;
        if !self.state.transaction_ids.insert(transaction_id.to_owned()) {
            return Err(Failure::not_unique(transaction_id));
        }
        Ok(())
    }

    fn check_maintenance(&self, now_ms: i64) -> Result<(), Failure> {
        match self.maintenance_until_ms {
            Some(until_ms) if now_ms < until_ms => Err(Failure::maintenance(MaintenanceSpelling::Documented)),
            _ => Ok(()),
        }
    }

    fn carry_out(&mut self, request: &Request, resource: Resource, query: &Query) -> Result<Reply, Failure> {
        if !self.state.company.interface {
            return Err(Failure::no_interface());
        }
        if self.state.forbidden.contains(&resource) {
            return Err(Failure::no_access(resource.name()));
        }
        self.state.now = self.now();
        if resource.is_import() {
            import::import(&mut self.state, resource, query, request)
        } else {
            fetch::fetch(&self.state, resource, query, request.header("X-Netvisor-Interface-Language"))
        }
    }

    /// Lets a request in now, and carries it out that much later.
    pub(crate) fn take_late(&mut self, request: &Request, after_ms: u64) {
        self.commit_due();
        let Some((resource, _)) = request.target(&self.config.base_url) else { return };
        if self.let_in(request, resource).is_ok() {
            let after_ms = i64::try_from(after_ms).unwrap_or(i64::MAX);
            self.late.add(self.now().timestamp_millis().saturating_add(after_ms), request.clone());
        }
    }

    /// Carries out the late requests whose time has come, in the order in which it came.
    ///
    /// Every request, [`set_now`](Self::set_now) and [`set_clock`](Self::set_clock) do so by themselves. With [`Clock::System`], call it before looking at
    /// the state.
    pub fn commit_due(&mut self) {
        while let Some((due_ms, request)) = self.late.take_due(self.now().timestamp_millis()) {
            if let (Some((resource, query)), Ok(())) =
                (request.target(&self.config.base_url), self.check_maintenance(due_ms))
            {
                // Nobody is there any more to hear how it went.
                let _ = self.carry_out(&request, resource, &query);
            }
        }
    }

    /// Sets the clock to so many milliseconds since 1970-01-01 UTC, where it stays, and carries out what has become due.
    pub fn set_now(&mut self, unix_ms: i64) {
        self.set_clock(Clock::Fixed(unix_ms));
    }

    /// Takes the time from elsewhere, and carries out what has become due. A clock with an offset is one that a client's
    /// clock does not agree with.
    pub fn set_clock(&mut self, clock: Clock) {
        self.config.clock = clock;
        self.commit_due();
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.config.clock.now()
    }

    /// Plans what happens to the next request that has no plan yet, when it comes through [`exchange`](Self::exchange).
    /// `None` lets it go well.
    pub fn plan_fault(&mut self, fault: Option<Fault>) {
        self.faults.plan(fault);
    }

    /// Draws faults for the requests for which none is planned; `None` ends that.
    pub fn draw_faults(&mut self, by_seed: Option<FaultsBySeed>) {
        self.faults.draw_from(by_seed);
    }

    pub(crate) fn next_fault(&mut self) -> Option<Fault> {
        self.faults.next()
    }

    /// How many coming requests have a plan.
    #[must_use]
    pub fn planned_faults(&self) -> usize {
        self.faults.planned()
    }

    /// Until that time, in milliseconds since 1970-01-01 UTC, every request is answered with `SYSTEM_MAINTENANCE`, and late
    /// ones come to nothing. `None` ends the maintenance.
    pub fn set_maintenance_until(&mut self, unix_ms: Option<i64>) {
        self.maintenance_until_ms = unix_ms;
    }

    /// Every document in the books with its payments, by ascending key.
    pub fn documents(&self) -> impl Iterator<Item = BookedDocument> {
        self.state.booked_documents()
    }

    /// The requests still to be carried out, by the time they are due.
    pub fn late_requests(&self) -> impl Iterator<Item = LateRequest> {
        self.late.iter().map(|(due_ms, request)| LateRequest {
            due_ms,
            resource: request.target(&self.config.base_url).map(|(resource, _)| resource),
        })
    }

    /// How many requests for a resource have arrived, refused and late ones included.
    #[must_use]
    pub fn requests(&self, resource: Resource) -> u64 {
        self.state.requests.get(&resource).copied().unwrap_or_default()
    }

    /// The whole state, for assertions.
    ///
    /// Money is a string with a dot and two decimals. A document's `total_mismatch` tells that its amount is not the sum
    /// of its lines; `sent` holds the message with names in lower case.
    #[must_use]
    pub fn state_json(&self) -> serde_json::Value {
        let mut state = self.state.json();
        let late = self
            .late_requests()
            .map(|late| serde_json::json!({"due_ms": late.due_ms, "resource": late.resource.map(Resource::name)}));
        state["late"] = late.collect();
        state["planned_faults"] = self.planned_faults().into();
        state["maintenance_until_ms"] = self.maintenance_until_ms.into();
        state
    }
}
