use std::collections::VecDeque;

use super::{Fault, FaultsBySeed};

/// What is going to happen to the coming requests: first what was planned, then what the seed draws.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults {
    planned: VecDeque<Option<Fault>>,
    by_seed: Option<FaultsBySeed>,
}

impl Faults {
    pub(crate) fn plan(&mut self, fault: Option<Fault>) {
        self.planned.push_back(fault);
    }

    pub(crate) fn draw_from(&mut self, by_seed: Option<FaultsBySeed>) {
        self.by_seed = by_seed;
    }

    /// Requests that have a plan.
    pub(crate) fn planned(&self) -> usize {
        self.planned.len()
    }

    /// What happens to the request that is there now.
    pub(crate) fn next(&mut self) -> Option<Fault> {
        match self.planned.pop_front() {
            Some(planned) => planned,
            None => self.by_seed.as_mut().and_then(FaultsBySeed::draw),
        }
    }
}
