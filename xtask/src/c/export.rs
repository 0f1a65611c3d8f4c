//! The C programs that export over HTTP, and what is in the simulator's books afterwards.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::command::{Step, Workspace, read, write};
use crate::simulator::Simulator;

use super::process::{Program, ended, interrupted, shown};

/// How many orders are exported; every other one is paid.
const ORDERS: u64 = 30;
const FIRST_NUMBER: u64 = 20_001;
/// In cents, with VAT.
const MUG: u64 = 29_90;
const SHIPPING: u64 = 9_90;
/// How `export_folder` ends when nothing is left to do.
const ALL_THERE: i32 = 0;

/// `faults_test`: every fifth request meets something, and the books are right in the end.
pub(super) fn under_faults(workspace: &Workspace, simulator: &Simulator, program: &Program<'_>) -> Result<(), String> {
    let folder = prepare(workspace, simulator)?;
    let by_seed = json!({"seed": 11, "per_mille": 200, "longest_late_ms": 200, "longest_slow_ms": 50});
    simulator.control("/_faults", &json!({ "by_seed": by_seed }))?;
    // Longer than the program waits, so that some requests time out and others break.
    simulator.control("/_faults", &json!({"lost_answer_ms": 800}))?;
    let printed = program().arg(&folder).output()?;
    if !printed.contains(" checks passed\n") {
        return Err(format!("it printed\n{printed}"));
    }
    check_books(simulator)?;
    println!("{}", printed.trim_end().lines().next_back().unwrap_or_default());
    Ok(())
}

/// `export_folder`: Ctrl-C in the middle of the orders, Ctrl-C while it waits, the rest, and the same folder once more.
pub(super) fn folder(workspace: &Workspace, simulator: &Simulator, program: &Program<'_>) -> Result<(), String> {
    let folder = prepare(workspace, simulator)?;
    let state = folder.join("state");
    let program = || {
        let program = program().arg(folder.join("connection.json")).arg(folder.join("orders"));
        program.arg(&state).arg(folder.join("settings.json"))
    };
    let slow = vec![json!({"slow": {"ms": 40}}); 3 * ORDERS as usize];
    simulator.control("/_faults", &json!({ "plan": slow }))?;
    interrupted(program(), &format!("5 of {ORDERS}"))?;
    let there = list(&simulator.state()?, "documents").len() as u64;
    if !(5..ORDERS).contains(&there) || !state.exists() {
        return Err(format!("{there} documents after Ctrl-C, and the state file is there: {}", state.exists()));
    }

    simulator.control("/_maintenance", &json!({"for_ms": 600_000}))?;
    interrupted(program(), "waiting")?;
    simulator.control("/_maintenance", &json!({"for_ms": 0}))?;

    finished(program(), "exported")?;
    check_books(simulator)?;
    if state.exists() {
        return Err("the state file outlives its export".to_owned());
    }
    finished(program(), "already_exported")?;
    check_books(simulator)?;
    println!("{there} of {ORDERS} orders before Ctrl-C, the others after it, none twice");
    Ok(())
}

/// Makes a folder with orders, settings and a connection to a company that has nothing yet.
fn prepare(workspace: &Workspace, simulator: &Simulator) -> Result<PathBuf, String> {
    let folder = workspace.target().join("c/export");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let example = read(workspace.path("tests/c/order.json"))?;
    let example: Value = serde_json::from_str(&example).map_err(|error| format!("tests/c/order.json: {error}"))?;
    let orders: Vec<Value> = (0..ORDERS).map(|index| order(&example, index)).collect();
    for (index, order) in orders.iter().enumerate() {
        write(folder.join(format!("orders/{index:03}.json")), order.to_string())?;
    }
    write(folder.join("orders.json"), Value::from(orders).to_string())?;
    write(folder.join("connection.json"), simulator.connection().to_string())?;
    let payment = json!({"record": "when_paid", "methods": {"paytrail": {"name": "Paytrail"}}});
    write(
        folder.join("settings.json"),
        json!({"document": {"type": "invoice", "status": "open"}, "payment": payment}).to_string(),
    )?;
    simulator.control("/_reset", &json!({}))?;
    Ok(folder)
}

fn order(example: &Value, index: u64) -> Value {
    let mut order = example.clone();
    let mugs = mugs(index);
    order["number"] = (FIRST_NUMBER + index).to_string().into();
    order["customer"]["number"] = (1001 + index % 7).to_string().into();
    order["lines"][0]["quantity"] = mugs.to_string().into();
    order["lines"][0]["total"] = money(mugs * MUG).into();
    order["total"] = money(mugs * MUG + SHIPPING).into();
    if !paid(index) {
        order["payment"] = json!({"method": "paytrail", "title": "Verkkopankki", "paid": false});
    }
    order
}

fn mugs(index: u64) -> u64 {
    1 + index % 3
}

fn paid(index: u64) -> bool {
    index.is_multiple_of(2)
}

fn money(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Each order has one document of its sum and, if it is paid, one payment of it.
fn check_books(simulator: &Simulator) -> Result<(), String> {
    let state = simulator.state()?;
    let (documents, payments) = (list(&state, "documents"), list(&state, "payments"));
    for index in 0..ORDERS {
        let (number, total) = (FIRST_NUMBER + index, money(mugs(index) * MUG + SHIPPING));
        let wrong = |what: &str| Err(format!("order {number}: {what}\n{state}"));
        let ours: Vec<&Value> = documents.iter().filter(|document| document["number"] == number).collect();
        let [document] = ours[..] else { return wrong("not one document") };
        if document["amount"] != total || document["kind"] != "invoice" {
            return wrong("not the document it should be");
        }
        let ours = payments.iter().filter(|payment| payment["document_key"] == document["netvisor_key"]);
        let sums: Vec<&Value> = ours.map(|payment| &payment["sum"]).collect();
        match (paid(index), &sums[..]) {
            (false, []) => {}
            (true, [sum]) if **sum == total => {}
            _ => return wrong("not the payments it should have"),
        }
    }
    let alone = documents.len() as u64 == ORDERS && payments.len() as u64 == ORDERS.div_ceil(2);
    if !alone || state["overlaps"] != 0 {
        return Err(format!("more in the books than the orders, or requests at the same time\n{state}"));
    }
    Ok(())
}

fn list<'a>(state: &'a Value, name: &str) -> &'a [Value] {
    state[name].as_array().map_or(&[], Vec::as_slice)
}

/// Runs to the end: every order ended like this.
fn finished(program: Step, outcome: &str) -> Result<(), String> {
    let output = ended(program)?;
    let lines = format!(": {outcome}, invoice ");
    let printed = shown(&output);
    let count = printed.matches(&lines).count() as u64;
    match output.status.code() == Some(ALL_THERE) && count == ORDERS {
        true => Ok(()),
        false => Err(format!("{count} orders {outcome}, {}\n{printed}", output.status)),
    }
}
