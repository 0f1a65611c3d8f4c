use crate::fault::{Error, ErrorKind, Fault, FaultCode};

/// Why a body could not be read; becomes an [`Error`] where the HTTP status is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// No XML, or not Netvisor's.
    NotXml,
    /// Cut, malformed, too deep, too large, or with a document type of its own.
    Broken,
    /// A value that is always there is missing, or one that is there cannot be read.
    Incomplete(String),
}

impl Trouble {
    pub(super) fn incomplete(name: impl Into<String>) -> Self {
        Self::Incomplete(name.into())
    }

    pub(super) fn into_error(self, http_status: u16) -> Error {
        let fault = match self {
            Self::NotXml => Fault::new(FaultCode::ReplyNotXml, "").with(http_status),
            Self::Broken => Fault::new(FaultCode::ReplyBroken, "").with(http_status),
            Self::Incomplete(name) => Fault::new(FaultCode::ReplyIncomplete, "").with(name),
        };
        Error::one(ErrorKind::Reply, fault)
    }
}
