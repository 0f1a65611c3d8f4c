//! What is there for tests alone, and needs no signature.

mod books;

use std::time::Duration;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::Company;
use crate::schema::read_date;
use crate::{
    Clock, CustomerCard, DocumentCard, Fault, FaultsBySeed, ImageCard, ProductCard, ProductGroupCard, Resource,
    Response, Simulator, StockCard,
};

/// Answers a control request. Whatever it does not know, it refuses.
pub(super) fn answer(company: &mut Company, method: &str, path: &str, body: &[u8]) -> Response {
    let done = match (method, path) {
        ("GET", "/_state") => Ok(state(company)),
        ("POST", "/_customers") => add::<CustomerCard>(&mut company.simulator, body, Simulator::add_customer),
        ("POST", "/_products") => add::<ProductCard>(&mut company.simulator, body, Simulator::add_product),
        ("POST", "/_documents") => add::<DocumentCard>(&mut company.simulator, body, Simulator::add_document),
        ("POST", "/_product_groups") => {
            add::<ProductGroupCard>(&mut company.simulator, body, Simulator::set_product_group)
        }
        ("POST", "/_stock") => add::<StockCard>(&mut company.simulator, body, Simulator::set_stock),
        ("POST", "/_images") => add::<ImageCard>(&mut company.simulator, body, Simulator::add_image),
        ("POST", "/_product_changes") => books::change_products(&mut company.simulator, body),
        ("POST", "/_document_changes") => books::change_documents(&mut company.simulator, body),
        ("POST", "/_company") => read(body).map(|switches| books::switch(&mut company.simulator, &switches)),
        ("POST", "/_permissions") => read(body).and_then(|permission| set_permission(company, &permission)),
        ("POST", "/_period_lock") => read(body).map(|lock: PeriodLock| {
            company.simulator.lock_period(lock.until);
            json!({"until": lock.until.map(|date| date.to_string())})
        }),
        ("POST", "/_maintenance") => read(body).map(|maintenance| start_maintenance(company, &maintenance)),
        ("POST", "/_clock") => read(body).and_then(|clock| set_clock(company, &clock)),
        ("POST", "/_faults") => read(body).map(|faults| plan(company, faults)),
        ("POST", "/_reset") => reset(company, body),
        _ => return refusal(404, "no such control request"),
    };
    match done {
        Ok(value) => json_response(&value),
        Err(error) => refusal(400, &error),
    }
}

pub(super) fn refusal(status: u16, error: &str) -> Response {
    Response { status, ..json_response(&json!({"error": error})) }
}

fn json_response(value: &Value) -> Response {
    Response { status: 200, content_type: "application/json".to_owned(), body: value.to_string().into_bytes() }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

fn state(company: &mut Company) -> Value {
    company.simulator.commit_due();
    let mut state = company.simulator.state_json();
    state["overlaps"] = company.overlaps.into();
    state
}

/// Adds one card, or each of a list.
fn add<T: DeserializeOwned>(
    simulator: &mut Simulator,
    body: &[u8],
    add: impl Fn(&mut Simulator, &T) -> u32,
) -> Result<Value, String> {
    if is_list(body) {
        let keys: Vec<u32> = read::<Vec<T>>(body)?.iter().map(|card| add(simulator, card)).collect();
        return Ok(json!({"netvisor_keys": keys}));
    }
    Ok(json!({"netvisor_key": add(simulator, &read(body)?)}))
}

fn is_list(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"[")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Permission {
    resource: String,
    allowed: bool,
}

fn set_permission(company: &mut Company, permission: &Permission) -> Result<Value, String> {
    let resource =
        Resource::named(&permission.resource).ok_or_else(|| format!("no resource is named {}", permission.resource))?;
    company.simulator.set_permission(resource, permission.allowed);
    Ok(json!({"resource": resource.name(), "allowed": permission.allowed}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodLock {
    #[serde(deserialize_with = "date")]
    until: Option<NaiveDate>,
}

/// A day, `YYYY-MM-DD`, or null.
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    read_date(&text).map(Some).ok_or_else(|| serde::de::Error::custom(format!("{text} is not a date YYYY-MM-DD")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Maintenance {
    for_ms: u32,
}

fn start_maintenance(company: &mut Company, maintenance: &Maintenance) -> Value {
    let until_ms = company.simulator.now().timestamp_millis() + i64::from(maintenance.for_ms);
    company.simulator.set_maintenance_until(Some(until_ms));
    json!({"maintenance_until_ms": until_ms})
}

/// One of them.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct ClockSetting {
    /// How much later than the machine's clock; 0 agrees with it.
    offset_ms: Option<i64>,
    /// The time at which it stands.
    now_ms: Option<i64>,
}

fn set_clock(company: &mut Company, setting: &ClockSetting) -> Result<Value, String> {
    let clock = match (setting.offset_ms, setting.now_ms) {
        (Some(0), None) => Clock::System,
        (Some(offset_ms), None) => Clock::Offset(offset_ms),
        (None, Some(now_ms)) => Clock::Fixed(now_ms),
        _ => return Err("one of offset_ms and now_ms is needed".to_owned()),
    };
    company.simulator.set_clock(clock);
    Ok(json!({"now_ms": company.simulator.now().timestamp_millis()}))
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Faults {
    /// One for each coming request, after what is planned already; null lets it go well.
    plan: Vec<Option<Fault>>,
    by_seed: Option<FaultsBySeed>,
    lost_answer_ms: Option<u64>,
}

fn plan(company: &mut Company, faults: Faults) -> Value {
    for fault in faults.plan {
        company.simulator.plan_fault(fault);
    }
    if faults.by_seed.is_some() {
        company.simulator.draw_faults(faults.by_seed);
    }
    if let Some(lost_answer_ms) = faults.lost_answer_ms {
        company.lost_answer = Duration::from_millis(lost_answer_ms);
    }
    json!({"planned_faults": company.simulator.planned_faults()})
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Start {
    #[serde(deserialize_with = "date")]
    locked_until: Option<NaiveDate>,
}

/// Makes a new company of the same credentials.
fn reset(company: &mut Company, body: &[u8]) -> Result<Value, String> {
    let start: Start = if body.is_empty() { Start::default() } else { read(body)? };
    // A request that is being worked on ends in the company it began in.
    let working = company.working;
    *company = Company { working, ..Company::new(company.config.clone()) };
    company.simulator.lock_period(start.locked_until);
    Ok(state(company))
}
