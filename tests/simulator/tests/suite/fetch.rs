//! What is read from the books.

use crate::messages::{
    FULL_CUSTOMER, FULL_ORDER, LEAST_ORDER, LEAST_PRODUCT, least_invoice, least_payment, least_prepayment,
};
use crate::support::{Company, set_header};

const ADD: &str = "salesinvoice.nv?method=add";

#[test]
fn customers_are_found_by_word_and_by_codes() {
    let mut company = Company::new();
    for (query, codes) in [
        ("", vec!["TEMP", "100", "101"]),
        ("?keyword=j%C3%A4rvi", vec!["100"]),
        ("?keyword=1967543", vec!["100"]),
        ("?keyword=10", vec!["100", "101"]),
        ("?customercodelist=101,100,999", vec!["100", "101"]),
        ("?keyword=aino&customercodelist=100", vec![]),
        ("?keyword=nobody", vec![]),
    ] {
        assert_eq!(company.get(&format!("customerlist.nv{query}")).all("Code"), codes, "{query}");
    }
    let many: Vec<String> = (0..101).map(|code| code.to_string()).collect();
    assert_eq!(company.get(&format!("customerlist.nv?customercodelist={}", many.join(","))).status, 400);
    assert_eq!(company.get(&format!("customerlist.nv?customercodelist={}", many[..100].join(","))).status, 200);
}

#[test]
fn customers_changed_since_a_moment_in_finnish_time() {
    let mut company = Company::new();
    company.post("customer.nv?method=add", "<root><customer><customerbaseinformation><internalidentifier>102</internalidentifier><name>Uusi</name></customerbaseinformation></customer></root>");
    for (query, codes) in [
        ("?changedsince=2026-01-02T05:04:05", vec!["102"]),
        ("?changedsince=2026-01-02", vec!["102"]),
        ("?changedsince=2026-01-02T05:04:06", vec![]),
        ("?changedsince=2026-01-02T05:04:06&keyword=aino", vec!["101"]),
    ] {
        assert_eq!(company.get(&format!("customerlist.nv{query}")).all("Code"), codes, "{query}");
    }
    assert_eq!(company.get("customerlist.nv?changedsince=eilen").status, 400);
}

#[test]
fn the_customer_list_has_its_odd_spelling() {
    let body = Company::new().get("customerlist.nv?keyword=100").body;
    assert!(
        body.ends_with(
            "<Customerlist><Customer><Netvisorkey>2</Netvisorkey><Name>Järvi &amp; Pojat Oy</Name><Code>100</Code>\
             <OrganisationIdentifier>1967543-8</OrganisationIdentifier><CustomerGroupID></CustomerGroupID>\
             <CustomerGroupName></CustomerGroupName><Uri>/getcustomer.nv?id=2</Uri></Customer></Customerlist></Root>"
        ),
        "{body}"
    );
    assert!(Company::new().get("customerlist.nv?keyword=nobody").body.ends_with("<Customerlist /></Root>"));
}

#[test]
fn a_customer_comes_back_under_the_names_of_fetching() {
    let mut company = Company::new();
    company.post("customer.nv?method=add", FULL_CUSTOMER).key();
    let answer = company.get("getcustomer.nv?id=4");
    for (name, text) in [
        ("NetvisorKey", "4"),
        ("InternalIdentifier", "300"),
        ("AdditionalStreetAddress", "PL 6"),
        ("Country", "FI"),
        ("FinvoiceAddress", "003725210434"),
        ("DeliveryCity", "Muurame"),
        ("ContactPerson", "Pekka Puro"),
        ("ReferenceNumber", "1070"),
        ("IsActive", "1"),
        ("IsPrivateCustomer", "0"),
    ] {
        assert_eq!(answer.all(name), [text], "{name}");
    }
    assert_eq!(company.get("getcustomer.nv?idlist=4,1,99").all("InternalIdentifier"), ["300", "TEMP"]);
    let failure = company.get("getcustomer.nv?id=123").failure();
    assert_eq!(failure, "INVALID_DATA :: Data form incorrect:. Customer not found with Netvisor identifier: 123");
}

#[test]
fn products_are_found_by_words() {
    let mut company = Company::new();
    for (query, codes) in [
        ("", vec!["SKU1", "SKU2"]),
        ("?keyword=sku2", vec!["SKU2"]),
        ("?keyword=Paita,housut", vec!["SKU1", "SKU2"]),
        ("?keyword=SKU9", vec![]),
    ] {
        assert_eq!(company.get(&format!("productlist.nv{query}")).all("ProductCode"), codes, "{query}");
    }
    let answer = company.get("productlist.nv?keyword=SKU1");
    assert_eq!(
        (&*answer.all("UnitPrice")[0], &*answer.all("UnitGrossPrice")[0]),
        ("50,000000000000", "62,750000000000")
    );
    assert!(company.get("productlist.nv?keyword=SKU9").body.ends_with("<ProductList /></Root>"));
}

#[test]
fn a_product_is_found_in_five_ways() {
    let mut company = Company::new();
    company.post("product.nv?method=add", LEAST_PRODUCT).key();
    for query in
        ["id=2", "code=SKU2", "eancode=6410000000024", "eancode=6410000000024-2", "idlist=2,9", "codelist=SKU2,SKU7"]
    {
        assert_eq!(company.get(&format!("getproduct.nv?{query}")).all("ProductCode"), ["SKU2"], "{query}");
    }
    let gross = company.get("getproduct.nv?code=SKU9");
    assert_eq!((&*gross.all("UnitPrice")[0], &*gross.all("UnitGrossPrice")[0]), ("20,00", "25,10"));
    assert_eq!(gross.all("DefaultVatPercent"), ["25,5"]);
    let unknown = company.get("getproduct.nv?id=99");
    assert!(unknown.status == 200 && unknown.body.ends_with("<Product /></Root>"), "{}", unknown.body);
    assert_eq!(company.get("getproduct.nv").status, 400);
}

/// Invoices 1 and 3, order 2, draft 4; invoice 3 is of another day and customer, paid, and numbered 70.
fn company_with_documents() -> Company {
    let mut company = Company::new();
    company.post(ADD, &least_invoice()).key();
    company.post(ADD, FULL_ORDER).key();
    let other = least_invoice()
        .replace("<salesinvoicedate", "<salesinvoicenumber>70</salesinvoicenumber><salesinvoicedate")
        .replace("2026-03-02", "2026-04-01")
        .replace(">100<", ">101<");
    company.post(ADD, &other).key();
    company.post(ADD, &LEAST_ORDER.replace(">order<", ">invoicedraft<").replace(">undelivered<", "><")).key();
    company.post("salespayment.nv", &least_payment(3, "125,50")).key();
    company
}

#[test]
fn documents_are_listed_by_kind_and_filter() {
    let mut company = company_with_documents();
    for (query, keys) in [
        ("", vec!["1", "3"]),
        ("listtype=", vec!["1", "3"]),
        ("listtype=preinvoice", vec!["2"]),
        ("invoicenumber=70", vec!["3"]),
        ("listtype=preinvoice&invoicenumber=5001", vec!["2"]),
        ("listtype=preinvoice&invoicenumber=70", vec![]),
        ("invoicesabovenetvisorkey=1", vec!["3"]),
        ("InvoicesAboveNetvisorKey=3", vec![]),
        ("begininvoicedate=2026-03-03", vec!["3"]),
        ("begininvoicedate=2026-03-02&endinvoicedate=2026-03-02", vec!["1"]),
        ("invoicestatus=paid", vec!["3"]),
        ("invoicestatus=open", vec!["1"]),
        ("listtype=preinvoice&invoicestatus=open", vec!["2"]),
        ("customercode=101", vec!["3"]),
        ("customernetvisorkey=2", vec!["1"]),
        ("listtype=preinvoice&secondname=Verkkokauppa", vec!["2"]),
        ("secondname=Verkkokauppa", vec![]),
        ("size=1", vec!["1"]),
    ] {
        assert_eq!(company.get(&format!("salesinvoicelist.nv?{query}")).all("NetvisorKey"), keys, "{query}");
    }
    for query in ["listtype=1", "invoicenumber=x", "begininvoicedate=2.3.2026", "replyoption=all"] {
        assert_eq!(company.get(&format!("salesinvoicelist.nv?{query}")).status, 400, "{query}");
    }
    assert!(company.get("salesinvoicelist.nv?invoicenumber=9").body.ends_with("<SalesInvoiceList /></Root>"));
}

#[test]
fn a_row_of_the_list() {
    let mut company = company_with_documents();
    let open = company.get("salesinvoicelist.nv?invoicenumber=1").body;
    assert!(
        open.contains(
            "<SalesInvoice><NetvisorKey>1</NetvisorKey><InvoiceNumber>1</InvoiceNumber>\
             <Invoicedate format=\"ansi\">2026-03-02</Invoicedate><InvoiceStatus substatus=\"open\">open</InvoiceStatus>\
             <CustomerNetvisorKey>2</CustomerNetvisorKey><CustomerCode>100</CustomerCode>\
             <CustomerName>Järvi &amp; Pojat Oy</CustomerName><ReferenceNumber>1000012</ReferenceNumber>\
             <InvoiceSum>125,50</InvoiceSum><OpenSum>125,50</OpenSum><Uri>/getsalesinvoice.nv?netvisorkey=1</Uri>\
             </SalesInvoice>"
        ),
        "{open}"
    );
    let paid = company.get("salesinvoicelist.nv?invoicenumber=70");
    assert_eq!((&*paid.all("InvoiceStatus")[0], &*paid.all("OpenSum")[0]), ("paid", "0,00"));
    for (option, comments, sums) in [("0", 0, 0), ("1", 1, 0), ("2", 0, 1), ("3", 1, 1)] {
        let answer = company.get(&format!("salesinvoicelist.nv?listtype=preinvoice&replyoption={option}"));
        assert_eq!((answer.all("PrivateComment").len(), answer.all("OpenCurrencySum").len()), (comments, sums));
        assert!(comments == 0 || answer.all("PrivateComment") == ["shop-1:5001"]);
    }
}

#[test]
fn an_order_comes_back_in_full() {
    let mut company = company_with_documents();
    let answer = company.get("getorder.nv?netvisorkey=2");
    for (name, text) in [
        ("SalesInvoiceNetvisorKey", "2"),
        ("SalesInvoiceNumber", "5001"),
        ("SalesInvoiceDueDate", "2026-03-16"),
        ("SalesInvoiceReferencenumber", "1234561"),
        ("SalesInvoiceAmount", "135,50"),
        ("InvoiceStatus", "Toimitettu"),
        ("SalesInvoicePrivateComment", "shop-1:5001"),
        ("InvoicingCustomerAddressline", "Rantatie 1"),
        ("InvoicingCustomerCountryCode", "SUOMI"),
        ("MatchPartialPaymentsByDefault", "Kyllä"),
        ("DeliveryAddressPostnumber", "00160"),
        ("Comment", "Maksutapa: verkkopankki"),
    ] {
        assert_eq!(answer.all(name), [text], "{name}");
    }
    assert_eq!(answer.all("InvoiceLine").len(), 1, "one around all lines");
    assert_eq!(answer.all("ProductName"), ["Paita", "Housut"], "the card's name where none was sent");
    assert_eq!(answer.all("SalesInvoiceProductLineSum"), ["125,5000", "10,0000"]);
    assert_eq!(answer.all("productidentifier"), ["SKU1", "SKU2"]);
    let undiscounted = company.get("getsalesinvoice.nv?netvisorkey=1");
    assert_eq!(undiscounted.all("SalesInvoiceProductLineDiscountPercentage"), ["0"]);
    assert!(answer.body.contains("<InvoiceStatus status=\"delivered\">"));
    assert!(answer.body.contains("<ProductVatPercentage vatcode=\"-\">0<"));
    assert!(answer.body.contains("<InvoicingCustomerCountryCode ISO-3166=\"FI\">"));
}

#[test]
fn words_follow_the_language() {
    use hmac::{Hmac, KeyInit, Mac};
    for (language, status, yes) in [("EN", "Delivered", "Yes"), ("SE", "Levererad", "Ja")] {
        let mut company = company_with_documents();
        let mut request = company.request("GET", "getorder.nv?netvisorkey=2", "");
        let header = |name: &str| {
            let name = format!("X-Netvisor-{name}");
            request.headers.iter().find(|(own, _)| *own == name).unwrap().1.clone()
        };
        let message = format!(
            "{}&Shop&cust_1&{}&{language}&1234567-1&{}&{}&CKEY&PKEY",
            request.url,
            header("Authentication-Timestamp"),
            header("Authentication-TransactionId"),
            header("Authentication-TimestampUnix")
        );
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(b"CKEY&PKEY").unwrap();
        mac.update(message.as_bytes());
        let digest: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        set_header(&mut request, "Authentication-Sender", "Shop");
        set_header(&mut request, "Interface-Language", language);
        set_header(&mut request, "Authentication-MAC", &digest);
        let answer = company.send(&request);
        assert_eq!((&*answer.all("InvoiceStatus")[0], &*answer.all("MatchPartialPaymentsByDefault")[0]), (status, yes));
    }
}

#[test]
fn payments_are_listed() {
    let mut company = company_with_documents();
    company.post("salespayment.nv", &least_payment(1, "125,50").replace("2026-03-03", "2026-04-03")).key();
    company.post("salespayment.nv", &least_prepayment(2, "10")).key();
    for (query, keys) in [
        ("", vec!["1", "2", "3"]),
        ("abovenetvisorkey=1", vec!["2", "3"]),
        ("begindate=2026-03-04", vec!["2"]),
        ("begindate=2026-04-03", vec!["2"]),
        ("enddate=2026-03-03", vec!["1", "3"]),
        ("invoicenetvisorkey=3", vec!["1"]),
        ("invoicenumber=70", vec!["1"]),
        ("searchbyname=AINO&invoicenetvisorkey=1", vec!["2"]),
        ("searchbyname=nobody", vec![]),
    ] {
        assert_eq!(company.get(&format!("salespaymentlist.nv?{query}")).all("NetvisorKey"), keys, "{query}");
    }
    let body = company.get("salespaymentlist.nv?invoicenumber=70").body;
    assert!(
        body.contains(
            "<SalesPayment><NetvisorKey>1</NetvisorKey><Name>Aino Aalto</Name><Date>3.3.2026</Date><Sum>125,50</Sum>\
             <ReferenceNumber>1000038</ReferenceNumber><ForeignCurrencyAmount></ForeignCurrencyAmount>\
             <InvoiceNumber>70</InvoiceNumber><PaymentAccountName>Paytrail</PaymentAccountName>\
             <BankStatus>OK</BankStatus></SalesPayment>"
        ),
        "{body}"
    );
    assert!(company.get("salespaymentlist.nv?searchbyname=x").body.ends_with("<SalesPaymentList /></Root>"));
    assert_eq!(company.get("salespaymentlist.nv?begindate=3.3.2026").status, 400);
}

#[test]
fn what_a_card_lacks_is_left_out_or_empty() {
    let mut company = Company::new();
    let bare = company.get("getcustomer.nv?id=3");
    assert!(bare.all("CustomerGroupName").is_empty() && bare.all("OrganizationUnitNumber").is_empty());
    assert_eq!(bare.all("StreetAddress"), [""]);
    assert_eq!(company.get("getcustomer.nv?id=2").all("OrganizationUnitNumber"), ["003719675438"]);
}

#[test]
fn several_documents_are_wrapped_and_unknown_ones_are_empty() {
    let mut company = company_with_documents();
    let several = company.get("getsalesinvoice.nv?netvisorkeylist=3,1,99");
    assert_eq!(several.all("SalesInvoiceNetvisorKey"), ["3", "1"]);
    assert_eq!(several.all("SalesInvoices").len(), 1);
    let one = company.get("getsalesinvoice.nv?netvisorkeylist=3");
    assert_eq!((one.all("SalesInvoices").len(), one.all("SalesInvoiceNetvisorKey").len()), (0, 1));
    for target in ["getsalesinvoice.nv?netvisorkey=99", "getsalesinvoice.nv?netvisorkey=2", "getorder.nv?netvisorkey=1"]
    {
        let answer = company.get(target);
        assert!(answer.status == 200 && answer.body.ends_with("<SalesInvoice /></Root>"), "{}", answer.body);
    }
    assert_eq!(company.get("getsalesinvoice.nv").status, 400);
}
