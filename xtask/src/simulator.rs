//! A running Netvisor double, for programs that talk HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::command::Workspace;

/// Ends when dropped.
pub(crate) struct Simulator {
    process: Child,
    address: String,
}

impl Simulator {
    /// Builds and starts it on a free port.
    pub(crate) fn start(workspace: &Workspace) -> Result<Self, String> {
        workspace.cargo().args(["build", "--quiet", "--package=netvisor-simulator"]).run()?;
        let mut command =
            workspace.step(workspace.target().join("debug/netvisor-simulator")).args(["--port", "0"]).into_command();
        let mut process =
            command.stdout(Stdio::piped()).spawn().map_err(|error| format!("the simulator does not start: {error}"))?;
        let mut line = String::new();
        if let Some(output) = &mut process.stdout {
            BufReader::new(output).read_line(&mut line).map_err(|error| format!("the simulator: {error}"))?;
        }
        let simulator = Self { address: line.trim().trim_start_matches("listening on http://").to_owned(), process };
        simulator.state().map(|_| simulator)
    }

    /// What requests are to start with.
    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A connection that may do everything, as JSON.
    pub(crate) fn connection(&self) -> Value {
        json!({
            "base_url": self.base_url(), "sender": "Esimerkkikauppa Öhman", "organisation_id": "1234567-1",
            "customer_id": "cust_1", "customer_key": "CKEY", "partner_id": "partner_1", "partner_key": "PKEY",
        })
    }

    /// The books, and how requests went.
    pub(crate) fn state(&self) -> Result<Value, String> {
        self.exchange("GET", "/_state", "")
    }

    /// One of the control requests of tests/simulator/README.md, and what it answers.
    pub(crate) fn control(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.exchange("POST", path, &body.to_string())
    }

    fn exchange(&self, method: &str, path: &str, body: &str) -> Result<Value, String> {
        let failed =
            |error: &dyn std::fmt::Display| format!("{method} {path} of the simulator at {}: {error}", self.address);
        let request = format!("{method} {path} HTTP/1.0\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let mut reply = String::new();
        TcpStream::connect(&self.address)
            .and_then(|mut stream| {
                stream.write_all(request.as_bytes())?;
                stream.read_to_string(&mut reply)
            })
            .map_err(|error| failed(&error))?;
        match reply.split_once("\r\n\r\n") {
            Some((head, body)) if head.starts_with("HTTP/1.0 200") => {
                serde_json::from_str(body).map_err(|error| failed(&error))
            }
            _ => Err(failed(&reply)),
        }
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        // Whatever goes wrong here, nobody is left to be told.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
