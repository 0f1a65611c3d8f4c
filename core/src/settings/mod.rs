//! The merchant's choices. Every one has a default; `{}` is usable as it is.
//!
//! In JSON, unknown keys and values are refused, and so are combinations that contradict one another. The JSON Schema is
//! `core/schema/settings.schema.json`.

mod check;
mod choices;
mod fields;
mod fingerprint;
mod template;
mod vat_rule;

pub use check::{DocumentKind, InvoiceStatus, OrderStatus, Settings};
pub use choices::{
    Characters, CommentPlace, CustomerMatch, DocumentStatus, DocumentType, GiftCards, LinePrice, LineSum,
    MessageLanguage, MissingCustomer, MissingProduct, NumberingMode, PaymentMethodType, ProductMatch, RecordPayment,
    TermsAs, TextOverflow, UpdateCustomer,
};
pub use fields::{
    Comment, Customers, Document, Lines, Numbering, PaymentComment, PaymentMethod, Payments, Products, Recovery,
    Rounding, SettingsFields, SpecialProduct, Terms, Xml,
};
pub use template::Template;
pub use vat_rule::{CountryTerm, OneOrMany, RateTerm, VatCode, VatCondition, VatRule};
