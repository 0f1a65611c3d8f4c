use std::hash::{DefaultHasher, Hash, Hasher};

/// A value that customers are found by.
#[derive(Hash)]
pub(super) enum Value<'a> {
    Identifier(&'a str),
    Email(&'a str),
    NameAndPostcode(&'a str, &'a str),
    Name(&'a str),
    /// A customer code, in small letters.
    Code(&'a str),
}

/// Which cards have a value. Values are known by their hashes alone, and short ones, so that more of the index fits into the
/// processor's caches: whoever looks cards up compares the values themselves.
pub(super) struct Index {
    /// Hashes and the cards that have them, in order.
    entries: Vec<(u32, u32)>,
    /// Where the entries begin whose hashes have the same first bits, about one for each entry: a look-up goes to the place
    /// and next to no further, however large the register is.
    starts: Vec<u32>,
    /// How far a hash is shifted to leave its first bits.
    shift: u32,
}

impl Index {
    pub(super) fn hash(value: Value<'_>) -> u32 {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish() as u32
    }

    pub(super) fn new(mut entries: Vec<(u32, u32)>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        let bits = (entries.len() + 2).next_power_of_two().trailing_zeros().min(31);
        let shift = 32 - bits;
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        for (place, (hash, _)) in (0..).zip(&entries) {
            while starts.len() <= (hash >> shift) as usize {
                starts.push(place);
            }
        }
        starts.resize((1 << bits) + 1, entries.len() as u32);
        Self { entries, starts, shift }
    }

    /// The cards with this hash, in the order of their numbers.
    pub(super) fn cards(&self, hash: u32) -> impl ExactSizeIterator<Item = u32> + '_ {
        let first = (hash >> self.shift) as usize;
        let near = match self.starts.get(first..first + 2) {
            Some([start, end]) => self.entries.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        };
        let near = &near[near.partition_point(|entry| entry.0 < hash)..];
        near[..near.partition_point(|entry| entry.0 == hash)].iter().map(|(_, card)| *card)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_card_is_found_by_its_hashes(
            entries in prop::collection::vec((prop_oneof![0..4_u32, any::<u32>(), (u32::MAX - 3)..=u32::MAX], 0..9_u32), 0..50),
            other in any::<u32>(),
        ) {
            let index = Index::new(entries.clone());
            for hash in entries.iter().map(|entry| entry.0).chain([0, other, u32::MAX]) {
                let mut expected: Vec<u32> =
                    entries.iter().filter(|entry| entry.0 == hash).map(|entry| entry.1).collect();
                expected.sort_unstable();
                expected.dedup();
                prop_assert_eq!(index.cards(hash).collect::<Vec<_>>(), expected);
            }
        }
    }
}
