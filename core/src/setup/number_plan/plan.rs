//! Whether the shop's numbers and Netvisor's meet, and what keeps them apart. Whole numbers and decimals only.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::document::MAX_NUMBER;
use crate::order::Date;

use super::book::{Book, Day, Numbered};
use super::result::{GrowingNumbers, ManualNumbers, PaceSource, PlannedNumbers, ProposedNumbering, Prospect};
use super::{NumberPlanOptions, growth, ranges};

/// How many numbers are left to a shop whose pace is not known.
const ROOM: u64 = 100_000;
/// What is made by hand begins here at least (§6.11).
const MANUAL: u64 = 1_000_000;

/// What is to be judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbering {
    pub(super) offset: u64,
    pub(super) manual_from: Option<u64>,
}

pub(super) fn plan(book: &Book, options: &NumberPlanOptions, numbering: Numbering, today: Date) -> PlannedNumbers {
    let sorted = book.sorted();
    let (ours, others): (Vec<Numbered>, Vec<Numbered>) = sorted.iter().copied().partition(|each| each.is_ours);
    let day = Day::of(Some(today));
    let given = options.per_day.map(|pace| (*pace, PaceSource::Option));
    let pace = given.or_else(|| Some((growth::pace(&ours, day)?, PaceSource::Documents)));
    let growing = growth::growing(&others, day);
    let around = Around {
        others: others.iter().map(|each| each.number).collect(),
        growing: &growing,
        next_number: options.next_number,
        per_day: pace.map(|(per_day, _)| per_day),
        days: options.days(),
        today,
    };
    PlannedNumbers {
        today,
        ours: ours.len(),
        others: others.len(),
        without_number: book.without_number,
        lowest: sorted.first().map(|each| each.number),
        highest: sorted.last().map(|each| each.number),
        ranges: ranges::split(&sorted, 0).into_iter().filter_map(ranges::summary).collect(),
        manual: numbering.manual_from.map(|from| around.manual(from)),
        per_day: around.per_day,
        per_day_from: pace.map(|(_, source)| source),
        present: around.prospect(numbering),
        proposed: around.proposal(numbering),
        growing,
    }
}

/// What settings are judged against.
pub(super) struct Around<'a> {
    /// Sorted.
    pub(super) others: Vec<u64>,
    pub(super) growing: &'a [GrowingNumbers],
    pub(super) next_number: u64,
    pub(super) per_day: Option<Decimal>,
    /// How many days the numbers have to last.
    pub(super) days: u64,
    pub(super) today: Date,
}

impl Around<'_> {
    fn manual(&self, from: u64) -> ManualNumbers {
        let above = above(&self.others, from);
        ManualNumbers { from, count: above.len(), lowest: above.first().copied(), highest: above.last().copied() }
    }

    /// What comes of the settings.
    pub(super) fn prospect(&self, numbering: Numbering) -> Prospect {
        let first_number = self.next_number.saturating_add(numbering.offset);
        let last_number = numbering.manual_from.map_or(MAX_NUMBER, |manual| (manual.max(1) - 1).min(MAX_NUMBER));
        let collides_at = above(&self.others, first_number).first().copied().filter(|number| *number <= last_number);
        let reached = |number: u64| self.days_to(first_number, number);
        let collides_after = collides_at.and_then(reached);
        let ends_after = reached(last_number.saturating_add(1).max(first_number));
        let overtaken = self.overtaken(first_number);
        let (overtaken_at, overtaken_after) = (overtaken.map(|(at, _)| at), overtaken.map(|(_, days)| days));
        let soon = |days: Option<u64>| days.is_some_and(|days| days <= self.days);
        let now = collides_at == Some(first_number) || first_number > last_number;
        let works = if now || [collides_after, ends_after, overtaken_after].into_iter().any(soon) {
            Some(false)
        } else {
            self.per_day.map(|_| true)
        };
        Prospect {
            offset: numbering.offset,
            manual_from: numbering.manual_from,
            first_number,
            works,
            collides_at,
            collides_on: collides_after.and_then(|days| self.date(days)),
            last_number,
            ends_on: ends_after.and_then(|days| self.date(days)),
            overtaken_at,
            overtaken_on: overtaken_after.and_then(|days| self.date(days)),
        }
    }

    /// The first of the shop's coming numbers if others come to it from below, and after how many days.
    fn overtaken(&self, first_number: u64) -> Option<(u64, u64)> {
        let below = self.growing.iter().filter(|run| run.to < first_number);
        let meeting = |run: &GrowingNumbers| {
            let between = Decimal::from(first_number - run.to - 1);
            Some((first_number, whole(between.checked_div(run.per_day)?)?))
        };
        below.filter_map(meeting).min_by_key(|(number, days)| (*days, *number))
    }

    /// The days until the shop comes to a number.
    fn days_to(&self, first_number: u64, number: u64) -> Option<u64> {
        let numbers = Decimal::from(number.checked_sub(first_number)?);
        if numbers.is_zero() {
            return Some(0);
        }
        whole(numbers.checked_div(self.per_day?)?)
    }

    fn date(&self, days: u64) -> Option<Date> {
        let date = self.today.plus_days(days);
        // The calendar has an end, and a day past it is no day.
        (days == 0 || date > self.today).then_some(date)
    }

    /// How many numbers grow out of a pace in the time they have to last, the last day included; rounded up.
    fn growth(&self, per_day: Decimal) -> u64 {
        let numbers = per_day.saturating_mul(Decimal::from(self.days + 1));
        numbers.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero).to_u64().unwrap_or(MAX_NUMBER)
    }

    /// The present offset if it keeps the numbers apart, else the smallest round one that does: a multiple of a power of ten
    /// above the shop's numbers, so that these can still be read in the document's.
    pub(super) fn proposal(&self, present: Numbering) -> Option<ProposedNumbering> {
        let room = self.per_day.map_or(ROOM, |per_day| self.growth(per_day));
        let highest = self.next_number.saturating_add(room);
        let powers = (0..15).map(|exponent| 10_u64.pow(exponent)).filter(|power| *power > highest);
        let round = powers.flat_map(|power| (1..=9).map(move |digit| digit * power));
        [present.offset, 0].into_iter().chain(round).find_map(|offset| {
            let first_number = self.next_number.checked_add(offset)?;
            let last_number = first_number.checked_add(room)?;
            let next_of_others = self.is_free(first_number, last_number)?;
            let fits = |manual: &u64| *manual > last_number && next_of_others.is_none_or(|others| *manual <= others);
            let kept = present.manual_from.filter(|_| offset == present.offset).filter(fits);
            let manual_from = kept.or_else(|| manual_from(last_number, next_of_others))?;
            let lasts_until = self.days_to(first_number, manual_from).and_then(|days| self.date(days));
            Some(ProposedNumbering { offset, manual_from, first_number, lasts_until })
        })
    }

    /// The lowest number of others above the range if the range is free, now and as far as others grow into it.
    fn is_free(&self, first_number: u64, last_number: u64) -> Option<Option<u64>> {
        let next_of_others = above(&self.others, first_number).first().copied();
        let is_reached = |run: &GrowingNumbers| {
            run.to < first_number && run.to.saturating_add(self.growth(run.per_day)) >= first_number
        };
        let is_free = last_number < MAX_NUMBER
            && next_of_others.is_none_or(|others| others > last_number)
            && !self.growing.iter().any(is_reached);
        is_free.then_some(next_of_others)
    }
}

/// The roundest number above the shop's at which what is made by hand may begin: not above what others have there.
fn manual_from(last_number: u64, next_of_others: Option<u64>) -> Option<u64> {
    let powers = (0..15).rev().map(|exponent| 10_u64.pow(exponent));
    match next_of_others {
        Some(others) => powers.map(|power| others / power * power).find(|round| *round > last_number),
        None => {
            let above = powers.rev().find(|power| *power > last_number && *power >= MANUAL);
            above.or_else(|| (last_number < MAX_NUMBER).then_some(last_number + 1))
        }
    }
}

/// Those of sorted numbers that are not below one.
fn above(sorted: &[u64], from: u64) -> &[u64] {
    sorted.get(sorted.partition_point(|number| *number < from)..).unwrap_or_default()
}

fn whole(days: Decimal) -> Option<u64> {
    days.trunc().to_u64()
}
