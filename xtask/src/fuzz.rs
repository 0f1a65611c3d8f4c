//! `cargo xtask fuzz`: random bytes into the parsers and the export, starting from the inputs of tests/vectors, and random
//! schedules of faults and kills.

use crate::c;
use crate::command::{Workspace, heading, tracked_files};
use crate::setup;
use std::fs;

/// A target of fuzz/, and which files of tests/vectors it starts from, each with the byte that picks their kind.
struct Target {
    name: &'static str,
    seeds: &'static [(&'static str, &'static [u8])],
}

const TARGETS: [Target; 4] = [
    Target { name: "order", seeds: &[("order.json", &[0, 1, 2])] },
    Target { name: "settings", seeds: &[("settings.json", &[]), ("connection.json", &[]), ("known.json", &[])] },
    Target { name: "reply", seeds: &[("reply.xml", &[0, 1, 2, 3, 4, 5])] },
    Target { name: "export", seeds: &[("checkpoint.txt", &[0]), ("reply-1.xml", &[1]), ("reply-4.xml", &[1])] },
];

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
    for path in tracked_files(workspace)?.iter().filter(|path| path.starts_with("tests/vectors/")) {
        let Some((_, kinds)) = target.seeds.iter().find(|(name, _)| path.ends_with(&format!("/{name}"))) else {
            continue;
        };
        let content = fs::read(workspace.path(path)).map_err(|error| format!("{path}: {error}"))?;
        let name = path.replace('/', "-");
        if kinds.is_empty() {
            fs::write(corpus.join(name), content).map_err(|error| format!("{path}: {error}"))?;
            continue;
        }
        for kind in *kinds {
            let seed = [&[*kind], content.as_slice()].concat();
            fs::write(corpus.join(format!("{kind}-{name}")), seed).map_err(|error| format!("{path}: {error}"))?;
        }
    }
    Ok(())
}
