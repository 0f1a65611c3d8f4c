//! customer.nv and product.nv beyond their tables.

use crate::messages::{FULL_CUSTOMER, FULL_PRODUCT, LEAST_CUSTOMER, LEAST_ORDER, LEAST_PRODUCT};
use crate::support::Company;

const ADD_CUSTOMER: &str = "customer.nv?method=add";
const ADD_PRODUCT: &str = "product.nv?method=add";

#[test]
fn the_catch_all_customer_is_there_from_the_beginning() {
    let state = Company::new().state();
    assert_eq!((&state["customers"][0]["code"], &state["customers"][0]["netvisor_key"]), (&"TEMP".into(), &1.into()));
    assert!(state["documents"].as_array().unwrap().is_empty() && state["payments"].as_array().unwrap().is_empty());
}

#[test]
fn a_customer_that_was_added_can_be_invoiced() {
    let mut company = Company::new();
    let order = LEAST_ORDER.replace(">100<", ">200<");
    company.refused("salesinvoice.nv?method=add", &order);
    assert_eq!(company.post(ADD_CUSTOMER, LEAST_CUSTOMER).key(), 4);
    company.post("salesinvoice.nv?method=add", &order).key();
    assert_eq!(company.state()["documents"][0]["customer_key"], 4);
}

#[test]
fn customer_codes_are_unique() {
    let mut company = Company::new();
    company.post(ADD_CUSTOMER, LEAST_CUSTOMER).key();
    assert!(company.refused(ADD_CUSTOMER, LEAST_CUSTOMER).starts_with("DUPLICATE_DATA :: "));
    let without_code = LEAST_CUSTOMER.replace("<internalidentifier>200</internalidentifier>", "");
    company.post(ADD_CUSTOMER, &without_code).key();
    company.post(ADD_CUSTOMER, &without_code).key();
    assert!(company.refused("customer.nv?method=edit&id=2", LEAST_CUSTOMER).starts_with("DUPLICATE_DATA :: "));
    assert_eq!(company.post("customer.nv?method=edit&id=4", LEAST_CUSTOMER).status, 200, "its own code is its own");
}

#[test]
fn an_automatic_code_is_the_next_free_one() {
    let mut company = Company::new();
    let automatic = LEAST_CUSTOMER
        .replace("<internalidentifier>200</internalidentifier>", "<internalidentifier type=\"automatic\"/>");
    for code in ["102", "103"] {
        let key = company.post(ADD_CUSTOMER, &automatic).key();
        assert_eq!(company.state()["customers"][key as usize - 1]["code"], code);
    }
}

#[test]
fn a_customer_needs_a_name() {
    let mut company = Company::new();
    let nameless = LEAST_CUSTOMER.replace("<name>Ville Virtanen</name>", "<name/>");
    assert!(company.refused(ADD_CUSTOMER, &nameless).contains("name is missing"));
}

#[test]
fn an_edit_changes_what_it_sends_and_blanks_what_it_sends_empty() {
    let mut company = Company::new();
    company.post(ADD_CUSTOMER, FULL_CUSTOMER).key();
    let edit = "<root><customer><customerbaseinformation><city>Turku</city><email/></customerbaseinformation>\
        <customerdimensiondetails><dimension><dimensionname>A</dimensionname><dimensionitem>B</dimensionitem></dimension>\
        </customerdimensiondetails></customer></root>";
    let answer = company.post("customer.nv?method=edit&id=4", edit);
    assert_eq!((answer.status, answer.all("InsertedDataIdentifier").len()), (200, 0));
    let state = company.state();
    let card = &state["customers"][3]["card"];
    assert_eq!(card["customerbaseinformation"]["city"], "Turku");
    assert_eq!(card["customerbaseinformation"]["email"], "");
    assert_eq!(card["customerbaseinformation"]["name"], "Puoti Oy");
    assert_eq!(card["customerdeliverydetails"]["deliverycity"], "Muurame");
    assert_eq!(card["customerdimensiondetails"]["dimension"]["dimensionname"], "A");
    assert!(
        company
            .refused("customer.nv?method=edit&id=9", edit)
            .contains("Customer not found with Netvisor identifier: 9")
    );
}

#[test]
fn card_texts_have_their_lengths() {
    let long = LEAST_CUSTOMER.replace("</name>", &format!("</name><streetaddress>{}</streetaddress>", "k".repeat(81)));
    assert!(Company::new().refused(ADD_CUSTOMER, &long).contains("streetaddress 81/80"));
}

#[test]
fn a_product_that_was_added_can_be_sold() {
    let mut company = Company::new();
    let order = LEAST_ORDER.replace(">SKU1<", ">SKU9<");
    company.refused("salesinvoice.nv?method=add", &order);
    assert_eq!(company.post(ADD_PRODUCT, LEAST_PRODUCT).key(), 3);
    company.post("salesinvoice.nv?method=add", &order).key();
    assert!(company.refused(ADD_PRODUCT, LEAST_PRODUCT).starts_with("DUPLICATE_DATA :: "));
}

#[test]
fn a_product_is_edited_like_a_customer() {
    let mut company = Company::new();
    company.post(ADD_PRODUCT, FULL_PRODUCT).key();
    let edit = LEAST_PRODUCT.replace(">SKU9<", ">SKU8<");
    assert_eq!(company.post("product.nv?method=edit&id=3", &edit).status, 200);
    let state = company.state();
    let base = &state["products"][2]["card"]["productbaseinformation"];
    assert_eq!((&base["name"], &base["unit"]), (&"Lippis".into(), &"pari".into()));
    assert_eq!(base["unitprice"]["@type"], "gross");
    assert!(company.refused("product.nv?method=edit&id=9", &edit).contains("Product not found"));
    assert!(company.refused("product.nv?method=edit&id=1", &edit).starts_with("DUPLICATE_DATA :: "));
}

#[test]
fn product_values_have_their_forms() {
    let mut company = Company::new();
    for (from, to) in [
        (">25,10<", ">25,10 €<"),
        ("<isactive>1<", "<isactive>true<"),
        ("\"gross\"", "\"brutto\""),
        (">25,5<", ">25,5 %<"),
    ] {
        assert!(LEAST_PRODUCT.contains(from));
        assert!(company.refused(ADD_PRODUCT, &LEAST_PRODUCT.replace(from, to)).starts_with("INVALID_DATA :: "), "{to}");
    }
}
