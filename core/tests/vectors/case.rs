//! The golden cases of `tests/vectors`: folders that every language reads.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// One case: a folder with `case.json`, the inputs, and what must come out.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    /// `case.json`.
    pub(crate) about: Value,
}

/// The folder all cases are in, and what they share.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors")
}

/// All cases by name. Panics when there is none: a replay of nothing would always succeed.
pub(crate) fn all() -> Vec<Case> {
    let entries = fs::read_dir(root()).expect("tests/vectors is there");
    let mut folders: Vec<PathBuf> =
        entries.map(|entry| entry.expect("readable").path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no case in tests/vectors");
    folders.into_iter().map(Case::open).collect()
}

/// The connection that cases share unless they have one of their own; it is the simulator's.
pub(crate) fn shared_connection() -> Vec<u8> {
    fs::read(root().join("connection.json")).expect("tests/vectors/connection.json is there")
}

impl Case {
    fn open(folder: PathBuf) -> Self {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let about = fs::read(folder.join("case.json")).unwrap_or_else(|error| panic!("{name}/case.json: {error}"));
        let about = serde_json::from_slice(&about).unwrap_or_else(|error| panic!("{name}/case.json: {error}"));
        Self { name, folder, about }
    }

    /// A file of the case, if it has one of that name.
    pub(crate) fn file(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(name)).ok()
    }

    /// An input the operation cannot do without.
    pub(crate) fn input(&self, name: &str) -> Vec<u8> {
        self.file(name).unwrap_or_else(|| panic!("{}/{name} is missing", self.name))
    }

    /// An input that stands for `{}` when it is not there.
    pub(crate) fn input_or_empty(&self, name: &str) -> Vec<u8> {
        self.file(name).unwrap_or_else(|| b"{}".to_vec())
    }

    /// A text of `case.json`, by JSON pointer.
    pub(crate) fn text(&self, pointer: &str) -> &str {
        let value = self.about.pointer(pointer).and_then(Value::as_str);
        value.unwrap_or_else(|| panic!("{}/case.json lacks the text {pointer}", self.name))
    }

    /// A whole number of `case.json`, by JSON pointer.
    pub(crate) fn number(&self, pointer: &str) -> i64 {
        let value = self.about.pointer(pointer).and_then(Value::as_i64);
        value.unwrap_or_else(|| panic!("{}/case.json lacks the number {pointer}", self.name))
    }
}
