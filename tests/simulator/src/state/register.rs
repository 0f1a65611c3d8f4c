use std::collections::BTreeMap;

/// Entries under the keys Netvisor gives them: 1, 2, 3, …
#[derive(Debug)]
pub(crate) struct Register<T> {
    entries: BTreeMap<u32, T>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { entries: BTreeMap::new() }
    }
}

impl<T> Register<T> {
    pub(crate) fn insert(&mut self, entry: T) -> u32 {
        let key = self.next_key();
        self.entries.insert(key, entry);
        key
    }

    /// The key the next entry gets.
    pub(crate) fn next_key(&self) -> u32 {
        self.entries.last_key_value().map_or(1, |(key, _)| key + 1)
    }

    pub(crate) fn get(&self, key: u32) -> Option<&T> {
        self.entries.get(&key)
    }

    pub(crate) fn get_mut(&mut self, key: u32) -> Option<&mut T> {
        self.entries.get_mut(&key)
    }

    /// The entry whose key is written in `text`.
    pub(crate) fn keyed(&self, text: &str) -> Option<(u32, &T)> {
        let key = text.parse().ok()?;
        Some((key, self.get(key)?))
    }

    /// The first entry for which `is_it` holds.
    pub(crate) fn find(&self, is_it: impl Fn(&T) -> bool) -> Option<(u32, &T)> {
        self.iter().find(|(_, entry)| is_it(entry))
    }

    /// All entries by ascending key.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        self.entries.iter().map(|(key, entry)| (*key, entry))
    }
}
