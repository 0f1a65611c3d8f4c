use serde::Serialize;

use crate::Settings;
use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::strict_json;
use crate::wire::reply::Permission;

use super::need::{Feature, NEEDS, Sentence};

/// What must be allowed and true in Netvisor before the first request.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RequiredPermissions {
    /// The rights to give the interface identifier on Netvisor's page *Rajapintaresurssien oikeudet*: no more than these
    /// settings need.
    pub permissions: Vec<RequiredPermission>,
    /// What must be true before, in the order in which to see to it.
    pub prerequisites: Vec<Fault>,
}

/// A resource that has to be allowed. Two resources may stand behind one right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RequiredPermission {
    /// The heading on Netvisor's page, which is Finnish; `None` where it is not known.
    pub group: Option<&'static str>,
    /// The name on Netvisor's page; `None` where it is not known: look for the resource there.
    pub name: Option<&'static str>,
    /// The resource behind it, such as `customerlist.nv`.
    pub resource: &'static str,
    /// What it is needed for.
    pub features: Vec<Feature>,
    /// Why.
    pub reason: Reason,
}

/// Why a right is needed: a sentence for each use, in three languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reason {
    /// In Finnish.
    pub fi: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

/// Lists the rights that these settings and features need, and no others.
///
/// ```
/// use netvisor_orders::Settings;
/// use netvisor_orders::setup::{Feature, required_permissions};
///
/// let settings = Settings::from_json(br#"{"customers": {"match": "temporary"}, "products": {"missing": "reject"}}"#)?;
/// let required = required_permissions(&settings, &[Feature::Export]);
/// let resources: Vec<_> = required.permissions.iter().map(|permission| permission.resource).collect();
/// assert_eq!(resources, ["salesinvoicelist.nv", "salesinvoice.nv", "productlist.nv"]);
/// assert_eq!(required.permissions[2].name, Some("Tuotelistan nouto Netvisorista"));
/// # Ok::<(), netvisor_orders::Error>(())
/// ```
#[must_use]
pub fn required_permissions(settings: &Settings, features: &[Feature]) -> RequiredPermissions {
    let mut permissions: Vec<RequiredPermission> = Vec::new();
    let arising = NEEDS.iter().filter(|need| features.contains(&need.feature) && (need.arises)(settings, features));
    for need in arising {
        let known = permissions.iter_mut().find(|permission| permission.resource == need.resource);
        match known {
            Some(permission) => {
                if !permission.features.contains(&need.feature) {
                    permission.features.push(need.feature);
                }
                permission.reason.add(&need.reason);
            }
            None => permissions.push(RequiredPermission::new(need.resource, need.feature, &need.reason)),
        }
    }
    let prerequisites = [
        FaultCode::PackageNeeded,
        FaultCode::InterfaceServiceNeeded,
        FaultCode::UserRoleNeeded,
        FaultCode::InterfaceIdentifierNeeded,
    ];
    let prerequisites = prerequisites.map(|code| Fault::new(code, "").in_language(settings.language()));
    RequiredPermissions { permissions, prerequisites: prerequisites.to_vec() }
}

/// Reads a list of features.
pub(crate) fn read_features(json: &[u8]) -> Result<Vec<Feature>, Error> {
    let features: Vec<Feature> = strict_json::read(ErrorKind::Options, json)?;
    check_features(&features, "")?;
    Ok(features)
}

/// There is at least one.
pub(super) fn check_features(features: &[Feature], path: &str) -> Result<(), Error> {
    if features.is_empty() {
        return Err(Error::one(ErrorKind::Options, Fault::new(FaultCode::ListEmpty, path)));
    }
    Ok(())
}

impl RequiredPermission {
    fn new(resource: &'static str, feature: Feature, reason: &Sentence) -> Self {
        let permission = Permission::for_resource(resource);
        let mut required = Self {
            group: permission.map(|permission| permission.group),
            name: permission.map(|permission| permission.name),
            resource,
            features: vec![feature],
            reason: Reason::default(),
        };
        required.reason.add(reason);
        required
    }
}

impl Reason {
    /// Adds a sentence, unless it is there.
    fn add(&mut self, sentence: &Sentence) {
        for (text, added) in [(&mut self.fi, sentence.fi), (&mut self.sv, sentence.sv), (&mut self.en, sentence.en)] {
            if text.contains(added) {
                continue;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(added);
        }
    }
}
