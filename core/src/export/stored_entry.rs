//! An order as it stands in a checkpoint.

use serde::Serialize;

use crate::fault::{ErrorKind, Fault, FaultCode};
use crate::order::{Order, OrderFields};
use crate::settings::Settings;
use crate::strict_json::{self, decimal_from_text, record, words};
use crate::wire::reply::Refusal;

use super::entry::{Answer, Doubt, Entry, FoundDocument, Settled, Step};
use super::report::{LinkedCustomer, Outcome, Payment, PaymentState};

words! {
    enum StepName {
        Customer = "customer",
        Product = "product",
        Document = "document",
        Payment = "payment",
    }
}

record! {
    #[derive(Serialize)]
    lenient struct StoredDoubt {
        step: StepName,
        #[serde(skip_serializing_if = "Option::is_none")]
        index: Option<u64>,
        since: u64,
        looked: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        answer: Option<StoredAnswer>,
    }
}

record! {
    #[derive(Serialize)]
    lenient struct StoredAnswer {
        resource: String,
        status: String,
    }
}

record! {
    #[derive(Serialize)]
    lenient struct StoredFault {
        code: String,
        path: String,
        arguments: Vec<String>,
    }
}

record! {
    #[derive(Serialize)]
    lenient struct StoredDocument {
        netvisor_key: u64,
        number: Option<u64>,
        already: bool,
    }
}

record! {
    #[derive(Serialize)]
    lenient struct StoredCustomer {
        netvisor_key: Option<u64>,
        code: Option<String>,
        created: bool,
    }
}

record! {
    #[derive(Serialize)]
    lenient struct StoredPayment {
        method: String,
        amount: String,
        state: PaymentState,
    }
}

/// An order as it is written; borrows what is long.
#[derive(Serialize)]
pub(super) struct StoredEntry<'e> {
    number: &'e str,
    requests: u32,
    attempts: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<&'e Order>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_number: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<StoredCustomer>,
    products_created: &'e [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<StoredDocument>,
    payments: Vec<StoredPayment>,
    warnings: Vec<StoredFault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<StoredDoubt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    faults: Vec<StoredFault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<StoredAnswer>,
}

record! {
    /// The same, read back.
    lenient struct ReadEntry {
        number: String,
        requests: u64,
        attempts: u64,
        order: Option<OrderFields>,
        document_number: Option<u64>,
        customer: Option<StoredCustomer>,
        products_created: Vec<String>,
        document: Option<StoredDocument>,
        payments: Vec<StoredPayment>,
        warnings: Vec<StoredFault>,
        doubt: Option<StoredDoubt>,
        outcome: Option<Outcome>,
        faults: Vec<StoredFault>,
        answer: Option<StoredAnswer>,
    }
}

impl<'e> StoredEntry<'e> {
    pub(super) fn of(entry: &'e Entry) -> Self {
        let settled = entry.settled.as_ref();
        Self {
            number: &entry.number,
            requests: entry.requests,
            attempts: entry.attempts,
            order: entry.order.as_deref(),
            document_number: entry.document_number,
            customer: entry.customer.clone().map(|LinkedCustomer { netvisor_key, code, created }| StoredCustomer {
                netvisor_key,
                code,
                created,
            }),
            products_created: &entry.products_created,
            document: entry.document.clone().map(|FoundDocument { netvisor_key, number, already }| StoredDocument {
                netvisor_key,
                number,
                already,
            }),
            payments: entry.payments.iter().map(stored_payment).collect(),
            warnings: entry.warnings.iter().map(stored_fault).collect(),
            doubt: entry.doubt.as_ref().map(stored_doubt),
            outcome: settled.map(|settled| settled.outcome),
            faults: settled.into_iter().flat_map(|settled| &settled.faults).map(stored_fault).collect(),
            answer: settled.and_then(|settled| settled.answer.as_ref()).map(stored_answer),
        }
    }
}

fn stored_payment(payment: &Payment) -> StoredPayment {
    StoredPayment { method: payment.method.clone(), amount: payment.amount.to_string(), state: payment.state }
}

fn stored_fault(fault: &Fault) -> StoredFault {
    StoredFault {
        code: fault.code().as_str().to_owned(),
        path: fault.path().to_owned(),
        arguments: fault.arguments().to_vec(),
    }
}

fn stored_answer(answer: &Answer) -> StoredAnswer {
    StoredAnswer { resource: answer.resource.clone(), status: answer.refusal.status() }
}

fn stored_doubt(doubt: &Doubt) -> StoredDoubt {
    let (step, index) = match doubt.step {
        Step::Customer => (StepName::Customer, None),
        Step::Product(index) => (StepName::Product, Some(index as u64)),
        Step::Document => (StepName::Document, None),
        Step::Payment(index) => (StepName::Payment, Some(index as u64)),
    };
    StoredDoubt {
        step,
        index,
        since: u64::try_from(doubt.since).unwrap_or_default(),
        looked: doubt.looked,
        answer: doubt.refusal.as_ref().map(stored_answer),
    }
}

/// Reads an order back; `None` where it is none of ours.
pub(super) fn restored(json: &[u8], settings: &Settings) -> Option<Entry> {
    let read: ReadEntry = strict_json::read_stored(ErrorKind::Checkpoint, json).ok()?;
    let mut entry = Entry::unread(read.number);
    entry.requests = u32::try_from(read.requests).ok()?;
    entry.attempts = u32::try_from(read.attempts).ok()?;
    entry.document_number = read.document_number;
    entry.customer = read.customer.map(|StoredCustomer { netvisor_key, code, created }| LinkedCustomer {
        netvisor_key,
        code,
        created,
    });
    entry.products_created = read.products_created;
    entry.document = read.document.map(|StoredDocument { netvisor_key, number, already }| FoundDocument {
        netvisor_key,
        number,
        already,
    });
    entry.payments = read.payments.into_iter().map(read_payment).collect::<Option<_>>()?;
    entry.warnings = read_faults(read.warnings, settings)?;
    entry.doubt = match read.doubt {
        Some(doubt) => Some(read_doubt(doubt)?),
        None => None,
    };
    match (read.outcome, read.order) {
        (Some(outcome), _) => {
            let answer = read.answer.map(read_answer);
            entry.settle(Settled { outcome, faults: read_faults(read.faults, settings)?, answer });
        }
        (None, order) => entry.order = Some(Box::new(order?.check().ok()?)),
    }
    Some(entry)
}

fn read_payment(stored: StoredPayment) -> Option<Payment> {
    Some(Payment { method: stored.method, amount: decimal_from_text(&stored.amount)?, state: stored.state })
}

fn read_faults(stored: Vec<StoredFault>, settings: &Settings) -> Option<Vec<Fault>> {
    let read = |fault: StoredFault| {
        let code = FaultCode::from_code(&fault.code)?;
        Some(Fault::restore(code, fault.path, fault.arguments).in_language(settings.language()))
    };
    stored.into_iter().map(read).collect()
}

fn read_answer(stored: StoredAnswer) -> Answer {
    Answer { refusal: Refusal::restore(&stored.resource, stored.status), resource: stored.resource }
}

fn read_doubt(stored: StoredDoubt) -> Option<Doubt> {
    let index = || usize::try_from(stored.index?).ok();
    Some(Doubt {
        step: match stored.step {
            StepName::Customer => Step::Customer,
            StepName::Product => Step::Product(index()?),
            StepName::Document => Step::Document,
            StepName::Payment => Step::Payment(index()?),
        },
        since: i64::try_from(stored.since).ok()?,
        looked: stored.looked,
        above: 0,
        refusal: stored.answer.map(read_answer),
    })
}
