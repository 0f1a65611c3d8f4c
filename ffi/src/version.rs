use crate::Str;

/// Raised whenever a program built against an older header would break.
const ABI_VERSION: u32 = 1;

/// The version of this library, such as "0.1.0". The text is static: it is always valid and never freed.
///
/// A function, because PHP cannot read `#define`s.
#[unsafe(no_mangle)]
pub extern "C" fn nvo_version() -> Str {
    const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
    Str::from_terminated(VERSION)
}

/// The version of this ABI. A program compares it with the `NVO_ABI_VERSION` it was compiled with.
#[unsafe(no_mangle)]
pub extern "C" fn nvo_abi_version() -> u32 {
    ABI_VERSION
}
