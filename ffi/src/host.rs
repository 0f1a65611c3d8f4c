//! What a host does for an export or a fetch that the library runs.

use std::ffi::{c_char, c_int, c_void};
use std::str;

use orders::Stamp;
use orders::exchange::WaitReason;
use orders::json::{Counts, Json};

use crate::answer::Answer;
use crate::error::{Failure, Misuse};
use crate::sign::Signed;
use crate::text::{Str, TerminatedString};

/// What the host does for `nvo_order_export_run` and `nvo_fetch_run`, which do no I/O of their own. Fill in every field, NULL
/// where it may be.
///
/// The functions are called on the thread that called the run, one at a time. What they are given is the library's and lasts
/// as long as the call. They must return: no `longjmp`, no C++ exception. They must not use the export or the fetch.
#[repr(C)]
pub struct Host {
    /// Given to each of the functions, otherwise untouched.
    pub context: *mut c_void,
    /// Sends a request once, without a second attempt of the HTTP client's own, and puts what became of it into `answer`.
    /// Netvisor gets two minutes to answer, as the vendor advises. `body` is empty for a GET.
    pub send:
        Option<unsafe extern "C" fn(context: *mut c_void, request: *const Signed, body: Str, answer: *mut Answer)>,
    /// Keeps the checkpoint: before every request that changes something in Netvisor, after every batch that was kept, before
    /// every wait, and at the end. It must be on the disk when the function returns. 0 when it is; otherwise nothing is sent and the run fails.
    pub store: Option<unsafe extern "C" fn(context: *mut c_void, checkpoint: Str) -> c_int>,
    /// The time now, in milliseconds since 1970 in UTC. Netvisor compares it with its own.
    pub now: Option<unsafe extern "C" fn(context: *mut c_void) -> i64>,
    /// Writes a transaction id that was never used before, such as a UUID, to `id`, where there is room for `size` bytes;
    /// returns its length. 0 where none can be made: nothing is sent then and the run fails.
    pub transaction_id: Option<unsafe extern "C" fn(context: *mut c_void, id: *mut c_char, size: usize) -> usize>,
    /// Sleeps until that time, in milliseconds since 1970; `reason` is "back_off", "maintenance" or "quarantine", and it may
    /// be minutes. 0 to go on, also when it woke up early; anything else ends the run, to be resumed from the checkpoint. NULL
    /// for a host that cannot wait.
    pub wait: Option<unsafe extern "C" fn(context: *mut c_void, until_unix_ms: i64, reason: Str) -> c_int>,
    /// Asked before each step; anything but 0 ends the run, to be resumed from the checkpoint. NULL: nothing ends it.
    pub should_stop: Option<unsafe extern "C" fn(context: *mut c_void) -> c_int>,
    /// Told before each request and each wait, and at the end, how many orders there are (of a fetch how many things, 0 while
    /// nobody knows), how many have ended (or were handed out), and the number of the order that is worked on, which may be
    /// empty. NULL if nobody wants to know.
    pub progress: Option<unsafe extern "C" fn(context: *mut c_void, total: usize, done: usize, current: Str)>,
    /// The time by which waits are reckoned, where it is not `now`: a test need not wait ten minutes. NULL otherwise.
    pub clock: Option<unsafe extern "C" fn(context: *mut c_void) -> i64>,
    /// Keeps what a fetch hands out, given as JSON. It may come again after a crash, so keep it by its NetvisorKeys. 0 when it
    /// is kept; otherwise the run fails, and a later one hands it out again from the checkpoint. NULL for exports, which hand
    /// nothing out.
    pub deliver: Option<unsafe extern "C" fn(context: *mut c_void, batch: Str) -> c_int>,
}

type SendFunction = unsafe extern "C" fn(*mut c_void, *const Signed, Str, *mut Answer);
type StoreFunction = unsafe extern "C" fn(*mut c_void, Str) -> c_int;
type TimeFunction = unsafe extern "C" fn(*mut c_void) -> i64;
type TransactionIdFunction = unsafe extern "C" fn(*mut c_void, *mut c_char, usize) -> usize;

/// Room for a transaction id: core takes 100 characters of ISO 8859-1, which have two bytes each at most.
const TRANSACTION_ID_ROOM: usize = 200;

/// A host that has every function it must have.
pub(crate) struct Functions<'a> {
    host: &'a Host,
    send: SendFunction,
    store: StoreFunction,
    now: TimeFunction,
    transaction_id: TransactionIdFunction,
}

impl<'a> Functions<'a> {
    /// # Safety
    /// The functions of `host` must do what its fields say, with its context, as long as the result lives.
    pub(crate) unsafe fn new(host: &'a Host) -> Result<Self, Misuse> {
        Ok(Self {
            host,
            send: host.send.ok_or(Misuse::Null("host.send"))?,
            store: host.store.ok_or(Misuse::Null("host.store"))?,
            now: host.now.ok_or(Misuse::Null("host.now"))?,
            transaction_id: host.transaction_id.ok_or(Misuse::Null("host.transaction_id"))?,
        })
    }

    pub(crate) fn send(&self, request: &Signed, body: &TerminatedString) -> Answer {
        let mut answer = Answer::unknown();
        // SAFETY: promised to `new`.
        unsafe { (self.send)(self.host.context, request, body.as_str(), &raw mut answer) };
        answer
    }

    pub(crate) fn store(&self, checkpoint: String) -> Result<(), Failure> {
        let checkpoint = TerminatedString::new(checkpoint);
        // SAFETY: promised to `new`.
        match unsafe { (self.store)(self.host.context, checkpoint.as_str()) } {
            0 => Ok(()),
            _ => Err(Failure::CheckpointNotStored),
        }
    }

    pub(crate) fn deliver(&self, batch: &Json) -> Result<(), Failure> {
        let batch = TerminatedString::new(batch.as_str().to_owned());
        let deliver = self.host.deliver.ok_or(Misuse::Null("host.deliver"))?;
        // SAFETY: promised to `new`.
        match unsafe { deliver(self.host.context, batch.as_str()) } {
            0 => Ok(()),
            _ => Err(Failure::BatchNotKept),
        }
    }

    /// A stamp of the real time, which the clock of a test is not.
    pub(crate) fn stamp(&self) -> Result<Stamp, Failure> {
        let mut room = [0_u8; TRANSACTION_ID_ROOM];
        // SAFETY: promised to `new`; there is the room that is said to be.
        let len = unsafe { (self.transaction_id)(self.host.context, room.as_mut_ptr().cast(), room.len()) };
        let id = room.get(..len).ok_or(Misuse::TooLong("transaction_id"))?;
        let id = str::from_utf8(id).map_err(|_| Misuse::NotUtf8("transaction_id"))?;
        // SAFETY: promised to `new`.
        let now = unsafe { (self.now)(self.host.context) };
        Ok(Stamp::new(now, id)?)
    }

    pub(crate) fn clock(&self) -> i64 {
        // SAFETY: promised to `new`.
        unsafe { self.host.clock.unwrap_or(self.now)(self.host.context) }
    }

    /// Whether the host waited, and will go on.
    pub(crate) fn wait(&self, until: i64, reason: WaitReason) -> bool {
        let reason = TerminatedString::new(reason.as_str());
        // SAFETY: promised to `new`.
        self.host.wait.is_some_and(|wait| unsafe { wait(self.host.context, until, reason.as_str()) } == 0)
    }

    pub(crate) fn should_stop(&self) -> bool {
        // SAFETY: promised to `new`.
        self.host.should_stop.is_some_and(|should_stop| unsafe { should_stop(self.host.context) } != 0)
    }

    pub(crate) fn progress(&self, counts: Counts) {
        let Some(tell) = self.host.progress else { return };
        let current = TerminatedString::new(counts.current);
        // SAFETY: promised to `new`.
        unsafe { tell(self.host.context, counts.total, counts.done, current.as_str()) };
    }
}
