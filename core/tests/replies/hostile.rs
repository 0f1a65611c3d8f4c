use std::time::{Duration, Instant};

use netvisor_orders::json;
use proptest::prelude::*;

use crate::{customer_list, error, failed, ok};

const RESOURCES: [&str; 7] = [
    "customerlist.nv",
    "productlist.nv",
    "salesinvoicelist.nv",
    "getsalesinvoice.nv",
    "getorder.nv",
    "salesinvoice.nv",
    "office.nv",
];

/// Valid replies to start from.
fn seeds() -> Vec<String> {
    vec![
        customer_list(3),
        failed("INVALID_DATA :: x"),
        ok("<Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies>"),
        ok("<ProductList><Product><NetvisorKey>4</NetvisorKey><UnitPrice>1,5</UnitPrice></Product></ProductList>"),
        ok("<SalesInvoiceList><SalesInvoice><NetvisorKey>1</NetvisorKey><Invoicedate>1.2.2026</Invoicedate>\
            <InvoiceStatus substatus='open'>open</InvoiceStatus><InvoiceSum>1</InvoiceSum></SalesInvoice></SalesInvoiceList>"),
        ok(
            "<SalesInvoice><SalesInvoiceNetvisorKey>1</SalesInvoiceNetvisorKey><SalesInvoiceAmount a=\"&lt;\">1</SalesInvoiceAmount>\
            <InvoiceLines><InvoiceLine><SalesInvoiceProductLine><ProductName><![CDATA[x]]>&amp;</ProductName>\
            </SalesInvoiceProductLine></InvoiceLine></InvoiceLines></SalesInvoice>",
        ),
        "<?xml version='1.0' encoding='iso-8859-15'?><Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>"
            .to_owned(),
    ]
}

/// Either a reply or one of the three errors, and never a panic.
fn settle(resource: &str, body: &[u8]) {
    match json::read_reply(resource, 200, body) {
        Ok(reply) => assert!(reply.starts_with("{\"outcome\":\"")),
        Err(error) => {
            let code = error.code().as_str();
            assert!(["reply_not_xml", "reply_broken", "reply_incomplete"].contains(&code), "{code}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_settled(body in proptest::collection::vec(any::<u8>(), 0..200), resource in 0..RESOURCES.len()) {
        settle(RESOURCES[resource], &body);
        let inside = [b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus>", body.as_slice(), b"</Root>"].concat();
        settle(RESOURCES[resource], &inside);
    }

    #[test]
    fn any_markup_is_settled(pieces in proptest::collection::vec(0..14usize, 0..60), resource in 0..RESOURCES.len()) {
        const PIECES: [&str; 14] = ["<Root>", "</Root>", "<SalesInvoice", "<Customerlist>", "/>", ">", "<![CDATA[", "]]>", "<!--",
            "-->", "&#65;", "&x;", " a='", "'"];
        let body: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        settle(RESOURCES[resource], body.as_bytes());
        settle(RESOURCES[resource], format!("<Root>{body}").as_bytes());
    }

    #[test]
    fn any_mutation_is_settled(
        seed in 0..7usize,
        cut in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        resource in 0..RESOURCES.len(),
    ) {
        let mut body = seeds()[seed].clone().into_bytes();
        for (place, byte) in changes {
            let place = place.index(body.len());
            body[place] = byte;
        }
        settle(RESOURCES[resource], &body);
        body.truncate(cut.index(body.len()));
        settle(RESOURCES[resource], &body);
    }
}

#[test]
fn every_seed_can_be_read() {
    let read = seeds()
        .into_iter()
        .filter(|seed| RESOURCES.iter().any(|resource| json::read_reply(resource, 200, seed.as_bytes()).is_ok()));
    assert_eq!(read.count(), 7);
}

/// A bound so wide that only work out of proportion breaks it.
fn quickly(what: &str, work: impl FnOnce()) {
    let start = Instant::now();
    work();
    assert!(start.elapsed() < Duration::from_secs(10), "{what} took {:?}", start.elapsed());
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| ok(&format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth)));
    assert!(json::read_reply("office.nv", 200, nested(31).as_bytes()).is_ok());
    assert_eq!(error("office.nv", nested(32)), "reply_broken");
    quickly("10,000 levels", || assert_eq!(error("office.nv", nested(10_000)), "reply_broken"));
    quickly("a million open elements", || assert_eq!(error("office.nv", "<Root>".repeat(1_000_000)), "reply_broken"));
}

#[test]
fn nothing_is_expanded() {
    let laughs: String =
        (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let body = format!("<?xml version='1.0'?><!DOCTYPE Root [<!ENTITY l0 'ha'>{laughs}]><Root>&l9;</Root>");
    quickly("a billion laughs", || assert_eq!(error("office.nv", body), "reply_broken"));
    let external =
        "<!DOCTYPE Root SYSTEM 'file:///etc/passwd'><Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>";
    assert_eq!(error("office.nv", external), "reply_broken");
    let inside = ok("<!DOCTYPE Root><Replies/>");
    assert_eq!(error("office.nv", inside), "reply_broken");
}

#[test]
fn large_bodies_take_time_in_proportion() {
    let megabyte = |text: &str| text.repeat(1_000_000 / text.len());
    quickly("one long text", || {
        drop(json::read_reply("office.nv", 200, ok(&format!("<a>{}</a>", megabyte("x"))).as_bytes()))
    });
    quickly("only references", || {
        drop(json::read_reply(
            "customerlist.nv",
            200,
            ok(&format!("<Customerlist><Customer><Name>{}</Name></Customer></Customerlist>", megabyte("&amp;")))
                .as_bytes(),
        ))
    });
    quickly("only attributes", || {
        drop(json::read_reply(
            "getorder.nv",
            200,
            ok(&format!(
                "<SalesInvoice><SalesInvoiceAmount {}>1</SalesInvoiceAmount></SalesInvoice>",
                megabyte("a='' ")
            ))
            .as_bytes(),
        ))
    });
    quickly("an open comment", || {
        assert_eq!(error("office.nv", format!("<Root><!--{}", megabyte("-"))), "reply_broken")
    });
    quickly("statuses", || {
        drop(json::read_reply(
            "office.nv",
            200,
            format!(
                "<Root><ResponseStatus><Status>FAILED</Status>{}</ResponseStatus></Root>",
                megabyte("<Status>A :: b</Status>")
            )
            .as_bytes(),
        ))
    });
}

#[test]
fn a_body_over_the_limit_is_refused_unread() {
    let mut body = vec![b' '; 256 * 1024 * 1024];
    body[..7].copy_from_slice(b"<html/>");
    assert_eq!(error("office.nv", &body), "reply_not_xml");
    body.push(b' ');
    assert_eq!(error("office.nv", body), "reply_broken");
}
