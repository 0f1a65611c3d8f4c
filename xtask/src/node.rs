//! The npm package in wasm/js/.

use std::path::Path;
use std::time::SystemTime;

use crate::command::{Step, Workspace, heading};
use crate::setup::{Package, There};
use crate::{bench, wasm};

const FOLDER: &str = "wasm/js";

/// What the Node part needs from Debian: a browser to try the package in. Node itself must be there.
pub(crate) const PACKAGES: &[Package] = &[Package { name: "chromium", there: There::Program("chromium") }];

/// Installs the npm packages that building and testing need, as the lock file has them.
pub(crate) fn setup(workspace: &Workspace) -> Result<(), String> {
    const RECENT: &str = "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)";
    if !workspace.step("node").args(["-e", RECENT]).succeeds() || !workspace.step("npm").arg("--version").succeeds() {
        return Err("Node 20 or newer with npm is needed (Debian 12's package nodejs is too old)".to_owned());
    }
    let folder = workspace.path(FOLDER);
    let changed = |file: &str| -> Option<SystemTime> { folder.join(file).metadata().ok()?.modified().ok() };
    // npm writes this file at the end of an installation.
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    heading("npm packages");
    npm(workspace).args(["ci", "--ignore-scripts"]).run()
}

/// Builds the package, then tests it: as built here, and as installed from its tarball.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    build(workspace)?;
    heading("types drift");
    npm(workspace).args(["run", "--silent", "generate", "--", "--check"]).run()?;
    heading("npm package: tests");
    workspace.cargo().args(["build", "--quiet", "--package=netvisor-simulator"]).run()?;
    let simulator = workspace.target().join("debug/netvisor-simulator");
    npm(workspace).args(["test", "--silent"]).env("NETVISOR_SIMULATOR", simulator).run()
}

/// Prints what one order costs through this package, and how long a fresh process takes for its first.
pub(crate) fn bench(workspace: &Workspace) -> Result<(), String> {
    build(workspace)?;
    let node = || workspace.step("node").env(bench::CASE, bench::case(workspace));
    node().args(["--expose-gc", "wasm/bench/throughput.mjs"]).run()?;
    node().arg("wasm/bench/cold_start.mjs").run()
}

/// Lays out this language's package under `dist/`.
pub(crate) fn dist(workspace: &Workspace) -> Result<(), String> {
    build(workspace)?;
    let folder = workspace.path("dist/npm");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    pack(workspace, &folder)
}

/// Builds the package in place: examples run with it from the checkout.
pub(crate) fn build(workspace: &Workspace) -> Result<(), String> {
    wasm::build(workspace)?;
    heading("npm package");
    npm(workspace).args(["run", "--silent", "build"]).run()
}

fn pack(workspace: &Workspace, folder: &Path) -> Result<(), String> {
    npm(workspace).args(["pack", "--silent", "--pack-destination"]).arg(folder).run()
}

fn npm(workspace: &Workspace) -> Step {
    workspace.step("npm").folder(workspace.path(FOLDER))
}
