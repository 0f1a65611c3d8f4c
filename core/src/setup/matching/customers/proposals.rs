use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::fault::Fault;
use crate::strict_json::words;

use super::weigh::Weight;
use super::{NetvisorCustomer, ShopCustomer};

words! {
    /// Why nothing is proposed although there are candidates.
    pub enum Cause {
        /// The shop's register has the id more than once.
        RepeatedId = "repeated_id",
        /// More than one card scores high enough.
        SeveralCandidates = "several_candidates",
        /// Other customers of the shop have the card for a candidate too, or are linked to it.
        SharedCandidate = "shared_candidate",
        /// No card scores high enough.
        Weak = "weak",
        /// Nothing but a name that too many cards have; only their number is told.
        CommonName = "common_name",
    }
}

/// A card that may be a customer of the shop.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Candidate<'a> {
    /// The card.
    pub card: &'a NetvisorCustomer,
    /// How well it fits, and why.
    pub weight: Weight,
}

/// A customer of the shop and the card it has the number of.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Linked<'a> {
    /// The customer.
    pub customer: &'a ShopCustomer,
    /// The card.
    pub card: &'a NetvisorCustomer,
}

/// A customer of the shop and the one card that fits.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Proposal<'a> {
    /// The customer.
    pub customer: &'a ShopCustomer,
    /// The card.
    pub candidate: Candidate<'a>,
}

/// A customer of the shop for whom somebody has to choose.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Ambiguous<'a> {
    /// The customer.
    pub customer: &'a ShopCustomer,
    /// Why nothing is proposed.
    pub cause: Cause,
    /// The best candidates, at most [`MAX_CANDIDATES`](super::MAX_CANDIDATES), best first.
    pub candidates: Vec<Candidate<'a>>,
    /// How many further cards there are at least that have a value in common with the customer.
    pub more: usize,
}

/// Something about the registers themselves that should be mended or looked at.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Finding<'a> {
    /// What it is and what to do.
    pub fault: Fault,
    /// The customers of the shop it is about.
    pub customers: Vec<&'a ShopCustomer>,
    /// The keys of the cards it is about.
    pub netvisor_keys: Vec<u64>,
}

/// Which customers of the shop are which in Netvisor, as far as that can be said. Each customer of the shop is in exactly
/// one of the four lists, in the order of the shop's register.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerProposals<'a> {
    /// Those that have the code of a card already.
    pub linked: Vec<Linked<'a>>,
    /// Those for whom one card fits, and who alone fit that card.
    pub proposals: Vec<Proposal<'a>>,
    /// Those for whom somebody has to choose.
    pub ambiguous: Vec<Ambiguous<'a>>,
    /// Those for whom there is nothing.
    pub unmatched: Vec<&'a ShopCustomer>,
    /// What should be mended, each kind once.
    pub findings: Vec<Finding<'a>>,
    /// How many pairs of a customer and a card were compared.
    pub compared: u64,
}

impl Serialize for Candidate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write(&mut map)?;
        map.end()
    }
}

impl Candidate<'_> {
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("netvisor_key", &self.card.netvisor_key)?;
        map.serialize_entry("code", &self.card.code)?;
        map.serialize_entry("score", &self.weight.score())?;
        map.serialize_entry("reasons", &self.weight.reasons().collect::<Vec<_>>())?;
        map.serialize_entry("against", &self.weight.against().collect::<Vec<_>>())
    }
}

impl Serialize for Linked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut linked = serializer.serialize_struct("Linked", 3)?;
        linked.serialize_field("shop_id", &self.customer.id)?;
        linked.serialize_field("netvisor_key", &self.card.netvisor_key)?;
        linked.serialize_field("code", &self.card.code)?;
        linked.end()
    }
}

impl Serialize for Proposal<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("shop_id", &self.customer.id)?;
        self.candidate.write(&mut map)?;
        map.end()
    }
}

impl Serialize for Ambiguous<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut ambiguous = serializer.serialize_struct("Ambiguous", 4)?;
        ambiguous.serialize_field("shop_id", &self.customer.id)?;
        ambiguous.serialize_field("cause", &self.cause)?;
        ambiguous.serialize_field("candidates", &self.candidates)?;
        ambiguous.serialize_field("more", &self.more)?;
        ambiguous.end()
    }
}

impl Serialize for Finding<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut finding = serializer.serialize_struct("Finding", 3)?;
        finding.serialize_field("fault", &self.fault)?;
        finding.serialize_field("shop_ids", &Ids(&self.customers))?;
        finding.serialize_field("netvisor_keys", &self.netvisor_keys)?;
        finding.end()
    }
}

impl Serialize for CustomerProposals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut proposals = serializer.serialize_struct("CustomerProposals", 6)?;
        proposals.serialize_field("linked", &self.linked)?;
        proposals.serialize_field("proposals", &self.proposals)?;
        proposals.serialize_field("ambiguous", &self.ambiguous)?;
        proposals.serialize_field("unmatched", &Ids(&self.unmatched))?;
        proposals.serialize_field("findings", &self.findings)?;
        proposals.serialize_field("compared", &self.compared)?;
        proposals.end()
    }
}

/// The ids alone.
struct Ids<'a>(&'a [&'a ShopCustomer]);

impl Serialize for Ids<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|customer| &customer.id))
    }
}
