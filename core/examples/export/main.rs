//! Exports orders to a simulated Netvisor in this process, and shows what was sent and answered.
//!
//! `cargo run --example export -- [--shop canonical|woocommerce|shopify] [--settings FILE] [--state FILE] [--json] ORDER.json…`
//!
//! With `--json` it prints one JSON object. With `--state` the checkpoint is kept in that file, and an export that stands there
//! is resumed. The exit status is 1 when an order was not exported.
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
use std::{fs, io};

use account::{Account, OrderAccount};
use arguments::Arguments;
use netvisor::Netvisor;
use netvisor_orders::exchange::Input;
use netvisor_orders::export::Output;
use netvisor_orders::{Error, Known, Order, OrderExport, preview, read_order};

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let mut account = Account::default();
    if let Err(problem) = export(&arguments, &mut account) {
        eprintln!("{problem}");
        return ExitCode::from(2);
    }
    let printed = if arguments.json { account.print_json() } else { account.print() };
    if let Err(problem) = printed {
        eprintln!("cannot print: {problem}");
        return ExitCode::from(2);
    }
    if account.is_exported() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Reads the orders and drives the export to its end.
fn export(arguments: &Arguments, account: &mut Account) -> Result<(), String> {
    let mut netvisor = Netvisor::new();
    let orders = read_orders(arguments, &mut netvisor, account);
    let mut export = begin(arguments, orders)?;
    let report = loop {
        match export.poll_output(netvisor.now) {
            Output::Send(outgoing) => {
                if outgoing.must_checkpoint {
                    store(arguments, &export).map_err(|error| format!("the checkpoint cannot be stored: {error}"))?;
                }
                let exchange = netvisor.send(outgoing.request).map_err(|error| error.to_string())?;
                let answer = Input::Reply { id: outgoing.id, status: exchange.http_status, body: &exchange.body };
                export.handle_input(answer).map_err(|error| error.to_string())?;
                account.exchange(outgoing.order.as_deref(), exchange);
            }
            Output::Wait { until, .. } => netvisor.wait_until(until),
            Output::Done(report) => break report,
        }
    };
    if let (Some(state), true) = (&arguments.state, report.finished) {
        match fs::remove_file(state) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(format!("{}: {error}", state.display()));
            }
            _ => {}
        }
    }
    account.conclude(report);
    Ok(())
}

/// The orders that could be read; the faults of the others go into the account.
fn read_orders(arguments: &Arguments, netvisor: &mut Netvisor, account: &mut Account) -> Vec<Order> {
    let mut orders = Vec::new();
    for (name, json) in &arguments.orders {
        let mut order = OrderAccount::new(name);
        match read(arguments, json, netvisor, &mut order) {
            Ok(read) => orders.push(read),
            Err(error) => order.faults.extend(error.faults().cloned()),
        }
        account.orders.push(order);
    }
    orders
}

fn read(
    arguments: &Arguments,
    json: &[u8],
    netvisor: &mut Netvisor,
    account: &mut OrderAccount,
) -> Result<Order, Error> {
    let read = read_order(arguments.shop, json)?;
    account.order.clone_from(&read.order.number);
    account.warnings = read.warnings;
    // The export says what is wrong with it; here it only tells what the register holds.
    if let Ok(prepared) = preview(&read.order, &arguments.settings, &Known::default()) {
        netvisor.stock(&read.order, &prepared, &arguments.settings);
    }
    Ok(read.order)
}

/// Begins, or goes on where an earlier process stopped.
fn begin(arguments: &Arguments, orders: Vec<Order>) -> Result<OrderExport, String> {
    let stored = match &arguments.state {
        Some(state) if state.exists() => {
            Some(fs::read_to_string(state).map_err(|error| format!("{}: {error}", state.display()))?)
        }
        _ => None,
    };
    match stored {
        Some(checkpoint) => OrderExport::resume(&checkpoint, &arguments.settings).map_err(|error| error.to_string()),
        None => Ok(OrderExport::new(orders, &arguments.settings)),
    }
}

/// Written beside and then renamed: a process that dies here leaves the old one whole.
fn store(arguments: &Arguments, export: &OrderExport) -> io::Result<()> {
    let Some(state) = &arguments.state else { return Ok(()) };
    let beside = state.with_extension("new");
    fs::write(&beside, export.checkpoint())?;
    fs::rename(beside, state)
}
