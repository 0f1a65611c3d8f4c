//! A host that signs and sends to the simulator, with a clock of its own.

use netvisor_orders::exchange::{Input, NoReplyKind, Output, RequestId, WaitReason};
use netvisor_orders::json::Machine;
use netvisor_orders::{Connection, Settings, Stamp, json as operations, sign};
use netvisor_simulator::{Clock, Config, Request, Simulator};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// 2026-01-14, noon in UTC.
pub(crate) const NOW: i64 = 1_768_392_000_000;

pub(crate) fn settings(json: &Value) -> Settings {
    Settings::from_json(json.to_string().as_bytes()).expect("settings")
}

pub(crate) fn company() -> Simulator {
    Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() })
}

/// The credentials as the simulator knows them, with one of them changed.
pub(crate) fn connection_with(field: &str, value: &str) -> Connection {
    let mut connection = json!({
        "base_url": "https://isvapi.netvisor.fi", "sender": "Kauppa", "customer_id": "cust_1", "customer_key": "CKEY",
        "partner_id": "partner_1", "partner_key": "PKEY", "organisation_id": "1234567-1",
    });
    connection[field] = value.into();
    Connection::from_json(connection.to_string().as_bytes()).expect("a connection")
}

pub(crate) fn connection() -> Connection {
    connection_with("sender", "Kauppa")
}

/// What comes back from the line.
pub(crate) enum Answer {
    Reply(u16, Vec<u8>),
    None(NoReplyKind),
}

/// What becomes of each signed request, after so many milliseconds of waiting.
pub(crate) type Line<'a> = dyn FnMut(&Request, i64) -> Answer + 'a;

/// The simulator's answer; its clock goes on while the host waits.
pub(crate) fn answer(simulator: &mut Simulator, request: &Request, waited: i64) -> Answer {
    simulator.set_now(NOW + waited);
    let response = simulator.handle(request);
    Answer::Reply(response.status, response.body)
}

/// Makes transaction ids unique over all hosts.
static SENT: AtomicU64 = AtomicU64::new(0);

pub(crate) struct Host {
    pub(crate) connection: Connection,
    /// By the host's own clock.
    pub(crate) now: i64,
    /// The same transaction id for every request.
    pub(crate) repeats_ids: bool,
    pub(crate) resources: Vec<String>,
    /// Everything that was stored on the way.
    pub(crate) checkpoints: Vec<String>,
    pub(crate) waited: i64,
}

impl Host {
    pub(crate) fn new() -> Self {
        Self {
            connection: connection(),
            now: NOW,
            repeats_ids: false,
            resources: Vec::new(),
            checkpoints: Vec::new(),
            waited: 0,
        }
    }

    /// Runs a machine to its end over a simulator; gives the report.
    pub(crate) fn run(&mut self, machine: Box<dyn Machine>, simulator: &mut Simulator) -> Value {
        self.run_over(machine, &mut |request, waited| answer(simulator, request, waited))
    }

    /// Runs a machine to its end over any line; every checkpoint is stored.
    pub(crate) fn run_over(&mut self, mut machine: Box<dyn Machine>, line: &mut Line<'_>) -> Value {
        for _ in 0..2_000 {
            let (id, answer) = match machine.poll_output(self.now) {
                Output::Send(outgoing) => {
                    self.resources.push(outgoing.request.resource.clone());
                    let transaction = if self.repeats_ids { 0 } else { SENT.fetch_add(1, Ordering::Relaxed) };
                    let stamp = Stamp::new(self.now, &format!("tx-{transaction}")).expect("a stamp");
                    let signed = sign(outgoing.request, &self.connection, &stamp).expect("signed");
                    let request = Request {
                        method: signed.method.as_str().to_owned(),
                        url: signed.url,
                        headers: signed.headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
                        body: signed.body.unwrap_or_default().into_bytes(),
                    };
                    (outgoing.id, line(&request, self.waited))
                }
                Output::Wait { until, reason } => {
                    assert!(reason != WaitReason::InFlight && until > self.now);
                    self.checkpoints.push(machine.checkpoint());
                    self.waited += until - self.now;
                    self.now = until;
                    continue;
                }
                Output::Batch(batch) => panic!("a batch: {}", batch.as_str()),
                Output::Done(report) => {
                    self.checkpoints.push(machine.checkpoint());
                    return serde_json::from_str(report.as_str()).expect("JSON");
                }
            };
            self.hand_in(machine.as_mut(), id, &answer);
            self.checkpoints.push(machine.checkpoint());
        }
        panic!("it does not end");
    }

    fn hand_in(&mut self, machine: &mut dyn Machine, id: RequestId, answer: &Answer) {
        let input = match answer {
            Answer::Reply(status, body) => Input::Reply { id, status: *status, body },
            Answer::None(kind) => Input::NoReply { id, kind: *kind },
        };
        machine.handle_input(input).expect("the answer to the request under way");
    }

    /// The result of a setup check for an export and the plan of numbers.
    pub(crate) fn check(&mut self, settings: &Settings, simulator: &mut Simulator) -> Value {
        let report = self.run(begin(&["export"], settings), simulator);
        assert_eq!(report["finished"], true, "{report:#}");
        report["result"].clone()
    }
}

pub(crate) fn begin(features: &[&str], settings: &Settings) -> Box<dyn Machine> {
    let options = json!({"features": features}).to_string();
    operations::fetch("setup_check", options.as_bytes(), settings).expect("options")
}

/// The codes of the findings.
pub(crate) fn findings(result: &Value) -> Vec<&str> {
    let findings = result["findings"].as_array().expect("a list");
    findings.iter().map(|finding| finding["code"].as_str().expect("a code")).collect()
}
