//! getsalesinvoice.nv and getorder.nv (§3.12).

use super::{bounded_list, language};
use crate::Resource;
use crate::decimal::write;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Customer, Document, DocumentKind, LineTotal, State, lines};
use crate::xml::{Element, XmlWriter};

const ANSI: &[(&str, &str)] = &[("format", "ansi")];

/// One document, or several inside `SalesInvoices`. An unknown key is no failure but an empty element.
pub(super) fn get(state: &State, resource: Resource, query: &Query, language: &str) -> Result<String, Failure> {
    let keys = bounded_list(query, "netvisorkeylist", 500)?.or_else(|| query.value("netvisorkey").map(|key| vec![key]));
    let keys = keys.ok_or_else(|| Failure::invalid_data("Parameter netvisorkey or netvisorkeylist is needed"))?;
    let is_order = resource == Resource::GetOrder;
    let mut found = keys
        .iter()
        .filter_map(|key| state.documents.keyed(key))
        .filter(|(_, document)| (document.kind == DocumentKind::Order) == is_order);
    let mut writer = XmlWriter::default();
    if keys.len() > 1 {
        writer
            .block("SalesInvoices", &[], |list| found.for_each(|(key, one)| document(list, state, key, one, language)));
        return Ok(writer.finish());
    }
    match found.next() {
        Some((key, one)) => document(&mut writer, state, key, one, language),
        None => {
            writer.block("SalesInvoice", &[], |_| {});
        }
    }
    Ok(writer.finish())
}

fn document(writer: &mut XmlWriter, state: &State, key: u32, document: &Document, language: &str) {
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
        invoice.block("InvoiceLines", &[], |all| {
            // One InvoiceLine around all of them.
            all.block("InvoiceLine", &[], |line| product_and_comment_lines(line, state, document));
        });
    });
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
