//! Installs what building and testing need: once, and only what is missing.

use crate::command::{Workspace, heading};
use crate::{c, clients, fuzz, node, php, python, wasm};
use std::path::Path;

/// A Debian package and how to tell that what it brings is there, from Debian or from elsewhere.
pub(crate) struct Package {
    /// The package's name in Debian 12.
    pub(crate) name: &'static str,
    /// What shows that it is not needed.
    pub(crate) there: There,
}

/// What shows that a package is not needed.
pub(crate) enum There {
    /// A program of this name is on the search path.
    Program(&'static str),
    /// This file exists.
    File(&'static str),
    /// This command ends well.
    Command(&'static [&'static str]),
}

impl Package {
    fn missing(&self, workspace: &Workspace) -> bool {
        let there = match self.there {
            There::Program(name) => on_path(name),
            There::File(path) => Path::new(path).exists(),
            There::Command([program, arguments @ ..]) => workspace.step(program).args(arguments).succeeds(),
            There::Command([]) => false,
        };
        !there
    }
}

/// Whether a program of this name is on the search path.
pub(crate) fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

type Setup = fn(&Workspace) -> Result<(), String>;

/// Sets up the given parts, or all.
pub(crate) fn run(workspace: &Workspace, parts: &[String]) -> Result<(), String> {
    heading("set-up");
    rust_components(workspace)?;
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|name| name == part || name == "docs");
    let lists = [
        ("rust", fuzz::PACKAGES),
        ("c", c::PACKAGES),
        ("php", php::PACKAGES),
        ("python", python::PACKAGES),
        ("node", node::PACKAGES),
        ("clients", python::PACKAGES),
    ];
    install(workspace, lists.into_iter().filter(|(part, _)| wanted(part)).flat_map(|(_, packages)| packages))?;
    let parts: [(&str, Setup); 6] = [
        ("c", c::setup),
        ("php", php::setup),
        ("python", python::setup),
        ("node", wasm::setup),
        ("node", node::setup),
        ("clients", clients::setup),
    ];
    parts.into_iter().filter(|(part, _)| wanted(part)).try_for_each(|(_, setup)| setup(workspace))
}

/// Makes sure of rustfmt and clippy, which rustup's minimal profile leaves out.
fn rust_components(workspace: &Workspace) -> Result<(), String> {
    let missing = |name: &&str| !workspace.cargo().args([*name, "--version"]).succeeds();
    if !["fmt", "clippy"].iter().any(missing) {
        return Ok(());
    }
    let added = workspace.step("rustup").args(["component", "add", "rustfmt", "clippy"]).run();
    added.map_err(|error| format!("rustfmt and clippy are needed (rustup components, or Debian's packages): {error}"))
}

/// Installs those packages that are missing, with one `apt-get update` and one `apt-get install`.
pub(crate) fn install<'a>(
    workspace: &Workspace,
    packages: impl IntoIterator<Item = &'a Package>,
) -> Result<(), String> {
    let missing: Vec<&Package> = packages.into_iter().filter(|package| package.missing(workspace)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let names_text = names.join(" ");
    let root = workspace.step("id").arg("-u").output().is_ok_and(|id| id.trim() == "0");
    if !root || !on_path("apt-get") {
        return Err(format!("missing, and only root on Debian can install them here: {names_text}"));
    }
    heading(&format!("installing {names_text}"));
    workspace.step("apt-get").args(["update", "--quiet"]).env("DEBIAN_FRONTEND", "noninteractive").run()?;
    workspace
        .step("apt-get")
        .args(["install", "--quiet", "--yes", "--no-install-recommends"])
        .args(&names)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()?;
    match missing.iter().find(|package| package.missing(workspace)) {
        Some(package) => Err(format!("Debian package {} is installed but does not work", package.name)),
        None => Ok(()),
    }
}
