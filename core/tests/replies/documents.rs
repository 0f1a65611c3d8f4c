use serde_json::{Value, json};

use crate::{error, ok, read};

const HEAD: &str = "<SalesInvoiceNetvisorKey>165</SalesInvoiceNetvisorKey><SalesInvoiceNumber>5</SalesInvoiceNumber>\
    <SalesInvoiceDate format=\"ansi\">2026-01-09</SalesInvoiceDate><SalesInvoiceEventDate>10.1.2026</SalesInvoiceEventDate>\
    <SalesInvoiceValueDate format=\"ansi\">2026-01-11</SalesInvoiceValueDate><SalesInvoiceDeliveryDate format=\"ansi\"/>\
    <SalesInvoiceDueDate format=\"ansi\">2026-01-23</SalesInvoiceDueDate>\
    <SalesInvoiceReferencenumber>1070</SalesInvoiceReferencenumber>\
    <SalesInvoiceAmount ISO4217CurrencyCode=\"SEK\" currencyrate=\"11,0620\">1000,50</SalesInvoiceAmount>\
    <ForeignCurrencyAmount>1000,5</ForeignCurrencyAmount><SellerIdentifier type=\"name\">Myyjä</SellerIdentifier>\
    <InvoiceStatus status=\"Open\">Avoin</InvoiceStatus><SalesInvoiceFreeTextBeforeLines>Ennen</SalesInvoiceFreeTextBeforeLines>\
    <SalesInvoiceFreeTextAfterLines>Jälkeen</SalesInvoiceFreeTextAfterLines><SalesInvoiceOurReference>Me</SalesInvoiceOurReference>\
    <SalesInvoiceYourReference>Te</SalesInvoiceYourReference><SalesInvoicePrivateComment>tilaus 10234</SalesInvoicePrivateComment>\
    <InvoicingCustomerCode>007</InvoicingCustomerCode><InvoicingCustomerName>Aino Oy</InvoicingCustomerName>\
    <InvoicingCustomerNameExtension>Ostot</InvoicingCustomerNameExtension><InvoicingCustomerNetvisorKey>8</InvoicingCustomerNetvisorKey>\
    <InvoicingCustomerOrganizationIdentifier>1234567-1</InvoicingCustomerOrganizationIdentifier>\
    <InvoicingCustomerAddressline>Katu 1</InvoicingCustomerAddressline>\
    <InvoicingCustomerAdditionalAddressLine>PL 2</InvoicingCustomerAdditionalAddressLine>\
    <InvoicingCustomerPostnumber>00100</InvoicingCustomerPostnumber><InvoicingCustomerTown>Helsinki</InvoicingCustomerTown>\
    <InvoicingCustomerCountryCode iso-3166=\"fi\">Suomi</InvoicingCustomerCountryCode>\
    <MatchPartialPaymentsByDefault>Kyllä</MatchPartialPaymentsByDefault><DeliveryAddressName>Väinö</DeliveryAddressName>\
    <DeliveryAddressLine>Tie 3</DeliveryAddressLine><DeliveryAddressPostnumber>90100</DeliveryAddressPostnumber>\
    <DeliveryAddressTown>Oulu</DeliveryAddressTown><DeliveryAddressCountryCode>FINLAND</DeliveryAddressCountryCode>\
    <DeliveryMethod>Posti</DeliveryMethod><DeliveryTerm>EXW</DeliveryTerm><PaymentTermNetDays>14</PaymentTermNetDays>\
    <CreditedInvoiceNetvisorKey>164</CreditedInvoiceNetvisorKey>";

const SHIRT: &str = "<SalesInvoiceProductLine><NetvisorKey>1</NetvisorKey><productidentifier type=\"customer\">0042</productidentifier>\
    <ProductName>Paita</ProductName><ProductNetvisorKey>4</ProductNetvisorKey><ProductUnitPrice>6,90</ProductUnitPrice>\
    <ProductVatPercentage VATCode=\"KOMY\">25,5</ProductVatPercentage><ProductPrimaryEanCode>0012345678905</ProductPrimaryEanCode>\
    <ProductSecondaryEanCode/><SalesInvoiceProductLineQuantity>2</SalesInvoiceProductLineQuantity>\
    <SalesInvoiceProductLineUnit>kpl</SalesInvoiceProductLineUnit>\
    <SalesInvoiceProductLineDiscountPercentage>10</SalesInvoiceProductLineDiscountPercentage>\
    <SalesInvoiceProductLineFreeText>Sininen</SalesInvoiceProductLineFreeText>\
    <SalesInvoiceProductLineVatSum>3,1671</SalesInvoiceProductLineVatSum>\
    <SalesInvoiceProductLineSum>15.5871</SalesInvoiceProductLineSum>\
    <dimension><DimensionName>Kauppa</DimensionName><DimensionItem>Verkko</DimensionItem></dimension>\
    <dimension><DimensionName>Maa</DimensionName></dimension></SalesInvoiceProductLine>";

const COMMENT: &str = "<SalesInvoiceCommentLine><Comment>Maksutapa: Paytrail</Comment></SalesInvoiceCommentLine>";

const GIFT: &str = "<SalesInvoiceProductLine><ProductName>Lahjakortti</ProductName><ProductVatPercentage vatcode=\"-\">0</ProductVatPercentage>\
    </SalesInvoiceProductLine>";

fn documents(resource: &str, payload: &str) -> Value {
    read(resource, ok(payload))["documents"].clone()
}

fn with_lines(lines: &str) -> String {
    format!("<SalesInvoice>{HEAD}<InvoiceLines>{lines}</InvoiceLines></SalesInvoice>")
}

fn minimal(key: u32) -> String {
    format!(
        "<SalesInvoice><SalesInvoiceNetvisorKey>{key}</SalesInvoiceNetvisorKey>\
         <SalesInvoiceAmount>0</SalesInvoiceAmount></SalesInvoice>"
    )
}

#[test]
fn the_head_of_a_document() {
    let documents = documents("getsalesinvoice.nv", &with_lines(""));
    assert_eq!(
        documents,
        json!([{
            "netvisor_key": 165, "number": "5", "date": "2026-01-09", "event_date": "2026-01-10", "value_date": "2026-01-11",
            "delivery_date": null, "due_date": "2026-01-23", "reference_number": "1070", "amount": "1000.50",
            "currency": "SEK", "currency_rate": "11.0620", "foreign_currency_amount": "1000.5", "status": "open",
            "free_text_before_lines": "Ennen", "free_text_after_lines": "Jälkeen", "our_reference": "Me",
            "your_reference": "Te", "private_comment": "tilaus 10234",
            "customer": {"netvisor_key": 8, "code": "007", "name": "Aino Oy", "name_extension": "Ostot",
                "business_id": "1234567-1", "address_line": "Katu 1", "additional_address_line": "PL 2",
                "postcode": "00100", "town": "Helsinki", "country": "FI"},
            "delivery": {"name": "Väinö", "address_line": "Tie 3", "postcode": "90100", "town": "Oulu",
                "country_name": "FINLAND"},
            "delivery_method": "Posti", "delivery_term": "EXW", "payment_term_net_days": 14,
            "match_partial_payments": true, "credited_invoice_key": 164, "lines": [], "linked_documents": []
        }])
    );
}

#[test]
fn lines_keep_their_order_in_one_invoice_line_or_many() {
    let one = documents("getorder.nv", &with_lines(&format!("<InvoiceLine>{SHIRT}{COMMENT}{GIFT}</InvoiceLine>")));
    let many = documents(
        "getorder.nv",
        &with_lines(&format!(
            "<InvoiceLine>{SHIRT}</InvoiceLine><InvoiceLine>{COMMENT}</InvoiceLine><InvoiceLine>{GIFT}</InvoiceLine>"
        )),
    );
    assert_eq!(one, many);
    let nothing = json!({
        "kind": "product", "netvisor_key": null, "product_code": null, "product_name": "Lahjakortti", "product_key": null,
        "unit_price": null, "vat_percent": "0", "vat_code": "-", "primary_ean": null, "secondary_ean": null,
        "quantity": null, "unit": null, "discount_percent": null, "free_text": null, "vat_sum": null, "sum": null,
        "dimensions": []
    });
    let shirt = json!({
        "kind": "product", "netvisor_key": 1, "product_code": "0042", "product_name": "Paita", "product_key": 4,
        "unit_price": "6.90", "vat_percent": "25.5", "vat_code": "KOMY", "primary_ean": "0012345678905",
        "secondary_ean": null, "quantity": "2", "unit": "kpl", "discount_percent": "10", "free_text": "Sininen",
        "vat_sum": "3.1671", "sum": "15.5871",
        "dimensions": [{"name": "Kauppa", "item": "Verkko"}, {"name": "Maa", "item": null}]
    });
    assert_eq!(one[0]["lines"], json!([shirt, {"kind": "comment", "comment": "Maksutapa: Paytrail"}, nothing]));
}

#[test]
fn one_document_may_be_wrapped_and_several_are() {
    let keys = |payload: &str| -> Vec<Value> {
        let documents = documents("getsalesinvoice.nv", payload);
        documents.as_array().into_iter().flatten().map(|document| document["netvisor_key"].clone()).collect()
    };
    assert_eq!(keys(&minimal(7)), [7]);
    assert_eq!(keys(&format!("<SalesInvoices>{}</SalesInvoices>", minimal(7))), [7]);
    assert_eq!(keys(&format!("<SalesInvoices>{}<x/>{}</SalesInvoices>", minimal(7), minimal(8))), [7, 8]);
}

#[test]
fn an_empty_document_is_none() {
    for payload in [
        "<SalesInvoice />",
        "<SalesInvoice>\n</SalesInvoice>",
        "<SalesInvoices/>",
        "<SalesInvoices><SalesInvoice/></SalesInvoices>",
    ] {
        assert_eq!(documents("getsalesinvoice.nv", payload), json!([]), "{payload}");
    }
}

#[test]
fn a_document_needs_key_and_amount() {
    for payload in [
        "<SalesInvoice><SalesInvoiceNumber>5</SalesInvoiceNumber></SalesInvoice>".to_owned(),
        minimal(7).replace("<SalesInvoiceAmount>0</SalesInvoiceAmount>", ""),
        minimal(7).replace(">0<", " currencyrate=\"x\">0<"),
        minimal(7).replace(">0<", " currencyrate='1&nbsp;'>0<"),
    ] {
        let code = error("getsalesinvoice.nv", ok(&payload));
        assert_eq!(code, if payload.contains("nbsp") { "reply_broken" } else { "reply_incomplete" }, "{payload}");
    }
}

#[test]
fn yes_and_no_in_the_languages_of_the_interface() {
    for (word, expected) in [("Yes", json!(true)), ("Ei", json!(false)), ("1", json!(true)), ("Ehkä", json!(null))] {
        let payload = with_lines("").replace("Kyllä", word);
        assert_eq!(documents("getsalesinvoice.nv", &payload)[0]["match_partial_payments"], expected, "{word}");
    }
}

#[test]
fn documents_behind_and_after() {
    let payload = minimal(7).replace(
        "</SalesInvoice>",
        "<Documents><SalesOrder><NetvisorKey>3</NetvisorKey><OrderNumber>10234</OrderNumber></SalesOrder>\
         <SalesInvoice><NetvisorKey>4</NetvisorKey><InvoiceNumber/></SalesInvoice></Documents></SalesInvoice>",
    );
    assert_eq!(
        documents("getorder.nv", &payload)[0]["linked_documents"],
        json!([{"kind": "sales_order", "netvisor_key": 3, "number": "10234"},
               {"kind": "sales_invoice", "netvisor_key": 4, "number": null}])
    );
}
