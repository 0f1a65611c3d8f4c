use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::order::{Date, Quantity};

use super::NumberPlanOptions;
use super::book::Book;
use super::plan::{Numbering, plan};
use super::result::PlannedNumbers;

fn today() -> Date {
    Date::from_text("2026-01-15").expect("a date")
}

/// A document: its number, whether it is ours, and how many days ago it was made.
type Made = (u64, bool, u16);

fn book(documents: &[Made]) -> Book {
    let mut book = Book::default();
    for (number, is_ours, age) in documents {
        let date = Date::from_text("2025-09-01").expect("a date").plus_days(136_u64.saturating_sub(u64::from(*age)));
        book.add(Some(&number.to_string()), *is_ours, Some(date));
    }
    book
}

fn options(next_number: u64, per_day: Option<Decimal>, years: u64) -> NumberPlanOptions {
    NumberPlanOptions { next_number, per_day: per_day.and_then(Quantity::new), since: None, years: Some(years) }
}

fn planned(documents: &[Made], options: &NumberPlanOptions, offset: u64, manual_from: Option<u64>) -> PlannedNumbers {
    plan(&book(documents), options, Numbering { offset, manual_from }, today())
}

fn documents(up_to: u64) -> impl Strategy<Value = Vec<Made>> {
    let run =
        (1..up_to, 1_u64..40, any::<bool>(), 0_u16..300, any::<bool>()).prop_map(|(from, count, ours, age, grows)| {
            let age = move |place: u64| if grows { u16::try_from((count - place) * 2).unwrap_or(0) } else { age };
            (0..count).map(move |place| (from + place, ours, age(place))).collect::<Vec<_>>()
        });
    prop::collection::vec(run, 0..8).prop_map(|runs| runs.concat())
}

/// The first trouble the shop runs into, number by number and day by day.
fn first_trouble(plan: &PlannedNumbers, others: &[u64], per_day: Decimal, manual_from: Option<u64>, days: u64) -> bool {
    let first = plan.present.first_number;
    let reached = |run: &super::GrowingNumbers| {
        (1..)
            .take_while(|given: &u64| Decimal::from(given - 1) < run.per_day * Decimal::from(days + 1))
            .any(|given| run.to < first && run.to + given == first)
    };
    let mut taken = (0_u64..).take_while(|place| Decimal::from(*place) < per_day * Decimal::from(days + 1));
    taken.any(|place| others.contains(&(first + place)) || manual_from.is_some_and(|manual| first + place >= manual))
        || plan.growing.iter().any(reached)
}

proptest! {
    #[test]
    fn what_is_proposed_meets_no_number_of_others_while_it_has_to_last(
        documents in documents(5_000),
        next_number in 1_u64..3_000,
        per_day in 1_i64..3_000,
        years in 1_u64..12,
        offset in 0_u64..4_000,
        manual_from in prop::option::of(1_u64..20_000),
    ) {
        let options = options(next_number, Some(Decimal::new(per_day, 2)), years);
        let plan = planned(&documents, &options, offset, manual_from);
        let proposed = plan.proposed.clone().expect("small numbers leave room for any offset");
        let again = planned(&documents, &options, proposed.offset, Some(proposed.manual_from));
        prop_assert_eq!(again.present.works, Some(true), "{:?}", again);
        prop_assert_eq!(again.proposed.as_ref(), Some(&proposed), "what works is proposed again");
        let room = (per_day as u64 * 366 * years).div_ceil(100);
        prop_assert!(proposed.first_number + room < proposed.manual_from);
        let met = documents.iter().find(|(number, ours, _)| {
            !ours && (proposed.first_number..=proposed.first_number + room).contains(number)
        });
        prop_assert_eq!(met, None);
    }

    #[test]
    fn the_verdict_on_the_present_settings_is_that_of_going_through_the_numbers(
        documents in documents(600),
        next_number in 1_u64..400,
        per_day in 1_i64..120,
        offset in 0_u64..400,
        manual_from in prop::option::of(1_u64..1_500),
    ) {
        let per_day = Decimal::new(per_day, 2);
        let options = options(next_number, Some(per_day), 1);
        let plan = planned(&documents, &options, offset, manual_from);
        let others: Vec<u64> = documents.iter().filter(|made| !made.1).map(|made| made.0).collect();
        let trouble = first_trouble(&plan, &others, per_day, manual_from, 366);
        prop_assert_eq!(plan.present.works, Some(!trouble), "{:?}", plan.present);
    }

    #[test]
    fn a_book_is_what_its_text_says(documents in documents(1_000_000_000)) {
        let book = book(&documents);
        prop_assert_eq!(Book::from_text(&book.to_text(), 0), Some(book));
    }

    #[test]
    fn ranges_are_few_and_hold_every_number(documents in documents(100_000)) {
        let plan = planned(&documents, &options(1, None, 10), 0, None);
        prop_assert!(plan.ranges.len() <= 20);
        prop_assert_eq!(plan.ranges.iter().map(|range| range.count).sum::<usize>(), documents.len());
        for (number, ..) in &documents {
            let holding = plan.ranges.iter().filter(|range| (range.from..=range.to).contains(number));
            prop_assert_eq!(holding.count(), 1);
        }
    }
}

#[test]
fn many_ranges_are_told_as_twenty_with_the_smallest_gaps_passed_over() {
    let scattered: Vec<Made> = (1..=40_u64).map(|place| (place * place, false, 200)).collect();
    let plan = planned(&scattered, &options(1, None, 10), 0, None);
    let first = plan.ranges.first().expect("ranges");
    assert_eq!((plan.ranges.len(), first.from, first.to, first.count), (20, 1, 21 * 21, 21));
}

#[test]
fn the_last_day_counts_as_a_whole() {
    // 3,665 numbers at ten a day are used up on the last of 366 days.
    let options = options(1, Some(Decimal::TEN), 1);
    let plan = planned(&[(3_666, false, 200)], &options, 0, None);
    assert_eq!(plan.present.works, Some(false));
    assert_ne!(plan.proposed.expect("there is room").offset, 0);
    assert_eq!(planned(&[(3_671, false, 200)], &options, 0, Some(3_671)).present.works, Some(true));
}

#[test]
fn a_pace_is_measured_from_our_own_documents() {
    // Two numbers a day for ninety days, after an older document.
    let ours: Vec<Made> = (0..180).map(|place| (1_000 + place, true, (89 - place / 2) as u16)).collect();
    let older = [(999, true, 120)];
    let plan = planned(&[&older[..], &ours].concat(), &options(1_180, None, 10), 0, None);
    assert_eq!(plan.per_day, Some(Decimal::TWO));
    assert_eq!(planned(&older, &options(1_180, None, 10), 0, None).per_day, None);
}

#[test]
fn two_hundred_thousand_documents_are_a_short_text() {
    let documents: Vec<Made> = (0..200_000).map(|place| (place + 1, place % 10_000 < 9_000, 100)).collect();
    let text = book(&documents).to_text();
    assert!(text.len() < 1_000, "{}", text.len());
    assert_eq!(Book::from_text("1,1o*99999999999999", 0), None, "nor does a short text become a large book");
}
