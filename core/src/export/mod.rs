//! The step-by-step export with recovery will live here: a state machine over [`crate::document`] and [`crate::wire`] that
//! decides what to send next and, after any doubt, looks before it sends again.
