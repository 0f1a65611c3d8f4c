//! The committed headers are what cbindgen makes of the source, every function is documented, and compilers accept both.
//! `UPDATE=1 cargo test -p netvisor-orders-ffi --test header` (or `cargo xtask header`) rewrites them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy lets only the test functions themselves panic")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cbindgen::{Builder, Config, DocumentationLength, Language};

const GUARDED: &str = "netvisor_orders.h";
const BARE: &str = "netvisor_orders.ffi.h";

fn header_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("include").join(name)
}

fn committed(name: &str) -> String {
    fs::read_to_string(header_path(name)).unwrap()
}

fn generate(config: Config) -> String {
    let bindings = Builder::new().with_crate(env!("CARGO_MANIFEST_DIR")).with_config(config).generate().unwrap();
    let mut text = Vec::new();
    bindings.write(&mut text);
    String::from_utf8(text).unwrap()
}

fn config() -> Config {
    Config::from_file(Path::new(env!("CARGO_MANIFEST_DIR")).join("cbindgen.toml")).unwrap()
}

fn guarded() -> String {
    let mut config = config();
    let versions = format!(
        "/** The version this header belongs to; nvo_version gives that of the library loaded. */\n\
         #define NVO_VERSION \"{}\"\n\
         /** The ABI this header describes; a program compares it with nvo_abi_version. */\n\
         #define NVO_ABI_VERSION 1",
        env!("CARGO_PKG_VERSION"),
    );
    config.header = Some(CONVENTIONS.to_owned());
    config.after_includes = Some(format!("\n{versions}"));
    generate(config)
}

/// For PHP's FFI::cdef and Python's cffi: no preprocessor at all, and no comments, which PHP would parse at every start.
fn bare() -> String {
    let mut config = config();
    config.language = Language::C;
    config.cpp_compat = false;
    config.include_guard = None;
    config.sys_includes.clear();
    config.documentation = false;
    config.documentation_length = DocumentationLength::Short;
    generate(config)
}

const CONVENTIONS: &str = "\
/*
 * netvisor-orders: webshop orders become Netvisor XML and signed headers. Generated from ffi/src; do not edit.
 *
 * - A text given in is a pointer and a length in bytes, UTF-8. It is read during the call and never kept.
 * - A call that can fail returns an nvo_status. *out is written on NVO_STATUS_OK alone, *err on every other status
 *   alone; err may be NULL if you do not care why.
 * - What *out and *err receive is yours: free it with the function named after its type, once. NULL is fine.
 * - An nvo_str is borrowed from the object it was read from: valid until that object is freed. Never free it.
 * - NULL arguments are an error (NVO_STATUS_MISUSE), never a crash. No exception or panic leaves the library.
 * - Objects never change once made: any number of threads may use one at once. Free it when none does any more. An
 *   nvo_order_export alone changes with every call, and belongs to one thread at a time.
 */";

#[test]
fn headers_match_the_source() {
    for (name, generated) in [(GUARDED, guarded()), (BARE, bare())] {
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(header_path(name).parent().unwrap()).unwrap();
            fs::write(header_path(name), &generated).unwrap();
        }
        assert!(committed(name) == generated, "include/{name} is out of date: run `cargo xtask header`");
    }
}

#[test]
fn bare_header_holds_no_preprocessor_lines() {
    let lines: Vec<_> =
        committed(BARE).lines().filter(|line| line.trim_start().starts_with('#')).map(str::to_owned).collect();
    assert_eq!(lines, Vec::<String>::new());
}

/// Every function has a comment right above it that says who frees what, or what it borrows from.
#[test]
fn every_function_is_documented() {
    let header = committed(GUARDED);
    let mut documented = Vec::new();
    for block in header.split("\n\n") {
        let Some((comment, declaration)) = block.rsplit_once("*/\n") else { continue };
        let Some(name) = function_name(declaration) else { continue };
        documented.push(name);
        let comment: Vec<_> = comment.split_whitespace().filter(|word| *word != "*").collect();
        let comment = comment.join(" ");
        let says_whose = match declaration.split(' ').next() {
            Some("nvo_status") if declaration.contains("**out") => {
                comment.contains("The caller now owns `*out` and must call")
            }
            Some("nvo_status") => comment.contains("The caller now owns `*err` and must call"),
            Some("nvo_str") => comment.contains("is borrowed from") || comment.contains("is static"),
            _ => true,
        };
        assert!(says_whose, "{name}: who owns what it gives? {comment}");
    }
    let bare = committed(BARE);
    let declared: Vec<_> = bare.split(";\n").filter_map(function_name).collect();
    assert!(!declared.is_empty());
    assert_eq!(documented, declared, "functions without a comment, or headers that differ");
}

/// The name in `type name(arguments)`.
fn function_name(declaration: &str) -> Option<&str> {
    let (head, _) = declaration.trim_start().split_once('(')?;
    let name = head.rsplit([' ', '*', '\n']).next()?;
    name.starts_with("nvo_").then_some(name)
}

#[test]
fn compilers_accept_the_guarded_header() {
    // Twice, so that the guard is seen to work.
    let program = format!("#include \"{0}\"\n#include \"{0}\"\n", header_path(GUARDED).display());
    compiles_as_c_and_cpp(&program);
}

#[test]
fn compilers_accept_the_bare_header() {
    compiles_as_c_and_cpp(&format!("#include <stddef.h>\n#include <stdint.h>\n{}", committed(BARE)));
}

fn compiles_as_c_and_cpp(program: &str) {
    compiles(program, "gcc", &["-x", "c", "-std=c11"]);
    compiles(program, "g++", &["-x", "c++", "-std=c++17"]);
}

fn compiles(program: &str, compiler: &str, language: &[&str]) {
    let mut child = Command::new(compiler)
        .args(language)
        .args(["-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "-"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{compiler} does not start ({error}): apt-get install {compiler}"));
    child.stdin.take().unwrap().write_all(program.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success(), "{compiler} refuses the header");
}
