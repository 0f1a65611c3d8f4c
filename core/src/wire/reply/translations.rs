use std::borrow::Cow;

use serde::Serialize;

use super::customer::owned;
use super::trouble::Trouble;
use super::xml_reader::{Element, XmlReader, each_child};

/// A text in the languages it is there in. In JSON only those languages: `{"fi": "Paita", "en": "Shirt"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Translations<'a> {
    /// In Finnish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fi: Option<Cow<'a, str>>,
    /// In Swedish, by Netvisor's word for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub se: Option<Cow<'a, str>>,
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<Cow<'a, str>>,
}

impl<'a> Translations<'a> {
    /// Reads a list of `Translation`.
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut translations = Self::default();
        each_child!(xml, child {
            "Translation" => translations.add(xml, &child)?,
        });
        Ok(translations)
    }

    /// Reads `element`, the present one, as the text in the language its attribute names: Finnish where it names none, and
    /// nothing where it is no language of Netvisor's (§1.6).
    pub(super) fn add(&mut self, xml: &mut XmlReader<'a>, element: &Element<'_>) -> Result<(), Trouble> {
        let is = |value: &str, words: &[&str]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
        let place = element.judge_attribute("language", |value| match value {
            "" => Some(&mut self.fi),
            _ if is(value, &["fi"]) => Some(&mut self.fi),
            _ if is(value, &["se", "sv"]) => Some(&mut self.se),
            _ if is(value, &["en"]) => Some(&mut self.en),
            _ => None,
        })?;
        match place {
            Some(None) => xml.skip()?,
            Some(Some(place)) => *place = xml.optional_text()?,
            None => self.fi = xml.optional_text()?,
        }
        Ok(())
    }

    pub(super) fn into_owned(self) -> Translations<'static> {
        Translations { fi: self.fi.map(owned), se: self.se.map(owned), en: self.en.map(owned) }
    }
}
