//! What a merchant asks before the first export.

pub mod matching;
mod need;
mod number_plan;
mod permissions;
mod setup_check;

pub use need::Feature;
pub use number_plan::{
    GrowingNumbers, ManualNumbers, NumberPlanOptions, NumberRange, Numbers, NumbersResult, PaceSource, PlannedNumbers,
    ProposedNumbering, Prospect,
};
pub use permissions::{Reason, RequiredPermission, RequiredPermissions, required_permissions};
pub use setup_check::{
    Accepted, Cause, ClockState, Credentials, CredentialsState, HostClock, PermissionState, ProbedPermission, Setup,
    SetupBatch, SetupOptions, SetupResult,
};

pub(crate) use permissions::read_features;

/// Finds out whether credentials, clock and permissions are in order.
pub type SetupCheck = crate::fetch::Fetch<Setup>;

/// Finds out whether the shop's numbers meet others, and what keeps them apart.
pub type NumberPlan = crate::fetch::Fetch<Numbers>;
