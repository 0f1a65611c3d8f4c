//! Groups and attributes that more than one message uses.

use super::rule::Occurs::{Any, Several};
use super::rule::Value::{Decimal, Text};
use super::rule::{Attribute, Rule, allowed, any, group, once, optional, required};

/// How dates of sales invoices say their form (§1.7). Clients in use leave it out (§7.1).
pub(crate) const ANSI: &[Attribute] = &[allowed("format", &["ansi"])];

/// The country attribute of invoices. Its value is not checked: Netvisor's own examples misspell it (§2.1).
pub(crate) const COUNTRY_OF_INVOICE: &[Attribute] = &[allowed("type", &[])];

/// The country attribute of cards.
pub(crate) const COUNTRY_OF_CARD: &[Attribute] = &[allowed("type", &["ISO-3166"])];

/// A reference by Netvisor's key or by the company's own code, where the message must say which.
pub(crate) const BY_KEY_OR_CODE: &[Attribute] = &[required("type", &["netvisor", "customer"])];

/// VAT codes (§5.1); which rates each takes is in [`crate::vat`].
pub(crate) const VAT_CODES: &[&str] = &[
    "NONE", "KOMY", "KOMY0", "EUMY", "EUUM", "EUPM312", "EUPM309", "MUUL", "RAMY", "KOOS", "EUOS", "EUPO", "EUUO",
    "100", "EVTO", "EVPO", "KAVE", "EVKV", "RAOS", "EVRO", "MAAL", "EVMA",
];

/// `dimension*` of document lines.
pub(crate) const DIMENSION: Rule = group(
    "dimension",
    Any,
    &[
        once("dimensionname", Text),
        once("dimensionitem", Text).attributes(&[allowed("integrationdimensiondetailguid", &[])]),
        group("metadata", Any, &[any("data", Text)]),
    ],
);

/// `dimension*` of cards.
pub(crate) const CARD_DIMENSION: Rule = group(
    "dimension",
    Any,
    &[once("dimensionname", Text), once("dimensionitem", Text).attributes(&[allowed("fatherid", &[])])],
);

/// `voucherline+` of invoices, which may say that the accrual is skipped.
pub(crate) const INVOICE_VOUCHER_LINE: Rule = group(
    "voucherline",
    Several,
    &[
        VOUCHER_LINE_SUM,
        optional("description", Text),
        once("accountnumber", Text),
        VOUCHER_VAT_PERCENT,
        optional("skipaccrual", super::rule::Value::Flag),
        DIMENSION,
    ],
);

/// `voucherline+` of payments.
pub(crate) const PAYMENT_VOUCHER_LINE: Rule = group(
    "voucherline",
    Several,
    &[VOUCHER_LINE_SUM, optional("description", Text), once("accountnumber", Text), VOUCHER_VAT_PERCENT, DIMENSION],
);

const VOUCHER_LINE_SUM: Rule = once("linesum", Decimal).attributes(&[required("type", &["net", "gross"])]);
const VOUCHER_VAT_PERCENT: Rule = once("vatpercent", Decimal).attributes(&[required("vatcode", VAT_CODES)]);
