//! salespaymentlist.nv (§3.13): payments and what they were put on.

use chrono::NaiveDate;

use super::{date, whole_number};
use crate::decimal::write;
use crate::reply::Failure;
use crate::request::Query;
use crate::schema::read_date;
use crate::state::{Document, Payment, State};
use crate::xml::XmlWriter;

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    let filter = Filter::read(query)?;
    let mut writer = XmlWriter::default();
    writer.block("SalesPaymentList", &[], |list| {
        for (key, payment) in state.payments.above(filter.above_key) {
            match state.documents.get(payment.document_key) {
                Some(document) if filter.lets_in(payment, document) => row(list, key, payment, document),
                _ => {}
            }
        }
    });
    Ok(writer.finish())
}

/// What of the query narrows the list.
struct Filter<'a> {
    above_key: u32,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    payer: Option<&'a str>,
    document_key: Option<u32>,
    number: Option<u64>,
}

impl<'a> Filter<'a> {
    fn read(query: &'a Query) -> Result<Self, Failure> {
        Ok(Self {
            above_key: whole_number(query, "abovenetvisorkey")?.unwrap_or(0),
            from: date(query, "begindate")?,
            until: date(query, "enddate")?,
            payer: query.value("searchbyname"),
            document_key: whole_number(query, "invoicenetvisorkey")?,
            number: whole_number(query, "invoicenumber")?,
        })
    }

    fn lets_in(&self, payment: &Payment, document: &Document) -> bool {
        let date = read_date(payment.date());
        self.from.is_none_or(|from| date.is_some_and(|date| date >= from))
            && self.until.is_none_or(|until| date.is_some_and(|date| date <= until))
            && self.payer.is_none_or(|payer| payment.payer().to_lowercase().contains(&payer.to_lowercase()))
            && self.document_key.is_none_or(|key| payment.document_key == key)
            && self.number.is_none_or(|number| document.number == Some(number))
    }
}

fn row(list: &mut XmlWriter, key: u32, payment: &Payment, document: &Document) {
    list.block("SalesPayment", &[], |row| {
        // Unlike everywhere else, the date is written as Finns write it.
        let date = read_date(payment.date()).map(|date| date.format("%-d.%-m.%Y").to_string());
        row.text("NetvisorKey", key)
            .text("Name", payment.payer())
            .text("Date", date.unwrap_or_default())
            .text("Sum", write(payment.sum, 2))
            .text("ReferenceNumber", &document.reference_number)
            .text("ForeignCurrencyAmount", "")
            .text("InvoiceNumber", document.number.unwrap_or_default())
            .text("PaymentAccountName", payment.method())
            .text("BankStatus", "OK");
    });
}
