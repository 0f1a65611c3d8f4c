use rust_decimal::Decimal;

use crate::fault::{Fault, FaultCode};
use crate::order::{BuyerKind, Country, CountryGroup, LineKind, Percent};
use crate::strict_json::{Broken, Context, Json, Leaf, Path, Read, Slot, decimal_from_text, record, text, words};

words! {
    /// The VAT codes for a shop's sales (§5.1).
    pub enum VatCode {
        /// No VAT handling.
        None = "NONE",
        /// Domestic sale.
        Komy = "KOMY",
        /// Domestic sale at 0 %.
        Komy0 = "KOMY0",
        /// Sale of goods to another EU country.
        Eumy = "EUMY",
        /// Sale outside the EU.
        Euum = "EUUM",
        /// Sale of services to another EU country, box 312.
        Eupm312 = "EUPM312",
        /// Sale of services to another EU country, box 309.
        Eupm309 = "EUPM309",
        /// Other turnover without VAT, box 310.
        Muul = "MUUL",
        /// Construction service.
        Ramy = "RAMY",
    }
}

impl VatCode {
    /// Whether the code's row in the vendor's table (§5.1) holds the rate. 14 % became 13,5 % on 1 January 2026.
    #[must_use]
    pub fn takes(self, rate: Percent) -> bool {
        let rates: &[&Decimal] = match self {
            Self::Komy => &[&R25_5, &R24, &R14, &R13_5, &R10, &Decimal::ZERO],
            Self::Muul => &[&R24, &R14, &R13_5, &R10, &Decimal::ZERO],
            _ => &[&Decimal::ZERO],
        };
        rates.iter().any(|row| **row == *rate)
    }
}

static R25_5: Decimal = Decimal::from_parts(255, 0, 0, false, 1);
static R24: Decimal = Decimal::from_parts(24, 0, 0, false, 0);
static R14: Decimal = Decimal::from_parts(14, 0, 0, false, 0);
static R13_5: Decimal = Decimal::from_parts(135, 0, 0, false, 1);
static R10: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// One value or a list of them; any of them fits.
#[derive(Debug, Clone, PartialEq, Hash)]
#[cfg_attr(feature = "schema", derive(serde::Serialize, schemars::JsonSchema), serde(untagged))]
pub enum OneOrMany<T> {
    /// A single value.
    One(T),
    /// Several.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    fn any(&self, fits: impl Fn(&T) -> bool) -> bool {
        match self {
            Self::One(value) => fits(value),
            Self::Many(values) => values.iter().any(fits),
        }
    }
}

impl<'de, T: Read<'de>> Slot<'de> for OneOrMany<T> {
    fn read(&mut self, json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<bool, Broken> {
        if !json.is_at_text() && !json.is_at_list() {
            let found = json.scalar()?;
            context.wrong_type(at, "string or array", found.type_name());
            return Ok(false);
        }
        let value = if json.is_at_text() {
            T::value(json, context, at)?.map(Self::One)
        } else {
            Vec::value(json, context, at)?.map(Self::Many)
        };
        Ok(value.map(|value| *self = value).is_some())
    }
}

impl<'de, T: Read<'de>> Read<'de> for OneOrMany<T> {
    fn blank() -> Self {
        Self::Many(Vec::new())
    }
}

/// A country or group of countries.
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
pub enum CountryTerm {
    /// Finland.
    Domestic,
    /// The other EU countries.
    Eu,
    /// Countries outside the EU; not Åland and other special areas, which are named by their codes.
    Outside,
    /// One country.
    Country(Country),
}

impl CountryTerm {
    fn fits(self, country: Country) -> bool {
        match self {
            Self::Domestic => country.group() == CountryGroup::Domestic,
            Self::Eu => country.group() == CountryGroup::Eu,
            Self::Outside => country.group() == CountryGroup::Outside,
            Self::Country(named) => named == country,
        }
    }
}

/// A rate or group of rates.
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
pub enum RateTerm {
    /// 0 %.
    Zero,
    /// Anything but 0 %.
    Nonzero,
    /// This rate.
    Exactly(Percent),
}

impl RateTerm {
    fn fits(self, rate: Percent) -> bool {
        match self {
            Self::Zero => rate.is_zero(),
            Self::Nonzero => !rate.is_zero(),
            Self::Exactly(named) => *named == *rate,
        }
    }
}

/// Terms that are words or codes in JSON.
macro_rules! term_json {
    ($Name:ident, $blank:expr, $permitted:literal, |$text:ident| $parse:expr, |$term:ident| $write:expr) => {
        impl<'de> Leaf<'de> for $Name {
            fn blank() -> Self {
                $blank
            }

            fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
                Ok(text(json, context, at, "string")?.and_then(|$text| {
                    let term: Option<Self> = $parse;
                    if term.is_none() {
                        context.note(Fault::new(FaultCode::ValueNotAllowed, at.pointer()).with($permitted));
                    }
                    term
                }))
            }
        }

        #[cfg(feature = "schema")]
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $term = *self;
                serializer.serialize_str(&$write)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": concat!("One of: ", $permitted, ".") })
            }
        }
    };
}

term_json!(
    CountryTerm,
    Self::Domestic,
    "domestic, eu, outside, ISO 3166 alpha-2",
    |text| match &*text {
        "domestic" => Some(Self::Domestic),
        "eu" => Some(Self::Eu),
        "outside" => Some(Self::Outside),
        code => Country::new(code).map(Self::Country),
    },
    |term| match term {
        CountryTerm::Domestic => "domestic".to_owned(),
        CountryTerm::Eu => "eu".to_owned(),
        CountryTerm::Outside => "outside".to_owned(),
        CountryTerm::Country(country) => country.to_string(),
    }
);

term_json!(
    RateTerm,
    Self::Zero,
    "zero, nonzero, \"25.5\"",
    |text| match &*text {
        "zero" => Some(Self::Zero),
        "nonzero" => Some(Self::Nonzero),
        rate => decimal_from_text(rate).and_then(Percent::new).map(Self::Exactly),
    },
    |term| match term {
        RateTerm::Zero => "zero".to_owned(),
        RateTerm::Nonzero => "nonzero".to_owned(),
        RateTerm::Exactly(rate) => rate.to_string(),
    }
);

record! {
    /// When a rule fits; what is not given fits always.
    #[derive(Hash)]
    #[cfg_attr(
        feature = "schema",
        derive(serde::Serialize, schemars::JsonSchema),
        serde(default),
        schemars(deny_unknown_fields)
    )]
    pub strict struct VatCondition {
        /// The country of the delivery address.
        pub country: Option<OneOrMany<CountryTerm>> = None,
        /// Consumer or business.
        pub buyer: Option<BuyerKind> = None,
        /// The line's VAT rate.
        pub rate: Option<OneOrMany<RateTerm>> = None,
        /// What the line stands for.
        pub kind: Option<OneOrMany<LineKind>> = None,
    }
}

impl VatCondition {
    /// Whether the condition holds for a line of this kind and rate.
    #[must_use]
    pub fn holds(&self, country: Country, buyer: BuyerKind, rate: Percent, kind: LineKind) -> bool {
        self.country.as_ref().is_none_or(|terms| terms.any(|term| term.fits(country)))
            && self.buyer.is_none_or(|wanted| wanted == buyer)
            && self.rate.as_ref().is_none_or(|terms| terms.any(|term| term.fits(rate)))
            && self.kind.as_ref().is_none_or(|kinds| kinds.any(|wanted| *wanted == kind))
    }
}

record! {
    /// A rule of the merchant: which VAT code fits which lines.
    #[derive(Hash)]
    #[cfg_attr(feature = "schema", derive(serde::Serialize, schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub strict struct VatRule {
        /// When it fits; `{}` fits always.
        pub when: VatCondition,
        /// The code.
        pub code: VatCode,
    }
}
