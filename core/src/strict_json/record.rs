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

/// Where a value is put once it is read, whatever its type: so that what walks through objects exists once, and not again
/// for every type.
pub(crate) trait Slot<'de> {
    /// Reads the value; nothing is left here after a fault was noted.
    fn fill(&mut self, json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<(), Broken>;

    /// Whether nothing is here.
    fn is_empty(&self) -> bool;
}

impl<'de, T: Read<'de>> Slot<'de> for Option<T> {
    fn fill(&mut self, json: &mut dyn Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<(), Broken> {
        *self = T::read(json, context, at)?;
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

/// Reads the value of a field.
pub(crate) fn read_field<'de>(
    object: &mut dyn Object<'de>,
    context: &mut Context,
    at: &Path<'_>,
    slot: &mut dyn Slot<'de>,
) -> Result<(), Broken> {
    object.value(&mut |json| slot.fill(json, context, at).inspect_err(|_| context.broken(at)))
}

/// Reads an object into the slots of its fields, which hold what stands for a field that is not given; `false` after it
/// was noted that there is no object. An empty slot is a mandatory field. At most 64 fields.
pub(crate) fn read_record<'de>(
    json: &mut dyn Json<'de>,
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
    let there = object(json, context, at, is_strict.then_some(names), &mut |context, key, object| {
        let (earlier, later) = names.split_at(next);
        let found = later.iter().chain(earlier).position(|name| *name == key);
        let Some(index) = found.map(|distance| (next + distance) % names.len()) else { return Ok(false) };
        let here = Path::Key(at, names[index]);
        if is_strict && seen & 1 << index != 0 {
            context.note_at(FaultCode::FieldDuplicate, &here);
        }
        seen |= 1 << index;
        next = index + 1;
        read_field(object, context, &here, slots[index])?;
        Ok(true)
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
    ($(#[$meta:meta])* $vis:vis $strictness:ident struct $Name:ident {
        $( $(#[$field_meta:meta])* $field_vis:vis $field:ident $(as $json:literal)? : $ty:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $Name { $( $(#[$field_meta])* $field_vis $field: $ty, )* }

        $crate::strict_json::record!(@read $strictness $Name {
            $( $field, $crate::strict_json::record!(@name $field $($json)?), $ty,
            <$ty as $crate::strict_json::Read<'_>>::absent(); )*
        });
    };
}
pub(crate) use record;
