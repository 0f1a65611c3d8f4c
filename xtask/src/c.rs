//! The C ABI: libraries, pkg-config file and the C and C++ test programs.

mod export;
mod fetch;
mod process;

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Step, Workspace, heading, read, write};
use crate::setup::{Package, There};
use crate::simulator::Simulator;

/// What the C part needs from Debian.
pub(crate) const PACKAGES: &[Package] = &[
    Package { name: "gcc", there: There::Program("gcc") },
    Package { name: "g++", there: There::Program("g++") },
    Package { name: "binutils", there: There::Program("nm") },
    // The test programs include the C library's headers, which gcc alone only recommends.
    Package { name: "libc6-dev", there: There::File("/usr/include/stdio.h") },
    Package { name: "libcjson-dev", there: There::File("/usr/include/cjson/cJSON.h") },
    Package { name: "libcurl4-openssl-dev", there: There::Program("curl-config") },
    Package { name: "valgrind", there: There::Program("valgrind") },
    Package { name: "pkg-config", there: There::Program("pkg-config") },
    Package { name: "libxml2-utils", there: There::Program("xmllint") },
];

/// What the static library needs besides itself, as rustc's `--print native-static-libs` names it.
const NATIVE_LIBRARIES: &str = "-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc";

/// Everything comes from Debian's packages.
pub(crate) fn setup(_workspace: &Workspace) -> Result<(), String> {
    Ok(())
}

/// Builds the static and the shared library in `target/release`.
pub(crate) fn build(workspace: &Workspace) -> Result<(), String> {
    workspace.cargo().args(["build", "--release", "--package=netvisor-orders-ffi"]).run()
}

/// Builds the test programs in both languages against the installed form of the library, and runs them plainly, under
/// sanitizers and under valgrind.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading("C: libraries");
    build(workspace)?;
    let optimised = workspace.target().join("c/installed");
    install(workspace, "release", &optimised)?;
    check_exports(workspace, &optimised)?;
    // Optimised Rust code compares bytes before it knows that they count, which valgrind takes for reading rubbish.
    workspace.cargo().args(["build", "--package=netvisor-orders-ffi"]).run()?;
    let unoptimised = workspace.target().join("c/installed-unoptimised");
    install(workspace, "debug", &unoptimised)?;
    let simulator = Simulator::start(workspace)?;
    for build in BUILDS {
        let installed = if build.valgrind { &unoptimised } else { &optimised };
        for program in PROGRAMS {
            heading(&format!("C: {}, {}", program.name, build.name));
            let binary = compile(workspace, installed, program, build)?;
            let step = || runner(workspace, installed, build, &binary);
            match program.check {
                Check::Prints { arguments, text } => prints(step().args(arguments), text),
                Check::OverHttp(check) => check(workspace, &simulator, &step),
            }
            .map_err(|error| format!("{}, {}: {error}", program.name, build.name))?;
        }
    }
    miri(workspace)
}

/// Runs the crate's own tests under Miri where somebody has installed it: it needs a nightly toolchain, which nothing here
/// does, and sees what sanitizers see and more.
fn miri(workspace: &Workspace) -> Result<(), String> {
    let miri = || workspace.step("rustup").args(["run", "nightly", "cargo", "miri"]);
    if !miri().arg("--version").succeeds() {
        return Ok(());
    }
    heading("C: unit tests under Miri");
    miri().args(["test", "--package=netvisor-orders-ffi", "--lib"]).run()
}

/// Lays out `dist/c`: headers, libraries and the pkg-config file.
pub(crate) fn dist(workspace: &Workspace) -> Result<(), String> {
    build(workspace)?;
    install(workspace, "release", &workspace.path("dist/c"))
}

/// Lays the C package out under a folder, which can be moved: the pkg-config file finds its own place.
fn install(workspace: &Workspace, profile: &str, folder: &Path) -> Result<(), String> {
    let libraries = workspace.target().join(profile);
    let include = workspace.path("ffi/include");
    for (from, name, to) in [
        (&include, "netvisor_orders.h", "include"),
        (&include, "netvisor_orders.ffi.h", "include"),
        (&libraries, "libnetvisor_orders.a", "lib"),
        (&libraries, "libnetvisor_orders.so", "lib"),
    ] {
        let (from, to) = (from.join(name), folder.join(to));
        fs::create_dir_all(&to).map_err(|error| format!("{}: {error}", to.display()))?;
        fs::copy(&from, to.join(name)).map_err(|error| format!("{}: {error}", from.display()))?;
    }
    let pkg_config = format!(
        "prefix=${{pcfiledir}}/../..\n\
         includedir=${{prefix}}/include\n\
         libdir=${{prefix}}/lib\n\
         \n\
         Name: netvisor-orders\n\
         Description: Turns webshop orders into Netvisor XML documents and signed headers\n\
         Version: {}\n\
         Cflags: -I${{includedir}}\n\
         Libs: -L${{libdir}} -lnetvisor_orders\n\
         Libs.private: {NATIVE_LIBRARIES}\n",
        workspace.version(),
    );
    write(folder.join("lib/pkgconfig/netvisor_orders.pc"), pkg_config)
}

/// The shared library exports what the header declares and nothing else.
fn check_exports(workspace: &Workspace, installed: &Path) -> Result<(), String> {
    let library = installed.join("lib/libnetvisor_orders.so");
    let symbols = workspace.step("nm").args(["--dynamic", "--defined-only"]).arg(library).output()?;
    let mut exported: Vec<&str> = symbols.lines().filter_map(|line| line.split(' ').next_back()).collect();
    let header = read(installed.join("include/netvisor_orders.ffi.h"))?;
    let words = header.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '(');
    let called = words.filter_map(|word| Some(word.split_once('(')?.0));
    // The others are functions of the host.
    let mut declared: Vec<&str> = called.filter(|name| name.starts_with("nvo_")).collect();
    exported.sort_unstable();
    declared.sort_unstable();
    if exported == declared {
        Ok(())
    } else {
        Err(format!("the library exports\n{}\nand the header declares\n{}", exported.join(" "), declared.join(" ")))
    }
}

/// A program of tests/c.
struct Program {
    name: &'static str,
    sources: &'static [&'static str],
    libraries: &'static [&'static str],
    check: Check,
}

/// What tells that all is well.
enum Check {
    /// Given these arguments, it prints this.
    Prints { arguments: &'static [&'static str], text: &'static str },
    /// What it does to the simulator, or gets from it.
    OverHttp(fn(&Workspace, &Simulator, &process::Program<'_>) -> Result<(), String>),
}

const PROGRAMS: &[Program] = &[
    Program {
        name: "example",
        sources: &["example.c"],
        libraries: &[],
        check: Check::Prints {
            arguments: &["tests/vectors/connection.json", "canonical", "tests/c/order.json"],
            text: "/salesinvoice.nv?method=add\n",
        },
    },
    Program {
        name: "api_test",
        sources: &["api_test.c", "support.c"],
        libraries: &[],
        check: Check::Prints { arguments: &["tests/c"], text: " checks passed\n" },
    },
    Program {
        name: "vectors_test",
        sources: &["vectors_test.c", "export_vectors.c", "fetch_vectors.c", "vector.c", "support.c"],
        libraries: &["-lcjson"],
        check: Check::Prints { arguments: &["tests/vectors"], text: " checks passed\n" },
    },
    Program {
        name: "export_folder",
        sources: &["export_folder.c", "curl_host.c", "files.c", "report.c"],
        libraries: &["-lcurl", "-lcjson"],
        check: Check::OverHttp(export::folder),
    },
    Program {
        name: "faults_test",
        sources: &["faults_test.c", "curl_host.c", "files.c", "report.c", "support.c"],
        libraries: &["-lcurl", "-lcjson"],
        check: Check::OverHttp(export::under_faults),
    },
    Program {
        name: "fetch_stock",
        sources: &["fetch_stock.c", "curl_host.c", "files.c"],
        libraries: &["-lcurl", "-lcjson"],
        check: Check::OverHttp(fetch::stock),
    },
];

/// A way to compile a program and to run it.
struct Build {
    name: &'static str,
    compiler: &'static str,
    language: &'static [&'static str],
    linkage: Linkage,
    flags: &'static [&'static str],
    valgrind: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Linkage {
    Shared,
    Static,
}

const C11: &[&str] = &["-x", "c", "-std=c11"];
const CPP17: &[&str] = &["-x", "c++", "-std=c++17"];
const SANITIZERS: &[&str] = &["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

const BUILDS: &[Build] = &[
    Build {
        name: "C11, shared",
        compiler: "gcc",
        language: C11,
        linkage: Linkage::Shared,
        flags: &[],
        valgrind: false,
    },
    Build {
        name: "C11, static, ASan and UBSan",
        compiler: "gcc",
        language: C11,
        linkage: Linkage::Static,
        flags: SANITIZERS,
        valgrind: false,
    },
    Build {
        name: "C11, static, unoptimised, valgrind",
        compiler: "gcc",
        language: C11,
        linkage: Linkage::Static,
        flags: &[],
        valgrind: true,
    },
    Build {
        name: "C++17, shared, ASan and UBSan",
        compiler: "g++",
        language: CPP17,
        linkage: Linkage::Shared,
        flags: SANITIZERS,
        valgrind: false,
    },
    Build {
        name: "C++17, static",
        compiler: "g++",
        language: CPP17,
        linkage: Linkage::Static,
        flags: &[],
        valgrind: false,
    },
];

fn compile(workspace: &Workspace, installed: &Path, program: &Program, build: &Build) -> Result<PathBuf, String> {
    let mut name = format!("{}-{}", program.name, build.name);
    name.retain(|c| c != ',' && c != '+');
    let binary = workspace.target().join("c").join(name.replace(' ', "-"));
    let sources = program.sources.iter().map(|source| workspace.path("tests/c").join(source));
    workspace
        .step(build.compiler)
        .args(build.language)
        .args(["-Wall", "-Wextra", "-Werror", "-pedantic", "-g", "-O1"])
        .args(build.flags)
        .args(sources)
        .arg("-o")
        .arg(&binary)
        .args(library_flags(workspace, installed, build.linkage)?)
        .args(program.libraries)
        .run()?;
    Ok(binary)
}

/// What pkg-config says about the installed library, as a user's build would ask it.
fn library_flags(workspace: &Workspace, installed: &Path, linkage: Linkage) -> Result<Vec<String>, String> {
    let mut step = workspace.step("pkg-config").env("PKG_CONFIG_PATH", installed.join("lib/pkgconfig"));
    if linkage == Linkage::Static {
        step = step.arg("--static");
    }
    let flags = step.args(["--cflags", "--libs", "netvisor_orders"]).output()?;
    // The linker prefers the shared library that lies beside the static one.
    let exact = |flag: &str| match (linkage, flag) {
        (Linkage::Static, "-lnetvisor_orders") => "-l:libnetvisor_orders.a".to_owned(),
        _ => flag.to_owned(),
    };
    Ok(flags.split_whitespace().map(exact).collect())
}

/// The program as this build has it run, without its arguments.
fn runner(workspace: &Workspace, installed: &Path, build: &Build, binary: &Path) -> Step {
    let step = if build.valgrind {
        let options = ["--quiet", "--leak-check=full", "--show-leak-kinds=all", "--errors-for-leak-kinds=all"];
        workspace.step("valgrind").args(options).arg("--error-exitcode=1").arg(binary)
    } else {
        workspace.step(binary)
    };
    match build.linkage {
        Linkage::Shared => step.env("LD_LIBRARY_PATH", installed.join("lib")),
        Linkage::Static => step,
    }
}

fn prints(step: Step, text: &str) -> Result<(), String> {
    let printed = step.output()?;
    println!("{}", printed.trim_end().lines().next_back().unwrap_or_default());
    match printed.contains(text) {
        true => Ok(()),
        false => Err(format!("it did not print {text:?}:\n{printed}")),
    }
}
