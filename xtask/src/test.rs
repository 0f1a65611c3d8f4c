//! `cargo xtask test`: every check there is, in one go.

use crate::command::{Workspace, heading};
use crate::{c, clients, docs, node, php, python, rust, setup};

const PARTS: [&str; 7] = ["rust", "c", "php", "python", "node", "clients", "docs"];

/// Sets up, then checks the given parts, or all.
pub(crate) fn run(workspace: &Workspace, parts: &[String]) -> Result<(), String> {
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        return Err(format!("no part {unknown}; there are {}", PARTS.join(", ")));
    }
    setup::run(workspace, parts)?;
    for part in PARTS.into_iter().filter(|part| parts.is_empty() || parts.iter().any(|wanted| wanted == part)) {
        let done = match part {
            "rust" => rust::test(workspace),
            "c" => c::test(workspace),
            "php" => php::test(workspace),
            "python" => python::test(workspace),
            "node" => node::test(workspace),
            "clients" => clients::test(workspace),
            _ => docs::test(workspace, parts.is_empty()),
        };
        done.map_err(|error| format!("{part}: {error}"))?;
    }
    heading("all checks passed");
    Ok(())
}
