//! customerlist.nv (§3.1) and getcustomer.nv (§3.2).

use std::collections::BTreeMap;

use super::{bounded_list, moment};
use crate::import::customer_not_found;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Customer, CustomerName, State};
use crate::xml::XmlWriter;

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    let keyword = query.value("keyword").map(str::to_lowercase);
    let codes = bounded_list(query, "customercodelist", 100)?;
    // A keyword cancels it (§3.1).
    let changed_since = moment(query, "changedsince")?.filter(|_| keyword.is_none());
    let candidates: Vec<(u32, &Customer)> = match codes {
        Some(codes) => with_codes(state, &codes),
        None => state.customers.iter().collect(),
    };
    let mut writer = XmlWriter::default();
    writer.block("Customerlist", &[], |list| {
        for (key, customer) in candidates {
            let has_word = keyword.as_ref().is_none_or(|word| customer.has_word(word));
            if has_word && changed_since.is_none_or(|time| customer.is_changed_since(time)) {
                list_entry(list, key, customer);
            }
        }
    });
    Ok(writer.finish())
}

/// The customers that have one of the codes, by ascending key.
fn with_codes<'a>(state: &'a State, codes: &[&str]) -> Vec<(u32, &'a Customer)> {
    let found: BTreeMap<u32, &Customer> =
        codes.iter().flat_map(|code| state.customers.named(CustomerName::Code((*code).to_owned()))).collect();
    found.into_iter().collect()
}

fn list_entry(list: &mut XmlWriter, key: u32, customer: &Customer) {
    list.block("Customer", &[], |entry| {
        // The only place where the k is small.
        entry
            .text("Netvisorkey", key)
            .text("Name", customer.base("name"))
            .text("Code", customer.code())
            .text("OrganisationIdentifier", customer.base("externalidentifier"))
            .text("CustomerGroupID", "")
            .text("CustomerGroupName", customer.base("customergroupname"))
            .text("Uri", format!("/getcustomer.nv?id={key}"));
    });
}

pub(super) fn get(state: &State, query: &Query) -> Result<String, Failure> {
    let mut writer = XmlWriter::default();
    if let Some(keys) = bounded_list(query, "idlist", 500)? {
        writer.block("Customers", &[], |list| {
            for (key, customer) in keys.iter().filter_map(|key| state.customers.keyed(key)) {
                card(list, key, customer);
            }
        });
        return Ok(writer.finish());
    }
    let id = query.value("id").unwrap_or_default();
    let (key, customer) = state.customers.keyed(id).ok_or_else(|| customer_not_found(id))?;
    card(&mut writer, key, customer);
    Ok(writer.finish())
}

fn card(writer: &mut XmlWriter, key: u32, customer: &Customer) {
    writer.block("Customer", &[], |card| {
        card.block("CustomerBaseInformation", &[], |base| base_information(base, key, customer));
        let copy = |block: &mut XmlWriter, names: &[(&str, &str)]| {
            for (name, path) in names {
                block.text(name, customer.card().value(path));
            }
        };
        card.block("CustomerFinvoiceDetails", &[], |block| {
            copy(
                block,
                &[
                    ("FinvoiceAddress", "customerfinvoicedetails/finvoiceaddress"),
                    ("FinvoiceRouterCode", "customerfinvoicedetails/finvoiceroutercode"),
                ],
            );
        });
        card.block("CustomerDeliveryDetails", &[], |block| {
            copy(
                block,
                &[
                    ("DeliveryName", "customerdeliverydetails/deliveryname"),
                    ("DeliveryStreetAddress", "customerdeliverydetails/deliverystreetaddress"),
                    ("DeliveryCity", "customerdeliverydetails/deliverycity"),
                    ("DeliveryPostNumber", "customerdeliverydetails/deliverypostnumber"),
                ],
            );
            let country = customer.card().value("customerdeliverydetails/deliverycountry");
            block.text_with("DeliveryCountry", &[("type", "ISO-3166")], country);
        });
        card.block("CustomerContactDetails", &[], |block| {
            copy(
                block,
                &[
                    ("ContactPerson", "customercontactdetails/contactperson"),
                    ("ContactPersonEmail", "customercontactdetails/contactpersonemail"),
                    ("ContactPersonPhone", "customercontactdetails/contactpersonphone"),
                ],
            );
        });
        card.block("CustomerAdditionalInformation", &[], |block| {
            copy(
                block,
                &[
                    ("Comment", "customeradditionalinformation/comment"),
                    ("CustomerAgreementIdentifier", "customeradditionalinformation/customeragreementidentifier"),
                    ("ReferenceNumber", "customeradditionalinformation/customerreferencenumber"),
                    ("YourDefaultReference", "customeradditionalinformation/yourdefaultreference"),
                    ("DefaultTextBeforeInvoiceLines", "customeradditionalinformation/defaulttextbeforeinvoicelines"),
                    ("DefaultTextAfterInvoiceLines", "customeradditionalinformation/defaulttextafterinvoicelines"),
                    ("DefaultPaymentTerm", "customeradditionalinformation/defaultpaymentterm"),
                    ("TaxHandlingType", "customeradditionalinformation/taxhandlingtype"),
                    ("BalanceLimit", "customeradditionalinformation/balancelimit"),
                    ("InvoicingLanguage", "customeradditionalinformation/invoicinglanguage"),
                ],
            );
        });
    });
}

fn base_information(block: &mut XmlWriter, key: u32, customer: &Customer) {
    block.text("NetvisorKey", key);
    block
        .text("InternalIdentifier", customer.base("internalidentifier"))
        .text("ExternalIdentifier", customer.base("externalidentifier"));
    // There only when there is something to tell (§3.2), and clients count on that.
    for (name, imported_as) in
        [("OrganizationUnitNumber", "organizationunitnumber"), ("CustomerGroupName", "customergroupname")]
    {
        if !customer.base(imported_as).is_empty() {
            block.text(name, customer.base(imported_as));
        }
    }
    for (name, imported_as) in [
        ("Name", "name"),
        ("NameExtension", "nameextension"),
        ("StreetAddress", "streetaddress"),
        ("AdditionalStreetAddress", "additionaladdressline"),
        ("City", "city"),
        ("PostNumber", "postnumber"),
    ] {
        block.text(name, customer.base(imported_as));
    }
    block.text_with("Country", &[("type", "ISO-3166")], customer.base("country"));
    for (name, imported_as) in [
        ("PhoneNumber", "phonenumber"),
        ("FaxNumber", "faxnumber"),
        ("Email", "email"),
        ("EmailInvoicingAddress", "emailinvoicingaddress"),
        ("HomePageUri", "homepageuri"),
    ] {
        block.text(name, customer.base(imported_as));
    }
    block.text("IsActive", u8::from(customer.base("isactive") != "0"));
    block.text("IsPrivateCustomer", u8::from(customer.base("isprivatecustomer") == "1"));
}
