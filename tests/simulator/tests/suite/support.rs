//! A company with a few cards in it, and a client that signs as the reference says.

use hmac::{Hmac, KeyInit, Mac};
use netvisor_simulator::{Clock, Config, CustomerCard, Exchange, ProductCard, Request, Response, Simulator};
use serde_json::Value;
use sha2::Sha256;

pub(crate) const NOW: i64 = 1_767_323_045_000;
pub(crate) const NOW_TEXT: &str = "2026-01-02 03:04:05.000";

/// A company that knows the customers 100 (key 2) and 101 (key 3) and the products SKU1 and SKU2 (keys 1 and 2).
pub(crate) struct Company {
    pub(crate) simulator: Simulator,
    sent: u32,
}

/// What a test wants to see of a reply.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Company {
    pub(crate) fn new() -> Self {
        let mut simulator = Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() });
        let customer = simulator.add_customer(&CustomerCard {
            code: "100".into(),
            name: "Järvi & Pojat Oy".into(),
            business_id: "1967543-8".into(),
            organization_unit_number: "003719675438".into(),
            street: "Rantatie 1".into(),
            postcode: "33100".into(),
            city: "Tampere".into(),
            country: "FI".into(),
            email: "osto@jarvi.example".into(),
        });
        assert_eq!(customer, 2);
        simulator.add_customer(&CustomerCard { code: "101".into(), name: "Aino Aalto".into(), ..Default::default() });
        for (code, name, price, ean) in
            [("SKU1", "Paita", "50,00", "6410000000017"), ("SKU2", "Housut", "100", "6410000000024")]
        {
            simulator.add_product(&ProductCard {
                code: code.into(),
                name: name.into(),
                group: "Verkkokauppa".into(),
                net_price: price.into(),
                vat_percentage: "25,5".into(),
                primary_ean: ean.into(),
                secondary_ean: format!("{ean}-2"),
                ..ProductCard::default()
            });
        }
        Self::around(simulator)
    }

    /// A client of that company.
    pub(crate) fn around(simulator: Simulator) -> Self {
        Self { simulator, sent: 0 }
    }

    /// A signed request with a transaction id of its own.
    pub(crate) fn request(&mut self, method: &str, target: &str, body: &str) -> Request {
        self.sent += 1;
        signed(method, &format!("https://isvapi.netvisor.fi/{target}"), body, &format!("tx-{}", self.sent))
    }

    pub(crate) fn send(&mut self, request: &Request) -> Answer {
        Answer::of(self.simulator.handle(request))
    }

    pub(crate) fn post(&mut self, target: &str, body: &str) -> Answer {
        let request = self.request("POST", target, body);
        self.send(&request)
    }

    /// Sends a document through whatever was planned for it.
    pub(crate) fn exchange(&mut self, body: &str) -> Exchange {
        let request = self.request("POST", "salesinvoice.nv?method=add", body);
        self.simulator.exchange(&request)
    }

    pub(crate) fn get(&mut self, target: &str) -> Answer {
        let request = self.request("GET", target, "");
        self.send(&request)
    }

    pub(crate) fn state(&self) -> Value {
        self.simulator.state_json()
    }

    /// The state without the number of requests.
    fn books(&self) -> Value {
        let mut state = self.state();
        state["requests"].take();
        state
    }

    /// Sends what must be refused, and sees to it that the books stay as they were.
    pub(crate) fn refused(&mut self, target: &str, body: &str) -> String {
        let before = self.books();
        let answer = self.post(target, body);
        assert!(answer.body.contains("<Status>FAILED</Status>"), "accepted: {body}\n{}", answer.body);
        assert_eq!(self.books(), before, "refused but booked: {body}");
        answer.failure()
    }
}

impl Answer {
    pub(crate) fn of(response: Response) -> Self {
        assert_eq!(response.content_type, "text/html; charset=utf-8");
        Self { status: response.status, body: String::from_utf8(response.body).unwrap() }
    }

    /// The key in a reply to an import that made something.
    pub(crate) fn key(&self) -> u32 {
        assert!(self.body.contains("<Status>OK</Status>"), "{}", self.body);
        self.all("InsertedDataIdentifier")[0].parse().unwrap()
    }

    /// The second status of a failure, code and text.
    pub(crate) fn failure(&self) -> String {
        let statuses = self.all("Status");
        assert_eq!((statuses.len(), statuses[0].as_str()), (2, "FAILED"), "{}", self.body);
        statuses[1].clone()
    }

    /// The texts of all elements of exactly that name.
    pub(crate) fn all(&self, name: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(&self.body).unwrap();
        document
            .descendants()
            .filter(|node| node.is_element() && node.tag_name().name() == name)
            .map(|node| node.text().unwrap_or_default().to_owned())
            .collect()
    }
}

/// A request signed by HMACSHA256, put together without the help of the simulator.
pub(crate) fn signed(method: &str, url: &str, body: &str, transaction_id: &str) -> Request {
    signed_at(method, url, body, transaction_id, NOW_TEXT, NOW / 1000)
}

/// The same with time stamps of the caller's.
pub(crate) fn signed_at(method: &str, url: &str, body: &str, transaction_id: &str, time: &str, unix: i64) -> Request {
    let message = format!("{url}&Shop Ä&cust_1&{time}&FI&1234567-1&{transaction_id}&{unix}&CKEY&PKEY");
    let latin1: Vec<u8> = message.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    let mut mac = Hmac::<Sha256>::new_from_slice(b"CKEY&PKEY").unwrap();
    mac.update(&latin1);
    let digest: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let unix = unix.to_string();
    let headers = [
        ("X-Netvisor-Authentication-Sender", "Shop Ä"),
        ("X-Netvisor-Authentication-CustomerId", "cust_1"),
        ("X-Netvisor-Authentication-PartnerId", "partner_1"),
        ("X-Netvisor-Authentication-Timestamp", time),
        ("X-Netvisor-Authentication-TimestampUnix", &unix),
        ("X-Netvisor-Authentication-TransactionId", transaction_id),
        ("X-Netvisor-Interface-Language", "FI"),
        ("X-Netvisor-Organisation-ID", "1234567-1"),
        ("X-Netvisor-Authentication-UseHTTPResponseStatusCodes", "1"),
        ("X-Netvisor-Authentication-MACHashCalculationAlgorithm", "HMACSHA256"),
        ("X-Netvisor-Authentication-MAC", &digest),
    ];
    Request {
        method: method.to_owned(),
        url: url.to_owned(),
        headers: headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        body: body.as_bytes().to_vec(),
    }
}

/// Sets a header, or takes it away when the value is empty.
pub(crate) fn set_header(request: &mut Request, name: &str, value: &str) {
    let name = format!("X-Netvisor-{name}");
    request.headers.retain(|(own, _)| *own != name);
    if !value.is_empty() {
        request.headers.push((name, value.to_owned()));
    }
}
