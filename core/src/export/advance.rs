//! What an order needs next: customer, products, document, payments.

use crate::document::{Buyer, Findings, FoundCustomer, step};
use crate::fault::{Error, Fault, FaultCode};
use crate::order::Order;
use crate::settings::{MissingCustomer, MissingProduct, Settings, UpdateCustomer};
use crate::wire::Request;

use super::entry::{Entry, Settled, Step};
use super::look;
use super::registers::{CustomerCard, Registers, Resource, comparable};
use super::report::{LinkedCustomer, Outcome, PaymentState};

/// What is to be done for an order.
pub(super) enum Next {
    /// Something that changes Netvisor is sent.
    Send { step: Step, request: Request },
    /// The customer's card is changed; to do it twice does no harm.
    UpdateCustomer { request: Request },
    /// What was sent before is looked for.
    Look(Request),
    /// It is set aside until then.
    SetAside(i64),
    /// Another order is finding out about a card both need.
    WaitFor(Resource),
    /// It has ended.
    Ended,
}

/// Decides; notes on the order what has been found out on the way.
pub(super) fn next(entry: &mut Entry, settings: &Settings, registers: &Registers, now: i64) -> Next {
    if entry.settled.is_some() {
        return Next::Ended;
    }
    if let Some(doubt) = &mut entry.doubt {
        // A time to come was named by a clock that was wrong, in a process before this one.
        doubt.since = doubt.since.min(now);
        let end = look::quarantine_end(doubt, settings);
        if doubt.looked && now < end {
            return Next::SetAside(end);
        }
        if let Some(request) = look::request(entry, settings) {
            return Next::Look(request);
        }
        entry.doubt = None;
    }
    // Taken out while the entry is written to.
    let Some(order) = entry.order.take() else { return Next::Ended };
    let decided = decide(entry, &order, settings, registers);
    if entry.settled.is_none() {
        entry.order = Some(order);
    }
    decided.unwrap_or_else(|error| {
        // Core has checked the order before: what is found now could not be known then.
        entry.settle(Settled::rejected(error.faults().cloned()));
        Next::Ended
    })
}

fn decide(entry: &mut Entry, order: &Order, settings: &Settings, registers: &Registers) -> Result<Next, Error> {
    let mut findings = Findings::default();
    match &entry.document {
        Some(document) => findings.document_key = Some(document.netvisor_key),
        None => {
            findings.customer = match customer(entry, order, settings, registers)? {
                Found::Ready(customer) => customer,
                Found::Not(next) => return Ok(next),
            };
            if let Some(next) = products(entry, order, settings, registers, &mut findings)? {
                return Ok(next);
            }
            let prepared = step::create_document(order, settings, &findings)?;
            entry.warn(prepared.warnings);
            return Ok(Next::Send { step: Step::Document, request: prepared.request });
        }
    }
    if let Some(index) = entry.payments.iter().position(|payment| payment.state == PaymentState::Missing)
        && let Some(request) = step::record_payment(order, settings, &findings, index)?
    {
        return Ok(Next::Send { step: Step::Payment(index), request });
    }
    let already = entry.document.as_ref().is_some_and(|document| document.already);
    entry.settle(Settled::well(if already { Outcome::AlreadyExported } else { Outcome::Exported }));
    Ok(Next::Ended)
}

enum Found {
    Ready(FoundCustomer),
    Not(Next),
}

fn customer(entry: &mut Entry, order: &Order, settings: &Settings, registers: &Registers) -> Result<Found, Error> {
    if let Some(LinkedCustomer { netvisor_key: Some(key), created: true, .. }) = entry.customer {
        return Ok(Found::Ready(FoundCustomer::Key(key)));
    }
    let buyer = step::buyer(order, settings)?;
    let temporary = &settings.customers.temporary_code;
    let linked_to_temporary =
        || Some(LinkedCustomer { netvisor_key: None, code: Some(temporary.clone()), created: false });
    let Some(resource) = Resource::of_buyer(&buyer) else {
        if buyer == Buyer::Temporary {
            entry.customer = linked_to_temporary();
            return Ok(Found::Ready(FoundCustomer::Lacking));
        }
        return create_customer(entry, order, settings).map(Found::Not);
    };
    let shown = match &buyer {
        Buyer::Code(identifier) | Buyer::BusinessId(identifier) => identifier.clone(),
        Buyer::Temporary | Buyer::Unidentified => "".into(),
    };
    match registers.customers(&resource).as_slice() {
        [card] => {
            entry.customer =
                Some(LinkedCustomer { netvisor_key: Some(card.netvisor_key), code: card.code.clone(), created: false });
            Ok(match changed(order, card, settings, registers, entry) {
                Some(request) => Found::Not(Next::UpdateCustomer { request }),
                None => Found::Ready(FoundCustomer::Key(card.netvisor_key)),
            })
        }
        [] if registers.is_in_doubt(&resource) => Ok(Found::Not(Next::WaitFor(resource))),
        [] => match settings.customers.missing {
            MissingCustomer::Create => create_customer(entry, order, settings).map(Found::Not),
            MissingCustomer::Temporary => {
                let warning = Fault::new(FaultCode::CustomerReplaced, "/customer").with(shown).with(temporary);
                entry.warn([warning]);
                entry.customer = linked_to_temporary();
                Ok(Found::Ready(FoundCustomer::Lacking))
            }
            MissingCustomer::Reject => {
                entry.settle(Settled::rejected([Fault::new(FaultCode::CustomerNotFound, "/customer").with(shown)]));
                Ok(Found::Not(Next::Ended))
            }
        },
        cards => {
            let keys: Vec<String> = cards.iter().map(|card| card.netvisor_key.to_string()).collect();
            let fault = Fault::new(FaultCode::CustomerAmbiguous, "/customer").with(shown).with(keys.join(", "));
            entry.settle(Settled::rejected([fault]));
            Ok(Found::Not(Next::Ended))
        }
    }
}

fn create_customer(entry: &mut Entry, order: &Order, settings: &Settings) -> Result<Next, Error> {
    let prepared = step::create_customer(order, settings)?;
    entry.warn(prepared.warnings);
    Ok(Next::Send { step: Step::Customer, request: prepared.request })
}

/// The request that changes a card, where the merchant wants that and the order has another name or business id.
fn changed(
    order: &Order,
    card: &CustomerCard,
    settings: &Settings,
    registers: &Registers,
    entry: &Entry,
) -> Option<Request> {
    if settings.customers.update == UpdateCustomer::Never
        || entry.customer_updated
        || registers.has_created(card.netvisor_key)
    {
        return None;
    }
    let name = Some(order.customer.name.trim()).filter(|name| !name.is_empty() && *name != card.name.trim());
    let business_id = order.customer.business_id.as_deref().filter(|business_id| {
        let known = card.business_id.as_deref().unwrap_or_default();
        !business_id.trim_start().is_empty() && comparable(business_id) != comparable(known)
    });
    (name.is_some() || business_id.is_some())
        .then(|| step::update_customer(order, settings, card.netvisor_key, (name.is_some(), business_id.is_some())))
}

fn products(
    entry: &mut Entry,
    order: &Order,
    settings: &Settings,
    registers: &Registers,
    findings: &mut Findings,
) -> Result<Option<Next>, Error> {
    for (index, product) in step::products(order, settings)?.iter().enumerate() {
        let resource = Resource::of_product(product);
        if registers.has_product(&resource) {
            continue;
        }
        match settings.products.missing {
            MissingProduct::Create if registers.is_in_doubt(&resource) => return Ok(Some(Next::WaitFor(resource))),
            MissingProduct::Create => {
                let prepared = step::create_product(order, settings, product)?;
                entry.warn(prepared.warnings);
                return Ok(Some(Next::Send { step: Step::Product(index), request: prepared.request }));
            }
            MissingProduct::Fallback => {
                findings.lacking_products.insert(product.link.code.to_string());
            }
            MissingProduct::Reject => {
                let path = product.line.map_or_else(|| "/lines".to_owned(), |line| format!("/lines/{line}"));
                let fault = Fault::new(FaultCode::ProductNotFound, path).with(&product.link.code);
                entry.settle(Settled::rejected([fault]));
                return Ok(Some(Next::Ended));
            }
        }
    }
    Ok(None)
}
