use serde::Serialize;

use crate::fault::{Fault, FaultCode};
use crate::fetch::Failure;
use crate::strict_json::{record, words};
use crate::wire::reply::Permission;

words! {
    /// What is fetched beside the lists, each by the option that asks for it.
    pub(super) enum Part {
        Billed = "billed",
        Credits = "credits",
        Deleted = "deleted",
        Pdfs = "pdfs",
    }
}

record! {
    /// A right that a part needs and the interface identifier lacks.
    #[derive(Eq, Serialize)]
    pub(super) lenient struct MissingRight {
        part: Part,
        resource: String,
    }
}

/// The rights found missing; what needs them is left out from then on.
#[derive(Debug, Clone, Default)]
pub(super) struct MissingRights(pub(super) Vec<MissingRight>);

impl MissingRights {
    pub(super) fn has(&self, part: Part, resource: &str) -> bool {
        self.0.iter().any(|missing| missing.part == part && missing.resource == resource)
    }

    pub(super) fn add(&mut self, part: Part, resource: &str) {
        if !self.has(part, resource) {
            self.0.push(MissingRight { part, resource: resource.to_owned() });
        }
    }

    /// Named as Netvisor's page of rights names them, each at the option that needs it.
    pub(super) fn notes(&self) -> impl Iterator<Item = Fault> {
        self.0.iter().map(|MissingRight { part, resource }| {
            let permission = Permission::for_resource(resource);
            let (group, name) = permission.map_or(("?", resource.as_str()), |known| (known.group, known.name));
            Fault::new(FaultCode::FetchPartNotPermitted, format!("/{part}")).with(group).with(name)
        })
    }
}

/// Whether a request came to nothing because its right is missing.
pub(super) fn lacks_right(failure: &Failure<'_>) -> bool {
    matches!(failure, Failure::Refused(refusal) if refusal.code() == FaultCode::NetvisorServiceAccess)
}
