//! What core makes of a case, in the form in which the case's expected files have it.

use std::collections::BTreeMap;

use netvisor_orders::exchange::{Input, NoReplyKind, Output, RequestId};
use netvisor_orders::json::Machine;
use netvisor_orders::{Error, OrderExport, SignedRequest, json};
use serde_json::{Value, json};

use crate::case::{Case, shared_connection};

/// What a replay produced.
pub(crate) struct Replayed {
    /// What `outcome.json` must hold.
    pub(crate) outcome: Value,
    /// The files named `expect-*`, byte for byte.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// Runs the operation of a case through the JSON interface, which is what every other language calls.
pub(crate) fn replay(case: &Case) -> Replayed {
    let mut files = BTreeMap::new();
    let outcome = match case.text("/operation") {
        "preview" => preview(case, &mut files),
        "read_order" => json::read_order(case.text("/shop"), &order(case)).map(|read| result(&read)),
        "settings" => json::settings(&case.input("settings.json")).map(|_| result("\"ok\"")),
        "connection" => json::connection(&case.input("connection.json")).map(|_| result("\"ok\"")),
        "sign" => sign(case, &mut files),
        "export" => export(case, &mut files),
        "fetch" => fetch(case, &mut files),
        "resume" => resume(case),
        "resume_fetch" => resume_fetch(case),
        "required_permissions" => required_permissions(case),
        "match_customers" => matched(case, json::match_customers),
        "match_products" => matched(case, json::match_products),
        "read_reply" => {
            let http_status = u16::try_from(case.number("/http_status")).expect("an HTTP status");
            json::read_reply(case.text("/resource"), http_status, &case.input("reply.xml")).map(|reply| result(&reply))
        }
        other => panic!("{}/case.json: no such operation: {other}", case.name),
    };
    let outcome = outcome.unwrap_or_else(|error| json!({ "error": parsed(&error.to_json()) }));
    Replayed { outcome, files }
}

fn preview(case: &Case, files: &mut BTreeMap<String, Vec<u8>>) -> Result<Value, Error> {
    let settings = json::settings(&case.input_or_empty("settings.json"))?;
    let read = parsed(&json::read_order(case.text("/shop"), &order(case))?);
    let preview = json::preview(read["order"].to_string().as_bytes(), &settings, &case.input_or_empty("known.json"))?;
    let connection = json::connection(&shared_connection())?;
    let mut documents = Vec::new();
    for (index, document) in (1..).zip(&preview.documents) {
        let request = &document.request;
        files.insert(format!("expect-{index}.xml"), request.body.clone().unwrap_or_default().into_bytes());
        let head = request.head_json();
        if request.awaits.is_empty() {
            let transaction_id = format!("{}-{index}", case.text("/stamp/transaction_id"));
            let signed = json::sign(&connection, head.as_bytes(), case.number("/stamp/unix_ms"), &transaction_id)?;
            files.insert(format!("expect-{index}.http"), http(&signed));
        }
        let head = parsed(&head);
        documents.push(json!({
            "kind": document.kind, "when": document.when, "awaits": request.awaits,
            "method": head["method"], "resource": head["resource"], "query": head["query"],
        }));
    }
    let warnings = &parsed(&preview.head_json())["warnings"];
    Ok(
        json!({ "order": read["order"], "read_warnings": read["warnings"], "documents": documents, "warnings": warnings }),
    )
}

/// `order.json`, filled up with blanks at its end where the case says to how many bytes.
fn order(case: &Case) -> Vec<u8> {
    let mut order = case.input("order.json");
    if case.about.get("order_bytes").is_some() {
        order.resize(usize::try_from(case.number("/order_bytes")).expect("a length"), b' ');
    }
    order
}

fn sign(case: &Case, files: &mut BTreeMap<String, Vec<u8>>) -> Result<Value, Error> {
    let connection = json::connection(&case.file("connection.json").unwrap_or_else(shared_connection))?;
    let (unix_ms, transaction_id) = (case.number("/stamp/unix_ms"), case.text("/stamp/transaction_id"));
    let signed = json::sign(&connection, &case.input("request.json"), unix_ms, transaction_id)?;
    files.insert("expect-1.http".to_owned(), http(&signed));
    Ok(result("\"ok\""))
}

fn export(case: &Case, files: &mut BTreeMap<String, Vec<u8>>) -> Result<Value, Error> {
    let settings = json::settings(&case.input_or_empty("settings.json"))?;
    let export = OrderExport::from_json(&case.input("orders.json"), &settings)?;
    let resume = |checkpoint: &str| Ok(Box::new(OrderExport::resume(checkpoint, &settings)?) as Box<dyn Machine>);
    take_steps(case, files, Box::new(export), &resume)
}

fn fetch(case: &Case, files: &mut BTreeMap<String, Vec<u8>>) -> Result<Value, Error> {
    let settings = json::settings(&case.input_or_empty("settings.json"))?;
    let fetch = json::fetch(case.text("/fetch"), &case.input_or_empty("options.json"), &settings)?;
    take_steps(case, files, fetch, &|checkpoint| json::resume_fetch(checkpoint, &settings))
}

type Resume<'a> = dyn Fn(&str) -> Result<Box<dyn Machine>, Error> + 'a;

/// Polls at each step's time, then hands in what the step says.
fn take_steps(
    case: &Case,
    files: &mut BTreeMap<String, Vec<u8>>,
    mut machine: Box<dyn Machine>,
    resume: &Resume<'_>,
) -> Result<Value, Error> {
    let mut steps = Vec::new();
    let mut id = RequestId(0);
    for (number, step) in (1..).zip(case.about["steps"].as_array().expect("steps")) {
        let output = machine.poll_output(step["now"].as_i64().expect("a time"));
        let mut shown = json!({ "output": parsed(&output.head_json()) });
        if let Output::Send(outgoing) = output {
            id = outgoing.id;
            if let Some(body) = outgoing.request.body {
                files.insert(format!("expect-{number}.xml"), body.into_bytes());
            }
        }
        let id = step["id"].as_u64().map_or(id, RequestId);
        let handed_in = if let Some(file) = step["reply"].as_str() {
            let status = step["http_status"].as_u64().unwrap_or(200) as u16;
            machine.handle_input(Input::Reply { id, status, body: &case.input(file) })
        } else if let Some(kind) = step["no_reply"].as_str() {
            let kind = NoReplyKind::from_name(kind).expect("a kind");
            machine.handle_input(Input::NoReply { id, kind })
        } else {
            Ok(())
        };
        if let Err(error) = handed_in {
            shown["error"] = parsed(&error.to_json());
        }
        if step["resume"] == true {
            let checkpoint = machine.checkpoint();
            machine = resume(&checkpoint)?;
            files.insert(format!("expect-{number}.checkpoint"), checkpoint.into_bytes());
        }
        steps.push(shown);
    }
    Ok(json!({
        "steps": steps,
        "progress": parsed(&machine.progress()),
        "report": parsed(&machine.report()),
    }))
}

fn resume(case: &Case) -> Result<Value, Error> {
    let settings = json::settings(&case.input_or_empty("settings.json"))?;
    let export = OrderExport::resume(&checkpoint(case), &settings)?;
    Ok(result(&Machine::progress(&export)))
}

fn resume_fetch(case: &Case) -> Result<Value, Error> {
    let settings = json::settings(&case.input_or_empty("settings.json"))?;
    Ok(result(&json::resume_fetch(&checkpoint(case), &settings)?.progress()))
}

fn required_permissions(case: &Case) -> Result<Value, Error> {
    let settings = json::settings(&case.input_or_empty("settings.json"))?;
    Ok(result(&json::required_permissions(&settings, &case.input("features.json"))?))
}

fn checkpoint(case: &Case) -> String {
    String::from_utf8(case.input("checkpoint.txt")).expect("UTF-8")
}

type MatchRegisters = fn(&[u8], &[u8], &[u8]) -> Result<String, Error>;

fn matched(case: &Case, match_registers: MatchRegisters) -> Result<Value, Error> {
    let options = case.input_or_empty("options.json");
    let matched = match_registers(&case.input("shop.json"), &case.input("netvisor.json"), &options)?;
    Ok(result(&matched))
}

/// The head of a signed request: method and URL, then a header a line.
fn http(signed: &SignedRequest) -> Vec<u8> {
    let mut text = format!("{} {}\n", signed.method, signed.url);
    for (name, value) in &signed.headers {
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.into_bytes()
}

fn result(json: &str) -> Value {
    json!({ "result": parsed(json) })
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).expect("core writes JSON")
}
