use crate::Resource;

/// A request as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: String,
    /// The whole URL as sent, scheme and host included.
    pub url: String,
    /// Names in any case. Each character of a value stands for one byte, as in ISO-8859-1.
    pub headers: Vec<(String, String)>,
    /// The XML of an import; empty when fetching.
    pub body: Vec<u8>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The value of `Content-Type`.
    pub content_type: String,
    /// XML in UTF-8, except where no such resource exists.
    pub body: Vec<u8>,
}

impl Request {
    /// The trimmed value of a header; empty when it was not sent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value.trim())
    }

    /// Whether failures shall come under a status of their own (§1.3).
    pub(crate) fn wants_http_status(&self) -> bool {
        self.header("X-Netvisor-Authentication-UseHTTPResponseStatusCodes") == "1"
    }

    /// The resource the URL names below `base_url`, and the query.
    pub(crate) fn target(&self, base_url: &str) -> Option<(Resource, Query)> {
        let below = self.url.strip_prefix(base_url.trim_end_matches('/'))?.strip_prefix('/')?;
        let (name, query) = below.split_once('?').unwrap_or((below, ""));
        Some((Resource::named(name)?, Query::read(query)))
    }
}

/// Query parameters. Their names count without case (§1.1).
#[derive(Debug)]
pub(crate) struct Query {
    parameters: Vec<(String, String)>,
}

impl Query {
    fn read(text: &str) -> Self {
        let parameters = form_urlencoded::parse(text.as_bytes())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        Self { parameters }
    }

    /// The value of a parameter that was sent and is not empty.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, value)| own == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// The values of a comma list.
    pub(crate) fn list(&self, name: &str) -> Option<Vec<&str>> {
        self.value(name).map(|values| values.split(',').map(str::trim).filter(|value| !value.is_empty()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(url: &str) -> Option<(Resource, Query)> {
        Request { url: url.to_owned(), ..Request::default() }.target("https://isvapi.netvisor.fi")
    }

    #[test]
    fn names_count_without_case() {
        let (resource, query) = target("https://isvapi.netvisor.fi/SalesInvoiceList.nv?InvoiceNumber=5&x=").unwrap();
        assert_eq!(resource, Resource::SalesInvoiceList);
        assert_eq!((query.value("invoicenumber"), query.value("x")), (Some("5"), None));
    }

    #[test]
    fn values_are_decoded() {
        let (_, query) = target("https://isvapi.netvisor.fi/customerlist.nv?keyword=J%C3%A4rvi+Oy&l=1%2C2,,3").unwrap();
        assert_eq!(query.value("keyword"), Some("Järvi Oy"));
        assert_eq!(query.list("l").unwrap(), ["1", "2", "3"]);
    }

    #[test]
    fn other_places_are_not_there() {
        for url in
            ["https://isvapi.netvisor.fi/", "https://isvapi.netvisor.fi/a/customer.nv", "https://x.fi/customer.nv"]
        {
            assert!(target(url).is_none(), "{url}");
        }
    }
}
