//! What Netvisor's answers mean for the export.

use crate::exchange::WaitReason;
use crate::fault::{Error, FaultCode};
use crate::wire::reply::{
    Reply, Retry, read_customers, read_product_keys, read_products, read_reply, read_sales_invoices,
};

use super::agenda::LookUp;
use super::entry::{Answer, Entry, Step};
use super::look::{self, Rows};
use super::machine::{InFlight, OrderExport, Purpose};
use super::registers::Resource;
use super::report::{LinkedCustomer, PaymentState};

impl OrderExport {
    pub(super) fn take_reply(&mut self, in_flight: &InFlight, status: u16, body: &[u8]) {
        match in_flight.purpose {
            Purpose::LookUp => self.take_look_up(in_flight, status, body),
            Purpose::Look(index) => self.take_look(index, in_flight, status, body),
            Purpose::Step(index) => self.take_step(index, in_flight, status, body),
            Purpose::UpdateCustomer(index) => self.take_update(index, in_flight, status, body),
        }
    }

    /// Whether a look-up was answered; goes on accordingly where it was not.
    fn was_answered(&mut self, reply: Result<Reply, Error>, in_flight: &InFlight) -> bool {
        match reply {
            Ok(Reply::Done(_)) => {
                self.answered();
                true
            }
            Ok(Reply::Refused(refusal)) => {
                match refusal.retry() {
                    Retry::Later => self.back_off(WaitReason::Maintenance),
                    // A look-up changes nothing, so it may be made again whatever became of it.
                    Retry::AfterLookUp | Retry::WithNewTransactionId => self.back_off(WaitReason::BackOff),
                    // Without it nothing can be sent safely.
                    Retry::Never => self.stop(Answer { resource: in_flight.resource.clone(), refusal }),
                }
                false
            }
            Err(_) => {
                self.back_off(WaitReason::BackOff);
                false
            }
        }
    }

    fn take_look_up(&mut self, in_flight: &InFlight, status: u16, body: &[u8]) {
        let (entries, registers, agenda, settings) = self.parts();
        let (mut rows, mut highest_key) = (0, 0);
        let reply = match agenda.current() {
            Some(LookUp::Documents { .. } | LookUp::Number(_)) => read_sales_invoices(status, body, |row| {
                rows += 1;
                highest_key = highest_key.max(row.netvisor_key);
                agenda.take_document(&row, entries, settings);
            }),
            Some(LookUp::Customers(_) | LookUp::Card(Resource::CustomerCode(_) | Resource::BusinessId(_))) => {
                read_customers(status, body, |row| registers.add_customer(&row))
            }
            Some(LookUp::Products(_) | LookUp::Card(Resource::Product(_))) => read_products(status, body, |row| {
                row.code.into_iter().for_each(|code| registers.add_product(Resource::Product(code.trim().to_owned())));
            }),
            Some(LookUp::Card(Resource::Ean(ean))) => {
                read_product_keys(status, body, |_| registers.add_product(Resource::Ean(ean.clone())))
            }
            None => return,
        };
        if self.was_answered(reply, in_flight) {
            let (entries, _, agenda, _) = self.parts();
            agenda.answered(rows, highest_key, entries);
        }
    }

    fn take_look(&mut self, index: usize, in_flight: &InFlight, status: u16, body: &[u8]) {
        let (entries, registers, _, settings) = self.parts();
        let entry = &entries[index];
        let Some(step) = entry.doubt.as_ref().map(|doubt| doubt.step.clone()) else { return };
        let mut documents = Rows::default();
        let mut new_customer = None;
        let reply = match (&step, look::resource(entry, &step, settings)) {
            (Step::Document | Step::Payment(_), _) => {
                read_sales_invoices(status, body, |row| documents.take(row, entry))
            }
            (Step::Customer, None) => read_customers(status, body, |row| {
                if look::is_new_customer(entry, &row, settings, registers) {
                    new_customer = new_customer.max(Some(row.netvisor_key));
                }
            }),
            (Step::Customer, Some(_)) => read_customers(status, body, |row| registers.add_customer(&row)),
            (Step::Product(_), Some(Resource::Ean(ean))) => {
                read_product_keys(status, body, |_| registers.add_product(Resource::Ean(ean.clone())))
            }
            (Step::Product(_), _) => read_products(status, body, |row| {
                row.code.into_iter().for_each(|code| registers.add_product(Resource::Product(code.trim().to_owned())));
            }),
        };
        if !self.was_answered(reply, in_flight) {
            return;
        }
        let looked_at = in_flight.sent_at;
        self.with_entry(index, |entry, registers, settings| match step {
            Step::Document | Step::Payment(_) => look::at_documents(entry, documents, looked_at, settings),
            Step::Customer | Step::Product(_) => {
                look::at_card(entry, new_customer, looked_at, settings, registers);
            }
        });
    }

    fn take_step(&mut self, index: usize, in_flight: &InFlight, status: u16, body: &[u8]) {
        let Ok(reply) = read_reply(&in_flight.resource, status, body) else {
            // Nothing is certain: the doubt stays.
            return;
        };
        match reply {
            Reply::Done(done) => {
                self.answered();
                // Netvisor names what it has made (§4); an answer without that is no answer.
                if let Some(key) = done.inserted_key {
                    self.made(index, key);
                }
            }
            Reply::Refused(refusal) => {
                let answer = Answer { resource: in_flight.resource.clone(), refusal };
                self.refused(index, answer);
            }
        }
    }

    /// An order's step has been carried out.
    fn made(&mut self, index: usize, key: u64) {
        self.with_entry(index, |entry, registers, settings| {
            let Some(doubt) = entry.doubt.clone() else { return };
            let resource = look::resource(entry, &doubt.step, settings);
            look::certain(entry);
            match doubt.step {
                Step::Customer => {
                    let name = entry.order.as_ref().map(|order| order.customer.name.clone()).unwrap_or_default();
                    registers.add_created_customer(key, resource.as_ref(), &name);
                    let code = match resource {
                        Some(Resource::CustomerCode(code)) => Some(code),
                        _ => None,
                    };
                    entry.customer = Some(LinkedCustomer { netvisor_key: Some(key), code, created: true });
                }
                Step::Product(_) => {
                    if let Some(resource) = resource {
                        if let Resource::Product(code) | Resource::Ean(code) = &resource {
                            entry.products_created.push(code.clone());
                        }
                        registers.add_product(resource);
                    }
                }
                Step::Document => {
                    let number = entry.document_number;
                    entry.document = Some(super::entry::FoundDocument { netvisor_key: key, number, already: false });
                }
                Step::Payment(payment) => {
                    if let Some(payment) = entry.payments.get_mut(payment) {
                        payment.state = PaymentState::Recorded;
                    }
                }
            }
        });
    }

    fn refused(&mut self, index: usize, answer: Answer) {
        match (answer.refusal.code(), answer.refusal.retry()) {
            // Not carried out, and the next order would fare alike.
            (FaultCode::NetvisorAuthenticationFailed | FaultCode::NetvisorServiceAccess, _) => {
                self.with_entry(index, |entry, _, _| look::certain(entry));
                self.stop(answer);
            }
            (_, Retry::Later) => {
                self.keep_in_doubt(index, answer);
                self.back_off(WaitReason::Maintenance);
            }
            (_, Retry::AfterLookUp | Retry::WithNewTransactionId) => {
                self.answered();
                self.keep_in_doubt(index, answer);
            }
            (_, Retry::Never) => {
                self.answered();
                self.with_entry(index, |entry, _, _| entry.fail(Vec::new(), Some(answer)));
            }
        }
    }

    fn keep_in_doubt(&mut self, index: usize, answer: Answer) {
        if let Some(doubt) = &mut self.entries[index].doubt {
            doubt.refusal = Some(answer);
        }
    }

    fn take_update(&mut self, index: usize, in_flight: &InFlight, status: u16, body: &[u8]) {
        let reply = read_reply(&in_flight.resource, status, body);
        match reply {
            // The order does not have to wait for it: the document names the buyer anyway.
            Ok(Reply::Refused(refusal))
                if refusal.retry() == Retry::Never
                    && !matches!(
                        refusal.code(),
                        FaultCode::NetvisorAuthenticationFailed | FaultCode::NetvisorServiceAccess
                    ) =>
            {
                self.answered();
                let warning = crate::Fault::restore(refusal.code(), "/customer".to_owned(), Vec::new());
                self.with_entry(index, |entry, _, _| {
                    entry.warn([warning]);
                    entry.customer_updated = true;
                });
            }
            reply => {
                if self.was_answered(reply, in_flight) {
                    self.with_entry(index, |entry: &mut Entry, _, _| entry.customer_updated = true);
                }
            }
        }
    }
}
