//! Reads back what was exported, as Netvisor would: only as much as the tests need, and without the library's own readers.

use quick_xml::Reader;
use quick_xml::events::Event;

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Exported {
    /// In cents.
    pub(crate) amount: i64,
    pub(crate) lines: Vec<ExportedLine>,
}

#[derive(Debug, Default, PartialEq)]
#[allow(dead_code, reason = "not every test that shares this file looks at every field")]
pub(crate) struct ExportedLine {
    pub(crate) unit_price: String,
    pub(crate) vat_percent: String,
    /// In cents.
    pub(crate) vat: i64,
    /// In cents.
    pub(crate) sum: i64,
}

/// A decimal with comma in cents; at most two decimals.
fn in_cents(text: &str) -> i64 {
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    assert!(fraction.len() <= 2, "{text} has more than two decimals");
    let digits = format!("{whole}{fraction:0<2}");
    digits.parse().unwrap_or_else(|_| panic!("{text} is no amount"))
}

pub(crate) fn exported(xml: &str) -> Exported {
    assert!(xml.is_ascii() && xml.starts_with("<root><salesinvoice>"));
    let mut reader = Reader::from_str(xml);
    let mut exported = Exported::default();
    let mut element = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                element = start.name().as_ref().to_owned();
                if element == "salesinvoiceproductline" {
                    exported.lines.push(ExportedLine::default());
                }
            }
            Event::Text(text) => {
                let text = text.to_string();
                let line = exported.lines.last_mut();
                match element.as_str() {
                    "salesinvoiceamount" => exported.amount = in_cents(&text),
                    "productunitprice" => line.unwrap().unit_price = text,
                    "productvatpercentage" => line.unwrap().vat_percent = text,
                    "salesinvoiceproductlinevatsum" => line.unwrap().vat = in_cents(&text),
                    "salesinvoiceproductlinesum" => line.unwrap().sum = in_cents(&text),
                    _ => {}
                }
            }
            Event::Eof => return exported,
            _ => {}
        }
    }
}
