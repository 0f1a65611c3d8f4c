//! Every order ends up in Netvisor exactly once, whatever happens on the way.
//!
//! Random orders by random settings are exported to the simulator, which shares no code with the library, through random faults
//! (answers lost, requests carried out minutes late, broken connections, gateway errors, maintenance, spoiled bodies), and the
//! exporting process is killed and resumed at random moments. Time is virtual. Each schedule is named by its seed:
//!
//! ```text
//! SEED=1234 cargo test -p netvisor-orders --test exactly_once      # one schedule
//! SCHEDULES=1000000 FROM=20000 cargo test …                        # many others
//! SECONDS=600 FROM=20000 cargo test …                              # as many as there is time for
//! ```
//!
//! A seed that has failed once goes into `regressions.txt` and is tried ever after.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may read the environment, and stop"
)]

mod check;
mod random;
mod run;
mod scenario;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use run::{Run, Tampering};
use scenario::Scenario;

/// How often orders ended in which way.
type Outcomes = BTreeMap<&'static str, u64>;

/// What is wrong after one schedule.
fn faults_of(seed: u64, tampering: Tampering, outcomes: &mut Outcomes) -> Vec<String> {
    let mut scenario = Scenario::new(seed);
    let before = scenario.simulator.clone();
    let mut run = Run::new(seed, tampering);
    match run.finish(&mut scenario) {
        Ok(finished) => {
            // What is still under way is carried out.
            scenario.simulator.set_now(scenario::START + 365 * 86_400_000);
            for order in &finished.report.orders {
                *outcomes.entry(order.outcome.as_str()).or_default() += 1;
            }
            let mut faults = check::faults(&scenario, &before, &finished.report);
            if finished.report.requests > finished.sent + 400 {
                faults.push(format!("{} requests reported, {} sent", finished.report.requests, finished.sent));
            }
            faults
        }
        Err(fault) => vec![fault],
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a number"))
}

fn try_all(seeds: impl Iterator<Item = u64> + Send) -> Outcomes {
    let seeds = Mutex::new(seeds);
    let failed = Mutex::new(Vec::new());
    let outcomes = Mutex::new(Outcomes::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                let mut seen = Outcomes::new();
                loop {
                    let Some(seed) = seeds.lock().unwrap().next() else { break };
                    let faults = faults_of(seed, Tampering::None, &mut seen);
                    if !faults.is_empty() {
                        failed.lock().unwrap().push((seed, faults));
                    }
                }
                let mut outcomes = outcomes.lock().unwrap();
                seen.into_iter().for_each(|(outcome, count)| *outcomes.entry(outcome).or_default() += count);
            });
        }
    });
    let mut failed = failed.into_inner().unwrap();
    failed.sort();
    let seeds: Vec<u64> = failed.iter().map(|(seed, _)| *seed).collect();
    if let Some((seed, faults)) = failed.first() {
        panic!(
            "{} schedules failed, seeds {:?}…; seed {seed}:\n{}",
            failed.len(),
            &seeds[..seeds.len().min(20)],
            faults.join("\n")
        );
    }
    outcomes.into_inner().unwrap()
}

#[test]
fn every_order_is_there_exactly_once() {
    if let Some(seed) = number("SEED") {
        try_all(std::iter::once(seed));
        return;
    }
    let from = number("FROM").unwrap_or(0);
    let outcomes = match number("SECONDS") {
        Some(seconds) => {
            let end = Instant::now() + Duration::from_secs(seconds);
            try_all((from..).take_while(move |_| Instant::now() < end))
        }
        None => try_all(from..from + number("SCHEDULES").unwrap_or(20_000)),
    };
    println!("{outcomes:?}");
    // Schedules that never lead to one of these prove nothing about it.
    for outcome in ["exported", "already_exported", "incomplete", "in_doubt", "rejected", "failed"] {
        assert!(outcomes.contains_key(outcome), "no order was {outcome}: {outcomes:?}");
    }
}

#[test]
fn what_went_wrong_once_does_not_again() {
    let seeds = include_str!("regressions.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    try_all(seeds.map(|line| line.split_whitespace().next().unwrap().parse().expect("a seed")));
}

/// A test of the test: an export whose looks before sending again show nothing must be caught.
#[test]
fn an_export_that_does_not_look_is_caught() {
    let caught =
        (0..400).filter(|seed| !faults_of(*seed, Tampering::BlindLooks, &mut Outcomes::new()).is_empty()).count();
    assert!(caught >= 20, "only {caught} of 400 schedules have noticed");
}
