use std::io::{Error, Write, stdout};

use netvisor_orders::export::{Outcome, Report};
use netvisor_orders::{Fault, SignedRequest, json};
use serde_json::{Value, json};

use crate::netvisor::Exchange;

/// What happened to all orders.
#[derive(Default)]
pub(crate) struct Account {
    pub(crate) orders: Vec<OrderAccount>,
    pub(crate) report: Option<Report>,
}

/// What happened to one order.
pub(crate) struct OrderAccount {
    /// The order's number; the file's name until the number is known.
    pub(crate) order: String,
    pub(crate) warnings: Vec<Fault>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) outcome: Option<Outcome>,
    exchanges: Vec<(Exchange, Value)>,
}

impl OrderAccount {
    pub(crate) fn new(name: &str) -> Self {
        Self { order: name.to_owned(), warnings: Vec::new(), faults: Vec::new(), outcome: None, exchanges: Vec::new() }
    }

    fn is_exported(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Exported | Outcome::AlreadyExported))
    }
}

impl Account {
    /// Notes an exchange for an order; look-ups for all of them stand with the first.
    pub(crate) fn exchange(&mut self, order: Option<&str>, exchange: Exchange) {
        let reply = match json::read_reply(&exchange.resource, exchange.http_status, &exchange.body) {
            Ok(reply) => serde_json::from_str(&reply).unwrap_or_default(),
            Err(error) => json!({ "outcome": "unreadable", "code": error.code().as_str(), "message": error.message() }),
        };
        let place = self.orders.iter().position(|account| order.is_none_or(|order| account.order == order));
        if let Some(account) = place.and_then(|place| self.orders.get_mut(place)) {
            account.exchanges.push((exchange, reply));
        }
    }

    /// Takes over how the orders ended.
    pub(crate) fn conclude(&mut self, report: Report) {
        for order in &report.orders {
            if let Some(account) = self.orders.iter_mut().find(|account| account.order == order.order) {
                account.outcome = Some(order.outcome);
                account.warnings.extend(order.warnings.iter().cloned());
                account.faults.extend(order.trouble.faults.iter().cloned());
            }
        }
        self.report = Some(report);
    }

    pub(crate) fn is_exported(&self) -> bool {
        self.orders.iter().all(OrderAccount::is_exported)
    }

    pub(crate) fn print_json(&self) -> Result<(), Error> {
        let orders: Vec<Value> = self
            .orders
            .iter()
            .map(|order| {
                let requests: Vec<&SignedRequest> = order.exchanges.iter().map(|(exchange, _)| &exchange.request).collect();
                let reply = |(exchange, _): &(Exchange, Value)| {
                    json!({ "http_status": exchange.http_status, "body": String::from_utf8_lossy(&exchange.body) })
                };
                json!({
                    "order": order.order,
                    "requests": requests,
                    "warnings": order.warnings,
                    "faults": order.faults,
                    "replies": order.exchanges.iter().map(reply).collect::<Vec<_>>(),
                })
            })
            .collect();
        writeln!(stdout(), "{}", json!({ "orders": orders, "report": self.report }))
    }

    pub(crate) fn print(&self) -> Result<(), Error> {
        let mut out = stdout().lock();
        for order in &self.orders {
            writeln!(out, "Order {}", order.order)?;
            for (title, notes) in [("warning", &order.warnings), ("FAULT", &order.faults)] {
                for note in notes {
                    writeln!(out, "  {title} {} {}: {}", note.code().as_str(), note.path(), note.message())?;
                }
            }
            for (exchange, reply) in &order.exchanges {
                writeln!(out, "  {} {}", exchange.request.method, exchange.request.url)?;
                if let Some(body) = &exchange.request.body {
                    writeln!(out, "    {}", body.replace("><", ">\n    <"))?;
                }
                writeln!(out, "  HTTP {}: {}", exchange.http_status, said(reply))?;
            }
            let outcome = order.outcome.map_or("rejected", Outcome::as_str);
            writeln!(out, "  {outcome}")?;
            writeln!(out)?;
        }
        Ok(())
    }
}

/// A reply in a few words.
fn said(reply: &Value) -> String {
    match (reply["outcome"].as_str(), reply["inserted_key"].as_u64()) {
        (Some("done"), Some(key)) => format!("done, NetvisorKey {key}"),
        (Some("done"), None) => "done".to_owned(),
        (Some("refused"), _) => format!("refused: {}", reply["netvisor_text"].as_str().unwrap_or_default()),
        _ => reply["message"].as_str().unwrap_or_default().to_owned(),
    }
}
