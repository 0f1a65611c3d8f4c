use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::fault::Error;

use super::mac::mac;
use super::{Connection, MacAlgorithm, Method, Request, Stamp};

/// A request that an HTTP client can send as it is.
///
/// The URL must reach the wire unchanged, and so must the header values: they are ISO 8859-1, so a client whose strings are
/// bytes has to encode them so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedRequest {
    /// GET or POST.
    pub method: Method,
    /// The absolute URL, which is part of the signature.
    pub url: String,
    /// Names and values in the order of the reference (§1.3).
    pub headers: Vec<(&'static str, String)>,
    /// The XML document of a POST; no signature covers it.
    pub body: Option<String>,
}

/// Signs a request (§1.3, §1.4). The same inputs give the same bytes.
///
/// # Errors
/// `request_incomplete` for a document that still awaits a key; `resource_invalid` for a name that is no resource.
pub fn sign(request: Request, connection: &Connection, stamp: &Stamp) -> Result<SignedRequest, Error> {
    request.check()?;
    let url = request.url(&connection.base_url);
    let unix = stamp.unix_seconds().to_string();
    let mac = mac(&url, connection, stamp, stamp.timestamp(), &unix);

    let mut headers = Vec::with_capacity(12);
    headers.push(("X-Netvisor-Authentication-Sender", connection.sender.clone()));
    headers.push(("X-Netvisor-Authentication-CustomerId", connection.customer_id.clone()));
    headers.push(("X-Netvisor-Authentication-PartnerId", connection.partner_id.clone()));
    headers.push(("X-Netvisor-Authentication-Timestamp", stamp.timestamp().to_owned()));
    if connection.mac == MacAlgorithm::HmacSha256 {
        headers.push(("X-Netvisor-Authentication-TimestampUnix", unix));
    }
    headers.push(("X-Netvisor-Authentication-TransactionId", stamp.transaction_id().to_owned()));
    headers.push(("X-Netvisor-Interface-Language", connection.language.as_str().to_owned()));
    headers.push(("X-Netvisor-Organisation-ID", connection.organisation_id.clone()));
    headers.push(("X-Netvisor-Authentication-UseHTTPResponseStatusCodes", "1".to_owned()));
    headers.push(("X-Netvisor-Authentication-MACHashCalculationAlgorithm", connection.mac.as_str().to_owned()));
    headers.push(("X-Netvisor-Authentication-MAC", mac));
    if request.method == Method::Post {
        headers.push(("Content-Type", "text/xml; charset=utf-8".to_owned()));
    }
    Ok(SignedRequest { method: request.method, url, headers, body: request.body })
}

impl SignedRequest {
    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// As JSON without the body: `method`, `url`, `headers`.
    #[must_use]
    pub fn head_json(&self) -> String {
        struct Head<'a>(&'a SignedRequest);
        impl Serialize for Head<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut fields = serializer.serialize_struct("SignedRequest", 3)?;
                self.0.serialize_head(&mut fields)?;
                fields.end()
            }
        }
        crate::json::to_text(&Head(self))
    }

    fn serialize_head<S: SerializeStruct>(&self, fields: &mut S) -> Result<(), S::Error> {
        fields.serialize_field("method", &self.method)?;
        fields.serialize_field("url", &self.url)?;
        fields.serialize_field("headers", &Headers(&self.headers))
    }
}

/// As JSON: `method`, `url`, `headers` as an object, and the `body` where there is one.
impl Serialize for SignedRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("SignedRequest", 4)?;
        self.serialize_head(&mut fields)?;
        if let Some(body) = &self.body {
            fields.serialize_field("body", body)?;
        }
        fields.end()
    }
}

struct Headers<'a>(&'a [(&'static str, String)]);

/// As fields of a struct: unlike keys of a map, their names are known to need no escapes.
impl Serialize for Headers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Headers", self.0.len())?;
        for (name, value) in self.0 {
            fields.serialize_field(name, value)?;
        }
        fields.end()
    }
}
