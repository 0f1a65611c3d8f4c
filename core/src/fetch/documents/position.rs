use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::fetch::ChangedSince;
use crate::order::Date;
use crate::strict_json::record;
use crate::wire::reply::decimal;

use super::CreditNote;
use super::rights::MissingRight;
use super::stage::Stage;

record! {
    /// Where a fetch of documents stands.
    #[derive(Serialize)]
    pub(super) lenient struct Position {
        pub(super) stage: Stage,
        /// Of a list, the key above which nothing has been handed out; of the PDFs, how many have been fetched.
        pub(super) at: u64,
        pub(super) cursor: Option<ChangedSince>,
        pub(super) documents: u64,
        pub(super) deleted: u64,
        pub(super) pdfs: u64,
        /// `credit note:sum`, with blanks between them: lists in JSON are limited, and there may be many.
        pub(super) credit_notes: String,
        /// `credited invoice:credit note:sum`.
        pub(super) credited: String,
        pub(super) missing: Vec<MissingRight>,
        pub(super) deletions_from: Option<Date>,
        pub(super) without_pdf: Vec<u64>,
        pub(super) not_found: Vec<u64>,
    }
}

/// Credit notes by key with what they credit.
pub(super) type CreditNotes = BTreeMap<u64, Decimal>;
/// Credit notes by the invoice they credit.
pub(super) type Credited = BTreeMap<u64, Vec<CreditNote>>;

pub(super) fn credit_notes_text(notes: &CreditNotes) -> String {
    joined(notes.iter().map(|(note, sum)| format!("{note}:{sum}")))
}

pub(super) fn read_credit_notes(text: &str) -> Option<CreditNotes> {
    let note = |word: &str| {
        let (note, sum) = word.split_once(':')?;
        Some((note.parse().ok()?, decimal(sum)?))
    };
    text.split_whitespace().map(note).collect()
}

pub(super) fn credited_text(credited: &Credited) -> String {
    let each = credited.iter().flat_map(|(invoice, notes)| notes.iter().map(move |note| (invoice, note)));
    joined(each.map(|(invoice, note)| format!("{invoice}:{}:{}", note.netvisor_key, note.sum)))
}

pub(super) fn read_credited(text: &str) -> Option<Credited> {
    let mut credited = Credited::new();
    for word in text.split_whitespace() {
        let mut parts = word.split(':');
        let (invoice, note, sum) = (parts.next()?, parts.next()?, parts.next()?);
        let note = CreditNote { netvisor_key: note.parse().ok()?, sum: decimal(sum)? };
        credited.entry(invoice.parse().ok()?).or_default().push(note);
    }
    Some(credited)
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(" ")
}
