use crate::reply::{self, Failure, Reply};
use crate::request::Query;
use crate::state::{Customer, CustomerCard, Product, ProductCard, State};
use crate::{Config, Request, Resource, Response, authentication, fetch, import};

/// A Netvisor with one company in it.
///
/// [`handle`](Self::handle) is the whole of it: a request goes in, an answer comes out, and nothing but the state is
/// touched. Whatever may go wrong between a client and Netvisor goes around that call, not into it.
#[derive(Debug)]
pub struct Simulator {
    config: Config,
    state: State,
}

impl Simulator {
    /// A company that has nothing but the customer `TEMP` (key 1), and has allowed every resource.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self { config, state: State::new() }
    }

    /// Answers one request.
    pub fn handle(&mut self, request: &Request) -> Response {
        let Some((resource, query)) = request.target(&self.config.base_url) else { return reply::not_found() };
        let outcome = self.answer(request, resource, &query);
        let use_http_status = request.header("X-Netvisor-Authentication-UseHTTPResponseStatusCodes") == "1";
        reply::respond(outcome, use_http_status, self.config.clock.now())
    }

    fn answer(&mut self, request: &Request, resource: Resource, query: &Query) -> Result<Reply, Failure> {
        let transaction_id = authentication::check(request, &self.config, self.config.clock.now())?;
        if !self.state.transaction_ids.insert(transaction_id.to_owned()) {
            return Err(Failure::not_unique(transaction_id));
        }
        if self.state.forbidden.contains(&resource) {
            return Err(Failure::no_access(resource.name()));
        }
        if resource.is_import() {
            import::import(&mut self.state, resource, query, request)
        } else {
            fetch::fetch(&self.state, resource, query, request.header("X-Netvisor-Interface-Language"))
        }
    }

    /// Puts a customer into the register and answers with its key. Whether the code is free is not looked at.
    pub fn add_customer(&mut self, card: &CustomerCard) -> u32 {
        self.state.customers.insert(Customer::new(card))
    }

    /// Puts a product into the register and answers with its key. Whether the code is free is not looked at.
    pub fn add_product(&mut self, card: &ProductCard) -> u32 {
        self.state.products.insert(Product::new(card))
    }

    /// Takes the right to a resource away: from now on it answers `SERVICE_ACCESS_ERROR`.
    pub fn revoke_permission(&mut self, resource: Resource) {
        self.state.forbidden.insert(resource);
    }

    /// Gives the right to a resource back.
    pub fn allow_permission(&mut self, resource: Resource) {
        self.state.forbidden.remove(&resource);
    }

    /// Customers, products, documents, payments and forbidden resources, for assertions.
    ///
    /// Money is a string with a dot and two decimals. A document's `total_mismatch` tells that its amount is not the sum
    /// of its lines; `sent` holds the message with names in lower case.
    #[must_use]
    pub fn state_json(&self) -> serde_json::Value {
        self.state.json()
    }
}
