//! Who may send a request, and whether this one is what they sent (§1.3–1.6).

mod mac;

use chrono::{DateTime, NaiveDateTime, Utc};

use self::mac::Algorithm;
use crate::reply::Failure;
use crate::{Config, Request};

/// How far a request's time may lie from the simulator's.
const TOLERANCE_SECONDS: i64 = 300;

/// Checks the headers and the MAC. Answers with the transaction id, whose uniqueness only the state can tell.
pub(crate) fn check<'a>(request: &'a Request, config: &Config, now: DateTime<Utc>) -> Result<&'a str, Failure> {
    let sender = header(request, "X-Netvisor-Authentication-Sender")?;
    let customer_id = header(request, "X-Netvisor-Authentication-CustomerId")?;
    let partner_id = header(request, "X-Netvisor-Authentication-PartnerId")?;
    let timestamp = header(request, "X-Netvisor-Authentication-Timestamp")?;
    let language = header(request, "X-Netvisor-Interface-Language")?;
    let organisation_id = header(request, "X-Netvisor-Organisation-ID")?;
    let transaction_id = header(request, "X-Netvisor-Authentication-TransactionId")?;
    let sent_digest = header(request, "X-Netvisor-Authentication-MAC")?;
    let algorithm = request.header("X-Netvisor-Authentication-MACHashCalculationAlgorithm");
    let algorithm = Algorithm::named(algorithm)
        .ok_or_else(|| Failure::authentication("MAC algorithm is not HMACSHA256 or SHA256"))?;

    let known_sender = config.sender.as_deref().is_none_or(|known| known == sender);
    for (known, what) in [
        (known_sender, "sender"),
        (customer_id == config.customer_id, "customer id"),
        (partner_id == config.partner_id, "partner id"),
        (organisation_id == config.organisation_id, "organisation id"),
        (matches!(language, "FI" | "EN" | "SE"), "interface language"),
    ] {
        if !known {
            return Err(Failure::authentication(format!("Unknown {what}")));
        }
    }

    let mut parts = vec![&*request.url, sender, customer_id, timestamp, language, organisation_id, transaction_id];
    if algorithm == Algorithm::HmacSha256 {
        parts.push(header(request, "X-Netvisor-Authentication-TimestampUnix")?);
    }
    let digest = mac::digest(algorithm, &parts, &config.customer_key, &config.partner_key)
        .ok_or_else(|| Failure::authentication("A header holds characters outside ISO-8859-1"))?;
    if !digest.eq_ignore_ascii_case(sent_digest) {
        let own = digest.to_ascii_uppercase();
        let text = if language == "FI" { "URI-metodi ei kelpaa" } else { "MAC is not valid" };
        return Err(Failure::authentication(format!("{text}: {}&***&*** :: {own}", parts.join("&"))));
    }
    if let (Algorithm::HmacSha256, Some(unix)) = (algorithm, parts.last()) {
        check_time(timestamp, unix, now)?;
    }
    Ok(transaction_id)
}

fn header<'a>(request: &'a Request, name: &str) -> Result<&'a str, Failure> {
    match request.header(name) {
        "" => Err(Failure::authentication(format!("Header {name} is missing"))),
        value => Ok(value),
    }
}

/// Both stamps are of the same instant, and that is now. The old algorithm never looked (§1.4).
fn check_time(timestamp: &str, unix: &str, now: DateTime<Utc>) -> Result<(), Failure> {
    let text_seconds = read_timestamp(timestamp)
        .ok_or_else(|| Failure::authentication("Timestamp is not YYYY-MM-DD HH:MM:SS.mmm in UTC"))?;
    if unix.parse() != Ok(text_seconds) {
        return Err(Failure::authentication("Timestamp and TimestampUnix are not of the same second"));
    }
    if (now.timestamp() - text_seconds).abs() > TOLERANCE_SECONDS {
        return Err(Failure::authentication("Timestamp is too far from the present time"));
    }
    Ok(())
}

/// Seconds since 1970 of `YYYY-MM-DD HH:MM:SS.mmm`, exactly three decimals and no zone.
fn read_timestamp(text: &str) -> Option<i64> {
    let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.3f").ok()?;
    let canonical = time.format("%Y-%m-%d %H:%M:%S%.3f").to_string();
    (canonical == text).then(|| time.and_utc().timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_of_time_stamp() {
        assert_eq!(read_timestamp("2026-01-02 03:04:05.999"), Some(1_767_323_045));
        for text in ["2026-01-02T03:04:05.000", "2026-01-02 03:04:05", "2026-1-2 3:4:5.000", "2026-01-02 03:04:05.000Z"]
        {
            assert_eq!(read_timestamp(text), None, "{text}");
        }
    }
}
