use super::WaitReason;

const MINUTE: i64 = 60_000;

/// How long to wait after so many failures in a row: half a minute at first, ten minutes in the end.
const WAITS: [i64; 6] = [MINUTE / 2, MINUTE, 2 * MINUTE, 4 * MINUTE, 7 * MINUTE, 10 * MINUTE];

/// When Netvisor cannot be reached: waits that grow, and an end to them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BackOff {
    failures: usize,
    /// The first of the failures.
    since: i64,
    until: i64,
    reason: Option<WaitReason>,
}

impl BackOff {
    /// Notes a failure; `false` when there has been no answer for `give_up_minutes`.
    pub(crate) fn fail(&mut self, now: i64, reason: WaitReason, give_up_minutes: u64) -> bool {
        if self.failures == 0 {
            self.since = now;
        }
        self.until = now.saturating_add(WAITS[self.failures.min(WAITS.len() - 1)]);
        self.reason = Some(reason);
        self.failures += 1;
        let patience = i64::try_from(give_up_minutes).unwrap_or(i64::MAX).saturating_mul(MINUTE);
        now.saturating_sub(self.since) < patience
    }

    /// Notes that Netvisor answered.
    pub(crate) fn reset(&mut self) {
        *self = Self::default();
    }

    /// What is still to be waited for.
    pub(crate) fn pending(&self, now: i64) -> Option<(i64, WaitReason)> {
        self.reason.filter(|_| now < self.until).map(|reason| (self.until, reason))
    }
}
