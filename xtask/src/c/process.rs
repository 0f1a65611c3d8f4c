//! The C programs of tests/c as processes: run to their end, or stopped by Ctrl-C.

use std::io::Read;
use std::process::{Child, Command, Output, Stdio};

use crate::command::Step;

/// A C program as it is run in this build, without its arguments.
pub(super) type Program<'a> = dyn Fn() -> Step + 'a;

/// How the examples end when they are to be run again.
pub(super) const NOT_FINISHED: i32 = 2;

/// Runs it to its end; the exit status may be any.
pub(super) fn ended(program: Step) -> Result<Output, String> {
    let mut command = program.into_command();
    command.stderr(Stdio::piped()).output().map_err(|error| format!("{command:?} does not start: {error}"))
}

/// Presses Ctrl-C once the program has written this to standard error.
pub(super) fn interrupted(program: Step, when: &str) -> Result<(), String> {
    let mut command = program.into_command();
    let mut process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{command:?} does not start: {error}"))?;
    wait_for(&mut process, when)?;
    // The shell's own `kill`: the standard library can only send SIGKILL.
    let kill = Command::new("sh").args(["-c", "kill -INT \"$0\"", &process.id().to_string()]).status();
    if !kill.is_ok_and(|status| status.success()) {
        return Err(format!("no signal could be sent to process {}", process.id()));
    }
    let output = process.wait_with_output().map_err(|error| error.to_string())?;
    let printed = shown(&output);
    match output.status.code() == Some(NOT_FINISHED) && printed.contains("not finished") {
        true => Ok(()),
        false => Err(format!("after Ctrl-C at {when:?}: {}\n{printed}", output.status)),
    }
}

fn wait_for(process: &mut Child, text: &str) -> Result<(), String> {
    let errors = process.stderr.as_mut().ok_or("no standard error")?;
    let mut written = Vec::new();
    let mut byte = [0];
    while !written.ends_with(text.as_bytes()) {
        match errors.read(&mut byte) {
            Ok(1) => written.push(byte[0]),
            _ => return Err(format!("it ended before it wrote {text:?}:\n{}", String::from_utf8_lossy(&written))),
        }
    }
    Ok(())
}

/// All it wrote.
pub(super) fn shown(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
