//! Registers of a shop beside Netvisor's: which customer is which, and which products are there.
//!
//! For merchants who give their shop's customers the customer numbers of Netvisor (`customers.match` = `netvisor_number`),
//! and who want to know before the first export what it would find and what it would create.
//!
//! ```
//! let shop = br#"[{"id": "17", "name": "Kahvila Kukka Oy", "business_id": "FI12345671"}]"#;
//! let netvisor = br#"[{"netvisor_key": 8, "code": "1008", "name": "KAHVILA KUKKA", "business_id": "1234567-1"}]"#;
//! let answer = netvisor_orders::json::match_customers(shop, netvisor, b"{}")?;
//! assert!(answer.contains(r#""shop_id":"17","netvisor_key":8,"code":"1008","score":95,"reasons":["business_id","name"]"#));
//! # Ok::<(), netvisor_orders::Error>(())
//! ```
//!
//! # How customers are matched
//!
//! A customer who already has the code of a card is *linked*. The others are compared with the cards that have a business id,
//! VAT id, e-mail address or name in common with them, and each gets a score from 0 to 100: the points of the strongest
//! [`Reason`], 5 more for each further one, less the points of what speaks against it ([`Contradiction`]).
//!
//! | Reason | Points | | Against | Points |
//! |---|---|---|---|---|
//! | `netvisor_number` | 100 | | `different_id` | −40 |
//! | `business_id`, `vat_id` | 90 | | `different_name` | −20 |
//! | `email` | 75 | | `id_unchecked` | −20 |
//! | `name_and_postcode` | 70 | | `different_kind` | −15 |
//! | `name_and_city`, `netvisor_key` | 40 | | `different_postcode` | −10 |
//! | `name` | 30 | | | |
//! | `street`, beside others | 5 | | | |
//!
//! A card is *proposed* when it scores 60 or more (`minimum_score`), no other card does, and it does so for no other customer
//! and is linked to none. A name alone, with whatever weak support, stays below 60. Everything else with a candidate of at
//! least 10 is *ambiguous* and left to somebody to decide, and the rest is *unmatched*. A claim is not seen where more than
//! 32 cards share the value that makes it; the customers of such a value are all ambiguous.
//!
//! Business ids compare in all spellings (§5.4), those with a wrong check digit and foreign ones as `id_unchecked`; `FI` and
//! the digits is the VAT id of the business id. Names compare without case, punctuation, double blanks and legal form, å
//! and ä as a, ö as o, and those of persons in any order. Oy, Ab, Oyj, Abp and Ltd are one legal form; different ones, such
//! as Oy and Ky, are different names.
//!
//! Netvisor's list of customers holds neither e-mail nor address (§3.1), so with it alone consumers have nothing but their
//! names. With those fields from the cards (§3.2) they can be found.
//!
//! # How products are matched
//!
//! By code, as the export links them unless the settings say by EAN: without the blanks around it, otherwise exactly. Names are compared as a product
//! that is created gets them, prices with or without VAT as the shop says, rounded to cents. Netvisor's list of products
//! holds deleted ones unless it was asked for others (§3.3).
//!
//! # JSON
//!
//! In TypeScript's notation. Both registers are lists. Rows of Netvisor's are those [`read_reply`](crate::read_reply) gives
//! of `customerlist.nv` and `productlist.nv`, with more fields if there are; those not named here are passed over.
//!
//! ```text
//! match_customers(shop: ShopCustomer[], netvisor: NetvisorCustomer[], options: CustomerOptions): CustomerProposals
//!
//! type ShopCustomer = { id: string; name: string; kind?: "consumer" | "business"; business_id?: string; vat_id?: string;
//!   email?: string; postcode?: string; street?: string; city?: string; netvisor_number?: string };
//! type NetvisorCustomer = { netvisor_key: number; name: string; code?: string; business_id?: string; vat_id?: string;
//!   name_extension?: string; email?: string; postcode?: string; street?: string; city?: string; is_private?: boolean };
//! type CustomerOptions = { language?: "fi" | "sv" | "en"; minimum_score?: number /* 60–100 */; csv?: boolean };
//!
//! type CustomerProposals = {
//!   linked: { shop_id: string; netvisor_key: number; code: string }[];
//!   proposals: ({ shop_id: string } & Candidate)[];
//!   ambiguous: { shop_id: string; candidates: Candidate[] /* ≤ 10, best first */; more: number;
//!     cause: "repeated_id" | "several_candidates" | "shared_candidate" | "weak" | "common_name" }[];
//!   unmatched: string[];                                   // ids
//!   findings: { fault: Fault; shop_ids: string[]; netvisor_keys: number[] }[];
//!   compared: number;                                      // pairs that were compared
//!   csv?: { proposals: string; ambiguous: string } };      // where the options ask for it
//! type Candidate = { netvisor_key: number; code: string | null; score: number; reasons: Reason[]; against: Contradiction[] };
//! type Fault = { code: string; path: string; message: string; messages: { fi: string; sv: string; en: string } };
//!
//! match_products(shop: ShopProduct[], netvisor: NetvisorProduct[], options: ProductOptions): ProductComparison
//!
//! type ShopProduct = { sku?: string; ean?: string; name: string; price?: string; prices_include_vat?: boolean /* with price */ };
//! type NetvisorProduct = { netvisor_key: number; name: string; code?: string; ean?: string;
//!   unit_price?: string; unit_gross_price?: string };
//! type ProductOptions = { language?: "fi" | "sv" | "en" };
//!
//! type ProductComparison = {
//!   same: { sku: string; netvisor_key: number }[];
//!   different: { sku: string; netvisor_key: number; name: { shop: string; netvisor: string } | null;
//!     price: { type: "net" | "gross"; shop: string; netvisor: string | null } | null }[];
//!   missing: { sku: string; name: string }[];              // would be created
//!   similar: { sku: string; name: string; more: number;    // would be created although there is one like it
//!     candidates: { netvisor_key: number; code: string | null; name: string; by: "code" | "ean" }[] }[];
//!   duplicates: { code: string; shop: number; netvisor_keys: number[] /* ≤ 10 */; more: number }[];
//!   without_sku: { row: number; name: string }[] };
//! ```
//!
//! Every optional field may be `null`. The CSVs are described at [`CustomerProposals::to_csv`] and
//! [`CustomerProposals::ambiguous_to_csv`].
//!
//! # Limits
//!
//! Each register has at most 200,000 rows ([`MAX_ROWS`]) and 128 MiB ([`MAX_REGISTER_BYTES`]), a text 10,000 characters.
//! What is wrong with an input is found with `kind` = `register` and a path that begins with `/shop`, `/netvisor` or
//! `/options`.

mod customers;
mod products;
mod register;

pub use customers::{
    Ambiguous, Candidate, Cause, Contradiction, CustomerOptions, CustomerProposals, Finding, Linked, MinimumScore,
    NetvisorCustomer, Proposal, Reason, ShopCustomer, Weight, match_customers,
};
pub use products::{
    DifferentProduct, DuplicateCode, MissingProduct, NameDifference, NetvisorPrice, NetvisorProduct, PriceDifference,
    PriceType, ProductComparison, ProductOptions, ProductWithoutSku, SameProduct, ShopPrice, ShopProduct,
    SimilarCandidate, SimilarProduct, Similarity, match_products,
};

pub(crate) use customers::match_customers_json;
pub(crate) use products::match_products_json;

/// The most rows of one register.
pub const MAX_ROWS: usize = 200_000;
/// The most bytes of one register in JSON.
pub const MAX_REGISTER_BYTES: usize = 128 * 1024 * 1024;
/// The most candidates listed for one row.
pub const MAX_CANDIDATES: usize = 10;
