//! The control requests by which tests in other languages set a company up.

use serde_json::{Value, json};

use crate::messages::LEAST_ORDER;
use crate::server::Server;

/// What a control request answers, which must be well.
fn control(server: &Server, path: &str, body: &Value) -> Value {
    let (status, reply) = server.control("POST", path, &body.to_string());
    assert_eq!(status, 200, "{path} {body}: {reply}");
    reply
}

fn get(server: &Server, target: &str) -> String {
    let transaction_id = server.control("GET", "/_state", "").1["requests"].to_string();
    server.send(&server.signed("GET", target, "", &transaction_id)).1
}

#[test]
fn a_catalogue_and_its_stock_are_set_up_and_changed() {
    let server = Server::start();
    let products = json!([
        {"code": "SKU1", "name": "Paita", "group": "Vaatteet / Paidat", "names": {"SE": "Skjorta"}, "inventory": true},
        {"code": "SKU2", "variant_of": 1, "sub_products": [{"product_key": 1, "amount": "2"}]},
    ]);
    assert_eq!(control(&server, "/_products", &products), json!({"netvisor_keys": [1, 2]}));
    let group = json!({"name": "Vaatteet / Paidat", "names": {"SE": "Skjortor"}, "descriptions": {"FI": "Kaikki"}});
    assert_eq!(control(&server, "/_product_groups", &group), json!({"netvisor_key": 2}));
    let stock = json!([{"product_key": 1, "warehouse": "Tampere", "on_hand": "10,5", "reserved": "2", "ordered": "1"}]);
    assert_eq!(control(&server, "/_stock", &stock), json!({"netvisor_keys": [1]}));
    let image = json!({"product_key": 2, "mime_type": "image/png", "file_name": "a.png", "title": "A", "data": "AAEC"});
    assert_eq!(control(&server, "/_images", &image), json!({"netvisor_key": 1}));

    assert!(get(&server, "inventorybywarehouse.nv").contains("<InventoryAmount>10,5</InventoryAmount>"));
    assert!(get(&server, "getproductgroups.nv").contains(">Skjortor</Translation>"));
    assert!(get(&server, "webshopproductlist.nv").contains("<VariantIdentifier>2</VariantIdentifier>"));
    assert!(get(&server, "getproductimage.nv?productimagenetvisorkeys=1").contains(">AAEC</ImageData>"));

    let changes = json!([
        {"netvisor_key": 1, "change": {"rename": {"name": "Pusero"}}},
        {"netvisor_key": 1, "change": {"set_net_price": {"net_price": "45"}}},
        {"netvisor_key": 1, "change": {"set_group": {"group": "Uutuudet"}}},
        {"netvisor_key": 1, "change": "unpublish"},
        {"netvisor_key": 1, "change": "publish"},
        {"netvisor_key": 2, "change": "delete"},
        {"netvisor_key": 2, "change": "restore"},
    ]);
    assert_eq!(control(&server, "/_product_changes", &changes), json!({"changed": 7}));
    let list = get(&server, "productlist.nv?published=1&deleted=0");
    for text in ["<Name>Pusero</Name>", "<UnitPrice>45,0", ">Uutuudet<", "<ProductCode>SKU2</ProductCode>"] {
        assert!(list.contains(text), "{text}: {list}");
    }
}

#[test]
fn a_document_goes_its_way_over_http() {
    let server = Server::start();
    control(&server, "/_customers", &json!({"code": "100", "name": "Järvi Oy", "country": "FI"}));
    control(&server, "/_products", &json!({"code": "SKU1"}));
    server.send(&server.signed("POST", "salesinvoice.nv?method=add", LEAST_ORDER, "a"));
    let change = |key: u32, change: Value| {
        control(&server, "/_document_changes", &json!({"netvisor_key": key, "change": change}))["made"][0].clone()
    };
    assert_eq!(change(1, json!("deliver")), Value::Null);
    assert_eq!(change(1, json!({"bill": {}})), 2);
    assert_eq!(change(2, json!("send")), Value::Null);
    assert_eq!(change(2, json!({"set_status": {"status": "overdue"}})), Value::Null);
    assert_eq!(change(2, json!({"pay": {"sum": "25,50"}})), 1);
    assert_eq!(change(2, json!({"credit": {"sum": "40", "matched": true}})), 3);
    assert_eq!(change(2, json!({"pay": {}})), 2);
    assert!(get(&server, "salesinvoicelist.nv?invoicestatus=paid").contains("<NetvisorKey>2</NetvisorKey>"));
    let several = json!([{"netvisor_key": 3, "change": "delete"}, {"netvisor_key": 1, "change": "delete"}]);
    assert_eq!(control(&server, "/_document_changes", &several), json!({"made": [null, null]}));
    let state = server.control("GET", "/_state", "").1;
    let deleted: Vec<_> = state["deleted_documents"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
    assert_eq!(deleted, ["invoice", "order"]);
}

#[test]
fn the_company_and_its_clock_are_switched_over_http() {
    let server = Server::start();
    let off = control(&server, "/_company", &json!({"interface": false, "other_stock_system": true}));
    assert_eq!(off, json!({"interface": false, "other_stock_system": true, "extended_products": true}));
    assert!(get(&server, "customerlist.nv").contains("SERVICE_ACCESS_ERROR"));
    assert_eq!(control(&server, "/_company", &json!({"interface": true}))["other_stock_system"], true);
    assert!(get(&server, "inventorybywarehouse.nv").ends_with("<InventoryByWarehouse /></Root>"));

    let here = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap();
    let there = control(&server, "/_clock", &json!({"offset_ms": 3_600_000}))["now_ms"].as_i64().unwrap();
    assert!((3_600_000..3_660_000).contains(&(there - here)), "{here} {there}");
    assert!(get(&server, "customerlist.nv").contains("AUTHENTICATION_FAILED :: Timestamp is too far"));
    assert_eq!(
        control(&server, "/_clock", &json!({"now_ms": 1_767_323_045_000_i64})),
        json!({"now_ms": 1_767_323_045_000_i64})
    );
    assert!(get(&server, "customerlist.nv").contains("<TimeStamp>2.1.2026 5:04:05</TimeStamp>"));
    control(&server, "/_clock", &json!({"offset_ms": 0}));
    assert!(get(&server, "customerlist.nv").contains("<Status>OK</Status>"));
}
