use hmac::digest::array::Array;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::connection::push_latin1;
use super::{Connection, MacAlgorithm, Stamp};

/// The message authentication code of a request (§1.4), in lower-case hexadecimal.
///
/// The message is the values joined with `&`, keys at the end, in ISO 8859-1. HMACSHA256 has the Unix time in it and uses
/// the keys as its key; SHA256 has neither.
pub(super) fn mac(url: &str, connection: &Connection, stamp: &Stamp, timestamp: &str, unix: &str) -> String {
    let mut message = Zeroizing::new(Vec::with_capacity(url.len() + connection.keys.len() + 256));
    let values = [
        url,
        &connection.sender,
        &connection.customer_id,
        timestamp,
        connection.language.as_str(),
        &connection.organisation_id,
        stamp.transaction_id(),
    ];
    for value in values {
        push_latin1(&mut message, value);
        message.push(b'&');
    }
    match connection.mac {
        MacAlgorithm::HmacSha256 => {
            push_latin1(&mut message, unix);
            message.push(b'&');
            message.extend_from_slice(&connection.keys);
            let mut hmac = connection.hmac.clone();
            hmac.update(&message);
            hexadecimal(&hmac.finalize().into_bytes())
        }
        MacAlgorithm::Sha256 => {
            message.extend_from_slice(&connection.keys);
            hexadecimal(&Sha256::digest(&*message))
        }
    }
}

/// The HMAC with this key.
pub(super) fn keyed(key: &[u8]) -> Hmac<Sha256> {
    // An HMAC takes a key of any length; the constructor's type does not say so.
    Hmac::new_from_slice(key).unwrap_or_else(|_| Hmac::new(&Array::default()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = Vec::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
    String::from_utf8(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Method, Request, sign};

    fn signed(mac: &str) -> String {
        let connection = format!(
            r#"{{"base_url":"https://isvapi.netvisor.fi/","sender":"Shop Ä","customer_id":"cust_1","customer_key":"CKEY",
                "partner_id":"partner_1","partner_key":"PKEY","organisation_id":"1234567-1","mac":"{mac}"}}"#
        );
        let connection = Connection::from_json(connection.as_bytes()).unwrap();
        let stamp = Stamp::new(1_767_323_045_000, "tx-0001").unwrap();
        let request = Request::new(Method::Get, "customerlist.nv").with_query("keyword", "TEMP");
        let signed = sign(request, &connection, &stamp).unwrap();
        signed.header("X-Netvisor-Authentication-MAC").unwrap().to_owned()
    }

    #[test]
    fn the_reference_digests_come_out() {
        assert_eq!(signed("HMACSHA256"), "97a62832afa9e6e7a77cde05e0f2af8de2ed5e5f910a8cd26b99eed731d14b55");
        assert_eq!(signed("SHA256"), "ce0ed34e6816c6ae2daa38b1f483ea3452d69806ee7f4312ed194ea7dbde68b7");
    }

    /// The other two digests of §1.4 are of old clients; we do not offer their variants, but their message is ours.
    #[test]
    fn the_message_is_that_of_the_old_variants() {
        let message = "https://isvapi.netvisor.fi/customerlist.nv?keyword=TEMP&Shop Ä&cust_1&2026-01-02 03:04:05.000&FI&1234567-1&tx-0001&CKEY&PKEY";
        assert_eq!(
            hexadecimal(&Sha256::digest(message.as_bytes())),
            "99d113038f8b1a9d6576e82dc97c62b3d9c043aa60e96a1dfd9857369fdf4767"
        );
    }
}
