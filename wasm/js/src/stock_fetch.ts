import { Fetch, resumedFetch } from "./fetch.js";
import type { Settings } from "./settings.js";
import type { Json } from "./types.js";

const KIND = "stock";

/** What is fetched of the stock, and how it becomes the shop's. */
export interface StockOptions {
  /** Only products whose stock has changed since: the `cursor` of the fetch before, or Finnish local time. `null` for all. */
  readonly changed_since?: string | null;
  /** The warehouses the shop sells from, by name or NetvisorKey. `null` for all of them. */
  readonly warehouses?: readonly string[] | null;
  /** Whether what is reserved for orders is taken off. `ignore` when not given: the shop's own orders reserve it. */
  readonly reserved?: "ignore" | "subtract";
  /** Only products of the group of this name. */
  readonly product_group?: string | null;
}

/** Products with their stock. */
export interface StockBatch {
  /** At most 1,000. */
  readonly products: readonly StockProduct[];
}

/** How much there is of a product. */
export interface StockProduct {
  readonly netvisor_key: number;
  readonly code: string | null;
  readonly name: string | null;
  /** The name of the product group. */
  readonly group: string | null;
  /** The shop's stock: on hand in the warehouses chosen, less what is reserved there if so chosen. May be below zero. */
  readonly quantity: string;
  /** What each of the warehouses chosen holds. */
  readonly warehouses: readonly StockWarehouse[];
}

/** What one warehouse holds of a product. */
export interface StockWarehouse {
  readonly netvisor_key: number | null;
  readonly name: string | null;
  readonly on_hand: string;
  /** Reserved for orders. */
  readonly reserved: string;
  /** Ordered from suppliers. */
  readonly ordered: string;
}

/** What a fetch of the stock comes to. */
export interface StockResult {
  /** How many products were handed out. */
  readonly products: number;
  /** To be given as `changed_since` the next time. */
  readonly cursor: string | null;
}

/** Fetches how much there is of each product, by warehouse (inventorybywarehouse.nv). */
export class StockFetch extends Fetch<StockBatch, StockResult> {
  /** @throws {NetvisorOrdersError} of kind `options` with everything that is wrong with them. */
  constructor(options: Json<StockOptions>, settings: Settings) {
    super(KIND, options, settings);
  }

  /**
   * Goes on where a fetch stood when its checkpoint was taken. What was not handed out by then is fetched again.
   *
   * @throws {NetvisorOrdersError} of kind `checkpoint` for a text that was cut or changed, or is another's
   *   (`checkpoint_invalid`), and one of a newer version of this package (`checkpoint_version_unknown`).
   */
  static resume(checkpoint: string, settings: Settings): StockFetch {
    return resumedFetch(StockFetch, KIND, checkpoint, settings);
  }
}
