use netvisor_orders::wire::reply::{Reply, read_customers, read_products, read_sales_invoices};
use serde_json::json;

use crate::{customer_list, error, failed, ok, read};

#[test]
fn customers_one_none_and_many() {
    let one = ok("<Customerlist><Customer><Netvisorkey>1</Netvisorkey><Name>Aino &amp; Väinö Oy</Name>\
                  <Code>007</Code><OrganisationIdentifier>1234567-1</OrganisationIdentifier><CustomerGroupID>3</CustomerGroupID>\
                  <CustomerGroupName>Jälleenmyyjät</CustomerGroupName><Uri>/getcustomer.nv?id=1</Uri></Customer></Customerlist>");
    assert_eq!(
        read("customerlist.nv", one)["customers"],
        json!([{"netvisor_key": 1, "name": "Aino & Väinö Oy", "code": "007", "business_id": "1234567-1", "group_key": 3,
                "group_name": "Jälleenmyyjät"}])
    );
    for none in ["<Customerlist/>", "<CustomerList></CustomerList>", "<customerlist>\n</customerlist>"] {
        assert_eq!(read("customerlist.nv", ok(none))["customers"], json!([]), "{none}");
    }
    assert_eq!(read("customerlist.nv", customer_list(25))["customers"].as_array().map(Vec::len), Some(25));
}

#[test]
fn empty_elements_are_null_and_unknown_ones_are_passed_over() {
    let body = ok(
        "<Customerlist><Total>1</Total><Customer><New><Deep><Name>x</Name></Deep></New><NETVISORKEY> 9 </NETVISORKEY>\
                   <name/><Code></Code><OrganisationIdentifier> </OrganisationIdentifier><CustomerGroupID/></Customer></Customerlist>",
    );
    assert_eq!(
        read("customerlist.nv", body)["customers"],
        json!([{"netvisor_key": 9, "name": "", "code": null, "business_id": null, "group_key": null, "group_name": null}])
    );
}

#[test]
fn a_list_that_is_missing_is_not_an_empty_one() {
    for resource in ["customerlist.nv", "productlist.nv", "salesinvoicelist.nv", "getsalesinvoice.nv", "getorder.nv"] {
        assert_eq!(error(resource, ok("")), "reply_incomplete", "{resource}");
        assert_eq!(error(resource, ok("<OtherList/>")), "reply_incomplete", "{resource}");
        assert_eq!(read(resource, failed("INVALID_DATA :: x"))["outcome"], "refused", "{resource}");
    }
}

#[test]
fn a_row_needs_its_key_and_numbers_that_are_numbers() {
    for (row, missing) in [
        ("<Name>Aino</Name>", "Netvisorkey"),
        ("<Netvisorkey/>", "Netvisorkey"),
        ("<Netvisorkey>x</Netvisorkey>", "Netvisorkey"),
        ("<Netvisorkey>-1</Netvisorkey>", "Netvisorkey"),
        ("<Netvisorkey>1</Netvisorkey><CustomerGroupID>one</CustomerGroupID>", "CustomerGroupID"),
    ] {
        let body = ok(&format!("<Customerlist><Customer>{row}</Customer></Customerlist>"));
        let error = read_customers(200, body.as_bytes(), |_| {}).expect_err(row);
        assert_eq!(error.code().as_str(), "reply_incomplete", "{row}");
        assert!(error.message().contains(missing), "{}", error.message());
    }
}

#[test]
fn products_keep_their_decimals_and_leading_zeros() {
    let body = ok(
        "<ProductList><Product><NetvisorKey>4</NetvisorKey><ProductCode>000123</ProductCode><Name>Paita</Name>\
                   <UnitPrice>39,840637450199</UnitPrice><UnitGrossPrice>50.00</UnitGrossPrice>\
                   <ProductGroupID>2</ProductGroupID><ProductGroupDescription>Vaatteet / Paidat</ProductGroupDescription>\
                   <Uri>getproduct.nv?id=4</Uri></Product>\
                   <Product><NetvisorKey>5</NetvisorKey><ProductCode/><Name>Lahja</Name><UnitPrice/></Product></ProductList>",
    );
    assert_eq!(
        read("productlist.nv", &body)["products"],
        json!([
            {"netvisor_key": 4, "name": "Paita", "code": "000123", "unit_price": "39.840637450199", "unit_gross_price": "50.00",
             "group_key": 2, "group_name": "Vaatteet / Paidat"},
            {"netvisor_key": 5, "name": "Lahja", "code": null, "unit_price": null, "unit_gross_price": null, "group_key": null,
             "group_name": null}
        ])
    );
    let mut names = Vec::new();
    read_products(200, body.as_bytes(), |row| names.push(row.name.into_owned())).expect("a list");
    assert_eq!(names, ["Paita", "Lahja"]);
    assert_eq!(error("productlist.nv", body.replace("50.00", "fifty")), "reply_incomplete");
}

#[test]
fn invoices_with_every_field_and_with_the_fewest() {
    let body = ok("<SalesInvoiceList><SalesInvoice><NetvisorKey>165</NetvisorKey><InvoiceNumber>5</InvoiceNumber>\
        <Invoicedate format=\"ansi\">2026-01-09</Invoicedate><InvoiceDueDate format=\"ansi\">2026-1-23</InvoiceDueDate>\
        <InvoiceStatus SubStatus=\"Overdue\" isInCollection='1'>Open</InvoiceStatus><CustomerNetvisorKey>8</CustomerNetvisorKey>\
        <CustomerCode>MM</CustomerCode><CustomerName>Aino Aalto</CustomerName><ReferenceNumber>1070</ReferenceNumber>\
        <InvoiceSum>244.12</InvoiceSum><OpenSum>244,12</OpenSum><Uri>/x</Uri><AdditionalInformation>\
        <PrivateComment>tilaus 10234\r\n&#13;ja muuta</PrivateComment>\
        <InvoiceCurrencySum currencycode=\"SEK\" type=\"ISO-4217\">2700,50</InvoiceCurrencySum>\
        <OpenCurrencySum currencycode=\"SEK\">2700,5</OpenCurrencySum></AdditionalInformation></SalesInvoice>\
        <SalesInvoice><NetvisorKey>166</NetvisorKey><InvoiceNumber/><Invoicedate/><InvoiceStatus>undelivered</InvoiceStatus>\
        <CustomerCode/><CustomerName/><ReferenceNumber/><InvoiceSum>-3</InvoiceSum><OpenSum/></SalesInvoice></SalesInvoiceList>");
    assert_eq!(
        read("salesinvoicelist.nv", &body)["sales_invoices"],
        json!([
            {"netvisor_key": 165, "number": "5", "date": "2026-01-09", "due_date": "2026-01-23", "status": "open",
             "substatus": "overdue", "in_collection": true, "customer_key": 8, "customer_code": "MM",
             "customer_name": "Aino Aalto", "reference_number": "1070", "sum": "244.12", "open_sum": "244.12",
             "private_comment": "tilaus 10234\n\rja muuta", "currency_sum": "2700.50", "open_currency_sum": "2700.5",
             "currency": "SEK"},
            {"netvisor_key": 166, "number": null, "date": null, "due_date": null, "status": "undelivered",
             "substatus": null, "in_collection": null, "customer_key": null, "customer_code": null,
             "customer_name": null, "reference_number": null, "sum": "-3", "open_sum": null, "private_comment": null,
             "currency_sum": null, "open_currency_sum": null, "currency": null}
        ])
    );
    assert_eq!(error("salesinvoicelist.nv", body.replace("<InvoiceSum>-3</InvoiceSum>", "")), "reply_incomplete");
    assert_eq!(error("salesinvoicelist.nv", body.replace("2026-01-09", "2026-02-30")), "reply_incomplete");
    let mut keys = Vec::new();
    read_sales_invoices(200, body.as_bytes(), |row| keys.push(row.netvisor_key)).expect("a list");
    assert_eq!(keys, [165, 166]);
}

#[test]
fn texts_in_pieces_are_joined() {
    let body = ok("<Customerlist><Customer><Netvisorkey>1</Netvisorkey>\
                   <Name> A<!-- -->B&#x20AC;<![CDATA[ <C> &amp; ]]>D<b>not this</b>E&apos; </Name></Customer></Customerlist>");
    assert_eq!(read("customerlist.nv", body)["customers"][0]["name"], "AB€ <C> &amp; DE'");
}

#[test]
fn finnish_letters_in_every_encoding() {
    let list = |encoding: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"{encoding}\"?><Root><ResponseStatus><Status>OK</Status></ResponseStatus>\
             <Customerlist><Customer><Netvisorkey>1</Netvisorkey><Name>@</Name></Customer></Customerlist></Root>"
        )
    };
    let with = |encoding: &str, name: &[u8]| {
        let text = list(encoding);
        let (before, after) = text.split_once('@').expect("a place for the name");
        [before.as_bytes(), name, after.as_bytes()].concat()
    };
    for (body, expected) in [
        (with("utf-8", "Äijä € Š".as_bytes()), "Äijä € Š"),
        (["\u{feff}".as_bytes(), &with("utf-8", "Äijä".as_bytes())].concat(), "Äijä"),
        (with("ISO-8859-15", b"\xC4ij\xE4 \xA4 \xA6\xA8\xB4\xB8\xBC\xBD\xBE"), "Äijä € ŠšŽžŒœŸ"),
        (with("iso-8859-1", b"\xC4ij\xE4 \xA4"), "Äijä ¤"),
        // .NET strings call themselves UTF-16 and are sent as UTF-8.
        (with("utf-16", "Äijä".as_bytes()), "Äijä"),
    ] {
        assert_eq!(read("customerlist.nv", &body)["customers"][0]["name"], expected);
    }
    assert_eq!(error("customerlist.nv", with("utf-8", b"\xC4ij\xE4")), "reply_broken");
    assert_eq!(error("customerlist.nv", with("utf-8", b"\xED\xA0\x80")), "reply_broken");
}

#[test]
fn rows_before_a_break_are_followed_by_an_error() {
    let whole = customer_list(100);
    let mut rows = 0;
    let cut = read_customers(200, &whole.as_bytes()[..whole.len() / 2], |_| rows += 1);
    assert!(cut.is_err_and(|error| error.code().as_str() == "reply_broken"));
    assert!((40..60).contains(&rows), "{rows}");
}

#[test]
fn a_refusal_has_no_rows() {
    let body = failed("INVALID_DATA :: x")
        .replace("</Root>", "<Customerlist><Customer><Netvisorkey>1</Netvisorkey></Customer></Customerlist></Root>");
    let reply = read_customers(200, body.as_bytes(), |row| panic!("{row:?}"));
    assert!(matches!(reply, Ok(Reply::Refused(_))));
}
