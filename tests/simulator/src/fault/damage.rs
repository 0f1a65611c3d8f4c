//! Answers that are not Netvisor's, or no longer what Netvisor sent.

use super::{Charset, GatewayError};
use crate::Response;

/// A gateway's own answer.
pub(crate) fn gateway_error(error: GatewayError) -> Response {
    let text = match error {
        GatewayError::InternalServerError => "Internal Server Error",
        GatewayError::BadGateway => "Bad Gateway",
        GatewayError::ServiceUnavailable => "Service Unavailable",
    };
    Response { status: error.code(), content_type: "text/plain".to_owned(), body: text.as_bytes().to_vec() }
}

/// A proxy's page, which is well-formed XML as well, so that only reading it tells.
pub(crate) fn html_page() -> Response {
    let page =
        "<html><head><title>Please wait</title></head><body><p>Your request is being processed.</p></body></html>";
    Response { status: 200, content_type: "text/html; charset=utf-8".to_owned(), body: page.as_bytes().to_vec() }
}

/// The first `kept_percent` of an answer, never all of it.
pub(crate) fn cut(mut response: Response, kept_percent: u8) -> Response {
    let whole = response.body.len();
    let kept = whole * usize::from(kept_percent) / 100;
    response.body.truncate(kept.min(whole.saturating_sub(1)));
    response
}

/// The same text in another charset than the answer says.
pub(crate) fn in_charset(mut response: Response, charset: Charset) -> Response {
    let text = String::from_utf8_lossy(&response.body);
    response.body = match charset {
        Charset::Latin1 => text.chars().map(|character| u8::try_from(u32::from(character)).unwrap_or(b'?')).collect(),
        Charset::Utf16 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
    };
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(body: &str) -> Response {
        Response { status: 200, content_type: "text/html; charset=utf-8".to_owned(), body: body.into() }
    }

    #[test]
    fn something_is_always_cut() {
        for (percent, kept) in [(0, ""), (50, "01234"), (99, "012345678"), (100, "012345678"), (255, "012345678")] {
            assert_eq!(cut(response("0123456789"), percent).body, kept.as_bytes(), "{percent}");
        }
        assert!(cut(response(""), 50).body.is_empty());
    }

    #[test]
    fn bytes_are_not_what_they_say() {
        assert_eq!(in_charset(response("ä€"), Charset::Latin1).body, b"\xE4?");
        assert_eq!(in_charset(response("<ä"), Charset::Utf16).body, b"<\0\xE4\0");
        assert_eq!(in_charset(response("ä"), Charset::Latin1).content_type, "text/html; charset=utf-8");
    }
}
