//! `cargo xtask bench`: every number of docs/performance.md, measured anew.

use std::path::PathBuf;

use crate::command::{Workspace, heading};
use crate::{node, php, python, setup};

/// Names the folder in which the native benchmark writes the case, and the others find it.
pub(crate) const CASE: &str = "NETVISOR_ORDERS_BENCH_CASE";

/// That folder.
pub(crate) fn case(workspace: &Workspace) -> PathBuf {
    workspace.target().join("bench-case")
}

type Bench = fn(&Workspace) -> Result<(), String>;

/// Prints the benchmarks of the given parts, or of all. The native one always comes first: it writes the case that the
/// others measure too, and what it prints is what their times are compared with.
pub(crate) fn run(workspace: &Workspace, parts: &[String]) -> Result<(), String> {
    const PARTS: [&str; 4] = ["rust", "php", "python", "node"];
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        return Err(format!("no benchmark of {unknown}; there are {}", PARTS.join(", ")));
    }
    setup::run(workspace, parts)?;
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|name| name == part);
    heading("bench: rust");
    workspace
        .cargo()
        .args(["bench", "--package=netvisor-orders", "--bench=export"])
        .env(CASE, case(workspace))
        .run()?;
    if wanted("rust") {
        workspace.cargo().args(["bench", "--package=netvisor-orders", "--bench=machine"]).run()?;
        workspace.cargo().args(["bench", "--package=netvisor-orders", "--bench=reply"]).run()?;
        workspace.cargo().args(["bench", "--package=netvisor-orders", "--bench=fetch"]).run()?;
        workspace.cargo().args(["bench", "--package=netvisor-orders", "--bench=matching"]).run()?;
    }
    let languages: [(&str, Bench); 3] = [("php", php::bench), ("python", python::bench), ("node", node::bench)];
    for (language, bench) in languages.into_iter().filter(|(language, _)| wanted(language)) {
        heading(&format!("bench: {language}"));
        bench(workspace)?;
    }
    Ok(())
}
