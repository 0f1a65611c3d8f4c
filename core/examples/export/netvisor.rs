use std::time::{SystemTime, UNIX_EPOCH};

use netvisor_orders::order::Line;
use netvisor_orders::settings::MissingProduct;
use netvisor_orders::{Connection, Error, Order, Preview, Request, Settings, SignedRequest, Stamp, sign};
use netvisor_simulator::{Clock, Config, CustomerCard, ProductCard, Simulator};

/// A simulated company in Netvisor, and the connection to it.
pub(crate) struct Netvisor {
    simulator: Simulator,
    connection: Connection,
    /// Milliseconds since 1970. Simulated, so that nobody has to wait: it starts at the machine's time and jumps.
    pub(crate) now: i64,
    sent: u64,
}

/// One request and what was answered.
pub(crate) struct Exchange {
    pub(crate) resource: String,
    pub(crate) request: SignedRequest,
    pub(crate) http_status: u16,
    pub(crate) body: Vec<u8>,
}

/// The simulator's own test credentials.
const CONNECTION: &str = r#"{
    "base_url": "https://isvapi.netvisor.fi",
    "sender": "netvisor-orders example",
    "customer_id": "cust_1", "customer_key": "CKEY",
    "partner_id": "partner_1", "partner_key": "PKEY",
    "organisation_id": "1234567-1"
}"#;

impl Netvisor {
    pub(crate) fn new() -> Self {
        let connection = Connection::from_json(CONNECTION.as_bytes()).expect("the connection above is right");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let now = i64::try_from(now.as_millis()).unwrap_or_default();
        let config = Config { clock: Clock::Fixed(now), ..Config::default() };
        Self { simulator: Simulator::new(config), connection, now, sent: 0 }
    }

    /// Lets time pass.
    pub(crate) fn wait_until(&mut self, unix_ms: i64) {
        self.now = self.now.max(unix_ms);
        self.simulator.set_now(self.now);
    }

    /// Signs and sends. The time and the transaction id are the host's to give, new for every attempt.
    pub(crate) fn send(&mut self, request: Request) -> Result<Exchange, Error> {
        self.sent += 1;
        let stamp = Stamp::new(self.now, &format!("{}-{}", self.now, self.sent))?;
        let resource = request.resource.clone();
        let request = sign(request, &self.connection, &stamp)?;
        let response = self.simulator.handle(&netvisor_simulator::Request {
            method: request.method.to_string(),
            url: request.url.clone(),
            headers: request.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            body: request.body.clone().unwrap_or_default().into_bytes(),
        });
        Ok(Exchange { resource, request, http_status: response.status, body: response.body })
    }

    /// Puts into the register what the settings say is there: customers and products that are not created.
    pub(crate) fn stock(&mut self, order: &Order, prepared: &Preview, settings: &Settings) {
        let creates_customer = prepared.documents.iter().any(|document| document.kind.as_str() == "customer");
        let customer = &order.customer;
        if !creates_customer && let Some(code) = customer.netvisor_number.as_ref().or(customer.number.as_ref()) {
            self.simulator.add_customer(&CustomerCard {
                code: code.clone(),
                name: customer.name.clone(),
                ..CustomerCard::default()
            });
        }
        let products = &settings.products;
        let special = [&products.shipping, &products.fee, &products.discount, &products.gift_card, &products.rounding];
        let own = special.into_iter().filter_map(|product| product.code.clone());
        let defaults = ["TOIMITUS", "MAKSU", "ALENNUS", "LAHJAKORTTI", "PYORISTYS"].map(str::to_owned);
        let mut codes: Vec<String> = products.fallback_code.clone().into_iter().collect();
        if products.missing != MissingProduct::Create {
            codes.extend(own.chain(defaults));
            for line in order.lines.iter() {
                if let Line::Priced(line) = line {
                    codes.extend(line.sku.clone());
                    if let Some(ean) = &line.ean {
                        let product =
                            ProductCard { primary_ean: ean.clone(), name: line.name.clone(), ..ProductCard::default() };
                        self.simulator.add_product(&product);
                    }
                }
            }
        }
        codes.sort();
        codes.dedup();
        for code in codes {
            self.simulator.add_product(&ProductCard { name: code.clone(), code, ..ProductCard::default() });
        }
    }
}
