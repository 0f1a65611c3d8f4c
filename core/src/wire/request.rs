use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::strict_json::{self, Broken, Context, Json, Leaf, Path, Read, record, text, words};

words! {
    /// The HTTP method (§1.2).
    pub enum Method {
        /// To fetch.
        Get = "GET",
        /// To import.
        Post = "POST",
    }
}

words! {
    /// A NetvisorKey that only an earlier reply can give.
    pub enum Awaited {
        /// The key of the customer card that is created first.
        CustomerKey = "customer_key",
        /// The key of the sales document that is created first.
        DocumentKey = "document_key",
    }
}

/// Everything but the unreserved characters is encoded, so that no HTTP client finds anything to change: the signed URL is
/// the sent URL (§1.4).
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A request before it is signed: it names the resource, and holds neither host nor credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// GET or POST.
    pub method: Method,
    /// The resource, such as `salesinvoice.nv`.
    pub resource: String,
    /// Query parameters in their order.
    pub query: Vec<(String, String)>,
    /// The XML document of a POST.
    pub body: Option<String>,
    /// What the document still waits for; such a request cannot be signed.
    pub awaits: Vec<Awaited>,
}

impl Request {
    /// A request without query and body.
    #[must_use]
    pub fn new(method: Method, resource: &str) -> Self {
        Self { method, resource: resource.to_owned(), query: Vec::new(), body: None, awaits: Vec::new() }
    }

    /// Adds a query parameter.
    #[must_use]
    pub fn with_query(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the document.
    #[must_use]
    pub fn with_body(mut self, body: String) -> Self {
        self.body = Some(body);
        self
    }

    /// Reads a request from JSON: `method`, `resource`, and optionally `query` (pairs of name and value), `body` and
    /// `awaits`.
    ///
    /// # Errors
    /// Unknown fields and values of the wrong type.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let fields: RequestFields = strict_json::read(ErrorKind::Request, json)?;
        Ok(Self {
            method: fields.method,
            resource: fields.resource,
            query: fields.query.unwrap_or_default().into_iter().map(|Pair(name, value)| (name, value)).collect(),
            body: fields.body.map(|Body(text)| text),
            awaits: fields.awaits.unwrap_or_default(),
        })
    }

    /// The URL below a base URL that has no slash at its end.
    pub(crate) fn url(&self, base_url: &str) -> String {
        let mut url = String::with_capacity(base_url.len() + self.resource.len() + 32 * self.query.len() + 1);
        url.push_str(base_url);
        url.push('/');
        url.push_str(&self.resource);
        for (index, (name, value)) in self.query.iter().enumerate() {
            url.push(if index == 0 { '?' } else { '&' });
            url.extend(utf8_percent_encode(name, QUERY));
            url.push('=');
            url.extend(utf8_percent_encode(value, QUERY));
        }
        url
    }

    /// Whether it may be signed: complete, and naming a resource.
    pub(super) fn check(&self) -> Result<(), Error> {
        let fault = if !self.awaits.is_empty() {
            let awaited: Vec<_> = self.awaits.iter().map(|awaited| awaited.as_str()).collect();
            Fault::new(FaultCode::RequestIncomplete, "/awaits").with(awaited.join(", "))
        } else if !is_resource(&self.resource) {
            Fault::new(FaultCode::ResourceInvalid, "/resource")
        } else {
            return Ok(());
        };
        Err(Error::one(ErrorKind::Request, fault))
    }
}

fn is_resource(name: &str) -> bool {
    name.len() <= 60
        && name
            .strip_suffix(".nv")
            .is_some_and(|stem| !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_lowercase()))
}

impl Request {
    /// How many fields the JSON has, `body` left out.
    fn serialize_head<S: SerializeStruct>(&self, fields: &mut S) -> Result<(), S::Error> {
        fields.serialize_field("method", &self.method)?;
        fields.serialize_field("resource", &self.resource)?;
        fields.serialize_field("query", &self.query)?;
        if !self.awaits.is_empty() {
            fields.serialize_field("awaits", &self.awaits)?;
        }
        Ok(())
    }

    /// The request as JSON without its body.
    #[must_use]
    pub fn head_json(&self) -> String {
        crate::json::to_text(&RequestHead(self))
    }
}

/// A request without its body.
pub(crate) struct RequestHead<'a>(pub(crate) &'a Request);

impl Serialize for RequestHead<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Request", 4)?;
        self.0.serialize_head(&mut fields)?;
        fields.end()
    }
}

impl Serialize for Request {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Request", 5)?;
        self.serialize_head(&mut fields)?;
        if let Some(body) = &self.body {
            fields.serialize_field("body", body)?;
        }
        fields.end()
    }
}

record! {
    strict struct RequestFields {
        method: Method,
        resource: String,
        query: Option<Vec<Pair>>,
        body: Option<Body>,
        awaits: Option<Vec<Awaited>>,
    }
}

/// A document: as long as the input may be, unlike other texts.
#[derive(Debug, Clone, PartialEq)]
struct Body(String);

impl<'de> Leaf<'de> for Body {
    fn blank() -> Self {
        Self(String::new())
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(text(json, context, at, "string")?.map(|text| Self(text.into_owned())))
    }
}

/// A name and a value, as a JSON array of two strings.
#[derive(Debug, Clone, PartialEq)]
struct Pair(String, String);

impl<'de> Leaf<'de> for Pair {
    fn blank() -> Self {
        Self(String::new(), String::new())
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        Ok(Vec::<String>::value(json, context, at)?.and_then(|values| match <[String; 2]>::try_from(values) {
            Ok([name, value]) => Some(Self(name, value)),
            Err(_) => {
                context.wrong_type(at, "array of name and value", "array");
                None
            }
        }))
    }
}
