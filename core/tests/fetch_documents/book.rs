//! A company's documents, and what Netvisor answers about them: written out by hand from the reference, row by row.

use std::fmt::Write as _;

use netvisor_orders::Request;
use proptest::prelude::*;

/// 2026-01-15 at noon in Finland.
pub(crate) const TODAY: i64 = 1_768_471_200_000;
pub(crate) const DAY: &str = "2026-01-15";

#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) key: u64,
    pub(crate) marker: Option<String>,
    pub(crate) status: &'static str,
    pub(crate) changed: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Invoice {
    pub(crate) key: u64,
    pub(crate) marker: Option<String>,
    pub(crate) made_of: Vec<u64>,
    pub(crate) sum: i64,
    pub(crate) open: i64,
    pub(crate) is_overdue: bool,
    pub(crate) credits: Option<u64>,
    pub(crate) changed: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Book {
    pub(crate) orders: Vec<Order>,
    pub(crate) invoices: Vec<Invoice>,
    pub(crate) deleted: Vec<u64>,
    rows_a_page: usize,
}

/// What a document of a random book is.
#[derive(Debug, Clone)]
struct Draw {
    is_order: bool,
    is_ours: bool,
    number: u8,
    changed: bool,
    is_overdue: bool,
    sum: i64,
    open: i64,
    behind: Vec<prop::sample::Index>,
}

pub(crate) fn books() -> impl Strategy<Value = Book> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let behind = prop::collection::vec(any::<prop::sample::Index>(), 0..3);
    let draw = (flags, 0_u8..30, -20_i64..60, 0_i64..20, behind).prop_map(|(flags, number, sum, open, behind)| {
        let (is_order, is_ours, changed, is_overdue) = flags;
        Draw { is_order, is_ours, number, changed, is_overdue, sum, open, behind }
    });
    let deleted = prop::collection::vec(900_u64..950, 0..4);
    (prop::collection::vec(draw, 0..25), deleted, 1_usize..6).prop_map(|(draws, mut deleted, rows_a_page)| {
        deleted.sort_unstable();
        deleted.dedup();
        let mut book = Book { orders: Vec::new(), invoices: Vec::new(), deleted, rows_a_page };
        for (key, draw) in (3_u64..).step_by(2).zip(draws) {
            book.add(key, draw);
        }
        book
    })
}

impl Book {
    fn add(&mut self, key: u64, draw: Draw) {
        let marker = draw.is_ours.then(|| format!("SHOP-{}", draw.number));
        if draw.is_order {
            self.orders.push(Order { key, marker, status: "undelivered", changed: draw.changed });
            return;
        }
        let credits = (draw.sum < 0 && !self.invoices.is_empty())
            .then(|| draw.behind.first().map(|index| index.get(&self.invoices).key))
            .flatten();
        let is_invoice = draw.sum >= 0;
        let mut made_of = Vec::new();
        if is_invoice && marker.is_none() && !self.orders.is_empty() {
            made_of = draw.behind.iter().map(|index| index.get(&self.orders).key).collect();
            made_of.sort_unstable();
            made_of.dedup();
        }
        for order in self.orders.iter_mut().filter(|order| made_of.contains(&order.key)) {
            order.status = "billed";
        }
        let is_overdue = is_invoice && draw.is_overdue;
        let invoice = Invoice {
            key,
            marker,
            made_of,
            sum: draw.sum,
            open: draw.open,
            is_overdue,
            credits,
            changed: draw.changed,
        };
        self.invoices.push(invoice);
    }

    /// So many orders of the shop's, each with an invoice made of it.
    pub(crate) fn of_billed_orders(count: u64, rows_a_page: usize) -> Self {
        let order = |key| Order { key, marker: Some(format!("{key}")), status: "billed", changed: false };
        let invoice = |key| Invoice {
            key: key + count,
            marker: None,
            made_of: vec![key],
            sum: 10,
            open: 5,
            is_overdue: false,
            credits: None,
            changed: false,
        };
        Self {
            orders: (1..=count).map(order).collect(),
            invoices: (1..=count).map(invoice).collect(),
            deleted: Vec::new(),
            rows_a_page,
        }
    }

    pub(crate) fn order(&self, key: u64) -> Option<&Order> {
        self.orders.iter().find(|order| order.key == key)
    }

    pub(crate) fn answer(&self, request: &Request) -> String {
        let parameter =
            |name: &str| request.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let keys = || {
            let keys = parameter("netvisorkeylist").or(parameter("netvisorkey")).expect("keys");
            keys.split(',').map(|key| key.parse::<u64>().expect("a key")).collect::<Vec<_>>()
        };
        let payload = match request.resource.as_str() {
            "salesinvoicelist.nv" => {
                let above = parameter("invoicesabovenetvisorkey").map_or(0, |key| key.parse().expect("a key"));
                let is_delta = parameter("lastmodifiedstart").is_some();
                assert_eq!(is_delta, parameter("lastmodifiedend").is_some(), "both, or none");
                assert!(parameter("lastmodifiedend").is_none_or(|end| end > "2026-01-15T23:59:59"));
                self.list(above, is_delta, parameter("listtype"), parameter("invoicestatus"))
            }
            "getorder.nv" => {
                wrapped(keys().into_iter().filter_map(|key| self.order(key)).map(|order| self.full_order(order)))
            }
            "getsalesinvoice.nv" => {
                let invoices =
                    keys().into_iter().filter_map(|key| self.invoices.iter().find(|invoice| invoice.key == key));
                wrapped(invoices.map(|invoice| self.full_invoice(invoice, parameter("replyoption").is_some())))
            }
            "deletedsalesorders.nv" => "<deletedsalesorders/>".to_owned(),
            "deletedsalesinvoices.nv" => {
                let row = |key: &u64| {
                    format!(
                        "<deletedsalesinvoice><netvisorkey>{key}</netvisorkey><deletedate>{DAY}</deletedate></deletedsalesinvoice>"
                    )
                };
                format!(
                    "<deletedsalesinvoices>{}</deletedsalesinvoices>",
                    self.deleted.iter().map(row).collect::<String>()
                )
            }
            other => panic!("{other} is not asked for"),
        };
        format!(
            "<Root><ResponseStatus><Status>OK</Status><TimeStamp>15.1.2026 12:00:00</TimeStamp></ResponseStatus>{payload}</Root>"
        )
    }

    fn list(&self, above: u64, is_delta: bool, list_type: Option<&str>, status: Option<&str>) -> String {
        let mut rows = String::new();
        if list_type == Some("preinvoice") {
            let orders = self.orders.iter().filter(|order| order.key > above && (order.changed || !is_delta));
            for order in orders.take(self.rows_a_page) {
                write_row(&mut rows, order.key, order.status, "", 10, 10, order.marker.as_deref());
            }
        } else {
            let is_listed = |invoice: &&Invoice| {
                invoice.key > above && (invoice.changed || !is_delta) && (status.is_none() || invoice.is_overdue)
            };
            for invoice in self.invoices.iter().filter(is_listed).take(self.rows_a_page) {
                let substatus = if invoice.is_overdue { " substatus=\"overdue\"" } else { "" };
                let marker = invoice.marker.as_deref();
                write_row(&mut rows, invoice.key, "open", substatus, invoice.sum, invoice.open, marker);
            }
        }
        format!("<SalesInvoiceList>{rows}</SalesInvoiceList>")
    }

    fn full_order(&self, order: &Order) -> String {
        let made = self.invoices.iter().filter(|invoice| invoice.made_of.contains(&order.key));
        let linked: String = made
            .map(|invoice| {
                format!(
                    "<SalesInvoice><NetvisorKey>{0}</NetvisorKey><InvoiceNumber>{0}</InvoiceNumber></SalesInvoice>",
                    invoice.key
                )
            })
            .collect();
        full(order.key, order.marker.as_deref(), &format!("<Documents>{linked}</Documents>"))
    }

    fn full_invoice(&self, invoice: &Invoice, with_credited: bool) -> String {
        let order = |key: &u64| {
            format!("<SalesOrder><NetvisorKey>{key}</NetvisorKey><OrderNumber>{key}</OrderNumber></SalesOrder>")
        };
        let orders: String = invoice.made_of.iter().map(order).collect();
        let credited = invoice.credits.filter(|_| with_credited);
        let credited = credited
            .map_or_else(String::new, |key| format!("<CreditedInvoiceNetvisorKey>{key}</CreditedInvoiceNetvisorKey>"));
        full(invoice.key, invoice.marker.as_deref(), &format!("{credited}<Documents>{orders}</Documents>"))
    }
}

fn write_row(rows: &mut String, key: u64, status: &str, substatus: &str, sum: i64, open: i64, marker: Option<&str>) {
    write!(
        rows,
        "<SalesInvoice><NetvisorKey>{key}</NetvisorKey><InvoiceNumber>{key}</InvoiceNumber>\
         <InvoiceDueDate format=\"ansi\">2026-01-14</InvoiceDueDate><InvoiceStatus{substatus}>{status}</InvoiceStatus>\
         <InvoiceSum>{sum},00</InvoiceSum><OpenSum>{open}</OpenSum>\
         <AdditionalInformation><PrivateComment>{}</PrivateComment></AdditionalInformation></SalesInvoice>",
        comment(marker)
    )
    .expect("a string takes everything");
}

fn full(key: u64, marker: Option<&str>, rest: &str) -> String {
    format!(
        "<SalesInvoice><SalesInvoiceNetvisorKey>{key}</SalesInvoiceNetvisorKey><SalesInvoiceAmount>1,00</SalesInvoiceAmount>\
         <SalesInvoicePrivateComment>{}</SalesInvoicePrivateComment>{rest}</SalesInvoice>",
        comment(marker)
    )
}

fn comment(marker: Option<&str>) -> String {
    marker.map_or_else(|| "käsin".to_owned(), |number| format!("[netvisor-orders {number}]"))
}

/// A document alone stands alone.
fn wrapped(documents: impl Iterator<Item = String>) -> String {
    let documents: Vec<String> = documents.collect();
    match documents.as_slice() {
        [] => "<SalesInvoice/>".to_owned(),
        [only] => only.clone(),
        several => format!("<SalesInvoices>{}</SalesInvoices>", several.concat()),
    }
}
