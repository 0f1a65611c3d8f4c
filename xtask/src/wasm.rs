//! The `.wasm` file and its glue: a compiler for wasm32, wasm-bindgen, wasm-opt, and what must hold of the result.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::command::{Workspace, heading};
use crate::setup::{self, Package, There};

const TARGET: &str = "wasm32-unknown-unknown";
const CRATE: &str = "netvisor-orders-wasm";
/// Where the npm package's build looks for the module and the glue.
const BUILD: &str = "wasm/js/build";
/// What the module may ask of its host: to throw, to make a string, and to set up wasm-bindgen's own table. A clock, a
/// random number or the environment would show up as another import.
const IMPORTS: [&str; 3] = ["__wbg___wbindgen_throw_", "__wbindgen_generic_", "__wbindgen_init_externref_table"];
/// The largest module that is accepted, gzipped: a guard against growth that nobody noticed. Orders and exports alone take about
/// half of it; the fetches, the set-up and the matching of registers take the rest.
const MAX_GZIPPED: usize = 420_000;

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

/// Builds the module and its glue, checks what it imports, and prints its size.
pub(crate) fn build(workspace: &Workspace) -> Result<(), String> {
    heading("WASM module");
    let module = compile(workspace)?;
    let folder = workspace.path(BUILD);
    bind(&module, &folder)?;
    let optimised = folder.join("netvisor_orders.wasm");
    workspace
        .step("node")
        .arg(workspace.path("wasm/js/node_modules/binaryen/bin/wasm-opt"))
        .args(["-O3", "--strip-producers", "-o"])
        .args([&optimised, &folder.join("glue_bg.wasm")])
        .run()?;
    check_size(workspace, &optimised)
}

/// Whether the compiler in use has a standard library for wasm32.
fn has_target(workspace: &Workspace) -> bool {
    let folder = workspace.step("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    folder.is_ok_and(|folder| Path::new(folder.trim()).exists())
}

/// Compiles the crate; returns the path of the module.
fn compile(workspace: &Workspace) -> Result<PathBuf, String> {
    let arguments = ["build", "--package", CRATE, "--profile", "wasm", "--target", TARGET, "--target-dir"];
    let folder = if has_target(workspace) {
        workspace.cargo().args(arguments).arg(workspace.target()).run()?;
        workspace.target().to_owned()
    } else {
        // A folder of its own: another compiler's files would be built anew at every turn.
        let folder = workspace.target().join("debian");
        workspace
            .step("/usr/bin/cargo")
            .args(arguments)
            .arg(&folder)
            .arg("-Zbuild-std=std,panic_abort")
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19")
            .run()?;
        folder
    };
    Ok(folder.join(TARGET).join("wasm/netvisor_orders_wasm.wasm"))
}

/// Writes the glue (`glue.js`, `glue.d.ts`) and the module that goes with it (`glue_bg.wasm`).
fn bind(module: &Path, folder: &Path) -> Result<(), String> {
    let mut output = Bindgen::new();
    let mut output = output
        .input_path(module)
        .out_name("glue")
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

/// Prints the size of the module, and refuses one that is too large to send to a browser.
fn check_size(workspace: &Workspace, module: &Path) -> Result<(), String> {
    const GZIPPED: &str = "console.log(zlib.gzipSync(fs.readFileSync(process.argv[1]), { level: 9 }).length)";
    let gzipped = workspace.step("node").args(["-e", GZIPPED]).arg(module).output()?;
    let gzipped: usize = gzipped.trim().parse().map_err(|_| format!("node printed no size: {gzipped}"))?;
    println!("netvisor_orders.wasm gzipped: {gzipped} bytes of at most {MAX_GZIPPED}");
    if gzipped > MAX_GZIPPED { Err("the module is too large".to_owned()) } else { Ok(()) }
}
