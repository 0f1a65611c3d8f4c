//! The golden cases of tests/vectors.

use crate::command::{Workspace, heading};

/// Writes what core makes of every case, over `expect-*` and `outcome.json` alone: inputs are never touched.
pub(crate) fn update(workspace: &Workspace) -> Result<(), String> {
    heading("writing the expected results of tests/vectors");
    workspace.cargo().args(["test", "--package=netvisor-orders", "--test=vectors"]).env("UPDATE", "1").run()?;
    println!("review them: git diff tests/vectors");
    Ok(())
}
