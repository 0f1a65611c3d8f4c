//! Who is let in.

use netvisor_simulator::{Config, Request, Resource, Simulator};

use crate::messages::LEAST_ORDER;
use crate::support::{Answer, Company, NOW, NOW_TEXT, set_header, signed, signed_at};

const URL: &str = "https://isvapi.netvisor.fi/customerlist.nv?keyword=TEMP";

/// The headers of the reference's worked example, without its digest.
fn worked_example(algorithm: &str, digest: &str) -> Request {
    let mut request = signed("GET", URL, "", "tx-0001");
    set_header(&mut request, "Authentication-MACHashCalculationAlgorithm", algorithm);
    set_header(&mut request, "Authentication-MAC", digest);
    request
}

const HMAC: &str = "97a62832afa9e6e7a77cde05e0f2af8de2ed5e5f910a8cd26b99eed731d14b55";
const SHA256_LATIN1: &str = "ce0ed34e6816c6ae2daa38b1f483ea3452d69806ee7f4312ed194ea7dbde68b7";
const SHA256_UTF8: &str = "99d113038f8b1a9d6576e82dc97c62b3d9c043aa60e96a1dfd9857369fdf4767";
const MD5_UTF8: &str = "fbb9b060a58147c5bb6e6ab573ed5aa6";

#[test]
fn worked_digests_are_accepted() {
    for (algorithm, digest) in [("HMACSHA256", HMAC), ("SHA256", SHA256_LATIN1)] {
        for digest in [digest.to_owned(), digest.to_ascii_uppercase()] {
            let answer = Company::new().send(&worked_example(algorithm, &digest));
            assert_eq!((answer.status, answer.all("Code")), (200, vec!["TEMP".to_owned()]), "{}", answer.body);
        }
    }
}

#[test]
fn the_old_algorithm_takes_no_unix_stamp_and_no_clock() {
    let mut request = worked_example("SHA256", SHA256_LATIN1);
    set_header(&mut request, "Authentication-TimestampUnix", "");
    let mut simulator = Simulator::new(Config::default());
    assert_eq!(simulator.handle(&request).status, 200);
    assert_eq!(
        simulator.handle(&worked_example("HMACSHA256", HMAC)).status,
        401,
        "by the system's clock it is too late"
    );
}

#[test]
fn other_digests_are_refused() {
    for (algorithm, digest) in [
        ("HMACSHA256", SHA256_LATIN1),
        ("SHA256", HMAC),
        ("SHA256", SHA256_UTF8),
        ("MD5", MD5_UTF8),
        ("", MD5_UTF8),
        ("hmacsha256", HMAC),
    ] {
        let answer = Company::new().send(&worked_example(algorithm, digest));
        assert!(answer.failure().starts_with("AUTHENTICATION_FAILED :: "), "{algorithm} {digest}");
    }
}

#[test]
fn a_header_sent_as_utf8_is_hashed_byte_by_byte() {
    let mut request = worked_example("SHA256", SHA256_UTF8);
    set_header(&mut request, "Authentication-Sender", "Shop Ã\u{84}");
    assert_eq!(Company::new().send(&request).status, 200);
    set_header(&mut request, "Authentication-Sender", "Shop €");
    assert!(Company::new().send(&request).failure().ends_with("outside ISO-8859-1"));
}

#[test]
fn a_wrong_mac_tells_what_was_hashed_but_no_key() {
    let text = Company::new().send(&worked_example("HMACSHA256", &"0".repeat(64))).failure();
    assert_eq!(
        text,
        format!(
            "AUTHENTICATION_FAILED :: URI-metodi ei kelpaa: {URL}&Shop Ä&cust_1&{NOW_TEXT}&FI&1234567-1&tx-0001&\
             1767323045&***&*** :: {}",
            HMAC.to_ascii_uppercase()
        )
    );
}

#[test]
fn every_signed_part_counts() {
    let mut others = vec![Request { url: URL.replace("TEMP", "TEMQ"), ..signed("GET", URL, "", "tx") }];
    for (name, value) in [
        ("Authentication-Sender", "Shop A"),
        ("Authentication-Timestamp", "2026-01-02 03:04:05.001"),
        ("Authentication-TimestampUnix", "1767323046"),
        ("Authentication-TransactionId", "ty"),
        ("Interface-Language", "EN"),
    ] {
        let mut request = signed("GET", URL, "", "tx");
        set_header(&mut request, name, value);
        others.push(request);
    }
    for request in others {
        assert!(Company::new().send(&request).failure().contains(" :: "), "{request:?}");
    }
}

#[test]
fn missing_headers_are_named() {
    for name in [
        "Authentication-Sender",
        "Authentication-CustomerId",
        "Authentication-PartnerId",
        "Authentication-Timestamp",
        "Authentication-TimestampUnix",
        "Authentication-TransactionId",
        "Authentication-MAC",
        "Interface-Language",
        "Organisation-ID",
    ] {
        let mut request = signed("GET", URL, "", "tx");
        set_header(&mut request, name, "");
        let expected = format!("AUTHENTICATION_FAILED :: Header X-Netvisor-{name} is missing");
        assert_eq!(Company::new().send(&request).failure(), expected);
    }
}

#[test]
fn strangers_are_refused() {
    for (name, value, what) in [
        ("Authentication-CustomerId", "cust_2", "customer id"),
        ("Authentication-PartnerId", "partner_2", "partner id"),
        ("Organisation-ID", "2521043-4", "organisation id"),
        ("Interface-Language", "SV", "interface language"),
    ] {
        let mut request = signed("GET", URL, "", "tx");
        set_header(&mut request, name, value);
        let answer = Company::new().send(&request);
        assert_eq!((answer.status, answer.failure()), (401, format!("AUTHENTICATION_FAILED :: Unknown {what}")));
    }
}

#[test]
fn the_sender_can_be_prescribed() {
    let clock = netvisor_simulator::Clock::Fixed(NOW);
    for (sender, status) in [("Shop Ä", 200), ("Shop B", 401)] {
        let mut simulator = Simulator::new(Config { sender: Some(sender.into()), clock, ..Config::default() });
        assert_eq!(simulator.handle(&signed("GET", URL, "", "tx")).status, status);
    }
}

#[test]
fn both_time_stamps_are_of_the_present() {
    let now = NOW / 1000;
    for (time, unix, accepted) in [
        (NOW_TEXT, now, true),
        ("2026-01-02 03:04:05.999", now, true),
        ("2026-01-02 03:09:05.000", now + 300, true),
        ("2026-01-02 02:59:05.000", now - 300, true),
        ("2026-01-02 03:09:06.000", now + 301, false),
        ("2026-01-02 02:59:04.000", now - 301, false),
        // Finnish local time in place of UTC.
        ("2026-01-02 05:04:05.000", now, false),
        ("2026-01-02 03:04:06.000", now, false),
        ("2026-01-02T03:04:05.000Z", now, false),
        ("2026-01-02 03:04:05", now, false),
    ] {
        let answer = Company::new().send(&signed_at("GET", URL, "", "tx", time, unix));
        assert_eq!(answer.status, if accepted { 200 } else { 401 }, "{time} {unix}: {}", answer.body);
    }
}

#[test]
fn a_transaction_id_is_good_for_one_request() {
    let mut company = Company::new();
    let order = signed("POST", "https://isvapi.netvisor.fi/salesinvoice.nv?method=add", LEAST_ORDER, "once");
    company.send(&order).key();
    let again = company.send(&order);
    assert_eq!(again.status, 409);
    assert!(again.failure().starts_with("REQUEST_NOT_UNIQUE :: "));
    assert_eq!(company.state()["documents"].as_array().unwrap().len(), 1);

    // A request nobody could have signed does not use the id up.
    let mut forged = signed("GET", URL, "", "twice");
    set_header(&mut forged, "Authentication-MAC", "00");
    assert_eq!(company.send(&forged).status, 401);
    assert_eq!(company.send(&signed("GET", URL, "", "twice")).status, 200);
}

#[test]
fn rights_can_be_taken_away_one_by_one() {
    for resource in Resource::ALL {
        let mut company = Company::new();
        company.simulator.set_permission(*resource, false);
        for other in Resource::ALL {
            let answer = company.get(&format!("{}?id=2&netvisorkey=1", other.name()));
            let denied = answer.status == 403;
            assert_eq!(denied, other == resource, "{}", answer.body);
            if denied {
                assert!(answer.failure().starts_with("SERVICE_ACCESS_ERROR :: "));
            }
        }
        assert_eq!(company.state()["forbidden"][0], resource.name());
        company.simulator.set_permission(*resource, true);
        assert_ne!(company.get(&format!("{}?id=2", resource.name())).status, 403);
    }
}

#[test]
fn failures_come_under_status_200_unless_asked_otherwise() {
    let mut request = signed("GET", "https://isvapi.netvisor.fi/getcustomer.nv?id=99", "", "tx");
    set_header(&mut request, "Authentication-UseHTTPResponseStatusCodes", "");
    let answer = Company::new().send(&request);
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.failure(),
        "INVALID_DATA :: Data form incorrect:. Customer not found with Netvisor identifier: 99"
    );
}

#[test]
fn what_is_not_there_is_a_page() {
    for url in ["https://isvapi.netvisor.fi/nothing.nv", "https://integration.netvisor.fi/customerlist.nv"] {
        let response = Company::new().simulator.handle(&signed("GET", url, "", "tx"));
        assert_eq!(response.status, 404);
        assert!(response.body.starts_with(b"<!DOCTYPE html>"));
    }
}

#[test]
fn imports_take_post_alone() {
    let mut company = Company::new();
    let request = company.request("GET", "salesinvoice.nv?method=add", LEAST_ORDER);
    assert!(company.send(&request).failure().ends_with("salesinvoice.nv takes POST"));
}

#[test]
fn a_reply_has_the_documented_envelope() {
    let request = signed("POST", "https://isvapi.netvisor.fi/salesinvoice.nv?method=add", LEAST_ORDER, "tx");
    let answer = Answer::of(Company::new().simulator.handle(&request));
    assert_eq!(
        answer.body,
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Root><ResponseStatus><Status>OK</Status>\
         <TimeStamp>2.1.2026 5:04:05</TimeStamp></ResponseStatus>\
         <Replies><InsertedDataIdentifier>1</InsertedDataIdentifier></Replies></Root>"
    );
}
