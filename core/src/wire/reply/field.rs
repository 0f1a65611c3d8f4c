use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::order::Date;

use super::trouble::Trouble;
use super::value::{date, decimal, switch, whole_number};
use super::xml_reader::{Element, XmlReader};

/// A place that an element's text is read into, whatever its type: so what finds the element's name exists once, and not again for
/// every field. An empty element leaves nothing there.
pub(super) trait Field<'a> {
    /// Leaves `element`, the present one.
    fn read(&mut self, xml: &mut XmlReader<'a>, element: &Element<'_>) -> Result<(), Trouble>;
}

/// What each type makes of the text.
macro_rules! fields {
    ($( $Type:ty: |$xml:ident, $element:ident| $read:expr; )+) => { $(
        impl<'a> Field<'a> for $Type {
            fn read(&mut self, $xml: &mut XmlReader<'a>, $element: &Element<'_>) -> Result<(), Trouble> {
                *self = $read;
                Ok(())
            }
        }
    )+ };
}

fields! {
    Cow<'a, str>: |xml, _element| xml.text()?;
    Option<Cow<'a, str>>: |xml, _element| xml.optional_text()?;
    Option<String>: |xml, _element| xml.optional_text()?.map(Cow::into_owned);
    // A word that is no yes or no in a language we know (§1.6) is none of both.
    Option<bool>: |xml, _element| switch(&xml.text()?);
    Option<u64>: |xml, element| xml.value(element, whole_number)?;
    Option<Decimal>: |xml, element| xml.value(element, decimal)?;
    Decimal: |xml, element| xml.value(element, decimal)?.unwrap_or_default();
    Option<Date>: |xml, element| xml.value(element, date)?.flatten();
}
