//! What becomes of documents in Netvisor itself, and how clients hear of it.

use netvisor_simulator::{DocumentCard, DocumentChange, DocumentKind};

use crate::messages::{FULL_ORDER, LEAST_ORDER, least_invoice, least_payment, least_prepayment};
use crate::support::{Company, NOW};

const ADD: &str = "salesinvoice.nv?method=add";
const DAY: i64 = 86_400_000;

fn change(company: &mut Company, key: u32, change: &DocumentChange) -> Option<u32> {
    company.simulator.change_document(key, change).unwrap()
}

const BILL: DocumentChange = DocumentChange::Bill { copy_comment: false };
const PAY: DocumentChange = DocumentChange::Pay { sum: None };

fn status(status: &str) -> DocumentChange {
    DocumentChange::SetStatus { status: status.into() }
}

fn credit(sum: Option<&str>, matched: bool) -> DocumentChange {
    DocumentChange::Credit { sum: sum.map(str::to_owned), matched }
}

/// The text of `name` in the row of the list that has this key.
fn in_list(company: &mut Company, list: &str, key: u32, name: &str) -> String {
    let above = key - 1;
    company.get(&format!("salesinvoicelist.nv?invoicesabovenetvisorkey={above}&size=1&{list}")).all(name)[0].clone()
}

#[test]
fn an_order_is_delivered_billed_and_its_invoice_sent_and_paid() {
    let mut company = Company::new();
    company.post(ADD, LEAST_ORDER).key();
    company.post("salespayment.nv", &least_prepayment(1, "25,50")).key();
    let order = |company: &mut Company| in_list(company, "listtype=preinvoice", 1, "InvoiceStatus");
    assert_eq!(order(&mut company), "undelivered");
    assert_eq!(change(&mut company, 1, &DocumentChange::Deliver), None);
    assert_eq!(order(&mut company), "delivered");
    assert_eq!(change(&mut company, 1, &BILL), Some(2));
    assert_eq!(order(&mut company), "billed");
    let invoice = |company: &mut Company| ["InvoiceStatus", "OpenSum"].map(|name| in_list(company, "", 2, name));
    assert_eq!(invoice(&mut company), ["unsent", "100,00"], "the prepayment has gone to the invoice");
    change(&mut company, 2, &DocumentChange::Send);
    assert_eq!(invoice(&mut company), ["open", "100,00"]);
    assert_eq!(change(&mut company, 2, &DocumentChange::Pay { sum: Some("40".into()) }), Some(2));
    assert_eq!(invoice(&mut company), ["open", "60,00"]);
    change(&mut company, 2, &PAY);
    assert_eq!(invoice(&mut company), ["paid", "0,00"]);
    assert_eq!(company.get("salespaymentlist.nv?invoicenetvisorkey=2").all("Sum"), ["25,50", "40,00", "60,00"]);
}

#[test]
fn orders_and_invoices_name_each_other() {
    let mut company = Company::new();
    company.post(ADD, FULL_ORDER).key();
    let none = company.get("getorder.nv?netvisorkey=1&includedocuments=1").body;
    assert!(none.ends_with("<Documents /></SalesInvoice></Root>"), "{none}");
    assert_eq!(change(&mut company, 1, &BILL), Some(2));
    let number = company.get("getorder.nv?netvisorkey=1").all("SalesInvoiceNumber")[0].clone();
    let order = company.get("getorder.nv?netvisorkey=1&includedocuments=1").body;
    let link = "<Documents><SalesInvoice><NetvisorKey>2</NetvisorKey><InvoiceNumber>1</InvoiceNumber></SalesInvoice></Documents>";
    assert!(order.contains(link), "{order}");
    let invoice = company.get("getsalesinvoice.nv?netvisorkey=2&includedocuments=1").body;
    let link = format!(
        "<Documents><SalesOrder><NetvisorKey>1</NetvisorKey><OrderNumber>{number}</OrderNumber></SalesOrder></Documents>"
    );
    assert!(invoice.contains(&link), "{invoice}");
    assert!(company.get("getsalesinvoice.nv?netvisorkey=2").all("Documents").is_empty());
    change(&mut company, 1, &DocumentChange::Delete);
    let orphan = company.get("getsalesinvoice.nv?netvisorkey=2&includedocuments=1").body;
    assert!(orphan.contains("<Documents />"), "{orphan}");
}

#[test]
fn the_private_comment_goes_to_the_invoice_only_if_said() {
    let mut company = Company::new();
    let order = DocumentCard { kind: DocumentKind::Order, private_comment: "oma".into(), ..DocumentCard::default() };
    for _ in 0..2 {
        company.simulator.add_document(&order);
    }
    change(&mut company, 1, &BILL);
    change(&mut company, 2, &DocumentChange::Bill { copy_comment: true });
    assert_eq!(company.get("salesinvoicelist.nv?replyoption=1").all("PrivateComment"), ["", "oma"]);
    assert_eq!(company.get("getorder.nv?netvisorkeylist=1,2").all("SalesInvoicePrivateComment"), ["oma", "oma"]);
}

#[test]
fn a_credit_note_names_its_invoice_under_the_flag_of_its_making() {
    let mut company = Company::new();
    for _ in 0..2 {
        company.post(ADD, &least_invoice()).key();
    }
    assert_eq!(change(&mut company, 1, &credit(None, false)), Some(3));
    assert_eq!(change(&mut company, 2, &credit(Some("25,50"), true)), Some(4));
    for (option, credited) in [("0", vec![]), ("16", vec!["1"]), ("32", vec!["2"]), ("63", vec!["1", "2"])] {
        let answer = company.get(&format!("getsalesinvoice.nv?netvisorkeylist=1,3,4&replyoption={option}"));
        assert_eq!(answer.all("CreditedInvoiceNetvisorKey"), credited, "{option}");
    }
    let list = company.get("salesinvoicelist.nv");
    assert_eq!(list.all("InvoiceStatus"), ["open", "open", "open", "paid"]);
    assert_eq!(list.all("InvoiceSum"), ["125,50", "125,50", "-125,50", "-25,50"]);
    assert_eq!(list.all("OpenSum"), ["125,50", "100,00", "-125,50", "0,00"]);
    let note = company.get("getsalesinvoice.nv?netvisorkey=3");
    assert_eq!(note.all("SalesInvoiceProductLineQuantity"), ["-2"]);
    assert_eq!(note.all("SalesInvoiceProductLineSum"), ["-125,5000"]);
    assert_eq!(change(&mut company, 1, &credit(None, true)), Some(5));
    assert_eq!(in_list(&mut company, "", 1, "InvoiceStatus"), "paid");
}

#[test]
fn substatuses_are_open_ones() {
    let mut company = Company::new();
    company.post(ADD, &least_invoice()).key();
    for (given, code, substatus) in [
        ("overdue", "open", " substatus=\"overdue\""),
        ("reminded", "open", " substatus=\"reminded\""),
        ("collected", "open", " substatus=\"collected\" isincollection=\"1\""),
        ("creditloss", "creditloss", ""),
        ("rejected", "rejected", ""),
        ("archived", "archived", ""),
    ] {
        change(&mut company, 1, &status(given));
        let body = company.get("salesinvoicelist.nv").body;
        assert!(body.contains(&format!("<InvoiceStatus{substatus}>{code}</InvoiceStatus>")), "{given}: {body}");
    }
    let text = company.get("getsalesinvoice.nv?netvisorkey=1").all("InvoiceStatus");
    assert_eq!(text, ["Arkistoitu"]);
    change(&mut company, 1, &status("overdue"));
    for (filter, found) in [("open", 1), ("overdue", 1), ("paid", 0), ("creditloss", 0)] {
        let rows = company.get(&format!("salesinvoicelist.nv?invoicestatus={filter}")).all("NetvisorKey").len();
        assert_eq!(rows, found, "{filter}");
    }
}

#[test]
fn what_cannot_happen_to_a_document_is_an_error() {
    let mut company = Company::new();
    company.post(ADD, LEAST_ORDER).key();
    company.post(ADD, &least_invoice()).key();
    for (key, impossible) in [
        (9, DocumentChange::Delete),
        (2, DocumentChange::Deliver),
        (2, DocumentChange::Send),
        (2, BILL),
        (1, credit(None, true)),
        (1, status("paid")),
        (2, status("delivered")),
        (2, DocumentChange::Pay { sum: Some("x".into()) }),
    ] {
        let before = company.state();
        assert!(company.simulator.change_document(key, &impossible).is_err(), "{key} {impossible:?}");
        assert_eq!(company.state(), before, "{key} {impossible:?}");
    }
    change(&mut company, 1, &BILL);
    assert!(company.simulator.change_document(1, &BILL).is_err(), "billed twice");
}

#[test]
fn documents_modified_within_a_time_and_payments_only_if_asked() {
    let mut company = Company::new();
    for minute in 0..3 {
        company.simulator.set_now(NOW + minute * 60_000);
        company.simulator.add_document(&DocumentCard { amount: "10".into(), ..DocumentCard::default() });
    }
    company.simulator.set_now(NOW + 180_999);
    change(&mut company, 1, &PAY);
    change(&mut company, 2, &status("overdue"));
    company.simulator.set_now(NOW);
    for (query, keys) in [
        ("lastmodifiedstart=2026-01-02T05:07:05", vec!["2"]),
        ("lastmodifiedstart=2026-01-02T05:07:06", vec![]),
        ("lastmodifiedend=2026-01-02T05:04:05", vec!["1"]),
        ("lastmodifiedstart=2026-01-02T05:06:05&lastmodifiedend=2026-01-02T05:07:05", vec!["2", "3"]),
        ("lastmodifiedstart=2026-01-02&lastmodifiedend=2026-01-03", vec!["1", "2", "3"]),
        (
            "lastmodifiedstart=2026-01-02T05:07:05&lastmodifiedend=2026-01-02T05:07:05&includemodifiedpayments=1",
            vec!["1", "2"],
        ),
    ] {
        assert_eq!(company.get(&format!("salesinvoicelist.nv?{query}")).all("NetvisorKey"), keys, "{query}");
    }
    for query in [
        "includemodifiedpayments=1",
        "includemodifiedpayments=1&lastmodifiedstart=2026-01-02",
        "lastmodifiedstart=2.1.2026",
    ] {
        assert_eq!(company.get(&format!("salesinvoicelist.nv?{query}")).status, 400, "{query}");
    }
}

#[test]
fn payments_that_requests_make_are_modifications_of_payments() {
    let mut company = Company::new();
    company.post(ADD, &least_invoice()).key();
    company.simulator.set_now(NOW + 60_000);
    company.post("salespayment.nv", &least_payment(1, "125,50"));
    let state = company.state();
    assert_eq!(state["documents"][0]["modified"], "2026-01-02T05:04:05");
    assert_eq!(state["documents"][0]["payments_modified"], "2026-01-02T05:05:05");
}

#[test]
fn a_list_shows_at_most_500_rows_and_goes_on_above_a_key() {
    let mut company = Company::new();
    for _ in 0..501 {
        company.simulator.add_document(&DocumentCard::default());
    }
    for (query, rows) in [("", 500), ("size=1000", 500), ("size=3", 3), ("invoicesabovenetvisorkey=500", 1)] {
        assert_eq!(company.get(&format!("salesinvoicelist.nv?{query}")).all("NetvisorKey").len(), rows, "{query}");
    }
}

#[test]
fn a_pdf_comes_when_asked_for_or_when_netvisor_has_sent_one() {
    let mut company = Company::new();
    company.post(ADD, &least_invoice().replace(">open<", ">unsent<")).key();
    let pdfs = |company: &mut Company, query: &str| {
        company.get(&format!("getsalesinvoice.nv?netvisorkey=1{query}")).all("LastSentInvoicePDFBase64Data")
    };
    let invoice_1 = "JVBERi0xLjQKJSBpbnZvaWNlIDEKJSVFT0YK";
    for (query, before, after) in [
        ("", 0, 1),
        ("&pdfimage=lastsentprintservice", 0, 1),
        ("&pdfimage=nopdf", 0, 0),
        ("&pdfimage=pdf", 1, 1),
        ("&pdfimage=preview", 1, 1),
    ] {
        assert_eq!(pdfs(&mut company, query), vec![invoice_1; before], "{query}");
        let mut sent = Company::around(company.simulator.clone());
        change(&mut sent, 1, &DocumentChange::Send);
        // Transaction ids used by the one may not be used by its clone.
        for _ in 0..10 {
            sent.request("GET", "", "");
        }
        assert_eq!(pdfs(&mut sent, query), vec![invoice_1; after], "{query}");
    }
    assert_eq!(company.get("getsalesinvoice.nv?netvisorkey=1&pdfimage=jpg").status, 400);
}

#[test]
fn deleted_documents_are_gone_and_told_for_seven_days() {
    let mut company = Company::new();
    for body in [LEAST_ORDER, &least_invoice(), LEAST_ORDER, &least_invoice()] {
        company.post(ADD, body).key();
    }
    for (day, key) in [(0, 1), (0, 2), (2, 3), (2, 4)] {
        company.simulator.set_now(NOW + day * DAY);
        change(&mut company, key, &DocumentChange::Delete);
    }
    company.simulator.set_now(NOW);
    let body = company.get("deletedsalesinvoices.nv?deletedsince=2025-12-26").body;
    assert!(
        body.ends_with(
            "<deletedsalesinvoices><deletedsalesinvoice><NetvisorKey>2</NetvisorKey>\
             <DeleteDate format=\"ansi\">2026-01-02</DeleteDate></deletedsalesinvoice><deletedsalesinvoice>\
             <NetvisorKey>4</NetvisorKey><DeleteDate format=\"ansi\">2026-01-04</DeleteDate></deletedsalesinvoice>\
             </deletedsalesinvoices></Root>"
        ),
        "{body}"
    );
    let orders = |company: &mut Company, since: &str| {
        company.get(&format!("deletedsalesorders.nv?deletedsince={since}")).all("NetvisorKey")
    };
    assert_eq!(orders(&mut company, "2026-01-02"), ["1", "3"]);
    assert_eq!(orders(&mut company, "2026-01-03"), ["3"]);
    assert!(
        company.get("deletedsalesorders.nv?deletedsince=2026-01-05").body.ends_with("<deletedsalesorders /></Root>")
    );
    for query in ["deletedsince=2025-12-25", "deletedsince=2.1.2026", ""] {
        let failure = company.get(&format!("deletedsalesorders.nv?{query}")).failure();
        assert!(failure.starts_with("INVALID_DATA :: "), "{failure}");
    }
    assert!(company.get("salesinvoicelist.nv?listtype=preinvoice").body.ends_with("<SalesInvoiceList /></Root>"));
    assert!(company.get("getorder.nv?netvisorkey=1").body.ends_with("<SalesInvoice /></Root>"));
    assert_eq!(company.post(ADD, LEAST_ORDER).key(), 5, "keys are not given twice");
}
