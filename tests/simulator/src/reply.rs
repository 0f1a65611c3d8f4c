//! The envelope of every reply (§4).

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, Utc, Weekday};

use crate::xml::XmlWriter;
use crate::{MaintenanceSpelling, Response};

/// What a request comes to when nothing is wrong with it.
#[derive(Debug)]
pub(crate) enum Reply {
    /// An import made something with this key.
    Inserted(u32),
    /// An import changed something.
    Done,
    /// The XML of what was fetched.
    Fetched(String),
}

/// Why a request was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    code: Code,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Code {
    AuthenticationFailed,
    DuplicateData,
    InvalidData,
    InvalidDataSize,
    PeriodLock,
    RequestNotUnique,
    ServiceAccessError,
    SystemMaintenance(MaintenanceSpelling),
    TechnicalError,
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Self::AuthenticationFailed => "AUTHENTICATION_FAILED",
            Self::DuplicateData => "DUPLICATE_DATA",
            Self::InvalidData => "INVALID_DATA",
            Self::InvalidDataSize => "INVALID_DATA_SIZE",
            Self::PeriodLock => "PERIOD_LOCK",
            Self::RequestNotUnique => "REQUEST_NOT_UNIQUE",
            Self::ServiceAccessError => "SERVICE_ACCESS_ERROR",
            Self::SystemMaintenance(MaintenanceSpelling::Documented) => "SYSTEM_MAINTENANCE",
            Self::SystemMaintenance(MaintenanceSpelling::Old) => "SYSTEM_MAINTANANCE",
            Self::TechnicalError => "TECHNICAL_ERROR",
        }
    }

    /// The status for clients that ask for one. No source has the exact table, only that it is 4xx or 5xx.
    fn http_status(self) -> u16 {
        match self {
            Self::AuthenticationFailed => 401,
            Self::DuplicateData | Self::RequestNotUnique => 409,
            Self::InvalidData | Self::InvalidDataSize | Self::PeriodLock => 400,
            Self::ServiceAccessError => 403,
            Self::SystemMaintenance(_) => 503,
            Self::TechnicalError => 500,
        }
    }
}

impl Failure {
    pub(crate) fn authentication(text: impl Into<String>) -> Self {
        Self { code: Code::AuthenticationFailed, text: text.into() }
    }

    pub(crate) fn duplicate(text: impl Into<String>) -> Self {
        Self { code: Code::DuplicateData, text: text.into() }
    }

    pub(crate) fn invalid_data(text: impl Into<String>) -> Self {
        Self { code: Code::InvalidData, text: format!("Data form incorrect:. {}", text.into()) }
    }

    /// A message that is not as its table says. Netvisor stops after "xml"; what is wrong is the simulator's addition.
    pub(crate) fn not_valid(what: impl Into<String>) -> Self {
        Self::invalid_data(format!("XML message validation failed: Could not validate xml: {}", what.into()))
    }

    pub(crate) fn not_unique(transaction_id: &str) -> Self {
        Self { code: Code::RequestNotUnique, text: format!("Transaction id {transaction_id} has been used before") }
    }

    pub(crate) fn period_lock(date: NaiveDate) -> Self {
        Self { code: Code::PeriodLock, text: format!("The date {date} lies in a locked accounting period") }
    }

    pub(crate) fn maintenance(spelling: MaintenanceSpelling) -> Self {
        Self { code: Code::SystemMaintenance(spelling), text: "Netvisor is under maintenance".to_owned() }
    }

    pub(crate) fn technical_error() -> Self {
        Self { code: Code::TechnicalError, text: "An internal error has occurred".to_owned() }
    }

    /// A second request of a company that came while the first was being worked on (§4).
    #[cfg(feature = "server")]
    pub(crate) fn overlap() -> Self {
        Self { code: Code::TechnicalError, text: "Another request of this company is being worked on".to_owned() }
    }

    pub(crate) fn too_large(text: &str) -> Self {
        Self { code: Code::InvalidDataSize, text: text.to_owned() }
    }

    /// What is asked of belongs to a function that the company does not have.
    pub(crate) fn no_extended_products() -> Self {
        let text = "Extended product management is not in use in this company";
        Self { code: Code::ServiceAccessError, text: text.to_owned() }
    }

    pub(crate) fn no_interface() -> Self {
        let text = "The interface is not in use in this company, or not in its package";
        Self { code: Code::ServiceAccessError, text: text.to_owned() }
    }

    pub(crate) fn no_access(resource: &str) -> Self {
        Self { code: Code::ServiceAccessError, text: format!("The company has not allowed {resource}") }
    }
}

/// Wraps an outcome. Without `use_http_status` failures come under status 200, too.
pub(crate) fn respond(outcome: Result<Reply, Failure>, use_http_status: bool, now: DateTime<Utc>) -> Response {
    let mut status = 200;
    let mut writer = XmlWriter::default();
    let mut fetched = String::new();
    writer.block("ResponseStatus", &[], |inside| {
        match &outcome {
            Ok(_) => inside.text("Status", "OK"),
            Err(failure) => {
                if use_http_status {
                    status = failure.code.http_status();
                }
                inside.text("Status", "FAILED").text("Status", format!("{} :: {}", failure.code.name(), failure.text))
            }
        };
        inside.text("TimeStamp", finnish_time(now).format("%-d.%-m.%Y %-H:%M:%S"));
    });
    match outcome {
        Ok(Reply::Inserted(key)) => {
            writer.block("Replies", &[], |inside| {
                inside.text("InsertedDataIdentifier", key);
            });
        }
        Ok(Reply::Fetched(xml)) => fetched = xml,
        Ok(Reply::Done) | Err(_) => {}
    }
    let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>";
    let body = format!("{declaration}\n<Root>{}{fetched}</Root>", writer.finish());
    Response { status, content_type: "text/html; charset=utf-8".to_owned(), body: body.into_bytes() }
}

/// What the web server says of a resource it does not have: a page, no XML.
pub(crate) fn not_found() -> Response {
    Response {
        status: 404,
        content_type: "text/html; charset=utf-8".to_owned(),
        body: b"<!DOCTYPE html><html><head><title>404 - Not Found</title></head><body>Not Found</body></html>".to_vec(),
    }
}

/// Local time in Finland: UTC+2, and one hour more from the last Sunday of March to that of October, 01:00 UTC.
pub(crate) fn finnish_time(time: DateTime<Utc>) -> DateTime<FixedOffset> {
    let turn =
        |month| last_sunday(time.year(), month).map(|day| day.and_time(chrono::NaiveTime::MIN) + Duration::hours(1));
    let summer = match (turn(3), turn(10)) {
        (Some(start), Some(end)) => (start..end).contains(&time.naive_utc()),
        _ => false,
    };
    let hours = if summer { 3 } else { 2 };
    let offset = FixedOffset::east_opt(hours * 3600).unwrap_or_else(|| chrono::Offset::fix(&Utc));
    time.with_timezone(&offset)
}

/// The last Sunday of a month that has 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    (25..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day)).find(|date| date.weekday() == Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_finnish() {
        for (utc, local) in [
            ("2026-01-02T03:04:05Z", "2.1.2026 5:04:05"),
            ("2026-03-29T00:59:59Z", "29.3.2026 2:59:59"),
            ("2026-03-29T01:00:00Z", "29.3.2026 4:00:00"),
            ("2026-10-25T00:59:59Z", "25.10.2026 3:59:59"),
            ("2026-10-25T01:00:00Z", "25.10.2026 3:00:00"),
        ] {
            let response = respond(Ok(Reply::Done), false, utc.parse().unwrap());
            let body = String::from_utf8(response.body).unwrap();
            assert!(body.contains(&format!("<TimeStamp>{local}</TimeStamp>")), "{utc}: {body}");
        }
    }
}
