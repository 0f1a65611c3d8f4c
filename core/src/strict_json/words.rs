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

            /// The word as it stands in JSON.
            #[must_use]
            #[allow(unreachable_pub, dead_code, reason = "the enum may be private")]
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$Variant => $word, )* }
            }

            pub(crate) fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some(Self::$Variant), )* _ => None }
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

        impl<'de> $crate::strict_json::Read<'de> for $Name {
            fn read(
                json: &mut dyn $crate::strict_json::Json<'de>,
                context: &mut $crate::strict_json::Context,
                at: &$crate::strict_json::Path<'_>,
            ) -> Result<Option<Self>, $crate::strict_json::Broken> {
                use $crate::fault::{Fault, FaultCode};
                Ok(match $crate::strict_json::scalar(json)? {
                    $crate::strict_json::Scalar::Text(text) => {
                        let word = Self::from_word(&text);
                        if word.is_none() {
                            context.note(
                                Fault::new(FaultCode::ValueNotAllowed, at.pointer()).with(Self::WORDS.join(", ")),
                            );
                        }
                        word
                    }
                    other => {
                        context.wrong_type(at, "string", other.type_name());
                        None
                    }
                })
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
