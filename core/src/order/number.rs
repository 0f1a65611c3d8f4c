use std::fmt;
use std::ops::Deref;

use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::strict_json::{Broken, Context, Json, Leaf, Path, decimal_from_text, text};

/// Decimal numbers that are strings in JSON, each with its range and precision: binary fractions cannot hold cents.
macro_rules! decimal_types {
    ($( $(#[$doc:meta])* $Name:ident { decimals: $decimals:literal, from: $from:literal, to: $to:literal } )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $Name(Decimal);

        impl $Name {
            /// The most decimals.
            pub const DECIMALS: u32 = $decimals;

            /// Wraps a decimal; `None` when it is out of range or has too many decimals.
            #[must_use]
            pub fn new(value: Decimal) -> Option<Self> {
                within(value, $decimals, [$from, $to]).ok().map(Self)
            }
        }

        impl Deref for $Name {
            type Target = Decimal;
            fn deref(&self) -> &Decimal {
                &self.0
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Leaf<'de> for $Name {
            fn blank() -> Self {
                Self::default()
            }

            fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
                Ok(read_decimal(json, context, at, $decimals, [$from, $to])?.map(Self))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!("A decimal number as a string, ", $from, " to ", $to, ", at most ", $decimals, " decimals."),
                    "pattern": r"^-?[0-9]+(\.[0-9]+)?$"
                })
            }
        }
    )* };
}

/// The value without needless decimals, or what is wrong with it.
fn within(value: Decimal, decimals: u32, range: [i64; 2]) -> Result<Decimal, FaultCode> {
    let value = if value.scale() > decimals { value.normalize() } else { value };
    if !is_between(value, range) {
        Err(FaultCode::DecimalOutOfRange)
    } else if value.scale() > decimals {
        Err(FaultCode::DecimalTooPrecise)
    } else {
        Ok(value)
    }
}

/// Whether the value is neither less than `from` nor more than `to`.
fn is_between(value: Decimal, [from, to]: [i64; 2]) -> bool {
    match (i64::try_from(value.mantissa()), 10_i64.checked_pow(value.scale())) {
        // What lies beyond the decimal point has the sign of what lies before it.
        (Ok(mantissa), Some(one)) => {
            let parts = (mantissa / one, mantissa % one);
            (from, 0) <= parts && parts <= (to, 0)
        }
        // Comparing decimals takes longer than reading their text, so it is left for those that need it.
        _ => Decimal::from(from) <= value && value <= Decimal::from(to),
    }
}

fn read_decimal<'de>(
    json: &mut Json<'de>,
    context: &mut Context,
    at: &Path<'_>,
    decimals: u32,
    range: [i64; 2],
) -> Result<Option<Decimal>, Broken> {
    let Some(text) = text(json, context, at, "decimal string")? else { return Ok(None) };
    let Some(value) = decimal_from_text(&text) else {
        context.note_at(FaultCode::DecimalInvalid, at);
        return Ok(None);
    };
    Ok(within(value, decimals, range)
        .inspect_err(|&code| {
            let fault = Fault::new(code, at.pointer());
            context.note(match code {
                FaultCode::DecimalTooPrecise => fault.with(decimals),
                _ => fault.with(range[0]).with(range[1]),
            });
        })
        .ok())
}

decimal_types! {
    /// An amount of money in the order's currency, to the cent.
    Money { decimals: 2, from: -999999999999_i64, to: 999999999999_i64 }
    /// The price of one unit; shops divide totals by quantities, so it may be finer than a cent.
    UnitPrice { decimals: 8, from: -999999999_i64, to: 999999999_i64 }
    /// How many units, in halves or grams too.
    Quantity { decimals: 6, from: -999999999_i64, to: 999999999_i64 }
    /// A VAT rate or discount in percent.
    Percent { decimals: 4, from: 0_i64, to: 100_i64 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn values_are_between_as_decimals_compare(
            mantissa in prop_oneof![any::<i64>().prop_map(i128::from), -1_500_i128..1_500, -(1_i128 << 96) + 1..1_i128 << 96],
            scale in 0..=28_u32, from in prop_oneof![Just(0_i64), -20..=0_i64], to in 0..20_i64,
        ) {
            let value = Decimal::from_i128_with_scale(mantissa, scale);
            let expected = Decimal::from(from) <= value && value <= Decimal::from(to);
            prop_assert_eq!(is_between(value, [from, to]), expected, "{} in {}..={}", value, from, to);
        }
    }
}
