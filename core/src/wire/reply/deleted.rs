use serde::Serialize;

use crate::order::Date;

use super::trouble::Trouble;
use super::xml_reader::{XmlReader, each_child};

/// A row of deletedsalesinvoices.nv or deletedsalesorders.nv (§3.14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DeletedRow {
    /// The key the document had.
    pub netvisor_key: u64,
    /// The day it was deleted.
    pub deleted_on: Option<Date>,
}

impl DeletedRow {
    pub(super) fn read(xml: &mut XmlReader<'_>) -> Result<Self, Trouble> {
        let mut key = None;
        let mut deleted_on = None;
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "DeleteDate" -> deleted_on,
        });
        let netvisor_key = key.ok_or_else(|| Trouble::incomplete("NetvisorKey"))?;
        Ok(Self { netvisor_key, deleted_on })
    }
}
