//! What an export costs, keeps and refuses; that it is right is proven in `exactly_once`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod company;

use company::{NOW, begin, company, invoices_with_payments, order, run, settings};
use netvisor_orders::exchange::{Input, NoReplyKind, RequestId};
use netvisor_orders::export::{OrderExport, Outcome, Output};
use netvisor_orders::{ErrorKind, FaultCode, Settings};
use netvisor_simulator::Resource;
use serde_json::{Value, json};

/// What merchants allow for an export.
const ALLOWED: [&str; 9] = [
    "customerlist.nv",
    "customer.nv",
    "salesinvoicelist.nv",
    "getorder.nv",
    "getsalesinvoice.nv",
    "salesinvoice.nv",
    "salespayment.nv",
    "productlist.nv",
    "product.nv",
];

fn outcomes(report: &netvisor_orders::export::Report) -> Vec<Outcome> {
    report.orders.iter().map(|order| order.outcome).collect()
}

#[test]
fn a_hundred_orders_take_few_requests_and_no_right_that_is_not_needed() {
    for (paid, most) in [(true, 215), (false, 115)] {
        let orders: Vec<Value> = (0..100).map(|index| order(index, paid)).collect();
        let mut simulator = company(100);
        for resource in Resource::ALL {
            simulator.set_permission(*resource, ALLOWED.contains(&resource.name()));
        }
        let (report, resources) = run(&mut begin(&orders, &invoices_with_payments()), &mut simulator);
        assert_eq!(outcomes(&report), [Outcome::Exported; 100]);
        assert!(resources.len() <= most, "{} requests for 100 orders, paid: {paid}", resources.len());
        assert_eq!(report.requests, resources.len() as u64);
        assert!(resources.iter().all(|resource| ALLOWED.contains(&resource.as_str())), "{resources:?}");
    }
}

#[test]
fn every_card_that_is_made_takes_one_request_more() {
    let orders: Vec<Value> = (0..100).map(|index| order(index, false)).collect();
    let (report, resources) = run(&mut begin(&orders, &Settings::default()), &mut company(0));
    assert_eq!(outcomes(&report), [Outcome::Exported; 100]);
    assert!(resources.len() <= 115 + 100 + 50, "{} requests", resources.len());
    assert!(report.orders.iter().all(|order| order.customer.as_ref().is_some_and(|customer| customer.created)));
    assert_eq!(report.orders.iter().map(|order| order.products_created.len()).sum::<usize>(), 50);
}

#[test]
fn a_second_export_of_the_same_orders_sends_nothing() {
    let orders: Vec<Value> = (0..100).map(|index| order(index, true)).collect();
    let mut simulator = company(100);
    run(&mut begin(&orders, &invoices_with_payments()), &mut simulator);
    let before: Vec<_> = simulator.documents().collect();
    let (report, resources) = run(&mut begin(&orders, &invoices_with_payments()), &mut simulator);
    assert_eq!(outcomes(&report), [Outcome::AlreadyExported; 100]);
    assert!(resources.iter().all(|resource| resource == "salesinvoicelist.nv"), "{resources:?}");
    assert_eq!(simulator.documents().collect::<Vec<_>>(), before);
}

#[test]
fn other_peoples_documents_do_not_make_the_look_up_endless() {
    let mut simulator = company(3);
    for number in 0..3_000 {
        simulator.add_document(&netvisor_simulator::DocumentCard {
            kind: netvisor_simulator::DocumentKind::Order,
            number: Some(500_000 + number),
            date: "2026-01-02".into(),
            amount: "1,00".into(),
            ..netvisor_simulator::DocumentCard::default()
        });
    }
    let orders: Vec<Value> = (0..3).map(|index| order(index, false)).collect();
    let (report, resources) = run(&mut begin(&orders, &Settings::default()), &mut simulator);
    assert_eq!(outcomes(&report), [Outcome::Exported; 3]);
    let looks = resources.iter().filter(|resource| *resource == "salesinvoicelist.nv").count();
    assert!(looks <= 7, "{looks} look-ups");
}

#[test]
fn a_run_that_lacked_a_right_goes_on_when_it_is_given() {
    let settings = invoices_with_payments();
    let orders: Vec<Value> = (0..4).map(|index| order(index, true)).collect();
    let mut simulator = company(4);
    simulator.set_permission(Resource::SalesPayment, false);
    let mut export = begin(&orders, &settings);
    let (report, _) = run(&mut export, &mut simulator);
    assert_eq!(outcomes(&report), [Outcome::Incomplete, Outcome::Failed, Outcome::Failed, Outcome::Failed]);
    let refusal = report.stopped.and_then(|stopped| stopped.refusal).expect("why it stopped");
    assert_eq!(refusal.permission().expect("the right").name, "Myyntisuorituksen tuonti Netvisoriin");
    assert!(!report.finished);

    simulator.set_permission(Resource::SalesPayment, true);
    let mut resumed = OrderExport::resume(&export.checkpoint(), &settings).expect("the checkpoint");
    let (report, _) = run(&mut resumed, &mut simulator);
    assert_eq!(outcomes(&report), [Outcome::Exported; 4]);
    assert!(simulator.documents().all(|document| document.payments.len() == 1));
}

#[test]
fn a_checkpoint_is_small_and_shrinks_with_what_is_done() {
    let orders: Vec<Value> = (0..1_000).map(|index| order(index, true)).collect();
    let settings = invoices_with_payments();
    let mut export = begin(&orders, &settings);
    let begun = export.checkpoint();
    assert!(begun.len() <= 2_000_000, "{} bytes", begun.len());
    let mut simulator = company(1_000);
    run(&mut export, &mut simulator);
    let ended = export.checkpoint();
    assert!(ended.len() < begun.len() / 2, "{} of {} bytes", ended.len(), begun.len());
    let resumed = OrderExport::resume(&ended, &settings).expect("the checkpoint");
    assert_eq!(resumed.report(), export.report());
}

#[test]
fn texts_of_any_length_come_back_from_a_checkpoint() {
    let settings = Settings::default();
    let fields = netvisor_orders::Order::from_json(order(1, false).to_string().as_bytes()).unwrap().into_fields();
    let long = netvisor_orders::order::OrderFields { comment: Some("ä".repeat(200_000)), ..fields };
    let export = OrderExport::new(vec![long.check().unwrap()], &settings);
    let resumed = OrderExport::resume(&export.checkpoint(), &settings).expect("the checkpoint");
    assert_eq!(resumed.checkpoint(), export.checkpoint());
}

#[test]
fn an_answer_to_another_request_changes_nothing() {
    let mut export = begin(&[order(1, false)], &Settings::default());
    let early = export.handle_input(Input::NoReply { id: RequestId(1), kind: NoReplyKind::Timeout }).unwrap_err();
    assert_eq!((early.kind(), early.code()), (ErrorKind::Misuse, FaultCode::RequestIdUnknown));
    let Output::Send(outgoing) = export.poll_output(NOW) else { panic!("nothing to send") };
    let before = export.checkpoint();
    for id in [0, 2, u64::MAX] {
        let input = Input::Reply { id: RequestId(id), status: 200, body: b"<Root/>" };
        assert_eq!(export.handle_input(input).unwrap_err().code(), FaultCode::RequestIdUnknown);
    }
    assert_eq!(export.checkpoint(), before);
    export.handle_input(Input::NoReply { id: outgoing.id, kind: NoReplyKind::NotConnected }).unwrap();
    let twice = export.handle_input(Input::NoReply { id: outgoing.id, kind: NoReplyKind::NotConnected });
    assert_eq!(twice.unwrap_err().code(), FaultCode::RequestIdUnknown);
}

#[test]
fn an_answer_of_200_megabytes_is_read_in_bounded_time_and_is_no_answer() {
    let mut export = begin(&[order(1, false)], &Settings::default());
    let mut simulator = company(2);
    // Up to the sending of the document.
    let id = loop {
        let Output::Send(outgoing) = export.poll_output(NOW) else { panic!("nothing to send") };
        if outgoing.must_checkpoint {
            break outgoing.id;
        }
        let list = match outgoing.request.resource.as_str() {
            "salesinvoicelist.nv" => "<SalesInvoiceList/>",
            "customerlist.nv" => {
                "<Customerlist><Customer><Netvisorkey>2</Netvisorkey><Name>A</Name><Code>C1</Code></Customer></Customerlist>"
            }
            _ => {
                "<ProductList><Product><NetvisorKey>1</NetvisorKey><ProductCode>P3</ProductCode><Name/></Product>\
                 <Product><NetvisorKey>2</NetvisorKey><ProductCode>P4</ProductCode><Name/></Product>\
                 <Product><NetvisorKey>3</NetvisorKey><ProductCode>P5</ProductCode><Name/></Product></ProductList>"
            }
        };
        let body = format!("<Root><ResponseStatus><Status>OK</Status></ResponseStatus>{list}</Root>");
        export.handle_input(Input::Reply { id: outgoing.id, status: 200, body: body.as_bytes() }).unwrap();
    };
    let body = vec![b'<'; 200_000_000];
    export.handle_input(Input::Reply { id, status: 200, body: &body }).unwrap();
    let report = export.report();
    assert_eq!(outcomes(&report), [Outcome::InDoubt]);
    // The look that follows finds nothing, and the order waits.
    let Output::Send(look) = export.poll_output(NOW) else { panic!("no look") };
    assert_eq!(look.request.resource, "salesinvoicelist.nv");
    assert!(simulator.documents().next().is_none());
    simulator.set_now(NOW);
}

#[test]
fn orders_that_are_wrong_are_rejected_by_themselves() {
    let mut wrong = order(1, false);
    wrong["total"] = "1.00".into();
    let orders = [wrong, json!(7), json!({"number": "X"}), order(4, false)];
    let (report, _) = run(&mut begin(&orders, &Settings::default()), &mut company(5));
    assert_eq!(outcomes(&report), [Outcome::Rejected, Outcome::Rejected, Outcome::Rejected, Outcome::Exported]);
    let names: Vec<&str> = report.orders.iter().map(|order| order.order.as_str()).collect();
    assert_eq!(names, ["1001", "", "X", "1004"]);
    assert!(report.orders[..3].iter().all(|order| !order.trouble.faults.is_empty() && order.requests == 0));
}

#[test]
fn messages_are_in_the_language_of_the_settings() {
    let mut simulator = company(0);
    let settings = settings(json!({"customers": {"missing": "reject"}, "language": "sv"}));
    let (report, _) = run(&mut begin(&[order(1, false)], &settings), &mut simulator);
    assert!(report.orders[0].trouble.faults[0].message().starts_with("Kunden C1 finns inte"));
}

#[test]
fn no_key_is_in_a_checkpoint_or_in_debug_output() {
    // An export never sees a connection; this is what its host would print.
    let mut export = begin(&[order(1, true)], &invoices_with_payments());
    let output = export.poll_output(NOW);
    let shown = format!("{export:?} {output:?} {} {:?}", export.checkpoint(), export.report());
    assert!(!shown.contains("CKEY") && !shown.contains("PKEY"));
}
