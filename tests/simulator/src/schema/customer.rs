//! customer.nv (§2.3).

use super::parts::{BY_KEY_OR_CODE, CARD_DIMENSION, COUNTRY_OF_CARD};
use super::rule::Occurs::{Once, Optional};
use super::rule::Value::{Country, Decimal, Flag, Limited, Text, Word};
use super::rule::{Rule, allowed, group, once, optional, required};

pub(crate) const CUSTOMER: Rule = group(
    "customer",
    Once,
    &[
        group("customerbaseinformation", Once, BASE_INFORMATION),
        group(
            "customerfinvoicedetails",
            Optional,
            &[optional("finvoiceaddress", Text), optional("finvoiceroutercode", Text)],
        ),
        group(
            "customermaventaedidetails",
            Optional,
            &[once("maventaedichannel", Text), optional("maventaedicustomeridentifier", Text)],
        ),
        group(
            "customerdeliverydetails",
            Optional,
            &[
                optional("deliveryname", Limited(250)),
                optional("deliverystreetaddress", Limited(80)),
                optional("deliverycity", Limited(80)),
                optional("deliverypostnumber", Text),
                optional("deliverycountry", Country).attributes(COUNTRY_OF_CARD),
            ],
        ),
        group(
            "customercontactdetails",
            Optional,
            &[
                optional("contactname", Text),
                optional("contactperson", Text),
                optional("contactpersonemail", Text),
                optional("contactpersonphone", Text),
            ],
        ),
        group("customeradditionalinformation", Optional, ADDITIONAL_INFORMATION),
        group("customerdimensiondetails", Optional, &[CARD_DIMENSION]),
    ],
);

const BASE_INFORMATION: &[Rule] = &[
    optional("internalidentifier", Text).attributes(&[allowed("type", &["automatic"])]),
    optional("externalidentifier", Text),
    optional("organizationunitnumber", Text),
    optional("name", Limited(250)),
    optional("nameextension", Limited(250)),
    optional("streetaddress", Limited(80)),
    optional("additionaladdressline", Limited(80)),
    optional("city", Limited(80)),
    optional("postnumber", Text),
    optional("country", Country).attributes(COUNTRY_OF_CARD),
    optional("customergroupname", Text),
    optional("phonenumber", Text),
    optional("faxnumber", Text),
    optional("email", Text),
    optional("homepageuri", Text),
    optional("isactive", Flag),
    optional("isprivatecustomer", Flag),
    optional("emailinvoicingaddress", Text),
];

/// Both known orders of this block agree: the elements only the newer one has stand between
/// defaultpaymentterm and defaultsalesperson.
const ADDITIONAL_INFORMATION: &[Rule] = &[
    optional("comment", Text),
    optional("customeragreementidentifier", Limited(35)),
    optional("customerreferencenumber", Text),
    optional("directdebitbankaccount", Text),
    optional("invoicinglanguage", Word(&["FI", "SE", "EN"])).attributes(COUNTRY_OF_CARD),
    optional("invoiceprintchannelformat", Word(&["1", "2"])).attributes(&[required("type", &["netvisor"])]),
    optional("yourdefaultreference", Limited(200)),
    optional("defaulttextbeforeinvoicelines", Limited(500)),
    optional("defaulttextafterinvoicelines", Limited(500)),
    optional("defaultpaymentterm", Text).attributes(BY_KEY_OR_CODE),
    optional("defaultsecondname", Text).attributes(BY_KEY_OR_CODE),
    optional("paymentinterest", Decimal),
    optional("balancelimit", Decimal),
    optional("receivablesmanagementautomationrule", Text).attributes(BY_KEY_OR_CODE),
    optional("factoringaccount", Text).attributes(BY_KEY_OR_CODE),
    optional(
        "taxhandlingtype",
        Word(&["countrygroup", "forcedomestic", "notaxhandling", "domesticconstructionservice"]),
    ),
    optional("eustandardfinvoice", Flag),
    group(
        "defaultsalesperson",
        Optional,
        &[optional("salespersonid", Text).attributes(&[allowed("type", &["netvisor"])])],
    ),
];
