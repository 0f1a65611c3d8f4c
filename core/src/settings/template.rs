use crate::fault::{Fault, FaultCode};
use crate::strict_json::{Broken, Context, Json, Leaf, Path, Read};

/// A text with placeholders in braces.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Template {
    #[cfg(feature = "schema")]
    source: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Part {
    Text(String),
    Placeholder(&'static str),
}

const PLACEHOLDERS: &[&str] = &["title", "method", "transaction_id", "paid_on"];

impl Template {
    /// `None` when a placeholder is unknown or a brace unclosed.
    #[must_use]
    pub fn new(source: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut rest = source;
        while let Some(open) = rest.find('{') {
            let close = open + rest[open..].find('}')?;
            let name = &rest[open + 1..close];
            let known = PLACEHOLDERS.iter().find(|placeholder| **placeholder == name)?;
            if open > 0 {
                parts.push(Part::Text(rest[..open].to_owned()));
            }
            parts.push(Part::Placeholder(known));
            rest = &rest[close + 1..];
        }
        if rest.contains('}') {
            return None;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Some(Self {
            #[cfg(feature = "schema")]
            source: source.to_owned(),
            parts,
        })
    }

    /// The text with each placeholder replaced by what `value` gives for its name.
    pub(crate) fn fill<'v>(&self, value: impl Fn(&str) -> std::borrow::Cow<'v, str>) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Text(part) => text.push_str(part),
                Part::Placeholder(name) => text.push_str(&value(name)),
            }
        }
        text
    }
}

impl Default for Template {
    fn default() -> Self {
        Self {
            #[cfg(feature = "schema")]
            source: "Maksutapa: {title}".to_owned(),
            parts: vec![Part::Text("Maksutapa: ".to_owned()), Part::Placeholder("title")],
        }
    }
}

impl<'de> Leaf<'de> for Template {
    fn blank() -> Self {
        Self::default()
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(String::value(json, context, at)?.and_then(|source| {
            let template = Self::new(&source);
            if template.is_none() {
                let permitted = PLACEHOLDERS.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
                context.note(Fault::new(FaultCode::PlaceholderUnknown, at.pointer()).with(permitted));
            }
            template
        }))
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for Template {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.source)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Template {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Template".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}
