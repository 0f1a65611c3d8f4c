use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::order::Date;

use super::XmlWriter;

/// Something that can stand as an element.
pub(crate) trait Element {
    fn write(&self, name: &str, xml: &mut XmlWriter);
}

/// What stands inside an element that has no elements of its own.
pub(crate) trait Content {
    fn write_content(&self, xml: &mut XmlWriter);
}

impl<T: Content> Element for T {
    fn write(&self, name: &str, xml: &mut XmlWriter) {
        xml.open(name);
        self.write_content(xml);
        xml.close(name);
    }
}

/// Content with attributes, written between the name and the content.
pub(crate) struct With<A, C>(pub(crate) A, pub(crate) C);

/// A list of attributes: name and value.
pub(crate) trait Attributes {
    fn write_attributes(&self, xml: &mut XmlWriter);
}

impl<A: Attributes, C: Content> Element for With<A, C> {
    fn write(&self, name: &str, xml: &mut XmlWriter) {
        xml.start(name);
        self.0.write_attributes(xml);
        xml.markup(">");
        self.1.write_content(xml);
        xml.close(name);
    }
}

impl<const N: usize> Attributes for [(&'static str, &str); N] {
    fn write_attributes(&self, xml: &mut XmlWriter) {
        for (name, value) in self {
            xml.attribute(name, value);
        }
    }
}

impl<T: Element> Element for Option<T> {
    fn write(&self, name: &str, xml: &mut XmlWriter) {
        if let Some(element) = self {
            element.write(name, xml);
        }
    }
}

impl<T: Element> Element for Vec<T> {
    fn write(&self, name: &str, xml: &mut XmlWriter) {
        for element in self {
            element.write(name, xml);
        }
    }
}

impl Content for Cow<'_, str> {
    fn write_content(&self, xml: &mut XmlWriter) {
        xml.text(self);
    }
}

impl Content for &str {
    fn write_content(&self, xml: &mut XmlWriter) {
        xml.text(self);
    }
}

impl Content for u64 {
    fn write_content(&self, xml: &mut XmlWriter) {
        xml.digits(*self);
    }
}

impl Content for bool {
    /// Booleans are 1 and 0 on import (§1.7).
    fn write_content(&self, xml: &mut XmlWriter) {
        xml.markup(if *self { "1" } else { "0" });
    }
}

/// A decimal number with at least so many decimals.
pub(crate) struct Number {
    pub(crate) value: Decimal,
    pub(crate) decimals: u32,
}

impl Content for Number {
    fn write_content(&self, xml: &mut XmlWriter) {
        xml.decimal(self.value, self.decimals);
    }
}

impl Content for Date {
    fn write_content(&self, xml: &mut XmlWriter) {
        xml.date(self.parts());
    }
}

/// A date with the attribute that says its form.
pub(crate) struct Ansi(pub(crate) Date);

impl Element for Ansi {
    fn write(&self, name: &str, xml: &mut XmlWriter) {
        xml.start(name);
        xml.attribute("format", "ansi");
        xml.markup(">");
        self.0.write_content(xml);
        xml.close(name);
    }
}

/// A code from a list named by the `type` attribute, such as a country by ISO 3166.
pub(crate) struct CodeList<'a>(pub(crate) &'static str, pub(crate) Cow<'a, str>);

impl Element for CodeList<'_> {
    fn write(&self, name: &str, xml: &mut XmlWriter) {
        xml.start(name);
        xml.attribute("type", self.0);
        xml.markup(">");
        xml.text(&self.1);
        xml.close(name);
    }
}

/// Declares an element of elements. They are written in the order of the fields, which is the order of the reference:
/// no other code decides it, and a mistake would be refused by Netvisor as invalid (§1.7).
macro_rules! aggregate {
    ($(#[$meta:meta])* $vis:vis struct $Name:ident<$life:lifetime> {
        $( $(#[$field_meta:meta])* $field:ident as $name:literal : $ty:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        $vis struct $Name<$life> { $( $(#[$field_meta])* pub(crate) $field: $ty, )* }

        impl $crate::wire::Element for $Name<'_> {
            fn write(&self, name: &str, xml: &mut $crate::wire::XmlWriter) {
                xml.open(name);
                $( $crate::wire::Element::write(&self.$field, $name, xml); )*
                xml.close(name);
            }
        }
    };
}
pub(crate) use aggregate;
