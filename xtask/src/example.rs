//! `cargo run --example export`, end to end: the orders beside it against the simulator.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command::{Step, Workspace, heading, read, write};

const ORDERS: &str = "core/examples/orders";

/// Exports an order of every shop and checks the JSON form, which other tools rely on; then an order that is refused.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading("example: orders exported to the simulator");
    let folder = workspace.path(ORDERS);
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut shops: Vec<String> =
        entries.filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".json")?.to_owned())).collect();
    shops.sort();
    for shop in ["canonical", "shopify", "woocommerce"] {
        if !shops.iter().any(|found| found == shop) {
            return Err(format!("{ORDERS} has no order of {shop}"));
        }
    }
    for shop in &shops {
        let order = folder.join(shop).with_extension("json");
        let (fine, text) = export(workspace, shop, &order).outcome()?;
        exported(fine, &text).map_err(|error| format!("{shop}: {error}\n{text}"))?;
    }
    println!("{} exported", shops.join(", "));

    let mut order: Value = parse(&read(folder.join("canonical.json"))?)?;
    order["total"] = "0.01".into();
    let refused = workspace.target().join("example-refused.json");
    write(&refused, order.to_string())?;
    let (fine, text) = export(workspace, "canonical", &refused).outcome()?;
    let order = only_order(&text)?;
    let nothing_sent = order["requests"].as_array().is_some_and(Vec::is_empty);
    if fine || !nothing_sent || !order["faults"][0]["code"].is_string() {
        return Err(format!("an order whose total is wrong was not refused:\n{text}"));
    }
    println!("a wrong total refused: {}", order["faults"][0]["code"]);
    Ok(())
}

fn export(workspace: &Workspace, shop: &str, order: &Path) -> Step {
    let cargo = workspace.cargo().args(["run", "--quiet", "--package=netvisor-orders", "--example=export", "--"]);
    cargo.args(["--shop", shop, "--json"]).arg(order)
}

fn exported(fine: bool, text: &str) -> Result<(), String> {
    let order = only_order(text)?;
    let list = |name: &str| order[name].as_array().ok_or(format!("{name} is no list"));
    let (requests, replies) = (list("requests")?, list("replies")?);
    if !fine || !list("faults")?.is_empty() {
        return Err("refused".to_owned());
    }
    if !list("warnings")?.iter().all(|warning| warning["code"].is_string() && warning["path"].is_string()) {
        return Err("a warning without code and path".to_owned());
    }
    if !order["order"].is_string() || requests.is_empty() || requests.len() != replies.len() {
        return Err("order, requests and replies do not match".to_owned());
    }
    for (request, reply) in requests.iter().zip(replies) {
        let text = |pointer: &str| request.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        let signed = text("/headers/X-Netvisor-Authentication-MAC").len() == 64;
        if !text("/url").starts_with("http") || !matches!(text("/method"), "GET" | "POST") || !signed {
            return Err(format!("not a signed request: {request}"));
        }
        if text("/method") == "POST" && !text("/body").starts_with("<root>") {
            return Err(format!("no document: {request}"));
        }
        // Whatever Netvisor says, it says OK under HTTP 200 and FAILED too.
        if reply["http_status"] != 200
            || !reply["body"].as_str().is_some_and(|body| body.contains("<Status>OK</Status>"))
        {
            return Err(format!("not accepted: {request}\n{reply}"));
        }
    }
    if !requests.iter().any(|request| request["url"].as_str().is_some_and(|url| url.contains("/salesinvoice.nv?"))) {
        return Err("no sales invoice was sent".to_owned());
    }
    Ok(())
}

fn only_order(text: &str) -> Result<Value, String> {
    let mut output = parse(text)?;
    if output["report"]["finished"] != true {
        return Err(format!("the export has not finished: {text}"));
    }
    match output["orders"].as_array_mut().map(Vec::as_mut_slice) {
        Some([order]) => Ok(order.take()),
        _ => Err(format!("not one order: {text}")),
    }
}

fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("{error}: {text}"))
}
