use std::fmt::Write;

use chrono::{Days, NaiveDate};

use crate::document::MAX_NUMBER;
use crate::order::Date;

/// The numbers of a company's documents. Ten bytes each, since there may be some hundred thousand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Book {
    /// Twice the number, and one more where the document is ours.
    numbers: Vec<u64>,
    days: Vec<u16>,
    /// How many documents have no number that could meet one of ours.
    pub(super) without_number: u64,
}

/// More documents than any company has.
const MOST: u64 = 20_000_000;

/// One document's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Numbered {
    pub(super) number: u64,
    /// Whether the document has our marker.
    pub(super) is_ours: bool,
    pub(super) day: Day,
}

/// Days since 2000, counted from one; 0 for an unknown day, and for all before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Day(pub(super) u16);

impl Day {
    pub(super) fn of(date: Option<Date>) -> Self {
        let first = first_day().and_then(Date::new);
        let day = first.zip(date).map_or(0, |(first, date)| first.days_until(date) + 1);
        Self(u16::try_from(day.clamp(0, u16::MAX.into())).unwrap_or_default())
    }

    pub(super) fn date(self) -> Option<Date> {
        let days = self.0.checked_sub(1)?;
        first_day()?.checked_add_days(Days::new(days.into())).and_then(Date::new)
    }
}

fn first_day() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2000, 1, 1)
}

impl Book {
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(super) fn add(&mut self, number: Option<&str>, is_ours: bool, date: Option<Date>) {
        match number.and_then(|number| number.trim().parse().ok()).filter(|number| (1..=MAX_NUMBER).contains(number)) {
            Some(number) => self.push(number, is_ours, Day::of(date)),
            None => self.without_number += 1,
        }
    }

    fn push(&mut self, number: u64, is_ours: bool, day: Day) {
        self.numbers.push(number << 1 | u64::from(is_ours));
        self.days.push(day.0);
    }

    pub(super) fn append(&mut self, mut other: Self) {
        self.numbers.append(&mut other.numbers);
        self.days.append(&mut other.days);
        self.without_number += other.without_number;
    }

    fn each(&self) -> impl Iterator<Item = Numbered> {
        self.numbers.iter().zip(&self.days).map(|(number, day)| Numbered {
            number: number >> 1,
            is_ours: number & 1 == 1,
            day: Day(*day),
        })
    }

    /// By number.
    pub(super) fn sorted(&self) -> Vec<Numbered> {
        let mut sorted: Vec<Numbered> = self.each().collect();
        sorted.sort_unstable();
        sorted
    }

    /// As text for a checkpoint: of each document how much its number and its day are above those before, and `o` for ours or
    /// `f` for foreign; `*3` repeats that thrice more. Most books are a run of numbers, so this is short.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        let (mut number, mut day) = (0_u64, 0_u16);
        let mut last: Option<(i128, i32, bool)> = None;
        let mut repeats = 0_u64;
        let end = |text: &mut String, repeats: &mut u64| {
            if *repeats > 0 {
                // A String takes everything.
                let _ = write!(text, "*{repeats}");
                *repeats = 0;
            }
        };
        for each in self.each() {
            let step =
                (i128::from(each.number) - i128::from(number), i32::from(each.day.0) - i32::from(day), each.is_ours);
            (number, day) = (each.number, each.day.0);
            if last == Some(step) {
                repeats += 1;
                continue;
            }
            end(&mut text, &mut repeats);
            let separator = if text.is_empty() { "" } else { " " };
            let owner = if each.is_ours { 'o' } else { 'f' };
            let _ = write!(text, "{separator}{},{}{owner}", step.0, step.1);
            last = Some(step);
        }
        end(&mut text, &mut repeats);
        text
    }

    /// Reads what [`to_text`](Self::to_text) wrote; `None` for anything else.
    pub(super) fn from_text(text: &str, without_number: u64) -> Option<Self> {
        let mut book = Self { without_number, ..Self::default() };
        let (mut number, mut day) = (0_i128, 0_i32);
        for word in text.split_whitespace() {
            let (word, repeats) = match word.split_once('*') {
                Some((word, repeats)) => (word, repeats.parse::<u64>().ok()?),
                None => (word, 0),
            };
            if repeats.saturating_add(book.len() as u64) >= MOST {
                return None;
            }
            let (step, is_ours) = match word.strip_suffix('o') {
                Some(step) => (step, true),
                None => (word.strip_suffix('f')?, false),
            };
            let (number_step, day_step) = step.split_once(',')?;
            let (number_step, day_step) = (number_step.parse::<i128>().ok()?, day_step.parse::<i32>().ok()?);
            for _ in 0..=repeats {
                number = number.checked_add(number_step)?;
                day = day.checked_add(day_step)?;
                let whole = u64::try_from(number).ok().filter(|number| *number <= MAX_NUMBER)?;
                book.push(whole, is_ours, Day(u16::try_from(day).ok()?));
            }
        }
        Some(book)
    }
}
