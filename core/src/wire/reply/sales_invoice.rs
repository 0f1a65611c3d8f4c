use rust_decimal::Decimal;
use serde::Serialize;

use crate::order::Date;

use super::sales_invoice_line::SalesInvoiceLine;
use super::trouble::Trouble;
use super::value::{decimal, decimal_json, optional_decimal_json, whole_number};
use super::xml_reader::{Element, XmlReader, each_child};

/// Reads the present element into the field of its name and says `Ok(true)`, or leaves it be and says `Ok(false)`.
macro_rules! field {
    ($xml:ident, $element:ident { $( $name:literal -> $field:expr ),+ $(,)? } $( else { $( $other:literal => $read:expr ),+ $(,)? } )?) => {{
        let is_read = $xml.field($element, &[$( $name ),+], &mut [$( &mut $field ),+], &mut 0)?;
        $( if !is_read {
            $( if $element.name_is($other) { $read; } else )+ { return Ok(false); }
            return Ok(true);
        } )?
        Ok(is_read)
    }};
}

/// An invoice or an order in full, from getsalesinvoice.nv or getorder.nv (§3.12).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SalesInvoice {
    /// Netvisor's own key of the document, which never changes.
    pub netvisor_key: u64,
    /// The invoice or order number, as text.
    pub number: Option<String>,
    /// The document's date.
    pub date: Option<Date>,
    /// When it happened, for bookkeeping.
    pub event_date: Option<Date>,
    /// The value date.
    pub value_date: Option<Date>,
    /// The day of delivery.
    pub delivery_date: Option<Date>,
    /// The due date.
    pub due_date: Option<Date>,
    /// The reference number, as text.
    pub reference_number: Option<String>,
    /// The total with VAT, in `currency`.
    #[serde(serialize_with = "decimal_json")]
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The rate of `currency` as Netvisor gives it.
    #[serde(serialize_with = "optional_decimal_json")]
    pub currency_rate: Option<Decimal>,
    /// The total in the foreign currency, where there is one.
    #[serde(serialize_with = "optional_decimal_json")]
    pub foreign_currency_amount: Option<Decimal>,
    /// The code, in lower case, as in [`SalesInvoiceRow`](super::SalesInvoiceRow); never the localised text (§1.6).
    pub status: Option<String>,
    /// Text printed above the lines.
    pub free_text_before_lines: Option<String>,
    /// Text printed below the lines.
    pub free_text_after_lines: Option<String>,
    /// Our reference.
    pub our_reference: Option<String>,
    /// Your reference.
    pub your_reference: Option<String>,
    /// The comment the customer does not see. Line ends are `\n`.
    pub private_comment: Option<String>,
    /// Whom the document is for.
    pub customer: InvoicingCustomer,
    /// Where the goods go.
    pub delivery: DeliveryAddress,
    /// How the goods go.
    pub delivery_method: Option<String>,
    /// The term of delivery.
    pub delivery_term: Option<String>,
    /// Days until payment is due.
    pub payment_term_net_days: Option<u64>,
    /// Whether payments of a part are matched; `null` for a word that is no yes or no in a language we know (§1.6).
    pub match_partial_payments: Option<bool>,
    /// The invoice this one credits.
    pub credited_invoice_key: Option<u64>,
    /// Products and comments in the document's order.
    pub lines: Vec<SalesInvoiceLine>,
    /// The orders behind an invoice, the invoices made of an order; only where `includedocuments` asked for them.
    pub linked_documents: Vec<LinkedDocument>,
    /// The picture of the invoice as PDF in Base64, without white space; only where `pdfimage` asked for it and there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pdf: Option<String>,
}

/// The buyer as the document names it, which may differ from the customer's card (§6.8).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct InvoicingCustomer {
    /// Netvisor's key of the customer.
    pub netvisor_key: Option<u64>,
    /// The customer code, as text.
    pub code: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Second line of the name.
    pub name_extension: Option<String>,
    /// The business id as given.
    pub business_id: Option<String>,
    /// Street.
    pub address_line: Option<String>,
    /// Second line of the address.
    pub additional_address_line: Option<String>,
    /// Postcode, as text.
    pub postcode: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// ISO 3166 alpha-2.
    pub country: Option<String>,
}

/// The delivery address as the document names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DeliveryAddress {
    /// Name.
    pub name: Option<String>,
    /// Street.
    pub address_line: Option<String>,
    /// Postcode, as text.
    pub postcode: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// The country's **name** in the interface language: Netvisor gives no code here.
    pub country_name: Option<String>,
}

/// A document that belongs to this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LinkedDocument {
    /// Order or invoice.
    pub kind: LinkedDocumentKind,
    /// Its key in Netvisor.
    pub netvisor_key: u64,
    /// Its number, as text.
    pub number: Option<String>,
}

/// What a linked document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkedDocumentKind {
    /// An order.
    SalesOrder,
    /// An invoice.
    SalesInvoice,
}

impl SalesInvoice {
    /// `None` for an empty element: that is how Netvisor says there is no such document.
    pub(super) fn read(xml: &mut XmlReader<'_>) -> Result<Option<Self>, Trouble> {
        let mut key = None;
        let mut amount = None;
        let mut is_empty = true;
        let mut invoice = Self::default();
        while let Some(child) = xml.child()? {
            is_empty = false;
            if child.name_is("SalesInvoiceNetvisorKey") {
                key = xml.value(&child, whole_number)?;
            } else if child.name_is("SalesInvoiceAmount") {
                invoice.currency = child.attribute("iso4217currencycode")?;
                invoice.currency_rate = child.decimal_attribute("currencyrate")?;
                amount = xml.value(&child, decimal)?;
            } else if !invoice.read_head(xml, &child)?
                && !invoice.customer.read_field(xml, &child)?
                && !invoice.delivery.read_field(xml, &child)?
            {
                xml.skip()?;
            }
        }
        if is_empty {
            return Ok(None);
        }
        invoice.netvisor_key = key.ok_or_else(|| Trouble::incomplete("SalesInvoice/SalesInvoiceNetvisorKey"))?;
        invoice.amount = amount.ok_or_else(|| Trouble::incomplete("SalesInvoice/SalesInvoiceAmount"))?;
        Ok(Some(invoice))
    }

    fn read_head(&mut self, xml: &mut XmlReader<'_>, element: &Element<'_>) -> Result<bool, Trouble> {
        field!(xml, element {
            "SalesInvoiceNumber" -> self.number,
            "SalesInvoiceDate" -> self.date,
            "SalesInvoiceEventDate" -> self.event_date,
            "SalesInvoiceValueDate" -> self.value_date,
            "SalesInvoiceDeliveryDate" -> self.delivery_date,
            "SalesInvoiceDueDate" -> self.due_date,
            "SalesInvoiceReferencenumber" -> self.reference_number,
            "ForeignCurrencyAmount" -> self.foreign_currency_amount,
            "SalesInvoiceFreeTextBeforeLines" -> self.free_text_before_lines,
            "SalesInvoiceFreeTextAfterLines" -> self.free_text_after_lines,
            "SalesInvoiceOurReference" -> self.our_reference,
            "SalesInvoiceYourReference" -> self.your_reference,
            "SalesInvoicePrivateComment" -> self.private_comment,
            "MatchPartialPaymentsByDefault" -> self.match_partial_payments,
            "DeliveryMethod" -> self.delivery_method,
            "DeliveryTerm" -> self.delivery_term,
            "PaymentTermNetDays" -> self.payment_term_net_days,
            "CreditedInvoiceNetvisorKey" -> self.credited_invoice_key,
        } else {
            "InvoiceStatus" => {
                self.status = element.attribute("status")?.map(|status| status.to_ascii_lowercase());
                xml.skip()?;
            },
            "InvoiceLines" => self.read_lines(xml)?,
            "Documents" => self.read_linked_documents(xml)?,
            "LastSentInvoicePDFBase64Data" => self.pdf = base64(xml)?,
        })
    }

    /// One `InvoiceLine` around all lines, or one around each: both have been seen.
    fn read_lines(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "InvoiceLine" => SalesInvoiceLine::read_all(xml, &mut self.lines)?,
        });
        Ok(())
    }

    fn read_linked_documents(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "SalesOrder" => self.linked_documents.push(LinkedDocument::read(LinkedDocumentKind::SalesOrder, xml)?),
            "SalesInvoice" => self.linked_documents.push(LinkedDocument::read(LinkedDocumentKind::SalesInvoice, xml)?),
        });
        Ok(())
    }
}

impl InvoicingCustomer {
    fn read_field(&mut self, xml: &mut XmlReader<'_>, element: &Element<'_>) -> Result<bool, Trouble> {
        field!(xml, element {
            "InvoicingCustomerCode" -> self.code,
            "InvoicingCustomerName" -> self.name,
            "InvoicingCustomerNameExtension" -> self.name_extension,
            "InvoicingCustomerNetvisorKey" -> self.netvisor_key,
            "InvoicingCustomerOrganizationIdentifier" -> self.business_id,
            "InvoicingCustomerAddressline" -> self.address_line,
            "InvoicingCustomerAdditionalAddressLine" -> self.additional_address_line,
            "InvoicingCustomerPostnumber" -> self.postcode,
            "InvoicingCustomerTown" -> self.town,
        } else {
            // The text is the country's name in the interface language (§1.6).
            "InvoicingCustomerCountryCode" => {
                self.country = element.attribute("ISO-3166")?.map(|code| code.to_ascii_uppercase());
                xml.skip()?;
            },
        })
    }
}

impl DeliveryAddress {
    fn read_field(&mut self, xml: &mut XmlReader<'_>, element: &Element<'_>) -> Result<bool, Trouble> {
        field!(xml, element {
            "DeliveryAddressName" -> self.name,
            "DeliveryAddressLine" -> self.address_line,
            "DeliveryAddressPostnumber" -> self.postcode,
            "DeliveryAddressTown" -> self.town,
            "DeliveryAddressCountryCode" -> self.country_name,
        })
    }
}

impl LinkedDocument {
    fn read(kind: LinkedDocumentKind, xml: &mut XmlReader<'_>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut number = None;
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "OrderNumber" -> number,
        } else {
            "InvoiceNumber" => number = text(xml)?,
        });
        let netvisor_key = key.ok_or_else(|| Trouble::incomplete("Documents/NetvisorKey"))?;
        Ok(Self { kind, netvisor_key, number })
    }
}

pub(super) fn text(xml: &mut XmlReader<'_>) -> Result<Option<String>, Trouble> {
    Ok(xml.optional_text()?.map(Into::into))
}

/// Base64 without the line breaks it may come with.
fn base64(xml: &mut XmlReader<'_>) -> Result<Option<String>, Trouble> {
    let mut data = text(xml)?;
    if let Some(data) = data.as_mut().filter(|data| data.bytes().any(|byte| byte.is_ascii_whitespace())) {
        data.retain(|character| !character.is_ascii_whitespace());
    }
    Ok(data)
}
