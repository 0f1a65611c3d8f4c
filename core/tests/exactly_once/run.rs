//! Exports a scenario through faults, kills and resumes, in virtual time.

use netvisor_orders::exchange::{Input, NoReplyKind, Outgoing, WaitReason};
use netvisor_orders::export::{OrderExport, Output, Report};
use netvisor_orders::{Connection, SignedRequest, Stamp, sign};
use netvisor_simulator::{Exchange, FaultsBySeed, Request, Silence};

use crate::random::Random;
use crate::scenario::{Kind, START, Scenario};

/// How long the host waits for an answer.
const TIMEOUT: i64 = 120_000;

/// What is done to the machine on purpose, to see that the checks notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tampering {
    None,
    /// Every look for what was sent says that there is nothing, and no time is waited for it.
    BlindLooks,
}

pub(crate) struct Finished {
    pub(crate) report: Report,
    /// How many requests were sent.
    pub(crate) sent: u64,
}

pub(crate) struct Run {
    random: Random,
    connection: Connection,
    now: i64,
    transaction: u64,
    sent: u64,
    /// So many requests may go wrong; then all go well.
    troubled: u64,
    /// The process is killed in so many of a hundred moments, while there is trouble.
    kills: u64,
    tampering: Tampering,
}

impl Run {
    pub(crate) fn new(seed: u64, tampering: Tampering) -> Self {
        let connection = Connection::from_json(
            br#"{"base_url": "https://isvapi.netvisor.fi", "sender": "Kauppa", "customer_id": "cust_1", "customer_key": "CKEY",
                "partner_id": "partner_1", "partner_key": "PKEY", "organisation_id": "1234567-1"}"#,
        )
        .expect("a connection");
        let mut random = Random::new(seed.rotate_left(32) ^ 0xFACE);
        let troubled = random.below(60);
        let kills = random.pick(&[0, 5, 20, 50]);
        Self { random, connection, now: START, transaction: 0, sent: 0, troubled, kills, tampering }
    }

    /// Runs to the end; `Err` says what is wrong with the machine itself.
    pub(crate) fn finish(&mut self, scenario: &mut Scenario) -> Result<Finished, String> {
        let per_mille = self.random.pick(&[0, 100, 300, 600, 900]);
        scenario.simulator.draw_faults(Some(FaultsBySeed::new(self.random.below(u64::MAX), per_mille)));
        let orders = serde_json::to_string(&scenario.orders).expect("JSON");
        let mut export = OrderExport::from_json(orders.as_bytes(), &scenario.settings).map_err(|e| e.to_string())?;
        let mut stored = export.checkpoint();
        let limit = 400 + 60 * scenario.orders.len() as u64;
        // The checkpoint is lost, and all orders are exported again an hour later. Drafts cannot be looked up (§3.11), so
        // nothing is promised for them then.
        let mut lost_after = (self.random.percent(40) && scenario.kind() != Kind::Draft).then(|| self.random.below(30));
        for _ in 0..limit * 4 {
            if lost_after.is_some_and(|requests| self.sent > requests) {
                lost_after = None;
                self.pass(3_600_000, scenario);
                export = OrderExport::from_json(orders.as_bytes(), &scenario.settings).map_err(|e| e.to_string())?;
                stored = export.checkpoint();
            }
            if self.sent > limit {
                return Err(format!("more than {limit} requests: {:#?}", export.report()));
            }
            match export.poll_output(self.now) {
                Output::Send(outgoing) => {
                    if outgoing.must_checkpoint {
                        stored = export.checkpoint();
                    }
                    if self.is_killed() {
                        export = self.resumed(&stored, scenario)?;
                        continue;
                    }
                    let answer = self.exchange(&outgoing, scenario);
                    if self.is_killed() {
                        export = self.resumed(&stored, scenario)?;
                        continue;
                    }
                    self.hand_in(&mut export, &outgoing, answer)?;
                    if self.is_killed() {
                        export = self.resumed(&stored, scenario)?;
                    }
                }
                Output::Wait { until, reason } => {
                    if reason == WaitReason::InFlight {
                        return Err("nothing is in flight".into());
                    }
                    if until <= self.now {
                        return Err(format!("waits for {until}, and it is {}", self.now));
                    }
                    if self.random.percent(30) {
                        stored = export.checkpoint();
                        export = self.resumed(&stored, scenario)?;
                    }
                    self.pass(
                        if self.tampering == Tampering::BlindLooks { 600_001 } else { until - self.now },
                        scenario,
                    );
                }
                Output::Done(report) if report.finished => return Ok(Finished { report, sent: self.sent }),
                // Given up for now: somebody resumes it when Netvisor is well again.
                Output::Done(_) => {
                    stored = export.checkpoint();
                    self.pass(3_600_000, scenario);
                    export = self.resumed(&stored, scenario)?;
                }
            }
        }
        Err(format!("it does not end: {:#?}", export.report()))
    }

    fn is_killed(&mut self) -> bool {
        self.sent < self.troubled && self.random.percent(self.kills)
    }

    /// A new process, some time later.
    fn resumed(&mut self, stored: &str, scenario: &mut Scenario) -> Result<OrderExport, String> {
        let later = self.random.pick(&[0, 1_000, 60_000, 900_000]);
        self.pass(later, scenario);
        OrderExport::resume(stored, &scenario.settings).map_err(|error| format!("{error}: {stored}"))
    }

    fn pass(&mut self, ms: i64, scenario: &mut Scenario) {
        self.now += ms;
        scenario.simulator.set_now(self.now);
    }

    fn exchange(&mut self, outgoing: &Outgoing, scenario: &mut Scenario) -> Exchange {
        self.sent += 1;
        self.transaction += 1;
        if self.sent > self.troubled {
            scenario.simulator.draw_faults(None);
        }
        let stamp = Stamp::new(self.now, &format!("t{}", self.transaction)).expect("a stamp");
        let signed = sign(outgoing.request.clone(), &self.connection, &stamp).expect("a request that can be signed");
        let answer = scenario.simulator.exchange(&sent(signed));
        let took = match &answer {
            Exchange::Answered { after_ms, .. } => 50 + *after_ms as i64,
            Exchange::Unanswered(Silence::Timeout) => TIMEOUT,
            Exchange::Unanswered(_) => 20,
        };
        self.pass(took, scenario);
        answer
    }

    fn hand_in(&mut self, export: &mut OrderExport, outgoing: &Outgoing, answer: Exchange) -> Result<(), String> {
        let id = outgoing.id;
        let is_look = outgoing.order.is_some() && !outgoing.must_checkpoint;
        let input = match &answer {
            Exchange::Answered { response, .. } if is_look && self.tampering == Tampering::BlindLooks => {
                let _ = response;
                Input::Reply { id, status: 200, body: empty_list(&outgoing.request.resource) }
            }
            Exchange::Answered { response, .. } => Input::Reply { id, status: response.status, body: &response.body },
            Exchange::Unanswered(silence) => Input::NoReply {
                id,
                kind: match silence {
                    Silence::Timeout => NoReplyKind::Timeout,
                    Silence::ConnectionReset => NoReplyKind::ConnectionLost,
                    Silence::ConnectionRefused => NoReplyKind::NotConnected,
                },
            },
        };
        export.handle_input(input).map_err(|error| error.to_string())
    }
}

fn sent(signed: SignedRequest) -> Request {
    Request {
        method: signed.method.as_str().to_owned(),
        url: signed.url,
        headers: signed.headers.into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
        body: signed.body.unwrap_or_default().into_bytes(),
    }
}

fn empty_list(resource: &str) -> &'static [u8] {
    match resource {
        "salesinvoicelist.nv" => {
            b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus><SalesInvoiceList/></Root>"
        }
        "customerlist.nv" => b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus><Customerlist/></Root>",
        "productlist.nv" => b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus><ProductList/></Root>",
        _ => b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus><Product/></Root>",
    }
}
