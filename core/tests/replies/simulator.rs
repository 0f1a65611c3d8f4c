//! What the simulator answers is read: the two share no code, so each checks the other.

use netvisor_orders::{Connection, Settings, Stamp, sign, wire::Request};
use netvisor_simulator::{Clock, Config, CustomerCard, ProductCard, Resource, Simulator};
use serde_json::{Value, json};

const NOW: i64 = 1_767_323_045_000;

struct Company {
    simulator: Simulator,
    connection: Connection,
    sent: u32,
}

impl Company {
    fn new() -> Self {
        let mut simulator = Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() });
        simulator.add_customer(&CustomerCard {
            code: "100".into(),
            name: "Aino & Co".into(),
            ..CustomerCard::default()
        });
        simulator.add_product(&ProductCard { code: "PAITA".into(), name: "Paita".into(), ..ProductCard::default() });
        let connection = json!({"base_url": "https://isvapi.netvisor.fi", "sender": "Kauppa", "customer_id": "cust_1",
            "customer_key": "CKEY", "partner_id": "partner_1", "partner_key": "PKEY", "organisation_id": "1234567-1"});
        let connection = Connection::from_json(connection.to_string().as_bytes()).expect("a connection");
        Self { simulator, connection, sent: 0 }
    }

    fn ask(&mut self, request: Request) -> Value {
        self.sent += 1;
        let resource = request.resource.clone();
        let stamp = Stamp::new(NOW, &format!("tx-{}", self.sent)).expect("a stamp");
        let signed = sign(request, &self.connection, &stamp).expect("a signed request");
        let reply = self.simulator.handle(&netvisor_simulator::Request {
            method: signed.method.as_str().to_owned(),
            url: signed.url,
            headers: signed.headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            body: signed.body.unwrap_or_default().into_bytes(),
        });
        let text = netvisor_orders::json::read_reply(&resource, reply.status, &reply.body).expect("a reply");
        serde_json::from_str(&text).expect("JSON")
    }

    fn get(&mut self, resource: &str, query: &[(&str, &str)]) -> Value {
        let request = json!({"method": "GET", "resource": resource, "query": query});
        self.ask(Request::from_json(request.to_string().as_bytes()).expect("a request"))
    }
}

#[test]
fn lists_refusals_and_an_exported_invoice() {
    let mut company = Company::new();
    assert_eq!(company.get("customerlist.nv", &[("keyword", "100")])["customers"][0]["name"], "Aino & Co");
    assert_eq!(company.get("productlist.nv", &[("keyword", "PAITA")])["products"][0]["code"], "PAITA");
    assert_eq!(company.get("salesinvoicelist.nv", &[])["sales_invoices"], json!([]));
    assert_eq!(company.get("getsalesinvoice.nv", &[("netvisorkey", "99")])["documents"], json!([]));

    let order = json!({
        "number": "10234", "placed_at": "2026-01-02T05:00:00+02:00", "currency": "EUR", "prices_include_vat": true,
        "total": "12.55", "customer": {"kind": "consumer", "name": "Aino & Co", "number": "100"},
        "billing": {"name": "Aino & Co", "street": "Katu 1", "postcode": "00100", "city": "Helsinki", "country": "FI"},
        "lines": [{"kind": "product", "sku": "PAITA", "name": "Paita", "quantity": "1", "unit_price": "12.55",
                   "vat_percent": "25.5", "total": "12.55"}]
    });
    let settings = Settings::from_json(br#"{"document": {"type": "invoice", "status": "open"}}"#).expect("settings");
    let preview = netvisor_orders::json::preview(order.to_string().as_bytes(), &settings, br#"{"customer_key": 2}"#);
    let mut invoice = preview.expect("documents").documents.into_iter().map(|document| document.request);
    let invoice = invoice.rfind(|request| request.resource == "salesinvoice.nv").expect("an invoice");
    let reply = company.ask(invoice.clone());
    let key = reply["inserted_key"].as_u64().unwrap_or_else(|| panic!("{reply}"));

    let listed = company.get("salesinvoicelist.nv", &[("replyoption", "3")])["sales_invoices"].clone();
    assert_eq!((&listed[0]["netvisor_key"], &listed[0]["status"]), (&json!(key), &json!("open")));
    let document = company.get("getsalesinvoice.nv", &[("netvisorkey", &key.to_string())])["documents"][0].clone();
    assert_eq!(document["customer"]["country"], "FI");
    assert_eq!(document["lines"][0]["product_code"], "PAITA");
    assert_eq!(document["lines"][0]["vat_percent"], "25.5");

    company.simulator.set_permission(Resource::named("customerlist.nv").expect("a resource"), false);
    let refused = company.get("customerlist.nv", &[]);
    assert_eq!(refused["code"], "netvisor_service_access");
    assert_eq!(refused["permission"]["name"], "Asiakaslistan nouto Netvisorista");
    // The same number again.
    assert_eq!(company.ask(invoice)["code"], "netvisor_duplicate_data");
}
