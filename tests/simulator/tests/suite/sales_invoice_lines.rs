//! The lines of salesinvoice.nv, and what they come to.

use serde_json::Value;

use crate::messages::LEAST_ORDER;
use crate::sales_invoices::{booked, refused, with_line};

#[test]
fn products_are_found_by_key_code_and_ean() {
    let product = "<productidentifier type=\"customer\">SKU1<";
    for (kind, identifier) in [
        ("customer", "SKU2"),
        ("netvisor", "2"),
        ("primaryeancode", "6410000000024"),
        ("secondaryeancode", "6410000000024-2"),
    ] {
        let other = format!("<productidentifier type=\"{kind}\">{identifier}<");
        assert_eq!(booked(&with_line(product, &other))["lines"][0]["product_key"], 2, "{kind}");
    }
    for (kind, identifier) in
        [("customer", "SKU3"), ("netvisor", "3"), ("primaryeancode", "1"), ("secondaryeancode", "1")]
    {
        let other = format!("<productidentifier type=\"{kind}\">{identifier}<");
        assert!(refused(&with_line(product, &other)).contains("Product not found"), "{kind}");
    }
}

#[test]
fn totals_come_from_the_amount_or_the_lines() {
    let line = |price: &str, kind: &str, rest: &str| {
        with_line("type=\"gross\">62,75<", &format!("type=\"{kind}\">{price}<"))
            .replace(">125,50<", "><")
            .replace("</salesinvoiceproductlinequantity>", &format!("</salesinvoiceproductlinequantity>{rest}"))
    };
    for (message, amount, vat) in [
        (line("62,75", "gross", ""), "125.50", "25.50"),
        (line("50", "net", ""), "125.50", "25.50"),
        (line("", "netvisor", ""), "125.50", "25.50"),
        (line("0.005", "gross", ""), "0.01", "0.00"),
        (line("100", "gross", &discount("10")), "180.00", "36.57"),
        (line("9999", "gross", &sums("2,55", "12,55")), "12.55", "2.55"),
        (line("1", "gross", &sums("0.0", "0.0")), "0.00", "0.00"),
    ] {
        // A price from the register is still a value of the message's.
        let message = message.replace("type=\"netvisor\"><", "type=\"netvisor\">0<");
        let booked = booked(&message);
        assert_eq!(
            (&booked["amount"], &booked["lines"][0]["vat_sum"]),
            (&Value::from(amount), &Value::from(vat)),
            "{message}"
        );
        assert_eq!(booked["total_mismatch"], false);
    }
}

fn discount(percentage: &str) -> String {
    format!("<salesinvoiceproductlinediscountpercentage>{percentage}</salesinvoiceproductlinediscountpercentage>")
}

fn sums(vat: &str, sum: &str) -> String {
    format!(
        "<salesinvoiceproductlinevatsum>{vat}</salesinvoiceproductlinevatsum><salesinvoiceproductlinesum>{sum}</salesinvoiceproductlinesum>"
    )
}

#[test]
fn a_total_beside_the_lines_is_booked_and_marked() {
    let booked = booked(&LEAST_ORDER.replace(">125,50<", ">125,51<"));
    assert_eq!((&booked["amount"], &booked["line_total"]), (&Value::from("125.51"), &Value::from("125.50")));
    assert_eq!(booked["total_mismatch"], true);
}

#[test]
fn line_sums_come_in_pairs_and_follow_the_quantity() {
    let end = "2</salesinvoiceproductlinequantity>";
    let lone = [
        "<salesinvoiceproductlinevatsum>25,50</salesinvoiceproductlinevatsum>",
        "<salesinvoiceproductlinesum>125,50</salesinvoiceproductlinesum>",
    ];
    for one in lone {
        assert!(refused(&with_line(end, &format!("{end}{one}"))).contains("given together"));
    }
    for (vat, sum) in [("25,50", "-125,50"), ("-25,50", "125,50")] {
        assert!(refused(&with_line(end, &format!("{end}{}", sums(vat, sum)))).contains("sign"));
    }
    let credit = with_line(end, &format!("-2</salesinvoiceproductlinequantity>{}", sums("-25,50", "-125,50")));
    assert_eq!(booked(&credit.replace(">125,50<", ">-125,50<"))["amount"], "-125.50");
    assert!(refused(&with_line(">62,75<", ">-62,75<")).contains("productunitprice"));
}

#[test]
fn vat_codes_take_the_rates_of_their_row() {
    let vat = "<productvatpercentage vatcode=\"KOMY\">25,5<";
    for (code, rate, accepted) in [
        ("KOMY", "13,5", true),
        ("KOMY", "10.0", true),
        ("KOMY", "19", false),
        ("KOMY0", "0", true),
        ("EUMY", "25,5", false),
        ("NONE", "0", true),
        ("OSS", "19", false),
    ] {
        let message = with_line(vat, &format!("<productvatpercentage vatcode=\"{code}\">{rate}<"));
        if accepted {
            booked(&message);
        } else if message != LEAST_ORDER {
            assert!(refused(&message).contains(code), "{code} {rate}");
        }
    }
    let without = with_line(vat, "<productvatpercentage>25,5<");
    assert!(refused(&without).contains("VAT code cannot be taken from posting suggestion"));
    let end = "2</salesinvoiceproductlinequantity>";
    booked(&without.replace(end, &format!("{end}<accountingaccountsuggestion>3000</accountingaccountsuggestion>")));
}

#[test]
fn numbers_too_large_are_no_crash() {
    let nines = "9".repeat(28);
    for message in [
        with_line(">62,75<", &format!(">{nines}<")),
        with_line(">2</sales", &format!(">{nines}</sales")),
        with_line(">62,75<", &format!(">{}<", "9".repeat(60))),
        with_line(">2</sales", ">2</sales").replace(
            "2</salesinvoiceproductlinequantity>",
            &format!("2</salesinvoiceproductlinequantity>{}", discount(&format!("-{nines}"))),
        ),
    ] {
        assert!(refused(&message).starts_with("INVALID_DATA :: "), "{message}");
    }
}

#[test]
fn comment_lines_alone_are_no_document() {
    let start = LEAST_ORDER.find("<salesinvoiceproductline>").unwrap();
    let end = LEAST_ORDER.find("</invoiceline>").unwrap();
    let line = &LEAST_ORDER[start..end];
    let comment = "<salesinvoicecommentline><comment>Hei</comment></salesinvoicecommentline>";
    assert!(refused(&LEAST_ORDER.replace(line, comment)).contains("no product line"));
    assert!(refused(&LEAST_ORDER.replace(line, &format!("{comment}{line}"))).contains("instead of one"));
}
