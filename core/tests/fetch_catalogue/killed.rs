//! Killed and resumed at every step, a fetch loses nothing.

use netvisor_orders::exchange::{Input, NoReplyKind, Output};
use netvisor_orders::fetch::CatalogueFetch;
use netvisor_orders::{Fault, Settings};
use netvisor_simulator::Resource;
use serde_json::{Value, json};

use crate::company::{Company, NOW, SINCE};
use crate::random::Random;
use crate::{Kept, begin};

/// Every way to fetch.
fn ways() -> Vec<Value> {
    let mut ways = Vec::new();
    for (source, details, images) in [
        ("products", true, false),
        ("products", false, false),
        ("web_shop", true, false),
        ("web_shop", true, true),
        ("extended", true, false),
        ("extended", true, true),
    ] {
        for changes in [false, true] {
            for groups in [None, Some([1, 3])] {
                let mut way =
                    json!({"source": source, "details": details, "images": images, "groups": groups.is_none()});
                if changes {
                    way["changed_since"] = json!(SINCE);
                }
                if let Some(groups) = groups {
                    way["product_groups"] = json!(groups);
                }
                ways.push(way);
            }
        }
    }
    ways
}

/// Fetches to the end. Before the steps that `is_killed` names, the process is killed, and begins again with the checkpoint
/// stored last: the host stores one after each batch it has kept.
fn run(company: &mut Company, options: &Value, mut is_killed: impl FnMut(usize) -> bool) -> (Kept, usize, Vec<Fault>) {
    let mut fetch = begin(options);
    let mut kept = Kept::default();
    let mut stored = fetch.checkpoint();
    let mut now = NOW;
    for step in 0.. {
        if is_killed(step) {
            fetch = CatalogueFetch::resume(&stored, &Settings::default()).expect("a checkpoint");
        }
        assert!(step < 20_000, "no end: {:?}", fetch.report());
        match fetch.poll_output(now) {
            Output::Send(outgoing) => company.answer(&mut fetch, outgoing),
            Output::Batch(batch) => {
                kept.keep(batch);
                stored = fetch.checkpoint();
            }
            Output::Wait { until, .. } => now = until,
            Output::Done(report) => {
                assert!(report.finished, "{report:?}");
                assert_eq!(report.result.cursor.as_deref(), Some("2026-01-14T15:50:00"), "{options}");
                let progress = fetch.progress();
                assert!(progress.total.is_none_or(|total| total == progress.done), "{progress:?} {options}");
                return (kept, step, report.notes);
            }
        }
    }
    unreachable!("steps have no end")
}

#[test]
fn everything_comes_once_where_nothing_goes_wrong() {
    for seed in 0..40 {
        let mut company = Company::new(&mut Random::new(seed), 60);
        for options in ways() {
            let (kept, _, notes) = run(&mut company, &options, |_| false);
            assert_eq!(notes, [], "seed {seed}, {options}");
            assert_eq!(kept, company.expected(&options), "seed {seed}, {options}");
        }
    }
}

#[test]
fn killed_before_any_step_nothing_is_lost() {
    for seed in 100..106 {
        let mut company = Company::new(&mut Random::new(seed), 16);
        for options in ways() {
            let (expected, steps, _) = run(&mut company, &options, |_| false);
            for killed in 0..=steps {
                let (kept, ..) = run(&mut company, &options, |step| step == killed);
                assert_eq!(kept, expected, "seed {seed}, {options}, killed before step {killed} of {steps}");
            }
        }
    }
}

#[test]
fn of_many_products_nothing_is_lost_however_often_it_is_killed() {
    for seed in 200..204 {
        let mut random = Random::new(seed);
        let mut company = Company::new(&mut random, 900);
        for options in ways() {
            // Less and less often, so that it ends.
            let (kept, ..) = run(&mut company, &options, |step| random.percent(30 / (1 + step as u64 / 20)));
            assert_eq!(kept, company.expected(&options), "seed {seed}, {options}");
        }
    }
}

#[test]
fn without_the_right_to_groups_and_images_the_products_come() {
    for (source, images) in [("web_shop", Resource::WebShopProductImages), ("extended", Resource::GetProductImage)] {
        let options = json!({"source": source, "images": true});
        let companies = (0..).map(|seed| Company::new(&mut Random::new(seed), 60));
        let is_large = |company: &Company| {
            let expected = company.expected(&options);
            expected.images.len() > 3 && expected.products.len() > 3
        };
        let mut company = { companies }.find(is_large).expect("a company with images");
        company.simulator().set_permission(Resource::GetProductGroups, false);
        company.simulator().set_permission(images, false);
        let mut expected = company.expected(&options);
        expected.groups.clear();
        expected.images.clear();
        // What was found out outlasts a kill.
        let (kept, _, notes) = run(&mut company, &options, |step| step == 6);
        assert_eq!(kept, expected, "{source}");
        let paths: Vec<&str> = notes.iter().map(Fault::path).collect();
        assert_eq!(paths, ["/groups", "/images"], "{source}");
        assert!(notes.iter().all(|note| note.code().as_str() == "fetch_part_not_permitted"));
        // One refused image is enough to know.
        assert_eq!(company.simulator().requests(images), 1, "{source}");
    }
}

#[test]
fn unanswered_requests_are_asked_again() {
    let mut company = Company::new(&mut Random::new(3), 40);
    let options = json!({"source": "extended", "images": true});
    let (mut fetch, mut kept, mut now) = (begin(&options), Kept::default(), NOW);
    for step in 0.. {
        match fetch.poll_output(now) {
            Output::Send(outgoing) if step % 3 == 0 => {
                let input = Input::NoReply { id: outgoing.id, kind: NoReplyKind::Timeout };
                fetch.handle_input(input).expect("the request under way");
            }
            Output::Send(outgoing) => company.answer(&mut fetch, outgoing),
            Output::Batch(batch) => kept.keep(batch),
            Output::Wait { until, .. } => now = until,
            Output::Done(report) => {
                assert!(report.finished);
                break;
            }
        }
    }
    assert_eq!(kept, company.expected(&options));
}
