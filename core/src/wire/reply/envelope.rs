use super::charset;
use super::refusal::Refusal;
use super::trouble::Trouble;
use super::value::{FinnishTime, whole_number};
use super::xml_reader::{Element, XmlReader, each_child};
use super::{Done, Reply};
use crate::fault::Error;

/// The largest body that is read, in bytes: six times what a list of 100,000 customers takes.
const MAX_BODY: usize = 256 * 1024 * 1024;

/// What every reply holds around its payload (§4).
#[derive(Default)]
struct Envelope {
    statuses: Vec<String>,
    timestamp: Option<FinnishTime>,
    inserted_key: Option<u64>,
    has_payload: bool,
}

impl Envelope {
    fn is_ok(&self) -> bool {
        self.statuses.first().is_some_and(|status| status.trim().eq_ignore_ascii_case("ok"))
    }

    fn is_failed(&self) -> bool {
        self.statuses.first().is_some_and(|status| status.trim().eq_ignore_ascii_case("failed"))
    }

    fn read_status(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "Status" => self.statuses.push(xml.raw_text()?.into_owned()),
            // Nothing depends on it, so one that cannot be read is none.
            "TimeStamp" => self.timestamp = FinnishTime::parse(&xml.text()?),
        });
        Ok(())
    }

    fn read_replies(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "InsertedDataIdentifier" => {
                let key = xml.value(&child, whole_number)?;
                self.inserted_key = self.inserted_key.or(key);
            },
        });
        Ok(())
    }
}

/// Reads the envelope and hands every other element below the root to `payload`, which leaves it and says `true`, or says
/// `false` and does nothing. `expected` names what a successful reply must hold: a list that is missing is not an empty
/// list, and taking it for one would have a document sent twice.
pub(super) fn read(
    resource: &str,
    http_status: u16,
    body: &[u8],
    expected: Option<&str>,
    mut payload: impl for<'a> FnMut(&mut XmlReader<'a>, &Element<'a>) -> Result<bool, Trouble>,
) -> Result<Reply, Error> {
    read_or_trouble(resource, body, expected, &mut payload).map_err(|trouble| trouble.into_error(http_status))
}

/// What reads the elements below the root.
type Payload<'p> = &'p mut dyn for<'a> FnMut(&mut XmlReader<'a>, &Element<'a>) -> Result<bool, Trouble>;

fn read_or_trouble(
    resource: &str,
    body: &[u8],
    expected: Option<&str>,
    payload: Payload<'_>,
) -> Result<Reply, Trouble> {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body).trim_ascii_start();
    if body.first() != Some(&b'<') {
        return Err(Trouble::not_xml());
    }
    if body.len() > MAX_BODY {
        return Err(Trouble::broken());
    }
    let body = charset::to_utf8(body);
    let mut xml = XmlReader::open(&body, "Root")?;
    let mut envelope = Envelope::default();
    while let Some(element) = xml.child()? {
        if element.name_is("ResponseStatus") {
            envelope.read_status(&mut xml)?;
        } else if element.name_is("Replies") {
            envelope.read_replies(&mut xml)?;
        } else if !envelope.is_failed() && payload(&mut xml, &element)? {
            envelope.has_payload = true;
        } else {
            xml.skip()?;
        }
    }
    xml.close()?;

    if envelope.is_failed() {
        return Ok(Reply::Refused(Refusal::new(resource, &envelope.statuses[1..], envelope.timestamp)));
    }
    if !envelope.is_ok() {
        return Err(Trouble::incomplete("ResponseStatus/Status"));
    }
    match expected {
        Some(expected) if !envelope.has_payload => Err(Trouble::incomplete(expected)),
        _ => Ok(Reply::Done(Done {
            timestamp: envelope.timestamp,
            inserted_key: envelope.inserted_key,
            ..Done::default()
        })),
    }
}
