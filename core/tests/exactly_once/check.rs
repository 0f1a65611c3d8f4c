//! What must be true once the dust has settled.

use std::collections::BTreeMap;

use netvisor_orders::FaultCode;
use netvisor_orders::export::{OrderReport, Outcome, PaymentState, Report};
use netvisor_simulator::{BookedDocument, Decimal, DocumentKind, Made, Simulator};
use serde_json::Value;

use crate::scenario::{Kind, Scenario};

/// Everything that is wrong.
pub(crate) fn faults(scenario: &Scenario, before: &Simulator, report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    if report.orders.len() != scenario.orders.len() {
        faults.push(format!("{} orders, {} reports", scenario.orders.len(), report.orders.len()));
    }
    if scenario.simulator.late_requests().count() > 0 {
        faults.push("a request is still under way".into());
    }
    foreign_documents(scenario, before, &mut faults);
    let documents: Vec<BookedDocument> =
        scenario.simulator.documents().filter(|document| document.made == Made::Import).collect();
    let mut claimed = 0;
    for (order, report) in scenario.orders.iter().zip(&report.orders) {
        let number = order["number"].as_str().unwrap_or_default();
        let marker = format!("[netvisor-orders {number}]");
        let own: Vec<&BookedDocument> =
            documents.iter().filter(|document| document.private_comment.starts_with(&marker)).collect();
        claimed += own.len();
        let mut say = |fault: String| faults.push(format!("{number}: {fault}; {report:#?}; {own:#?}"));
        one_order(scenario, before, order, report, &own, &mut say);
    }
    if claimed != documents.len() {
        faults.push(format!("{} documents were made, {claimed} are an order's", documents.len()));
    }
    cards(scenario, &mut faults);
    faults
}

fn one_order(
    scenario: &Scenario,
    before: &Simulator,
    order: &Value,
    report: &OrderReport,
    own: &[&BookedDocument],
    say: &mut impl FnMut(String),
) {
    let expected = match report.outcome {
        Outcome::Exported | Outcome::AlreadyExported | Outcome::Incomplete => 1,
        Outcome::Rejected | Outcome::Failed => 0,
        Outcome::InDoubt if scenario.kind() == Kind::Draft => own.len().min(1),
        Outcome::InDoubt | Outcome::Pending => return say("it has not ended".into()),
    };
    if own.len() != expected {
        say(format!("{} documents instead of {expected}", own.len()));
    }
    may_end_so(scenario, before, order, report, say);
    let Some(document) = own.first() else { return };
    if report.document.as_ref().map(|known| known.netvisor_key) != Some(document.netvisor_key.into())
        && report.outcome != Outcome::InDoubt
    {
        say("the report names another document".into());
    }
    if scenario.numbers_are_ours() && document.number != Some(wanted_number(scenario, order)) {
        say(format!("number {:?}", document.number));
    }
    let (total, payments) = sums(scenario, order);
    if document.amount != total {
        say(format!("its amount is not {total}"));
    }
    let booked: Vec<Decimal> = document.payments.iter().map(|payment| payment.sum).collect();
    if booked.iter().any(|sum| !payments.contains(sum)) || booked.len() > payments.len() {
        say(format!("payments {booked:?} instead of {payments:?}"));
    }
    let all_there = booked.len() == payments.len();
    if matches!(report.outcome, Outcome::Exported | Outcome::AlreadyExported) && !all_there {
        say(format!("payments {booked:?} instead of {payments:?}"));
    }
    let reported = report.payments.iter().filter(|payment| payment.state != PaymentState::Missing).count();
    if reported != booked.len() && report.outcome != Outcome::Incomplete {
        say(format!("{reported} payments are reported, {} are there", booked.len()));
    }
}

/// Whether an order has a reason to end as it did.
fn may_end_so(
    scenario: &Scenario,
    before: &Simulator,
    order: &Value,
    report: &OrderReport,
    say: &mut impl FnMut(String),
) {
    let codes: Vec<FaultCode> = report.trouble.faults.iter().map(netvisor_orders::Fault::code).collect();
    let settings = &scenario.settings_json;
    let refused = report.trouble.refusal.as_ref().map(netvisor_orders::wire::reply::Refusal::code);
    if refused == Some(FaultCode::NetvisorPeriodLocked) && codes.is_empty() && scenario.locked {
        return;
    }
    let reason = match report.outcome {
        Outcome::Exported | Outcome::AlreadyExported => codes.is_empty() && report.trouble.refusal.is_none(),
        Outcome::Rejected | Outcome::Failed => {
            codes.iter().all(|code| match code {
                FaultCode::NumberConflict => before.documents().any(|document| {
                    document.number == Some(wanted_number(scenario, order)) && scenario.numbers_are_ours()
                }),
                FaultCode::CustomerNotFound | FaultCode::CustomerNumberMissing => {
                    settings["customers"]["missing"] == "reject"
                }
                FaultCode::ProductNotFound => settings["products"]["missing"] == "reject",
                // Three sendings in a row came to nothing.
                FaultCode::RequestUnanswered => true,
                _ => false,
            }) && !codes.is_empty()
        }
        Outcome::Incomplete => codes == [FaultCode::RequestUnanswered],
        Outcome::InDoubt => codes == [FaultCode::DraftUncertain],
        Outcome::Pending => false,
    };
    if !reason {
        say("there is no reason for it to end so".into());
    }
}

fn wanted_number(scenario: &Scenario, order: &Value) -> u64 {
    let number = order["number"].as_str().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<u64>().unwrap_or_default()
        + scenario.settings_json["numbering"]["offset"].as_u64().unwrap_or_default()
}

/// The document's amount and its payments, worked out from the order alone.
fn sums(scenario: &Scenario, order: &Value) -> (Decimal, Vec<Decimal>) {
    let decimal = |value: &Value| value.as_str().and_then(|text| text.parse().ok()).unwrap_or(Decimal::ZERO);
    let settings = &scenario.settings_json["payment"];
    let records = settings["record"] == "when_paid" && scenario.kind() != Kind::Draft;
    let mut total = decimal(&order["total"]);
    let paid = total;
    let mut payments = Vec::new();
    if settings["gift_cards"] == "payment" {
        let lines = order["lines"].as_array().into_iter().flatten();
        let cards: Decimal =
            lines.filter(|line| line["kind"] == "gift_card").map(|line| -decimal(&line["total"])).sum();
        total += cards;
        if cards > Decimal::ZERO {
            payments.push(cards);
        }
    }
    if records && order["payment"]["paid"] == true && paid > Decimal::ZERO {
        payments.push(paid);
    }
    (total, payments)
}

fn foreign_documents(scenario: &Scenario, before: &Simulator, faults: &mut Vec<String>) {
    let foreign = |simulator: &Simulator| -> BTreeMap<u32, BookedDocument> {
        let added = simulator.documents().filter(|document| document.made == Made::Added);
        added.map(|document| (document.netvisor_key, document)).collect()
    };
    if foreign(before) != foreign(&scenario.simulator) {
        faults.push("somebody else's document was touched".into());
    }
    let kind = match scenario.kind() {
        Kind::Order => DocumentKind::Order,
        Kind::Invoice => DocumentKind::Invoice,
        Kind::Draft => DocumentKind::Draft,
    };
    if scenario.simulator.documents().any(|document| document.made == Made::Import && document.kind != kind) {
        faults.push("a document of another kind was made".into());
    }
}

/// No code and no business id is on two cards.
fn cards(scenario: &Scenario, faults: &mut Vec<String>) {
    let state = scenario.simulator.state_json();
    for (register, field) in [("customers", "code"), ("customers", "business_id"), ("products", "code")] {
        let mut seen = BTreeMap::new();
        for card in state[register].as_array().into_iter().flatten() {
            let value = card[field].as_str().unwrap_or_default();
            if !value.is_empty() {
                *seen.entry(value).or_insert(0) += 1;
            }
        }
        let by_business_id = scenario.settings_json["customers"]["match"] == "business_id";
        for (value, count) in seen.into_iter().filter(|(_, count)| *count > 1) {
            if field == "code" || by_business_id {
                faults.push(format!("{count} {register} with {field} {value}"));
            }
        }
    }
}
