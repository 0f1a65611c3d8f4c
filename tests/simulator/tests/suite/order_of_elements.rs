//! The element tables, tried with messages that hold every element there is.
//!
//! What must be there, what may be empty and what may repeat is written down once more here, from the reference and not
//! from the simulator's tables.

use roxmltree::{Document, Node};

use crate::messages::{FULL_CUSTOMER, FULL_ORDER, FULL_PAYMENT, FULL_PRODUCT, least_invoice};
use crate::support::Company;

const FULL: &[(&str, &str)] = &[
    ("salesinvoice.nv?method=add", FULL_ORDER),
    ("salespayment.nv", FULL_PAYMENT),
    ("customer.nv?method=add", FULL_CUSTOMER),
    ("product.nv?method=add", FULL_PRODUCT),
];

/// Elements that must stand where their parent stands, as `parent/element`.
const MANDATORY: &str = "\
    root/salesinvoice salesinvoice/salesinvoicedate salesinvoice/salesinvoiceamount salesinvoice/salesinvoicestatus \
    salesinvoice/invoicingcustomeridentifier salesinvoice/invoicelines invoiceline/salesinvoiceproductline \
    invoiceline/salesinvoicecommentline invoiceline/salesinvoicesubline \
    salesinvoiceproductline/productidentifier salesinvoiceproductline/productname \
    salesinvoiceproductline/productunitprice salesinvoiceproductline/productvatpercentage \
    salesinvoiceproductline/salesinvoiceproductlinequantity salesinvoicecommentline/comment \
    salesinvoicesubline/sublinearticlename dimension/dimensionname dimension/dimensionitem \
    invoicevoucherlines/voucherline voucherline/linesum voucherline/accountnumber voucherline/vatpercent \
    salesinvoiceaccrual/accrualvoucherentry accrualvoucherentry/month accrualvoucherentry/year \
    accrualvoucherentry/sum accrualrule/startmonth accrualrule/startyear salesinvoiceattachments/salesinvoiceattachment \
    salesinvoiceattachment/mimetype salesinvoiceattachment/attachmentdescription salesinvoiceattachment/filename \
    salesinvoiceattachment/documentdata customtags/tag tag/tagname tag/tagvalue \
    root/salespayment salespayment/sum salespayment/paymentdate salespayment/targetidentifier salespayment/sourcename \
    salespayment/paymentmethod salespaymentvoucherlines/voucherline \
    root/customer customer/customerbaseinformation customerbaseinformation/name \
    customermaventaedidetails/maventaedichannel \
    root/product product/productbaseinformation productbaseinformation/productgroup productbaseinformation/name \
    productbaseinformation/unitprice productbaseinformation/isactive productbaseinformation/issalesproduct \
    productbookkeepingdetails/defaultvatpercentage productpackageinformation/packagewidth \
    productpackageinformation/packageheight productpackageinformation/packagelength \
    productcustomtag/tagname productcustomtag/tagvalue";

/// Elements of which several may follow each other.
const REPEATABLE: &str = "invoiceline voucherline dimension metadata data accrualvoucherentry salesinvoiceattachment tag \
    salespaymentvoucherlines productcustomtag";

/// A company in which every full message is accepted.
fn company() -> Company {
    let mut company = Company::new();
    let invoice =
        least_invoice().replace("<salesinvoicedate", "<salesinvoicenumber>7</salesinvoicenumber><salesinvoicedate");
    company.post("salesinvoice.nv?method=add", &invoice).key();
    company
}

fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

fn place(node: Node<'_, '_>) -> String {
    let parent = node.parent_element().map_or("", |parent| parent.tag_name().name());
    format!("{parent}/{}", node.tag_name().name())
}

/// Calls `change` for every element below the root, and posts each changed message it gives.
fn all_refused(change: impl Fn(&str, Node<'_, '_>) -> Option<String>) -> usize {
    let mut company = company();
    let mut tried = 0;
    for (target, message) in FULL {
        let document = Document::parse(message).unwrap();
        for node in document.descendants().filter(|node| node.is_element() && !node.has_tag_name("root")) {
            let Some(changed) = change(message, node) else { continue };
            let failure = company.refused(target, &changed);
            assert!(failure.starts_with("INVALID_DATA :: Data form incorrect:. "), "{}: {failure}", place(node));
            tried += 1;
        }
    }
    tried
}

#[test]
fn full_messages_are_accepted() {
    let mut company = company();
    for (target, message) in FULL {
        company.post(target, message).key();
        let pascal = message
            .replace("<salesinvoiceamount ", "<SalesInvoiceAmount ")
            .replace("</salesinvoiceamount>", "</SalesInvoiceAmount>");
        let failure = company.refused(target, &pascal);
        assert!(failure.starts_with("DUPLICATE_DATA") || failure.contains("already paid"), "{failure}");
    }
    assert_eq!(company.state()["documents"][1]["total_mismatch"], false);
}

/// Any two neighbours of different names, swapped, at any depth.
#[test]
fn swapped_neighbours_are_refused() {
    let tried = all_refused(|message, node| {
        let next = node.next_sibling_element()?;
        if next.tag_name() == node.tag_name() {
            return None;
        }
        let (first, second) = (node.range(), next.range());
        let between = &message[first.end..second.start];
        Some(
            [&message[..first.start], &message[second.clone()], between, &message[first], &message[second.end..]]
                .concat(),
        )
    });
    assert!(tried > 150, "{tried}");
}

#[test]
fn missing_mandatory_elements_are_refused() {
    let mut company = company();
    let (mut refused, mut accepted) = (0, 0);
    for (target, message) in FULL {
        let document = Document::parse(message).unwrap();
        for node in document.descendants().filter(|node| node.is_element() && !node.has_tag_name("root")) {
            let without = [&message[..node.range().start], &message[node.range().end..]].concat();
            if listed(MANDATORY, &place(node)) {
                company.refused(target, &without);
                refused += 1;
            } else if needed_by_another_rule(node) {
                let failure = company.refused(target, &without);
                assert!(!failure.contains("is missing"), "{}: {failure}", place(node));
            } else {
                let mut fresh = self::company();
                fresh.post(target, &without).key();
                accepted += 1;
            }
        }
    }
    assert!(refused > 50 && accepted > 100, "{refused} {accepted}");
}

/// Optional in the table, but something else in the full message asks for it.
fn needed_by_another_rule(node: Node<'_, '_>) -> bool {
    let name = node.tag_name().name();
    let address = name.starts_with("invoicingcustomer") || name.starts_with("deliveryaddress");
    // A line's sums come in pairs, and without its type the document is an invoice with an order's status.
    matches!(name, "salesinvoiceproductlinevatsum" | "salesinvoiceproductlinesum" | "invoicetype")
        || address && !name.ends_with("nameextension") && name != "invoicingcustomeradditionaladdressline"
}

#[test]
fn mandatory_elements_without_a_value_are_refused() {
    let may_be_empty = ["salesinvoiceamount", "productname"];
    let tried = all_refused(|message, node| {
        let name = node.tag_name().name();
        if !listed(MANDATORY, &place(node)) || may_be_empty.contains(&name) {
            return None;
        }
        let attributes: String = node.attributes().map(|one| format!(" {}=\"{}\"", one.name(), one.value())).collect();
        Some(
            [&message[..node.range().start], &format!("<{name}{attributes}> </{name}>"), &message[node.range().end..]]
                .concat(),
        )
    });
    assert!(tried > 50, "{tried}");
}

#[test]
fn repeated_single_elements_are_refused() {
    let tried = all_refused(|message, node| {
        let range = node.range();
        let single = !listed(REPEATABLE, node.tag_name().name());
        single.then(|| [&message[..range.end], &message[range.clone()], &message[range.end..]].concat())
    });
    assert!(tried > 150, "{tried}");
}

#[test]
fn repeated_elements_are_accepted_where_the_table_has_them() {
    for (target, message) in FULL {
        let document = Document::parse(message).unwrap();
        let several = |node: &Node<'_, '_>| node.is_element() && listed(REPEATABLE, node.tag_name().name());
        for node in document.descendants().filter(several) {
            let range = node.range();
            let twice = [&message[..range.end], &message[range.clone()], &message[range.end..]].concat();
            company().post(target, &twice).key();
        }
    }
}

#[test]
fn unknown_elements_are_refused() {
    let tried = all_refused(|message, node| {
        let start = node.range().start;
        Some([&message[..start], "<netvisorkey>1</netvisorkey>", &message[start..]].concat())
    });
    assert!(tried > 150, "{tried}");
}

#[test]
fn unknown_attributes_are_refused() {
    let tried = all_refused(|message, node| {
        let end_of_name = node.range().start + 1 + node.tag_name().name().len();
        Some([&message[..end_of_name], " surprise=\"1\"", &message[end_of_name..]].concat())
    });
    assert!(tried > 150, "{tried}");
}

/// Attributes without which an element means nothing, as `element@attribute`.
const REQUIRED_ATTRIBUTES: &str = "\
    salesinvoicedeliverytocustomerdate@type invoicingcustomeridentifier@type deliveryoffice@type paymenttermcashdiscount@type trydirectdebitlink@mode \
    printchannelformat@type secondname@type productidentifier@type productunitprice@type productunitpurchaseprice@type \
    linesum@type vatpercent@vatcode tagvalue@datatype targetidentifier@type paymentmethod@type \
    invoiceprintchannelformat@type defaultpaymentterm@type defaultsecondname@type \
    receivablesmanagementautomationrule@type factoringaccount@type unitprice@type";

#[test]
fn missing_attributes_are_refused() {
    let tried = all_refused(|message, node| {
        let name = node.tag_name().name();
        let required = node.attributes().find(|one| listed(REQUIRED_ATTRIBUTES, &format!("{name}@{}", one.name())))?;
        let range = required.range();
        Some([&message[..range.start], &message[range.end..]].concat())
    });
    assert!(tried >= 26, "{tried}");
}

/// Attributes whose values are not a closed list.
const FREE_ATTRIBUTES: &str = "\
    salesinvoiceproductpackagepallet@type salesinvoiceproductpackagepallet@amount \
    invoicingcustomeridentifier@contactpersonid invoicingcustomercountrycode@type deliveryaddresscountrycode@type \
    documentdata@type dimensionitem@integrationdimensiondetailguid dimensionitem@fatherid \
    paymentmethod@overrideaccountingaccountnumber paymentmethod@overridesalesreceivableaccountnumber";

#[test]
fn attributes_with_other_values_are_refused() {
    let tried = all_refused(|message, node| {
        let name = node.tag_name().name();
        let closed = node.attributes().find(|one| !listed(FREE_ATTRIBUTES, &format!("{name}@{}", one.name())))?;
        let range = closed.range_value();
        Some([&message[..range.start], "surprise", &message[range.end..]].concat())
    });
    assert!(tried > 35, "{tried}");
}
