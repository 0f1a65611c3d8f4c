use rust_decimal::Decimal;

use super::{Method, lines};
use crate::decimal::{self, cents};
use crate::reference_number::with_check_digit;
use crate::reply::{Failure, Reply};
use crate::schema::is_currency;
use crate::state::{Customer, Document, Kind, State};
use crate::xml::Element;

/// salesinvoice.nv (§2.1). An edit replaces the whole document and keeps its number and payments.
pub(super) fn import(state: &mut State, method: Method, mut message: Element) -> Result<Reply, Failure> {
    let own_key = match method {
        Method::Add => None,
        Method::Edit(key) => Some(key),
    };
    let old = match own_key {
        None => None,
        Some(key) => Some(state.documents.get(key).ok_or_else(|| {
            Failure::invalid_data(format!("Sales invoice not found with Netvisor identifier: {key}"))
        })?),
    };
    let kind = kind_and_status(&message)?;
    check_content(&message, kind)?;
    let (customer_key, customer) = customer(state, &message)?;
    let lines = lines::totals(state, &message)?;
    let (currency, amount) = amount(&message, lines.iter().map(|line| line.sum))?;
    let second_name = message.value("secondname").to_owned();
    let kept = old.filter(|old| old.kind == kind && old.second_name == second_name).and_then(|old| old.number);
    let number = number(state, own_key, &message, kind, &second_name, kept)?;
    let key = own_key.unwrap_or_else(|| state.documents.next_key());
    let reference_number = match message.filled("salesinvoicereferencenumber") {
        Some(given) => given.to_owned(),
        None if kind == Kind::Draft => String::new(),
        None => with_check_digit(&(100_000 + u64::from(key)).to_string()),
    };
    fill_address(&mut message, customer);
    let mut document = Document {
        kind,
        number,
        second_name,
        reference_number,
        status: message.value("salesinvoicestatus").to_owned(),
        customer_key,
        currency,
        amount,
        lines,
        paid: old.map_or(Decimal::ZERO, |old| old.paid),
        sent: message,
    };
    document.settle();
    match own_key.and_then(|key| state.documents.get_mut(key)) {
        Some(own) => {
            *own = document;
            Ok(Reply::Done)
        }
        None => Ok(Reply::Inserted(state.documents.insert(document))),
    }
}

fn kind_and_status(message: &Element) -> Result<Kind, Failure> {
    let (kind, statuses): (_, &[&str]) = match message.value("invoicetype") {
        "order" => (Kind::Order, &["undelivered", "delivered"]),
        "invoicedraft" => (Kind::Draft, &[""]),
        _ => (Kind::Invoice, &["unsent", "open"]),
    };
    let status = message.value("salesinvoicestatus");
    if statuses.contains(&status) {
        return Ok(kind);
    }
    Err(Failure::not_valid(format!("salesinvoicestatus: \"{status}\" is no status of {}", kind.name())))
}

/// Rules that look at several elements at once.
fn check_content(message: &Element, kind: Kind) -> Result<(), Failure> {
    let filled = |name: &&str| message.filled(name).is_some();
    if kind == Kind::Draft && (filled(&"salesinvoicenumber") || message.child("invoicevoucherlines").is_some()) {
        return Err(Failure::invalid_data("A draft has neither number nor voucher lines"));
    }
    if kind != Kind::Order && message.child("salesinvoiceproductpackagepallet").is_some() {
        return Err(Failure::invalid_data("salesinvoiceproductpackagepallet belongs to orders only"));
    }
    if ![&"paymentterm", &"paymenttermnetdays", &"salesinvoiceduedate"].into_iter().any(filled) {
        return Err(Failure::invalid_data("Payment term, net days or due date is needed"));
    }
    // Nothing comes from the customer's card as soon as one of these is sent.
    let complete_or_absent = [
        "invoicingcustomername",
        "invoicingcustomeraddressline",
        "invoicingcustomertown",
        "invoicingcustomercountrycode",
    ];
    // Some countries have no postcodes; Finland has.
    let domestic = message.child("invoicingcustomercountrycode").is_some_and(|country| country.text.trim() == "FI");
    let postcode = filled(&"invoicingcustomerpostnumber") || !domestic;
    if billing_details_sent(message) && !(complete_or_absent.iter().all(filled) && postcode) {
        return Err(Failure::invalid_data("The invoicing address is not complete"));
    }
    let new_office =
        message.child("officeidentifier").is_some_and(|office| office.attribute("type") == Some("automatic"));
    let delivery = [
        "deliveryaddressname",
        "deliveryaddressline",
        "deliveryaddresspostnumber",
        "deliveryaddresstown",
        "deliveryaddresscountrycode",
    ];
    if new_office && !delivery.iter().all(filled) {
        return Err(Failure::invalid_data("A new office needs a complete delivery address"));
    }
    let attachments = message.child("salesinvoiceattachments").map_or(&[][..], |attachments| &attachments.children);
    let is_finvoice = |data: &Element| data.attribute("type") == Some("finvoice");
    if attachments
        .iter()
        .any(|one| one.child("documentdata").is_some_and(is_finvoice) && one.child("printbydefault").is_some())
    {
        return Err(Failure::invalid_data("printbydefault does not go with a finvoice attachment"));
    }
    Ok(())
}

fn billing_details_sent(message: &Element) -> bool {
    let is_detail = |name: &str| name.starts_with("invoicingcustomer") && name != "invoicingcustomeridentifier";
    message.children.iter().any(|element| is_detail(&element.name) && !element.is_empty())
}

fn customer<'a>(state: &'a State, message: &Element) -> Result<(u32, &'a Customer), Failure> {
    let identifier = message.value("invoicingcustomeridentifier");
    let kind = message.child("invoicingcustomeridentifier").and_then(|element| element.attribute("type"));
    let found = match kind {
        Some("netvisor") => state.customers.keyed(identifier),
        Some("customer") => state.customers.find(|customer| customer.code() == identifier),
        _ => state.customers.find(|customer| customer.base("organizationunitnumber") == identifier),
    };
    found.ok_or_else(|| Failure::invalid_data(format!("Asiakasta ei löydy ({identifier})")))
}

/// Currency and total: the given amount, else the sum of the lines, to the cent.
fn amount(message: &Element, line_sums: impl Iterator<Item = Decimal>) -> Result<(String, Decimal), Failure> {
    let too_large = || Failure::invalid_data("The total is too large");
    let mut line_total = Decimal::ZERO;
    for sum in line_sums {
        line_total = line_total.checked_add(sum).ok_or_else(too_large)?;
    }
    let element = message.child("salesinvoiceamount");
    let currency = element.and_then(|amount| amount.attribute("iso4217currencycode")).unwrap_or("EUR");
    if !is_currency(currency) {
        return Err(Failure::invalid_data(format!("Unknown currency {currency}")));
    }
    let rate = element.and_then(|amount| amount.attribute("currencyrate"));
    if rate.is_some_and(|rate| decimal::read(rate).is_none_or(|rate| rate <= Decimal::ZERO)) {
        return Err(Failure::invalid_data("currencyrate is not a decimal above zero"));
    }
    let total = decimal::read(message.value("salesinvoiceamount")).unwrap_or(line_total);
    Ok((currency.to_owned(), cents(total)))
}

/// The given number, the one it had, or the next free one of its series (§6.11).
fn number(
    state: &State,
    own_key: Option<u32>,
    message: &Element,
    kind: Kind,
    second_name: &str,
    kept: Option<u64>,
) -> Result<Option<u64>, Failure> {
    if kind == Kind::Draft {
        return Ok(None);
    }
    let others = state
        .documents
        .iter()
        .filter(|(key, other)| Some(*key) != own_key && other.kind == kind && other.second_name == second_name);
    let taken: Vec<u64> = others.filter_map(|(_, other)| other.number).collect();
    match message.filled("salesinvoicenumber").and_then(|number| number.parse().ok()) {
        Some(given) if taken.contains(&given) => {
            Err(Failure::duplicate(format!("Number {given} of {} is in use", kind.name())))
        }
        Some(given) => Ok(Some(given)),
        None => Ok(kept.or_else(|| Some(taken.iter().max().unwrap_or(&0) + 1))),
    }
}

/// Takes the address from the card when the message names the customer alone (§2.1, address rule).
fn fill_address(message: &mut Element, customer: &Customer) {
    if billing_details_sent(message) {
        return;
    }
    for (name, on_card) in [
        ("invoicingcustomername", "customerbaseinformation/name"),
        ("invoicingcustomernameextension", "customerbaseinformation/nameextension"),
        ("invoicingcustomeraddressline", "customerbaseinformation/streetaddress"),
        ("invoicingcustomeradditionaladdressline", "customerbaseinformation/additionaladdressline"),
        ("invoicingcustomerpostnumber", "customerbaseinformation/postnumber"),
        ("invoicingcustomertown", "customerbaseinformation/city"),
        ("invoicingcustomercountrycode", "customerbaseinformation/country"),
        ("deliveryaddressname", "customerdeliverydetails/deliveryname"),
        ("deliveryaddressline", "customerdeliverydetails/deliverystreetaddress"),
        ("deliveryaddresspostnumber", "customerdeliverydetails/deliverypostnumber"),
        ("deliveryaddresstown", "customerdeliverydetails/deliverycity"),
        ("deliveryaddresscountrycode", "customerdeliverydetails/deliverycountry"),
    ] {
        if let (None, Some(text)) = (message.filled(name), customer.card.filled(on_card)) {
            message.set(name, text);
        }
    }
}
