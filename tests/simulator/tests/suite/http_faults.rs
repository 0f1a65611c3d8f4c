//! Faults over a real socket, in real time.

use std::io::ErrorKind;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::messages::LEAST_ORDER;
use crate::server::Server;

const ADD: &str = "salesinvoice.nv?method=add";
const SHORT: Duration = Duration::from_millis(1000);
const LONG: Duration = Duration::from_secs(20);

/// A server that can book the least order, with what is planned for the coming requests.
fn server_with(faults: &Value) -> Server {
    let server = Server::start();
    server.control("POST", "/_customers", r#"{"code":"100","name":"Järvi Oy"}"#);
    server.control("POST", "/_products", r#"{"code":"SKU1","name":"Paita"}"#);
    let (status, answer) = server.control("POST", "/_faults", &faults.to_string());
    assert_eq!(status, 200, "{answer}");
    server
}

fn state(server: &Server) -> Value {
    server.control("GET", "/_state", "").1
}

fn documents(server: &Server) -> usize {
    state(server)["documents"].as_array().unwrap().len()
}

/// Asks again and again, for as long as it takes.
fn wait_for(condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < LONG, "it never came to that");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_lost_answer_never_comes() {
    for (fault, booked) in [("lost_before", 0), ("lost_after_commit", 1)] {
        let server = server_with(&json!({"plan": [fault]}));
        let error = server.try_send(&server.signed("POST", ADD, LEAST_ORDER, "a"), SHORT).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{error}");
        assert_eq!(documents(&server), booked, "{fault}");
        assert_eq!(server.send(&server.signed("POST", ADD, LEAST_ORDER, "b")).0, 200, "the next one is answered");
    }
}

#[test]
fn a_client_that_waits_for_ever_is_sent_away() {
    let server = server_with(&json!({"plan": ["lost_before"], "lost_answer_ms": 100}));
    let error = server.try_send(&server.signed("POST", ADD, LEAST_ORDER, "a"), LONG).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
}

#[test]
fn connections_are_reset() {
    for (fault, booked) in [
        (json!({"connection_reset": "before_commit"}), 0),
        (json!({"connection_reset": "after_commit"}), 1),
        (json!("connection_refused"), 0),
    ] {
        let server = server_with(&json!({"plan": [fault]}));
        let error = server.try_send(&server.signed("POST", ADD, LEAST_ORDER, "a"), LONG).unwrap_err();
        assert_eq!((error.kind(), documents(&server)), (ErrorKind::ConnectionReset, booked), "{fault}");
    }
}

#[test]
fn late_requests_are_carried_out_in_real_time() {
    let server = server_with(&json!({"plan": [{"committed_late": {"after_ms": 1500}}], "lost_answer_ms": 0}));
    let start = Instant::now();
    server.try_send(&server.signed("POST", ADD, LEAST_ORDER, "a"), LONG).unwrap_err();
    let waiting = state(&server);
    let booked = waiting["documents"].as_array().unwrap().len();
    assert!(booked == 0 || start.elapsed() > Duration::from_millis(1500), "{waiting}");
    wait_for(|| documents(&server) == 1);
    assert!(start.elapsed() >= Duration::from_millis(1500), "{:?}", start.elapsed());
    assert_eq!(state(&server)["late"], json!([]));
}

#[test]
fn spoiled_answers_come_as_they_are() {
    let plan = json!({"plan": [
        null,
        {"status": {"code": 502, "when": "after_commit"}},
        {"html_page": "before_commit"},
        {"cut_xml": {"kept_percent": 50}},
        {"maintenance": "old"},
        {"technical_error": "before_commit"},
        {"wrong_charset": "utf16"},
    ]});
    let server = server_with(&plan);
    let mut answers =
        (0..7).map(|turn| server.try_send(&server.signed("POST", ADD, LEAST_ORDER, &turn.to_string()), LONG).unwrap());
    let whole = answers.next().unwrap().1;
    assert_eq!(answers.next().unwrap(), (502, b"Bad Gateway".to_vec()));
    assert!(answers.next().unwrap().1.starts_with(b"<html>"));
    assert_eq!(answers.next().unwrap().1.len(), whole.len() / 2);
    assert!(String::from_utf8(answers.next().unwrap().1).unwrap().contains("SYSTEM_MAINTANANCE :: "));
    assert!(String::from_utf8(answers.next().unwrap().1).unwrap().contains("TECHNICAL_ERROR :: "));
    assert!(answers.next().unwrap().1.starts_with(b"<\0"));
    assert_eq!((documents(&server), &state(&server)["planned_faults"]), (4, &json!(0)));
}

#[test]
fn one_request_at_a_time() {
    let server = server_with(&json!({"plan": [{"slow": {"ms": 3000}}]}));
    thread::scope(|scope| {
        let start = Instant::now();
        let slow = scope.spawn(|| server.send(&server.signed("POST", ADD, LEAST_ORDER, "slow")));
        wait_for(|| documents(&server) == 1);
        let (status, body) = server.send(&server.signed("POST", ADD, LEAST_ORDER, "second"));
        assert!(status == 500 && body.contains("TECHNICAL_ERROR :: Another request"), "{body}");
        assert_eq!(slow.join().unwrap().0, 200);
        assert!(start.elapsed() >= Duration::from_secs(3));
    });
    assert_eq!((documents(&server), &state(&server)["overlaps"]), (1, &json!(1)));
    assert_eq!(server.send(&server.signed("POST", ADD, LEAST_ORDER, "third")).0, 200);
}

#[test]
fn a_client_that_has_gone_holds_nobody_up() {
    let server = server_with(&json!({"plan": [{"slow": {"ms": 600_000}}]}));
    server.try_send(&server.signed("POST", ADD, LEAST_ORDER, "a"), SHORT).unwrap_err();
    let turn = std::cell::Cell::new(0);
    wait_for(|| {
        turn.set(turn.get() + 1);
        server.send(&server.signed("GET", "customerlist.nv", "", &turn.get().to_string())).0 == 200
    });
}

#[test]
fn maintenance_ends_by_itself() {
    let server = Server::start();
    server.control("POST", "/_maintenance", r#"{"for_ms":3000}"#);
    let (status, body) = server.send(&server.signed("GET", "customerlist.nv", "", "a"));
    assert!(status == 503 && body.contains("SYSTEM_MAINTENANCE :: "), "{body}");
    let turn = std::cell::Cell::new(0);
    wait_for(|| {
        turn.set(turn.get() + 1);
        server.send(&server.signed("GET", "customerlist.nv", "", &turn.get().to_string())).0 == 200
    });
}

#[test]
fn a_seed_spoils_some() {
    let server =
        server_with(&json!({"by_seed": {"seed": 3, "per_mille": 1000, "longest_slow_ms": 1}, "lost_answer_ms": 0}));
    let good = (0..20).filter(|turn| {
        let answer = server.try_send(&server.signed("POST", ADD, LEAST_ORDER, &turn.to_string()), LONG);
        matches!(answer, Ok((200, body)) if body.ends_with(b"</Root>"))
    });
    assert!(good.count() < 10);
}
