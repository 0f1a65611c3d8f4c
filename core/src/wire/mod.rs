//! Netvisor's interface: XML out, XML in, credentials, signing. Knows nothing of orders.

mod connection;
mod element;
mod mac;
mod request;
mod sign;
mod stamp;
mod xml_writer;

pub mod reply;

pub use connection::{Connection, InterfaceLanguage, MacAlgorithm};
pub use reply::{Reply, read_reply};
pub use request::{Awaited, Method, Request};
pub use sign::{SignedRequest, sign};
pub use stamp::Stamp;

pub(crate) use element::{Ansi, Attribute, CodeList, Content, Element, Number, Tags, With, aggregate, attribute, tags};
pub(crate) use request::RequestHead;
pub(crate) use xml_writer::XmlWriter;
