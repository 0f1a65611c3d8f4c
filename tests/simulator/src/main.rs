//! Runs the simulator as an HTTP server: `netvisor-simulator [--port PORT]`.

use std::io::{self, Write};
use std::process::ExitCode;

use netvisor_simulator::{Config, server};
use tokio::net::TcpListener;

const USAGE: &str = "usage: netvisor-simulator [--port PORT]";

const HELP: &str = "\
A double of the Netvisor web service for tests and offline development.

  --port PORT   the port on 127.0.0.1 to listen at; 0, the default, takes any free one
  --help        shows this

The first line of the output is the URL it listens at. Besides Netvisor's resources it answers, unsigned and in JSON:

  GET  /_state        the books, requests by resource, late requests, overlaps
  POST /_customers    a customer or a list of them to add; also /_products, /_documents
  POST /_product_groups  a product group or a list of them to add or to translate; also /_stock, /_images
  POST /_product_changes  {\"netvisor_key\": 1, \"change\": \"delete\"}, or a list of them
  POST /_document_changes  {\"netvisor_key\": 1, \"change\": \"deliver\"}, or a list of them
  POST /_company      {\"interface\": true, \"other_stock_system\": false, \"extended_products\": true}
  POST /_clock        {\"offset_ms\": 600000}, or {\"now_ms\": 1767323045000}
  POST /_permissions  {\"resource\": \"salespayment.nv\", \"allowed\": false}
  POST /_period_lock  {\"until\": \"2026-01-31\"}, or null
  POST /_maintenance  {\"for_ms\": 5000}
  POST /_faults       {\"plan\": [null, \"lost_before\"], \"by_seed\": {\"seed\": 1, \"per_mille\": 200}, \"lost_answer_ms\": 60000}
  POST /_reset        nothing, or {\"locked_until\": \"2026-01-31\"}: back to an empty company

Its README tells more.";

enum Task {
    Serve { port: u16 },
    Help,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match task(&arguments) {
        None => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
        Some(Task::Help) => {
            println!("{USAGE}\n\n{HELP}");
            ExitCode::SUCCESS
        }
        Some(Task::Serve { port }) => match run(port) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("netvisor-simulator: {error}");
                ExitCode::FAILURE
            }
        },
    }
}

fn task(arguments: &[String]) -> Option<Task> {
    match arguments {
        [] => Some(Task::Serve { port: 0 }),
        [option] if option == "--help" => Some(Task::Help),
        [option, port] if option == "--port" => port.parse().ok().map(|port| Task::Serve { port }),
        _ => None,
    }
}

fn run(port: u16) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        // Whoever started this reads the port from here, also through a pipe.
        let mut output = io::stdout();
        writeln!(output, "listening on http://{}", listener.local_addr()?)?;
        output.flush()?;
        server::serve(listener, Config::default()).await
    })
}
