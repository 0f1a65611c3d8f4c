use serde::Deserialize;

use super::{Charset, Fault, GatewayError, MaintenanceSpelling, When};

/// Faults drawn one by one: the same seed gives the same faults for the same number of requests.
///
/// Every kind of fault is as likely as every other.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultsBySeed {
    /// Where the drawing starts; it moves on with each request.
    pub seed: u64,
    /// How many of a thousand requests go wrong; from 1000 on, every one does.
    pub per_mille: u16,
    /// The longest time, in milliseconds, after which a late request is carried out.
    #[serde(default = "default_longest_late_ms")]
    pub longest_late_ms: u64,
    /// The longest time, in milliseconds, that a slow answer takes.
    #[serde(default = "default_longest_slow_ms")]
    pub longest_slow_ms: u64,
}

/// "Minutes after the client gave up."
fn default_longest_late_ms() -> u64 {
    5 * 60_000
}

/// A quarter of what clients are advised to wait (§4).
fn default_longest_slow_ms() -> u64 {
    30_000
}

impl FaultsBySeed {
    /// Faults with late requests of up to 5 minutes and slow answers of up to 30 seconds.
    #[must_use]
    pub fn new(seed: u64, per_mille: u16) -> Self {
        Self { seed, per_mille, longest_late_ms: default_longest_late_ms(), longest_slow_ms: default_longest_slow_ms() }
    }

    /// What happens to the next request.
    pub(super) fn draw(&mut self) -> Option<Fault> {
        if self.below(1000) >= u64::from(self.per_mille) {
            return None;
        }
        Some(match self.below(12) {
            0 => Fault::LostBefore,
            1 => Fault::LostAfterCommit,
            2 => Fault::CommittedLate { after_ms: self.up_to(self.longest_late_ms) },
            3 => Fault::Slow { ms: self.up_to(self.longest_slow_ms) },
            4 => Fault::Status { code: self.pick(GatewayError::ALL), when: self.when() },
            5 => Fault::Maintenance(self.pick([MaintenanceSpelling::Documented, MaintenanceSpelling::Old])),
            6 => Fault::TechnicalError(self.when()),
            7 => Fault::HtmlPage(self.when()),
            8 => Fault::CutXml { kept_percent: u8::try_from(self.below(100)).unwrap_or_default() },
            9 => Fault::WrongCharset(self.pick([Charset::Latin1, Charset::Utf16])),
            10 => Fault::ConnectionReset(self.when()),
            _ => Fault::ConnectionRefused,
        })
    }

    fn when(&mut self) -> When {
        self.pick([When::BeforeCommit, When::AfterCommit])
    }

    fn pick<T: Copy, const N: usize>(&mut self, choices: [T; N]) -> T {
        choices[usize::try_from(self.below(N as u64)).unwrap_or_default()]
    }

    fn up_to(&mut self, largest: u64) -> u64 {
        1 + self.below(largest.max(1))
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.seed ^ (self.seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_are_those_of_splitmix64() {
        let mut faults = FaultsBySeed::new(1_234_567, 0);
        assert_eq!([faults.next(), faults.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn as_many_go_wrong_as_asked_and_in_every_way() {
        for (per_mille, fewest, most) in
            [(0, 0, 0), (200, 1800, 2200), (1000, 10_000, 10_000), (u16::MAX, 10_000, 10_000)]
        {
            let mut by_seed = FaultsBySeed::new(7, per_mille);
            let faults: Vec<Fault> = (0..10_000).filter_map(|_| by_seed.draw()).collect();
            assert!((fewest..=most).contains(&faults.len()), "{per_mille}: {}", faults.len());
            let kinds: BTreeSet<String> =
                faults.iter().map(|fault| format!("{fault:?}").split([' ', '(']).next().unwrap().to_owned()).collect();
            assert_eq!(kinds.len(), if per_mille == 0 { 0 } else { 12 }, "{kinds:?}");
        }
    }

    #[test]
    fn times_stay_within_their_limits() {
        let mut by_seed = FaultsBySeed { longest_late_ms: 3, longest_slow_ms: 0, ..FaultsBySeed::new(1, 1000) };
        let mut late = BTreeSet::new();
        for _ in 0..2000 {
            match by_seed.draw() {
                Some(Fault::CommittedLate { after_ms }) => drop(late.insert(after_ms)),
                Some(Fault::Slow { ms }) => assert_eq!(ms, 1),
                _ => {}
            }
        }
        assert_eq!(late, BTreeSet::from([1, 2, 3]));
    }
}
