use rust_decimal::Decimal;

use super::{Method, lines};
use crate::decimal::{self, cents};
use crate::reference_number::with_check_digit;
use crate::reply::{Failure, Reply};
use crate::schema::{is_currency, read_date};
use crate::state::{Customer, CustomerName, Document, DocumentKind, DocumentName, History, Made, State};
use crate::xml::Element;

/// salesinvoice.nv (§2.1). An edit replaces the whole document and keeps its number and payments.
pub(super) fn import(state: &mut State, method: Method, mut message: Element) -> Result<Reply, Failure> {
    let old = match method {
        Method::Add => None,
        Method::Edit(key) => Some(state.documents.get(key).ok_or_else(|| {
            Failure::invalid_data(format!("Sales invoice not found with Netvisor identifier: {key}"))
        })?),
    };
    let kind = kind_and_status(&message)?;
    check_content(&message, kind)?;
    check_period(state, &message, old)?;
    let (customer_key, customer) = customer(state, &message)?;
    let lines = lines::totals(state, &message)?;
    let (currency, amount) = amount(&message, lines.iter().map(|line| line.sum))?;
    let second_name = message.value("secondname").to_owned();
    let kept = old.filter(|old| old.kind == kind && old.second_name == second_name).and_then(|old| old.number);
    let number = number(state, method, &message, kind, &second_name, kept)?;
    let key = match method {
        Method::Add => state.documents.next_key(),
        Method::Edit(key) => key,
    };
    let reference_number = match message.filled("salesinvoicereferencenumber") {
        Some(given) => given.to_owned(),
        None if kind == DocumentKind::Draft => String::new(),
        None => with_check_digit(&(100_000 + u64::from(key)).to_string()),
    };
    fill_address(&mut message, customer);
    let mut document = Document {
        kind,
        made: old.map_or(Made::Import, |old| old.made),
        number,
        second_name,
        reference_number,
        status: message.value("salesinvoicestatus").to_owned(),
        customer_key,
        currency,
        amount,
        lines,
        paid: old.map_or(Decimal::ZERO, |old| old.paid),
        history: History { modified: state.now, ..old.map_or_else(|| History::new(state.now), |old| old.history) },
        sent: message,
    };
    document.settle();
    Ok(method.book(&mut state.documents, document))
}

/// Neither the document as it shall be nor the one it takes the place of may lie in a locked period.
fn check_period(state: &State, message: &Element, old: Option<&Document>) -> Result<(), Failure> {
    state.check_period(old.and_then(Document::date))?;
    state.check_period(read_date(message.value("salesinvoicedate")))?;
    state.check_period(read_date(message.value("salesinvoiceeventdate")))
}

fn kind_and_status(message: &Element) -> Result<DocumentKind, Failure> {
    let (kind, statuses): (_, &[&str]) = match message.value("invoicetype") {
        "order" => (DocumentKind::Order, &["undelivered", "delivered"]),
        "invoicedraft" => (DocumentKind::Draft, &[""]),
        _ => (DocumentKind::Invoice, &["unsent", "open"]),
    };
    let status = message.value("salesinvoicestatus");
    if statuses.contains(&status) {
        return Ok(kind);
    }
    Err(Failure::not_valid(format!("salesinvoicestatus: \"{status}\" is no status of {}", kind.name())))
}

/// Rules that look at several elements at once.
fn check_content(message: &Element, kind: DocumentKind) -> Result<(), Failure> {
    let filled = |name: &&str| message.filled(name).is_some();
    if kind == DocumentKind::Draft && (filled(&"salesinvoicenumber") || message.child("invoicevoucherlines").is_some())
    {
        return Err(Failure::invalid_data("A draft has neither number nor voucher lines"));
    }
    if kind != DocumentKind::Order && message.child("salesinvoiceproductpackagepallet").is_some() {
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
        Some("customer") => state.customers.first_named(CustomerName::Code(identifier.to_owned())),
        _ => state.customers.first_named(CustomerName::UnitNumber(identifier.to_owned())),
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
    method: Method,
    message: &Element,
    kind: DocumentKind,
    second_name: &str,
    kept: Option<u64>,
) -> Result<Option<u64>, Failure> {
    if kind == DocumentKind::Draft {
        return Ok(None);
    }
    let Some(given) = message.filled("salesinvoicenumber").and_then(|number| number.parse().ok()) else {
        return Ok(kept.or_else(|| Some(state.next_number(kind, second_name))));
    };
    let mut holders = state.documents.named(DocumentName::InSeries(kind, second_name.to_owned(), given));
    if holders.any(|(key, _)| method != Method::Edit(key)) {
        return Err(Failure::duplicate(format!("Number {given} of {} is in use", kind.name())));
    }
    Ok(Some(given))
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
        if let (None, Some(text)) = (message.filled(name), customer.card().filled(on_card)) {
            message.set(name, text);
        }
    }
}
