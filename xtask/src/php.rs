//! The Composer package in bindings/php.

use std::fs;
use std::path::Path;

use crate::command::{Workspace, heading};
use crate::setup::{Package, There};
use crate::{bench, c};

const FOLDER: &str = "bindings/php";

/// What the PHP part needs from Debian.
pub(crate) const PACKAGES: &[Package] = &[
    // Brings ffi, opcache and posix too.
    Package { name: "php8.2-cli", there: There::Program("php") },
    Package {
        name: "php8.2-mbstring",
        there: There::Command(&["php", "-r", "exit((int) !extension_loaded('mbstring'));"]),
    },
    Package { name: "php8.2-xml", there: There::Command(&["php", "-r", "exit((int) !extension_loaded('dom'));"]) },
    // Clients the senders are tested with.
    Package { name: "php8.2-curl", there: There::Command(&["php", "-r", "exit((int) !extension_loaded('curl'));"]) },
    Package {
        name: "php-guzzlehttp-guzzle",
        there: There::Command(&["php", "-r", "exit((int) !stream_resolve_include_path('GuzzleHttp/autoload.php'));"]),
    },
    Package { name: "phpunit", there: There::Program("phpunit") },
    Package { name: "composer", there: There::Program("composer") },
];

/// What users get; tests and benchmarks stay here.
const DISTRIBUTED: &[&str] = &["README.md", "autoload.php", "bin", "composer.json", "examples", "preload.php", "src"];

/// Everything comes from Debian's packages; PHP's own extensions may still be missing where PHP does not.
pub(crate) fn setup(workspace: &Workspace) -> Result<(), String> {
    const EXTENSIONS: &str = "exit((int) !(extension_loaded('ffi') && extension_loaded('Zend OPcache') \
                              && extension_loaded('pcntl') && extension_loaded('posix')));";
    if workspace.step("php").args(["-r", EXTENSIONS]).succeeds() {
        Ok(())
    } else {
        Err("PHP lacks ffi, opcache, pcntl or posix (Debian packages php8.2-common, -opcache and -cli)".to_owned())
    }
}

/// Puts library and header where the package looks for them, so that examples run from the checkout.
pub(crate) fn build(workspace: &Workspace) -> Result<(), String> {
    heading("PHP: library");
    c::build(workspace)?;
    install_library(workspace, &workspace.path(FOLDER))
}

/// Builds and tests the binding; leaves the built package ready for the examples of the README.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    build(workspace)?;
    heading("PHP: simulator");
    workspace.cargo().args(["build", "--package=netvisor-simulator"]).run()?;
    heading("PHP: tests");
    workspace
        .step("phpunit")
        .folder(workspace.path(FOLDER))
        .env("NETVISOR_SIMULATOR", workspace.target().join("debug/netvisor-simulator"))
        // Only the library just built is tested, whatever the caller's environment names.
        .env_remove("NETVISOR_ORDERS_LIBRARY")
        .run()
}

/// Prints what one order costs through this package, and how long a fresh process takes for its first.
pub(crate) fn bench(workspace: &Workspace) -> Result<(), String> {
    build(workspace)?;
    ["throughput.php", "cold_start.php"].into_iter().try_for_each(|script| {
        let script = workspace.path(FOLDER).join("bench").join(script);
        let php = workspace.step("php").arg(script).env_remove("NETVISOR_ORDERS_LIBRARY");
        php.env(bench::CASE, bench::case(workspace)).run()
    })
}

/// Lays out `dist/php`: the package as Composer installs it, with the library for this system.
pub(crate) fn dist(workspace: &Workspace) -> Result<(), String> {
    c::build(workspace)?;
    let folder = workspace.path("dist/php");
    for name in DISTRIBUTED {
        copy(&workspace.path(FOLDER).join(name), &folder.join(name))?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&workspace.path(licence), &folder.join(licence))?;
    }
    install_library(workspace, &folder)
}

/// Copies header and library to the places in a package where `Native.php` looks for them.
fn install_library(workspace: &Workspace, package: &Path) -> Result<(), String> {
    let (system, library) = match std::env::consts::OS {
        "macos" => ("macos", "libnetvisor_orders.dylib"),
        "windows" => ("windows", "netvisor_orders.dll"),
        other => (other, "libnetvisor_orders.so"),
    };
    let lib = package.join("lib");
    let ours = lib.join(format!("{system}-{}", std::env::consts::ARCH));
    copy(&workspace.target().join("release").join(library), &ours.join(library))?;
    copy(&workspace.path("ffi/include/netvisor_orders.ffi.h"), &lib.join("netvisor_orders.ffi.h"))
}

/// Copies a file, or a folder with everything in it, making the folders above it.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let named = |error: std::io::Error| format!("{} to {}: {error}", from.display(), to.display());
    if from.is_dir() {
        for entry in fs::read_dir(from).map_err(named)? {
            let entry = entry.map_err(named)?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(named)?;
    }
    // Not onto the old file: a process that has that library mapped would crash.
    if to.exists() {
        fs::remove_file(to).map_err(named)?;
    }
    fs::copy(from, to).map(drop).map_err(named)
}
