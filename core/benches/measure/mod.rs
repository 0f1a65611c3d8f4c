//! Measures things against a reference in turns: a machine that slows down slows down both. Times are those the thread was
//! running, since other work on the machine is none of theirs.

use std::hint::black_box;

use cpu_time::ThreadTime;

/// Something to be measured, and at most how many times the reference it should take.
pub(crate) struct Measured<'a> {
    name: String,
    limit: f64,
    run: Box<dyn Fn() + 'a>,
}

impl<'a> Measured<'a> {
    pub(crate) fn new<T>(name: &str, limit: f64, run: &'a dyn Fn() -> T) -> Self {
        Self { name: name.to_owned(), limit, run: Box::new(move || drop(black_box(run()))) }
    }
}

const ROUNDS: usize = 25;
const ROUND_SECONDS: f64 = 0.02;

/// Prints the reference's time, and of each thing its time and ratio: medians over rounds in which all take their turn.
pub(crate) fn side_by_side<T>(reference_name: &str, reference: impl Fn() -> T, measured: &[Measured<'_>]) {
    let reference = || drop(black_box(reference()));
    let mut turns = vec![Turn::new(&reference)];
    turns.extend(measured.iter().map(|thing| Turn::new(&*thing.run)));
    for _ in 0..ROUNDS {
        for turn in &mut turns {
            turn.times.push(seconds(turn.run, turn.calls));
        }
    }
    let mut medians = turns.iter_mut().map(|turn| {
        turn.times.sort_by(f64::total_cmp);
        turn.times[turn.times.len() / 2] * 1e6
    });
    let reference = medians.next().unwrap_or(f64::NAN);
    println!("{reference_name:<44} {reference:>10.2} µs");
    for (thing, median) in measured.iter().zip(medians) {
        let ratio = median / reference;
        let verdict = if ratio <= thing.limit { "within" } else { "OVER" };
        println!("  {:<42} {median:>10.2} µs = {ratio:>6.2} x, {verdict} {}", thing.name, thing.limit);
    }
}

/// What takes its turn, how many calls fill a round, and how long each took.
struct Turn<'a> {
    run: &'a dyn Fn(),
    calls: usize,
    times: Vec<f64>,
}

impl<'a> Turn<'a> {
    fn new(run: &'a dyn Fn()) -> Self {
        Self { run, calls: calls(run), times: Vec::new() }
    }
}

/// How many calls fill a round.
fn calls(run: &dyn Fn()) -> usize {
    let mut calls = 1;
    while seconds(run, calls) * (calls as f64) < ROUND_SECONDS {
        calls *= 2;
    }
    calls
}

/// Seconds per call.
fn seconds(run: &dyn Fn(), calls: usize) -> f64 {
    let start = ThreadTime::now();
    for _ in 0..calls {
        run();
    }
    start.elapsed().as_secs_f64() / calls as f64
}
