use super::{Broken, Context, Json, Object, Path, Read, Scalar, Taker};
use crate::fault::{Fault, FaultCode};

/// What is to be done with each field of an object; `false` for a field that nobody knows.
pub(crate) type ReadField<'r, 'de> =
    &'r mut dyn FnMut(&mut Context, &str, &mut dyn Object<'de>) -> Result<bool, Broken>;

/// Reads an object field by field; `false` after it was noted that there is none. Fields nobody knows are refused where
/// `known` names those there are, and passed over else.
pub(crate) fn object<'de>(
    json: &mut dyn Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    known: Option<&[&str]>,
    field: ReadField<'_, 'de>,
) -> Result<bool, Broken> {
    struct Fields<'r, 'p, 'de> {
        context: &'r mut Context,
        at: &'r Path<'p>,
        known: Option<&'r [&'r str]>,
        field: ReadField<'r, 'de>,
        there: bool,
    }
    impl<'de> Taker<'de> for Fields<'_, '_, 'de> {
        fn scalar(&mut self, scalar: Scalar<'de>) -> Result<(), Broken> {
            self.context.wrong_type(self.at, "object", scalar.type_name());
            Ok(())
        }
        fn object(&mut self, object: &mut dyn Object<'de>) -> Result<(), Broken> {
            let Self { context, at, known, field, there } = self;
            *there = true;
            while let Some(key) = object.key().inspect_err(|_| context.broken(at))? {
                if !field(context, &key, object)? {
                    let here = Path::Key(at, &key);
                    if let Some(known) = known {
                        context.note(Fault::new(FaultCode::FieldUnknown, here.pointer()).with(known.join(", ")));
                    }
                    object.skip().inspect_err(|_| context.broken(&here))?;
                }
            }
            Ok(())
        }
    }
    let mut fields = Fields { context, at, known, field, there: false };
    json.take(&mut fields)?;
    Ok(fields.there)
}

/// Reads the value of a field. In `value`, outside: was the field there; inside: could it be read.
#[inline(never)]
pub(crate) fn read_field<'de, T: Read<'de>>(
    object: &mut dyn Object<'de>,
    context: &mut Context,
    at: &Path<'_>,
    strict: bool,
    value: &mut Option<Option<T>>,
) -> Result<(), Broken> {
    if strict && value.is_some() {
        context.note_at(FaultCode::FieldDuplicate, at);
    }
    object.value(&mut |json| {
        *value = Some(T::read(json, context, at).inspect_err(|_| context.broken(at))?);
        Ok(())
    })
}

/// Declares a struct that is read from a JSON object.
///
/// `strict` refuses unknown and repeated fields (our own formats, where a typo must not lose money); `lenient` ignores
/// them (shops' formats, which grow). Fields with `= value` may be left out; of the others, only `Option`s may.
macro_rules! record {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $json:literal) => { $json };
    (@strict strict) => { true };
    (@strict lenient) => { false };

    (@read $strictness:ident $Name:ident {
        $( $field:ident, $key:expr, $ty:ty, $absent:expr; )*
    }) => {
        impl<'de> $crate::strict_json::Read<'de> for $Name {
            fn read(
                json: &mut dyn $crate::strict_json::Json<'de>,
                context: &mut $crate::strict_json::Context,
                at: &$crate::strict_json::Path<'_>,
            ) -> Result<Option<Self>, $crate::strict_json::Broken> {
                use $crate::strict_json::{Context, Path, object, read_field, record};

                const STRICT: bool = record!(@strict $strictness);
                const KNOWN: &[&str] = &[$( $key, )*];
                $( let mut $field: Option<Option<$ty>> = None; )*
                let there = object(json, context, at, STRICT.then_some(KNOWN), &mut |context, key, object| {
                    $( if key == $key {
                        read_field(object, context, &Path::Key(at, $key), STRICT, &mut $field)?;
                        return Ok(true);
                    } )*
                    Ok(false)
                })?;
                if !there {
                    return Ok(None);
                }
                $( let $field: Option<$ty> = match $field {
                    Some(value) => value,
                    None => {
                        let absent: fn(&mut Context, &Path<'_>) -> Option<$ty> = $absent;
                        absent(context, &Path::Key(at, $key))
                    }
                }; )*
                Ok((|| Some($Name { $( $field: $field?, )* }))())
            }
        }
    };

    // Every field has a default.
    ($(#[$meta:meta])* $vis:vis $strictness:ident struct $Name:ident {
        $( $(#[$field_meta:meta])* $field_vis:vis $field:ident $(as $json:literal)? : $ty:ty = $default:expr ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $Name { $( $(#[$field_meta])* $field_vis $field: $ty, )* }

        impl Default for $Name {
            fn default() -> Self {
                Self { $( $field: $default, )* }
            }
        }

        $crate::strict_json::record!(@read $strictness $Name {
            $( $field, $crate::strict_json::record!(@name $field $($json)?), $ty, |_, _| Some($default); )*
        });
    };

    // Fields are mandatory unless they are optional by type.
    ($(#[$meta:meta])* $vis:vis $strictness:ident struct $Name:ident {
        $( $(#[$field_meta:meta])* $field_vis:vis $field:ident $(as $json:literal)? : $ty:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $Name { $( $(#[$field_meta])* $field_vis $field: $ty, )* }

        $crate::strict_json::record!(@read $strictness $Name {
            $( $field, $crate::strict_json::record!(@name $field $($json)?), $ty, |context, at| {
                let absent = <$ty as $crate::strict_json::Read<'_>>::absent();
                if absent.is_none() {
                    context.note_at($crate::fault::FaultCode::FieldMissing, at);
                }
                absent
            }; )*
        });
    };
}
pub(crate) use record;
