/// How a call ended. What went wrong in detail is in the `nvo_error`.
// repr(C) and not repr(i32), for which cbindgen emits guards that PHP cannot parse.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It worked: `*out` is written and `*err` is unchanged.
    Ok = 0,
    /// The input was refused, or the host could not do its part; `*err` says why, in words meant for people.
    Error = 1,
    /// The call itself was wrong: a NULL where none is permitted, a name that is not UTF-8, or a call out of turn.
    Misuse = 2,
    /// A bug in this library. Nothing was written but `*err`; please report it.
    Panic = 3,
}
