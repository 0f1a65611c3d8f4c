use super::json::Brackets;
use super::{Broken, Context, Json, Path, Read};
use crate::fault::{Fault, FaultCode};

/// What reads the value of a field: given where it stands and the field's name.
pub(crate) type ReadField<'r, 'de> =
    &'r mut dyn FnMut(&mut Json<'de>, &mut Context, &Path<'_>, &str) -> Result<(), Broken>;

/// Reads an object; `false` after it was noted that there is none.
pub(crate) fn object<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    field: ReadField<'_, 'de>,
) -> Result<bool, Broken> {
    if !json.enter(Brackets::Object) {
        let found = json.scalar()?;
        context.wrong_type(at, "object", found.type_name());
        return Ok(false);
    }
    let mut is_first = true;
    while json.next(Brackets::Object, is_first).inspect_err(|_| context.broken(at))? {
        is_first = false;
        let key = json.key().inspect_err(|_| context.broken(at))?;
        let here = Path::Key(at, &key);
        field(json, context, &here, &key).inspect_err(|_| context.broken(&here))?;
    }
    Ok(true)
}

/// Where a value is put once it is read, whatever its type: so that what walks through objects exists once, and not again
/// for every type.
pub(crate) trait Slot<'de> {
    /// Reads the value; nothing is left here after a fault was noted.
    fn fill(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<(), Broken>;

    /// Whether nothing is here.
    fn is_empty(&self) -> bool;
}

impl<'de, T: Read<'de>> Slot<'de> for Option<T> {
    fn fill(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<(), Broken> {
        *self = T::read(json, context, at)?;
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

/// Reads an object into the slots of its fields, which hold what stands for a field that is not given; `false` after it
/// was noted that there is no object. An empty slot is a mandatory field. At most 64 fields.
pub(crate) fn read_record<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    is_strict: bool,
    names: &[&str],
    slots: &mut [&mut dyn Slot<'de>],
) -> Result<bool, Broken> {
    // One bit for each field.
    let mut seen: u64 = 0;
    // Fields mostly come in the order in which we name them.
    let mut next = 0;
    let there = object(json, context, at, &mut |json, context, here, key| {
        let (earlier, later) = names.split_at(next);
        let Some(distance) = later.iter().chain(earlier).position(|name| *name == key) else {
            if is_strict {
                context.note(Fault::new(FaultCode::FieldUnknown, here.pointer()).with(names.join(", ")));
            }
            return json.skip();
        };
        let index = (next + distance) % names.len();
        if is_strict && seen & 1 << index != 0 {
            context.note_at(FaultCode::FieldDuplicate, here);
        }
        seen |= 1 << index;
        next = index + 1;
        slots[index].fill(json, context, here)
    })?;
    if there {
        for (index, (name, slot)) in names.iter().zip(slots).enumerate() {
            if seen & 1 << index == 0 && slot.is_empty() {
                context.note_at(FaultCode::FieldMissing, &Path::Key(at, name));
            }
        }
    }
    Ok(there)
}

/// Declares a struct that is read from a JSON object.
///
/// `strict` refuses unknown and repeated fields (our own formats, where a typo must not lose money); `lenient` ignores
/// them (shops' formats, which grow). Fields with `= value` may be left out; of the others, only `Option`s may.
/// A struct may borrow from the input for `'de`.
macro_rules! record {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $json:literal) => { $json };
    (@strict strict) => { true };
    (@strict lenient) => { false };

    (@read $strictness:ident $Name:ident $(<$de:lifetime>)? {
        $( $field:ident, $key:expr, $ty:ty, $absent:expr; )*
    }) => {
        impl<'de> $crate::strict_json::Read<'de> for $Name $(<$de>)? {
            fn read(
                json: &mut $crate::strict_json::Json<'de>,
                context: &mut $crate::strict_json::Context,
                at: &$crate::strict_json::Path<'_>,
            ) -> Result<Option<Self>, $crate::strict_json::Broken> {
                use $crate::strict_json::{read_record, record};

                const STRICT: bool = record!(@strict $strictness);
                const NAMES: &[&str] = &[$( $key, )*];
                const { assert!(NAMES.len() <= 64) };
                $( let mut $field: Option<$ty> = $absent; )*
                let read = read_record(json, context, at, STRICT, NAMES, &mut [$( &mut $field, )*]);
                match (read, $( $field, )*) {
                    (Ok(true), $( Some($field), )*) => Ok(Some($Name { $( $field, )* })),
                    (read, ..) => read.map(|_| None),
                }
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
            $( $field, $crate::strict_json::record!(@name $field $($json)?), $ty, Some($default); )*
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
            $( $field, $crate::strict_json::record!(@name $field $($json)?), $ty,
            <$ty as $crate::strict_json::Read<'_>>::absent(); )*
        });
    };
}
pub(crate) use record;
