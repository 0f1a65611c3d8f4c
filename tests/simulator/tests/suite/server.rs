//! The binary in a process of its own.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use netvisor_simulator::Request;
use serde_json::Value;

use crate::support::signed_at;

pub(crate) struct Server {
    process: Child,
    pub(crate) url: String,
}

impl Server {
    pub(crate) fn start() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_netvisor-simulator"))
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        assert!(url.starts_with("http://127.0.0.1:"), "{url}");
        Self { process, url }
    }

    /// Status and body of an answer, which must come.
    pub(crate) fn send(&self, request: &Request) -> (u16, String) {
        let (status, body) = self.try_send(request, Duration::from_secs(20)).unwrap();
        (status, String::from_utf8(body).unwrap())
    }

    /// Status and body of an answer to a request whose header values are written as latin1, if one comes in time.
    pub(crate) fn try_send(&self, request: &Request, time: Duration) -> io::Result<(u16, Vec<u8>)> {
        let authority = self.url.strip_prefix("http://").unwrap();
        let path = request.url.strip_prefix(&self.url).unwrap();
        let mut head = format!("{} {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n", request.method);
        head.push_str(&format!("Content-Length: {}\r\n", request.body.len()));
        for (name, value) in &request.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let head: Vec<u8> = head.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
        let mut stream = TcpStream::connect(authority)?;
        stream.set_read_timeout(Some(time))?;
        stream.write_all(&[head, request.body.clone()].concat())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
        let head = String::from_utf8_lossy(&answer[..end]);
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Ok((status, answer[end + 4..].to_vec()))
    }

    pub(crate) fn control(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let url = format!("{}{path}", self.url);
        let request = Request { method: method.into(), url, headers: vec![], body: body.into() };
        let (status, body) = self.send(&request);
        (status, serde_json::from_str(&body).unwrap())
    }

    pub(crate) fn signed(&self, method: &str, target: &str, body: &str, transaction_id: &str) -> Request {
        let unix = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let unix = i64::try_from(unix).unwrap();
        let time = chrono::DateTime::from_timestamp(unix, 0).unwrap().format("%Y-%m-%d %H:%M:%S%.3f").to_string();
        signed_at(method, &format!("{}/{target}", self.url), body, transaction_id, &time, unix)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
