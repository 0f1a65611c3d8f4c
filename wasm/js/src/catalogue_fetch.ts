import { Fetch, resumedFetch } from "./fetch.js";
import type { ProductFile, ProductInventory, ProductPackage, Translations } from "./product_replies.js";
import type { Settings } from "./settings.js";
import type { Json } from "./types.js";

const KIND = "catalogue";

/** What is fetched of the catalogue. */
export interface CatalogueOptions {
  /**
   * Which of Netvisor's lists it comes from:
   *
   * - `products` (when not given): every company has it; each product in one language, without images;
   * - `web_shop`: published products with their variants, only with extended product management;
   * - `extended`: recommended by the vendor, in pages; it names neither main products nor unpublished ones.
   */
  readonly source?: "products" | "web_shop" | "extended";
  /** Only products that have changed since: the `cursor` of the fetch before, or Finnish local time. `null` for all. */
  readonly changed_since?: string | null;
  /** Whether products of the source `products` come in full; `true` when not given. */
  readonly details?: boolean;
  /** Whether product groups come first, always all of them; `true` when not given. */
  readonly groups?: boolean;
  /** Whether images come, one a batch; not from the source `products`. */
  readonly images?: boolean;
  /** The languages texts are wanted in, the most wanted first; `["fi"]` when not given. */
  readonly languages?: readonly ProductLanguage[];
  /** Only products of the groups with these keys. `null` for all. */
  readonly product_groups?: readonly number[] | null;
}

/** A language of product texts, by Netvisor's word for it: `se` is Swedish. */
export type ProductLanguage = "fi" | "se" | "en";

/** What a fetch of the catalogue hands out: groups, then products, then what is gone, and images. */
export type CatalogueBatch =
  | { readonly kind: "groups"; readonly groups: readonly CatalogueGroup[] }
  | { readonly kind: "products"; readonly products: readonly CatalogueProduct[] }
  | {
      /** Products that have left the catalogue as it was asked for. Some may never have been in it. */
      readonly kind: "deleted";
      readonly netvisor_keys: readonly number[];
    }
  | { readonly kind: "image"; readonly image: CatalogueImage };

/** A product group. */
export interface CatalogueGroup {
  readonly netvisor_key: number;
  /** The key of the group it belongs to; `null` for one at the top, and where that is not known. */
  readonly parent_key: number | null;
  /** Its name after those of the groups it belongs to: `Vaatteet / Paidat`. */
  readonly path: string | null;
  /** The name in the first of the languages chosen that it has, or in whichever it has. */
  readonly name: string | null;
  readonly names: Translations;
  readonly description: string | null;
  readonly descriptions: Translations;
}

/** A product, in the same shape from every source. What the source does not tell is `null` or empty. Prices are in euros. */
export interface CatalogueProduct {
  readonly netvisor_key: number;
  readonly code: string | null;
  readonly primary_ean: string | null;
  readonly secondary_ean: string | null;
  /** The name in the first of the languages chosen that it has, or in whichever it has. */
  readonly name: string | null;
  /** Empty from the source `products`, which does not say the language. */
  readonly names: Translations;
  readonly description: string | null;
  readonly descriptions: Translations;
  /** The groups it is in; only the web shop's list has more than one. */
  readonly groups: readonly GroupOfProduct[];
  readonly unit: string | null;
  /** Price without VAT. */
  readonly net_price: string | null;
  /** Price with VAT. */
  readonly gross_price: string | null;
  readonly vat_percent: string | null;
  readonly is_active: boolean | null;
  readonly is_sales_product: boolean | null;
  readonly is_published: boolean | null;
  readonly is_storage_product: boolean | null;
  /** The stock in all warehouses. `StockFetch` is the way to keep a shop's stock up to date. */
  readonly inventory: ProductInventory | null;
  readonly tariff_heading: string | null;
  /** ISO 3166 alpha-2. */
  readonly country_of_origin: string | null;
  readonly net_weight: string | null;
  readonly gross_weight: string | null;
  /** The unit of the weights: `g`, `kg` or `tn`. */
  readonly weight_unit: string | null;
  readonly package: ProductPackage | null;
  readonly last_changed_date: string | null;
  /** Only the web shop's list has them. */
  readonly variants: readonly CatalogueVariant[];
  /** Its images as the extended list names them; their content comes in batches of its own. */
  readonly images: readonly ProductFile[];
  /** Its attachments as the extended list names them, where images were asked for. */
  readonly attachments: readonly ProductFile[];
}

/** A group a product is in. */
export interface GroupOfProduct {
  readonly netvisor_key: number | null;
  /** Its name; where Netvisor gives them, after those of the groups it belongs to. */
  readonly path: string | null;
  readonly names: Translations;
}

/** A variant of a product in the web shop's list. */
export interface CatalogueVariant {
  /** What Netvisor knows it by. */
  readonly identifier: string | null;
  readonly name: string | null;
  readonly names: Translations;
  readonly description: string | null;
  readonly descriptions: Translations;
  /** Netvisor's documentation does not say whether it is with VAT. */
  readonly price: string | null;
  readonly image_uri: string | null;
  readonly last_changed_date: string | null;
}

/** An image of a product. */
export interface CatalogueImage {
  /** Netvisor's key of the product. */
  readonly netvisor_key: number;
  /** The variant it is of; `null` for the product's own. */
  readonly variant: string | null;
  /** Netvisor's own key of the image; the web shop's images have none. */
  readonly image_key: number | null;
  /** Its place among the images of that product or variant, from 0. */
  readonly index: number;
  readonly is_default: boolean | null;
  readonly mime_type: string | null;
  readonly title: string | null;
  readonly file_name: string | null;
  /** The file in Base64. */
  readonly data: string;
}

/** What a fetch of the catalogue comes to; what is handed out again counts again. */
export interface CatalogueResult {
  readonly groups: number;
  readonly products: number;
  /** How many were said to be gone. */
  readonly deleted: number;
  readonly images: number;
  /** To be given as `changed_since` the next time. */
  readonly cursor: string | null;
}

/** Fetches the products from one of Netvisor's lists, after their groups and before their images. */
export class CatalogueFetch extends Fetch<CatalogueBatch, CatalogueResult> {
  /** @throws {NetvisorOrdersError} of kind `options` with everything that is wrong with them. */
  constructor(options: Json<CatalogueOptions>, settings: Settings) {
    super(KIND, options, settings);
  }

  /** Goes on where a fetch stood when its checkpoint was taken. Throws as `StockFetch.resume`. */
  static resume(checkpoint: string, settings: Settings): CatalogueFetch {
    return resumedFetch(CatalogueFetch, KIND, checkpoint, settings);
  }
}
