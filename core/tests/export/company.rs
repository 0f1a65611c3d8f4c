//! A merchant's orders and a company to export them to, without faults.

use netvisor_orders::exchange::Input;
use netvisor_orders::export::{OrderExport, Output, Report};
use netvisor_orders::{Connection, Settings, Stamp, sign};
use netvisor_simulator::{Clock, Config, CustomerCard, ProductCard, Request, Simulator};
use serde_json::{Value, json};

/// 2026-01-14, noon in UTC.
pub(crate) const NOW: i64 = 1_768_392_000_000;

pub(crate) fn settings(json: Value) -> Settings {
    Settings::from_json(json.to_string().as_bytes()).expect("settings")
}

pub(crate) fn invoices_with_payments() -> Settings {
    settings(json!({
        "document": {"type": "invoice"},
        "payment": {"record": "when_paid", "methods": {"paytrail": {"name": "Paytrail"}}},
    }))
}

/// Order number `index`, by a customer of its own, over products of which there are fifty.
pub(crate) fn order(index: u64, paid: bool) -> Value {
    let line = |place: u64| {
        json!({
            "kind": "product", "sku": format!("P{}", (index * 3 + place) % 50), "name": "Villapaita, harmaa, koko M",
            "quantity": "2", "unit_price": "10.00", "vat_percent": "25.5", "total": "20.00",
        })
    };
    let mut order = json!({
        "number": (1000 + index).to_string(),
        "placed_at": format!("2026-01-{:02}T10:00:00+02:00", 1 + index % 14),
        "currency": "EUR",
        "prices_include_vat": true,
        "total": "60.00",
        "customer": {"number": format!("C{index}"), "kind": "consumer", "name": format!("Asiakas {index}")},
        "billing": {"name": format!("Asiakas {index}"), "street": "Katu 1", "postcode": "00100", "city": "Helsinki", "country": "FI"},
        "lines": [line(0), line(1), line(2)],
    });
    if paid {
        order["payment"] =
            json!({"method": "paytrail", "title": "Verkkopankki", "paid": true, "paid_on": "2026-01-14"});
    }
    order
}

pub(crate) fn begin(orders: &[Value], settings: &Settings) -> OrderExport {
    OrderExport::from_json(Value::from(orders.to_vec()).to_string().as_bytes(), settings).expect("a list of orders")
}

/// A company that has the customers and products of so many orders.
pub(crate) fn company(orders: u64) -> Simulator {
    let mut simulator = Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() });
    for index in 0..orders {
        let (code, name) = (format!("C{index}"), format!("Asiakas {index}"));
        simulator.add_customer(&CustomerCard { code, name, ..CustomerCard::default() });
    }
    for index in 0..50.min(orders) {
        simulator.add_product(&ProductCard { code: format!("P{index}"), ..ProductCard::default() });
    }
    simulator
}

fn connection() -> Connection {
    Connection::from_json(
        br#"{"base_url": "https://isvapi.netvisor.fi", "sender": "Kauppa", "customer_id": "cust_1", "customer_key": "CKEY",
            "partner_id": "partner_1", "partner_key": "PKEY", "organisation_id": "1234567-1"}"#,
    )
    .expect("a connection")
}

/// Exports to the end, without waiting for anything; gives the resources asked for.
pub(crate) fn run(export: &mut OrderExport, simulator: &mut Simulator) -> (Report, Vec<String>) {
    let connection = connection();
    let mut resources = Vec::new();
    loop {
        match export.poll_output(NOW) {
            Output::Send(outgoing) => {
                resources.push(outgoing.request.resource.clone());
                let stamp =
                    Stamp::new(NOW, &format!("{:?}-{}", outgoing.id, simulator_requests(simulator))).expect("a stamp");
                let signed = sign(outgoing.request, &connection, &stamp).expect("signed");
                let response = simulator.handle(&Request {
                    method: signed.method.as_str().to_owned(),
                    url: signed.url,
                    headers: signed.headers.into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
                    body: signed.body.unwrap_or_default().into_bytes(),
                });
                let input = Input::Reply { id: outgoing.id, status: response.status, body: &response.body };
                export.handle_input(input).expect("the answer to the request under way");
            }
            Output::Wait { reason, .. } => panic!("waits: {reason:?}; {:#?}", export.report()),
            Output::Done(report) => return (report, resources),
        }
    }
}

/// Makes transaction ids unique over several exports.
fn simulator_requests(simulator: &Simulator) -> u64 {
    use netvisor_simulator::Resource;
    Resource::ALL.iter().map(|resource| simulator.requests(*resource)).sum()
}
