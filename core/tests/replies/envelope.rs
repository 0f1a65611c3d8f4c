use netvisor_orders::wire::reply::{FinnishTime, Reply, Retry, read_reply};
use netvisor_orders::{FaultCode, Language};
use serde_json::json;

use crate::{error, failed, ok, read};

fn refusal(body: &str) -> netvisor_orders::wire::reply::Refusal {
    match read_reply("salesinvoice.nv", 200, body.as_bytes()) {
        Ok(Reply::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_import_gives_the_key_and_the_time() {
    let body = ok("<Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies>");
    for resource in ["salesinvoice.nv", "salespayment.nv", "customer.nv", "product.nv", "Customer.NV", "office.nv"] {
        let expected = json!({"outcome": "done", "timestamp": "2026-01-05T09:07:03", "inserted_key": 8});
        assert_eq!(read(resource, &body), expected, "{resource}");
    }
}

#[test]
fn an_edit_gives_no_key() {
    assert_eq!(
        read("customer.nv", "<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>"),
        json!({"outcome": "done"})
    );
    let empty = ok("<Replies><InsertedDataIdentifier/></Replies>");
    assert_eq!(read("customer.nv", empty)["inserted_key"], json!(null));
    let nonsense = ok("<Replies><InsertedDataIdentifier>eight</InsertedDataIdentifier></Replies>");
    assert_eq!(error("customer.nv", nonsense), "reply_incomplete");
}

#[test]
fn a_time_that_is_none_does_not_matter() {
    let body = "<Root><ResponseStatus><Status>OK</Status><TimeStamp>soon</TimeStamp></ResponseStatus></Root>";
    assert_eq!(read("customer.nv", body), json!({"outcome": "done"}));
}

#[test]
fn a_refusal_keeps_netvisors_words_and_adds_ours() {
    let reply = read("salesinvoice.nv", failed("DUPLICATE_DATA :: Lasku &lt;12&gt; on jo:. luotu :: katso"));
    assert_eq!(reply["outcome"], "refused");
    assert_eq!(reply["code"], "netvisor_duplicate_data");
    assert_eq!(reply["netvisor_code"], "DUPLICATE_DATA");
    assert_eq!(reply["netvisor_text"], "Lasku <12> on jo:. luotu :: katso");
    assert_eq!(reply["retry"], "after_look_up");
    assert_eq!(reply["timestamp"], "2026-01-05T09:07:03");
    assert_eq!(reply["message"], reply["messages"]["fi"]);
    assert_eq!(reply.get("permission"), None);
    assert!(reply["messages"]["sv"].as_str().is_some_and(|text| text.contains("finns redan")));
    assert!(reply["messages"]["en"].as_str().is_some_and(|text| text.contains("already in Netvisor")));

    let refusal = refusal(&failed("DUPLICATE_DATA :: x")).in_language(Language::English);
    assert_eq!(refusal.message(), refusal.message_in(Language::English));
    assert_eq!(
        refusal.timestamp().map(FinnishTime::local).map(|time| time.to_string()).as_deref(),
        Some("2026-01-05 09:07:03")
    );
}

#[test]
fn every_code_has_its_class() {
    for (netvisor_code, code, retry) in [
        ("AUTHENTICATION_FAILED", FaultCode::NetvisorAuthenticationFailed, Retry::Never),
        ("INVALID_DATA", FaultCode::NetvisorInvalidData, Retry::Never),
        ("INVALID_DATA_SIZE", FaultCode::NetvisorInvalidDataSize, Retry::Never),
        ("DUPLICATE_DATA", FaultCode::NetvisorDuplicateData, Retry::AfterLookUp),
        ("REQUEST_NOT_UNIQUE", FaultCode::NetvisorRequestNotUnique, Retry::WithNewTransactionId),
        ("PERIOD_LOCK", FaultCode::NetvisorPeriodLocked, Retry::Never),
        ("SERVICE_ACCESS_ERROR", FaultCode::NetvisorServiceAccess, Retry::Never),
        ("SYSTEM_MAINTENANCE", FaultCode::NetvisorMaintenance, Retry::Later),
        ("SYSTEM_MAINTANANCE", FaultCode::NetvisorMaintenance, Retry::Later),
        ("TECHNICAL_ERROR", FaultCode::NetvisorTechnicalError, Retry::AfterLookUp),
        ("NEW_AND_ODD", FaultCode::NetvisorUnknownError, Retry::Never),
    ] {
        let refusal = refusal(&failed(&format!("{netvisor_code} :: Selitys")));
        assert_eq!((refusal.code(), refusal.retry()), (code, retry), "{netvisor_code}");
        assert_eq!((refusal.netvisor_code(), refusal.netvisor_text()), (Some(netvisor_code), "Selitys"));
        // A code alone, without its text.
        let bare = self::refusal(&failed(netvisor_code));
        assert_eq!((bare.code(), bare.netvisor_code(), bare.netvisor_text()), (code, Some(netvisor_code), ""));
    }
}

#[test]
fn a_failure_may_give_no_code() {
    let lone = "<Root><ResponseStatus><Status>FAILED</Status></ResponseStatus></Root>";
    let reply = read("salesinvoice.nv", lone);
    assert_eq!(reply["code"], "netvisor_unknown_error");
    assert_eq!((&reply["netvisor_code"], &reply["netvisor_text"]), (&json!(null), &json!("")));
    let prose = read("salesinvoice.nv", failed("Jokin meni pieleen"));
    assert_eq!((&prose["netvisor_code"], &prose["netvisor_text"]), (&json!(null), &json!("Jokin meni pieleen")));
}

#[test]
fn the_missing_permission_is_named_as_in_netvisor() {
    let body = failed("SERVICE_ACCESS_ERROR :: Ei oikeutta");
    let reply = read("salespayment.nv", &body);
    assert_eq!(reply["permission"], json!({"group": "MYYNTISUORITUS", "name": "Myyntisuorituksen tuonti Netvisoriin"}));
    for language in ["fi", "sv", "en"] {
        let message = reply["messages"][language].as_str().unwrap_or_default();
        assert!(message.contains("\"Myyntisuorituksen tuonti Netvisoriin\""), "{message}");
        assert!(message.contains("MYYNTISUORITUS"), "{message}");
    }
    for (resource, name) in [
        ("customerlist.nv", "Asiakaslistan nouto Netvisorista"),
        ("customer.nv", "Asiakastietojen tuonti Netvisoriin"),
        ("salesinvoicelist.nv", "Myyntilasku- ja -tilauslistan nouto Netvisorista"),
        ("getorder.nv", "Tilauksen nouto Netvisorista"),
        ("getsalesinvoice.nv", "Myyntilaskun ja hyvityslaskun nouto Netvisorista"),
        ("salesinvoice.nv", "Myyntilaskun, hyvityslaskun tai -tilauksen tuonti Netvisoriin"),
        ("productlist.nv", "Tuotelistan nouto Netvisorista"),
        ("product.nv", "Tuotetietojen tuonti Netvisoriin"),
        ("inventorybywarehouse.nv", "Tuotesaldojen nouto varastoittain Netvisorista"),
    ] {
        assert_eq!(read(resource, &body)["permission"]["name"], name, "{resource}");
    }
    let other = read("office.nv", &body);
    assert_eq!(other.get("permission"), None);
    assert!(other["message"].as_str().is_some_and(|message| message.contains("office.nv")));
}

#[test]
fn the_text_after_a_wrong_mac_is_kept_with_every_separator() {
    let text = "https://isvapi.netvisor.fi/customer.nv&amp;Kauppa&amp;u1&amp;*** :: 3F2A";
    let reply = read("customer.nv", failed(&format!("AUTHENTICATION_FAILED :: {text}")));
    assert_eq!(reply["netvisor_text"], "https://isvapi.netvisor.fi/customer.nv&Kauppa&u1&*** :: 3F2A");
}

#[test]
fn the_body_is_judged_whatever_the_http_status() {
    for status in [200, 401, 500] {
        let body = failed("INVALID_DATA :: Ei kelpaa");
        assert!(matches!(read_reply("customer.nv", status, body.as_bytes()), Ok(Reply::Refused(_))), "{status}");
        assert!(matches!(read_reply("customer.nv", status, ok("").as_bytes()), Ok(Reply::Done(_))), "{status}");
    }
}

#[test]
fn names_match_in_any_case() {
    let body = "<ROOT><responsestatus><STATUS>ok</STATUS></responsestatus>\
                <replies><inserteddataidentifier> 8 </inserteddataidentifier></replies></ROOT>";
    assert_eq!(read("product.nv", body), json!({"outcome": "done", "inserted_key": 8}));
}

#[test]
fn without_ok_or_failed_the_reply_is_incomplete() {
    for body in [
        "<Root/>",
        "<Root><ResponseStatus/></Root>",
        "<Root><ResponseStatus><Status>MAYBE</Status></ResponseStatus></Root>",
    ] {
        assert_eq!(error("customer.nv", body), "reply_incomplete", "{body}");
    }
}

#[test]
fn what_is_not_netvisors_is_told_apart_from_what_is_cut() {
    for body in [
        "",
        "  \r\n",
        "\u{feff}",
        "Bad Gateway",
        "{\"error\":\"busy\"}",
        "<!DOCTYPE html><html><body><p>502<br></body></html>",
        "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><html></html>",
        "<html><head><title>Huoltokatko</title></head><body><br>",
        "<!-- proxy --><html/>",
        "<NetvisorKey>8</NetvisorKey>",
    ] {
        assert_eq!(error("customer.nv", body), "reply_not_xml", "{body}");
    }
    let read = read_reply("customer.nv", 502, b"Bad Gateway");
    assert!(read.is_err_and(|error| error.message().contains("HTTP 502")));

    let whole = ok("<Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies>");
    for end in 60..whole.len() {
        assert_eq!(error("customer.nv", &whole[..end]), "reply_broken", "{}", &whole[..end]);
    }
    for body in [
        "<Root><ResponseStatus><Status>OK</ResponseStatus></Status></Root>",
        "<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root><Root/>",
        "<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>Bad Gateway",
        "<Root><ResponseStatus><Status>O&nbsp;K</Status></ResponseStatus></Root>",
        "<Root><ResponseStatus><Status>O&K</Status></ResponseStatus></Root>",
        "<Root><ResponseStatus><Status>O&#0;K</Status></ResponseStatus></Root>",
    ] {
        assert_eq!(error("customer.nv", body), "reply_broken", "{body}");
    }
}
