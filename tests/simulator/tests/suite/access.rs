//! What a client that checks its settings has to tell apart.

use netvisor_simulator::{Clock, Config, Resource, Simulator};

use crate::support::{Company, NOW, NOW_TEXT, set_header, signed_at};

#[test]
fn a_company_without_the_interface_answers_no_resource() {
    let mut company = Company::new();
    company.simulator.set_interface(false);
    for resource in Resource::ALL {
        let method = if resource.name() == "salesinvoice.nv" { "POST" } else { "GET" };
        let request = company.request(method, resource.name(), "");
        let answer = company.send(&request);
        assert_eq!(answer.status, 403, "{}", resource.name());
        assert!(answer.failure().starts_with("SERVICE_ACCESS_ERROR :: The interface is not in use"), "{}", answer.body);
    }
    company.simulator.set_interface(true);
    assert_eq!(company.get("customerlist.nv").status, 200);
}

#[test]
fn every_resource_can_be_taken_away_alone() {
    for resource in Resource::ALL {
        let mut company = Company::new();
        company.simulator.set_permission(*resource, false);
        let failure = company.get(resource.name()).failure();
        assert_eq!(failure, format!("SERVICE_ACCESS_ERROR :: The company has not allowed {}", resource.name()));
        let other = if *resource == Resource::CustomerList { "productlist.nv" } else { "customerlist.nv" };
        assert_eq!(company.get(other).status, 200, "{}", resource.name());
    }
}

#[test]
fn what_is_wrong_with_the_credentials_can_be_told_from_the_text() {
    let config = |change: fn(&mut Config)| {
        let mut config = Config { clock: Clock::Fixed(NOW), ..Config::default() };
        change(&mut config);
        Company::around(Simulator::new(config))
    };
    let mut texts = Vec::new();
    for (mut company, begins) in [
        (config(|config| config.customer_id = "x".into()), "Unknown customer id"),
        (config(|config| config.partner_id = "x".into()), "Unknown partner id"),
        (config(|config| config.organisation_id = "1967543-8".into()), "Unknown organisation id"),
        (config(|config| config.customer_key = "x".into()), "URI-metodi ei kelpaa"),
        (config(|config| config.partner_key = "x".into()), "URI-metodi ei kelpaa"),
        (config(|config| config.clock = Clock::Fixed(NOW + 301_000)), "Timestamp is too far from the present time"),
    ] {
        let answer = company.get("customerlist.nv");
        let failure = answer.failure();
        assert!(failure.starts_with(&format!("AUTHENTICATION_FAILED :: {begins}")), "{failure}");
        texts.push(answer.all("TimeStamp")[0].clone());
    }
    assert_eq!(texts[0], "2.1.2026 5:04:05");
    assert_eq!(texts[5], "2.1.2026 5:09:06", "the reply tells by how much the clock is off");
}

#[test]
fn a_clock_with_an_offset_runs() {
    let mut company = Company::new();
    let year_ms = 365 * 86_400_000;
    company.simulator.set_clock(Clock::Offset(year_ms));
    let unix = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let there = i64::try_from(unix).unwrap() + year_ms / 1000;
    let text = chrono::DateTime::from_timestamp(there, 0).unwrap().format("%Y-%m-%d %H:%M:%S%.3f").to_string();
    let url = "https://isvapi.netvisor.fi/customerlist.nv";
    assert_eq!(company.send(&signed_at("GET", url, "", "there", &text, there)).status, 200);
    let mut here = signed_at("GET", url, "", "here", NOW_TEXT, NOW / 1000);
    set_header(&mut here, "Authentication-UseHTTPResponseStatusCodes", "");
    assert!(company.send(&here).failure().contains("Timestamp is too far"));
}
