//! salespayment.nv beyond its table.

use crate::messages::{LEAST_ORDER, least_invoice, least_payment, least_prepayment};
use crate::support::Company;

const PAY: &str = "salespayment.nv";

/// A company with one document, whose key is 1.
fn company(document: &str) -> Company {
    let mut company = Company::new();
    assert_eq!(company.post("salesinvoice.nv?method=add", document).key(), 1);
    company
}

fn status_and_open_sum(company: &Company) -> (String, String) {
    let document = &company.state()["documents"][0];
    (document["status"].as_str().unwrap().to_owned(), document["open_sum"].as_str().unwrap().to_owned())
}

fn pair(status: &str, open_sum: &str) -> (String, String) {
    (status.to_owned(), open_sum.to_owned())
}

fn expecting_partial_payments(document: &str) -> String {
    document.replace("<invoicelines>", "<expectpartialpayments>1</expectpartialpayments><invoicelines>")
}

#[test]
fn the_open_sum_pays_an_open_invoice() {
    let mut company = company(&least_invoice());
    assert_eq!(company.post(PAY, &least_payment(1, "125,50")).key(), 1);
    assert_eq!(status_and_open_sum(&company), pair("paid", "0.00"));
    let payment = &company.state()["payments"][0];
    assert_eq!((payment["document_key"].as_u64(), payment["sum"].as_str()), (Some(1), Some("125.50")));
    assert_eq!(payment["sent"]["paymentmethod"]["@type"], "alternative");
    assert!(company.refused(PAY, &least_payment(1, "125,50")).contains("already paid"));
}

#[test]
fn the_invoice_is_found_by_key_number_and_reference() {
    let numbered = least_invoice()
        .replace("<salesinvoicedate", "<salesinvoicenumber>77</salesinvoicenumber><salesinvoicedate")
        .replace(
            "<salesinvoiceamount",
            "<salesinvoicereferencenumber>1234561</salesinvoicereferencenumber><salesinvoiceamount",
        );
    let target = |kind: &str, identifier: &str| {
        least_payment(1, "125,50").replace("type=\"netvisor\">1<", &format!("type=\"{kind}\">{identifier}<"))
    };
    for (kind, identifier) in
        [("netvisor", "1"), ("invoicenumber", "77"), ("reference", "1234561"), ("reference", "00 12345 61")]
    {
        company(&numbered).post(PAY, &target(kind, identifier)).key();
    }
    for (kind, identifier) in
        [("netvisor", "77"), ("invoicenumber", "1"), ("invoicenumber", "x"), ("reference", "1070")]
    {
        assert!(company(&numbered).refused(PAY, &target(kind, identifier)).contains("No invoice found"), "{kind}");
    }
}

#[test]
fn partial_payments_must_be_expected() {
    for sum in ["100", "125,49", "125,51", "0", "-125,50"] {
        assert!(
            company(&least_invoice()).refused(PAY, &least_payment(1, sum)).contains("no partial payments"),
            "{sum}"
        );
    }
    let mut company = company(&expecting_partial_payments(&least_invoice()));
    company.post(PAY, &least_payment(1, "100")).key();
    assert_eq!(status_and_open_sum(&company), pair("open", "25.50"));
    company.post(PAY, &least_payment(1, "25.50")).key();
    assert_eq!(status_and_open_sum(&company), pair("paid", "0.00"));
}

#[test]
fn a_cash_discount_may_be_left_out() {
    for (kind, value, least, too_little) in [("percentage", "2", "122,99", "122,98"), ("sum", "5", "120,50", "120,49")]
    {
        let discount =
            format!("<paymenttermcashdiscount type=\"{kind}\">{value}</paymenttermcashdiscount><invoicelines>");
        let invoice = least_invoice().replace("<invoicelines>", &discount);
        company(&invoice).post(PAY, &least_payment(1, least)).key();
        assert!(company(&invoice).refused(PAY, &least_payment(1, too_little)).contains("no partial payments"));
    }
}

#[test]
fn an_unsent_invoice_must_expect_partial_payments() {
    let unsent = least_invoice().replace(">open<", ">unsent<");
    assert!(company(&unsent).refused(PAY, &least_payment(1, "125,50")).contains("unsent"));
    let mut company = company(&expecting_partial_payments(&unsent));
    company.post(PAY, &least_payment(1, "125,50")).key();
    assert_eq!(status_and_open_sum(&company), pair("unsent", "0.00"), "it has still to be sent");
}

#[test]
fn a_prepayment_of_an_order_names_its_account() {
    let mut company = company(LEAST_ORDER);
    let prepayment = least_prepayment(1, "125,50");
    for account in ["", " overridesalesreceivableaccountnumber=\"\""] {
        let without = prepayment.replace(" overridesalesreceivableaccountnumber=\"2955\"", account);
        assert!(company.refused(PAY, &without).contains("needs overridesalesreceivableaccountnumber"));
    }
    company.post(PAY, &prepayment).key();
    assert_eq!(status_and_open_sum(&company), pair("undelivered", "0.00"));
}

#[test]
fn orders_and_invoices_are_not_mistaken_for_each_other() {
    assert!(company(LEAST_ORDER).refused(PAY, &least_payment(1, "125,50")).contains("No invoice found"));
    assert!(company(&least_invoice()).refused(PAY, &least_prepayment(1, "125,50")).contains("No order found"));
    let draft = LEAST_ORDER.replace(">order<", ">invoicedraft<").replace(">undelivered<", "><");
    assert!(company(&draft).refused(PAY, &least_payment(1, "125,50")).contains("No invoice found"));
}

#[test]
fn the_currency_is_known_and_the_documents_own() {
    let mut company = company(&least_invoice());
    let payment = least_payment(1, "125,50");
    assert!(company.refused(PAY, &payment.replace("\"EUR\"", "\"EURO\"")).contains("Unknown currency EURO"));
    assert!(company.refused(PAY, &payment.replace("\"EUR\"", "\"SEK\"")).contains("in EUR, the payment in SEK"));
    company.post(PAY, &payment.replace(" currency=\"EUR\"", "")).key();
}

#[test]
fn a_credit_note_is_paid_back() {
    let credit = least_invoice().replace(">125,50<", ">-125,50<").replace(">2</sales", ">-2</sales");
    let mut company = company(&credit);
    assert!(company.refused(PAY, &least_payment(1, "125,50")).contains("no partial payments"));
    company.post(PAY, &least_payment(1, "-125,50")).key();
    assert_eq!(status_and_open_sum(&company), pair("paid", "0.00"));

    let mut company = self::company(&expecting_partial_payments(&credit));
    company.post(PAY, &least_payment(1, "-100")).key();
    assert_eq!(status_and_open_sum(&company), pair("open", "-25.50"));
}
