//! Every package carries the workspace's version.

use crate::command::{Workspace, heading, read, tracked_files};
use serde_json::Value;

/// Compares the versions in the manifests of every ecosystem with the workspace's. What the built packages say of
/// themselves is compared by the tests of each language.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading(&format!("one version: {}", workspace.version()));
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for path in tracked_files(workspace)? {
        let Some(version) = stated(workspace, &path)? else { continue };
        if version != workspace.version() {
            wrong.push(format!("{path} says {version}"));
        }
        found.push(path);
    }
    for needed in ["wasm/js/package.json", "bindings/php/composer.json", "Cargo.toml", "CHANGELOG.md"] {
        if !found.iter().any(|path| path == needed) {
            wrong.push(format!("{needed} states no version"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The version a manifest states, if it is one and states any. A member of the workspace and the wheel inherit theirs.
fn stated(workspace: &Workspace, path: &str) -> Result<Option<String>, String> {
    let name = path.rsplit('/').next().unwrap_or_default();
    Ok(match name {
        "package.json" | "composer.json" => {
            let manifest: Value =
                serde_json::from_str(&read(workspace.path(path))?).map_err(|error| format!("{path}: {error}"))?;
            // A private consumer in the tests is no package of ours.
            let ours = manifest["private"] != Value::Bool(true);
            manifest["version"].as_str().filter(|_| ours).map(str::to_owned)
        }
        "Cargo.toml" | "pyproject.toml" => {
            let text = read(workspace.path(path))?;
            text.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned))
        }
        "CHANGELOG.md" => {
            let text = read(workspace.path(path))?;
            let released = text.lines().find_map(|line| line.strip_prefix("## [")?.split(']').next());
            released.map(str::to_owned)
        }
        _ => None,
    })
}
