//! Reading messages into a plain tree, and writing replies.

mod tree;
mod write;

pub(crate) use tree::Element;
pub(crate) use write::XmlWriter;
