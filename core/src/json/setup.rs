use crate::setup::{self, read_features};
use crate::{Error, Settings};

/// The rights that these settings and features need, and what must be true before. `features` is a list such as
/// `["export", "stock"]`, of the words of [`Feature`](crate::setup::Feature). Returns
/// `{"permissions": [{"group", "name", "resource", "features", "reason": {"fi", "sv", "en"}}], "prerequisites": [fault]}`.
///
/// # Errors
/// A list that is none, is empty, or holds something else.
pub fn required_permissions(settings: &Settings, features: &[u8]) -> Result<String, Error> {
    let features = read_features(features).map_err(|error| error.in_language(settings.language()))?;
    Ok(super::to_text(&setup::required_permissions(settings, &features)))
}
