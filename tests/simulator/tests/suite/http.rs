//! The binary, over a real socket.

use std::process::Command;

use serde_json::json;

use crate::messages::LEAST_ORDER;
use crate::server::Server;

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
        ("POST", "/_customers", r#"[{"code":"x"},{"nmae":"x"}]"#, 400),
        ("POST", "/_products", "no JSON", 400),
        ("POST", "/_documents", r#"{"kind":"offer"}"#, 400),
        ("POST", "/_permissions", r#"{"resource":"nothing.nv","allowed":true}"#, 400),
        ("POST", "/_permissions", "{}", 400),
        ("POST", "/_product_groups", r#"{"nmae":"x"}"#, 400),
        ("POST", "/_stock", r#"{"warehouse_key":1}"#, 400),
        ("POST", "/_images", r#"{"x":1}"#, 400),
        ("POST", "/_product_changes", r#"{"netvisor_key":1,"change":"delete"}"#, 400),
        ("POST", "/_product_changes", r#"{"netvisor_key":1,"change":"vanish"}"#, 400),
        ("POST", "/_document_changes", r#"[{"netvisor_key":1,"change":"deliver"}]"#, 400),
        ("POST", "/_document_changes", r#"{"netvisor_key":1,"change":{"pay":{"amount":"1"}}}"#, 400),
        ("POST", "/_company", r#"{"package":"premium"}"#, 400),
        ("POST", "/_clock", "{}", 400),
        ("POST", "/_clock", r#"{"offset_ms":1,"now_ms":1}"#, 400),
        ("POST", "/_period_lock", "{}", 400),
        ("POST", "/_period_lock", r#"{"until":"31.1.2026"}"#, 400),
        ("POST", "/_maintenance", r#"{"until":"tomorrow"}"#, 400),
        ("POST", "/_maintenance", r#"{"for_ms":1,"x":1}"#, 400),
        ("POST", "/_faults", r#"{"plan":["lost"]}"#, 400),
        ("POST", "/_faults", r#"{"plan":[{"slow":{"ms":1,"x":1}}]}"#, 400),
        ("POST", "/_faults", r#"{"plan":[{"status":{"code":404,"when":"after_commit"}}]}"#, 400),
        ("POST", "/_faults", r#"{"by_seed":{"seed":1}}"#, 400),
        ("POST", "/_faults", r#"{"seed":1}"#, 400),
        ("POST", "/_reset", r#"{"sender":"x"}"#, 400),
        ("GET", "/_customers", "", 404),
        ("GET", "/_nothing", "", 404),
    ] {
        let (found, reply) = server.control(method, path, body);
        assert!(found == status && reply["error"].is_string(), "{path} {body}: {found} {reply}");
    }
    let state = server.control("GET", "/_state", "").1;
    assert_eq!((state["customers"].as_array().unwrap().len(), &state["planned_faults"]), (1, &json!(0)));
}

#[test]
fn cards_are_added_one_by_one_or_many_at_once() {
    let server = Server::start();
    let many = r#" [{"code":"100"},{"code":"101"}]"#;
    assert_eq!(server.control("POST", "/_customers", many), (200, json!({"netvisor_keys": [2, 3]})));
    assert_eq!(server.control("POST", "/_products", "[]"), (200, json!({"netvisor_keys": []})));
    let order = r#"{"kind":"order","number":70,"private_comment":"by hand","customer_key":3}"#;
    assert_eq!(server.control("POST", "/_documents", order), (200, json!({"netvisor_key": 1})));
    let document = &server.control("GET", "/_state", "").1["documents"][0];
    assert_eq!(
        (&document["made"], &document["number"], &document["customer_key"]),
        (&json!("added"), &json!(70), &json!(3))
    );
}

#[test]
fn a_reset_leaves_an_empty_company() {
    let server = Server::start();
    let empty = server.control("GET", "/_state", "").1;
    server.control("POST", "/_customers", r#"{"code":"100"}"#);
    server.control("POST", "/_permissions", r#"{"resource":"customer.nv","allowed":false}"#);
    server.control("POST", "/_period_lock", r#"{"until":"2026-01-31"}"#);
    server.control("POST", "/_maintenance", r#"{"for_ms":60000}"#);
    server.send(&server.signed("GET", "customerlist.nv", "", "a"));
    server.control("POST", "/_faults", r#"{"plan":["lost_before"],"by_seed":{"seed":1,"per_mille":1000}}"#);
    assert_ne!(server.control("GET", "/_state", "").1, empty);
    assert_eq!(server.control("POST", "/_reset", ""), (200, empty));
    assert_eq!(server.send(&server.signed("GET", "customerlist.nv", "", "a")).0, 200, "transaction ids are forgotten");
    let locked = server.control("POST", "/_reset", r#"{"locked_until":"2026-12-31"}"#).1;
    assert_eq!(locked["locked_until"], "2026-12-31");
    server.control("POST", "/_customers", r#"{"code":"100"}"#);
    server.control("POST", "/_products", r#"{"code":"SKU1"}"#);
    let (status, body) = server.send(&server.signed("POST", "salesinvoice.nv?method=add", LEAST_ORDER, "b"));
    assert!(status == 400 && body.contains("PERIOD_LOCK"), "{body}");
    assert_eq!(server.control("POST", "/_period_lock", r#"{"until":null}"#).0, 200);
    assert_eq!(server.send(&server.signed("POST", "salesinvoice.nv?method=add", LEAST_ORDER, "c")).0, 200);
}

#[test]
fn help_names_every_control_request() {
    let output = Command::new(env!("CARGO_BIN_EXE_netvisor-simulator")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && help.starts_with("usage: ") && help.contains("--port PORT"), "{help}");
    for path in [
        "_state",
        "_customers",
        "_products",
        "_documents",
        "_product_groups",
        "_stock",
        "_images",
        "_product_changes",
        "_document_changes",
        "_company",
        "_clock",
        "_permissions",
        "_period_lock",
        "_maintenance",
        "_faults",
        "_reset",
    ] {
        assert!(
            help.contains(&format!("/{path} "))
                || help.contains(&format!("/{path},"))
                || help.contains(&format!("/{path}\n")),
            "{path}"
        );
    }
}

#[test]
fn wrong_arguments_are_an_error() {
    for arguments in [vec!["--prot", "1"], vec!["--port"], vec!["--port", "x"], vec!["1"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_netvisor-simulator")).args(&arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("usage: "));
    }
}
