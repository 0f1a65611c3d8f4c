//! Many numbers as few ranges.

use super::book::Numbered;
use super::result::NumberRange;

/// The most ranges that are told.
pub(super) const MAX_RANGES: usize = 20;

/// Splits sorted numbers where more than `gap` of them are missing, at the largest gaps if there are too many.
pub(super) fn split(sorted: &[Numbered], gap: u64) -> Vec<&[Numbered]> {
    let missing = |place: usize| match (sorted.get(place - 1), sorted.get(place)) {
        (Some(before), Some(after)) => (after.number - before.number).saturating_sub(1),
        _ => 0,
    };
    let mut places: Vec<usize> = (1..sorted.len()).filter(|place| missing(*place) > gap).collect();
    places.sort_by_key(|place| (std::cmp::Reverse(missing(*place)), *place));
    places.truncate(MAX_RANGES - 1);
    places.sort_unstable();
    let mut rest = sorted;
    let mut taken = 0;
    let mut ranges = Vec::new();
    for place in places {
        let Some((range, others)) = rest.split_at_checked(place - taken) else { break };
        ranges.push(range);
        (rest, taken) = (others, place);
    }
    if !rest.is_empty() {
        ranges.push(rest);
    }
    ranges
}

/// What is told of a range; `None` for an empty one.
pub(super) fn summary(range: &[Numbered]) -> Option<NumberRange> {
    let (first, last) = (range.first()?, range.last()?);
    let ours = range.iter().filter(|each| each.is_ours).count();
    let days = || range.iter().map(|each| each.day).filter(|day| day.0 > 0);
    Some(NumberRange {
        from: first.number,
        to: last.number,
        count: range.len(),
        ours,
        others: range.len() - ours,
        first_date: days().min().and_then(super::book::Day::date),
        last_date: days().max().and_then(super::book::Day::date),
    })
}
