//! The wheel in bindings/python.

use crate::command::{Step, Workspace, heading, write};
use crate::setup::{Package, There};
use std::path::{Path, PathBuf};

/// What the Python part needs from Debian.
pub(crate) const PACKAGES: &[Package] =
    &[Package { name: "python3-venv", there: There::Command(&["python3", "-c", "import venv, ensurepip"]) }];

/// What it needs from PyPI, in the environment `.tools/venv`.
const PIP_PACKAGES: &[&str] =
    &["cffi==2.1.1", "httpx==0.28.1", "maturin==1.16.0", "mypy==2.4.1", "pytest==9.2.0", "requests==2.34.2"];

/// Prepares what Debian's packages do not bring.
pub(crate) fn setup(workspace: &Workspace) -> Result<(), String> {
    // `find` compares versions too; an environment whose interpreter was upgraded away does not even start.
    let there = "import sys, importlib.metadata as m; assert all(m.version(p) == v for p, v in (a.split('==') for a in sys.argv[1:]))";
    if workspace.venv("python").args(["-c", there]).args(PIP_PACKAGES).succeeds() {
        return Ok(());
    }
    heading("installing .tools/venv");
    workspace.step("python3").args(["-m", "venv", "--clear", ".tools/venv"]).run()?;
    pip(workspace).args(["install", "--quiet"]).args(PIP_PACKAGES).run()
}

/// Builds and tests the binding; leaves the wheel installed in `target/python/venv` for the examples of the README.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading("python: wheel");
    install(workspace)?;
    heading("python: tests against the installed wheel");
    python(workspace).args(["-m", "pytest", "--quiet", "bindings/python/tests"]).run()
}

/// Prints the benchmarks of this language.
pub(crate) fn bench(workspace: &Workspace) -> Result<(), String> {
    install(workspace)?;
    ["throughput.py", "cold_start.py"]
        .into_iter()
        .try_for_each(|script| python(workspace).arg(workspace.path("bindings/python/bench").join(script)).run())
}

/// Lays out this language's package under `dist/`.
pub(crate) fn dist(workspace: &Workspace) -> Result<(), String> {
    // The tag of the oldest C library it runs with, as package indexes demand it.
    wheel(workspace, &workspace.path("dist/python"), &["--config-settings=build-args=--compatibility pypi"]).map(drop)
}

/// The interpreter of the environment that holds the wheel as a user would have it.
pub(crate) fn python(workspace: &Workspace) -> Step {
    workspace.step(environment(workspace).join("bin/python"))
}

fn environment(workspace: &Workspace) -> PathBuf {
    workspace.target().join("python/venv")
}

/// Builds the wheel and installs it into an environment made anew, so that nothing is found but what the wheel brings.
pub(crate) fn install(workspace: &Workspace) -> Result<(), String> {
    let wheel = wheel(workspace, &workspace.target().join("python/wheel"), &[])?;
    let environment = environment(workspace);
    workspace.venv("python").args(["-m", "venv", "--clear", "--without-pip"]).arg(&environment).run()?;
    // The wheel's dependency and the test tools come from the set-up's environment.
    let paths = "import sysconfig; print(sysconfig.get_path('purelib'))";
    let tools = workspace.venv("python").args(["-c", paths]).output()?;
    let own = python(workspace).args(["-c", paths]).output()?;
    write(Path::new(own.trim()).join("tools.pth"), tools)?;
    pip(workspace)
        .arg("--python")
        .arg(environment.join("bin/python"))
        .args(["install", "--quiet", "--no-deps", "--no-index"])
        .arg(&wheel)
        .run()?;
    pip(workspace).arg("--python").arg(environment.join("bin/python")).arg("check").run()
}

/// Builds the wheel alone into a folder.
fn wheel(workspace: &Workspace, folder: &Path, options: &[&str]) -> Result<PathBuf, String> {
    let named = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(named)?;
    }
    // The build calls the maturin on the search path.
    let tools = [workspace.path(".tools/venv/bin")];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(tools.into_iter().chain(std::env::split_paths(&path))).map_err(|e| e.to_string())?;
    pip(workspace)
        .args(["wheel", "--quiet", "--no-build-isolation", "--no-deps"])
        .arg("--wheel-dir")
        .arg(folder)
        .args(options)
        .arg("bindings/python")
        .env("PATH", path)
        .env("CARGO_TARGET_DIR", workspace.target())
        .run()?;
    let mut wheels = std::fs::read_dir(folder).map_err(named)?;
    match wheels.next() {
        Some(wheel) => Ok(wheel.map_err(named)?.path()),
        None => Err(format!("no wheel in {}", folder.display())),
    }
}

fn pip(workspace: &Workspace) -> Step {
    workspace.venv("python").args(["-m", "pip"]).env("PIP_DISABLE_PIP_VERSION_CHECK", "1")
}
