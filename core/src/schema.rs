//! JSON Schemas of the formats we define, made from the types that read them. Checked in as `core/schema/*.schema.json`.

use schemars::{JsonSchema, generate::SchemaSettings};

/// The schema of the canonical order.
#[must_use]
pub fn order() -> String {
    text_of::<crate::order::OrderFields>()
}

/// The schema of the settings, with their defaults.
#[must_use]
pub fn settings() -> String {
    text_of::<crate::settings::SettingsFields>()
}

fn text_of<T: JsonSchema>() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    // A schema is JSON by construction.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
