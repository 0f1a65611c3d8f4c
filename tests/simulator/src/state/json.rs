//! The state as JSON, for assertions from any language.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{CompanySwitches, Document, State};
use crate::decimal::cents;
use crate::reply::finnish_time;
use crate::xml::Element;

impl State {
    pub(crate) fn json(&self) -> Value {
        let customers = self.customers.iter().map(|(key, customer)| {
            json!({"netvisor_key": key, "code": customer.code(), "name": customer.base("name"),
                   "card": element_json(customer.card())})
        });
        let products = self.products.iter().map(|(key, product)| {
            json!({"netvisor_key": key, "code": product.code(), "name": product.base("name"),
                   "changed": finnish_text(product.changed), "deleted": product.traits.deleted,
                   "unpublished": product.traits.unpublished, "card": element_json(product.card())})
        });
        let groups = self
            .groups
            .iter()
            .map(|(key, group)| json!({"netvisor_key": key, "name": group.path, "parent_key": group.parent}));
        let warehouses =
            self.warehouses.iter().map(|(key, warehouse)| json!({"netvisor_key": key, "name": warehouse.name}));
        let images = self.images.iter().map(|(key, image)| {
            json!({"netvisor_key": key, "product_key": image.card.product_key, "file_name": image.card.file_name})
        });
        let payments = self.payments.iter().map(|(key, payment)| {
            let target = self.documents.get(payment.document_key).map(|document| document.kind.name());
            json!({"netvisor_key": key, "document_key": payment.document_key, "target": target,
                   "sum": money(payment.sum), "currency": payment.currency, "date": payment.date(),
                   "method": payment.method(), "sent": element_json(&payment.sent)})
        });
        let deleted = self.deleted_documents.iter().map(|one| {
            json!({"netvisor_key": one.netvisor_key, "kind": one.kind.name(), "deleted": finnish_text(one.deleted)})
        });
        let requests = self.requests.iter().map(|(resource, count)| (resource.name().to_owned(), Value::from(*count)));
        json!({
            "customers": customers.collect::<Vec<_>>(),
            "products": products.collect::<Vec<_>>(),
            "product_groups": groups.collect::<Vec<_>>(),
            "images": images.collect::<Vec<_>>(),
            "warehouses": warehouses.collect::<Vec<_>>(),
            "documents": self.documents.iter().map(|(key, document)| document_json(key, document)).collect::<Vec<_>>(),
            "deleted_documents": deleted.collect::<Vec<_>>(),
            "payments": payments.collect::<Vec<_>>(),
            "requests": requests.collect::<Map<_, _>>(),
            "company": self.company.json(),
            "locked_until": self.locked_until.map(|date| date.to_string()),
            "forbidden": self.forbidden.iter().map(|resource| resource.name()).collect::<Vec<_>>(),
        })
    }
}

impl CompanySwitches {
    pub(crate) fn json(self) -> Value {
        json!({"interface": self.interface, "other_stock_system": self.other_stock_system,
               "extended_products": self.extended_products})
    }
}

fn document_json(key: u32, document: &Document) -> Value {
    let line_total: Decimal = document.lines.iter().map(|line| line.sum).sum();
    let lines: Vec<Value> = document
        .lines
        .iter()
        .map(|line| json!({"product_key": line.product_key, "vat_sum": money(line.vat_sum), "sum": money(line.sum)}))
        .collect();
    json!({
        "netvisor_key": key,
        "kind": document.kind.name(),
        "made": document.made.name(),
        "number": document.number,
        "second_name": document.second_name,
        "status": document.status,
        "reference_number": document.reference_number,
        "date": document.sent.value("salesinvoicedate"),
        "private_comment": document.sent.value("salesinvoiceprivatecomment"),
        "order_number": document.sent.value("ordernumber"),
        "customer_key": document.customer_key,
        "currency": document.currency,
        "amount": money(document.amount),
        "line_total": money(line_total),
        "total_mismatch": cents(line_total) != document.amount,
        "paid": money(document.paid),
        "open_sum": money(document.open_sum()),
        "modified": finnish_text(document.history.modified),
        "payments_modified": document.history.payments_modified.map(finnish_text),
        "order_key": document.history.order_key,
        "credits_key": document.history.credits.map(|credit| credit.invoice_key),
        "lines": lines,
        "sent": element_json(&document.sent),
    })
}

/// Finnish time, to the second, as `changedsince` takes it.
fn finnish_text(time: DateTime<Utc>) -> String {
    finnish_time(time).format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn money(sum: Decimal) -> String {
    format!("{:.2}", cents(sum))
}

/// An element without attributes is its text; any other one an object with `@name` for attributes, `#text` for text, and
/// its children by name, a list where a name repeats.
fn element_json(element: &Element) -> Value {
    if element.children.is_empty() && element.attributes.is_empty() {
        return Value::from(element.text.trim());
    }
    let mut object = Map::new();
    for (name, value) in &element.attributes {
        object.insert(format!("@{name}"), Value::from(value.as_str()));
    }
    if element.children.is_empty() {
        object.insert("#text".to_owned(), Value::from(element.text.trim()));
    }
    for child in &element.children {
        let value = element_json(child);
        match object.get_mut(&child.name) {
            None => {
                object.insert(child.name.clone(), value);
            }
            Some(Value::Array(list)) => list.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
    Value::Object(object)
}
