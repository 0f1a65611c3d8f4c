//! `cargo xtask fuzz`: random bytes into the parsers, the export and the fetches, starting from the inputs of tests/vectors,
//! and random schedules of faults and kills.

use crate::c;
use crate::command::{Workspace, heading, tracked_files, write};
use crate::setup::{self, Package, There};
use std::collections::BTreeSet;
use std::fs;

/// The fuzzer itself is C++, and built also where its targets are only checked.
pub(crate) const PACKAGES: &[Package] = &[Package { name: "g++", there: There::Program("g++") }];

/// A target of fuzz/, and what of tests/vectors it starts from.
struct Target {
    name: &'static str,
    seeds: &'static [Seed],
}

/// Files of a case, of which the first has to be there, each with the bytes that pick their kind.
type Seed = (&'static [&'static str], &'static [u8]);

/// Between files; no UTF-8 holds it.
const SEPARATOR: u8 = 0xFF;

const TARGETS: [Target; 5] = [
    Target { name: "order", seeds: &[(&["order.json"], &[0, 1, 2])] },
    Target {
        name: "settings",
        seeds: &[(&["settings.json"], &[]), (&["connection.json"], &[]), (&["known.json"], &[])],
    },
    Target { name: "reply", seeds: &[(&["reply.xml"], &[0, 1, 2, 3, 4, 5])] },
    Target {
        name: "export",
        seeds: &[(&["checkpoint.txt"], &[0]), (&["reply-1.xml"], &[1]), (&["reply-4.xml"], &[1])],
    },
    Target {
        name: "fetch",
        seeds: &[
            (&["reply-1.xml", "reply-2.xml", "reply-3.xml", "reply-4.xml", "reply-5.xml"], &[0, 1, 2, 3, 4, 5, 6]),
            (&["reply-orders.xml", "reply-invoices.xml", "reply-end.xml", "reply-billed.xml"], &[4]),
            (&["options.json"], &[7, 8, 11, 12, 13]),
            (&["checkpoint.txt"], &[14]),
            (&["expect-1.checkpoint"], &[14]),
            (&["expect-4.checkpoint"], &[14]),
            (&["features.json"], &[15]),
            (&["shop.json", "netvisor.json", "options.json"], &[16, 17]),
        ],
    },
];

/// The targets are no part of the workspace, so nothing else would tell that core has moved on from under them. Neither does
/// their lock file follow by itself.
pub(crate) fn check(workspace: &Workspace) -> Result<(), String> {
    heading("fuzz targets compile");
    workspace.cargo().args(["check", "--quiet", "--locked", "--manifest-path=fuzz/Cargo.toml"]).run()
}

/// Fuzzes each of them for this many seconds.
pub(crate) fn run(workspace: &Workspace, seconds: &str) -> Result<(), String> {
    let seconds: u32 = seconds.parse().map_err(|_| format!("not a number of seconds: {seconds}"))?;
    setup::install(workspace, c::PACKAGES)?;
    let tool = workspace.path(".tools/bin/cargo-fuzz");
    if !tool.exists() {
        heading("installing cargo-fuzz");
        workspace.cargo().args(["install", "cargo-fuzz", "--locked", "--root"]).arg(workspace.path(".tools")).run()?;
    }
    for target in &TARGETS {
        heading(&format!("fuzzing {} for {seconds} s", target.name));
        seed(workspace, target)?;
        workspace
            .step(&tool)
            .args(["fuzz", "run", "--fuzz-dir=fuzz", target.name, "--", "-timeout=10"])
            .arg(format!("-max_total_time={seconds}"))
            // The sanitizer is an unstable option; this lets a stable compiler take it.
            .env("RUSTC_BOOTSTRAP", "1")
            .run()?;
    }
    heading(&format!("exporting through random faults and kills for {seconds} s"));
    // Other schedules each time: those of the tests have been seen to pass.
    let from = std::time::UNIX_EPOCH.elapsed().map_or(0, |elapsed| elapsed.as_millis()) * 1_000;
    let arguments = ["test", "--release", "--package=netvisor-orders", "--test=exactly_once"];
    workspace
        .cargo()
        .args(arguments)
        .args(["every_order_is_there_exactly_once", "--", "--nocapture"])
        .env("FROM", from.to_string())
        .env("SECONDS", seconds.to_string())
        .run()
}

fn seed(workspace: &Workspace, target: &Target) -> Result<(), String> {
    let corpus = workspace.path("fuzz/corpus").join(target.name);
    fs::create_dir_all(&corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let files: BTreeSet<String> = tracked_files(workspace)?.into_iter().collect();
    for (names, kinds) in target.seeds {
        let (first, others) = names.split_first().ok_or("a seed of no file")?;
        for path in files.iter().filter(|path| path.starts_with("tests/vectors/")) {
            let Some(case) = path.strip_suffix(first).filter(|case| case.ends_with('/')) else { continue };
            let mut content = bytes(workspace, path)?;
            for other in others.iter().map(|name| format!("{case}{name}")).filter(|path| files.contains(path)) {
                content.push(SEPARATOR);
                content.extend(bytes(workspace, &other)?);
            }
            let name = path.replace('/', "-");
            if kinds.is_empty() {
                write(corpus.join(&name), &content)?;
            }
            for kind in *kinds {
                write(corpus.join(format!("{kind}-{name}")), [&[*kind], content.as_slice()].concat())?;
            }
        }
    }
    Ok(())
}

fn bytes(workspace: &Workspace, path: &str) -> Result<Vec<u8>, String> {
    fs::read(workspace.path(path)).map_err(|error| format!("{path}: {error}"))
}
