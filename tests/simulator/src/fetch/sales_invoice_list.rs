//! salesinvoicelist.nv (§3.11): invoices, or orders with `listtype=preinvoice`. Drafts are in neither.

use chrono::{NaiveDate, NaiveDateTime};

use super::{date, moment, whole_number};
use crate::decimal::write;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{Document, DocumentKind, DocumentName, State, is_open};
use crate::xml::XmlWriter;

/// Rows of one reply; clients go on above the last key.
const PAGE: usize = 500;

/// Flags of `replyoption`.
const PRIVATE_COMMENT: u8 = 1;
const CURRENCY_SUMS: u8 = 2;

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    let filter = Filter::read(query)?;
    let reply_option = whole_number(query, "replyoption")?.unwrap_or(0);
    let size = whole_number(query, "size")?.unwrap_or(PAGE).min(PAGE);
    let mut writer = XmlWriter::default();
    writer.block("SalesInvoiceList", &[], |list| {
        let rows = filter.candidates(state).filter(|(key, document)| filter.lets_in(state, *key, document));
        for (key, document) in rows.take(size) {
            row(list, state, key, document, reply_option);
        }
    });
    Ok(writer.finish())
}

/// What of the query narrows the list.
struct Filter<'a> {
    kind: DocumentKind,
    above_key: u32,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    number: Option<u64>,
    status: Option<&'a str>,
    customer_code: Option<&'a str>,
    customer_key: Option<u32>,
    second_name: Option<&'a str>,
    modified_from: Option<NaiveDateTime>,
    modified_until: Option<NaiveDateTime>,
    /// Whether a change of the payments counts as well.
    modified_payments: bool,
}

impl<'a> Filter<'a> {
    fn read(query: &'a Query) -> Result<Self, Failure> {
        let kind = match query.value("listtype") {
            None => DocumentKind::Invoice,
            Some(value) if value.eq_ignore_ascii_case("preinvoice") => DocumentKind::Order,
            Some(other) => return Err(Failure::invalid_data(format!("Unknown listtype {other}"))),
        };
        let (modified_from, modified_until) = (moment(query, "lastmodifiedstart")?, moment(query, "lastmodifiedend")?);
        let modified_payments = query.value("includemodifiedpayments") == Some("1");
        if modified_payments && (modified_from.is_none() || modified_until.is_none()) {
            let text = "Parameter includemodifiedpayments needs lastmodifiedstart and lastmodifiedend";
            return Err(Failure::invalid_data(text));
        }
        Ok(Self {
            kind,
            above_key: whole_number(query, "invoicesabovenetvisorkey")?.unwrap_or(0),
            from: date(query, "begininvoicedate")?,
            until: date(query, "endinvoicedate")?,
            number: whole_number(query, "invoicenumber")?,
            status: query.value("invoicestatus").filter(|_| kind == DocumentKind::Invoice),
            customer_code: query.value("customercode"),
            customer_key: whole_number(query, "customernetvisorkey")?,
            second_name: query.value("secondname"),
            modified_from,
            modified_until,
            modified_payments,
        })
    }

    /// A number leaves few documents, and is what clients ask for most.
    fn candidates<'s>(&self, state: &'s State) -> Box<dyn Iterator<Item = (u32, &'s Document)> + 's> {
        match self.number {
            Some(number) => Box::new(state.documents.named(DocumentName::Number(self.kind, number))),
            None => Box::new(state.documents.above(self.above_key)),
        }
    }

    fn lets_in(&self, state: &State, key: u32, document: &Document) -> bool {
        let date = || document.date();
        let code = || state.customers.get(document.customer_key).map_or("", |customer| customer.code());
        document.kind == self.kind
            && key > self.above_key
            && self.from.is_none_or(|from| date().is_some_and(|date| date >= from))
            && self.until.is_none_or(|until| date().is_some_and(|date| date <= until))
            && self.status.is_none_or(|status| has_status(document, status))
            && self.customer_code.is_none_or(|customer_code| code() == customer_code)
            && self.customer_key.is_none_or(|customer_key| document.customer_key == customer_key)
            && self.second_name.is_none_or(|second_name| document.second_name == second_name)
            && document.history.is_modified_within(self.modified_from, self.modified_until, self.modified_payments)
    }
}

/// The table of §3.11: `open` and `overdue` stand for what may become of them, too.
fn has_status(document: &Document, wanted: &str) -> bool {
    match wanted {
        "open" => is_open(&document.status),
        "overdue" => is_open(&document.status) && document.status != "open",
        other => document.status == other,
    }
}

fn row(list: &mut XmlWriter, state: &State, key: u32, document: &Document, reply_option: u8) {
    let customer = state.customers.get(document.customer_key);
    let resource = if document.kind == DocumentKind::Order { "getorder" } else { "getsalesinvoice" };
    list.block("SalesInvoice", &[], |row| {
        row.text("NetvisorKey", key).text("InvoiceNumber", document.number.unwrap_or_default()).text_with(
            "Invoicedate",
            &[("format", "ansi")],
            document.sent.value("salesinvoicedate"),
        );
        if let Some(due) = document.sent.filled("salesinvoiceduedate") {
            row.text_with("InvoiceDueDate", &[("format", "ansi")], due);
        }
        if is_open(&document.status) {
            let mut attributes = vec![("substatus", &*document.status)];
            if document.status == "collected" {
                attributes.push(("isincollection", "1"));
            }
            row.text_with("InvoiceStatus", &attributes, "open");
        } else {
            row.text("InvoiceStatus", &document.status);
        }
        row.text("CustomerNetvisorKey", document.customer_key)
            .text("CustomerCode", customer.map_or("", |customer| customer.code()))
            .text("CustomerName", document.sent.value("invoicingcustomername"))
            .text("ReferenceNumber", &document.reference_number)
            .text("InvoiceSum", write(document.amount, 2))
            .text("OpenSum", write(document.open_sum(), 2))
            .text("Uri", format!("/{resource}.nv?netvisorkey={key}"));
        row_extras(row, document, reply_option);
    });
}

fn row_extras(row: &mut XmlWriter, document: &Document, reply_option: u8) {
    if reply_option & (PRIVATE_COMMENT | CURRENCY_SUMS) == 0 {
        return;
    }
    row.block("AdditionalInformation", &[], |extras| {
        if reply_option & PRIVATE_COMMENT != 0 {
            extras.text("PrivateComment", document.sent.value("salesinvoiceprivatecomment"));
        }
        if reply_option & CURRENCY_SUMS != 0 {
            let attributes = [("currencycode", document.currency.as_str()), ("type", "ISO-4217")];
            extras.text_with("InvoiceCurrencySum", &attributes, write(document.amount, 2)).text_with(
                "OpenCurrencySum",
                &attributes,
                write(document.open_sum(), 2),
            );
        }
    });
}
