//! The messages the tests send: the least there may be of each, and all there may be of each.

/// The least order.
pub(crate) const LEAST_ORDER: &str = r#"<root><salesinvoice>
<salesinvoicedate format="ansi">2026-03-02</salesinvoicedate>
<salesinvoiceamount iso4217currencycode="EUR">125,50</salesinvoiceamount>
<invoicetype>order</invoicetype>
<salesinvoicestatus type="netvisor">undelivered</salesinvoicestatus>
<invoicingcustomeridentifier type="customer">100</invoicingcustomeridentifier>
<paymenttermnetdays>14</paymenttermnetdays>
<invoicelines><invoiceline><salesinvoiceproductline>
<productidentifier type="customer">SKU1</productidentifier>
<productname>Paita</productname>
<productunitprice type="gross">62,75</productunitprice>
<productvatpercentage vatcode="KOMY">25,5</productvatpercentage>
<salesinvoiceproductlinequantity>2</salesinvoiceproductlinequantity>
</salesinvoiceproductline></invoiceline></invoicelines>
</salesinvoice></root>"#;

/// The same as an open invoice.
pub(crate) fn least_invoice() -> String {
    LEAST_ORDER.replace(">order<", ">invoice<").replace(">undelivered<", ">open<")
}

/// The least payment, for the document with `key`.
pub(crate) fn least_payment(key: u32, sum: &str) -> String {
    format!(
        r#"<root><salespayment><sum currency="EUR">{sum}</sum><paymentdate>2026-03-03</paymentdate>
<targetidentifier type="netvisor">{key}</targetidentifier><sourcename>Aino Aalto</sourcename>
<paymentmethod type="alternative">Paytrail</paymentmethod></salespayment></root>"#
    )
}

/// The least payment, for the order with `key`.
pub(crate) fn least_prepayment(key: u32, sum: &str) -> String {
    least_payment(key, sum)
        .replace(r#"<targetidentifier type="netvisor">"#, r#"<targetidentifier type="netvisor" targettype="order">"#)
        .replace(r#""alternative""#, r#""alternative" overridesalesreceivableaccountnumber="2955""#)
}

pub(crate) const LEAST_CUSTOMER: &str = "<root><customer><customerbaseinformation>\
    <internalidentifier>200</internalidentifier><name>Ville Virtanen</name>\
    </customerbaseinformation></customer></root>";

pub(crate) const LEAST_PRODUCT: &str = "<root><product><productbaseinformation>\
    <productcode>SKU9</productcode><productgroup>Verkkokauppa</productgroup><name>Lippis</name>\
    <unitprice type=\"gross\">25,10</unitprice><isactive>1</isactive><issalesproduct>1</issalesproduct>\
    </productbaseinformation>\
    <productbookkeepingdetails><defaultvatpercentage>25,5</defaultvatpercentage></productbookkeepingdetails>\
    </product></root>";

/// Every element an order may have; its number and reference are free.
pub(crate) const FULL_ORDER: &str = include_str!("full/sales_order.xml");
/// Every element a payment may have, for invoice number 7.
pub(crate) const FULL_PAYMENT: &str = include_str!("full/sales_payment.xml");
/// Every element a customer may have.
pub(crate) const FULL_CUSTOMER: &str = include_str!("full/customer.xml");
/// Every element a product may have.
pub(crate) const FULL_PRODUCT: &str = include_str!("full/product.xml");
