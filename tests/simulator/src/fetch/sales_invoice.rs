//! getsalesinvoice.nv and getorder.nv (§3.12).

use super::{bounded_list, language, whole_number};
use crate::decimal::write;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Customer, Document, DocumentKind, LineTotal, State, lines};
use crate::xml::{Element, XmlWriter};
use crate::{Resource, base64};

const ANSI: &[(&str, &str)] = &[("format", "ansi")];

/// Flags of `replyoption` under which a credit note names what it credits: made from the invoice, or matched with it.
const CREDITED: u8 = 16;
const CREDITED_BY_MATCH: u8 = 32;

/// One document, or several inside `SalesInvoices`. An unknown key is no failure but an empty element.
pub(super) fn get(state: &State, resource: Resource, query: &Query, language: &str) -> Result<String, Failure> {
    let keys = bounded_list(query, "netvisorkeylist", 500)?.or_else(|| query.value("netvisorkey").map(|key| vec![key]));
    let keys = keys.ok_or_else(|| Failure::invalid_data("Parameter netvisorkey or netvisorkeylist is needed"))?;
    let view = View::read(state, query, language)?;
    let is_order = resource == Resource::GetOrder;
    let mut found = keys
        .iter()
        .filter_map(|key| state.documents.keyed(key))
        .filter(|(_, document)| (document.kind == DocumentKind::Order) == is_order);
    let mut writer = XmlWriter::default();
    if keys.len() > 1 {
        writer.block("SalesInvoices", &[], |list| found.for_each(|(key, one)| document(list, &view, key, one)));
        return Ok(writer.finish());
    }
    match found.next() {
        Some((key, one)) => document(&mut writer, &view, key, one),
        None => {
            writer.block("SalesInvoice", &[], |_| {});
        }
    }
    Ok(writer.finish())
}

/// What of a document is shown, and in which language.
struct View<'a> {
    state: &'a State,
    language: &'a str,
    reply_option: u8,
    documents: bool,
    pdf: Pdf,
}

/// Which image of a document comes with it.
#[derive(Clone, Copy)]
enum Pdf {
    /// What Netvisor has sent, if it has.
    LastSent,
    /// One made for the occasion.
    Made,
    None,
}

impl<'a> View<'a> {
    fn read(state: &'a State, query: &Query, language: &'a str) -> Result<Self, Failure> {
        let pdf = match query.value("pdfimage") {
            None | Some("lastsentprintservice") => Pdf::LastSent,
            Some("pdf" | "preview") => Pdf::Made,
            Some("nopdf") => Pdf::None,
            Some(other) => return Err(Failure::invalid_data(format!("Unknown pdfimage {other}"))),
        };
        let reply_option = whole_number(query, "replyoption")?.unwrap_or(0);
        Ok(Self { state, language, reply_option, documents: query.value("includedocuments") == Some("1"), pdf })
    }

    fn shows_pdf(&self, document: &Document) -> bool {
        match self.pdf {
            Pdf::LastSent => document.history.sent_by_netvisor,
            Pdf::Made => true,
            Pdf::None => false,
        }
    }

    /// The invoice a credit note credits, if it shall be told.
    fn credited(&self, document: &Document) -> Option<u32> {
        let credit = document.history.credits?;
        let flag = if credit.matched { CREDITED_BY_MATCH } else { CREDITED };
        (self.reply_option & flag != 0).then_some(credit.invoice_key)
    }
}

fn document(writer: &mut XmlWriter, view: &View<'_>, key: u32, document: &Document) {
    let View { state, language, .. } = *view;
    let sent = |name: &str| document.sent.value(name);
    writer.block("SalesInvoice", &[], |invoice| {
        let number = document.number.map(|number| number.to_string()).unwrap_or_default();
        invoice.text("SalesInvoiceNetvisorKey", key).text("SalesInvoiceNumber", number);
        for name in ["Date", "EventDate", "ValueDate", "DeliveryDate", "DueDate"] {
            let imported_as = format!("salesinvoice{}", name.to_ascii_lowercase());
            invoice.text_with(&format!("SalesInvoice{name}"), ANSI, sent(&imported_as));
        }
        let currency = [("iso4217currencycode", document.currency.as_str())];
        let status = [("status", document.status.as_str())];
        invoice
            .text("SalesInvoiceReferencenumber", &document.reference_number)
            .text_with("SalesInvoiceAmount", &currency, write(document.amount, 2))
            .text_with("SellerIdentifier", &[("type", "name")], sent("sellername"))
            .text_with("InvoiceStatus", &status, language::status(&document.status, language))
            .text("SalesInvoiceFreeTextBeforeLines", sent("salesinvoicefreetextbeforelines"))
            .text("SalesInvoiceFreeTextAfterLines", sent("salesinvoicefreetextafterlines"))
            .text("SalesInvoiceOurReference", sent("salesinvoiceourreference"))
            .text("SalesInvoiceYourReference", sent("salesinvoiceyourreference"))
            .text("SalesInvoicePrivateComment", sent("salesinvoiceprivatecomment"))
            .text("SalesInvoiceAgreementIdentifier", sent("salesinvoiceagreementidentifier"));
        let customer = state.customers.get(document.customer_key);
        addresses(invoice, document, customer, language);
        terms(invoice, &document.sent);
        if view.shows_pdf(document) {
            invoice.text("LastSentInvoicePDFBase64Data", pdf(document));
        }
        if let Some(credited) = view.credited(document) {
            invoice.text("CreditedInvoiceNetvisorKey", credited);
        }
        invoice.block("InvoiceLines", &[], |all| {
            // One InvoiceLine around all of them.
            all.block("InvoiceLine", &[], |line| product_and_comment_lines(line, state, document));
        });
        if view.documents {
            invoice.block("Documents", &[], |block| related(block, state, key, document));
        }
    });
}

/// The order an invoice was billed from, or the invoices of an order.
fn related(block: &mut XmlWriter, state: &State, key: u32, document: &Document) {
    let mut link = |element: &str, number_element: &str, key: u32, document: &Document| {
        block.block(element, &[], |link| {
            link.text("NetvisorKey", key).text(number_element, document.number.unwrap_or_default());
        });
    };
    if document.kind == DocumentKind::Order {
        for (invoice_key, invoice) in state.invoices_of(key) {
            link("SalesInvoice", "InvoiceNumber", invoice_key, invoice);
        }
    } else if let Some(order_key) = document.history.order_key {
        // An order that has been deleted is not there to be named.
        if let Some(order) = state.documents.get(order_key) {
            link("SalesOrder", "OrderNumber", order_key, order);
        }
    }
}

/// So much of a PDF that a test knows it, and whose it is.
fn pdf(document: &Document) -> String {
    let (kind, number) = (document.kind.name(), document.number.unwrap_or_default());
    base64::encode(format!("%PDF-1.4\n% {kind} {number}\n%%EOF\n").as_bytes())
}

fn addresses(invoice: &mut XmlWriter, document: &Document, customer: Option<&Customer>, language: &str) {
    let sent = |name: &str| document.sent.value(name);
    let on_card = |name: &str| customer.map_or("", |customer| customer.base(name));
    let country = sent("invoicingcustomercountrycode");
    invoice
        .text("InvoicingCustomerCode", on_card("internalidentifier"))
        .text("InvoicingCustomerName", sent("invoicingcustomername"))
        .text("InvoicingCustomerNameExtension", sent("invoicingcustomernameextension"))
        .text("InvoicingCustomerNetvisorKey", document.customer_key)
        .text("InvoicingCustomerOrganizationIdentifier", on_card("externalidentifier"))
        .text("InvoicingCustomerAddressline", sent("invoicingcustomeraddressline"))
        .text("InvoicingCustomerAdditionalAddressLine", sent("invoicingcustomeradditionaladdressline"))
        .text("InvoicingCustomerPostnumber", sent("invoicingcustomerpostnumber"))
        .text("InvoicingCustomerTown", sent("invoicingcustomertown"))
        .text_with("InvoicingCustomerCountryCode", &[("ISO-3166", country)], language::country(country, language))
        .text("MatchPartialPaymentsByDefault", language::yes_or_no(document.expects_partial_payments(), language))
        .text("DeliveryAddressName", sent("deliveryaddressname"))
        .text("DeliveryAddressLine", sent("deliveryaddressline"))
        .text("DeliveryAddressPostnumber", sent("deliveryaddresspostnumber"))
        .text("DeliveryAddressTown", sent("deliveryaddresstown"))
        .text("DeliveryAddressCountryCode", language::country(sent("deliveryaddresscountrycode"), language));
}

fn terms(invoice: &mut XmlWriter, sent: &Element) {
    invoice
        .text("DeliveryMethod", sent.value("deliverymethod"))
        .text("DeliveryTerm", sent.value("deliveryterm"))
        .text("PaymentTermNetDays", sent.value("paymenttermnetdays"))
        .text("PaymentTermCashDiscountDays", sent.value("paymenttermcashdiscountdays"))
        .text_with("PaymentTermCashDiscount", &[("type", "percentage")], sent.value("paymenttermcashdiscount"))
        .text("WaybillIdentifier", sent.value("salesinvoicewaybillidentifier"));
}

fn product_and_comment_lines(writer: &mut XmlWriter, state: &State, document: &Document) {
    let mut totals = document.lines.iter();
    for (index, line) in lines(&document.sent).enumerate() {
        match line.name.as_str() {
            "salesinvoicecommentline" => {
                writer.block("SalesInvoiceCommentLine", &[], |comment| {
                    comment.text("Comment", line.value("comment"));
                });
            }
            "salesinvoiceproductline" => {
                if let Some(total) = totals.next() {
                    writer.block("SalesInvoiceProductLine", &[], |row| {
                        product_line(row, state, index + 1, line, total);
                    });
                }
            }
            // In what shape sub lines come back is not known.
            _ => {}
        }
    }
}

fn product_line(row: &mut XmlWriter, state: &State, key: usize, line: &Element, total: &LineTotal) {
    let product = state.products.get(total.product_key);
    let on_card = |name: &str| product.map_or("", |product| product.base(name));
    let name = line.filled("productname").unwrap_or_else(|| on_card("name"));
    let vat_code = line.child("productvatpercentage").and_then(|percentage| percentage.attribute("vatcode"));
    // No VAT handling comes back as a dash.
    let vat_code = vat_code.map_or("", |code| if code == "NONE" { "-" } else { code });
    row.text("NetvisorKey", key)
        .text_with("productidentifier", &[("type", "customer")], on_card("productcode"))
        .text("ProductName", name)
        .text("ProductNetvisorKey", total.product_key)
        .text("ProductUnitPrice", line.value("productunitprice"))
        .text("ProductPurchasePrice", line.value("productunitpurchaseprice"))
        .text_with("ProductVatPercentage", &[("vatcode", vat_code)], line.value("productvatpercentage"))
        .text("ProductPrimaryEanCode", on_card("primaryeancode"))
        .text("ProductSecondaryEanCode", on_card("secondaryeancode"))
        .text("SalesInvoiceProductLineQuantity", line.value("salesinvoiceproductlinequantity"))
        .text("SalesInvoiceProductLineUnit", line.value("productunitname"))
        .text(
            "SalesInvoiceProductLineDiscountPercentage",
            line.filled("salesinvoiceproductlinediscountpercentage").unwrap_or("0"),
        )
        .text("SalesInvoiceProductLineFreeText", line.value("salesinvoiceproductlinefreetext"))
        .text("SalesInvoiceProductLineVatSum", write(total.vat_sum, 4))
        .text("SalesInvoiceProductLineSum", write(total.sum, 4));
    for dimension in line.children.iter().filter(|child| child.name == "dimension") {
        row.block("dimension", &[], |block| {
            block
                .text("DimensionName", dimension.value("dimensionname"))
                .text("DimensionItem", dimension.value("dimensionitem"));
        });
    }
}
