//! salespayment.nv (§2.2).

use super::parts::PAYMENT_VOUCHER_LINE;
use super::rule::Occurs::{Any, Once};
use super::rule::Value::{Date, Decimal, Text};
use super::rule::{Rule, allowed, group, once, required};

pub(crate) const SALES_PAYMENT: Rule = group(
    "salespayment",
    Once,
    &[
        once("sum", Decimal).attributes(&[allowed("currency", &[])]),
        once("paymentdate", Date),
        once("targetidentifier", Text).attributes(&[
            required("type", &["netvisor", "invoicenumber", "reference"]),
            allowed("targettype", &["invoice", "order"]),
        ]),
        once("sourcename", Text),
        once("paymentmethod", Text).attributes(&[
            required("type", &["alternative", "bankaccount"]),
            allowed("overrideaccountingaccountnumber", &[]),
            allowed("overridesalesreceivableaccountnumber", &[]),
        ]),
        group("salespaymentvoucherlines", Any, &[PAYMENT_VOUCHER_LINE]),
    ],
);
