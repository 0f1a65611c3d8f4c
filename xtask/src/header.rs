//! The generated C headers in ffi/include.

use crate::command::{Workspace, heading};

/// Writes both headers anew.
pub(crate) fn update(workspace: &Workspace) -> Result<(), String> {
    heading("writing ffi/include");
    workspace
        .cargo()
        .args(["test", "--package=netvisor-orders-ffi", "--test=header", "headers_match_the_source"])
        .env("UPDATE", "1")
        .run()
}
