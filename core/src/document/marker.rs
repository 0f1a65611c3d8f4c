//! The marker by which a later look-up tells our document from somebody else's with the same number.

/// How every marker begins.
const BEGINNING: &str = "[netvisor-orders ";

/// `[netvisor-orders 10234]`, with which the private comment begins: salesinvoicelist gives it back (§3.11, replyoption 1).
pub(crate) fn marker(order_number: &str) -> String {
    format!("{BEGINNING}{}]", order_number.trim())
}

/// The number of the order that a document with this private comment was made for; `None` for somebody else's document.
pub(crate) fn marked_number(comment: &str) -> Option<&str> {
    let rest = comment.trim_start().strip_prefix(BEGINNING)?;
    let line = rest.lines().next().unwrap_or_default().trim_end();
    Some(line.strip_suffix(']').or_else(|| rest.split_once(']').map(|(number, _)| number))?.trim())
}
