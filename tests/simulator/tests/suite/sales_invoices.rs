//! salesinvoice.nv beyond its table.

use serde_json::Value;

use crate::messages::{LEAST_ORDER, least_invoice, least_prepayment};
use crate::support::Company;

const ADD: &str = "salesinvoice.nv?method=add";

pub(crate) fn booked(message: &str) -> Value {
    let mut company = Company::new();
    let key = company.post(ADD, message).key();
    company.state()["documents"][key as usize - 1].clone()
}

pub(crate) fn refused(message: &str) -> String {
    assert_ne!(message, LEAST_ORDER, "the test changes nothing");
    Company::new().refused(ADD, message)
}

/// The least order with something put before its lines.
fn with_header(elements: &str) -> String {
    LEAST_ORDER.replace("<invoicelines>", &format!("{elements}<invoicelines>"))
}

/// The least order with its line changed.
pub(crate) fn with_line(from: &str, to: &str) -> String {
    assert!(LEAST_ORDER.contains(from), "{from}");
    LEAST_ORDER.replace(from, to)
}

#[test]
fn the_least_order_is_booked() {
    let order = booked(LEAST_ORDER);
    for (name, expected) in [
        ("kind", Value::from("order")),
        ("number", Value::from(1)),
        ("status", Value::from("undelivered")),
        ("reference_number", Value::from("1000012")),
        ("customer_key", Value::from(2)),
        ("currency", Value::from("EUR")),
        ("amount", Value::from("125.50")),
        ("line_total", Value::from("125.50")),
        ("total_mismatch", Value::from(false)),
        ("open_sum", Value::from("125.50")),
    ] {
        assert_eq!(order[name], expected, "{name}");
    }
    assert_eq!(order["lines"][0]["product_key"], 1);
    assert_eq!(order["lines"][0]["vat_sum"], "25.50");
    let product_line = &order["sent"]["invoicelines"]["invoiceline"]["salesinvoiceproductline"];
    assert_eq!(product_line["productunitprice"]["@type"], "gross");
    assert_eq!(product_line["productunitprice"]["#text"], "62,75");
}

#[test]
fn names_may_be_in_any_case_and_the_body_in_either_encoding() {
    let pascal = LEAST_ORDER.replace("root>", "Root>").replace("salesinvoicedate", "SalesInvoiceDate");
    assert_eq!(booked(&pascal)["sent"]["salesinvoicedate"]["#text"], "2026-03-02");
    let mut company = Company::new();
    let mut request = company.request("POST", ADD, "");
    request.body = LEAST_ORDER.bytes().collect();
    let name = request.body.windows(5).position(|bytes| bytes == b"Paita").unwrap();
    request.body[name] = 0xC4;
    assert_eq!(company.send(&request).status, 200);
    let line = &company.state()["documents"][0]["sent"]["invoicelines"]["invoiceline"]["salesinvoiceproductline"];
    assert_eq!(line["productname"], "Äaita");
}

#[test]
fn dates_need_not_say_their_form() {
    let silent = LEAST_ORDER.replace(" format=\"ansi\"", "");
    assert_eq!(booked(&silent)["date"], "2026-03-02");
    assert!(refused(&LEAST_ORDER.replace("\"ansi\"", "\"finnish\"")).contains("attribute format"));
}

#[test]
fn bodies_that_are_no_message() {
    for body in [
        "",
        "hello",
        "<root></root>",
        "<root/>",
        &format!("<?xml version=\"1.0\"?>{LEAST_ORDER}"),
        &LEAST_ORDER.replace("</salesinvoice>", ""),
        &LEAST_ORDER.replace("<root>", "<root>text"),
        &LEAST_ORDER.replace("<root>", "<root><product/>"),
        &LEAST_ORDER.replace("<invoicelines>", "<invoicelines>text"),
        &LEAST_ORDER.replace("root>", "order>"),
        &LEAST_ORDER.replace("salesinvoice>", "salesorder>"),
    ] {
        assert!(refused(body).contains("Could not validate xml"), "{body}");
    }
}

#[test]
fn the_method_must_be_said() {
    let mut company = Company::new();
    for target in ["salesinvoice.nv", "salesinvoice.nv?method=", "salesinvoice.nv?method=delete", "customer.nv"] {
        assert!(company.refused(target, LEAST_ORDER).ends_with("method must be add or edit"));
    }
    assert!(company.refused("salesinvoice.nv?method=edit", LEAST_ORDER).ends_with("id is needed to edit"));
    assert!(company.refused("salesinvoice.nv?method=edit&id=9", LEAST_ORDER).ends_with("identifier: 9"));
    company.post("SalesInvoice.nv?Method=Add", LEAST_ORDER).key();
}

#[test]
fn kind_and_status_belong_together() {
    for (kind, status, accepted) in [
        ("order", "undelivered", true),
        ("order", "delivered", true),
        ("order", "open", false),
        ("order", "unsent", false),
        ("order", "", false),
        ("invoice", "open", true),
        ("invoice", "unsent", true),
        ("invoice", "delivered", false),
        ("invoice", "", false),
        ("", "open", true),
        ("invoicedraft", "", true),
        ("invoicedraft", "unsent", false),
        ("offer", "open", false),
        ("invoice", "paid", false),
    ] {
        let message =
            LEAST_ORDER.replace(">order<", &format!(">{kind}<")).replace(">undelivered<", &format!(">{status}<"));
        if accepted {
            assert_eq!(booked(&message)["status"], status, "{kind} {status}");
        } else {
            assert!(Company::new().refused(ADD, &message).contains("salesinvoicestatus") || kind == "offer");
        }
    }
}

#[test]
fn drafts_have_neither_number_nor_voucher_lines() {
    let draft = LEAST_ORDER.replace(">order<", ">invoicedraft<").replace(">undelivered<", "><");
    let booked = booked(&draft);
    assert_eq!((&booked["number"], &booked["reference_number"]), (&Value::Null, &Value::from("")));
    let numbered = draft.replace("<salesinvoicedate", "<salesinvoicenumber>5</salesinvoicenumber><salesinvoicedate");
    assert!(refused(&numbered).contains("draft"));
    let voucher = "</invoicelines><invoicevoucherlines><voucherline><linesum type=\"net\">100</linesum>\
        <accountnumber>3000</accountnumber><vatpercent vatcode=\"KOMY\">25,5</vatpercent></voucherline></invoicevoucherlines>";
    assert!(refused(&draft.replace("</invoicelines>", voucher)).contains("draft"));
    self::booked(&LEAST_ORDER.replace("</invoicelines>", voucher));
}

#[test]
fn pallets_are_for_orders() {
    let pallet = "<salesinvoiceproductpackagepallet>1</salesinvoiceproductpackagepallet><salesinvoiceamount";
    booked(&LEAST_ORDER.replace("<salesinvoiceamount", pallet));
    assert!(refused(&least_invoice().replace("<salesinvoiceamount", pallet)).contains("orders only"));
}

#[test]
fn a_term_of_payment_is_needed() {
    let without = LEAST_ORDER.replace("<paymenttermnetdays>14</paymenttermnetdays>", "");
    assert!(refused(&without).contains("Payment term"));
    let due = "<salesinvoiceduedate format=\"ansi\">2026-03-16</salesinvoiceduedate><salesinvoiceamount";
    booked(&without.replace("<salesinvoiceamount", due));
    booked(&without.replace("<invoicelines>", "<paymentterm type=\"netvisor\">1</paymentterm><invoicelines>"));
}

const ADDRESS: [(&str, &str); 5] = [
    ("invoicingcustomername", "Aino Aalto"),
    ("invoicingcustomeraddressline", "Kotikatu 1"),
    ("invoicingcustomerpostnumber", "00100"),
    ("invoicingcustomertown", "Helsinki"),
    ("invoicingcustomercountrycode", "FI"),
];

fn with_address(left_out: Option<usize>) -> String {
    let mut elements = String::new();
    for (index, (name, text)) in ADDRESS.iter().enumerate() {
        if Some(index) != left_out {
            elements.push_str(&format!("<{name}>{text}</{name}>"));
        }
    }
    LEAST_ORDER.replace("<paymenttermnetdays>", &format!("{elements}<paymenttermnetdays>"))
}

#[test]
fn an_invoicing_address_is_complete_or_absent() {
    assert_eq!(booked(&with_address(None))["sent"]["invoicingcustomertown"], "Helsinki");
    for left_out in 0..ADDRESS.len() {
        assert!(refused(&with_address(Some(left_out))).contains("address is not complete"), "{left_out}");
    }
    let extension = "<invoicingcustomernameextension>Osto</invoicingcustomernameextension><paymenttermnetdays>";
    assert!(refused(&LEAST_ORDER.replace("<paymenttermnetdays>", extension)).contains("address is not complete"));
    assert_eq!(booked(LEAST_ORDER)["sent"]["invoicingcustomername"], "Järvi & Pojat Oy", "from the card");
}

#[test]
fn a_new_office_needs_an_address() {
    let office =
        "<officeidentifier type=\"automatic\">1</officeidentifier><deliveryaddressname>A</deliveryaddressname>";
    let message = LEAST_ORDER.replace("<paymenttermnetdays>", &format!("{office}<paymenttermnetdays>"));
    assert!(refused(&message).contains("delivery address"));
}

#[test]
fn customers_are_found_by_key_code_and_unit_number() {
    let customer = "<invoicingcustomeridentifier type=\"customer\">100<";
    for (kind, identifier, key) in [
        ("customer", "101", 3),
        ("netvisor", "1", 1),
        ("customer", "TEMP", 1),
        ("organizationunitnumber", "003719675438", 2),
    ] {
        let other = format!("<invoicingcustomeridentifier type=\"{kind}\">{identifier}<");
        assert_eq!(booked(&LEAST_ORDER.replace(customer, &other))["customer_key"], key, "{kind}");
    }
    for (kind, identifier) in
        [("customer", "999"), ("netvisor", "100"), ("netvisor", "x"), ("organizationunitnumber", "1")]
    {
        let other = format!("<invoicingcustomeridentifier type=\"{kind}\">{identifier}<");
        assert!(refused(&LEAST_ORDER.replace(customer, &other)).contains("Asiakasta ei löydy"), "{kind}");
    }
}

#[test]
fn numbers_are_unique_within_their_series() {
    let numbered = |number: u32| {
        LEAST_ORDER.replace(
            "<salesinvoicedate",
            &format!("<salesinvoicenumber>{number}</salesinvoicenumber><salesinvoicedate"),
        )
    };
    let second = |message: &str| {
        message.replace("<invoicelines>", "<secondname type=\"customer\">Kauppa</secondname><invoicelines>")
    };
    let mut company = Company::new();
    company.post(ADD, &numbered(1000)).key();
    company.post(ADD, LEAST_ORDER).key();
    company.post(ADD, &numbered(500)).key();
    company.post(ADD, LEAST_ORDER).key();
    company.post(ADD, &least_invoice()).key();
    company.post(ADD, &second(&numbered(1000))).key();
    company.post(ADD, &second(LEAST_ORDER)).key();
    let state = company.state();
    let numbers: Vec<_> =
        state["documents"].as_array().unwrap().iter().map(|one| one["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [1000, 1001, 500, 1002, 1, 1000, 1001]);
    for taken in [numbered(1000), numbered(1001), second(&numbered(1000))] {
        assert!(company.refused(ADD, &taken).starts_with("DUPLICATE_DATA :: "));
    }
}

#[test]
fn values_have_their_forms() {
    let reference = |number| {
        let element = format!("<salesinvoicereferencenumber>{number}</salesinvoicereferencenumber><salesinvoiceamount");
        LEAST_ORDER.replace("<salesinvoiceamount", &element)
    };
    assert_eq!(booked(&reference("1234561"))["reference_number"], "1234561");
    for message in [
        reference("1234560"),
        reference("#1001"),
        LEAST_ORDER.replace(">125,50<", ">1 125,50<"),
        LEAST_ORDER.replace(">125,50<", ">125,50 EUR<"),
        LEAST_ORDER.replace("\"EUR\"", "\"EURO\""),
        LEAST_ORDER.replace("\"EUR\"", "\"EUR\" currencyrate=\"0\""),
        LEAST_ORDER.replace("2026-03-02", "2026-02-30"),
        LEAST_ORDER.replace("2026-03-02", "2.3.2026"),
        LEAST_ORDER.replace(">14<", ">fourteen<"),
        with_address(None).replace(">FI<", ">Finland<"),
        with_address(None).replace(">FI<", ">fi<"),
        with_line(">62,75<", ">62,75 €<"),
        with_header("<collectioncost>-1</collectioncost>"),
    ] {
        assert!(refused(&message).starts_with("INVALID_DATA :: "), "{message}");
    }
}

#[test]
fn texts_have_their_lengths() {
    for (length, accepted) in [(200, true), (201, false)] {
        let message = with_line(">Paita<", &format!(">{}<", "ä".repeat(length)));
        if accepted {
            booked(&message);
        } else {
            assert!(refused(&message).contains("Virhetunniste: productname 201/200"));
        }
    }
    let blanks = format!(">Paita{}<", " ".repeat(200));
    assert!(refused(&with_line(">Paita<", &blanks)).contains("205/200"), "blanks count");
}

#[test]
fn finvoice_attachments_are_not_printed() {
    let attachment = |kind, printed| {
        let data = format!(
            "</invoicelines><salesinvoiceattachments><salesinvoiceattachment><mimetype>application/pdf</mimetype>\
             <attachmentdescription>x</attachmentdescription><filename>x.pdf</filename>\
             <documentdata type=\"{kind}\">aGVp</documentdata>{printed}</salesinvoiceattachment></salesinvoiceattachments>"
        );
        LEAST_ORDER.replace("</invoicelines>", &data)
    };
    let printed = "<printbydefault>1</printbydefault>";
    booked(&attachment("pdf", printed));
    booked(&attachment("finvoice", ""));
    assert!(refused(&attachment("finvoice", printed)).contains("printbydefault"));
}

#[test]
fn an_edit_replaces_the_document_and_keeps_number_and_payments() {
    let mut company = Company::new();
    company.post(ADD, LEAST_ORDER).key();
    company.post(ADD, LEAST_ORDER).key();
    company.post("salespayment.nv", &least_prepayment(1, "25,50")).key();
    let edited = LEAST_ORDER.replace(">125,50<", ">200,00<").replace(">undelivered<", ">delivered<");
    let answer = company.post("salesinvoice.nv?method=edit&id=1", &edited);
    assert_eq!((answer.status, answer.all("InsertedDataIdentifier").len()), (200, 0), "{}", answer.body);
    let order = &company.state()["documents"][0];
    assert_eq!((&order["number"], &order["status"]), (&Value::from(1), &Value::from("delivered")));
    assert_eq!((&order["paid"], &order["open_sum"]), (&Value::from("25.50"), &Value::from("174.50")));
    assert_eq!(company.state()["documents"].as_array().unwrap().len(), 2);
}

#[test]
fn a_draft_becomes_an_invoice_by_an_edit() {
    let mut company = Company::new();
    company.post(ADD, &least_invoice()).key();
    company.post(ADD, &LEAST_ORDER.replace(">order<", ">invoicedraft<").replace(">undelivered<", "><")).key();
    assert_eq!(company.post("salesinvoice.nv?method=edit&id=2", &least_invoice()).status, 200);
    let document = &company.state()["documents"][1];
    assert_eq!((&document["kind"], &document["number"]), (&Value::from("invoice"), &Value::from(2)));
}
