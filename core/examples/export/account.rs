use std::io::{Error, Write, stdout};

use netvisor_orders::{Fault, SignedRequest, json};
use serde_json::{Value, json};

use crate::netvisor::Exchange;

/// What happened to all orders.
#[derive(Default)]
pub(crate) struct Account {
    pub(crate) orders: Vec<OrderAccount>,
}

/// What happened to one order.
pub(crate) struct OrderAccount {
    /// The order's number; the file's name until the number is known.
    pub(crate) order: String,
    pub(crate) warnings: Vec<Fault>,
    pub(crate) faults: Vec<Fault>,
    /// Documents that wait for a key nobody gave.
    pub(crate) not_sent: Vec<&'static str>,
    exchanges: Vec<(Exchange, Value)>,
}

impl OrderAccount {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            order: name.to_owned(),
            warnings: Vec::new(),
            faults: Vec::new(),
            not_sent: Vec::new(),
            exchanges: Vec::new(),
        }
    }

    /// Notes an exchange and says which key the reply gave.
    pub(crate) fn exchange(&mut self, exchange: Exchange) -> Option<u64> {
        let reply = match json::read_reply(&exchange.resource, exchange.http_status, &exchange.body) {
            Ok(reply) => serde_json::from_str(&reply).unwrap_or_default(),
            Err(error) => json!({ "outcome": "unreadable", "code": error.code().as_str(), "message": error.message() }),
        };
        let inserted_key = reply["inserted_key"].as_u64();
        self.exchanges.push((exchange, reply));
        inserted_key
    }
}

impl Account {
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
        writeln!(stdout(), "{}", json!({ "orders": orders }))
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
            for document in &order.not_sent {
                writeln!(out, "  not sent: {document}, which needs a key that only a look-up gives")?;
            }
            if !order.faults.is_empty() {
                writeln!(out, "  nothing was sent")?;
            }
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
