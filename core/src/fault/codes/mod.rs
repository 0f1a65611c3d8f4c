mod export;
mod input;
mod matching;
mod reply;
mod setup;

use export::export_codes;
use input::input_codes;
use matching::matching_codes;
use reply::reply_codes;
use setup::setup_codes;

use super::Language;

/// One table makes the codes, their texts and `tests/vectors/error-codes.json`, so that none can be forgotten.
/// `{0}`, `{1}`… are filled with numbers, names of fields and permitted values. Codes that only what reads registers can give are
/// of that feature.
///
/// An enum is declared in one place, but nobody finds anything in a table of a hundred and forty: so each file of `codes/` hands
/// its part of the table on to the next, and the last to this.
macro_rules! fault_codes {
    (; $( $(#[doc = $doc:literal])* $(#[cfg($cfg:meta)])? $Variant:ident = $code:literal { fi: $fi:literal, sv: $sv:literal, en: $en:literal } )*) => {
        /// The stable code of a fault or warning. New ones may be added; none is renamed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum FaultCode { $( $(#[doc = $doc])* $(#[cfg($cfg)])? $Variant, )* }

        impl FaultCode {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$( $(#[cfg($cfg)])? Self::$Variant, )*];

            pub(crate) fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == code)
            }

            /// The code as programs compare it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $( $(#[cfg($cfg)])? Self::$Variant => $code, )* }
            }

            pub(super) fn template(self, language: Language) -> &'static str {
                match (self, language) { $(
                    $(#[cfg($cfg)])?
                    (Self::$Variant, Language::Finnish) => $fi,
                    $(#[cfg($cfg)])?
                    (Self::$Variant, Language::Swedish) => $sv,
                    $(#[cfg($cfg)])?
                    (Self::$Variant, Language::English) => $en,
                )* }
            }
        }
    };
}

input_codes! { export_codes setup_codes reply_codes matching_codes fault_codes; }
