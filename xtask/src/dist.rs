//! `cargo xtask dist`: what is handed to users, laid out under `dist/`.

use crate::command::{Workspace, heading};
use crate::{c, node, php, python, setup};

/// Builds every package anew.
pub(crate) fn run(workspace: &Workspace) -> Result<(), String> {
    setup::run(workspace, &[])?;
    let folder = workspace.path("dist");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    heading("dist: C");
    c::dist(workspace)?;
    heading("dist: PHP");
    php::dist(workspace)?;
    heading("dist: Python");
    python::dist(workspace)?;
    heading("dist: Node");
    node::dist(workspace)
}
