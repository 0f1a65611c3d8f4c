//! The binary, over a real socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use netvisor_simulator::Request;
use serde_json::Value;

use crate::messages::LEAST_ORDER;
use crate::support::signed_at;

struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start() -> Self {
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

    /// Status and body of an answer to a request whose header values are written as latin1.
    fn send(&self, request: &Request) -> (u16, String) {
        let authority = self.url.strip_prefix("http://").unwrap();
        let path = request.url.strip_prefix(&self.url).unwrap();
        let mut head = format!("{} {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n", request.method);
        head.push_str(&format!("Content-Length: {}\r\n", request.body.len()));
        for (name, value) in &request.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let head: Vec<u8> = head.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
        let mut stream = TcpStream::connect(authority).unwrap();
        stream.write_all(&[head, request.body.clone()].concat()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    fn control(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let url = format!("{}{path}", self.url);
        let request = Request { method: method.into(), url, headers: vec![], body: body.into() };
        let (status, body) = self.send(&request);
        (status, serde_json::from_str(&body).unwrap())
    }

    fn signed(&self, method: &str, target: &str, body: &str, transaction_id: &str) -> Request {
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

#[test]
fn an_order_goes_in_over_http() {
    let server = Server::start();
    let (status, reply) = server.control("POST", "/_customers", r#"{"code":"100","name":"Järvi Oy","country":"FI"}"#);
    assert_eq!((status, reply["netvisor_key"].as_u64()), (200, Some(2)));
    let (status, reply) = server.control("POST", "/_products", r#"{"code":"SKU1","name":"Paita"}"#);
    assert_eq!((status, reply["netvisor_key"].as_u64()), (200, Some(1)));

    let request = server.signed("POST", "salesinvoice.nv?method=add", LEAST_ORDER, "a");
    let (status, body) = server.send(&request);
    assert!(status == 200 && body.contains("<InsertedDataIdentifier>1</InsertedDataIdentifier>"), "{body}");
    let (status, body) = server.send(&request);
    assert!(status == 409 && body.contains("REQUEST_NOT_UNIQUE"), "{body}");
    let (_, body) = server.send(&server.signed("GET", "customerlist.nv?keyword=J%C3%A4rvi", "", "b"));
    assert!(body.contains("<Name>Järvi Oy</Name>"), "{body}");

    let (status, state) = server.control("GET", "/_state", "");
    assert_eq!((status, state["documents"][0]["amount"].as_str()), (200, Some("125.50")));
}

#[test]
fn a_url_signed_for_elsewhere_is_refused() {
    let server = Server::start();
    let mut request = server.signed("GET", "customerlist.nv", "", "a");
    request.url.push_str("?keyword=x");
    let (status, body) = server.send(&request);
    assert!(status == 401 && body.contains("AUTHENTICATION_FAILED"), "{body}");
    assert_eq!(server.send(&server.signed("GET", "nothing.nv", "", "b")).0, 404);
}

#[test]
fn rights_are_taken_away_over_http() {
    let server = Server::start();
    for (allowed, status) in [(false, 403), (true, 200)] {
        let change = format!(r#"{{"resource":"customerlist.nv","allowed":{allowed}}}"#);
        assert_eq!(server.control("POST", "/_permissions", &change).0, 200);
        assert_eq!(server.send(&server.signed("GET", "customerlist.nv", "", &change.len().to_string())).0, status);
    }
}

#[test]
fn controls_refuse_what_they_do_not_know() {
    let server = Server::start();
    for (method, path, body, status) in [
        ("POST", "/_customers", r#"{"nmae":"x"}"#, 400),
        ("POST", "/_products", "no JSON", 400),
        ("POST", "/_permissions", r#"{"resource":"nothing.nv","allowed":true}"#, 400),
        ("POST", "/_permissions", "{}", 400),
        ("GET", "/_customers", "", 404),
        ("GET", "/_nothing", "", 404),
    ] {
        let (found, reply) = server.control(method, path, body);
        assert!(found == status && reply["error"].is_string(), "{path} {body}: {found} {reply}");
    }
    assert_eq!(server.control("GET", "/_state", "").1["customers"].as_array().unwrap().len(), 1);
}

#[test]
fn wrong_arguments_are_an_error() {
    for arguments in [vec!["--prot", "1"], vec!["--port"], vec!["--port", "x"], vec!["1"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_netvisor-simulator")).args(&arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("usage: "));
    }
}
