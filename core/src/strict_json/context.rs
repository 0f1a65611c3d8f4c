use crate::fault::{Fault, FaultCode};

use super::{Limits, MAX_FAULTS};

/// Where the reader stands in the input. Lives on the stack and is written out only for a fault.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    /// As a JSON pointer (RFC 6901).
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, pointer: &mut String) {
        match self {
            Path::Root => {}
            Path::Key(parent, key) => {
                parent.write(pointer);
                pointer.push('/');
                // Names of unknown fields come from the input; a pointer with a megabyte in it helps nobody.
                for character in key.chars().take(100) {
                    match character {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        other => pointer.push(other),
                    }
                }
            }
            Path::Index(parent, index) => {
                parent.write(pointer);
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
        }
    }
}

/// What has been found wrong so far.
#[derive(Default)]
pub(crate) struct Context {
    limits: Limits,
    faults: Vec<Fault>,
    broken_path: Option<String>,
}

impl Context {
    pub(super) fn within(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    pub(super) fn limits(&self) -> Limits {
        self.limits
    }

    pub(crate) fn note(&mut self, fault: Fault) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(fault);
        }
    }

    pub(crate) fn note_at(&mut self, code: FaultCode, at: &Path<'_>) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Fault::new(code, at.pointer()));
        }
    }

    pub(crate) fn wrong_type(&mut self, at: &Path<'_>, expected: &str, found: &str) {
        self.note(Fault::new(FaultCode::TypeMismatch, at.pointer()).with(expected).with(found));
    }

    /// Remembers the innermost place at which the text stopped being JSON.
    pub(crate) fn broken(&mut self, at: &Path<'_>) {
        if self.broken_path.is_none() {
            self.broken_path = Some(at.pointer());
        }
    }

    pub(crate) fn take_broken_path(&mut self) -> String {
        self.broken_path.take().unwrap_or_default()
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.faults
    }
}
