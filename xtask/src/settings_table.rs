//! docs/settings.md names every setting with its default, as core/schema/settings.schema.json has them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::command::{Workspace, heading, read};

/// Compares the tables with the schema, both ways.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading("docs/settings.md names every setting");
    let schema = read(workspace.path("core/schema/settings.schema.json"))?;
    let schema: Value = serde_json::from_str(&schema).map_err(|error| format!("settings.schema.json: {error}"))?;
    let properties = schema["properties"].as_object().ok_or("settings.schema.json has no properties")?;
    let mut real = BTreeMap::new();
    for (key, property) in properties {
        flatten(key, &property["default"], &mut real);
    }
    let documented = documented(&read(workspace.path("docs/settings.md"))?);
    let missing = real.iter().filter(|(key, default)| documented.get(*key) != Some(*default));
    let mut wrong: Vec<String> = missing.map(|(key, default)| format!("`{key}` has the default `{default}`")).collect();
    wrong.extend(documented.keys().filter(|key| !real.contains_key(*key)).map(|key| format!("there is no `{key}`")));
    if wrong.is_empty() { Ok(()) } else { Err(format!("docs/settings.md is wrong:\n{}", wrong.join("\n"))) }
}

/// The settings under a path, each with its default as JSON.
fn flatten(path: &str, default: &Value, into: &mut BTreeMap<String, String>) {
    match default.as_object() {
        Some(fields) if !fields.is_empty() => {
            for (key, value) in fields {
                flatten(&format!("{path}.{key}"), value, into);
            }
        }
        _ => {
            into.insert(path.to_owned(), default.to_string());
        }
    }
}

/// The rows that begin with a key and a default: "| `key` | `default` | meaning |".
fn documented(text: &str) -> BTreeMap<String, String> {
    let row = |line: &str| {
        let (key, rest) = line.strip_prefix("| `")?.split_once("` | `")?;
        let (default, _) = rest.split_once("` | ")?;
        Some((key.to_owned(), default.to_owned()))
    };
    text.lines().filter_map(row).collect()
}
