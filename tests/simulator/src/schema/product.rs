//! product.nv (§2.4).

use super::parts::{CARD_DIMENSION, COUNTRY_OF_CARD};
use super::rule::Occurs::{Any, Once, Optional};
use super::rule::Value::{Country, Decimal, Flag, Text, Word};
use super::rule::{Attribute, Rule, allowed, group, once, optional, required};

pub(crate) const PRODUCT: Rule = group(
    "product",
    Once,
    &[
        group("productbaseinformation", Once, BASE_INFORMATION),
        group(
            "productbookkeepingdetails",
            Optional,
            &[
                once("defaultvatpercentage", Decimal),
                optional("defaultdomesticaccountnumber", Text),
                optional("defaulteuaccountnumber", Text),
                optional("defaultoutsideeuaccountnumber", Text),
            ],
        ),
        group("productadditionalinformation", Optional, ADDITIONAL_INFORMATION),
        group(
            "productcustomtags",
            Optional,
            &[group(
                "productcustomtag",
                Any,
                &[
                    once("tagname", Text),
                    once("tagvalue", Text).attributes(&[required("datatype", &["date", "text", "decimal", "enum"])]),
                ],
            )],
        ),
    ],
);

const EAN: &[Attribute] = &[allowed("type", &["any", "ean8", "ean13", "code128"])];

const BASE_INFORMATION: &[Rule] = &[
    optional("productcode", Text),
    once("productgroup", Text),
    once("name", Text),
    optional("description", Text),
    once("unitprice", Decimal).attributes(&[required("type", &["net", "gross"])]),
    optional("unit", Text),
    optional("unitweight", Decimal),
    optional("kaukevaproductcode", Text),
    optional("purchaseprice", Decimal),
    optional("tariffheading", Text),
    optional("comissionpercentage", Decimal),
    once("isactive", Flag),
    once("issalesproduct", Flag),
    optional("inventoryenabled", Flag),
    optional("inventorybatchlinkingmode", Word(&["1", "2", "3", "4", "5", "6", "7", "8"])),
    optional("countryoforigin", Country).attributes(COUNTRY_OF_CARD),
    optional("primaryeancode", Text).attributes(EAN),
    optional("secondaryeancode", Text).attributes(EAN),
    optional("inventoryalertlimit", Decimal),
];

/// In the order of the vendor's own grammar, package before dimensions (§8, open point 4).
const ADDITIONAL_INFORMATION: &[Rule] = &[
    optional("productnetweight", Decimal),
    optional("productgrossweight", Decimal),
    optional("productweightunit", Word(&["g", "kg", "tn"])),
    group(
        "productpackageinformation",
        Optional,
        &[once("packagewidth", Decimal), once("packageheight", Decimal), once("packagelength", Decimal)],
    ),
    CARD_DIMENSION,
];
