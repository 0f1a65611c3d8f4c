//! A setup check over a line on which things go wrong: it says what, and soon.

use netvisor_orders::exchange::NoReplyKind;
use netvisor_orders::{Settings, json as operations};
use netvisor_simulator::Request;
use serde_json::{Value, json};

use crate::host::{Answer, Host, Line, answer, begin, company, findings};

const MINUTE: i64 = 60_000;

fn over(line: &mut Line<'_>) -> (Value, Host) {
    let mut host = Host::new();
    let report = host.run_over(begin(&["export"], &Settings::default()), line);
    assert_eq!(report["finished"], true, "{report:#}");
    assert_eq!(report["result"]["ok"], false);
    assert!(host.waited <= 3 * MINUTE && host.resources.len() <= 6, "{} ms", host.waited);
    (report["result"].clone(), host)
}

/// A refusal of Netvisor's, at two in the afternoon or as much later as was waited.
fn refusal(status: &str, waited: i64) -> Answer {
    let (minute, second) = (waited / MINUTE, waited % MINUTE / 1_000);
    let body = format!(
        "<Root><ResponseStatus><Status>FAILED</Status><Status>{status}</Status>\
         <TimeStamp>14.1.2026 14:{minute:02}:{second:02}</TimeStamp></ResponseStatus></Root>"
    );
    Answer::Reply(200, body.into_bytes())
}

#[test]
fn the_network_is_told_from_netvisor() {
    let page = |status: u16| move |_: &Request, _| Answer::Reply(status, b"<html><body>Proxy</body></html>".to_vec());
    let silent = |kind| move |_: &Request, _| Answer::None(kind);
    let mut lines: Vec<(&str, Box<Line<'static>>)> = vec![
        ("setup_not_connected", Box::new(silent(NoReplyKind::NotConnected))),
        ("setup_not_connected", Box::new(silent(NoReplyKind::ConnectionLost))),
        ("setup_unanswered", Box::new(silent(NoReplyKind::Timeout))),
        ("setup_not_netvisor", Box::new(page(200))),
        ("setup_not_netvisor", Box::new(page(407))),
        ("setup_not_netvisor", Box::new(|_, _| Answer::Reply(502, b"Bad Gateway".to_vec()))),
        ("setup_not_netvisor", Box::new(|_, _| Answer::Reply(200, b"<Root><ResponseStatus><Status>OK</Sta".to_vec()))),
        ("setup_address_wrong", Box::new(page(404))),
        ("netvisor_maintenance", Box::new(|_, waited| refusal("SYSTEM_MAINTANANCE :: Huoltokatko", waited))),
    ];
    for (finding, line) in &mut lines {
        let (result, _) = over(line.as_mut());
        assert_eq!(findings(&result), [*finding]);
        assert_eq!(result["credentials"]["state"], "unknown", "{finding}");
        assert!(result["permissions"].as_array().unwrap().iter().all(|one| one["state"] == "unknown"));
    }
}

#[test]
fn trouble_that_passes_leaves_no_finding() {
    let mut simulator = company();
    let mut first = true;
    let mut host = Host::new();
    let report = host.run_over(begin(&["export"], &Settings::default()), &mut |request, waited| {
        if std::mem::take(&mut first) {
            return Answer::None(NoReplyKind::ConnectionLost);
        }
        answer(&mut simulator, request, waited)
    });
    assert_eq!(findings(&report["result"]), ["setup_imports_unknown"]);
    assert_eq!(report["result"]["ok"], true);
}

#[test]
fn a_resource_that_is_not_there_is_named() {
    let mut simulator = company();
    let (result, _) = over(&mut |request, waited| {
        if request.url.contains("productlist") {
            return Answer::Reply(404, b"Not Found".to_vec());
        }
        answer(&mut simulator, request, waited)
    });
    assert_eq!(findings(&result), ["setup_resource_unknown", "setup_imports_unknown"]);
}

#[test]
fn a_host_that_uses_an_id_twice_is_told() {
    let mut host = Host { repeats_ids: true, ..Host::new() };
    let result = host.check(&Settings::default(), &mut company());
    assert_eq!(findings(&result)[0], "setup_transaction_id_used");
    assert_eq!(result["ok"], false);
    assert!(host.resources.len() <= 4 && host.waited <= 3 * MINUTE);
}

#[test]
fn what_is_refused_for_its_data_was_let_in_and_other_errors_leave_it_open() {
    for (status, state, finding) in [
        ("INVALID_DATA :: Data form incorrect:. Document not found", "granted", "setup_imports_unknown"),
        ("TECHNICAL_ERROR :: Odottamaton virhe", "unknown", "setup_unclear"),
        ("SOMETHING_NEW :: Uutta", "unknown", "setup_unclear"),
    ] {
        let mut host = Host::new();
        let report = host.run_over(begin(&["export"], &Settings::default()), &mut |_, waited| refusal(status, waited));
        let list = &report["result"]["permissions"][0];
        assert_eq!(list["state"], state, "{status}");
        assert_eq!(list["netvisor_text"].as_str(), status.split_once(" :: ").map(|(_, text)| text));
        assert!(findings(&report["result"]).contains(&finding), "{status}");
        assert!(host.waited <= 3 * MINUTE);
    }
}

#[test]
fn an_unexplained_refusal_is_not_guessed_at() {
    let (result, _) = over(&mut |_, waited| refusal("AUTHENTICATION_FAILED :: Tunnistautuminen epäonnistui", waited));
    let credentials = &result["credentials"];
    assert_eq!((&credentials["cause"], &credentials["certain"]), (&json!("unknown"), &json!(false)));
    assert_eq!(credentials["netvisor_text"], "Tunnistautuminen epäonnistui");
    assert_eq!(findings(&result), ["netvisor_authentication_failed"]);
    // With a clock that is off the clock is likely, and no more than that.
    let mut host = Host { now: crate::host::NOW + 3_600_000, ..Host::new() };
    let report = host.run_over(begin(&["export"], &Settings::default()), &mut |_, waited| {
        refusal("AUTHENTICATION_FAILED :: Tunnistautuminen epäonnistui", waited)
    });
    let credentials = &report["result"]["credentials"];
    assert_eq!((&credentials["cause"], &credentials["certain"]), (&json!("clock"), &json!(false)));
    assert_eq!(findings(&report["result"]), ["netvisor_authentication_failed", "setup_clock_ahead"]);
}

#[test]
fn a_check_that_is_resumed_at_any_moment_comes_to_the_same() {
    let settings = Settings::default();
    let mut simulator = company();
    simulator.set_permission(netvisor_simulator::Resource::CustomerList, false);
    let mut host = Host::new();
    let expected = host.check(&settings, &mut simulator.clone());
    // Stored after each of three answers and in the end.
    for (checkpoint, left) in host.checkpoints.iter().zip([2, 1, 0, 0]) {
        let resumed = operations::resume_fetch(checkpoint, &settings).expect("a checkpoint");
        let mut later = Host::new();
        let report = later.run(resumed, &mut simulator.clone());
        assert_eq!(later.resources.len(), left, "what was answered is not asked again");
        let mut result = report["result"].clone();
        result["clock"] = expected["clock"].clone();
        assert_eq!(result, expected);
    }
    let other = Settings::from_json(br#"{"customers": {"match": "temporary"}}"#).unwrap();
    let last = host.checkpoints.last().expect("one");
    let refused = operations::resume_fetch(last, &other).err().expect("answers to other questions");
    assert_eq!(refused.code().as_str(), "checkpoint_invalid");
}

#[test]
fn options_that_are_none_are_refused() {
    for (options, expected) in [
        ("{\"features\": []}", "list_empty /features"),
        ("{\"features\": [\"exports\"]}", "value_not_allowed /features/0"),
        ("{\"features\": \"export\"}", "type_mismatch /features"),
        ("{\"feature\": []}", "field_unknown /feature"),
        ("[]", "type_mismatch "),
    ] {
        let error = operations::fetch("setup_check", options.as_bytes(), &Settings::default()).err().expect(options);
        assert_eq!(format!("{} {}", error.code().as_str(), error.path()), expected, "{options}");
    }
}
