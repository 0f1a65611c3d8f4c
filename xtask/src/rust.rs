//! The checks of the Rust code.

use crate::command::{Workspace, heading};
use crate::{example, fuzz, msrv, purity, versions};

/// Runs them, the quick ones first.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading("rustfmt");
    workspace.cargo().args(["fmt", "--all", "--check"]).run()?;
    versions::test(workspace)?;
    heading("clippy");
    workspace.cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny=warnings"]).run()?;
    heading("clippy: core without what reads registers");
    workspace
        .cargo()
        .args(["clippy", "--quiet", "--package=netvisor-orders", "--lib", "--no-default-features"])
        .args(["--", "--deny=warnings"])
        .run()?;
    fuzz::check(workspace)?;
    purity::test(workspace)?;
    msrv::test(workspace)?;
    heading("cargo test");
    workspace.cargo().args(["test", "--workspace"]).run()?;
    heading("JSON Schemas are those of the types");
    workspace.cargo().args(["test", "--package=netvisor-orders", "--features=schema", "--test=schema"]).run()?;
    example::test(workspace)?;
    heading("rustdoc");
    workspace.cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "--deny=warnings").run()
}
