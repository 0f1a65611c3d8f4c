//! What is wrong with an input, said so that the caller can mend it.

mod codes;
mod error;

pub use codes::FaultCode;
pub use error::{Error, ErrorKind};

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// The language of a message shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Finnish, the default: most merchants who use Netvisor read it.
    #[default]
    Finnish,
    /// Swedish.
    Swedish,
    /// English.
    English,
}

/// One thing that is wrong (or, as a warning, worth knowing), and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    code: FaultCode,
    path: String,
    arguments: Vec<String>,
    language: Language,
}

impl Fault {
    /// A fault at `path`, a JSON pointer (RFC 6901) into the input it was found in; empty means the whole input.
    pub(crate) fn new(code: FaultCode, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), arguments: Vec::new(), language: Language::default() }
    }

    /// Adds the next value for the message's placeholders. Never a key and never a customer's data.
    #[must_use]
    pub(crate) fn with(mut self, argument: impl ToString) -> Self {
        self.arguments.push(argument.to_string());
        self
    }

    /// A fault as it was before it was stored.
    pub(crate) fn restore(code: FaultCode, path: String, arguments: Vec<String>) -> Self {
        Self { code, path, arguments, language: Language::default() }
    }

    /// What fills the message's placeholders.
    pub(crate) fn arguments(&self) -> &[String] {
        &self.arguments
    }

    /// Chooses the language of [`Fault::message`].
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// The stable code: programs compare this, never the message.
    #[must_use]
    pub fn code(&self) -> FaultCode {
        self.code
    }

    /// Where in the caller's input, as a JSON pointer; empty where the whole input is meant.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong and what to do about it, in the language chosen (Finnish unless the settings say otherwise).
    #[must_use]
    pub fn message(&self) -> String {
        self.message_in(self.language)
    }

    /// The message in a given language.
    #[must_use]
    pub fn message_in(&self, language: Language) -> String {
        let template = self.code.template(language);
        let mut message = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            message.push_str(&rest[..open]);
            let Some(close) = rest[open..].find('}') else { break };
            let argument = rest[open + 1..open + close].parse().ok().and_then(|i: usize| self.arguments.get(i));
            message.push_str(argument.map_or("?", String::as_str));
            rest = &rest[open + close + 1..];
        }
        message.push_str(rest);
        message
    }
}

/// As JSON: `code`, `path`, `message` in the chosen language, and `messages` in all three.
impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Messages {
            fi: String,
            sv: String,
            en: String,
        }
        let mut fault = serializer.serialize_struct("Fault", 4)?;
        fault.serialize_field("code", self.code.as_str())?;
        fault.serialize_field("path", &self.path)?;
        fault.serialize_field("message", &self.message())?;
        fault.serialize_field(
            "messages",
            &Messages {
                fi: self.message_in(Language::Finnish),
                sv: self.message_in(Language::Swedish),
                en: self.message_in(Language::English),
            },
        )?;
        fault.end()
    }
}
