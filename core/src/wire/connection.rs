use std::fmt;

use hmac::Hmac;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::strict_json::{self, record, words};

use super::mac::keyed;

words! {
    /// The language of Netvisor's own texts (§1.6).
    pub enum InterfaceLanguage {
        /// Finnish.
        Finnish = "FI",
        /// English.
        English = "EN",
        /// Swedish.
        Swedish = "SE",
    }
}

words! {
    /// How requests are signed (§1.4).
    pub enum MacAlgorithm {
        /// The one to use.
        HmacSha256 = "HMACSHA256",
        /// For old set-ups; announced to be removed.
        Sha256 = "SHA256",
    }
}

record! {
    strict struct ConnectionFields {
        base_url: String,
        sender: String,
        customer_id: String,
        customer_key: String,
        partner_id: String,
        partner_key: String,
        organisation_id: String,
        language: Option<InterfaceLanguage>,
        mac: Option<MacAlgorithm>,
    }
}

/// Where requests go and with which credentials. Its keys are wiped from memory when it is dropped, and no Debug output,
/// error or document ever holds them.
pub struct Connection {
    /// Without the slash at its end.
    pub(super) base_url: String,
    pub(super) sender: String,
    pub(super) customer_id: String,
    pub(super) partner_id: String,
    pub(super) organisation_id: String,
    pub(super) language: InterfaceLanguage,
    pub(super) mac: MacAlgorithm,
    /// `customer_key&partner_key` in ISO 8859-1: the end of the signed message.
    pub(super) keys: Zeroizing<Vec<u8>>,
    /// The HMAC with the same as its key, which takes as long as the signature; it wipes itself when it is dropped.
    pub(super) hmac: Hmac<Sha256>,
}

impl Connection {
    /// Reads a connection: `base_url`, `sender`, `customer_id`, `customer_key`, `partner_id`, `partner_key`,
    /// `organisation_id`, and optionally `language` (`FI`, `EN`, `SE`) and `mac` (`HMACSHA256`, `SHA256`).
    ///
    /// # Errors
    /// A missing value, a base URL that is not HTTPS (HTTP is let through to this machine only), or a value no HTTP header
    /// can carry (§1.3: they are sent as ISO 8859-1).
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let fields: ConnectionFields = strict_json::read(ErrorKind::Connection, json)?;
        let customer_key = Zeroizing::new(fields.customer_key);
        let partner_key = Zeroizing::new(fields.partner_key);
        let mut faults = Vec::new();
        if !is_base_url(&fields.base_url) {
            faults.push(Fault::new(FaultCode::BaseUrlInvalid, "/base_url"));
        }
        let header_values = [
            (&fields.sender, "/sender"),
            (&fields.customer_id, "/customer_id"),
            (&fields.partner_id, "/partner_id"),
            (&fields.organisation_id, "/organisation_id"),
            (&*customer_key, "/customer_key"),
            (&*partner_key, "/partner_key"),
        ];
        for (value, path) in header_values {
            if value.trim_start().is_empty() {
                faults.push(Fault::new(FaultCode::TextEmpty, path));
            } else if !is_header_value(value) {
                faults.push(Fault::new(FaultCode::HeaderValueInvalid, path));
            }
        }
        if let Some(error) = Error::from_faults(ErrorKind::Connection, faults) {
            return Err(error);
        }
        // The whole length at once: growing would leave copies of the keys behind.
        let mut keys = Zeroizing::new(Vec::with_capacity(customer_key.len() + 1 + partner_key.len()));
        push_latin1(&mut keys, &customer_key);
        keys.push(b'&');
        push_latin1(&mut keys, &partner_key);
        let hmac = keyed(&keys);
        Ok(Self {
            base_url: fields.base_url.trim_end_matches('/').to_owned(),
            sender: fields.sender,
            customer_id: fields.customer_id,
            partner_id: fields.partner_id,
            organisation_id: fields.organisation_id,
            language: fields.language.unwrap_or(InterfaceLanguage::Finnish),
            mac: fields.mac.unwrap_or(MacAlgorithm::HmacSha256),
            keys,
            hmac,
        })
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("base_url", &self.base_url)
            .field("sender", &self.sender)
            .field("organisation_id", &self.organisation_id)
            .field("language", &self.language)
            .field("mac", &self.mac)
            .finish_non_exhaustive()
    }
}

/// Whether a text can be a header value: ISO 8859-1 without control characters, so that it cannot break the request.
pub(super) fn is_header_value(text: &str) -> bool {
    text.chars().all(|c| matches!(c, ' '..='~' | '\u{a0}'..='\u{ff}'))
}

/// Appends a text of ISO 8859-1 characters as such bytes.
pub(super) fn push_latin1(bytes: &mut Vec<u8>, text: &str) {
    if text.is_ascii() {
        bytes.extend_from_slice(text.as_bytes());
    } else {
        bytes.extend(text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')));
    }
}

/// An HTTPS address without credentials, query or fragment; HTTP only to this machine, where the keys stay anyway.
fn is_base_url(url: &str) -> bool {
    let local = |rest: &str| {
        let host = rest.split('/').next().unwrap_or_default();
        ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
            host.strip_prefix(name).is_some_and(|port| {
                port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok())
            })
        })
    };
    let rest = match url.strip_prefix("https://") {
        Some(rest) => rest,
        None => match url.strip_prefix("http://") {
            Some(rest) if local(rest) => rest,
            _ => return false,
        },
    };
    let host = rest.split('/').next().unwrap_or_default();
    !host.is_empty() && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#@\\\"<>^`{|}%".contains(&byte))
}
