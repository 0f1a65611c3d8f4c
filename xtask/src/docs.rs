//! The examples in README.md and docs/ work: each is compiled or run, with the packages as built here.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::command::{Step, Workspace, heading, read, tracked_files, write};
use crate::markdown::{Block, blocks};
use crate::{c, node, php, python, settings_table};

/// The order that the examples read from `order.json`, and the shop it comes from.
const ORDER: &str = "core/examples/orders/woocommerce.json";

/// A connection with keys of nobody, which the examples read from `connection.json`.
const CONNECTION: &str = r#"{
  "base_url": "https://isvapi.netvisor.fi", "sender": "Example shop", "organisation_id": "1234567-1",
  "customer_id": "example_customer", "customer_key": "example-customer-key",
  "partner_id": "example_partner", "partner_key": "example-partner-key"
}
"#;

/// Files whose examples the tests of their own package run.
const ELSEWHERE: [&str; 4] =
    ["bindings/php/README.md", "bindings/python/README.md", "tests/simulator/README.md", "wasm/js/README.md"];

/// Runs the examples of every other Markdown file. `built` says whether the packages have just been built.
pub(crate) fn test(workspace: &Workspace, built: bool) -> Result<(), String> {
    settings_table::test(workspace)?;
    links(workspace)?;
    commands(workspace)?;
    if !built {
        c::build(workspace)?;
        php::build(workspace)?;
        python::install(workspace)?;
        node::build(workspace)?;
    }
    let folder = prepare(workspace)?;
    for path in tracked_files(workspace)? {
        if !path.ends_with(".md") || ELSEWHERE.contains(&path.as_str()) {
            continue;
        }
        let mut printed = BTreeMap::new();
        for block in blocks(&read(workspace.path(&path))?) {
            let place = format!("{path}:{} ({})", block.line, block.language);
            let Some(run) = runner(&path, &block.language) else { continue };
            heading(&format!("example {place}"));
            let output = run(workspace, &folder, &block).map_err(|error| format!("{place}: {error}"))?;
            print!("{output}");
            printed.insert(place, output);
        }
        if path == "README.md" {
            same_in_every_language(&printed)?;
        }
    }
    Ok(())
}

type Runner = fn(&Workspace, &Path, &Block) -> Result<String, String>;

/// How a block of this language is run; those of shells and of no language are not.
fn runner(path: &str, language: &str) -> Option<Runner> {
    match language {
        "rust" => Some(rust),
        "c" => Some(compile_c),
        "php" => Some(|workspace, folder, block| {
            let file = source(folder, "example.php", block)?;
            workspace.step("php").args(["-d", "ffi.enable=1"]).arg(file).folder(folder).output()
        }),
        "python" => Some(|workspace, folder, block| {
            let file = source(folder, "example.py", block)?;
            python::python(workspace).arg(file).folder(folder).output()
        }),
        "js" => Some(|workspace, folder, block| {
            let file = source(folder, "example.mjs", block)?;
            workspace.step("node").arg(file).folder(folder).output()
        }),
        "json" if path == "docs/settings.md" => {
            Some(|workspace, folder, block| accepted(workspace, folder, block, "Settings(text)"))
        }
        "json" => Some(|workspace, folder, block| {
            accepted(workspace, folder, block, "preview(read_order('canonical', text)['order'], Settings({}))")
        }),
        _ => None,
    }
}

/// The README shows the same job in five languages, so the five print the same.
fn same_in_every_language(printed: &BTreeMap<String, String>) -> Result<(), String> {
    for language in ["rust", "c", "php", "python", "js"] {
        if !printed.keys().any(|place| place.ends_with(&format!("({language})"))) {
            return Err(format!("README.md has no example in {language}"));
        }
    }
    let mut outputs = printed.values().filter(|output| !output.is_empty());
    let first = outputs.next().ok_or("the examples of README.md print nothing")?;
    match outputs.find(|output| *output != first) {
        Some(other) => Err(format!("the examples of README.md print different things:\n{first}and\n{other}")),
        None => Ok(()),
    }
}

/// Links between files of the checkout lead somewhere.
fn links(workspace: &Workspace) -> Result<(), String> {
    heading("links between documents");
    let mut broken = Vec::new();
    for path in tracked_files(workspace)?.iter().filter(|path| path.ends_with(".md")) {
        let file = workspace.path(path);
        let text = read(&file)?;
        for target in text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)) {
            let target = target.split('#').next().unwrap_or_default();
            if !target.contains("://") && !file.with_file_name(target).exists() {
                broken.push(format!("{path} links to {target}"));
            }
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n")) }
}

/// The two commands at the head of the README: the first is run, the second is the one that runs this.
fn commands(workspace: &Workspace) -> Result<(), String> {
    let readme = blocks(&read(workspace.path("README.md"))?);
    let block = readme.iter().find(|block| block.language == "sh").ok_or("README.md shows no command")?;
    let lines: Vec<&str> = block.code.lines().filter(|line| !line.starts_with('#')).collect();
    let [example, check] = lines[..] else {
        return Err(format!("README.md:{} is to hold two commands", block.line));
    };
    if !read(workspace.path(".ci/run"))?.ends_with(&format!("\nexec {check}\n")) {
        return Err(format!("`{check}` of README.md is not what .ci/run calls"));
    }
    heading(example);
    let printed = workspace.step("bash").args(["-c", example]).output()?;
    print!("{printed}");
    Ok(())
}

/// Makes the folder the examples run in, with the packages and the files they use.
fn prepare(workspace: &Workspace) -> Result<PathBuf, String> {
    let folder = workspace.target().join("documentation-examples");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    write(folder.join("order.json"), read(workspace.path(ORDER))?)?;
    write(folder.join("connection.json"), CONNECTION)?;
    write(folder.join("vendor/autoload.php"), php_autoload(workspace))?;
    let modules = folder.join("node_modules");
    fs::create_dir_all(&modules).map_err(|error| format!("{}: {error}", modules.display()))?;
    symlink(workspace.path("wasm/js"), modules.join("netvisor-orders"))
        .map_err(|error| format!("{}: {error}", modules.display()))?;
    Ok(folder)
}

/// What Composer would write for a shop that requires the package.
fn php_autoload(workspace: &Workspace) -> String {
    format!("<?php\nrequire '{}';\n", workspace.path("bindings/php/autoload.php").display())
}

/// The library takes a block of JSON as what it is said to be.
fn accepted(workspace: &Workspace, folder: &Path, block: &Block, expression: &str) -> Result<String, String> {
    let file = source(folder, "example.json", block)?;
    let script = format!(
        "import sys\nfrom netvisor_orders import *\ntext = open(sys.argv[1], encoding='utf-8').read()\n{expression}\n"
    );
    python::python(workspace).args(["-c", &script]).arg(file).output()
}

fn source(folder: &Path, name: &str, block: &Block) -> Result<PathBuf, String> {
    let path = folder.join(name);
    write(&path, &block.code)?;
    Ok(path)
}

fn rust(workspace: &Workspace, folder: &Path, block: &Block) -> Result<String, String> {
    let file = source(folder, "example.rs", block)?;
    workspace.cargo().args(["build", "--quiet", "--package=netvisor-orders", "--lib"]).run()?;
    let built = workspace.target().join("debug");
    workspace
        .step("rustc")
        .args(["--edition=2024", "-o", "example-rust"])
        .arg(file)
        .arg("--extern")
        .arg(format!("netvisor_orders={}", built.join("libnetvisor_orders.rlib").display()))
        .arg(format!("-Ldependency={}", built.join("deps").display()))
        .folder(folder)
        .run()?;
    program(workspace, folder, "example-rust").output()
}

fn compile_c(workspace: &Workspace, folder: &Path, block: &Block) -> Result<String, String> {
    let file = source(folder, "example.c", block)?;
    let libraries = workspace.target().join("release");
    let sources = workspace.path("tests/c");
    let mut step = workspace
        .step("gcc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-o", "example-c"])
        .arg("-I")
        .arg(workspace.path("ffi/include"))
        .arg(file)
        .arg("-L")
        .arg(&libraries)
        .arg("-lnetvisor_orders");
    // What the reader is told to copy.
    if block.code.contains("#include \"curl_host.h\"") {
        step =
            step.arg("-I").arg(&sources).args(["curl_host.c", "files.c"].map(|name| sources.join(name))).arg("-lcurl");
    }
    step.folder(folder).run()?;
    program(workspace, folder, "example-c").env("LD_LIBRARY_PATH", libraries).output()
}

fn program(workspace: &Workspace, folder: &Path, name: &str) -> Step {
    workspace.step(folder.join(name)).folder(folder)
}
