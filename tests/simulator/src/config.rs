use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Utc};

/// Whom the simulator knows and what time it is there.
///
/// The default holds the documented test credentials: customer id `cust_1` with key `CKEY`, partner id `partner_1` with
/// key `PKEY`, organisation `1234567-1`.
#[derive(Clone)]
pub struct Config {
    /// What every URL starts with, as clients sign it: scheme, host and port, without a slash at the end.
    pub base_url: String,
    /// The only sender let in; any non-empty one when `None`.
    pub sender: Option<String>,
    /// The API user identifier the company made.
    pub customer_id: String,
    /// The secret that belongs to `customer_id`.
    pub customer_key: String,
    /// The software partner's identifier.
    pub partner_id: String,
    /// The secret that belongs to `partner_id`.
    pub partner_key: String,
    /// The business id of the company, with hyphen.
    pub organisation_id: String,
    /// Where the simulator takes its time from.
    pub clock: Clock,
}

/// Where the simulator takes its time from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// The machine's clock, set forward by this many milliseconds, or back where they are negative.
    Offset(i64),
    /// Stands at this many milliseconds since 1970-01-01 UTC; [`Simulator::set_now`](crate::Simulator::set_now) moves it.
    Fixed(i64),
}

impl Default for Config {
    fn default() -> Self {
        Self {
            base_url: "https://isvapi.netvisor.fi".to_owned(),
            sender: None,
            customer_id: "cust_1".to_owned(),
            customer_key: "CKEY".to_owned(),
            partner_id: "partner_1".to_owned(),
            partner_key: "PKEY".to_owned(),
            organisation_id: "1234567-1".to_owned(),
            clock: Clock::System,
        }
    }
}

impl fmt::Debug for Config {
    /// Leaves both keys out.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Config")
            .field("base_url", &self.base_url)
            .field("sender", &self.sender)
            .field("customer_id", &self.customer_id)
            .field("partner_id", &self.partner_id)
            .field("organisation_id", &self.organisation_id)
            .field("clock", &self.clock)
            .finish_non_exhaustive()
    }
}

impl Clock {
    pub(crate) fn now(self) -> DateTime<Utc> {
        let unix_ms = match self {
            Self::Fixed(unix_ms) => unix_ms,
            Self::System => machine_ms(),
            Self::Offset(ms) => machine_ms().saturating_add(ms),
        };
        DateTime::from_timestamp_millis(unix_ms).unwrap_or_default()
    }
}

fn machine_ms() -> i64 {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    since_epoch.and_then(|elapsed| i64::try_from(elapsed.as_millis()).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_not_shown() {
        let shown = format!("{:?}", Config::default());
        assert!(shown.contains("cust_1") && !shown.contains("CKEY") && !shown.contains("PKEY"), "{shown}");
    }
}
