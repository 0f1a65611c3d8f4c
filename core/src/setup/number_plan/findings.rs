//! What a plan means, and what to do.

use crate::fault::{Fault, FaultCode};
use crate::order::Date;

use super::NumberPlanOptions;
use super::result::{PlannedNumbers, Prospect};

const OFFSET: &str = "/numbering/offset";
const MANUAL_FROM: &str = "/numbering/manual_from";

/// The findings; pointers are into the settings where a setting is meant, else into the options.
pub(super) fn findings(plan: &PlannedNumbers, options: &NumberPlanOptions) -> Vec<Fault> {
    let mut findings = Vec::new();
    let present = &plan.present;
    let horizon = plan.today.plus_days(options.days());
    if present.works == Some(true) {
        let last = present.collides_at.map_or(present.last_number, |number| number - 1);
        findings.push(Fault::new(FaultCode::NumbersFree, "").with(present.first_number).with(last).with(horizon));
    }
    // Where nobody knows how far off a number is, it is told.
    let is_soon = present.collides_on.map_or(plan.per_day.is_none(), |on| on <= horizon);
    if let Some(number) = present.collides_at.filter(|_| is_soon) {
        findings.push(Fault::new(FaultCode::NumbersCollide, OFFSET).with(number).with(shown(present.collides_on)));
    }
    if present.first_number > present.last_number || present.ends_on.is_some_and(|on| on <= horizon) {
        let ends = Fault::new(FaultCode::NumbersRunOut, MANUAL_FROM);
        findings.push(ends.with(present.last_number).with(shown(present.ends_on)));
    }
    for run in &plan.growing {
        findings.push(
            Fault::new(FaultCode::OthersNumbersGrow, "").with(run.from).with(run.to).with(run.per_day.normalize()),
        );
    }
    if let Some(number) = present.overtaken_at.filter(|_| present.overtaken_on.is_some_and(|on| on <= horizon)) {
        findings.push(Fault::new(FaultCode::NumbersOvertaken, OFFSET).with(number).with(shown(present.overtaken_on)));
    }
    match &plan.proposed {
        Some(proposed) => {
            if !is_present(present, proposed.offset, proposed.manual_from) {
                let proposal = Fault::new(FaultCode::NumberingProposed, "/numbering");
                findings.push(
                    proposal
                        .with(proposed.offset)
                        .with(proposed.manual_from)
                        .with(proposed.first_number)
                        .with(shown(proposed.lasts_until)),
                );
            }
            if plan.highest.is_none_or(|highest| highest < proposed.manual_from) {
                findings.push(Fault::new(FaultCode::ManualNumbersFollow, MANUAL_FROM).with(proposed.manual_from));
            }
        }
        None => findings.push(Fault::new(FaultCode::NumbersCannotBeKeptApart, "/document/second_name")),
    }
    if plan.per_day.is_none() {
        findings.push(Fault::new(FaultCode::NumberPaceUnknown, "/per_day"));
    }
    if let Some(since) = options.since {
        findings.push(Fault::new(FaultCode::NumbersPartlyRead, "/since").with(since));
    }
    findings
}

fn is_present(present: &Prospect, offset: u64, manual_from: u64) -> bool {
    present.offset == offset && present.manual_from == Some(manual_from)
}

fn shown(date: Option<Date>) -> String {
    date.map_or_else(|| "–".to_owned(), |date| date.to_string())
}
