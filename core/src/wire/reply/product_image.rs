use std::borrow::Cow;

use serde::Serialize;

use super::customer::owned;
use super::trouble::Trouble;
use super::xml_reader::{XmlReader, each_child};

/// An image of webshopproductimages.nv or getproductimage.nv (§3.8).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductImage<'a> {
    /// The MIME type.
    pub mime_type: Option<Cow<'a, str>>,
    /// The title.
    pub title: Option<Cow<'a, str>>,
    /// The name of the file.
    pub file_name: Option<Cow<'a, str>>,
    /// The file in Base64 without white space, padded; never empty.
    pub data: Cow<'a, str>,
}

impl<'a> ProductImage<'a> {
    pub(super) fn read(xml: &mut XmlReader<'a>) -> Result<Self, Trouble> {
        let mut image = Self::default();
        each_child!(xml, child {
            "MimeType" -> image.mime_type,
            "Title" -> image.title,
            "FileName" -> image.file_name,
        } else {
            "DocumentData" => image.data = without_space(xml.text()?),
            "ImageData" => image.data = without_space(xml.text()?),
        });
        if is_base64(&image.data) { Ok(image) } else { Err(Trouble::incomplete("ImageData")) }
    }

    /// The image on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> ProductImage<'static> {
        ProductImage {
            mime_type: self.mime_type.map(owned),
            title: self.title.map(owned),
            file_name: self.file_name.map(owned),
            data: owned(self.data),
        }
    }
}

/// Base64 is often broken into lines.
fn without_space(data: Cow<'_, str>) -> Cow<'_, str> {
    if !data.bytes().any(|byte| byte.is_ascii_whitespace()) {
        return data;
    }
    let mut joined = String::with_capacity(data.len());
    data.split_ascii_whitespace().for_each(|piece| joined.push_str(piece));
    Cow::Owned(joined)
}

fn is_base64(data: &str) -> bool {
    let digits = data.strip_suffix("==").or(data.strip_suffix('=')).unwrap_or(data);
    !digits.is_empty()
        && data.len().is_multiple_of(4)
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_base64_is_an_image() {
        for (data, expected) in [
            ("iVBORw0KGgo=", true),
            ("QQ==", true),
            ("QUJD", true),
            ("+/+/", true),
            ("", false),
            ("====", false),
            ("QQ=", false),
            ("Q===", false),
            ("QQ==QUJD", false),
            ("QU_D", false),
            ("ääää", false),
        ] {
            assert_eq!(is_base64(data), expected, "{data}");
        }
        assert_eq!(without_space("QUJD\n  QUJD\r\n".into()), "QUJDQUJD");
    }
}
