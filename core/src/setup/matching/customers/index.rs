use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// A value that customers are found by.
#[derive(Hash)]
pub(super) enum Value<'a> {
    Identifier(&'a str),
    Email(&'a str),
    NameAndPostcode(&'a str, &'a str),
    Name(&'a str),
    /// A customer code, in small letters.
    Code(&'a str),
    Key(u64),
}

/// Which cards have a value. Values are known by their hashes alone: whoever looks cards up compares the values themselves.
#[derive(Default)]
pub(super) struct Index {
    /// Hashes and the cards that have them, equal ones together.
    entries: Vec<(u64, u32)>,
    places: HashMap<u64, Range<u32>>,
}

impl Index {
    pub(super) fn hash(value: Value<'_>) -> u64 {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    }

    pub(super) fn new(mut entries: Vec<(u64, u32)>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        let mut places = HashMap::with_capacity(entries.len());
        let mut start = 0;
        for equal in entries.chunk_by(|one, other| one.0 == other.0) {
            let end = start + equal.len() as u32;
            if let Some((hash, _)) = equal.first() {
                places.insert(*hash, start..end);
            }
            start = end;
        }
        Self { entries, places }
    }

    /// The cards with this hash, in the order of their numbers.
    pub(super) fn cards(&self, hash: u64) -> impl ExactSizeIterator<Item = u32> + '_ {
        let place = self.places.get(&hash).map_or(0..0, |place| place.start as usize..place.end as usize);
        self.entries.get(place).unwrap_or_default().iter().map(|(_, card)| *card)
    }
}
