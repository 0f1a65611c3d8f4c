import { attempt, jsonBytes } from "./crossing.js";
import { fetchEngine } from "./fetch_engine.js";
import type { Fault, Json } from "./types.js";

/** A customer of the shop's register. */
export interface ShopCustomer {
  /** By what the shop's customer import knows the customer; not empty. */
  readonly id: string;
  readonly name: string;
  readonly kind?: "consumer" | "business" | null;
  /** In any spelling. */
  readonly business_id?: string | null;
  /** In any spelling. */
  readonly vat_id?: string | null;
  readonly email?: string | null;
  readonly postcode?: string | null;
  readonly street?: string | null;
  readonly city?: string | null;
  /** The customer's number (code) in Netvisor, where the shop has it already. */
  readonly netvisor_number?: string | null;
}

/**
 * A customer card: a row of customerlist.nv as `readReply` gives it will do. That list holds no more than key, name, code and
 * business id; the more is given, the more is found.
 */
export interface NetvisorCustomer {
  readonly netvisor_key: number;
  readonly name: string;
  readonly code?: string | null;
  readonly business_id?: string | null;
  readonly vat_id?: string | null;
  readonly name_extension?: string | null;
  readonly email?: string | null;
  readonly postcode?: string | null;
  readonly street?: string | null;
  readonly city?: string | null;
  readonly is_private?: boolean | null;
}

/** How customers are matched. */
export interface CustomerOptions {
  /** The language of messages; `fi` when not given. */
  readonly language?: "fi" | "sv" | "en";
  /** The lowest score of what is proposed, 60 (when not given) to 100. */
  readonly minimum_score?: number;
  /** Whether the proposals are wanted as CSV, too. */
  readonly csv?: boolean;
}

/** Which customers of the shop are which in Netvisor. Each customer of the shop is in exactly one of the first four lists. */
export interface CustomerProposals {
  /** Those that have the code of a card already. */
  readonly linked: readonly LinkedShopCustomer[];
  /** Those for whom one card fits, and who alone fit that card. */
  readonly proposals: readonly CustomerProposal[];
  /** Those for whom somebody has to choose. */
  readonly ambiguous: readonly AmbiguousCustomer[];
  /** The ids of those for whom there is nothing. */
  readonly unmatched: readonly string[];
  /** What should be mended in the registers, each kind once. */
  readonly findings: readonly RegisterFinding[];
  /** How many pairs of a customer and a card were compared. */
  readonly compared: number;
  /** Where the options ask for it. */
  readonly csv?: CustomerCsv;
}

/** A customer of the shop who has the code of a card. */
export interface LinkedShopCustomer {
  readonly shop_id: string;
  readonly netvisor_key: number;
  readonly code: string;
}

/** A card that may be a customer of the shop. */
export interface CustomerCandidate {
  readonly netvisor_key: number;
  /** The customer code. */
  readonly code: string | null;
  /** How well it fits, 0 to 100. */
  readonly score: number;
  /** What speaks for it, the strongest first. */
  readonly reasons: readonly (
    | "netvisor_number"
    | "business_id"
    | "vat_id"
    | "email"
    | "name_and_postcode"
    | "name_and_city"
    | "netvisor_key"
    | "name"
    | "street"
  )[];
  /** What speaks against it. */
  readonly against: readonly (
    | "different_id"
    | "different_name"
    | "id_unchecked"
    | "different_kind"
    | "different_postcode"
  )[];
}

/** A customer of the shop and the one card that fits. */
export interface CustomerProposal extends CustomerCandidate {
  readonly shop_id: string;
}

/** A customer of the shop for whom somebody has to choose. */
export interface AmbiguousCustomer {
  readonly shop_id: string;
  /**
   * - `repeated_id`: the shop's register has the id more than once;
   * - `several_candidates`: more than one card scores high enough;
   * - `shared_candidate`: the card is a candidate of, or linked to, other customers of the shop;
   * - `weak`: no card scores high enough;
   * - `common_name`: nothing but a name that too many cards have.
   */
  readonly cause: "repeated_id" | "several_candidates" | "shared_candidate" | "weak" | "common_name";
  /** At most 10, the best first. */
  readonly candidates: readonly CustomerCandidate[];
  /** How many further ones there are at least. */
  readonly more: number;
}

/** Something about the registers that should be mended or looked at. */
export interface RegisterFinding {
  readonly fault: Fault;
  readonly shop_ids: readonly string[];
  readonly netvisor_keys: readonly number[];
}

/** Proposals as CSV in UTF-8 (RFC 4180). */
export interface CustomerCsv {
  /** For the shop's customer import: `shop_id,name,netvisor_number,score,reason`. */
  readonly proposals: string;
  /** For somebody to choose from, a row for each candidate. */
  readonly ambiguous: string;
}

/** A product of the shop's. */
export interface ShopProduct {
  /** The product code. */
  readonly sku?: string | null;
  readonly ean?: string | null;
  readonly name: string;
  /** The price of one unit in euros, such as "19.90", if it is to be compared. */
  readonly price?: string | null;
  /** Whether VAT is in the price; to be given with it. */
  readonly prices_include_vat?: boolean | null;
}

/** A product of Netvisor's: a row of productlist.nv as `readReply` gives it will do. */
export interface NetvisorProduct {
  readonly netvisor_key: number;
  readonly name: string;
  readonly code?: string | null;
  readonly ean?: string | null;
  readonly unit_price?: string | null;
  readonly unit_gross_price?: string | null;
}

/** How products are compared. */
export interface ProductOptions {
  /** The language of messages; `fi` when not given. */
  readonly language?: "fi" | "sv" | "en";
}

/** The shop's products beside Netvisor's. Each product of the shop's is in exactly one of the lists. */
export interface ProductComparison {
  readonly same: readonly { readonly sku: string; readonly netvisor_key: number }[];
  /** The same code on both sides, but another name or price. */
  readonly different: readonly DifferentProduct[];
  /** Those that an export would create. */
  readonly missing: readonly { readonly sku: string; readonly name: string }[];
  /** Those that an export would create although there is one like it. */
  readonly similar: readonly SimilarProduct[];
  /** Codes that more than one product has. */
  readonly duplicates: readonly DuplicateCode[];
  /** Those without a code, which no export can link; `row` counts from 0. */
  readonly without_sku: readonly { readonly row: number; readonly name: string }[];
}

/** A product that differs. */
export interface DifferentProduct {
  readonly sku: string;
  readonly netvisor_key: number;
  /** The names, where they differ. */
  readonly name: { readonly shop: string; readonly netvisor: string } | null;
  /** The prices, where they differ when rounded to cents. */
  readonly price: { readonly type: "net" | "gross"; readonly shop: string; readonly netvisor: string | null } | null;
}

/** A product Netvisor lacks under this code, but has another that may be it. */
export interface SimilarProduct {
  readonly sku: string;
  readonly name: string;
  /** At most 10. `by`: the codes differ only in case or blanks, or the EANs are the same. */
  readonly candidates: readonly {
    readonly netvisor_key: number;
    readonly code: string | null;
    readonly name: string;
    readonly by: "code" | "ean";
  }[];
  /** How many further ones there are at least. */
  readonly more: number;
}

/** A code that more than one product has on a side. */
export interface DuplicateCode {
  readonly code: string;
  /** How many products of the shop's have it. */
  readonly shop: number;
  /** Netvisor's products that have it, at most 10. */
  readonly netvisor_keys: readonly number[];
  /** How many further ones there are. */
  readonly more: number;
}

/**
 * Proposes which customers of the shop are which in Netvisor. Nothing is guessed in silence: what is not certain is listed as
 * ambiguous.
 *
 * @param shop The shop's register, at most 200,000 customers: a list, or the same as JSON.
 * @param netvisor Netvisor's, in the same manner.
 * @throws {NetvisorOrdersError} of kind `register` with a path that begins with `/shop`, `/netvisor` or `/options`.
 */
export function matchCustomers(
  shop: Json<readonly ShopCustomer[]>,
  netvisor: Json<readonly NetvisorCustomer[]>,
  options: Json<CustomerOptions> = {},
): CustomerProposals {
  return attempt(() => {
    const matched = fetchEngine.use().matchCustomers(jsonBytes(shop), jsonBytes(netvisor), jsonBytes(options));
    return JSON.parse(matched) as CustomerProposals;
  });
}

/**
 * Says which products of the shop's Netvisor has, which an export would create, and which differ. Arguments and errors are as
 * those of `matchCustomers`.
 */
export function matchProducts(
  shop: Json<readonly ShopProduct[]>,
  netvisor: Json<readonly NetvisorProduct[]>,
  options: Json<ProductOptions> = {},
): ProductComparison {
  return attempt(() => {
    const compared = fetchEngine.use().matchProducts(jsonBytes(shop), jsonBytes(netvisor), jsonBytes(options));
    return JSON.parse(compared) as ProductComparison;
  });
}
