// What Netvisor answers about products, beside the row of productlist.nv. Prices are in euros.

/** A text in the languages it is there in; `se` is Swedish, by Netvisor's word for it. */
export interface Translations {
  readonly fi?: string;
  readonly se?: string;
  readonly en?: string;
}

/** A product of inventorybywarehouse.nv. */
export interface StockRow {
  readonly netvisor_key: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly group_name: string | null;
  readonly warehouses: readonly WarehouseRow[];
  /** Reserved for orders in all warehouses. */
  readonly total_reserved: string | null;
  /** Ordered from suppliers for all warehouses. */
  readonly total_ordered: string | null;
  /** On hand in all warehouses. */
  readonly total: string | null;
}

/** What one warehouse holds of a product; an amount that is not given is none. */
export interface WarehouseRow {
  readonly netvisor_key: number | null;
  readonly name: string | null;
  readonly reserved: string;
  readonly ordered: string;
  readonly on_hand: string;
}

/** A product in full, from getproduct.nv. */
export interface ProductDetails {
  readonly netvisor_key: number;
  readonly code: string | null;
  readonly group_name: string | null;
  readonly name: string | null;
  readonly description: string | null;
  /** Price of one unit without VAT. */
  readonly unit_price: string | null;
  /** Price of one unit with VAT. */
  readonly unit_gross_price: string | null;
  readonly unit: string | null;
  readonly purchase_price: string | null;
  readonly tariff_heading: string | null;
  readonly commission_percent: string | null;
  readonly is_active: boolean | null;
  readonly is_sales_product: boolean | null;
  /** ISO 3166 alpha-2. */
  readonly country_of_origin: string | null;
  readonly vat_percent: string | null;
  readonly domestic_account: string | null;
  readonly eu_account: string | null;
  readonly outside_eu_account: string | null;
  readonly inventory: ProductInventory | null;
  readonly net_weight: string | null;
  readonly gross_weight: string | null;
  /** The unit of the weights: `g`, `kg` or `tn`. */
  readonly weight_unit: string | null;
  readonly package: ProductPackage | null;
  readonly primary_ean: string | null;
  readonly secondary_ean: string | null;
}

/** How much there is of a product in all warehouses. */
export interface ProductInventory {
  /** On hand. */
  readonly amount: string | null;
  readonly mid_price: string | null;
  readonly value: string | null;
  /** Reserved for orders. */
  readonly reserved: string | null;
  /** Ordered from suppliers. */
  readonly ordered: string | null;
}

/** The package of a product. */
export interface ProductPackage {
  readonly width: string | null;
  readonly height: string | null;
  readonly length: string | null;
  /** The unit of the measures, such as `cm`. */
  readonly unit: string | null;
}

/** A product group of getproductgroups.nv. */
export interface ProductGroupRow {
  readonly netvisor_key: number;
  /** The key of the group it belongs to, where the reply tells. */
  readonly parent_key: number | null;
  readonly names: Translations;
  readonly descriptions: Translations;
}

/** A product of webshopproductlist.nv. */
export interface WebShopProduct {
  readonly netvisor_key: number;
  readonly names: Translations;
  readonly descriptions: Translations;
  /** The names of the product groups it is in. */
  readonly groups: readonly Translations[];
  readonly variants: readonly WebShopVariant[];
}

/** A variant of a product. */
export interface WebShopVariant {
  readonly names: Translations;
  readonly descriptions: Translations;
  /** What its images are asked for by. */
  readonly identifier: string | null;
  readonly image_uri: string | null;
  readonly last_change_date: string | null;
  /** Netvisor's documentation does not say whether it is with VAT. */
  readonly price: string | null;
}

/** A product of extendedproductlist.nv. */
export interface ExtendedProduct {
  readonly netvisor_key: number;
  readonly code: string | null;
  readonly primary_ean: string | null;
  readonly secondary_ean: string | null;
  readonly names: Translations;
  readonly descriptions: Translations;
  readonly is_published: boolean | null;
  readonly is_sellable: boolean | null;
  readonly is_storage_product: boolean | null;
  readonly is_product_structure: boolean | null;
  readonly is_model: boolean | null;
  readonly is_summary: boolean | null;
  readonly last_changed_date: string | null;
  readonly group_key: number | null;
  readonly group_names: Translations;
  readonly unit_names: Translations;
  readonly unit_price: string | null;
  readonly unit_gross_price: string | null;
  readonly vat_percent: string | null;
  readonly inventory_place: string | null;
  readonly alert_limit: string | null;
  readonly tariff_heading: string | null;
  /** Only where `replyoptions` asked for them. */
  readonly images: readonly ProductFile[];
  /** Only where `replyoptions` asked for them. */
  readonly attachments: readonly ProductFile[];
}

/** An image or an attachment as the extended list names it; its content has to be asked for. */
export interface ProductFile {
  readonly netvisor_key: number;
  readonly is_default: boolean | null;
  readonly mime_type: string | null;
  readonly title: string | null;
  readonly file_name: string | null;
  readonly last_edited_date: string | null;
}

/** Where a reply of extendedproductlist.nv stands among its pages. */
export interface ProductPage {
  /** From 1. */
  readonly current_page: number | null;
  readonly page_count: number | null;
  readonly products_on_page: number | null;
  readonly products_on_pages: number | null;
}

/** An image of webshopproductimages.nv or getproductimage.nv. */
export interface ProductImage {
  readonly mime_type: string | null;
  readonly title: string | null;
  readonly file_name: string | null;
  /** The file in Base64; never empty. */
  readonly data: string;
}
