//! The digest that proves who sent a request (§1.4).

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The algorithms still accepted. MD5, and so a missing algorithm header, is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    HmacSha256,
    Sha256,
}

impl Algorithm {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "HMACSHA256" => Some(Self::HmacSha256),
            "SHA256" => Some(Self::Sha256),
            _ => None,
        }
    }
}

/// The digest over `parts` followed by both keys, in lower-case hexadecimal.
/// `None` when something in it has no place in ISO-8859-1.
pub(crate) fn digest(algorithm: Algorithm, parts: &[&str], customer_key: &str, partner_key: &str) -> Option<String> {
    let message = latin1(&[parts, &[customer_key, partner_key]].concat().join("&"))?;
    let bytes: Vec<u8> = match algorithm {
        Algorithm::Sha256 => Sha256::digest(&message).to_vec(),
        Algorithm::HmacSha256 => {
            let key = latin1(&format!("{customer_key}&{partner_key}"))?;
            let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
            mac.update(&message);
            mac.finalize().into_bytes().to_vec()
        }
    };
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn latin1(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: &[&str] = &[
        "https://isvapi.netvisor.fi/customerlist.nv?keyword=TEMP",
        "Shop Ä",
        "cust_1",
        "2026-01-02 03:04:05.000",
        "FI",
        "1234567-1",
        "tx-0001",
        "1767323045",
    ];

    #[test]
    fn check_digests() {
        let hmac = digest(Algorithm::HmacSha256, PARTS, "CKEY", "PKEY");
        assert_eq!(hmac.as_deref(), Some("97a62832afa9e6e7a77cde05e0f2af8de2ed5e5f910a8cd26b99eed731d14b55"));
        let sha = digest(Algorithm::Sha256, &PARTS[..7], "CKEY", "PKEY");
        assert_eq!(sha.as_deref(), Some("ce0ed34e6816c6ae2daa38b1f483ea3452d69806ee7f4312ed194ea7dbde68b7"));
    }

    /// A header sent as UTF-8 arrives as one character a byte. Hashing those bytes gives the UTF-8 digest of §1.4.
    #[test]
    fn utf8_bytes_of_a_header_are_hashed_as_they_came() {
        let mut parts = PARTS[..7].to_vec();
        parts[1] = "Shop Ã\u{84}";
        let sha = digest(Algorithm::Sha256, &parts, "CKEY", "PKEY");
        assert_eq!(sha.as_deref(), Some("99d113038f8b1a9d6576e82dc97c62b3d9c043aa60e96a1dfd9857369fdf4767"));
    }

    #[test]
    fn what_latin1_lacks_has_no_digest() {
        assert_eq!(digest(Algorithm::Sha256, &["Shop €"], "CKEY", "PKEY"), None);
    }

    #[test]
    fn md5_is_gone() {
        assert_eq!(Algorithm::named("MD5"), None);
        assert_eq!(Algorithm::named(""), None);
    }
}
