//! Core does no I/O: neither itself nor through a crate it depends on.

use std::collections::BTreeSet;

use crate::command::{Workspace, heading};

/// Every crate core may be built with, looked at: none reads a clock, opens a file or socket, or gets random bytes.
/// chrono, rust_decimal and quick-xml are held to the features given here, since others of theirs do.
const LOOKED_AT: &[(&str, Features)] = &[
    ("arrayvec", Features::Any),
    ("block-buffer", Features::Any),
    ("cfg-if", Features::Any),
    ("chrono", Features::Only(&["alloc"])),
    ("cmov", Features::Any),
    ("cpufeatures", Features::Any),
    ("crypto-common", Features::Only(&[])),
    ("ctutils", Features::Any),
    ("digest", Features::Only(&["alloc", "block-api", "default", "mac", "zeroize"])),
    ("hifijson", Features::Only(&["alloc"])),
    ("hmac", Features::Any),
    ("hybrid-array", Features::Any),
    ("itoa", Features::Any),
    // Declarations only; cpufeatures reads the processor's abilities through it on some systems.
    ("libc", Features::Any),
    ("memchr", Features::Any),
    ("netvisor-orders", Features::Any),
    ("num-traits", Features::Any),
    ("percent-encoding", Features::Any),
    ("quick-xml", Features::Only(&["default"])),
    ("rust_decimal", Features::Only(&["serde", "std"])),
    ("serde", Features::Any),
    ("serde_core", Features::Any),
    ("serde_json", Features::Any),
    ("sha2", Features::Any),
    ("typenum", Features::Any),
    ("zeroize", Features::Any),
    ("zmij", Features::Any),
];

enum Features {
    Any,
    Only(&'static [&'static str]),
}

/// Checks core's calls and its dependencies, those of every platform included.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading("core does no I/O");
    workspace
        .cargo()
        .args(["clippy", "--quiet", "--package=netvisor-orders", "--lib", "--", "--deny=warnings"])
        .env("CLIPPY_CONF_DIR", workspace.path("xtask/purity"))
        .run()?;
    let tree = workspace
        .cargo()
        .args(["tree", "--package=netvisor-orders", "--edges=normal,no-proc-macro", "--target=all"])
        .args(["--prefix=none", "--no-dedupe", "--format={p}|{f}"])
        .output()?;
    // Once for each crate, however many depend on it.
    let faults: BTreeSet<String> = tree.lines().filter_map(fault).collect();
    if tree.is_empty() {
        return Err("cargo tree printed nothing".to_owned());
    }
    if faults.is_empty() { Ok(()) } else { Err(Vec::from_iter(faults).join("\n")) }
}

/// What is wrong with a line such as `chrono v0.4.45|alloc,clock`.
fn fault(line: &str) -> Option<String> {
    let (package, features) = line.split_once('|')?;
    let name = package.split(' ').next()?;
    match LOOKED_AT.iter().find(|(known, _)| *known == name) {
        None => Some(format!("core is built with {package}: if it does no I/O, add it to {}", file!())),
        Some((_, Features::Any)) => None,
        Some((_, Features::Only(allowed))) => {
            let more = features.split(',').find(|feature| !feature.is_empty() && !allowed.contains(feature))?;
            Some(format!("core is built with {name}'s feature {more}: if it brings no I/O, add it to {}", file!()))
        }
    }
}
