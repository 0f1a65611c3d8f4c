use std::borrow::Cow;

use crate::order::{Line, Order, Payment};
use crate::settings::{Characters, CommentPlace, DocumentKind, InvoiceStatus, OrderStatus, Settings, TermsAs};
use crate::wire::{
    Ansi, Awaited, CodeList, Element, Method, Number, Request, With, XmlWriter, aggregate, attribute, tags,
};

use super::address::CompleteAddress;
use super::amounts::Amounts;
use super::customer::CustomerLink;
use super::known::Findings;
use super::line::{InvoiceLine, product_line, rounding_line};
use super::marker::marker;
use super::notes::{Notes, Room};
use super::reference_number;
use super::vat::VatCodes;

type Typed<C> = With<'static, 1, C>;

aggregate! {
    /// A sales invoice, order or draft (§2.1).
    struct SalesInvoice<'a> {
        number as "salesinvoicenumber": Option<u64>,
        date as "salesinvoicedate": Ansi,
        due_date as "salesinvoiceduedate": Option<Ansi>,
        reference_number as "salesinvoicereferencenumber": Option<Cow<'a, str>>,
        amount as "salesinvoiceamount": With<'a, 1, Number>,
        invoice_type as "invoicetype": &'static str,
        status as "salesinvoicestatus": Typed<&'static str>,
        free_text_before_lines as "salesinvoicefreetextbeforelines": Option<Cow<'a, str>>,
        free_text_after_lines as "salesinvoicefreetextafterlines": Option<Cow<'a, str>>,
        our_reference as "salesinvoiceourreference": Option<Cow<'a, str>>,
        your_reference as "salesinvoiceyourreference": Option<Cow<'a, str>>,
        private_comment as "salesinvoiceprivatecomment": Cow<'a, str>,
        customer as "invoicingcustomeridentifier": Typed<Cow<'a, str>>,
        customer_name as "invoicingcustomername": Option<Cow<'a, str>>,
        customer_name_extension as "invoicingcustomernameextension": Option<Cow<'a, str>>,
        customer_address_line as "invoicingcustomeraddressline": Option<Cow<'a, str>>,
        customer_additional_address_line as "invoicingcustomeradditionaladdressline": Option<Cow<'a, str>>,
        customer_post_number as "invoicingcustomerpostnumber": Option<Cow<'a, str>>,
        customer_town as "invoicingcustomertown": Option<Cow<'a, str>>,
        customer_country_code as "invoicingcustomercountrycode": Option<CodeList<'a>>,
        delivery_address_name as "deliveryaddressname": Option<Cow<'a, str>>,
        delivery_address_name_extension as "deliveryaddressnameextension": Option<Cow<'a, str>>,
        delivery_address_line as "deliveryaddressline": Option<Cow<'a, str>>,
        delivery_address_post_number as "deliveryaddresspostnumber": Option<Cow<'a, str>>,
        delivery_address_town as "deliveryaddresstown": Option<Cow<'a, str>>,
        delivery_address_country_code as "deliveryaddresscountrycode": Option<CodeList<'a>>,
        delivery_method as "deliverymethod": Option<Cow<'a, str>>,
        payment_term_net_days as "paymenttermnetdays": Option<u64>,
        expect_partial_payments as "expectpartialpayments": Option<bool>,
        second_name as "secondname": Option<Typed<Cow<'a, str>>>,
        order_number as "ordernumber": Cow<'a, str>,
        invoice_lines as "invoicelines": InvoiceLines<'a>,
    }
}

aggregate! {
    /// The lines in the order of the shop.
    struct InvoiceLines<'a> {
        lines as "invoiceline": Vec<InvoiceLine<'a>>,
    }
}

/// What the other parts have found out about the document.
pub(super) struct Facts<'a> {
    pub(super) number: Option<u64>,
    pub(super) customer: CustomerLink<'a>,
    pub(super) amounts: &'a Amounts,
    pub(super) expects_partial_payments: bool,
    pub(super) findings: &'a Findings,
}

/// The request that creates the sales document.
pub(super) fn sales_invoice(order: &Order, settings: &Settings, facts: Facts<'_>, notes: &mut Notes<'_>) -> Request {
    let Facts { number, customer, amounts, expects_partial_payments, findings } = facts;
    let lines = lines(order, (settings, findings), amounts, notes);
    let billing = CompleteAddress::new(&order.billing, "/billing", notes);
    let delivery = order.delivery.as_ref().and_then(|delivery| CompleteAddress::new(delivery, "/delivery", notes));
    let (invoice_type, status) = match settings.document_kind() {
        DocumentKind::Order(OrderStatus::Undelivered) => ("order", "undelivered"),
        DocumentKind::Order(OrderStatus::Delivered) => ("order", "delivered"),
        DocumentKind::Invoice(InvoiceStatus::Open) => ("invoice", "open"),
        DocumentKind::Invoice(InvoiceStatus::Unsent) => ("invoice", "unsent"),
        DocumentKind::Draft => ("invoicedraft", ""),
    };
    let date = order.placed_at.date();
    let terms = &settings.terms;
    let mut texts = Texts::of(order, settings);
    let mut fit = |text: Option<&str>, path: &str| {
        notes.fit_optional(text, Room::OpenLine, || path.to_owned()).map(|text| Cow::Owned(text.into_owned()))
    };
    let our_reference = fit(order.our_reference.as_deref(), "/our_reference");
    let your_reference = fit(order.your_reference.as_deref(), "/your_reference");
    let delivery_method = fit(order.delivery_method.as_deref(), "/delivery_method");
    let order_number = fit(Some(&order.number), "/number").unwrap_or_default();
    let (billing, customer_name) = optional_address(billing);
    let (delivery, delivery_name) = optional_address(delivery);
    let invoice = SalesInvoice {
        number,
        date: Ansi(date),
        due_date: (terms.terms_as == TermsAs::DueDate).then(|| Ansi(date.plus_days(terms.net_days))),
        reference_number: order.reference_number.as_deref().map(|text| Cow::Owned(reference_number::plain(text))),
        amount: With(
            [attribute!("iso4217currencycode", order.currency.as_str())],
            Number { value: amounts.total, decimals: order.currency.decimals() },
        ),
        invoice_type,
        status: With([attribute!("type", "netvisor")], status),
        free_text_before_lines: texts.take(CommentPlace::FreeTextBeforeLines, notes),
        free_text_after_lines: texts.take(CommentPlace::FreeTextAfterLines, notes),
        our_reference,
        your_reference,
        private_comment: private_comment(order, texts.take(CommentPlace::PrivateComment, notes), notes),
        customer: With([attribute!("type", customer.kind())], customer.identifier()),
        customer_name,
        customer_name_extension: billing.name_extension,
        customer_address_line: billing.street,
        customer_additional_address_line: billing.additional_street,
        customer_post_number: billing.postcode,
        customer_town: billing.city,
        customer_country_code: billing.country,
        delivery_address_name: delivery_name,
        delivery_address_name_extension: delivery.name_extension,
        // The delivery address has one line only (§2.1).
        delivery_address_line: one_line(delivery.street, delivery.additional_street, notes),
        delivery_address_post_number: delivery.postcode,
        delivery_address_town: delivery.city,
        delivery_address_country_code: delivery.country,
        delivery_method,
        payment_term_net_days: (terms.terms_as == TermsAs::NetDays).then_some(terms.net_days),
        expect_partial_payments: expects_partial_payments.then_some(true),
        second_name: settings
            .document
            .second_name
            .as_deref()
            .map(|name| With([attribute!("type", "customer")], Cow::Borrowed(name))),
        order_number,
        invoice_lines: InvoiceLines { lines: with_comments(lines, texts.take(CommentPlace::CommentLine, notes)) },
    };
    let ascii = settings.xml.characters == Characters::Ascii;
    let mut xml = XmlWriter::new(ascii, 2_000 + 900 * order.lines.len());
    invoice.write(tags!("salesinvoice"), &mut xml);
    let mut request = Request::new(Method::Post, "salesinvoice.nv").with_query("method", "add").with_body(xml.finish());
    if customer == CustomerLink::Awaited {
        request.awaits.push(Awaited::CustomerKey);
    }
    request
}

/// The parts of an address, all absent when there is none.
#[derive(Default)]
struct AddressParts<'a> {
    name_extension: Option<Cow<'a, str>>,
    street: Option<Cow<'a, str>>,
    additional_street: Option<Cow<'a, str>>,
    postcode: Option<Cow<'a, str>>,
    city: Option<Cow<'a, str>>,
    country: Option<CodeList<'a>>,
}

fn optional_address(address: Option<CompleteAddress<'_>>) -> (AddressParts<'_>, Option<Cow<'_, str>>) {
    let Some(address) = address else { return (AddressParts::default(), None) };
    let parts = AddressParts {
        name_extension: address.name_extension,
        street: Some(address.street),
        additional_street: address.additional_street,
        postcode: address.postcode,
        city: Some(address.city),
        country: Some(CodeList("ISO-3166", address.country)),
    };
    (parts, Some(address.name))
}

fn one_line<'a>(
    street: Option<Cow<'a, str>>,
    more: Option<Cow<'a, str>>,
    notes: &mut Notes<'_>,
) -> Option<Cow<'a, str>> {
    match (street, more) {
        (Some(street), Some(more)) => {
            let joined = format!("{street}, {more}");
            let path = || "/delivery/additional_street".to_owned();
            Some(Cow::Owned(notes.fit(&joined, Room::Line(100), path).into_owned()))
        }
        (street, _) => street,
    }
}

fn lines<'a>(
    order: &'a Order,
    (settings, findings): (&'a Settings, &Findings),
    amounts: &Amounts,
    notes: &mut Notes<'_>,
) -> Vec<InvoiceLine<'a>> {
    let vat_codes = VatCodes::new(settings, order.delivery_country(), order.customer.kind);
    let mut lines = Vec::with_capacity(order.lines.len() + 2);
    for (index, (line, line_amounts)) in order.lines.iter().zip(&amounts.lines).enumerate() {
        match (line, line_amounts) {
            (Line::Comment(text), _) => {
                let text = notes.fit(text, Room::Lines(500), || format!("/lines/{index}/name"));
                lines.push(InvoiceLine::Comment(text));
            }
            (Line::Priced(line), Some(line_amounts)) => {
                let path = || format!("/lines/{index}/vat_percent");
                let vat_code = vat_codes.code(line.kind, line.vat_percent, path, notes);
                lines.extend(product_line(order, line, index, (*line_amounts, vat_code), (settings, findings), notes));
            }
            // A gift card that becomes a payment.
            (Line::Priced(_), None) => {}
        }
    }
    lines.extend(amounts.rounding.map(|difference| rounding_line(difference, order, settings)));
    lines
}

fn with_comments<'a>(mut lines: Vec<InvoiceLine<'a>>, comment: Option<Cow<'a, str>>) -> Vec<InvoiceLine<'a>> {
    lines.extend(comment.map(InvoiceLine::Comment));
    lines
}

/// The marker, and whatever else goes into the private comment.
fn private_comment<'a>(order: &Order, comment: Option<Cow<'a, str>>, notes: &mut Notes<'_>) -> Cow<'a, str> {
    let mut text = marker(&order.number);
    if let Some(comment) = comment {
        text.push('\n');
        text.push_str(&comment);
    }
    Cow::Owned(notes.fit(&text, Room::Lines(255), || "/comment".to_owned()).into_owned())
}

/// The buyer's message and the payment method, each for the place the merchant chose.
struct Texts {
    texts: Vec<(CommentPlace, String, &'static str)>,
}

impl Texts {
    fn of(order: &Order, settings: &Settings) -> Self {
        let mut texts = Vec::new();
        if let Some(number) = &order.refund_of {
            // Netvisor does not link a credit note to its invoice (§6.6), so it says itself what it credits.
            let text = format!("Hyvitys tilauksesta {number}");
            texts.push((CommentPlace::FreeTextBeforeLines, text, "/refund_of"));
        }
        if let Some(comment) = &order.comment {
            texts.push((settings.comment.place, comment.clone(), "/comment"));
        }
        if let Some(payment) = &order.payment {
            texts.push((settings.payment.comment.place, payment_comment(payment, settings), "/payment/title"));
        }
        Self { texts }
    }

    /// All texts for one place, joined.
    fn take<'a>(&mut self, place: CommentPlace, notes: &mut Notes<'_>) -> Option<Cow<'a, str>> {
        let mut joined = String::new();
        let mut path = "";
        for (_, text, origin) in
            self.texts.iter().filter(|(chosen, text, _)| *chosen == place && !text.trim_start().is_empty())
        {
            if !joined.is_empty() {
                joined.push('\n');
            }
            joined.push_str(text);
            path = origin;
        }
        let limit = if place == CommentPlace::PrivateComment { 255 } else { 500 };
        notes
            .fit_optional(Some(&joined), Room::Lines(limit), || path.to_owned())
            .map(|text| Cow::Owned(text.into_owned()))
    }
}

fn payment_comment(payment: &Payment, settings: &Settings) -> String {
    settings.payment.comment.template.fill(|name| match name {
        "title" => Cow::Borrowed(payment.title.as_str()),
        "method" => Cow::Borrowed(payment.method.as_str()),
        "transaction_id" => Cow::Borrowed(payment.transaction_id.as_deref().unwrap_or_default()),
        _ => payment.paid_on.map_or(Cow::Borrowed(""), |date| Cow::Owned(date.to_string())),
    })
}
