//! deletedsalesinvoices.nv and deletedsalesorders.nv (§3.14).

use chrono::Duration;

use super::date;
use crate::reply::{Failure, finnish_time};
use crate::request::Query;
use crate::state::{DocumentKind, State};
use crate::xml::XmlWriter;

/// How far back may be asked.
const MOST_DAYS: i64 = 7;

pub(super) fn list(state: &State, query: &Query, kind: DocumentKind) -> Result<String, Failure> {
    let since =
        date(query, "deletedsince")?.ok_or_else(|| Failure::invalid_data("Parameter deletedsince is needed"))?;
    let today = finnish_time(state.now).date_naive();
    if today - since > Duration::days(MOST_DAYS) {
        return Err(Failure::invalid_data(format!("Parameter deletedsince is more than {MOST_DAYS} days ago")));
    }
    let (all, one) = match kind {
        DocumentKind::Order => ("deletedsalesorders", "deletedsalesorder"),
        _ => ("deletedsalesinvoices", "deletedsalesinvoice"),
    };
    let mut writer = XmlWriter::default();
    writer.block(all, &[], |list| {
        for document in state.deleted_documents.iter().filter(|document| document.kind == kind) {
            let day = finnish_time(document.deleted).date_naive();
            if day >= since {
                list.block(one, &[], |entry| {
                    entry.text("NetvisorKey", document.netvisor_key).text_with(
                        "DeleteDate",
                        &[("format", "ansi")],
                        day.format("%Y-%m-%d"),
                    );
                });
            }
        }
    });
    Ok(writer.finish())
}
