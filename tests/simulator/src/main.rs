//! Runs the simulator as an HTTP server: `netvisor-simulator [--port PORT]`.

use std::io::{self, Write};
use std::process::ExitCode;

use netvisor_simulator::{Config, server};
use tokio::net::TcpListener;

const USAGE: &str = "usage: netvisor-simulator [--port PORT]   (0, the default, takes any free port)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(port) = port(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(port) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("netvisor-simulator: {error}");
            ExitCode::FAILURE
        }
    }
}

fn port(arguments: &[String]) -> Option<u16> {
    match arguments {
        [] => Some(0),
        [option, port] if option == "--port" => port.parse().ok(),
        _ => None,
    }
}

fn run(port: u16) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        // Whoever started this reads the port from here, also through a pipe.
        let mut output = io::stdout();
        writeln!(output, "listening on http://{}", listener.local_addr()?)?;
        output.flush()?;
        server::serve(listener, Config::default()).await
    })
}
