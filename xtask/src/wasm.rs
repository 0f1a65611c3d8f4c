//! The `.wasm` files and their glue: a compiler for wasm32, wasm-bindgen, wasm-opt, and what must hold of the result.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::command::{Step, Workspace, heading};
use crate::setup::{self, Package, There};

const TARGET: &str = "wasm32-unknown-unknown";
const CRATE: &str = "netvisor-orders-wasm";
/// Where the npm package's build looks for the modules and their glue.
const BUILD: &str = "wasm/js/build";
/// What a module may ask of its host: to throw, to make a string, and to set up wasm-bindgen's own table. A clock, a
/// random number or the environment would show up as another import.
const IMPORTS: [&str; 3] = ["__wbg___wbindgen_throw_", "__wbindgen_generic_", "__wbindgen_init_externref_table"];

/// One of the package's modules.
struct Module {
    /// The feature of the crate that makes it, which also names its files.
    name: &'static str,
    /// Cargo's profile for it.
    profile: &'static str,
    /// Further options of the compiler.
    options: &'static [&'static str],
    /// The most bytes it may have, gzipped.
    most: usize,
}

/// The first is what a page has to load; the last is loaded by what reads Netvisor's registers, and its limit only guards against
/// growth that nobody noticed.
const MODULES: [Module; 3] = [
    Module { name: "orders", profile: "wasm", options: &[], most: 204_800 },
    Module { name: "export", profile: "wasm-small", options: &[INLINE], most: 204_800 },
    Module { name: "fetch", profile: "wasm-small", options: &[INLINE], most: 280_000 },
];

/// With hardly any inlining, which the compiler has done already: more of it makes the module larger. No address below 1,024 is
/// used, since that is where the stack would end.
const OPTIMISE: [&str; 5] = ["-O3", "--low-memory-unused", "-aimfs=4", "-fimfs=0", "-ocimfs=30"];

/// A compiler that looks to the size inlines what costs less than 5 of its units; up to 15 the calls that are saved make up for it.
const INLINE: &str = "-Cllvm-args=-inline-threshold=15";

/// Debian's own compiler, which can build the standard library for wasm32 where rustup cannot fetch it.
const DEBIAN: &[Package] = &[
    Package { name: "rustc-web", there: There::Command(&["dpkg", "--status", "rustc-web"]) },
    Package { name: "cargo-web", there: There::Command(&["dpkg", "--status", "cargo-web"]) },
    Package { name: "rust-web-src", there: There::Command(&["dpkg", "--status", "rust-web-src"]) },
    Package { name: "lld-19", there: There::Program("wasm-ld-19") },
];

/// Makes sure that something can compile for wasm32: rustup's target, else Debian's compiler.
pub(crate) fn setup(workspace: &Workspace) -> Result<(), String> {
    if has_target(workspace) {
        return Ok(());
    }
    heading("compiler for wasm32");
    if setup::on_path("rustup") && workspace.step("rustup").args(["target", "add", TARGET]).run().is_ok() {
        return Ok(());
    }
    println!("rustup cannot add {TARGET} here; Debian's compiler is used for it");
    setup::install(workspace, DEBIAN)
}

/// Builds the modules and their glue, checks what they import, and prints their sizes.
pub(crate) fn build(workspace: &Workspace) -> Result<(), String> {
    heading("WASM modules");
    for module in &MODULES {
        let compiled = compile(workspace, module)?;
        let folder = workspace.path(BUILD);
        bind(&compiled, module, &folder)?;
        let optimised = folder.join(format!("netvisor_{}.wasm", module.name));
        workspace
            .step("node")
            .arg(workspace.path("wasm/js/node_modules/binaryen/bin/wasm-opt"))
            .args(OPTIMISE)
            .args(["--strip-producers", "-o"])
            .args([&optimised, &folder.join(format!("{}_bg.wasm", module.name))])
            .run()?;
        check_size(workspace, module, &optimised)?;
    }
    Ok(())
}

/// Whether the compiler in use has a standard library for wasm32.
fn has_target(workspace: &Workspace) -> bool {
    let folder = workspace.step("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    folder.is_ok_and(|folder| Path::new(folder.trim()).exists())
}

/// Compiles the crate for one module; returns the path of the result.
fn compile(workspace: &Workspace, module: &Module) -> Result<PathBuf, String> {
    let build = |cargo: Step, folder: &Path| {
        cargo
            .args(["build", "--package", CRATE, "--no-default-features", "--features", module.name])
            .args(["--profile", module.profile, "--target", TARGET, "--target-dir"])
            .arg(folder)
            .env("CARGO_ENCODED_RUSTFLAGS", rustflags(workspace, module))
    };
    let folder = if has_target(workspace) {
        build(workspace.cargo(), workspace.target()).run()?;
        workspace.target().to_owned()
    } else {
        // A folder of its own: another compiler's files would be built anew at every turn.
        let folder = workspace.target().join("debian");
        build(workspace.step("/usr/bin/cargo"), &folder)
            .arg("-Zbuild-std=std,panic_abort")
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19")
            .run()?;
        folder
    };
    Ok(folder.join(TARGET).join(module.profile).join("netvisor_orders_wasm.wasm"))
}

/// The module's own options, and what keeps the places of sources on this machine out of it: the checkout, the compiler, the
/// crates.
fn rustflags(workspace: &Workspace, module: &Module) -> String {
    let home = std::env::home_dir().unwrap_or_default();
    let folder = |variable: &str, usual: &str| std::env::var_os(variable).map_or(home.join(usual), PathBuf::from);
    let cargo = folder("CARGO_HOME", ".cargo");
    // Cargo unpacks crates into a folder that is named after where they came from. Of two that fit, the last counts.
    let unpacked =
        std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten().map(|entry| entry.path());
    [folder("RUSTUP_HOME", ".rustup").join("toolchains"), cargo.clone()]
        .into_iter()
        .chain(unpacked)
        .chain([workspace.path("")])
        .map(|folder| format!("--remap-path-prefix={}=.", folder.display().to_string().trim_end_matches('/')))
        .chain(module.options.iter().map(|option| (*option).to_owned()))
        .collect::<Vec<_>>()
        .join("\u{1f}")
}

/// Writes the glue (`orders.js`, `orders.d.ts`) and the module that goes with it (`orders_bg.wasm`).
fn bind(compiled: &Path, module: &Module, folder: &Path) -> Result<(), String> {
    let mut output = Bindgen::new();
    let mut output = output
        .input_path(compiled)
        .out_name(module.name)
        .web(true)
        .map_err(named)?
        .typescript(true)
        // The package's own entry points know where the module is; the glue's guess would mislead bundlers.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .map_err(named)?;
    let foreign: Vec<String> = output
        .wasm()
        .imports
        .iter()
        .filter(|import| !IMPORTS.iter().any(|permitted| import.name.starts_with(permitted)))
        .map(|import| format!("{} of {}", import.name, import.module))
        .collect();
    if !foreign.is_empty() {
        return Err(format!("the module must not ask anything of its host, but imports {}", foreign.join(", ")));
    }
    output.emit(folder).map_err(named)
}

fn named(error: impl std::fmt::Display) -> String {
    format!("wasm-bindgen: {error:#}")
}

/// Prints the size of the module, and refuses one that is too large.
fn check_size(workspace: &Workspace, module: &Module, optimised: &Path) -> Result<(), String> {
    const GZIPPED: &str = "console.log(zlib.gzipSync(fs.readFileSync(process.argv[1]), { level: 9 }).length)";
    let Module { name, most, .. } = module;
    let gzipped = workspace.step("node").args(["-e", GZIPPED]).arg(optimised).output()?;
    let gzipped: usize = gzipped.trim().parse().map_err(|_| format!("node printed no size: {gzipped}"))?;
    println!("netvisor_{name}.wasm gzipped: {gzipped} bytes of at most {most}");
    if gzipped > *most { Err(format!("netvisor_{name}.wasm is too large")) } else { Ok(()) }
}
