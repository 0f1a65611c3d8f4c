//! Gives the shared library a name of its own (SONAME).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Without it, a program linked by path (as CMake does) would look for the library at that very path when it runs.
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libnetvisor_orders.so");
    }
}
