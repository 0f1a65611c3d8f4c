use std::fmt;

use crate::fault::FaultCode;
use crate::strict_json::{Broken, Context, Json, Leaf, Path, text};

/// ISO 3166-1 alpha-2 codes in use.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG \
    GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ \
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR \
    NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ \
    TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// The other member states of the European Union, as VAT sees them.
const EU: &str = "AT BE BG CY CZ DE DK EE ES FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK";

/// Parts of member states outside the EU's VAT area, and Åland: what code their sales take is for the bookkeeper to say.
const SPECIAL_VAT_AREAS: &str = "AX GF GP MQ RE YT MF";

/// ISO 4217 codes with two decimals.
const CURRENCIES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP \
    CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD \
    KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR \
    RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG \
    YER ZAR ZMW ZWG";

/// ISO 4217 codes without decimals.
const WHOLE_CURRENCIES: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

/// Whether `code` is one of the blank-separated codes of `list`.
fn lists(list: &str, code: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == code)
}

/// A country by its ISO 3166-1 alpha-2 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Country([u8; 2]);

/// Where a country stands to the seller, for VAT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountryGroup {
    /// Finland.
    Domestic,
    /// Another member state of the European Union.
    Eu,
    /// Outside the European Union.
    Outside,
    /// Åland and other areas with VAT rules of their own.
    Special,
}

impl Country {
    /// `None` for a code that is not in use. Capital letters only.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        (bytes == *b"FI" || lists(COUNTRIES, code)).then_some(Self(bytes))
    }

    /// The code, such as `FI`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Where the country stands to a Finnish seller.
    #[must_use]
    pub fn group(self) -> CountryGroup {
        match self.as_str() {
            "FI" => CountryGroup::Domestic,
            code if lists(EU, code) => CountryGroup::Eu,
            code if lists(SPECIAL_VAT_AREAS, code) => CountryGroup::Special,
            _ => CountryGroup::Outside,
        }
    }

    /// Whether addresses there are complete without a postcode.
    pub(crate) fn may_lack_postcode(self) -> bool {
        self.group() == CountryGroup::Outside || self.as_str() == "IE"
    }
}

/// A currency by its ISO 4217 code, with at most two decimals (Netvisor rounds to two, §6.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    code: [u8; 3],
    decimals: u32,
}

impl Currency {
    /// `None` for an unknown code or a currency with three decimals. Capital letters only.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        let decimals = if bytes == *b"EUR" || lists(CURRENCIES, code) {
            2
        } else if lists(WHOLE_CURRENCIES, code) {
            0
        } else {
            return None;
        };
        Some(Self { code: bytes, decimals })
    }

    /// The code, such as `EUR`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// How many decimals its amounts have: 2, or 0 (yen).
    #[must_use]
    pub fn decimals(self) -> u32 {
        self.decimals
    }

    /// An amount as messages show it, with all its decimals.
    pub(crate) fn show(self, amount: rust_decimal::Decimal) -> String {
        let mut amount = amount;
        amount.rescale(self.decimals);
        amount.to_string()
    }
}

macro_rules! code_json {
    ($Name:ident, $blank:expr, $fault:ident, $pattern:literal) => {
        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Leaf<'de> for $Name {
            fn blank() -> Self {
                $blank
            }

            fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
                Ok(text(json, context, at, "string")?.and_then(|text| {
                    let code = Self::new(&text);
                    if code.is_none() {
                        context.note_at(FaultCode::$fault, at);
                    }
                    code
                }))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

code_json!(Country, Self(*b"FI"), CountryUnknown, "^[A-Z]{2}$");
code_json!(Currency, Self { code: *b"EUR", decimals: 2 }, CurrencyUnknown, "^[A-Z]{3}$");
