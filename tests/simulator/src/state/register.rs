use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::ops::RangeInclusive;

/// What a register holds.
pub(crate) trait Entry {
    /// What entries are looked up by, besides their keys.
    type Name: Ord + Clone + Debug;

    /// Every name of this one. Several entries may go by the same.
    fn names(&self) -> Vec<Self::Name>;
}

/// Entries under the keys Netvisor gives them: 1, 2, 3, …
#[derive(Debug, Clone)]
pub(crate) struct Register<T: Entry> {
    entries: BTreeMap<u32, T>,
    /// The largest key ever given: that of a removed entry is not given again.
    last_key: u32,
    names: BTreeSet<(T::Name, u32)>,
}

impl<T: Entry> Default for Register<T> {
    fn default() -> Self {
        Self { entries: BTreeMap::new(), last_key: 0, names: BTreeSet::new() }
    }
}

impl<T: Entry> Register<T> {
    /// Adds an entry and answers with its key.
    pub(crate) fn insert(&mut self, entry: T) -> u32 {
        let key = self.next_key();
        self.replace(key, entry);
        key
    }

    /// Puts an entry in the place of what was under `key`.
    pub(crate) fn replace(&mut self, key: u32, entry: T) {
        self.take(key);
        self.names.extend(entry.names().into_iter().map(|name| (name, key)));
        self.entries.insert(key, entry);
        self.last_key = self.last_key.max(key);
    }

    /// Changes the entry under `key`, if there is one.
    pub(crate) fn change(&mut self, key: u32, change: impl FnOnce(&mut T)) {
        if let Some(mut entry) = self.take(key) {
            change(&mut entry);
            self.replace(key, entry);
        }
    }

    /// Takes the entry under `key` out for good.
    pub(crate) fn remove(&mut self, key: u32) -> Option<T> {
        self.take(key)
    }

    fn take(&mut self, key: u32) -> Option<T> {
        let entry = self.entries.remove(&key)?;
        for name in entry.names() {
            self.names.remove(&(name, key));
        }
        Some(entry)
    }

    /// The key the next entry gets.
    pub(crate) fn next_key(&self) -> u32 {
        self.last_key + 1
    }

    pub(crate) fn get(&self, key: u32) -> Option<&T> {
        self.entries.get(&key)
    }

    /// The entry whose key is written in `text`.
    pub(crate) fn keyed(&self, text: &str) -> Option<(u32, &T)> {
        let key = text.parse().ok()?;
        Some((key, self.get(key)?))
    }

    /// All entries of that name, by ascending key.
    pub(crate) fn named(&self, name: T::Name) -> impl Iterator<Item = (u32, &T)> {
        let keys = self.names.range((name.clone(), 0)..=(name, u32::MAX)).map(|(_, key)| *key);
        keys.filter_map(|key| Some((key, self.get(key)?)))
    }

    /// The entry of that name with the smallest key.
    pub(crate) fn first_named(&self, name: T::Name) -> Option<(u32, &T)> {
        self.named(name).next()
    }

    /// The largest name in use within a range.
    pub(crate) fn largest_name(&self, range: RangeInclusive<T::Name>) -> Option<&T::Name> {
        let (from, until) = range.into_inner();
        self.names.range((from, 0)..=(until, u32::MAX)).next_back().map(|(name, _)| name)
    }

    /// All entries by ascending key.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        self.above(0)
    }

    /// The entries whose key is larger than `key`, ascending.
    pub(crate) fn above(&self, key: u32) -> impl Iterator<Item = (u32, &T)> {
        self.entries.range(key.saturating_add(1)..).map(|(key, entry)| (*key, entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone)]
    struct Tagged(&'static [u8]);

    impl Entry for Tagged {
        type Name = u8;

        fn names(&self) -> Vec<u8> {
            self.0.to_vec()
        }
    }

    #[test]
    fn names_follow_their_entries() {
        let mut register = Register::default();
        assert_eq!(register.insert(Tagged(&[5, 7])), 1);
        assert_eq!(register.insert(Tagged(&[7])), 2);
        let keys = |register: &Register<Tagged>, name| register.named(name).map(|(key, _)| key).collect::<Vec<_>>();
        assert_eq!((keys(&register, 5), keys(&register, 7)), (vec![1], vec![1, 2]));
        register.replace(1, Tagged(&[9]));
        assert_eq!((keys(&register, 5), keys(&register, 7), keys(&register, 9)), (vec![], vec![2], vec![1]));
        assert_eq!((register.largest_name(0..=8), register.largest_name(0..=9)), (Some(&7), Some(&9)));
        assert_eq!(register.above(1).count(), 1);
        assert!(register.remove(2).is_some() && register.remove(2).is_none());
        assert_eq!((keys(&register, 7), register.insert(Tagged(&[7]))), (vec![], 3));
    }
}
