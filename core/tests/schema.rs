//! The schemas in `core/schema` say what the types say. `UPDATE=1` rewrites them:
//! `UPDATE=1 cargo test -p netvisor-orders --features schema --test schema`.
#![cfg(feature = "schema")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may read clocks and files, and stop"
)]

use std::path::Path;

use serde_json::Value;

fn check(name: &str, generated: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, generated).unwrap();
    }
    let checked_in = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(checked_in == generated, "{} is not what the types say; run this test with UPDATE=1", file.display());
}

#[test]
fn schemas_are_those_of_the_types() {
    check("order.schema.json", &netvisor_orders::schema::order());
    check("settings.schema.json", &netvisor_orders::schema::settings());
}

/// Every object is described as strictly as it is read, and every field says what it is.
#[test]
fn objects_are_closed_and_described() {
    fn walk(name: &str, value: &Value, seen: &mut usize) {
        if let Some(properties) = value["properties"].as_object() {
            *seen += 1;
            assert_eq!(value["additionalProperties"], false, "{name} is open");
            for (field, schema) in properties {
                assert!(schema["description"].is_string(), "{name}.{field} is not described");
            }
        }
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| walk(key, value, seen)),
            Value::Array(list) => list.iter().for_each(|value| walk(name, value, seen)),
            _ => {}
        }
    }
    for schema in [netvisor_orders::schema::order(), netvisor_orders::schema::settings()] {
        let mut seen = 0;
        walk("root", &serde_json::from_str(&schema).unwrap(), &mut seen);
        assert!(seen > 4);
    }
}

/// The defaults in the schema are usable settings, and change nothing.
#[test]
fn the_defaults_in_the_schema_are_the_defaults() {
    let schema: Value = serde_json::from_str(&netvisor_orders::schema::settings()).unwrap();
    let defaults: serde_json::Map<String, Value> = schema["properties"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, schema)| (name.clone(), schema["default"].clone()))
        .collect();
    let read = netvisor_orders::Settings::from_json(Value::Object(defaults).to_string().as_bytes()).unwrap();
    assert_eq!(read, netvisor_orders::Settings::default());
}
