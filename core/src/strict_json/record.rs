use super::json::Brackets;
use super::{Broken, Context, Json, Path, Slot};
use crate::fault::{Fault, FaultCode};

/// What reads the value of a field: given where it stands, and the field's name with its place among those that are known.
pub(crate) type ReadField<'r, 'de> =
    &'r mut dyn FnMut(&mut Json<'de>, &mut Context, &Path<'_>, (&str, Option<usize>)) -> Result<(), Broken>;

/// Reads an object, whose fields may have these names; `false` after it was noted that there is none.
pub(crate) fn object<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    names: &[&str],
    field: ReadField<'_, 'de>,
) -> Result<bool, Broken> {
    if !json.enter(Brackets::Object) {
        let found = json.scalar()?;
        context.wrong_type(at, "object", found.type_name());
        return Ok(false);
    }
    let mut is_first = true;
    // Fields mostly come in the order in which we name them.
    let mut next = 0;
    while json.next(Brackets::Object, is_first).inspect_err(|_| context.broken(at))? {
        is_first = false;
        if let Some(index) = json.known_key(names, next).inspect_err(|_| context.broken(at))? {
            next = index + 1;
            let here = Path::Key(at, names[index]);
            field(json, context, &here, (names[index], Some(index))).inspect_err(|_| context.broken(&here))?;
        } else {
            let key = json.key().inspect_err(|_| context.broken(at))?;
            let here = Path::Key(at, &key);
            let place = names.iter().position(|name| *name == key);
            field(json, context, &here, (&key, place)).inspect_err(|_| context.broken(&here))?;
        }
    }
    Ok(true)
}

/// The fields of an object.
pub(crate) struct Fields {
    pub(crate) names: &'static [&'static str],
    /// One bit for each: whether it must be given.
    pub(crate) mandatory: u64,
    /// Whether other fields are refused.
    pub(crate) is_strict: bool,
}

/// The bits of the fields that are not optional; at most 64 have one.
pub(crate) const fn mandatory(are_optional: &[bool]) -> u64 {
    let mut bits = 0;
    let mut index = 0;
    while index < are_optional.len() {
        bits |= (!are_optional[index] as u64) << index;
        index += 1;
    }
    bits
}

/// Reads an object into the slots of its fields, which hold what stands for a field that is not given; `false` after it was
/// noted that there is no object, or that a field is missing or cannot be read.
pub(crate) fn read_record<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    fields: &Fields,
    slots: &mut [&mut dyn Slot<'de>],
) -> Result<bool, Broken> {
    let names = fields.names;
    let mut seen: u64 = 0;
    let mut are_readable = true;
    let there = object(json, context, at, names, &mut |json, context, here, (_, place)| {
        let Some(index) = place else {
            if fields.is_strict {
                context.note(Fault::new(FaultCode::FieldUnknown, here.pointer()).with(names.join(", ")));
            }
            return json.skip();
        };
        if seen & 1 << index != 0 {
            context.note_at(FaultCode::FieldDuplicate, here);
        }
        seen |= 1 << index;
        are_readable &= slots[index].read(json, context, here)?;
        Ok(())
    })?;
    let missing = if there { fields.mandatory & !seen } else { 0 };
    for (index, name) in names.iter().enumerate() {
        if missing & 1 << index != 0 {
            context.note_at(FaultCode::FieldMissing, &Path::Key(at, name));
        }
    }
    Ok(there && are_readable && missing == 0)
}

/// Declares a struct that is read from a JSON object.
///
/// `strict` refuses unknown fields (our own formats, where a typo must not lose money); `lenient` ignores them (shops' formats,
/// which grow). Both refuse a known field that stands twice, since nobody can say which one is meant. Fields with `= value` may be
/// left out; of the others, only `Option`s may.
/// A struct may borrow from the input for `'de`.
macro_rules! record {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $json:literal) => { $json };
    (@strict strict) => { true };
    (@strict lenient) => { false };

    (@read $strictness:ident $Name:ident $(<$de:lifetime>)? {
        $( $field:ident, $key:expr, $is_optional:expr, $blank:expr; )*
    }) => {
        impl<'de> $crate::strict_json::Slot<'de> for $Name $(<$de>)? {
            fn read(
                &mut self,
                json: &mut $crate::strict_json::Json<'de>,
                context: &mut $crate::strict_json::Context,
                at: &$crate::strict_json::Path<'_>,
            ) -> Result<bool, $crate::strict_json::Broken> {
                use $crate::strict_json::{Fields, mandatory, read_record, record};

                let fields = const {
                    &Fields {
                        names: &[$( $key, )*],
                        mandatory: mandatory(&[$( $is_optional, )*]),
                        is_strict: record!(@strict $strictness),
                    }
                };
                read_record(json, context, at, fields, &mut [$( &mut self.$field, )*])
            }
        }

        impl<'de> $crate::strict_json::Read<'de> for $Name $(<$de>)? {
            fn blank() -> Self {
                Self { $( $field: $blank, )* }
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
            $( $field, $crate::strict_json::record!(@name $field $($json)?), true, $default; )*
        });
    };

    // Fields are mandatory unless they are optional by type.
    ($(#[$meta:meta])* $vis:vis $strictness:ident struct $Name:ident $(<$de:lifetime>)? {
        $( $(#[$field_meta:meta])* $field_vis:vis $field:ident $(as $json:literal)? : $ty:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $Name $(<$de>)? { $( $(#[$field_meta])* $field_vis $field: $ty, )* }

        $crate::strict_json::record!(@read $strictness $Name $(<$de>)? {
            $( $field, $crate::strict_json::record!(@name $field $($json)?),
            <$ty as $crate::strict_json::Read<'_>>::IS_OPTIONAL, <$ty as $crate::strict_json::Read<'_>>::blank(); )*
        });
    };
}
pub(crate) use record;
