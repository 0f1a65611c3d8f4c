//! The host's clock beside Netvisor's.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use crate::fetch::last_sunday;
use crate::wire::reply::FinnishTime;

/// How far the host's clock is ahead of Netvisor's, as far as the answers tell. Netvisor's time stamps have whole seconds, and
/// an answer was written at some moment between its request and the host's next word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Clock {
    /// In milliseconds, from least to most.
    pub(super) bounds: Option<(i64, i64)>,
    /// The last answer, whose upper bound the host's next word gives.
    pending: Option<(FinnishTime, i64)>,
}

impl Clock {
    /// Netvisor answered at its time, to a request sent at the host's.
    pub(super) fn answered(&mut self, netvisor: Option<FinnishTime>, sent_at: i64) {
        self.pending = netvisor.map(|netvisor| (netvisor, sent_at));
    }

    /// The host has the answer, and this time.
    pub(super) fn is(&mut self, now: i64) {
        let Some((netvisor, sent_at)) = self.pending.take() else { return };
        let ahead = |at: i64| (sent_at.saturating_sub(at).saturating_sub(1_000), now.saturating_sub(at));
        // In the hour that comes twice, the moment nearer to the host's is meant.
        let Some((least, most)) =
            moments(netvisor.local()).map(ahead).min_by_key(|&bounds| nearest_to_zero(bounds).abs())
        else {
            return;
        };
        self.bounds = Some(match self.bounds {
            Some((known_least, known_most)) if known_least.max(least) <= known_most.min(most) => {
                (known_least.max(least), known_most.min(most))
            }
            // Nothing known yet, or a clock that was put right in between.
            _ => (least, most),
        });
    }

    /// Seconds the host is ahead by, at least; below zero, behind. `None` when no answer had a time.
    pub(super) fn offset_seconds(&self) -> Option<i64> {
        self.bounds
            .map(nearest_to_zero)
            .map(|milliseconds| milliseconds.signum() * ((milliseconds.abs() + 999) / 1_000))
    }
}

fn nearest_to_zero((least, most): (i64, i64)) -> i64 {
    if least > 0 {
        least
    } else if most < 0 {
        most
    } else {
        0
    }
}

/// The moments, in milliseconds since 1970, at which it is that time in Finland: two in the hour that comes twice. In the hour
/// that is left out there is none, and the one by winter time is taken.
fn moments(local: NaiveDateTime) -> impl Iterator<Item = i64> {
    let by = |hours: i64| local.checked_sub_signed(TimeDelta::hours(hours)).unwrap_or(local);
    let (summer, winter) = (by(3), by(2));
    let in_summer = is_summer(summer).then_some(summer);
    let in_winter = (in_summer.is_none() || !is_summer(winter)).then_some(winter);
    in_summer.into_iter().chain(in_winter).map(|moment| moment.and_utc().timestamp_millis())
}

/// Whether it is summer time in the European Union: from the last Sunday of March to that of October, at one o'clock UTC.
fn is_summer(utc: NaiveDateTime) -> bool {
    use chrono::Datelike;
    let turn = |month| last_sunday(utc.year(), month).and_time(NaiveTime::MIN) + TimeDelta::hours(1);
    (turn(3)..turn(10)).contains(&utc)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::read_local_time;

    fn milliseconds(utc: &str) -> i64 {
        read_local_time(utc).expect(utc).and_utc().timestamp_millis()
    }

    /// The offset of a host whose clock shows `host` when Netvisor's shows `netvisor`.
    fn offset(host: &str, netvisor: &str) -> Option<i64> {
        let mut clock = Clock::default();
        let sent_at = milliseconds(host);
        clock.answered(read_local_time(netvisor).map(FinnishTime::at), sent_at);
        clock.is(sent_at + 300);
        clock.offset_seconds()
    }

    #[test]
    fn netvisors_time_is_finnish_in_winter_and_in_summer() {
        for (host, netvisor, expected) in [
            ("2026-01-15T10:00:00", "2026-01-15T12:00:00", 0),
            ("2026-07-15T09:00:00", "2026-07-15T12:00:00", 0),
            ("2026-01-15T12:00:00", "2026-01-15T12:00:00", 7_199),
            ("2026-01-15T09:50:00", "2026-01-15T12:00:00", -600),
            // The clocks go forward on 29 March at three, and back on 25 October at four.
            ("2026-03-29T00:59:59", "2026-03-29T02:59:59", 0),
            ("2026-03-29T01:00:00", "2026-03-29T04:00:00", 0),
            ("2026-10-24T23:59:59", "2026-10-25T02:59:59", 0),
            ("2026-10-25T02:00:00", "2026-10-25T04:00:00", 0),
        ] {
            let found = offset(host, netvisor).expect("an offset");
            assert!((found - expected).abs() <= 1, "{host} {netvisor}: {found}");
        }
    }

    #[test]
    fn the_hour_that_comes_twice_is_taken_to_be_the_hosts() {
        for host in ["2026-10-25T00:30:00", "2026-10-25T01:30:00"] {
            assert_eq!(offset(host, "2026-10-25T03:30:00"), Some(0), "{host}");
        }
        let wrong = offset("2026-10-25T00:40:00", "2026-10-25T03:30:00");
        assert!(wrong.is_some_and(|seconds| (599..=600).contains(&seconds)), "{wrong:?}");
    }

    #[test]
    fn a_slow_answer_is_no_wrong_clock_and_a_quick_one_tells_more() {
        let mut clock = Clock::default();
        let netvisor = read_local_time("2026-01-15T12:01:40").map(FinnishTime::at);
        let sent_at = milliseconds("2026-01-15T10:00:00");
        // It took 110 seconds, of which Netvisor spent 100.
        clock.answered(netvisor, sent_at);
        clock.is(sent_at + 110_000);
        assert_eq!(clock.offset_seconds(), Some(0));
        // The next one shows that the host is in truth a good minute behind.
        let netvisor = read_local_time("2026-01-15T12:03:10").map(FinnishTime::at);
        clock.answered(netvisor, sent_at + 111_000);
        clock.is(sent_at + 111_200);
        assert!(clock.offset_seconds().is_some_and(|seconds| (-79..=-78).contains(&seconds)), "{clock:?}");
    }

    #[test]
    fn without_a_time_nothing_is_known() {
        let mut clock = Clock::default();
        clock.answered(None, 0);
        clock.is(1_000);
        assert_eq!(clock.offset_seconds(), None);
    }
}
