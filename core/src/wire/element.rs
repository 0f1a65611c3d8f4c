use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::order::Date;

use super::XmlWriter;

/// The tags of an element. Both are written whole, since every piece of its own would cost more than its bytes.
#[derive(Clone, Copy)]
pub(crate) struct Tags {
    /// `<name>`
    pub(super) start: &'static str,
    /// `</name>`
    pub(super) end: &'static str,
}

/// The tags of the element of this name.
macro_rules! tags {
    ($name:literal) => {
        $crate::wire::Tags::new(concat!("<", $name, ">"), concat!("</", $name, ">"))
    };
}
pub(crate) use tags;

impl Tags {
    /// For [`tags!`] alone.
    pub(crate) const fn new(start: &'static str, end: &'static str) -> Self {
        Self { start, end }
    }
}

/// Something that can stand as an element.
pub(crate) trait Element {
    fn write(&self, tags: Tags, xml: &mut XmlWriter);
}

/// What stands inside an element that has no elements of its own.
pub(crate) trait Content {
    fn write_content(&self, xml: &mut XmlWriter);
}

impl<T: Content> Element for T {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        xml.start(tags);
        self.write_content(xml);
        xml.end(tags);
    }
}

/// Content with attributes.
pub(crate) struct With<'a, const N: usize, C>(pub(crate) [Attribute<'a>; N], pub(crate) C);

/// An attribute.
#[derive(Clone, Copy)]
pub(crate) struct Attribute<'a> {
    /// ` name="`
    pub(super) before: &'static str,
    pub(super) value: &'a str,
}

/// The attribute of this name.
macro_rules! attribute {
    ($name:literal, $value:expr) => {
        $crate::wire::Attribute::new(concat!(" ", $name, "=\""), $value)
    };
}
pub(crate) use attribute;

impl<'a> Attribute<'a> {
    /// For [`attribute!`] alone.
    pub(crate) const fn new(before: &'static str, value: &'a str) -> Self {
        Self { before, value }
    }
}

impl<const N: usize, C: Content> Element for With<'_, N, C> {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        xml.start_with_attributes(tags);
        for attribute in self.0 {
            xml.attribute(attribute);
        }
        xml.markup(">");
        self.1.write_content(xml);
        xml.end(tags);
    }
}

impl<T: Element> Element for Option<T> {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        if let Some(element) = self {
            element.write(tags, xml);
        }
    }
}

impl<T: Element> Element for Vec<T> {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        for element in self {
            element.write(tags, xml);
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
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        xml.start_with_attributes(tags);
        xml.attribute(attribute!("format", "ansi"));
        xml.markup(">");
        self.0.write_content(xml);
        xml.end(tags);
    }
}

/// A code from a list named by the `type` attribute, such as a country by ISO 3166.
pub(crate) struct CodeList<'a>(pub(crate) &'static str, pub(crate) Cow<'a, str>);

impl Element for CodeList<'_> {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        xml.start_with_attributes(tags);
        xml.attribute(attribute!("type", self.0));
        xml.markup(">");
        xml.text(&self.1);
        xml.end(tags);
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
            fn write(&self, tags: $crate::wire::Tags, xml: &mut $crate::wire::XmlWriter) {
                xml.start(tags);
                $( $crate::wire::Element::write(&self.$field, $crate::wire::tags!($name), xml); )*
                xml.end(tags);
            }
        }
    };
}
pub(crate) use aggregate;
