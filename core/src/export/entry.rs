use crate::document::step;
use crate::exchange::Trouble;
use crate::fault::{Error, Fault};
use crate::order::Order;
use crate::settings::{DocumentKind, Settings};

use super::report::{ExportedDocument, LinkedCustomer, OrderReport, Outcome, Payment, PaymentState};

/// One order on its way.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The order's number in the shop.
    pub(super) number: String,
    /// Until it has ended.
    pub(super) order: Option<Box<Order>>,
    /// The number its document has or will have, where it is ours to give.
    pub(super) document_number: Option<u64>,
    pub(super) customer: Option<LinkedCustomer>,
    /// Its card has been brought up to date, or Netvisor would not have it.
    pub(super) customer_updated: bool,
    pub(super) products_created: Vec<String>,
    pub(super) document: Option<FoundDocument>,
    pub(super) payments: Vec<Payment>,
    pub(super) warnings: Vec<Fault>,
    pub(super) requests: u32,
    /// What was sent and has no certain answer yet. Set before sending, so that every checkpoint tells of it.
    pub(super) doubt: Option<Doubt>,
    /// How often the present step has been sent.
    pub(super) attempts: u32,
    pub(super) settled: Option<Settled>,
}

/// The order's document in Netvisor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundDocument {
    pub(super) netvisor_key: u64,
    pub(super) number: Option<u64>,
    /// It was there before this export sent anything.
    pub(super) already: bool,
}

/// What an order needs in Netvisor, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Customer,
    /// By its place among the order's products.
    Product(usize),
    Document,
    /// By its place among the order's payments.
    Payment(usize),
}

/// A request that may or may not have been carried out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Doubt {
    pub(super) step: Step,
    /// When it was sent, in milliseconds since 1970.
    pub(super) since: i64,
    /// A look found nothing, so the next is due when the quarantine is over.
    pub(super) looked: bool,
    /// Where a look that takes several pages goes on: above this key.
    pub(super) above: u64,
    /// Netvisor's answer, where it is one that leaves doubt.
    pub(super) refusal: Option<Answer>,
}

/// Netvisor's no to a resource.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    pub(super) resource: String,
    pub(super) refusal: crate::wire::reply::Refusal,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Settled {
    pub(super) outcome: Outcome,
    pub(super) faults: Vec<Fault>,
    pub(super) answer: Option<Answer>,
}

impl Settled {
    pub(super) fn well(outcome: Outcome) -> Self {
        Self { outcome, faults: Vec::new(), answer: None }
    }

    pub(super) fn rejected(faults: impl IntoIterator<Item = Fault>) -> Self {
        Self { outcome: Outcome::Rejected, faults: faults.into_iter().collect(), answer: None }
    }
}

impl Entry {
    /// An order to be exported, or rejected where it cannot become a document by these settings.
    pub(super) fn new(order: Order, settings: &Settings) -> Self {
        let mut entry = Self::unread(order.number.clone());
        match crate::document::preview(&order, settings, &crate::document::Known::default()) {
            Ok(_) => {
                entry.document_number = step::number(&order, settings).unwrap_or_default();
                entry.payments = expected_payments(&order, settings);
                entry.order = Some(Box::new(order));
            }
            Err(error) => entry.reject(&error),
        }
        entry
    }

    /// An order that could not be read.
    pub(super) fn refused(number: String, error: &Error) -> Self {
        let mut entry = Self::unread(number);
        entry.reject(error);
        entry
    }

    pub(super) fn unread(number: String) -> Self {
        Self {
            number,
            order: None,
            document_number: None,
            customer: None,
            customer_updated: false,
            products_created: Vec::new(),
            document: None,
            payments: Vec::new(),
            warnings: Vec::new(),
            requests: 0,
            doubt: None,
            attempts: 0,
            settled: None,
        }
    }

    fn reject(&mut self, error: &Error) {
        self.settled = Some(Settled::rejected(error.faults().cloned()));
    }

    pub(super) fn settle(&mut self, settled: Settled) {
        self.settled = Some(settled);
        // Nothing more is asked of it, and a long run should not keep what it is done with.
        self.order = None;
        self.doubt = None;
    }

    /// Ends it after something went wrong: incomplete if its document is there, failed else.
    pub(super) fn fail(&mut self, faults: Vec<Fault>, answer: Option<Answer>) {
        let outcome = if self.document.is_some() { Outcome::Incomplete } else { Outcome::Failed };
        self.settle(Settled { outcome, faults, answer });
    }

    /// Adds warnings that it does not have yet: a document that is sent twice says the same twice.
    pub(super) fn warn(&mut self, warnings: impl IntoIterator<Item = Fault>) {
        for warning in warnings {
            let same = |known: &Fault| known.code() == warning.code() && known.path() == warning.path();
            if !self.warnings.iter().any(same) {
                self.warnings.push(warning);
            }
        }
    }

    /// The report as far as the order has come; `ended` is what ended the run before this order did.
    pub(super) fn report(&self, settings: &Settings, ended: Option<&Trouble>) -> OrderReport {
        let (outcome, trouble) = match &self.settled {
            Some(settled) => {
                let refusal = settled.answer.as_ref().map(|answer| answer.refusal.clone());
                (settled.outcome, Trouble { faults: settled.faults.clone(), refusal })
            }
            None => self.unfinished(ended),
        };
        let language = settings.language();
        let spoken = |faults: Vec<Fault>| faults.into_iter().map(|fault| fault.in_language(language)).collect();
        OrderReport {
            order: self.number.clone(),
            outcome,
            document: self.document.as_ref().map(|document| ExportedDocument {
                kind: kind(settings),
                number: document.number,
                netvisor_key: document.netvisor_key,
            }),
            customer: self.customer.clone(),
            products_created: self.products_created.clone(),
            payments: self.payments.clone(),
            warnings: spoken(self.warnings.clone()),
            trouble: Trouble {
                faults: spoken(trouble.faults),
                refusal: trouble.refusal.map(|refusal| refusal.in_language(language)),
            },
            requests: self.requests,
        }
    }

    fn unfinished(&self, ended: Option<&Trouble>) -> (Outcome, Trouble) {
        let trouble = ended.cloned().unwrap_or_default();
        if let Some(doubt) = &self.doubt {
            let refusal = doubt.refusal.as_ref().map(|answer| answer.refusal.clone());
            let faults = vec![Fault::new(crate::FaultCode::OutcomeUncertain, "")];
            return (Outcome::InDoubt, Trouble { faults, refusal });
        }
        match (&self.document, ended) {
            (Some(_), _) => (Outcome::Incomplete, trouble),
            (None, Some(_)) => (Outcome::Failed, trouble),
            (None, None) => (Outcome::Pending, trouble),
        }
    }
}

pub(super) fn expected_payments(order: &Order, settings: &Settings) -> Vec<Payment> {
    step::payments(order, settings)
        .into_iter()
        .map(|payment| Payment { method: payment.method, amount: payment.amount, state: PaymentState::Missing })
        .collect()
}

fn kind(settings: &Settings) -> &'static str {
    match settings.document_kind() {
        DocumentKind::Order(_) => "order",
        DocumentKind::Invoice(_) => "invoice",
        DocumentKind::Draft => "draft",
    }
}
