//! How fast numbers grow, from the dates of the documents that have them.

use rust_decimal::Decimal;

use super::book::{Day, Numbered};
use super::ranges::split;
use super::result::GrowingNumbers;

/// Numbers further apart than this are no run of the same numbering.
const GAP: u64 = 1_000;
/// The days over which growth is measured.
const WINDOW: u16 = 90;
/// A run that got nothing for so many days grows no more.
const IDLE: u16 = 30;
/// Fewer documents than this are no growth.
const FEWEST: usize = 3;
/// What is measured over less than a week is spread over one.
const SHORTEST: u16 = 7;

/// The runs that grow, lowest first.
pub(super) fn growing(sorted: &[Numbered], today: Day) -> Vec<GrowingNumbers> {
    split(sorted, GAP).into_iter().filter_map(|run| of_run(run, today).map(|growth| growth.0)).collect()
}

/// How many numbers a day documents of ours take, by the run that got one last.
pub(super) fn pace(ours: &[Numbered], today: Day) -> Option<Decimal> {
    let runs = split(ours, GAP).into_iter().filter_map(|run| of_run(run, today));
    runs.max_by_key(|(_, newest)| *newest).map(|(growth, _)| growth.per_day)
}

/// How much a run grew in the window: from the highest number it had before it to the highest within. Rounded up to two
/// decimals, since slow growth lets nobody prepare for less room than is needed.
fn of_run(run: &[Numbered], today: Day) -> Option<(GrowingNumbers, Day)> {
    let is_recent = |each: &&Numbered| each.day.0 > today.0.saturating_sub(WINDOW) && each.day.0 > 0;
    let recent: Vec<&Numbered> = run.iter().filter(is_recent).collect();
    if recent.len() < FEWEST {
        return None;
    }
    let (lowest, highest) = (recent.first()?.number, recent.last()?.number);
    let newest = recent.iter().map(|each| each.day).max()?;
    if newest.0 <= today.0.saturating_sub(IDLE) {
        return None;
    }
    let before = run.iter().filter(|each| !is_recent(each) && each.number < highest).map(|each| each.number).max();
    let days = match before {
        Some(_) => WINDOW,
        None => {
            let oldest = recent.iter().map(|each| each.day.0).min()?;
            (today.0.max(newest.0) - oldest + 1).max(SHORTEST)
        }
    };
    let grown = highest - before.unwrap_or(lowest.saturating_sub(1));
    let hundredths = grown.saturating_mul(100).div_ceil(u64::from(days));
    let per_day = Decimal::from(hundredths) / Decimal::ONE_HUNDRED;
    Some((GrowingNumbers { from: run.first()?.number, to: run.last()?.number, per_day }, newest))
}
