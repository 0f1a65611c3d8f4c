use orders::exchange::{Input, NoReplyKind, Outgoing, Output, WaitReason};
use orders::json::Machine;

use crate::argument;
use crate::boundary;
use crate::connection::Connection;
use crate::error::{Error, Failure, Misuse};
use crate::fetch::Fetch;
use crate::host::{Functions, Host};
use crate::order_export::OrderExport;
use crate::sign::Signed;
use crate::status::Status;
use crate::text::{TerminatedString, Text};

/// Runs an export to its end over the host's HTTP: polls it, has checkpoints stored, signs each request with a new stamp, has
/// it sent, and hands in what became of it. `*out` becomes the report as JSON; `"finished": false` in it says that the run
/// ended before the orders had, because the host wanted that or could not wait. The stored checkpoint goes on from there, and
/// so does another call.
///
/// A checkpoint that could not be stored is an error of the kind "host", code `checkpoint_not_stored`. After that, and after a
/// request that could not be signed, the export can be run again.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `export` must be NULL or an object that this library gave and that was not freed yet, and nobody else may be using it,
/// which includes the functions of the host; `connection` must be NULL or an object that this library gave and that was not
/// freed yet; `host` must be NULL or point to a host whose functions do what its fields say; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_order_export_run(
    export: *mut OrderExport,
    connection: *const Connection,
    host: *const Host,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let export = argument::object_mut("export", export)?;
            let connection = argument::object("connection", connection)?;
            let functions = Functions::new(argument::object("host", host)?)?;
            export.change(|export| {
                run(export, &connection.0, &functions, &mut |_| {})?;
                Ok(Text::new(Machine::report(export)))
            })
        })
    }
}

/// Runs a fetch to its end over the host's HTTP, in the manner of `nvo_order_export_run`. What is handed out goes to the
/// host's `deliver`, and then the checkpoint is stored. `*out` becomes the report as JSON.
///
/// What could not be kept is an error of the kind "host", code `batch_not_kept`; another call hands it out again.
///
/// On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
/// On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
/// `err` may be NULL.
///
/// # Safety
/// `fetch` must be NULL or an object that this library gave and that was not freed yet, and nobody else may be using it,
/// which includes the functions of the host; `connection` must be NULL or an object that this library gave and that was not
/// freed yet; `host` must be NULL or point to a host whose functions do what its fields say; `out` and `err` must be NULL or
/// point to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvo_fetch_run(
    fetch: *mut Fetch,
    connection: *const Connection,
    host: *const Host,
    out: *mut *mut Text,
    err: *mut *mut Error,
) -> Status {
    // SAFETY: all pointers are as the caller promises.
    unsafe {
        boundary::produce(out, err, || {
            let fetch = argument::object_mut("fetch", fetch)?;
            let connection = argument::object("connection", connection)?;
            let host = argument::object("host", host)?;
            let functions = Functions::new(host)?;
            if host.deliver.is_none() {
                return Err(Misuse::Null("host.deliver").into());
            }
            // Where the fetch stood before the batch that is under way.
            let mut kept = fetch.checkpoint()?;
            let result = fetch.change(|fetch| {
                run(fetch, &connection.0, &functions, &mut |machine| kept = machine.checkpoint())?;
                Ok(Text::new(fetch.report()))
            });
            if matches!(result, Err(Failure::BatchNotKept)) {
                fetch.go_back_to(&kept)?;
            }
            result
        })
    }
}

/// Ends with the last checkpoint stored. `on_kept` is told when a batch has been kept.
fn run(
    machine: &mut dyn Machine,
    connection: &orders::Connection,
    host: &Functions<'_>,
    on_kept: &mut dyn FnMut(&dyn Machine),
) -> Result<(), Failure> {
    while !host.should_stop() {
        let output = machine.poll_output(host.clock());
        host.progress(machine.counts());
        match output {
            Output::Send(outgoing) => exchange(machine, connection, host, outgoing)?,
            Output::Batch(batch) => {
                host.deliver(&batch)?;
                on_kept(machine);
                host.store(machine.checkpoint())?;
            }
            Output::Wait { reason: WaitReason::InFlight, .. } => return Err(Misuse::InFlight.into()),
            Output::Wait { until, reason } => {
                host.store(machine.checkpoint())?;
                if !host.wait(until, reason) {
                    return Ok(());
                }
            }
            Output::Done(_) => break,
        }
    }
    host.store(machine.checkpoint())
}

fn exchange(
    machine: &mut dyn Machine,
    connection: &orders::Connection,
    host: &Functions<'_>,
    mut outgoing: Outgoing,
) -> Result<(), Failure> {
    let id = outgoing.id;
    let body = TerminatedString::new(outgoing.request.body.take().unwrap_or_default());
    match prepare(machine, connection, host, outgoing) {
        Ok(request) => Ok(machine.handle_input(host.send(&request, &body).as_input(id))?),
        Err(failure) => {
            // Certain, since nothing was sent; and it can go on from here.
            machine.handle_input(Input::NoReply { id, kind: NoReplyKind::NotConnected })?;
            Err(failure)
        }
    }
}

/// Everything that comes before sending.
fn prepare(
    machine: &dyn Machine,
    connection: &orders::Connection,
    host: &Functions<'_>,
    outgoing: Outgoing,
) -> Result<Signed, Failure> {
    if outgoing.must_checkpoint {
        host.store(machine.checkpoint())?;
    }
    Ok(Signed::new(orders::sign(outgoing.request, connection, &host.stamp()?)?))
}
