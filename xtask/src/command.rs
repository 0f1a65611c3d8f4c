//! Where the workspace is, and running programs in it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The checkout this xtask belongs to.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
    version: String,
    rust_version: String,
}

impl Workspace {
    /// Finds the checkout and asks cargo what it knows about it.
    pub(crate) fn find() -> Result<Self, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?.to_owned();
        let text = Step::new(cargo(), &root).args(["metadata", "--no-deps", "--format-version=1"]).output()?;
        let metadata: serde_json::Value =
            serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
        let field = |pointer: &str| {
            let text = metadata.pointer(pointer).and_then(serde_json::Value::as_str);
            text.map(str::to_owned).ok_or(format!("cargo metadata has no {pointer}"))
        };
        Ok(Self {
            target: field("/target_directory")?.into(),
            version: field("/packages/0/version")?,
            rust_version: field("/packages/0/rust_version")?,
            root,
        })
    }

    /// A path inside the checkout, from one relative to its root.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// Cargo's target directory: the caller's `CARGO_TARGET_DIR`, else `target` in the checkout.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The one version of every package.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// The oldest compiler promised to work, e.g. `1.88`.
    pub(crate) fn rust_version(&self) -> &str {
        &self.rust_version
    }

    /// A program to be run in the checkout's root.
    pub(crate) fn step(&self, program: impl AsRef<OsStr>) -> Step {
        Step::new(program, &self.root)
    }

    /// The cargo that runs this xtask.
    pub(crate) fn cargo(&self) -> Step {
        self.step(cargo())
    }

    /// A program of the Python environment that `python::setup` makes, e.g. `python` or `maturin`.
    pub(crate) fn venv(&self, program: &str) -> Step {
        self.step(self.path(".tools/venv/bin").join(program))
    }
}

fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// One program run. It gets no standard input, so that nothing ever waits for an answer.
pub(crate) struct Step(Command);

impl Step {
    fn new(program: impl AsRef<OsStr>, folder: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(folder).stdin(Stdio::null());
        Self(command)
    }

    /// Adds one argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.0.arg(argument);
        self
    }

    /// Adds arguments.
    pub(crate) fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.0.args(arguments);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Removes an environment variable.
    pub(crate) fn env_remove(mut self, name: &str) -> Self {
        self.0.env_remove(name);
        self
    }

    /// Runs in this folder instead of the checkout's root.
    pub(crate) fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Runs the program with its output shown as it comes.
    pub(crate) fn run(mut self) -> Result<(), String> {
        let status = self.0.status().map_err(|error| self.cannot_start(&error))?;
        if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", self.line())) }
    }

    /// Runs the program and returns what it wrote to standard output; standard error is shown.
    pub(crate) fn output(self) -> Result<String, String> {
        let line = self.line();
        match self.outcome()? {
            (true, text) => Ok(text),
            (false, text) => Err(format!("{line} failed after writing\n{text}")),
        }
    }

    /// Runs the program and returns whether it ended well, and what it wrote to standard output.
    pub(crate) fn outcome(mut self) -> Result<(bool, String), String> {
        let output = self.0.stderr(Stdio::inherit()).output().map_err(|error| self.cannot_start(&error))?;
        let text = String::from_utf8(output.stdout).map_err(|_| format!("{} did not write UTF-8", self.line()))?;
        Ok((output.status.success(), text))
    }

    /// Whether the program can be run and ends well; nothing it writes is shown.
    pub(crate) fn succeeds(mut self) -> bool {
        self.0.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }

    /// The program as it stands, for whoever has to talk to it while it runs.
    pub(crate) fn into_command(self) -> Command {
        self.0
    }

    fn cannot_start(&self, error: &std::io::Error) -> String {
        format!("cannot start {}: {error}; `cargo xtask setup` installs what is missing", self.line())
    }

    fn line(&self) -> String {
        let words = std::iter::once(self.0.get_program()).chain(self.0.get_args());
        words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }
}

/// The line printed before each step.
pub(crate) fn heading(text: &str) {
    println!("== {text}");
}

/// Reads a text file; the error names it.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<String, String> {
    let path = path.as_ref();
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file and the folders above it; the error names it.
pub(crate) fn write(path: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Result<(), String> {
    let path = path.as_ref();
    let named = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(named)?;
    }
    std::fs::write(path, content).map_err(named)
}

/// Every file git knows of or would add, relative to the root: what was built is not among them.
pub(crate) fn tracked_files(workspace: &Workspace) -> Result<Vec<String>, String> {
    let list = workspace.step("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).output()?;
    Ok(list.lines().filter(|path| workspace.path(path).is_file()).map(str::to_owned).collect())
}
