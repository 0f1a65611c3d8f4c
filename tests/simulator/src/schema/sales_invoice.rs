//! salesinvoice.nv (§2.1).

use super::parts::{ANSI, BY_KEY_OR_CODE, COUNTRY_OF_INVOICE, DIMENSION, INVOICE_VOUCHER_LINE, VAT_CODES};
use super::rule::Occurs::{Once, Optional, Several};
use super::rule::Value::{
    Base64, Country, Date, DateOrWeek, Decimal, Flag, Integer, Limited, NotNegative, ReferenceNumber, Text, Word,
};
use super::rule::{Attribute, Rule, allowed, choice, group, once, optional, required};

pub(crate) const SALES_INVOICE: Rule = group("salesinvoice", Once, HEADER);

const PROPOSED_ACCOUNT: &[Attribute] = &[allowed("type", &["customer"])];

const HEADER: &[Rule] = &[
    optional("salesinvoicenumber", Integer),
    once("salesinvoicedate", Date).attributes(ANSI),
    optional("salesinvoiceeventdate", Date).attributes(ANSI),
    optional("salesinvoiceduedate", Date).attributes(ANSI),
    optional("salesinvoicevaluedate", Date).attributes(ANSI),
    optional("salesinvoicedeliverydate", Date).attributes(ANSI),
    optional("salesinvoicedeliverytocustomerdate", DateOrWeek)
        .attributes(&[allowed("format", &["ansi"]), required("type", &["date", "weeknumber"])]),
    optional("salesinvoicewaybillidentifier", Text),
    optional("salesinvoiceproductpackagepallet", Decimal).attributes(&[allowed("type", &[]), allowed("amount", &[])]),
    optional("salesinvoicereferencenumber", ReferenceNumber),
    once("salesinvoiceamount", Decimal)
        .attributes(&[
            allowed("iso4217currencycode", &[]),
            allowed("currencyrate", &[]),
            allowed("pricetype", &["netvisor", "customer"]),
        ])
        .may_be_empty(),
    optional("selleridentifier", Text).attributes(&[allowed("type", &["netvisor", "customer"])]),
    optional("sellername", Limited(50)),
    optional("invoicetype", Word(&["invoice", "order", "invoicedraft"])),
    // Empty on drafts alone, which the import checks.
    once("salesinvoicestatus", Word(&["unsent", "open", "undelivered", "delivered"]))
        .attributes(&[allowed("type", &["netvisor"])])
        .may_be_empty(),
    optional("salesinvoicefreetextbeforelines", Limited(500)),
    optional("salesinvoicefreetextafterlines", Limited(500)),
    optional("salesinvoiceourreference", Text),
    optional("salesinvoiceyourreference", Text),
    optional("salesinvoiceprivatecomment", Limited(255)),
    once("invoicingcustomeridentifier", Text).attributes(&[
        required("type", &["netvisor", "customer", "organizationunitnumber"]),
        allowed("contactpersonid", &[]),
    ]),
    optional("invoicingcustomername", Limited(250)),
    optional("invoicingcustomernameextension", Text),
    optional("invoicingcustomeraddressline", Limited(100)),
    optional("invoicingcustomeradditionaladdressline", Text),
    optional("invoicingcustomerpostnumber", Text),
    optional("invoicingcustomertown", Text),
    optional("invoicingcustomercountrycode", Country).attributes(COUNTRY_OF_INVOICE),
    optional("officeidentifier", Text).attributes(&[allowed("type", &["automatic"])]),
    optional("deliveryoffice", Text).attributes(BY_KEY_OR_CODE),
    optional("deliveryaddressname", Limited(250)),
    optional("deliveryaddressnameextension", Text),
    optional("deliveryaddressline", Limited(100)),
    optional("deliveryaddresspostnumber", Text),
    optional("deliveryaddresstown", Text),
    optional("deliveryaddresscountrycode", Country).attributes(COUNTRY_OF_INVOICE),
    optional("deliverymethod", Text),
    optional("deliveryterm", Text),
    optional(
        "salesinvoicetaxhandlingtype",
        Word(&["countrygroup", "forcedomestic", "domesticconstructionservice", "notaxhandling"]),
    ),
    optional("paymentterm", Text)
        .attributes(&[allowed("type", &["netvisor", "customerdefault", "companydefault", "default", "customer"])]),
    optional("paymenttermnetdays", Integer),
    optional("paymenttermcashdiscountdays", Integer),
    optional("paymenttermcashdiscount", Decimal).attributes(&[required("type", &["percentage", "sum"])]),
    optional("expectpartialpayments", Flag),
    optional("trydirectdebitlink", Flag).attributes(&[required("mode", &["ignore_error", "fail_on_error"])]),
    optional("overridevouchersalesreceivablesaccountnumber", Text),
    optional("invoicesubjecttype", Word(&["memberinvoice"])),
    optional("salesinvoiceagreementidentifier", Limited(35)),
    optional("printchannelformat", Text).attributes(BY_KEY_OR_CODE),
    optional("secondname", Text).attributes(BY_KEY_OR_CODE),
    optional("overriderateofoverdue", Decimal),
    optional("ordernumber", Text),
    optional("proposedaccount", Integer).attributes(PROPOSED_ACCOUNT),
    optional("accountdimensiontext", Text),
    optional("collectioncost", NotNegative),
    optional("isthirdpartysales", Flag),
    group(
        "invoicelines",
        Once,
        &[choice(
            "invoiceline",
            Several,
            &[
                group("salesinvoiceproductline", Once, PRODUCT_LINE),
                group("salesinvoicecommentline", Once, &[once("comment", Text)]),
                group("salesinvoicesubline", Once, SUB_LINE),
            ],
        )],
    ),
    group("invoicevoucherlines", Optional, &[INVOICE_VOUCHER_LINE]),
    group(
        "salesinvoiceaccrual",
        Optional,
        &[
            optional("overridedefaultsalesaccrualaccountnumber", Text),
            optional("salesinvoiceaccrualtype", Word(&["custom", "default"])),
            group(
                "accrualvoucherentry",
                Several,
                &[once("month", Integer), once("year", Integer), once("sum", Decimal)],
            ),
        ],
    ),
    ACCRUAL_RULE,
    group("salesinvoiceattachments", Optional, &[group("salesinvoiceattachment", Several, ATTACHMENT)]),
    group(
        "customtags",
        Optional,
        &[group(
            "tag",
            Several,
            &[
                once("tagname", Text),
                once("tagvalue", Text).attributes(&[required("datatype", &["date", "text", "float", "enum"])]),
            ],
        )],
    ),
];

const PRODUCT_LINE: &[Rule] = &[
    once("productidentifier", Text)
        .attributes(&[required("type", &["netvisor", "customer", "primaryeancode", "secondaryeancode"])]),
    // Empty: Netvisor's own name of the product is used.
    once("productname", Limited(200)).may_be_empty(),
    // Never negative, not on credit notes either: the quantity carries the sign.
    once("productunitprice", NotNegative).attributes(&[required("type", &["net", "gross", "netvisor"])]),
    optional("productunitpurchaseprice", Decimal).attributes(&[required("type", &["net"])]),
    once("productvatpercentage", Decimal).attributes(&[allowed("vatcode", VAT_CODES)]),
    once("salesinvoiceproductlinequantity", Decimal),
    optional("salesinvoiceproductlinediscountpercentage", Decimal).attributes(&[allowed("type", &["netvisor"])]),
    optional("salesinvoiceproductlinefreetext", Text),
    optional("salesinvoiceproductlinevatsum", Decimal),
    optional("salesinvoiceproductlinesum", Decimal),
    optional("salesinvoiceproductlineinventoryid", Integer),
    optional("accountingaccountsuggestion", Text),
    optional("skipaccrual", Flag),
    DIMENSION,
    optional("provisionpercentage", Decimal),
    ACCRUAL_RULE,
    optional("productunitname", Text),
    optional("deliverydate", Date).attributes(ANSI),
    optional("ordernumber", Text),
    optional("proposedaccount", Integer).attributes(PROPOSED_ACCOUNT),
    optional("accountdimensiontext", Text),
];

const SUB_LINE: &[Rule] = &[
    optional("sublinearticleidentifier", Text),
    once("sublinearticlename", Text),
    optional("sublinedescription", Text),
    optional("sublineunitcode", Text),
    optional("sublineunitprice", Decimal),
    optional("sublinedeliveredquantity", Decimal),
    optional("sublinediscountpercent", Decimal),
    optional("sublinevatpercent", Decimal),
    optional("sublinesum", Decimal),
    optional("sublinevatsum", Decimal),
];

const ACCRUAL_RULE: Rule = group(
    "accrualrule",
    Optional,
    &[
        once("startmonth", Integer),
        once("startyear", Integer),
        optional("endmonth", Integer),
        optional("endyear", Integer),
        optional("divisioncurvename", Text),
    ],
);

const ATTACHMENT: &[Rule] = &[
    once("mimetype", Limited(50)),
    once("attachmentdescription", Limited(100)),
    once("filename", Limited(255)),
    once("documentdata", Base64).attributes(&[allowed("type", &[])]),
    optional("printbydefault", Flag),
];
