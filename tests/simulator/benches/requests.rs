//! What a request costs in process: `cargo bench -p netvisor-simulator`, or with `--profile dev` as tests see it.
#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]
#![allow(dead_code, reason = "the helpers serve the tests")]

#[path = "../tests/suite/messages.rs"]
mod messages;
#[path = "../tests/suite/support.rs"]
mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use netvisor_simulator::{CustomerCard, ProductCard, Simulator, StockCard};

use messages::{LEAST_ORDER, least_invoice, least_payment};
use support::Company;

fn main() {
    measure("a new company with four cards", 2000, || drop(black_box(Company::new())));
    let small = Company::new();
    measure("its clone", 2000, || drop(black_box(small.simulator.clone())));
    of_a_request("an order", Company::new(), 1000, |_| {
        ("POST", "salesinvoice.nv?method=add".into(), LEAST_ORDER.into())
    });
    of_a_request("a payment", invoices(), 1000, |turn| {
        ("POST", "salespayment.nv".into(), least_payment(turn + 1, "125,50"))
    });
    of_a_request("an invoice by its number", invoices(), 1000, |turn| {
        ("GET", format!("salesinvoicelist.nv?invoicenumber={}&replyoption=1", turn + 1), String::new())
    });
    of_a_request("a customer by code", Company::new(), 1000, |_| {
        ("GET", "customerlist.nv?customercodelist=100".into(), String::new())
    });

    let start = Instant::now();
    let many = many_customers();
    show("100,000 customers put in, all of them", start.elapsed());
    of_a_request("100 of them by code", Company::around(many.clone()), 200, |turn| {
        let codes: Vec<String> = (0..100).map(|code| format!("C{}", turn * 300 + code)).collect();
        ("GET", format!("customerlist.nv?customercodelist={}", codes.join(",")), String::new())
    });
    of_a_request("one of them by a word", Company::around(many), 20, |turn| {
        ("GET", format!("customerlist.nv?keyword=asiakas%20{}7777", turn % 10), String::new())
    });
    products_and_stock();
}

/// A catalogue of 20,000 products, and 50,000 rows of stock.
fn products_and_stock() {
    let start = Instant::now();
    let mut simulator = Company::new().simulator;
    for number in 0..20_000 {
        let (code, name) = (format!("T{number}"), format!("Tuote {number}"));
        let group = format!("Ryhmä {} / Alaryhmä {}", number % 20, number % 400);
        let names = [("SE".to_owned(), format!("Produkt {number}"))].into();
        let net_price = "45".into();
        simulator.add_product(&ProductCard { code, name, group, names, net_price, ..ProductCard::default() });
    }
    show("20,000 products put in, all of them", start.elapsed());
    let start = Instant::now();
    for row in 0..50_000 {
        let (product_key, warehouse) = (row % 20_000 + 1, format!("Varasto {}", row / 20_000));
        let on_hand = "10,5".into();
        simulator.set_stock(&StockCard { product_key, warehouse, on_hand, ..StockCard::default() });
    }
    show("50,000 rows of stock put in, all of them", start.elapsed());
    for target in ["productlist.nv", "inventorybywarehouse.nv", "webshopproductlist.nv", "extendedproductlist.nv"] {
        let company = Company::around(simulator.clone());
        of_a_request(target, company, 5, |_| ("GET", target.into(), String::new()));
    }
}

fn invoices() -> Company {
    let mut company = Company::new();
    for _ in 0..1000 {
        company.post("salesinvoice.nv?method=add", &least_invoice()).key();
    }
    company
}

fn many_customers() -> Simulator {
    let mut simulator = Company::new().simulator;
    for number in 0..100_000 {
        let (code, name) = (format!("C{number}"), format!("Asiakas {number} Oy"));
        simulator.add_customer(&CustomerCard { code, name, city: "Turku".into(), ..CustomerCard::default() });
    }
    simulator
}

/// Measures requests alone: they are signed beforehand.
fn of_a_request(name: &str, mut company: Company, turns: u32, target: impl Fn(u32) -> (&'static str, String, String)) {
    let mut requests = (0..turns).map(|turn| {
        let (method, target, body) = target(turn);
        company.request(method, &target, &body)
    });
    let mut signed: Vec<_> = requests.by_ref().collect();
    drop(requests);
    measure(name, turns, || {
        let response = company.simulator.handle(&signed.pop().unwrap());
        assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
    });
}

fn measure(name: &str, turns: u32, mut turn: impl FnMut()) {
    let start = Instant::now();
    for _ in 0..turns {
        turn();
    }
    show(name, start.elapsed() / turns);
}

fn show(name: &str, time: Duration) {
    println!("{name:40} {:>12.1} µs", time.as_secs_f64() * 1e6);
}
