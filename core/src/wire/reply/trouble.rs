use crate::fault::{Error, ErrorKind, Fault, FaultCode};

/// Why a body could not be read; becomes an [`Error`] where the HTTP status is known. In a box, since every step of reading hands
/// it on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trouble(Box<Cause>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Cause {
    NotXml,
    Broken,
    Incomplete(String),
}

impl Trouble {
    /// No XML, or not Netvisor's.
    #[cold]
    pub(super) fn not_xml() -> Self {
        Self(Box::new(Cause::NotXml))
    }

    /// Cut, malformed, too deep, too large, or with a document type of its own.
    #[cold]
    pub(super) fn broken() -> Self {
        Self(Box::new(Cause::Broken))
    }

    /// A value that is always there is missing, or one that is there cannot be read.
    #[cold]
    pub(super) fn incomplete(name: &str) -> Self {
        Self(Box::new(Cause::Incomplete(name.to_owned())))
    }

    pub(super) fn into_error(self, http_status: u16) -> Error {
        let fault = match *self.0 {
            Cause::NotXml => Fault::new(FaultCode::ReplyNotXml, "").with(http_status),
            Cause::Broken => Fault::new(FaultCode::ReplyBroken, "").with(http_status),
            Cause::Incomplete(name) => Fault::new(FaultCode::ReplyIncomplete, "").with(name),
        };
        Error::one(ErrorKind::Reply, fault)
    }
}
