//! Exports orders to a simulated Netvisor in this process, and shows what was sent and answered.
//!
//! `cargo run --example export -- [--shop canonical|woocommerce|shopify] [--settings FILE] [--json] ORDER.json…`
//!
//! With `--json` it prints one JSON object. The exit status is 1 when an order has faults.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a host has a clock and files"
)]

mod account;
mod arguments;
mod netvisor;

use std::process::ExitCode;

use account::{Account, OrderAccount};
use arguments::Arguments;
use netvisor::Netvisor;
use netvisor_orders::document::DocumentType;
use netvisor_orders::wire::Awaited;
use netvisor_orders::{Error, Known, preview, read_order};

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let mut netvisor = Netvisor::new();
    let mut account = Account::default();
    for (name, json) in &arguments.orders {
        let mut order = OrderAccount::new(name);
        if let Err(error) = export(json, &arguments, &mut netvisor, &mut order) {
            order.faults.extend(error.faults().cloned());
        }
        account.orders.push(order);
    }
    let printed = if arguments.json { account.print_json() } else { account.print() };
    if let Err(problem) = printed {
        eprintln!("cannot print: {problem}");
        return ExitCode::from(2);
    }
    if account.orders.iter().all(|order| order.faults.is_empty()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Sends an order's documents in their order; keys that replies give go into the documents after them.
fn export(
    json: &[u8],
    arguments: &Arguments,
    netvisor: &mut Netvisor,
    account: &mut OrderAccount,
) -> Result<(), Error> {
    let read = read_order(arguments.shop, json)?;
    account.order.clone_from(&read.order.number);
    account.warnings = read.warnings;
    let mut known = Known::default();
    let prepared = preview(&read.order, &arguments.settings, &known)?;
    netvisor.stock(&read.order, &prepared, &arguments.settings);
    account.warnings.extend(prepared.warnings);

    let order_of_sending =
        [DocumentType::Customer, DocumentType::Product, DocumentType::SalesInvoice, DocumentType::SalesPayment];
    for kind in order_of_sending {
        let prepared = preview(&read.order, &arguments.settings, &known)?;
        let awaited: Vec<Awaited> = prepared.documents.iter().flat_map(|d| d.request.awaits.clone()).collect();
        for document in prepared.documents.into_iter().filter(|document| document.kind == kind) {
            if !document.request.awaits.is_empty() {
                account.not_sent.push(kind.as_str());
                continue;
            }
            // Nothing is looked up here, so cards are sent that Netvisor may have: then it says so.
            let inserted_key = account.exchange(netvisor.send(document.request)?);
            match kind {
                DocumentType::Customer if awaited.contains(&Awaited::CustomerKey) => known.customer_key = inserted_key,
                DocumentType::SalesInvoice => known.document_key = inserted_key,
                _ => {}
            }
        }
    }
    Ok(())
}
