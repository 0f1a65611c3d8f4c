use crate::fault::{Error, ErrorKind, Fault, FaultCode, Language};
use crate::strict_json::{self, Limits, Read};

use super::{MAX_REGISTER_BYTES, MAX_ROWS};

/// Reads a register, a list of rows. `name` says which it is in the faults' paths.
pub(super) fn read_rows<'de, T: Read<'de>>(
    name: &str,
    json: &'de [u8],
    language: Language,
    check: impl Fn(&T) -> Option<(FaultCode, &'static str)>,
) -> Result<Vec<T>, Error> {
    let refuse = |error: Error| error.map_paths(|path| format!("/{name}{path}")).in_language(language);
    if json.len() > MAX_REGISTER_BYTES {
        let fault = Fault::new(FaultCode::RegisterTooLarge, "").with(MAX_REGISTER_BYTES);
        return Err(refuse(Error::one(ErrorKind::Register, fault)));
    }
    let limits = Limits { bytes: MAX_REGISTER_BYTES, list: MAX_ROWS, ..Limits::default() };
    let rows: Vec<T> = strict_json::read_within(limits, ErrorKind::Register, json).map_err(refuse)?;
    let faults = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| check(row).map(|(code, field)| Fault::new(code, format!("/{index}/{field}"))));
    match Error::from_faults(ErrorKind::Register, faults.take(strict_json::MAX_FAULTS).collect()) {
        None => Ok(rows),
        Some(error) => Err(refuse(error)),
    }
}

/// Reads the options; an empty text or `{}` are the defaults.
pub(super) fn read_options<'de, T: Read<'de> + Default>(json: &'de [u8]) -> Result<T, Error> {
    if json.is_empty() {
        return Ok(T::default());
    }
    strict_json::read(ErrorKind::Register, json).map_err(|error| error.map_paths(|path| format!("/options{path}")))
}
