//! The words in which the element tables are written.

/// One row of an element table: a name, how often it may stand there, and what it holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) occurs: Occurs,
    pub(crate) content: Content,
    pub(crate) attributes: &'static [Attribute],
    /// A mandatory element that may nevertheless be sent without a value.
    pub(crate) may_be_empty: bool,
}

/// How often an element may stand in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occurs {
    /// Exactly once.
    Once,
    /// Once or not at all.
    Optional,
    /// One or more times.
    Several,
    /// Any number of times.
    Any,
}

/// What an element holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Content {
    /// Text of the given form.
    Value(Value),
    /// Elements in the order of the table.
    Sequence(&'static [Rule]),
    /// Exactly one element of the table.
    Choice(&'static [Rule]),
}

/// The form of a text. An optional element may be empty whatever its form.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value {
    /// Anything.
    Text,
    /// At most so many characters, blanks and line breaks counted.
    Limited(usize),
    /// A whole number without sign.
    Integer,
    /// A number with a comma or a dot, without thousands separator.
    Decimal,
    /// A decimal that is zero or more.
    NotNegative,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A day, or a week as `YYYY-Www`, as the attribute `type` says.
    DateOrWeek,
    /// `0` or `1`.
    Flag,
    /// One of the words listed.
    Word(&'static [&'static str]),
    /// A country, ISO 3166 alpha-2.
    Country,
    /// A Finnish reference number with its check digit.
    ReferenceNumber,
    /// Bytes in Base64.
    Base64,
}

/// An attribute an element may or must carry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    /// The values allowed; none listed means any text.
    pub(crate) values: &'static [&'static str],
}

impl Rule {
    const fn new(name: &'static str, occurs: Occurs, content: Content) -> Self {
        Self { name, occurs, content, attributes: &[], may_be_empty: false }
    }

    pub(crate) const fn attributes(mut self, attributes: &'static [Attribute]) -> Self {
        self.attributes = attributes;
        self
    }

    pub(crate) const fn may_be_empty(mut self) -> Self {
        self.may_be_empty = true;
        self
    }
}

pub(crate) const fn once(name: &'static str, value: Value) -> Rule {
    Rule::new(name, Occurs::Once, Content::Value(value))
}

pub(crate) const fn optional(name: &'static str, value: Value) -> Rule {
    Rule::new(name, Occurs::Optional, Content::Value(value))
}

pub(crate) const fn any(name: &'static str, value: Value) -> Rule {
    Rule::new(name, Occurs::Any, Content::Value(value))
}

/// An element that holds the elements of `table`, in that order.
pub(crate) const fn group(name: &'static str, occurs: Occurs, table: &'static [Rule]) -> Rule {
    Rule::new(name, occurs, Content::Sequence(table))
}

/// An element that holds exactly one of the elements of `table`.
pub(crate) const fn choice(name: &'static str, occurs: Occurs, table: &'static [Rule]) -> Rule {
    Rule::new(name, occurs, Content::Choice(table))
}

pub(crate) const fn required(name: &'static str, values: &'static [&'static str]) -> Attribute {
    Attribute { name, required: true, values }
}

pub(crate) const fn allowed(name: &'static str, values: &'static [&'static str]) -> Attribute {
    Attribute { name, required: false, values }
}
