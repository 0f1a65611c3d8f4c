use std::collections::VecDeque;

use crate::Settings;
use crate::document::marked_number;
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::fetch::task::{Step, Task, sealed};
use crate::fetch::{ChangedSince, Failure, Progress};
use crate::order::Date;
use crate::strict_json;
use crate::wire::Request;
use crate::wire::reply::{Reply, read_deleted, read_documents, read_sales_invoices};

use super::document::{CreditNote, DeletedDocument, DocumentsBatch, DocumentsResult, InvoicePdf};
use super::options::KnownOrders;
use super::position::{
    CreditNotes, Credited, Position, credit_notes_text, credited_text, read_credit_notes, read_credited,
};
use super::rights::{MissingRights, Part, lacks_right};
use super::rows::{Candidate, candidate, is_credit_note};
use super::stage::Stage;
use super::work::{MAX_KEYS, Work};
use super::{DocumentsOptions, SalesDocumentKind, requests};

/// The most documents of a batch.
const BATCH: usize = 500;

/// Fetches what has become of the shop's documents, told by the marker the export gave them.
#[derive(Debug, Clone)]
pub struct Documents {
    options: DocumentsOptions,
    known: KnownOrders,
    stage: Stage,
    /// As in [`Position`].
    at: u64,
    cursor: Option<ChangedSince>,
    result: DocumentsResult,
    /// Those whose invoices are still to be asked for.
    credit_notes: CreditNotes,
    /// Those whose invoices are still to be handed out.
    credited: Credited,
    missing: MissingRights,
    /// The first day deletions are known of, where that is later than was asked for.
    deletions_from: Option<Date>,
    /// Places in the option `pdfs`.
    without_pdf: Vec<u64>,
    not_found: Vec<u64>,
    page: Option<Page>,
    work: Option<Work>,
    ready: Option<DocumentsBatch>,
}

/// A page of a list that has not been handed out as a whole.
#[derive(Debug, Clone)]
struct Page {
    /// By key.
    candidates: VecDeque<Candidate>,
    /// Where `at` goes with what was taken off last.
    highest: u64,
}

impl sealed::Sealed for Documents {}

impl Task for Documents {
    const KIND: &'static str = "documents";
    type Options = DocumentsOptions;
    type Batch = DocumentsBatch;
    type Result = DocumentsResult;

    fn read_options(json: &[u8]) -> Result<DocumentsOptions, Error> {
        strict_json::read(ErrorKind::Options, json)
    }

    fn begin(options: &DocumentsOptions, _: &Settings) -> Self {
        Self {
            options: options.clone(),
            known: KnownOrders::of(options),
            stage: Stage::first(options),
            at: 0,
            cursor: None,
            result: DocumentsResult::default(),
            credit_notes: CreditNotes::new(),
            credited: Credited::new(),
            missing: MissingRights::default(),
            deletions_from: None,
            without_pdf: Vec::new(),
            not_found: Vec::new(),
            page: None,
            work: None,
            ready: None,
        }
    }

    fn next(&mut self, now: i64) -> Step<DocumentsBatch> {
        loop {
            if let Some(batch) = self.ready.take() {
                self.go_past(&batch);
                return Step::HandOut(batch);
            }
            if let Some(work) = &mut self.work {
                if let Some(request) = work.next(&self.options, &self.known, &self.missing) {
                    return Step::Ask(request);
                }
                if let Some(batch) = self.finish_work() {
                    return Step::HandOut(batch);
                }
                continue;
            }
            match self.stage {
                Stage::Orders | Stage::Invoices | Stage::Overdue => match &mut self.page {
                    None => return Step::Ask(requests::list(self.stage, self.at, &self.options, now)),
                    Some(page) => {
                        let candidates = page.candidates.drain(..page.candidates.len().min(BATCH)).collect();
                        self.work = Some(Work::on(candidates));
                    }
                },
                Stage::Credits => {
                    if !self.credit_notes.is_empty() {
                        return Step::Ask(requests::credit_notes(&self.first_credit_notes()));
                    }
                    if self.credited.is_empty() {
                        self.enter(self.stage.after(&self.options));
                    } else {
                        let first = self.credited.iter().take(MAX_KEYS);
                        self.work = Some(Work::on_credited(first.map(|(key, notes)| (*key, notes.clone())).collect()));
                    }
                }
                Stage::DeletedOrders | Stage::DeletedInvoices => match self.deleted_request(now) {
                    Some(request) => return Step::Ask(request),
                    None => self.enter(self.stage.after(&self.options)),
                },
                Stage::Pdfs => match self.pdf_key() {
                    Some(key) => return Step::Ask(requests::pdf(key)),
                    None => self.enter(self.stage.after(&self.options)),
                },
                Stage::Over => return Step::End,
            }
        }
    }

    fn take_reply(&mut self, status: u16, body: &[u8], sent_at: i64) -> Result<Reply, Error> {
        if let Some(work) = &mut self.work {
            return work.take_reply(status, body, &self.known);
        }
        match self.stage {
            Stage::Credits => self.take_credit_notes(status, body),
            Stage::DeletedOrders | Stage::DeletedInvoices => self.take_deleted(status, body, sent_at),
            Stage::Pdfs => self.take_pdf(status, body),
            Stage::Orders | Stage::Invoices | Stage::Overdue | Stage::Over => self.take_page(status, body),
        }
    }

    fn accept(&mut self, failure: &Failure<'_>, _: i64) -> bool {
        if !lacks_right(failure) {
            return false;
        }
        if let Some(work) = &mut self.work {
            let resource = work.give_up();
            resource.inspect(|resource| self.missing.add(Part::Billed, resource));
            return resource.is_some();
        }
        match self.stage {
            Stage::Credits => {
                self.missing.add(Part::Credits, "getsalesinvoice.nv");
                self.credit_notes.clear();
            }
            Stage::DeletedOrders | Stage::DeletedInvoices => {
                self.missing.add(Part::Deleted, self.deleted_resource());
                self.enter(self.stage.after(&self.options));
            }
            Stage::Pdfs => {
                self.missing.add(Part::Pdfs, "getsalesinvoice.nv");
                self.enter(self.stage.after(&self.options));
            }
            Stage::Orders | Stage::Invoices | Stage::Overdue | Stage::Over => return false,
        }
        true
    }

    fn progress(&self) -> Progress {
        Progress { total: None, done: usize::try_from(self.result.documents).unwrap_or(usize::MAX) }
    }

    fn notes(&self) -> Vec<Fault> {
        let mut notes: Vec<Fault> = self.missing.notes().collect();
        if let Some(day) = self.deletions_from {
            notes.push(Fault::new(FaultCode::DeletionsNotListed, "/changed_since").with(day));
        }
        for (places, code) in
            [(&self.without_pdf, FaultCode::InvoicePdfMissing), (&self.not_found, FaultCode::InvoiceNotFound)]
        {
            notes.extend(places.iter().map(|place| {
                let key = usize::try_from(*place).ok().and_then(|place| self.options.pdfs.get(place)).copied();
                Fault::new(code, format!("/pdfs/{place}")).with(key.unwrap_or_default())
            }));
        }
        notes
    }

    fn result(&self) -> DocumentsResult {
        let cursor = self.cursor.filter(|_| self.stage == Stage::Over);
        DocumentsResult { cursor: cursor.map(|cursor| cursor.to_string()), ..self.result.clone() }
    }

    fn position(&self) -> String {
        crate::json::to_text(&Position {
            stage: self.stage,
            at: self.at,
            cursor: self.cursor,
            documents: self.result.documents,
            deleted: self.result.deleted,
            pdfs: self.result.pdfs,
            credit_notes: credit_notes_text(&self.credit_notes),
            credited: credited_text(&self.credited),
            missing: self.missing.0.clone(),
            deletions_from: self.deletions_from,
            without_pdf: self.without_pdf.clone(),
            not_found: self.not_found.clone(),
        })
    }

    fn go_to(&mut self, position: &[u8]) -> Option<()> {
        let position: Position = strict_json::read_stored(ErrorKind::Checkpoint, position).ok()?;
        self.stage = position.stage;
        self.at = position.at;
        self.cursor = position.cursor;
        self.result.documents = position.documents;
        self.result.deleted = position.deleted;
        self.result.pdfs = position.pdfs;
        self.credit_notes = read_credit_notes(&position.credit_notes)?;
        self.credited = read_credited(&position.credited)?;
        self.missing = MissingRights(position.missing);
        self.deletions_from = position.deletions_from;
        self.without_pdf = position.without_pdf;
        self.not_found = position.not_found;
        Some(())
    }
}

impl Documents {
    fn enter(&mut self, stage: Stage) {
        self.stage = stage;
        self.at = 0;
        self.page = None;
    }

    /// The position moves past what is handed out now.
    fn go_past(&mut self, batch: &DocumentsBatch) {
        match batch {
            DocumentsBatch::Documents { documents } => self.result.documents += documents.len() as u64,
            DocumentsBatch::Deleted { deleted } => {
                self.result.deleted += deleted.len() as u64;
                self.enter(self.stage.after(&self.options));
            }
            DocumentsBatch::Pdf { .. } => {
                self.result.pdfs += 1;
                self.at += 1;
            }
        }
    }

    /// Takes the documents that are complete, and moves the position past them.
    fn finish_work(&mut self) -> Option<DocumentsBatch> {
        let work = self.work.take()?;
        let documents = work.finish(&self.options, &self.known);
        if self.stage == Stage::Credits {
            for _ in 0..self.credited.len().min(MAX_KEYS) {
                self.credited.pop_first();
            }
        } else if let Some(page) = &self.page {
            match page.candidates.front() {
                Some(next) => self.at = next.document.netvisor_key.saturating_sub(1),
                None => {
                    self.at = page.highest;
                    self.page = None;
                }
            }
        }
        if documents.is_empty() {
            return None;
        }
        let batch = DocumentsBatch::Documents { documents };
        self.go_past(&batch);
        Some(batch)
    }

    fn take_page(&mut self, status: u16, body: &[u8]) -> Result<Reply, Error> {
        let mut candidates = Vec::new();
        let mut credit_notes = CreditNotes::new();
        let mut highest = 0;
        let reply = read_sales_invoices(status, body, |row| {
            highest = highest.max(row.netvisor_key);
            if self.stage != Stage::Orders && self.options.credits && is_credit_note(&row) {
                credit_notes.insert(row.netvisor_key, row.sum.abs());
            }
            candidates.extend(candidate(&row, self.stage, &self.options, &self.known));
        })?;
        let Reply::Done(done) = &reply else { return Ok(reply) };
        if self.at == 0 && self.stage == Stage::first(&self.options) && self.cursor.is_none() {
            self.cursor = done.timestamp.map(ChangedSince::after);
        }
        self.credit_notes.append(&mut credit_notes);
        if highest > self.at {
            candidates.sort_by_key(|candidate| candidate.document.netvisor_key);
            self.page = Some(Page { candidates: candidates.into(), highest });
        } else {
            self.enter(self.stage.after(&self.options));
        }
        Ok(reply)
    }

    fn first_credit_notes(&self) -> Vec<u64> {
        self.credit_notes.keys().take(MAX_KEYS).copied().collect()
    }

    fn take_credit_notes(&mut self, status: u16, body: &[u8]) -> Result<Reply, Error> {
        let mut links = Vec::new();
        let reply = read_documents("getsalesinvoice.nv", status, body, |document| {
            links.extend(document.credited_invoice_key.map(|credited| (document.netvisor_key, credited)));
        })?;
        if let Reply::Done(_) = &reply {
            for note in self.first_credit_notes() {
                let sum = self.credit_notes.remove(&note).unwrap_or_default();
                for (_, credited) in links.iter().filter(|(key, _)| *key == note) {
                    self.credited.entry(*credited).or_default().push(CreditNote { netvisor_key: note, sum });
                }
            }
        }
        Ok(reply)
    }

    fn deleted_resource(&self) -> &'static str {
        if self.stage == Stage::DeletedOrders { "deletedsalesorders.nv" } else { "deletedsalesinvoices.nv" }
    }

    /// `None` outside the calendar, where no list can be asked for.
    fn deleted_request(&self, now: i64) -> Option<Request> {
        let first = requests::first_day_of_deletions(now)?;
        let since = self.options.changed_since.and_then(|moment| Date::new(moment.date()));
        Some(requests::deleted(self.deleted_resource(), since.map_or(first, |since| since.max(first))))
    }

    fn take_deleted(&mut self, status: u16, body: &[u8], sent_at: i64) -> Result<Reply, Error> {
        let kind = match self.stage {
            Stage::DeletedOrders => SalesDocumentKind::Order,
            _ => SalesDocumentKind::Invoice,
        };
        let mut deleted = Vec::new();
        let reply = read_deleted(self.deleted_resource(), status, body, |row| {
            let order = self.known.order(kind, row.netvisor_key).map(str::to_owned);
            let (netvisor_key, deleted_on) = (row.netvisor_key, row.deleted_on);
            deleted.push(DeletedDocument { order, kind, netvisor_key, deleted_on });
        })?;
        if let Reply::Done(_) = &reply {
            let first = requests::first_day_of_deletions(sent_at);
            let is_late =
                |first: &Date| self.options.changed_since.is_some_and(|since| Date::new(since.date()) < Some(*first));
            self.deletions_from = self.deletions_from.max(first.filter(is_late));
            if deleted.is_empty() {
                self.enter(self.stage.after(&self.options));
            } else {
                self.ready = Some(DocumentsBatch::Deleted { deleted });
            }
        }
        Ok(reply)
    }

    fn pdf_key(&self) -> Option<u64> {
        self.options.pdfs.get(usize::try_from(self.at).ok()?).copied()
    }

    fn take_pdf(&mut self, status: u16, body: &[u8]) -> Result<Reply, Error> {
        let Some(key) = self.pdf_key() else { return read_documents("getsalesinvoice.nv", status, body, |_| ()) };
        let mut found = None;
        let reply = read_documents("getsalesinvoice.nv", status, body, |document| {
            if document.netvisor_key == key {
                found = Some(document);
            }
        })?;
        match (&reply, found) {
            (Reply::Refused(_), _) => {}
            (Reply::Done(_), None) => {
                self.not_found.push(self.at);
                self.at += 1;
            }
            (Reply::Done(_), Some(invoice)) => {
                if invoice.pdf.is_none() {
                    self.without_pdf.push(self.at);
                }
                let marked = invoice.private_comment.as_deref().and_then(marked_number);
                let order = marked.or_else(|| self.known.order(SalesDocumentKind::Invoice, key)).map(str::to_owned);
                let pdf = InvoicePdf { netvisor_key: key, order, number: invoice.number, data: invoice.pdf };
                self.ready = Some(DocumentsBatch::Pdf { pdf });
            }
        }
        Ok(reply)
    }
}
