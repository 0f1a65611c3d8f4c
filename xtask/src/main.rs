//! The project's chores: `cargo xtask setup | test | header | vectors | dist | bench | fuzz`.
//!
//! One module per language knows what that language needs, how it is built and how it is tested; the other modules
//! put them in order. Whatever is missing is installed by `setup` or named in an error: nothing is skipped.

mod bench;
mod c;
mod clients;
mod command;
mod dist;
mod docs;
mod example;
mod fuzz;
mod header;
mod markdown;
mod msrv;
mod node;
mod php;
mod purity;
mod python;
mod rust;
mod settings_table;
mod setup;
mod simulator;
mod test;
mod vectors;
mod versions;
mod wasm;

use command::Workspace;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask setup            install what building and testing need
cargo xtask test [PART...]   set up, then run every check; PART is rust, c, php, python, node, clients or docs
cargo xtask header           write the C headers anew
cargo xtask vectors          write the expected results of tests/vectors anew, for review with git diff
cargo xtask dist             lay out dist/: C headers and libraries, npm tarball, wheel, Composer package
cargo xtask bench [PART...]  print the benchmarks; PART is rust, php, python or node
cargo xtask fuzz [SECONDS]   fuzz the parsers, the export and the fetches, 60 seconds each by default";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let Some((task, rest)) = arguments.split_first() else {
        return Err(format!("no task given\n\n{USAGE}"));
    };
    let workspace = Workspace::find()?;
    match (task.as_str(), rest) {
        ("setup", []) => setup::run(&workspace, &[]),
        ("test", parts) => test::run(&workspace, parts),
        ("header", []) => header::update(&workspace),
        ("vectors", []) => vectors::update(&workspace),
        ("dist", []) => dist::run(&workspace),
        ("bench", parts) => bench::run(&workspace, parts),
        ("fuzz", []) => fuzz::run(&workspace, "60"),
        ("fuzz", [seconds]) => fuzz::run(&workspace, seconds),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("unknown task: {}\n\n{USAGE}", arguments.join(" "))),
    }
}
