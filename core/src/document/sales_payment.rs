use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::order::{Date, Order};
use crate::settings::{Characters, DocumentKind, InvoiceStatus, PaymentMethod, Settings};
use crate::wire::{
    Awaited, Content, Element, Method, Number, Request, Tags, With, XmlWriter, aggregate, attribute, tags,
};

use super::amounts::Amounts;
use super::known::Findings;
use super::notes::{Notes, Room};

aggregate! {
    /// A payment (§2.2).
    struct SalesPayment<'a> {
        sum as "sum": With<'a, 1, Number>,
        payment_date as "paymentdate": Date,
        target_identifier as "targetidentifier": With<'static, 2, &'a Target>,
        source_name as "sourcename": Cow<'a, str>,
        payment_method as "paymentmethod": MethodElement<'a>,
    }
}

/// The payment method with the accounts that override its own.
struct MethodElement<'a> {
    method_type: &'static str,
    account: Option<&'a str>,
    receivable_account: Option<&'a str>,
    name: Cow<'a, str>,
}

impl Element for MethodElement<'_> {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        xml.start_with_attributes(tags);
        xml.attribute(attribute!("type", self.method_type));
        if let Some(account) = self.account {
            xml.attribute(attribute!("overrideaccountingaccountnumber", account));
        }
        if let Some(account) = self.receivable_account {
            xml.attribute(attribute!("overridesalesreceivableaccountnumber", account));
        }
        xml.markup(">");
        self.name.write_content(xml);
        xml.end(tags);
    }
}

/// The method under which gift cards are recorded.
const GIFT_CARD: &str = "gift_card";

/// Money the shop has received for an order.
pub(super) struct Received<'o> {
    pub(super) amount: Decimal,
    date: Date,
    pub(super) method: &'o str,
}

/// What is to be recorded: gift cards shown as payments, and what else was paid. Nothing when the merchant records no
/// payments.
pub(super) fn received<'o>(
    order: &'o Order,
    settings: &Settings,
    amounts: &Amounts,
    notes: &mut Notes<'_>,
) -> Vec<Received<'o>> {
    let mut received = Vec::new();
    if !settings.records_payments() {
        return received;
    }
    let paid_on = order.payment.as_ref().and_then(|payment| payment.paid_on);
    let date = paid_on.unwrap_or(order.placed_at.date());
    if amounts.gift_cards > Decimal::ZERO {
        received.push(Received { amount: amounts.gift_cards, date, method: GIFT_CARD });
    }
    if let Some(payment) = order.payment.as_ref().filter(|payment| payment.paid) {
        let amount = payment.amount.map_or(*order.total, |amount| *amount);
        if amount != *order.total {
            let warning = Fault::new(FaultCode::PaymentAmountDiffers, "/payment/amount");
            notes.warning(warning.with(order.currency.show(amount)).with(order.currency.show(*order.total)));
        }
        if amount > Decimal::ZERO {
            if paid_on.is_none() {
                notes.warning(Fault::new(FaultCode::PaymentDateMissing, "/payment/paid_on"));
            }
            received.push(Received { amount, date, method: &payment.method });
        }
    }
    received
}

/// Whether an invoice has to accept partial payments for its payments to attach: an unsent one always (§6.4), any other
/// unless it is paid by one payment of the whole (§2.2).
pub(super) fn expects_partial_payments(received: &[Received<'_>], settings: &Settings, amounts: &Amounts) -> bool {
    let DocumentKind::Invoice(status) = settings.document_kind() else { return false };
    match received {
        [] => false,
        [whole] if whole.amount == amounts.total => status == InvoiceStatus::Unsent,
        _ => true,
    }
}

/// The requests that record the payments.
pub(super) fn sales_payments(
    order: &Order,
    settings: &Settings,
    received: &[Received<'_>],
    target: &Target,
    notes: &mut Notes<'_>,
) -> Vec<Request> {
    received.iter().filter_map(|received| request(order, settings, target, received, notes)).collect()
}

/// What the payments are for.
pub(super) enum Target {
    /// The document by its NetvisorKey.
    Key(u64),
    /// The document by its number.
    Number(u64),
    /// The document by its NetvisorKey, which the reply to its creation will give.
    Awaited,
}

impl Target {
    /// By the key where it is known. By the number only where that can mean one document: with an auxiliary trade name there
    /// are several number series (§6.11).
    pub(super) fn new(findings: &Findings, number: Option<u64>, settings: &Settings) -> Self {
        match (findings.document_key, number) {
            (Some(key), _) => Self::Key(key),
            (None, Some(number)) if settings.document.second_name.is_none() => Self::Number(number),
            (None, _) => Self::Awaited,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Key(_) | Self::Awaited => "netvisor",
            Self::Number(_) => "invoicenumber",
        }
    }
}

impl Content for &Target {
    fn write_content(&self, xml: &mut XmlWriter) {
        match self {
            Target::Key(identifier) | Target::Number(identifier) => xml.digits(*identifier),
            Target::Awaited => {}
        }
    }
}

fn request(
    order: &Order,
    settings: &Settings,
    target: &Target,
    &Received { amount, date, method }: &Received<'_>,
    notes: &mut Notes<'_>,
) -> Option<Request> {
    let Some(PaymentMethod { name, method_type, account }) = settings.payment.methods.get(method) else {
        let path = if method == GIFT_CARD { "/lines" } else { "/payment/method" };
        notes.fault(Fault::new(FaultCode::PaymentMethodUnmapped, path));
        return None;
    };
    // A payment for an order is a prepayment, and Netvisor wants its account (§6.5).
    let is_order = matches!(settings.document_kind(), DocumentKind::Order(_));
    let payment = SalesPayment {
        sum: With(
            [attribute!("currency", order.currency.as_str())],
            Number { value: amount, decimals: order.currency.decimals() },
        ),
        payment_date: date,
        target_identifier: With(
            [attribute!("type", target.kind()), attribute!("targettype", if is_order { "order" } else { "invoice" })],
            target,
        ),
        source_name: notes.fit(&order.customer.name, Room::OpenLine, || "/customer/name".to_owned()),
        payment_method: MethodElement {
            method_type: method_type.as_str(),
            account: account.as_deref(),
            receivable_account: settings.payment.prepayment_account.as_deref().filter(|_| is_order),
            name: Cow::Borrowed(name.as_deref().unwrap_or(method)),
        },
    };
    let mut xml = XmlWriter::new(settings.xml.characters == Characters::Ascii, 500);
    payment.write(tags!("salespayment"), &mut xml);
    let mut request = Request::new(Method::Post, "salespayment.nv").with_body(xml.finish());
    if matches!(target, Target::Awaited) {
        request.awaits.push(Awaited::DocumentKey);
    }
    Some(request)
}
