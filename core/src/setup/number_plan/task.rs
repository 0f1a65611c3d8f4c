use chrono::DateTime;
use serde::Serialize;

use crate::Settings;
use crate::document::marked_number;
use crate::exchange::Never;
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::fetch::{Progress, Step, Task, sealed};
use crate::order::Date;
use crate::settings::{DocumentKind, NumberingMode};
use crate::strict_json::{self, record};
use crate::wire::reply::{Reply, read_sales_invoices};
use crate::wire::{Method, Request};

use super::book::Book;
use super::plan::{Numbering, plan};
use super::result::{NumbersResult, PlannedNumbers};
use super::{NumberPlanOptions, findings};

/// Reads the numbers there are, and plans the shop's, so that they never meet (§6.11).
#[derive(Debug, Clone)]
pub struct Numbers {
    options: NumberPlanOptions,
    numbering: Numbering,
    /// Whose list is read; `None` where Netvisor gives the numbers.
    series: Option<Series>,
    book: Book,
    above: u64,
    today: Option<Date>,
    plan: Option<PlannedNumbers>,
}

/// The numbers the shop's documents go among.
#[derive(Debug, Clone)]
struct Series {
    is_of_orders: bool,
    second_name: Option<String>,
}

record! {
    #[derive(Serialize)]
    lenient struct Position {
        done: bool,
        above: u64,
        today: Option<Date>,
        without_number: u64,
        numbers: String,
    }
}

impl sealed::Sealed for Numbers {}

impl Task for Numbers {
    const KIND: &'static str = "number_plan";
    type Options = NumberPlanOptions;
    type Batch = Never;
    type Result = NumbersResult;

    fn read_options(json: &[u8]) -> Result<NumberPlanOptions, Error> {
        NumberPlanOptions::read(json)
    }

    fn begin(options: &NumberPlanOptions, settings: &Settings) -> Self {
        let second_name = settings.document.second_name.clone();
        let series = match settings.document_kind() {
            DocumentKind::Draft => None,
            _ if settings.numbering.mode == NumberingMode::Automatic => None,
            DocumentKind::Order(_) => Some(Series { is_of_orders: true, second_name }),
            DocumentKind::Invoice(_) => Some(Series { is_of_orders: false, second_name }),
        };
        let numbering = Numbering { offset: settings.numbering.offset, manual_from: settings.numbering.manual_from };
        Self { options: options.clone(), numbering, series, book: Book::default(), above: 0, today: None, plan: None }
    }

    fn next(&mut self, _: i64) -> Step<Never> {
        match (&self.series, &self.plan) {
            (Some(series), None) => Step::Ask(self.request(series)),
            _ => Step::End,
        }
    }

    fn take_reply(&mut self, status: u16, body: &[u8], sent_at: i64) -> Result<Reply, Error> {
        let mut page = Book::default();
        let mut highest = 0;
        let reply = read_sales_invoices(status, body, |row| {
            highest = highest.max(row.netvisor_key);
            let is_ours = row.private_comment.as_deref().is_some_and(|comment| marked_number(comment).is_some());
            page.add(row.number.as_deref(), is_ours, row.date);
        })?;
        let Reply::Done(done) = &reply else { return Ok(reply) };
        let answered = done.timestamp.map(|answered| answered.local());
        let sent = || DateTime::from_timestamp_millis(sent_at).map(|sent| sent.naive_utc());
        self.today = answered.or_else(sent).and_then(|moment| Date::new(moment.date())).or(self.today);
        if highest > self.above {
            self.book.append(page);
            self.above = highest;
        } else {
            self.finish();
        }
        Ok(reply)
    }

    fn progress(&self) -> Progress {
        Progress { total: self.plan.as_ref().map(|_| self.book.len()), done: self.book.len() }
    }

    fn notes(&self) -> Vec<Fault> {
        match &self.plan {
            Some(plan) => findings::findings(plan, &self.options),
            None if self.series.is_none() => vec![Fault::new(FaultCode::NumbersAutomatic, "/numbering/mode")],
            None => Vec::new(),
        }
    }

    fn result(&self) -> NumbersResult {
        let documents = self.book.len() as u64 + self.book.without_number;
        NumbersResult { documents, plan: self.plan.clone() }
    }

    fn position(&self) -> String {
        crate::json::to_text(&Position {
            done: self.plan.is_some(),
            above: self.above,
            today: self.today,
            without_number: self.book.without_number,
            numbers: self.book.to_text(),
        })
    }

    fn go_to(&mut self, position: &[u8]) -> Option<()> {
        let position: Position = strict_json::read_stored(ErrorKind::Checkpoint, position).ok()?;
        self.book = Book::from_text(&position.numbers, position.without_number)?;
        self.above = position.above;
        self.today = position.today;
        if position.done {
            self.finish();
        }
        Some(())
    }
}

impl Numbers {
    /// A page of the list (§3.11), with the private comment our marker stands in. Without a second name it holds those of
    /// every one: a number that another series has is then taken for one that cannot be used, which is on the safe side.
    fn request(&self, series: &Series) -> Request {
        let mut request = Request::new(Method::Get, "salesinvoicelist.nv");
        if series.is_of_orders {
            request = request.with_query("listtype", "preinvoice");
        }
        request = request.with_query("replyoption", "1");
        if let Some(name) = &series.second_name {
            request = request.with_query("secondname", name);
        }
        if let Some(since) = self.options.since {
            request = request.with_query("begininvoicedate", &since.to_string());
        }
        if self.above == 0 {
            return request;
        }
        request.with_query("invoicesabovenetvisorkey", &self.above.to_string())
    }

    fn finish(&mut self) {
        if let Some(today) = self.today {
            self.plan = Some(plan(&self.book, &self.options, self.numbering, today));
        }
    }
}
