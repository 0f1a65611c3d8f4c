use std::collections::HashMap;

use super::index::{Index, Value};
use super::proposals::{Ambiguous, Candidate, Cause, CustomerProposals, Linked, Proposal};
use super::traits::Traits;
use super::weigh::{Contradiction, Weight, weigh};
use super::{CustomerOptions, Findings, MAX_CANDIDATES, NetvisorCustomer, ShopCustomer};

/// The most cards with one value that are compared with a customer. Where a value has more, nothing is proposed by it, so
/// that registers full of the same value take no longer than others.
const MAX_COMPARED: usize = 32;
/// The lowest score of a candidate: below, what speaks against it outweighs what speaks for it.
const LOWEST_SCORE: u8 = 10;

/// Netvisor's cards, ready to be searched.
struct Cards<'a> {
    /// In the order of their keys, each key once: results are the same whatever order the cards were given in.
    cards: Vec<(&'a NetvisorCustomer, Traits)>,
    index: Index,
}

/// What was found for a customer of the shop.
struct Found {
    /// The best candidates, best first: the card's place and how well it fits.
    best: Vec<(u32, Weight)>,
    /// How many candidates score high enough.
    certain: usize,
    /// Whether nothing can be proposed: a value has more cards than were compared, or several cards have the shop's number.
    is_open: bool,
    /// Further cards that have a value in common with the customer.
    more: usize,
}

enum Outcome {
    Linked(u32),
    Found(Found),
}

/// Says which customers of the shop are which in Netvisor, as far as that can be said without guessing.
///
/// No two customers are compared that have no value in common, and of the cards that share a value at most 32.
#[must_use]
pub fn match_customers<'a>(
    shop: &'a [ShopCustomer],
    netvisor: &'a [NetvisorCustomer],
    options: &CustomerOptions,
) -> CustomerProposals<'a> {
    let mut findings = Findings::default();
    let has_numbers = shop.iter().any(|customer| customer.netvisor_number.is_some());
    let cards = Cards::new(netvisor, has_numbers, &mut findings);
    let mut compared = 0;
    // How many customers of the shop each card may be.
    let mut claims = vec![0_u32; cards.cards.len()];
    let mut outcomes = Vec::with_capacity(shop.len());
    for customer in shop {
        let outcome = cards.find(customer, options, &mut claims, &mut compared, &mut findings);
        outcomes.push(outcome);
    }
    let mut times: HashMap<&str, u32> = HashMap::with_capacity(shop.len());
    shop.iter().for_each(|customer| *times.entry(customer.id.trim()).or_default() += 1);

    let mut proposals = CustomerProposals {
        linked: Vec::new(),
        proposals: Vec::new(),
        ambiguous: Vec::new(),
        unmatched: Vec::new(),
        findings: Vec::new(),
        compared,
    };
    for (customer, outcome) in shop.iter().zip(outcomes) {
        let is_repeated = times.get(customer.id.trim()).is_some_and(|times| *times > 1);
        if is_repeated {
            findings.id_repeated.push(customer);
        }
        let found = match outcome {
            Outcome::Linked(card) => {
                proposals.linked.extend(cards.card(card).map(|card| Linked { customer, card }));
                continue;
            }
            Outcome::Found(found) => found,
        };
        let claimed = |card: u32| claims.get(card as usize).is_some_and(|claims| *claims > 1);
        let cause = match found.best[..] {
            [] if found.more == 0 => {
                proposals.unmatched.push(customer);
                continue;
            }
            _ if is_repeated => Cause::RepeatedId,
            _ if found.certain > 1 || found.is_open => Cause::SeveralCandidates,
            [] => Cause::CommonName,
            _ if found.certain == 0 => Cause::Weak,
            [(card, _), ..] if claimed(card) => Cause::SharedCandidate,
            [(card, weight), ..] => {
                if let Some(card) = cards.card(card) {
                    if card.code.as_deref().is_none_or(|code| code.trim().is_empty()) {
                        findings.card_without_code.push((customer, card.netvisor_key));
                    }
                    proposals.proposals.push(Proposal { customer, candidate: Candidate { card, weight } });
                }
                continue;
            }
        };
        let candidates = found.best.iter();
        let candidates = candidates.filter_map(|&(card, weight)| Some(Candidate { card: cards.card(card)?, weight }));
        proposals.ambiguous.push(Ambiguous { customer, cause, candidates: candidates.collect(), more: found.more });
    }
    proposals.findings = findings.into_list(options.language.into());
    proposals
}

impl<'a> Cards<'a> {
    /// `has_numbers` says whether cards are looked up by their codes too.
    fn new(netvisor: &'a [NetvisorCustomer], has_numbers: bool, findings: &mut Findings<'a>) -> Self {
        let mut sorted: Vec<&NetvisorCustomer> = netvisor.iter().collect();
        // A stable sort: of several rows with the same key the first given is taken.
        sorted.sort_by_key(|card| card.netvisor_key);
        sorted.dedup_by(|later, earlier| {
            let is_repeated = later.netvisor_key == earlier.netvisor_key;
            if is_repeated && later != earlier {
                findings.key_repeated.push(earlier.netvisor_key);
            }
            is_repeated
        });
        let cards: Vec<_> = sorted.into_iter().map(|card| (card, Traits::of_card(card))).collect();
        let mut entries = Vec::with_capacity(cards.len() * 4);
        for (place, (_, traits)) in (0_u32..).zip(&cards) {
            traits.each_telling_value(|hash| entries.push((hash, place)));
            traits.each_name(|hash| entries.push((hash, place)));
            if let Some(code) = traits.number.as_deref().filter(|_| has_numbers) {
                entries.push((Index::hash(Value::Code(&code.to_ascii_lowercase())), place));
            }
        }
        Self { cards, index: Index::new(entries) }
    }

    fn card(&self, place: u32) -> Option<&'a NetvisorCustomer> {
        self.cards.get(place as usize).map(|(card, _)| *card)
    }

    fn traits(&self, place: u32) -> Option<&Traits> {
        self.cards.get(place as usize).map(|(_, traits)| traits)
    }

    /// Looks for a customer's card, and counts the claims to the cards that may be it.
    fn find(
        &self,
        customer: &'a ShopCustomer,
        options: &CustomerOptions,
        claims: &mut [u32],
        compared: &mut u64,
        findings: &mut Findings<'a>,
    ) -> Outcome {
        let shop = Traits::of_shop(customer);
        let (mut places, mut unseen) = (Vec::new(), 0);
        let mut is_shared_number = false;
        if let Some(number) = &shop.number {
            let (with_number, more) = self.with_number(number);
            if let ([place], 0) = (&with_number[..], more) {
                let weight = self.traits(*place).map(|card| weigh(&shop, card));
                *compared += 1;
                if weight.is_some_and(|weight| weight.against().any(|word| word == Contradiction::DifferentId)) {
                    findings.linked_differs.push(customer);
                }
                claim(claims, *place);
                return Outcome::Linked(*place);
            }
            if with_number.is_empty() {
                let with_key = shop.key.and_then(|key| self.with_key(key));
                let findings =
                    if with_key.is_some() { &mut findings.number_is_key } else { &mut findings.number_unknown };
                findings.push(customer);
                places.extend(with_key);
            }
            is_shared_number = !with_number.is_empty();
            places.extend(with_number);
            unseen = more;
        }
        shop.each_telling_value(|hash| {
            let cards = self.index.cards(hash);
            unseen = unseen.max(cards.len().saturating_sub(MAX_COMPARED));
            places.extend(cards.take(MAX_COMPARED));
        });
        let mut namesakes = 0;
        shop.each_name(|hash| {
            let cards = self.index.cards(hash);
            if cards.len() > MAX_CANDIDATES {
                namesakes = cards.len();
            } else {
                places.extend(cards);
            }
        });
        places.sort_unstable();
        places.dedup();

        let mut found = Found { best: Vec::new(), certain: 0, is_open: unseen > 0 || is_shared_number, more: 0 };
        for place in places {
            let Some(card) = self.traits(place) else { continue };
            let weight = weigh(&shop, card);
            *compared += 1;
            if weight.score() >= options.minimum_score.value() {
                found.certain += 1;
                claim(claims, place);
            }
            if weight.score() >= LOWEST_SCORE {
                found.best.push((place, weight));
            }
        }
        // Of equally good ones the oldest card comes first.
        found.best.sort_by(|one, other| other.1.score().cmp(&one.1.score()).then(one.0.cmp(&other.0)));
        let unlisted = found.best.len().saturating_sub(MAX_CANDIDATES);
        found.best.truncate(MAX_CANDIDATES);
        found.best.shrink_to_fit();
        found.more = unlisted + unseen.max(namesakes.saturating_sub(found.best.len() + unlisted));
        Outcome::Found(found)
    }

    fn with_key(&self, key: u64) -> Option<u32> {
        self.cards.binary_search_by_key(&key, |(card, _)| card.netvisor_key).ok().map(|place| place as u32)
    }

    /// The cards with this code: as it is if there are any, otherwise without regard to case, as the export finds them.
    /// Also how many more there are.
    fn with_number(&self, number: &str) -> (Vec<u32>, usize) {
        let cards = self.index.cards(Index::hash(Value::Code(&number.to_ascii_lowercase())));
        let unseen = cards.len().saturating_sub(MAX_COMPARED);
        let code = |place: &u32| self.traits(*place).and_then(|card| card.number.as_deref());
        let mut places: Vec<u32> = cards
            .take(MAX_COMPARED)
            .filter(|place| code(place).is_some_and(|code| code.eq_ignore_ascii_case(number)))
            .collect();
        if places.iter().any(|place| code(place) == Some(number)) {
            places.retain(|place| code(place) == Some(number));
        }
        (places, unseen)
    }
}

fn claim(claims: &mut [u32], place: u32) {
    if let Some(claims) = claims.get_mut(place as usize) {
        *claims = claims.saturating_add(1);
    }
}
