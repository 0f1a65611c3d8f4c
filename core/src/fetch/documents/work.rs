use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use crate::document::marked_number;
use crate::fault::Error;
use crate::wire::Request;
use crate::wire::reply::{LinkedDocumentKind, Reply, SalesInvoice, read_documents, read_sales_invoices};

use super::document::{BilledInvoice, CreditNote};
use super::options::KnownOrders;
use super::rights::{MissingRights, Part};
use super::rows::{Candidate, order_of};
use super::{DocumentsOptions, SalesDocumentKind, ShopDocument, requests};

/// The most documents asked for in full by one request; Netvisor takes 500, but each comes with all its lines.
pub(super) const MAX_KEYS: usize = 100;

const ORDER: &str = "getorder.nv";
const INVOICE: &str = "getsalesinvoice.nv";

/// Some documents that are being completed before they are handed out.
#[derive(Debug, Clone, Default)]
pub(super) struct Work {
    candidates: Vec<Candidate>,
    /// Credit notes by the invoice they credit, which is looked up.
    credits: BTreeMap<u64, Vec<CreditNote>>,
    phase: Phase,
    look_ups: VecDeque<LookUp>,
    /// The invoices made of an order.
    invoices_of: HashMap<u64, Vec<BilledInvoice>>,
    /// Invoices as they are listed.
    listed: HashMap<u64, ShopDocument>,
    /// The orders behind an invoice.
    orders_of: HashMap<u64, Vec<u64>>,
    /// The shop's numbers of those orders.
    numbers: HashMap<u64, String>,
}

/// What was last looked for.
#[derive(Debug, Clone, Copy, Default)]
enum Phase {
    #[default]
    Nothing,
    Invoices,
    Rows,
    Orders,
    Numbers,
}

/// A look-up that is still to be made.
#[derive(Debug, Clone)]
enum LookUp {
    /// The invoices made of these orders.
    Invoices(Vec<u64>),
    /// These invoices in the list.
    Rows(BTreeSet<u64>),
    /// The orders behind these invoices.
    Orders(Vec<u64>),
    /// The shop's numbers of these orders.
    Numbers(Vec<u64>),
}

impl Work {
    pub(super) fn on(candidates: Vec<Candidate>) -> Self {
        Self { candidates, ..Self::default() }
    }

    pub(super) fn on_credited(credits: BTreeMap<u64, Vec<CreditNote>>) -> Self {
        Self { credits, ..Self::default() }
    }

    /// The next request; `None` when the documents are complete.
    pub(super) fn next(
        &mut self,
        options: &DocumentsOptions,
        known: &KnownOrders,
        missing: &MissingRights,
    ) -> Option<Request> {
        loop {
            match self.look_ups.front() {
                Some(LookUp::Invoices(keys) | LookUp::Numbers(keys)) => {
                    return Some(requests::linked(SalesDocumentKind::Order, keys));
                }
                Some(LookUp::Orders(keys)) => return Some(requests::linked(SalesDocumentKind::Invoice, keys)),
                Some(LookUp::Rows(wanted)) => match wanted.first() {
                    Some(first) => return Some(requests::invoices_from(*first)),
                    None => drop(self.look_ups.pop_front()),
                },
                None => self.enter_next_phase(options, known, missing)?,
            }
        }
    }

    fn enter_next_phase(
        &mut self,
        options: &DocumentsOptions,
        known: &KnownOrders,
        missing: &MissingRights,
    ) -> Option<()> {
        let seeks = |resource: &str| options.seeks_invoices() && !missing.has(Part::Billed, resource);
        match self.phase {
            Phase::Nothing => {
                self.phase = Phase::Invoices;
                let billed = self.candidates.iter().map(|candidate| &candidate.document).filter(|document| {
                    document.order.is_some() && document.status == Some(super::DocumentState::Billed)
                });
                let keys = billed.map(|document| document.netvisor_key).filter(|_| seeks(ORDER));
                self.look_ups = in_batches(keys.collect(), LookUp::Invoices);
            }
            Phase::Invoices => {
                self.phase = Phase::Rows;
                let invoices = self.invoices_of.values().flatten().map(|invoice| invoice.netvisor_key);
                self.look_ups = [LookUp::Rows(invoices.chain(self.credits.keys().copied()).collect())].into();
            }
            Phase::Rows => {
                self.phase = Phase::Orders;
                for key in self.credits.keys() {
                    if let Some(document) = self.listed.get(key).cloned() {
                        let seek_orders = document.order.is_none();
                        self.candidates.push(Candidate { document, seek_orders });
                    }
                }
                let sought = self.candidates.iter().filter(|candidate| candidate.seek_orders);
                let keys = sought.map(|candidate| candidate.document.netvisor_key).filter(|_| seeks(INVOICE));
                self.look_ups = in_batches(keys.collect(), LookUp::Orders);
            }
            Phase::Orders => {
                self.phase = Phase::Numbers;
                let orders: BTreeSet<u64> = self.orders_of.values().flatten().copied().collect();
                let unknown =
                    orders.into_iter().filter(|order| known.order(SalesDocumentKind::Order, *order).is_none());
                self.look_ups = in_batches(unknown.filter(|_| seeks(ORDER)).collect(), LookUp::Numbers);
            }
            Phase::Numbers => return None,
        }
        Some(())
    }

    /// Reads the answer to the request made last.
    pub(super) fn take_reply(&mut self, status: u16, body: &[u8], known: &KnownOrders) -> Result<Reply, Error> {
        let reply = match self.look_ups.front_mut() {
            Some(LookUp::Rows(wanted)) => {
                let mut found = Vec::new();
                let mut highest = 0;
                let reply = read_sales_invoices(status, body, |row| {
                    highest = highest.max(row.netvisor_key);
                    if wanted.contains(&row.netvisor_key) {
                        let order = order_of(&row, SalesDocumentKind::Invoice, known);
                        found.push(ShopDocument::of(&row, SalesDocumentKind::Invoice, order));
                    }
                })?;
                if matches!(reply, Reply::Done(_)) {
                    self.listed.extend(found.into_iter().map(|document| (document.netvisor_key, document)));
                    // What a page has passed over is not there; where it ends before the first, nothing more comes.
                    let is_last = wanted.first().is_none_or(|first| highest < *first);
                    wanted.retain(|key| !is_last && *key > highest);
                }
                return Ok(reply);
            }
            Some(LookUp::Invoices(_)) => {
                let (reply, orders) = read_in_full(ORDER, status, body)?;
                for order in orders {
                    let invoices = linked(&order, LinkedDocumentKind::SalesInvoice);
                    let invoices = invoices.map(|(key, number)| BilledInvoice::unlisted(key, number.clone()));
                    self.invoices_of.insert(order.netvisor_key, invoices.collect());
                }
                reply
            }
            Some(LookUp::Orders(_)) => {
                let (reply, invoices) = read_in_full(INVOICE, status, body)?;
                for invoice in invoices {
                    let orders = linked(&invoice, LinkedDocumentKind::SalesOrder).map(|(key, _)| key);
                    self.orders_of.insert(invoice.netvisor_key, orders.collect());
                }
                reply
            }
            _ => {
                let (reply, orders) = read_in_full(ORDER, status, body)?;
                for order in orders {
                    if let Some(number) = order.private_comment.as_deref().and_then(marked_number) {
                        self.numbers.insert(order.netvisor_key, number.to_owned());
                    }
                }
                reply
            }
        };
        if matches!(reply, Reply::Done(_)) {
            self.look_ups.pop_front();
        }
        Ok(reply)
    }

    /// Goes on without what the request made last was to tell, and names the resource; `None` where that cannot be left out.
    pub(super) fn give_up(&mut self) -> Option<&'static str> {
        let resource = match self.look_ups.front()? {
            LookUp::Rows(_) => return None,
            LookUp::Invoices(_) | LookUp::Numbers(_) => ORDER,
            LookUp::Orders(_) => INVOICE,
        };
        self.look_ups.clear();
        Some(resource)
    }

    /// The documents, complete.
    pub(super) fn finish(mut self, options: &DocumentsOptions, known: &KnownOrders) -> Vec<ShopDocument> {
        let mut documents = Vec::new();
        for Candidate { mut document, .. } in std::mem::take(&mut self.candidates) {
            let key = document.netvisor_key;
            if let Some(invoices) = self.invoices_of.remove(&key) {
                document.invoices = Some(invoices.into_iter().map(|invoice| self.as_listed(invoice)).collect());
            }
            if let Some(credit_notes) = self.credits.remove(&key) {
                document = document.credited(credit_notes);
            }
            let orders = self.shop_numbers(key, known);
            if document.order.is_some() || (orders.is_empty() && options.others) {
                documents.push(document);
            } else {
                let orders = orders.into_iter();
                documents.extend(orders.map(|order| ShopDocument { order: Some(order), ..document.clone() }));
            }
        }
        documents
    }

    fn as_listed(&self, invoice: BilledInvoice) -> BilledInvoice {
        match self.listed.get(&invoice.netvisor_key) {
            Some(row) => invoice.listed(row),
            None => invoice,
        }
    }

    /// The shop's numbers of the orders behind an invoice.
    fn shop_numbers(&self, invoice: u64, known: &KnownOrders) -> BTreeSet<String> {
        let orders = self.orders_of.get(&invoice).into_iter().flatten();
        let number = |order: &u64| {
            let known = known.order(SalesDocumentKind::Order, *order);
            known.or_else(|| self.numbers.get(order).map(String::as_str)).map(str::to_owned)
        };
        orders.filter_map(number).collect()
    }
}

fn in_batches(keys: Vec<u64>, look_up: fn(Vec<u64>) -> LookUp) -> VecDeque<LookUp> {
    keys.chunks(MAX_KEYS).map(|keys| look_up(keys.to_vec())).collect()
}

/// Documents in full, without the lines nobody needs here; none unless all of them could be read.
fn read_in_full(resource: &str, status: u16, body: &[u8]) -> Result<(Reply, Vec<SalesInvoice>), Error> {
    let mut documents = Vec::new();
    let reply = read_documents(resource, status, body, |mut document| {
        document.lines = Vec::new();
        documents.push(document);
    })?;
    Ok((reply, documents))
}

fn linked(document: &SalesInvoice, kind: LinkedDocumentKind) -> impl Iterator<Item = (u64, &Option<String>)> {
    let linked = document.linked_documents.iter().filter(move |linked| linked.kind == kind);
    linked.map(|linked| (linked.netvisor_key, &linked.number))
}
