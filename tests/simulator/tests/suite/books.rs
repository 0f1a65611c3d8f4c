//! What the books are set up with, what locks them, and what tests see of them.

use netvisor_simulator::{Decimal, DocumentCard, DocumentKind, Made, NaiveDate, Resource};
use serde_json::json;

use crate::messages::{FULL_ORDER, LEAST_ORDER, least_invoice, least_payment, least_prepayment};
use crate::support::Company;

const ADD: &str = "salesinvoice.nv?method=add";

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

#[test]
fn a_locked_period_takes_no_documents() {
    let mut company = Company::new();
    company.post(ADD, LEAST_ORDER).key();
    company.simulator.lock_period(day(3, 2));
    assert_eq!(company.state()["locked_until"], "2026-03-02");
    let later = LEAST_ORDER.replace("2026-03-02", "2026-03-03");
    let event = |date: &str| {
        let element =
            format!("</salesinvoicedate><salesinvoiceeventdate format=\"ansi\">{date}</salesinvoiceeventdate>");
        later.replace("</salesinvoicedate>", &element)
    };
    for message in [LEAST_ORDER, &LEAST_ORDER.replace("2026-03-02", "2025-12-31"), &event("2026-03-02")] {
        assert!(company.refused(ADD, message).starts_with("PERIOD_LOCK :: "), "{message}");
    }
    assert!(company.refused("salesinvoice.nv?method=edit&id=1", &later).starts_with("PERIOD_LOCK :: "));
    company.post(ADD, &later).key();
    company.post(ADD, &event("2026-03-03")).key();
    company.simulator.lock_period(None);
    company.post(ADD, LEAST_ORDER).key();
}

#[test]
fn a_locked_period_takes_no_payments() {
    let mut company = Company::new();
    company.post(ADD, &least_invoice()).key();
    let payment = least_payment(1, "125,50");
    company.simulator.lock_period(day(3, 3));
    assert!(company.refused("salespayment.nv", &payment).starts_with("PERIOD_LOCK :: "));
    company.simulator.lock_period(day(3, 2));
    company.post("salespayment.nv", &payment).key();
}

#[test]
fn a_document_shows_all_that_tells_it_apart() {
    let mut company = Company::new();
    company.post(ADD, FULL_ORDER).key();
    company.post("salespayment.nv", &least_prepayment(1, "100")).key();
    let documents: Vec<_> = company.simulator.documents().collect();
    let [order] = documents.as_slice() else { panic!("{documents:?}") };
    assert_eq!((order.netvisor_key, order.kind, order.made), (1, DocumentKind::Order, Made::Import));
    assert_eq!((order.number, &*order.second_name, &*order.status), (Some(5001), "Verkkokauppa", "delivered"));
    assert_eq!((&*order.private_comment, &*order.order_number), ("shop-1:5001", "WEB-5001"));
    assert_eq!((order.date, order.customer_key, &*order.currency), (day(3, 2), 2, "EUR"));
    assert_eq!((order.amount, order.open_sum), (Decimal::new(13550, 2), Decimal::new(3550, 2)));
    let [payment] = order.payments.as_slice() else { panic!("{order:?}") };
    assert_eq!((payment.netvisor_key, payment.document_key, payment.target), (1, 1, DocumentKind::Order));
    assert_eq!((payment.sum, payment.date, &*payment.method), (Decimal::new(100, 0), day(3, 3), "Paytrail"));

    let state = company.state();
    for (name, value) in [
        ("made", json!("import")),
        ("private_comment", json!("shop-1:5001")),
        ("order_number", json!("WEB-5001")),
        ("date", json!("2026-03-02")),
        ("open_sum", json!("35.50")),
    ] {
        assert_eq!(state["documents"][0][name], value, "{name}");
    }
    for (name, value) in [("target", "order"), ("date", "2026-03-03"), ("method", "Paytrail"), ("sum", "100.00")] {
        assert_eq!(state["payments"][0][name], value, "{name}");
    }
}

#[test]
fn requests_are_counted_refused_ones_too() {
    let mut company = Company::new();
    company.post(ADD, LEAST_ORDER).key();
    company.refused(ADD, "no message");
    company.get("salesinvoicelist.nv");
    let requests = |resource| company.simulator.requests(resource);
    assert_eq!([Resource::SalesInvoice, Resource::SalesInvoiceList, Resource::Customer].map(requests), [2, 1, 0]);
    assert_eq!(company.state()["requests"], json!({"salesinvoice.nv": 2, "salesinvoicelist.nv": 1}));
}

#[test]
fn foreign_documents_take_part_in_everything() {
    let mut company = Company::new();
    let key = company.simulator.add_document(&DocumentCard {
        kind: DocumentKind::Order,
        number: Some(1000),
        amount: "99,90".into(),
        private_comment: "by hand".into(),
        order_number: "A1".into(),
        ..DocumentCard::default()
    });
    let order = company.simulator.documents().next().unwrap();
    assert_eq!((key, order.made, order.number, &*order.status), (1, Made::Added, Some(1000), "undelivered"));
    assert_eq!((&*order.private_comment, &*order.order_number, order.customer_key), ("by hand", "A1", 1));
    let numbered =
        LEAST_ORDER.replace("<salesinvoicedate", "<salesinvoicenumber>1000</salesinvoicenumber><salesinvoicedate");
    assert!(company.refused(ADD, &numbered).starts_with("DUPLICATE_DATA :: "));
    company.post(ADD, LEAST_ORDER).key();
    assert_eq!(company.simulator.documents().nth(1).unwrap().number, Some(1001));
    let listed = company.get("salesinvoicelist.nv?listtype=preinvoice&invoicenumber=1000&replyoption=1");
    assert_eq!((&*listed.all("OpenSum")[0], &*listed.all("PrivateComment")[0]), ("99,90", "by hand"));
    assert_eq!(company.get("getorder.nv?netvisorkey=1").all("SalesInvoiceAmount"), ["99,90"]);
    company.post("salespayment.nv", &least_prepayment(1, "9,90")).key();
    assert_eq!(company.simulator.documents().next().unwrap().open_sum, Decimal::new(9000, 2));
}

#[test]
fn what_a_card_leaves_out_is_chosen() {
    let mut company = Company::new();
    company.simulator.add_document(&DocumentCard { number: Some(7), ..DocumentCard::default() });
    company.simulator.add_document(&DocumentCard::default());
    company.simulator.add_document(&DocumentCard { kind: DocumentKind::Draft, ..DocumentCard::default() });
    company.simulator.add_document(&DocumentCard { second_name: "Kauppa".into(), ..DocumentCard::default() });
    let documents = company.simulator.documents().map(|document| (document.number, document.status));
    let open = || "open".to_owned();
    assert_eq!(
        documents.collect::<Vec<_>>(),
        [(Some(7), open()), (Some(8), open()), (None, String::new()), (Some(1), open())]
    );
}

#[test]
fn open_invoices_are_listed_whatever_became_of_them() {
    let mut company = Company::new();
    for status in ["open", "overdue", "collected", "paid", "creditloss", "unsent"] {
        company.simulator.add_document(&DocumentCard { status: status.into(), ..DocumentCard::default() });
    }
    for (wanted, keys) in [
        ("open", vec!["1", "2", "3"]),
        ("overdue", vec!["2", "3"]),
        ("paid", vec!["4"]),
        ("creditloss", vec!["5"]),
        ("unsent", vec!["6"]),
    ] {
        let answer = company.get(&format!("salesinvoicelist.nv?invoicestatus={wanted}"));
        assert_eq!(answer.all("NetvisorKey"), keys, "{wanted}");
    }
    let overdue = company.get("salesinvoicelist.nv?invoicenumber=2").body;
    assert!(overdue.contains("<InvoiceStatus substatus=\"overdue\">open</InvoiceStatus>"), "{overdue}");
}

#[test]
fn payments_go_to_what_is_still_to_be_paid() {
    for (status, taken) in [("open", true), ("reminded", true), ("creditloss", false), ("archived", false)] {
        let mut company = Company::new();
        let card = DocumentCard { status: status.into(), amount: "125.50".into(), ..DocumentCard::default() };
        company.simulator.add_document(&card);
        if taken {
            company.post("salespayment.nv", &least_payment(1, "125,50")).key();
            assert_eq!(company.simulator.documents().next().unwrap().status, "paid");
        } else {
            assert!(company.refused("salespayment.nv", &least_payment(1, "125,50")).contains(status));
        }
    }
    let mut company = Company::new();
    let billed = DocumentCard { kind: DocumentKind::Order, status: "billed".into(), ..DocumentCard::default() };
    company.simulator.add_document(&billed);
    assert!(company.refused("salespayment.nv", &least_prepayment(1, "125,50")).contains("billed"));
}

#[test]
fn a_card_may_expect_partial_payments() {
    for (expect_partial_payments, accepted) in [(false, false), (true, true)] {
        let mut company = Company::new();
        company.simulator.add_document(&DocumentCard {
            status: "unsent".into(),
            amount: "100".into(),
            expect_partial_payments,
            ..DocumentCard::default()
        });
        let answer = company.post("salespayment.nv", &least_payment(1, "10"));
        assert_eq!(answer.status == 200, accepted, "{}", answer.body);
    }
}
