use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};

use super::registers::Resource;

/// Whose turn it is. Orders are taken one after the other; one that has to wait lets the others go on.
#[derive(Debug, Clone, Default)]
pub(super) struct Schedule {
    ready: VecDeque<usize>,
    /// Until a time, in milliseconds since 1970.
    aside: BinaryHeap<Reverse<(i64, usize)>>,
    /// Until another order knows what became of a card that both need.
    waiting: HashMap<Resource, Vec<usize>>,
}

impl Schedule {
    pub(super) fn new(orders: impl Iterator<Item = usize>) -> Self {
        Self { ready: orders.collect(), ..Self::default() }
    }

    /// The order whose turn it is.
    pub(super) fn current(&self) -> Option<usize> {
        self.ready.front().copied()
    }

    /// The present order has ended.
    pub(super) fn next(&mut self) {
        self.ready.pop_front();
    }

    pub(super) fn set_aside(&mut self, until: i64) {
        if let Some(order) = self.ready.pop_front() {
            self.aside.push(Reverse((until, order)));
        }
    }

    pub(super) fn wait_for(&mut self, resource: Resource) {
        if let Some(order) = self.ready.pop_front() {
            self.waiting.entry(resource).or_default().push(order);
        }
    }

    /// Lets those go on that waited for this card.
    pub(super) fn release(&mut self, resource: &Resource) {
        self.ready.extend(self.waiting.remove(resource).unwrap_or_default());
    }

    /// Lets those go on whose time has come, before the others: they are furthest on their way.
    pub(super) fn wake(&mut self, now: i64) {
        while let Some(&Reverse((until, order))) = self.aside.peek() {
            if until > now {
                break;
            }
            self.aside.pop();
            self.ready.push_front(order);
        }
    }

    /// When the next order that is set aside goes on.
    pub(super) fn next_wake(&self) -> Option<i64> {
        self.aside.peek().map(|Reverse((until, _))| *until)
    }
}
