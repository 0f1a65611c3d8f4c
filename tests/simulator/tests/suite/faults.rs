//! Requests and answers that get lost, late or spoiled.

use netvisor_simulator::{
    Charset, Exchange, Fault, FaultsBySeed, GatewayError, MaintenanceSpelling, Request, Response, Silence, Simulator,
    When,
};

use crate::messages::{LEAST_ORDER, least_invoice};
use crate::support::{Answer, Company, NOW};

const BOTH: [(When, usize); 2] = [(When::BeforeCommit, 0), (When::AfterCommit, 1)];

/// What became of the least order under a fault, and how many documents there are then.
fn under(fault: Fault) -> (Exchange, usize) {
    let mut company = Company::new();
    company.simulator.plan_fault(Some(fault));
    let exchange = company.exchange(LEAST_ORDER);
    (exchange, company.simulator.documents().count())
}

fn answer_under(fault: Fault) -> (Response, usize) {
    match under(fault) {
        (Exchange::Answered { response, after_ms: 0 }, documents) => (response, documents),
        other => panic!("{fault:?}: {other:?}"),
    }
}

fn answered(exchange: Exchange) -> Answer {
    match exchange {
        Exchange::Answered { response, .. } => Answer::of(response),
        Exchange::Unanswered(silence) => panic!("{silence:?}"),
    }
}

#[test]
fn without_a_plan_all_goes_well() {
    let mut company = Company::new();
    assert_eq!(answered(company.exchange(LEAST_ORDER)).key(), 1);
}

#[test]
fn lost_and_broken_before_or_after_the_commit() {
    for (fault, silence, documents) in [
        (Fault::LostBefore, Silence::Timeout, 0),
        (Fault::LostAfterCommit, Silence::Timeout, 1),
        (Fault::ConnectionRefused, Silence::ConnectionRefused, 0),
        (Fault::ConnectionReset(When::BeforeCommit), Silence::ConnectionReset, 0),
        (Fault::ConnectionReset(When::AfterCommit), Silence::ConnectionReset, 1),
    ] {
        assert_eq!(under(fault), (Exchange::Unanswered(silence), documents), "{fault:?}");
    }
}

#[test]
fn a_slow_answer_is_whole() {
    let (Exchange::Answered { response, after_ms: 90_000 }, 1) = under(Fault::Slow { ms: 90_000 }) else { panic!() };
    assert_eq!(Answer::of(response).key(), 1);
}

#[test]
fn gateways_and_proxies_answer_in_their_own_way() {
    for (when, booked) in BOTH {
        for (code, status, text) in [
            (GatewayError::InternalServerError, 500, "Internal Server Error"),
            (GatewayError::BadGateway, 502, "Bad Gateway"),
            (GatewayError::ServiceUnavailable, 503, "Service Unavailable"),
        ] {
            let (response, documents) = answer_under(Fault::Status { code, when });
            assert_eq!((response.status, &*response.content_type, documents), (status, "text/plain", booked));
            assert_eq!(response.body, text.as_bytes());
        }
        let (page, documents) = answer_under(Fault::HtmlPage(when));
        assert_eq!((page.status, documents), (200, booked));
        assert!(page.body.starts_with(b"<html>"));
    }
}

#[test]
fn netvisor_excuses_itself() {
    for (spelling, code) in [
        (MaintenanceSpelling::Documented, "SYSTEM_MAINTENANCE :: "),
        (MaintenanceSpelling::Old, "SYSTEM_MAINTANANCE :: "),
    ] {
        let (response, documents) = answer_under(Fault::Maintenance(spelling));
        let answer = Answer::of(response);
        assert!(answer.failure().starts_with(code) && answer.status == 503 && documents == 0);
    }
    for (when, booked) in BOTH {
        let (response, documents) = answer_under(Fault::TechnicalError(when));
        let answer = Answer::of(response);
        assert!(answer.failure().starts_with("TECHNICAL_ERROR :: ") && answer.status == 500);
        assert_eq!(documents, booked);
    }
}

#[test]
fn answers_are_cut_and_garbled_after_the_commit() {
    let whole = {
        let Exchange::Answered { response, .. } = Company::new().exchange(LEAST_ORDER) else { panic!() };
        response.body
    };
    for (kept_percent, kept) in [(0, 0), (50, whole.len() / 2), (100, whole.len() - 1)] {
        let (response, documents) = answer_under(Fault::CutXml { kept_percent });
        assert_eq!((response.status, documents), (200, 1));
        assert_eq!(response.body, whole[..kept]);
    }
    let mut company = Company::new();
    company.simulator.plan_fault(Some(Fault::WrongCharset(Charset::Latin1)));
    let request = company.request("GET", "customerlist.nv?keyword=100", "");
    let Exchange::Answered { response, .. } = company.simulator.exchange(&request) else { panic!() };
    assert!(response.content_type.ends_with("utf-8") && response.body.windows(5).any(|bytes| bytes == b"J\xE4rvi"));
    let (response, documents) = answer_under(Fault::WrongCharset(Charset::Utf16));
    assert!(documents == 1 && response.body.starts_with(b"<\0?\0"));
}

#[test]
fn plans_are_followed_in_their_order() {
    let mut company = Company::new();
    company.simulator.plan_fault(None);
    company.simulator.plan_fault(Some(Fault::LostBefore));
    assert_eq!(company.simulator.planned_faults(), 2);
    answered(company.exchange(LEAST_ORDER)).key();
    assert_eq!(company.exchange(LEAST_ORDER), Exchange::Unanswered(Silence::Timeout));
    answered(company.exchange(LEAST_ORDER)).key();
    assert_eq!((company.simulator.documents().count(), company.simulator.planned_faults()), (2, 0));
}

#[test]
fn what_is_handled_directly_is_never_lost() {
    let mut company = Company::new();
    company.simulator.plan_fault(Some(Fault::LostBefore));
    company.post("salesinvoice.nv?method=add", LEAST_ORDER).key();
    assert_eq!(company.simulator.planned_faults(), 1);
}

fn numbered(number: u32) -> String {
    let element = format!("<salesinvoicenumber>{number}</salesinvoicenumber><salesinvoicedate");
    LEAST_ORDER.replace("<salesinvoicedate", &element)
}

fn numbers(simulator: &Simulator) -> Vec<u64> {
    simulator.documents().filter_map(|document| document.number).collect()
}

#[test]
fn late_requests_are_carried_out_when_their_time_comes_and_in_that_order() {
    let mut company = Company::new();
    for (number, after_ms) in [(3, 3000), (1, 1000), (2, 1000)] {
        company.simulator.plan_fault(Some(Fault::CommittedLate { after_ms }));
        assert_eq!(company.exchange(&numbered(number)), Exchange::Unanswered(Silence::Timeout));
    }
    assert!(numbers(&company.simulator).is_empty());
    let due: Vec<i64> = company.simulator.late_requests().map(|late| late.due_ms - NOW).collect();
    assert_eq!(due, [1000, 1000, 3000]);
    company.simulator.set_now(NOW + 999);
    assert!(numbers(&company.simulator).is_empty());
    company.simulator.set_now(NOW + 1000);
    assert_eq!(numbers(&company.simulator), [1, 2]);
    company.simulator.set_now(NOW + 1_000_000);
    assert_eq!(numbers(&company.simulator), [1, 2, 3]);
    assert_eq!(company.simulator.late_requests().count(), 0);
    assert_eq!(company.state()["requests"]["salesinvoice.nv"], 3);
}

#[test]
fn a_late_request_meets_the_books_as_they_are_then() {
    let mut company = Company::new();
    company.simulator.plan_fault(Some(Fault::CommittedLate { after_ms: 600_000 }));
    company.exchange(&numbered(7));
    answered(company.exchange(&numbered(7))).key();
    company.simulator.set_now(NOW + 600_000);
    assert_eq!(numbers(&company.simulator), [7], "the number was in use by then");

    let mut company = Company::new();
    company.simulator.plan_fault(Some(Fault::CommittedLate { after_ms: 600_000 }));
    company.exchange(LEAST_ORDER);
    answered(company.exchange(LEAST_ORDER)).key();
    company.simulator.set_now(NOW + 600_000);
    assert_eq!(numbers(&company.simulator), [1, 2], "without a number nothing stops a second one");
}

#[test]
fn who_sent_a_late_request_is_looked_at_when_it_arrives() {
    let mut company = Company::new();
    let request = company.request("POST", "salesinvoice.nv?method=add", LEAST_ORDER);
    let mut forged = company.request("POST", "salesinvoice.nv?method=add", LEAST_ORDER);
    forged.url.push_str("&x=1");
    for request in [&request, &forged, &Request::default()] {
        company.simulator.plan_fault(Some(Fault::CommittedLate { after_ms: 1000 }));
        assert_eq!(company.simulator.exchange(request), Exchange::Unanswered(Silence::Timeout));
    }
    assert!(company.send(&request).failure().starts_with("REQUEST_NOT_UNIQUE"));
    assert_eq!(company.simulator.late_requests().count(), 1);
    // Long after its time stamp has become too old.
    company.simulator.set_now(NOW + 10_000_000);
    assert_eq!(company.simulator.documents().count(), 1);
}

#[test]
fn a_lost_request_has_not_used_up_its_transaction_id() {
    let mut company = Company::new();
    let request = company.request("POST", "salesinvoice.nv?method=add", LEAST_ORDER);
    for fault in [Fault::LostBefore, Fault::ConnectionReset(When::BeforeCommit), Fault::ConnectionRefused] {
        company.simulator.plan_fault(Some(fault));
        company.simulator.exchange(&request);
    }
    assert_eq!(company.send(&request).key(), 1);
}

#[test]
fn maintenance_lasts_until_its_time_is_over() {
    let mut company = Company::new();
    company.simulator.plan_fault(Some(Fault::CommittedLate { after_ms: 1000 }));
    company.exchange(LEAST_ORDER);
    company.simulator.set_maintenance_until(Some(NOW + 60_000));
    for _ in 0..2 {
        assert!(answered(company.exchange(LEAST_ORDER)).failure().starts_with("SYSTEM_MAINTENANCE :: "));
        company.simulator.set_now(NOW + 59_999);
    }
    assert_eq!(company.state()["maintenance_until_ms"], NOW + 60_000);
    company.simulator.set_now(NOW + 60_000);
    answered(company.exchange(LEAST_ORDER)).key();
    assert_eq!(company.simulator.documents().count(), 1, "what was due during the maintenance came to nothing");
}

#[test]
fn the_same_seed_brings_the_same_faults() {
    let run = |seed| {
        let mut company = Company::new();
        company.simulator.draw_faults(Some(FaultsBySeed::new(seed, 500)));
        let ends: Vec<Exchange> = (0..50).map(|_| company.exchange(LEAST_ORDER)).collect();
        company.simulator.set_now(NOW + 300_000);
        (ends, company.state())
    };
    assert_eq!(run(1), run(1));
    assert_ne!(run(1).0, run(2).0);
    let (ends, state) = run(1);
    let unanswered = ends.iter().filter(|end| matches!(end, Exchange::Unanswered(_))).count();
    let documents = state["documents"].as_array().unwrap().len();
    assert!(unanswered > 5 && documents > 25 && documents < 50, "{unanswered} {documents}");
}

#[test]
fn a_plan_goes_before_the_seed() {
    let mut company = Company::new();
    company.simulator.draw_faults(Some(FaultsBySeed::new(1, 1000)));
    company.simulator.plan_fault(None);
    answered(company.exchange(LEAST_ORDER)).key();
    let documents = company.simulator.documents().count();
    company.simulator.draw_faults(None);
    answered(company.exchange(LEAST_ORDER)).key();
    assert_eq!(company.simulator.documents().count(), documents + 1);
}

#[test]
fn a_clone_lives_on_its_own() {
    let mut company = Company::new();
    company.simulator.plan_fault(Some(Fault::CommittedLate { after_ms: 1000 }));
    company.exchange(LEAST_ORDER);
    let mut other = company.simulator.clone();
    other.set_now(NOW + 1000);
    company.post("salesinvoice.nv?method=add", &least_invoice()).key();
    assert_eq!((numbers(&other).len(), numbers(&company.simulator).len()), (1, 1));
    assert_eq!(company.simulator.late_requests().count(), 1);
}
