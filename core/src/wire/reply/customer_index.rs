use std::fmt;
use std::hash::Hasher;

use super::customer::CustomerRow;

/// Bytes of text a block holds before the next is begun. Blocks never move or grow, so filling the index takes no more
/// memory than the filled index.
const BLOCK: usize = 1 << 16;

/// The most bytes four numbers take before the texts of a record: eleven groups of six bits each.
const MAX_HEAD: usize = 44;

/// The last block an address can name, so that no slot in use is [`EMPTY`].
const LAST_BLOCK: usize = 0xFFFE;

/// Marks a free slot.
const EMPTY: u64 = u64::MAX;

/// Netvisor's customers by customer code: for 100,000 customers it holds one and a half to two times the bytes of the texts kept,
/// which are code, name and business id.
///
/// White space around a code does not count. Codes are compared as they are; only when no customer has exactly the code looked
/// for are those taken that differ in the case of the letters a–z. Several customers may share a code: then all are found, and
/// the caller decides.
///
/// ```
/// use netvisor_orders::wire::reply::{CustomerIndex, read_customers};
///
/// let body = b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus><Customerlist><Customer>\
///     <Netvisorkey>8</Netvisorkey><Name>Aino Aalto</Name><Code>A-1</Code></Customer></Customerlist></Root>";
/// let mut index = CustomerIndex::default();
/// read_customers(200, body, |row| {
///     index.insert(&row);
/// })?;
/// assert_eq!(index.with_code("a-1").next().map(|customer| customer.netvisor_key), Some(8));
/// # Ok::<(), netvisor_orders::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct CustomerIndex {
    /// Records end to end: the key and three lengths, then code, business id and name.
    blocks: Vec<String>,
    /// A hash table with linear probing. Each slot holds the hash of a code above the address of its record (block number
    /// above offset), so that neither passing a slot nor growing touches a record.
    slots: Vec<u64>,
    count: usize,
}

/// A customer in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexedCustomer<'a> {
    /// Netvisor's own key of the customer.
    pub netvisor_key: u64,
    /// The customer code as Netvisor spells it.
    pub code: &'a str,
    /// The name; empty when the card has none.
    pub name: &'a str,
    /// The business id as given.
    pub business_id: Option<&'a str>,
}

impl CustomerIndex {
    /// How many customers are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds a customer and says whether it is there now. One without a code is not; nor is any more once four GiB are full.
    /// The same key with the same code again changes nothing.
    pub fn insert(&mut self, row: &CustomerRow<'_>) -> bool {
        let Some(code) = row.code.as_deref().map(str::trim).filter(|code| !code.is_empty()) else { return false };
        if self.matches(code).any(|known| known.netvisor_key == row.netvisor_key && known.code == code) {
            return true;
        }
        let Some(address) = self.store(row.netvisor_key, code, row.business_id.as_deref().unwrap_or(""), &row.name)
        else {
            return false;
        };
        self.count += 1;
        if self.count * 8 > self.slots.len() * 7 {
            self.grow();
        }
        self.place(u64::from(hash(code)) << 32 | u64::from(address));
        true
    }

    /// The customers with this code: as it is if there are any, otherwise without regard to case.
    pub fn with_code<'a>(&'a self, code: &'a str) -> impl Iterator<Item = IndexedCustomer<'a>> {
        let code = code.trim();
        let is_exact = self.matches(code).any(|customer| customer.code == code);
        self.matches(code).filter(move |customer| !is_exact || customer.code == code)
    }

    /// The customers with this code without regard to case, in no particular order.
    fn matches<'a>(&'a self, code: &'a str) -> impl Iterator<Item = IndexedCustomer<'a>> {
        let hash = hash(code);
        self.probe(hash)
            .map(|place| self.slots[place])
            .take_while(|&slot| slot != EMPTY)
            .filter(move |slot| (slot >> 32) as u32 == hash)
            .map(|slot| record(&self.blocks, slot as u32))
            .filter(move |customer| customer.code.eq_ignore_ascii_case(code))
    }

    /// The places where a slot with this hash can be, nearest first. The table is never full, so a free one is among them.
    fn probe(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let places = self.slots.len();
        (0..places).map(move |step| (hash as usize).wrapping_add(step) & (places - 1))
    }

    fn place(&mut self, slot: u64) {
        if let Some(place) = self.probe((slot >> 32) as u32).find(|&place| self.slots[place] == EMPTY) {
            self.slots[place] = slot;
        }
    }

    fn grow(&mut self) {
        let slots = vec![EMPTY; (self.slots.len() * 2).max(16)];
        let old = std::mem::replace(&mut self.slots, slots);
        old.into_iter().filter(|&slot| slot != EMPTY).for_each(|slot| self.place(slot));
    }

    /// Appends a record and gives its address.
    fn store(&mut self, key: u64, code: &str, business_id: &str, name: &str) -> Option<u32> {
        let texts = [code, business_id, name];
        let size = MAX_HEAD + texts.iter().map(|text| text.len()).sum::<usize>();
        if self.blocks.last().is_none_or(|block| block.len() + size > BLOCK) {
            if self.blocks.len() > LAST_BLOCK {
                return None;
            }
            // A record that is larger than a block has one of its own.
            self.blocks.push(String::with_capacity(BLOCK.max(size)));
        }
        let number = u32::try_from(self.blocks.len() - 1).ok()?;
        let block = self.blocks.last_mut()?;
        let address = number << 16 | u32::try_from(block.len()).ok()?;
        push_number(block, key);
        texts.iter().for_each(|text| push_number(block, text.len() as u64));
        texts.iter().for_each(|text| block.push_str(text));
        Some(address)
    }
}

/// The hash of a code without regard to case.
fn hash(code: &str) -> u32 {
    let mut hasher = std::hash::DefaultHasher::new();
    for part in code.as_bytes().chunks(32) {
        let mut folded = [0; 32];
        let folded = &mut folded[..part.len()];
        folded.copy_from_slice(part);
        folded.make_ascii_lowercase();
        hasher.write(folded);
    }
    hasher.finish() as u32
}

fn record(blocks: &[String], address: u32) -> IndexedCustomer<'_> {
    let mut rest = &blocks[(address >> 16) as usize][(address & 0xFFFF) as usize..];
    let netvisor_key = take_number(&mut rest);
    let [code, business_id, name] = [(); 3].map(|()| take_number(&mut rest) as usize);
    let (code, rest) = rest.split_at(code);
    let (business_id, rest) = rest.split_at(business_id);
    let business_id = (!business_id.is_empty()).then_some(business_id);
    IndexedCustomer { netvisor_key, code, business_id, name: &rest[..name] }
}

/// Writes a number in groups of six bits, lowest first, with a mark on all but the last: the bytes stay ASCII, so that
/// numbers and texts share one string.
fn push_number(text: &mut String, mut number: u64) {
    while number >= 64 {
        text.push(char::from(number as u8 & 63 | 64));
        number >>= 6;
    }
    text.push(char::from(number as u8));
}

fn take_number(text: &mut &str) -> u64 {
    let mut number = 0;
    for (index, byte) in text.bytes().enumerate() {
        number |= u64::from(byte & 63) << (6 * index);
        if byte < 64 {
            *text = &text[index + 1..];
            break;
        }
    }
    number
}

/// The number of customers alone: who they are is nobody's business in a log.
impl fmt::Debug for CustomerIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomerIndex").field("count", &self.count).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(netvisor_key: u64, code: &str, name: &str) -> CustomerRow<'static> {
        CustomerRow {
            netvisor_key,
            name: name.to_owned().into(),
            code: Some(code.to_owned().into()),
            business_id: None,
            group_key: None,
            group_name: None,
        }
    }

    fn keys(index: &CustomerIndex, code: &str) -> Vec<u64> {
        let mut keys: Vec<_> = index.with_code(code).map(|customer| customer.netvisor_key).collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn the_exact_code_comes_before_one_in_other_case() {
        let mut index = CustomerIndex::default();
        assert!(keys(&index, "abc").is_empty());
        for (key, code) in [(1, "ABC"), (2, "abc"), (3, "Abc"), (4, "abc")] {
            assert!(index.insert(&row(key, code, "")));
        }
        assert_eq!(keys(&index, "abc"), [2, 4]);
        assert_eq!(keys(&index, " ABC "), [1]);
        assert_eq!(keys(&index, "aBC"), [1, 2, 3, 4]);
        assert!(keys(&index, "ab").is_empty());
        // Only the letters a–z have a case here.
        assert!(index.insert(&row(5, "ÄÄ", "")));
        assert!(keys(&index, "ää").is_empty());
    }

    #[test]
    fn without_a_code_or_twice_nothing_is_added() {
        let mut index = CustomerIndex::default();
        assert!(!index.insert(&CustomerRow { code: None, ..row(1, "", "Aino") }));
        assert!(!index.insert(&row(1, "  ", "Aino")));
        assert!(index.is_empty());
        assert!(index.insert(&row(1, "A", "Aino")));
        assert!(index.insert(&row(1, "A", "Aino")));
        assert_eq!((index.len(), keys(&index, "A")), (1, vec![1]));
    }

    #[test]
    fn every_record_comes_back_whatever_its_size() {
        let mut index = CustomerIndex::default();
        let name = |key: u64| if key % 500 == 7 { "ä".repeat(50_000) } else { format!("Nimi {key}") };
        for key in 0..3_000 {
            let business_id = (key % 2 == 0).then(|| "1234567-1".into());
            assert!(index.insert(&CustomerRow { business_id, ..row(key << 40 | key, &format!("C{key}"), &name(key)) }));
        }
        for key in 0..3_000 {
            let code = format!("c{key}");
            let found: Vec<_> = index.with_code(&code).collect();
            let expected = IndexedCustomer {
                netvisor_key: key << 40 | key,
                code: &format!("C{key}"),
                name: &name(key),
                business_id: (key % 2 == 0).then_some("1234567-1"),
            };
            assert_eq!(found, [expected]);
        }
        assert_eq!(format!("{index:?}"), "CustomerIndex { count: 3000, .. }");
    }
}
