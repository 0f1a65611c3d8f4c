//! The harmless requests of a setup check: each asks for something that is not there.

use chrono::{DateTime, Datelike};

use crate::Settings;
use crate::settings::DocumentKind;
use crate::wire::{Method, Request};

/// A key that no company reaches.
const NO_KEY: &str = "999999999";
/// A text that nothing is called.
const NO_NAME: &str = "netvisor-orders-setup-check";

/// The request that shows whether a resource is allowed; `None` where only an import would. Of ASCII letters, digits and
/// hyphens alone as far as we choose it, so that every way of writing the URL is the same (§1.4).
pub(super) fn probe(resource: &str, settings: &Settings, now: i64) -> Option<Request> {
    let get = || Request::new(Method::Get, resource);
    Some(match resource {
        "salesinvoicelist.nv" => match settings.document_kind() {
            DocumentKind::Order(_) => get().with_query("listtype", "preinvoice").with_query("invoicenumber", NO_KEY),
            DocumentKind::Invoice(_) | DocumentKind::Draft => get().with_query("invoicenumber", NO_KEY),
        },
        "customerlist.nv" => get().with_query("customercodelist", NO_NAME),
        "productlist.nv" => get().with_query("keyword", NO_NAME),
        "getproduct.nv" => get().with_query("code", NO_NAME),
        "getproductgroups.nv" => get().with_query("productgroupnamekeyword", NO_NAME),
        "webshopproductlist.nv" => get().with_query("productgroupname", NO_NAME),
        "webshopproductimages.nv" => get().with_query("identifier", NO_KEY),
        "extendedproductlist.nv" => {
            get().with_query("productnetvisorkeys", NO_KEY).with_query("productsonpage", "1").with_query("page", "1")
        }
        "getproductimage.nv" => get().with_query("productimagenetvisorkeys", NO_KEY),
        "inventorybywarehouse.nv" => get().with_query("productid", NO_KEY),
        "getorder.nv" | "getsalesinvoice.nv" => get().with_query("netvisorkey", NO_KEY).with_query("pdfimage", "nopdf"),
        "deletedsalesinvoices.nv" | "deletedsalesorders.nv" => get().with_query("deletedsince", &day(now)),
        _ => return None,
    })
}

fn day(now: i64) -> String {
    let moment = DateTime::from_timestamp_millis(now).unwrap_or_default();
    format!("{:04}-{:02}-{:02}", moment.year(), moment.month(), moment.day())
}
