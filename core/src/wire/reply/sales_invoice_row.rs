use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::order::Date;

use super::customer::owned;
use super::trouble::Trouble;
use super::value::{decimal, decimal_json, optional_decimal_json, switch};
use super::xml_reader::{Element, XmlReader, each_child};

/// A row of salesinvoicelist.nv (§3.11), which lists invoices or orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SalesInvoiceRow<'a> {
    /// Netvisor's own key of the document, which never changes. Invoices and orders are numbered together.
    pub netvisor_key: u64,
    /// The invoice or order number, as text.
    pub number: Option<Cow<'a, str>>,
    /// The document's date.
    pub date: Option<Date>,
    /// The due date.
    pub due_date: Option<Date>,
    /// `open`, `paid`, `unsent`, `creditloss`, `rejected`, `archived`; of orders `undelivered`, `delivered`, `billed`. In
    /// lower case.
    pub status: Option<Cow<'a, str>>,
    /// What `open` means more closely: `open`, `overdue`, `reminded`, `requested`, `collected`. In lower case.
    pub substatus: Option<String>,
    /// Whether the invoice is being collected.
    pub in_collection: Option<bool>,
    /// Netvisor's key of the customer.
    pub customer_key: Option<u64>,
    /// The customer code, as text.
    pub customer_code: Option<Cow<'a, str>>,
    /// The customer's name.
    pub customer_name: Option<Cow<'a, str>>,
    /// The reference number, as text.
    pub reference_number: Option<Cow<'a, str>>,
    /// The total with VAT, in euros.
    #[serde(serialize_with = "decimal_json")]
    pub sum: Decimal,
    /// What is not paid of it yet, in euros.
    #[serde(serialize_with = "optional_decimal_json")]
    pub open_sum: Option<Decimal>,
    /// The private comment; only where `replyoption` asked for it. Line ends are `\n`.
    pub private_comment: Option<Cow<'a, str>>,
    /// The total in the document's own currency; only where `replyoption` asked for it.
    #[serde(serialize_with = "optional_decimal_json")]
    pub currency_sum: Option<Decimal>,
    /// What is not paid of it yet, in the document's own currency.
    #[serde(serialize_with = "optional_decimal_json")]
    pub open_currency_sum: Option<Decimal>,
    /// The document's own currency (ISO 4217), where its sums were asked for.
    pub currency: Option<String>,
}

impl<'a> SalesInvoiceRow<'a> {
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut sum = None;
        let mut row = Self {
            netvisor_key: 0,
            number: None,
            date: None,
            due_date: None,
            status: None,
            substatus: None,
            in_collection: None,
            customer_key: None,
            customer_code: None,
            customer_name: None,
            reference_number: None,
            sum: Decimal::ZERO,
            open_sum: None,
            private_comment: None,
            currency_sum: None,
            open_currency_sum: None,
            currency: None,
        };
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "InvoiceNumber" -> row.number,
            "InvoiceDate" -> row.date,
            "InvoiceDueDate" -> row.due_date,
            "CustomerNetvisorKey" -> row.customer_key,
            "CustomerCode" -> row.customer_code,
            "CustomerName" -> row.customer_name,
            "ReferenceNumber" -> row.reference_number,
            "InvoiceSum" -> sum,
            "OpenSum" -> row.open_sum,
        } else {
            "InvoiceStatus" => row.read_status(xml, &child)?,
            "AdditionalInformation" => row.read_additional_information(xml)?,
        });
        row.netvisor_key = key.ok_or_else(|| Trouble::incomplete("SalesInvoice/NetvisorKey"))?;
        row.sum = sum.ok_or_else(|| Trouble::incomplete("SalesInvoice/InvoiceSum"))?;
        Ok(row)
    }

    fn read_status(&mut self, xml: &mut XmlReader<'a>, element: &Element<'a>) -> Result<(), Trouble> {
        self.substatus = element.attribute("substatus")?.map(|status| status.to_ascii_lowercase());
        self.in_collection = element.attribute("isincollection")?.and_then(|value| switch(&value));
        self.status = xml.optional_text()?.map(lower_case);
        Ok(())
    }

    fn read_additional_information(&mut self, xml: &mut XmlReader<'a>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "PrivateComment" -> self.private_comment,
            "OpenCurrencySum" -> self.open_currency_sum,
        } else {
            "InvoiceCurrencySum" => {
                self.currency = child.attribute("currencycode")?;
                self.currency_sum = xml.value(&child, decimal)?;
            },
        });
        Ok(())
    }

    /// The row on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> SalesInvoiceRow<'static> {
        SalesInvoiceRow {
            netvisor_key: self.netvisor_key,
            number: self.number.map(owned),
            date: self.date,
            due_date: self.due_date,
            status: self.status.map(owned),
            substatus: self.substatus,
            in_collection: self.in_collection,
            customer_key: self.customer_key,
            customer_code: self.customer_code.map(owned),
            customer_name: self.customer_name.map(owned),
            reference_number: self.reference_number.map(owned),
            sum: self.sum,
            open_sum: self.open_sum,
            private_comment: self.private_comment.map(owned),
            currency_sum: self.currency_sum,
            open_currency_sum: self.open_currency_sum,
            currency: self.currency,
        }
    }
}

fn lower_case(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) { text.to_ascii_lowercase().into() } else { text }
}
