//! What Netvisor's text after `AUTHENTICATION_FAILED` tells.
//!
//! Only one of these texts is known (§1.4, §4): after a wrong MAC it shows what Netvisor hashed, and its digest. Of the others
//! only the words are looked at, in the three languages of the interface.

use crate::strict_json::words;
use crate::wire::Request;

words! {
    /// Why Netvisor did not accept the authentication.
    pub enum Cause {
        /// The customer key or the partner key.
        Keys = "keys",
        /// Something on the way has changed the URL, which is signed.
        UrlChanged = "url_changed",
        /// Something on the way has taken headers away.
        HeadersLost = "headers_lost",
        /// The partner identifier.
        Partner = "partner",
        /// The organisation's business id.
        Organisation = "organisation",
        /// The API user identifier of the company.
        CustomerId = "customer_id",
        /// The host's time.
        Clock = "clock",
        /// Nothing tells.
        Unknown = "unknown",
    }
}

/// The cause, and whether Netvisor's text leaves no other that this check knows of.
pub(super) fn cause(text: &str, request: &Request) -> (Cause, bool) {
    if let Some(hashed) = hashed(text) {
        return of_hashed(hashed, request);
    }
    // The name of a header is said of one that is not there.
    if text.to_ascii_lowercase().contains("x-netvisor-") {
        return (Cause::HeadersLost, true);
    }
    match named(text).as_slice() {
        [one] => (*one, true),
        _ => (Cause::Unknown, false),
    }
}

/// What Netvisor says it hashed: the text up to its last ` :: `, if a digest follows.
fn hashed(text: &str) -> Option<&str> {
    let (hashed, digest) = text.trim_end().rsplit_once(" :: ")?;
    let is_digest = digest.len() >= 32 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_digest && hashed.contains('&')).then_some(hashed)
}

/// Where Netvisor hashed another URL than ours, something on the way has changed it. Otherwise the keys are left, and header
/// values that are not ASCII, which an HTTP client may have sent in another encoding.
fn of_hashed(hashed: &str, request: &Request) -> (Cause, bool) {
    let Some((before, after)) = hashed.split_once("://") else { return (Cause::Keys, false) };
    let host = after.split('/').next().unwrap_or_default();
    let is_local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|local| host.starts_with(local));
    let is_plain = before.ends_with("http") && !is_local;
    let Some((_, sender_and_more)) = after.split_once(&format!("{}&", request.url(""))).filter(|_| !is_plain) else {
        return (Cause::UrlChanged, true);
    };
    // A parameter more, unless the sender has such a name.
    if sender_and_more.split('&').next().is_some_and(|sender| sender.contains('=')) {
        return (Cause::UrlChanged, false);
    }
    (Cause::Keys, hashed.is_ascii())
}

/// What the words of a text name.
fn named(text: &str) -> Vec<Cause> {
    const WORDS: &[(Cause, &[&str])] = &[
        (Cause::Keys, &["key", "avai", "nyckel", "mac", "signature", "allekirj", "uri-metodi"]),
        (Cause::Partner, &["partner", "kumppan", "yhteistyökumppan"]),
        (Cause::Organisation, &["organisation", "organization", "organisaatio", "y-tunnu", "business", "fo-nummer"]),
        (Cause::CustomerId, &["customer", "asiakas", "user", "käyttäj", "användar", "kund"]),
        (Cause::Clock, &["time", "clock", "aikalei", "kello", "tidsst", "klocka"]),
    ];
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    let is_named = |starts: &[&str]| starts.iter().any(|start| words.iter().any(|word| word.starts_with(start)));
    let mut named: Vec<Cause> = WORDS.iter().filter(|(_, starts)| is_named(starts)).map(|(cause, _)| *cause).collect();
    // A customer's key or a partner's: the word beside it says whose.
    if named.contains(&Cause::Keys) {
        named.retain(|cause| !matches!(cause, Cause::CustomerId | Cause::Partner));
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Method;

    const DIGEST: &str = "97A62832AFA9E6E7A77CDE05E0F2AF8DE2ED5E5F910A8CD26B99EED731D14B55";

    fn of(text: &str) -> (Cause, bool) {
        let request = Request::new(Method::Get, "customerlist.nv").with_query("keyword", "TEMP");
        cause(text, &request)
    }

    fn of_url(url: &str, sender: &str) -> (Cause, bool) {
        of(&format!(
            "URI-metodi ei kelpaa: {url}&{sender}&cust_1&2026-01-02 03:04:05.000&FI&1234567-1&tx&***&*** :: {DIGEST}"
        ))
    }

    #[test]
    fn a_wrong_mac_is_of_the_keys_unless_the_url_is_another() {
        let ours = "https://isvapi.netvisor.fi/customerlist.nv?keyword=TEMP";
        assert_eq!(of_url(ours, "Kauppa"), (Cause::Keys, true));
        assert_eq!(of_url("http://localhost:8080/customerlist.nv?keyword=TEMP", "Kauppa"), (Cause::Keys, true));
        // An HTTP client that sends headers in UTF-8.
        assert_eq!(of_url(ours, "KauppaÃ„"), (Cause::Keys, false));
        assert_eq!(of_url(&format!("{ours}&utm=1"), "Kauppa"), (Cause::UrlChanged, false));
        for changed in [
            "https://isvapi.netvisor.fi/customerlist.nv",
            "https://isvapi.netvisor.fi/proxy/customerlist.nv/?keyword=TEMP",
            "http://isvapi.netvisor.fi/customerlist.nv?keyword=TEMP",
        ] {
            assert_eq!(of_url(changed, "Kauppa"), (Cause::UrlChanged, true), "{changed}");
        }
    }

    #[test]
    fn one_thing_that_is_named_is_the_cause_and_two_are_none() {
        for (text, expected) in [
            ("Unknown organisation id", Cause::Organisation),
            ("Y-tunnusta ei löydy", Cause::Organisation),
            ("FO-numret hittas inte, organisationen saknas", Cause::Organisation),
            ("Kumppanitunniste ei kelpaa", Cause::Partner),
            ("Okänd partner", Cause::Partner),
            ("Unknown customer id", Cause::CustomerId),
            ("Käyttäjää ei löydy", Cause::CustomerId),
            ("Användaren saknas", Cause::CustomerId),
            ("Timestamp is too far from the present time", Cause::Clock),
            ("Aikaleima on vanhentunut", Cause::Clock),
            ("Invalid customer key", Cause::Keys),
            ("Header X-Netvisor-Organisation-ID is missing", Cause::HeadersLost),
        ] {
            assert_eq!(of(text), (expected, true), "{text}");
        }
        for text in ["", "Tunnistautuminen epäonnistui", "Customer or partner is not known", "30 sekunder", "?"] {
            assert_eq!(of(text), (Cause::Unknown, false), "{text}");
        }
    }
}
