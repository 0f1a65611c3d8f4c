//! The element tables of the four import messages: order, occurrence, attributes and forms (§2).

mod code_lists;
mod customer;
mod parts;
mod product;
mod rule;
mod sales_invoice;
mod sales_payment;
mod validate;
mod value;

pub(crate) use code_lists::is_currency;
pub(crate) use customer::CUSTOMER;
pub(crate) use product::PRODUCT;
pub(crate) use rule::Rule;
pub(crate) use sales_invoice::SALES_INVOICE;
pub(crate) use sales_payment::SALES_PAYMENT;
pub(crate) use validate::validate;
pub(crate) use value::read_date;
