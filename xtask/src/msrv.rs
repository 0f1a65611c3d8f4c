//! The promised oldest compiler is stated once and is real.

use crate::command::{Workspace, heading, read, tracked_files};
use serde_json::Value;

/// Checks the statement, the dependencies, and, where a toolchain of that very version is there or can be had, the build.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    let promised = workspace.rust_version();
    heading(&format!("oldest compiler: {promised}"));
    stated_once(workspace)?;
    dependencies(workspace)?;
    let is_there = || workspace.step("rustup").args(["run", promised, "rustc", "--version"]).succeeds();
    let install = ["toolchain", "install", promised, "--profile=minimal", "--no-self-update"];
    let had = || workspace.step("rustup").args(install).succeeds() && is_there();
    if !(is_there() || had()) {
        // clippy's incompatible_msrv has looked at what the code uses of the standard library, and the dependencies were
        // looked at above; where only package registries can be reached, that is all there is.
        println!("rustup cannot install {promised} here, so it was not built with it");
        return Ok(());
    }
    // Library and binaries of every member, not their tests: those are for whoever works on the project.
    workspace
        .step("rustup")
        .args(["run", promised, "cargo", "check", "--quiet", "--workspace", "--locked"])
        .env("CARGO_TARGET_DIR", workspace.target().join("msrv"))
        .env_remove("CARGO")
        .env_remove("RUSTC")
        .env_remove("RUSTUP_TOOLCHAIN")
        .run()
}

fn stated_once(workspace: &Workspace) -> Result<(), String> {
    let mut statements = Vec::new();
    for path in tracked_files(workspace)? {
        let name = path.rsplit('/').next().unwrap_or_default();
        if matches!(name, "rust-toolchain" | "rust-toolchain.toml") {
            return Err(format!("{path} makes rustup download a toolchain"));
        }
        if !(name.ends_with(".toml") || name.ends_with(".md")) {
            continue;
        }
        let text = read(workspace.path(&path))?;
        for (number, line) in text.lines().enumerate() {
            let number_follows = |word: &str| {
                line.split_once(word)
                    .is_some_and(|(_, rest)| rest.trim_start_matches([' ', '=', '"']).starts_with("1."))
            };
            if ["rust-version", "msrv", "Rust "].into_iter().any(number_follows) {
                statements.push(format!("{path}:{}", number + 1));
            }
        }
    }
    if statements.len() == 1 && statements[0].starts_with("Cargo.toml:") {
        return Ok(());
    }
    Err(format!(
        "the oldest compiler is to be stated in the root Cargo.toml alone, but is in: {}",
        statements.join(" ")
    ))
}

fn dependencies(workspace: &Workspace) -> Result<(), String> {
    let text = workspace.cargo().args(["metadata", "--locked", "--format-version=1"]).output()?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let promised = parse(workspace.rust_version());
    let newer = packages.iter().filter(|package| {
        // A package that states nothing is judged by building it.
        package["rust_version"].as_str().is_some_and(|version| parse(version) > promised)
    });
    let newer: Vec<String> = newer.map(|package| format!("{} {}", package["name"], package["rust_version"])).collect();
    if newer.is_empty() { Ok(()) } else { Err(format!("need a newer compiler: {}", newer.join(", "))) }
}

fn parse(version: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = version.split('.').filter_map(|number| number.parse().ok()).collect();
    numbers.resize(3, 0);
    numbers
}
