//! Replies for tests and benchmarks.

/// A successful reply with this payload.
pub(crate) fn ok(payload: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Root><ResponseStatus><Status>OK</Status>\
         <TimeStamp>5.1.2026 9:07:03</TimeStamp></ResponseStatus>{payload}</Root>"
    )
}

/// Customers as customerlist.nv lists them, about 420 bytes each.
pub(crate) fn customer_list(count: u64) -> String {
    let mut list = String::from("<Customerlist>\n");
    for key in 1..=count {
        list.push_str(&format!(
            "  <Customer>\n    <Netvisorkey>{key}</Netvisorkey>\n    <Name>Tmi Esimerkki &amp; Pojat {key}, Jyväskylä</Name>\n    \
             <Code>A{:06}</Code>\n    <OrganisationIdentifier>{:07}-{}</OrganisationIdentifier>\n    \
             <CustomerGroupID>{}</CustomerGroupID>\n    <CustomerGroupName>Verkkokaupan asiakkaat, ryhmä {}</CustomerGroupName>\n    \
             <Uri>https://integration.netvisor.fi/getcustomer.nv?id={key}</Uri>\n  </Customer>\n",
            key * 7 % 1_000_000,
            key * 31 % 9_000_000 + 1_000_000,
            key % 10,
            key % 17 + 1,
            key % 17 + 1
        ));
    }
    list.push_str("</Customerlist>");
    ok(&list)
}
