use crate::fault::{Fault, FaultCode};

use super::{Broken, Context, Json, Path, text};

/// Reads one of the words; its place among them.
pub(crate) fn read_word<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    words: &[&str],
) -> Result<Option<usize>, Broken> {
    Ok(text(json, context, at, "string")?.and_then(|text| {
        let place = words.iter().position(|word| *word == text);
        if place.is_none() {
            context.note(Fault::new(FaultCode::ValueNotAllowed, at.pointer()).with(words.join(", ")));
        }
        place
    }))
}

/// Declares an enum that is one of a few words in JSON.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $Name:ident { $( $(#[$word_meta:meta])* $Variant:ident = $word:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        $vis enum $Name { $( $(#[$word_meta])* $Variant, )* }

        impl $Name {
            /// The words as they stand in JSON, in the order of the variants.
            #[allow(unreachable_pub, reason = "the enum may be private")]
            pub const WORDS: &'static [&'static str] = &[$( $word, )*];

            const ALL: &'static [Self] = &[$( Self::$Variant, )*];

            /// The word as it stands in JSON.
            #[must_use]
            #[allow(unreachable_pub, dead_code, reason = "the enum may be private")]
            pub fn as_str(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            #[allow(dead_code, reason = "most words come in JSON alone")]
            pub(crate) fn from_word(word: &str) -> Option<Self> {
                Self::WORDS.iter().position(|known| *known == word).map(|place| Self::ALL[place])
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::strict_json::Leaf<'de> for $Name {
            fn blank() -> Self {
                Self::ALL[0]
            }

            fn take(
                json: &mut $crate::strict_json::Json<'de>,
                context: &mut $crate::strict_json::Context,
                at: &$crate::strict_json::Path<'_>,
            ) -> Result<Option<Self>, $crate::strict_json::Broken> {
                let place = $crate::strict_json::read_word(json, context, at, Self::WORDS)?;
                Ok(place.map(|place| Self::ALL[place]))
            }
        }

        $crate::strict_json::words_schema!($Name { $( $(#[$word_meta])* $word ),* });
    };
}
pub(crate) use words;

/// The JSON Schema of such an enum: its words.
macro_rules! words_schema {
    ($Name:ident { $( $(#[$word_meta:meta])* $word:literal ),* }) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": Self::WORDS })
            }
        }
    };
}
pub(crate) use words_schema;
