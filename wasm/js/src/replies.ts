// What Netvisor answers. Keys are numbers; money, quantities and percentages are strings such as "129.90", dates are
// "2026-01-15", times are Finnish local time. `null` stands for what an answer does not hold.

import type { FaultCode } from "./generated/fault_code.js";
import type {
  ExtendedProduct,
  ProductDetails,
  ProductGroupRow,
  ProductImage,
  ProductPage,
  StockRow,
  WebShopProduct,
} from "./product_replies.js";
import type { Messages } from "./types.js";

/** What Netvisor answered to a request. */
export type Reply = Done | Refused;

/** Netvisor did what was asked. */
export interface Done {
  readonly outcome: "done";
  /** When Netvisor answered. */
  readonly timestamp?: string;
  /** The key of what an import made; none after an edit. */
  readonly inserted_key?: number;
  /** The rows of customerlist.nv. */
  readonly customers?: readonly CustomerRow[];
  /** The rows of productlist.nv. */
  readonly products?: readonly ProductRow[];
  /** The rows of salesinvoicelist.nv: invoices or orders, as was asked. */
  readonly sales_invoices?: readonly SalesInvoiceRow[];
  /** The documents of getsalesinvoice.nv or getorder.nv; empty when there is none with the key asked for. */
  readonly documents?: readonly SalesInvoice[];
  /** The rows of deletedsalesinvoices.nv or deletedsalesorders.nv. */
  readonly deleted?: readonly DeletedRow[];
  /** The products of inventorybywarehouse.nv. */
  readonly stock?: readonly StockRow[];
  /** The products of getproduct.nv; empty when there is none that was asked for. */
  readonly product_details?: readonly ProductDetails[];
  /** The groups of getproductgroups.nv. */
  readonly product_groups?: readonly ProductGroupRow[];
  /** The products of webshopproductlist.nv. */
  readonly web_shop_products?: readonly WebShopProduct[];
  /** The products of extendedproductlist.nv. */
  readonly extended_products?: readonly ExtendedProduct[];
  /** Which page of extendedproductlist.nv it is. */
  readonly page?: ProductPage;
  /** The images of webshopproductimages.nv or getproductimage.nv. */
  readonly images?: readonly ProductImage[];
}

/** Netvisor said no. */
export interface Refused extends Refusal {
  readonly outcome: "refused";
}

/** Why Netvisor said no. */
export interface Refusal {
  /** When Netvisor answered. */
  readonly timestamp?: string;
  /** What is wrong, as a stable code. */
  readonly code: FaultCode;
  /** The same for people, with what to do about it. */
  readonly message: string;
  readonly messages: Messages;
  /** Netvisor's own code and text, verbatim. */
  readonly netvisor_code: string | null;
  readonly netvisor_text: string;
  /** When the request may be sent again. */
  readonly retry: "never" | "later" | "after_look_up" | "with_new_transaction_id";
  /** The right that is missing, by its names in Netvisor. */
  readonly permission?: { readonly group: string; readonly name: string };
}

/** A row of customerlist.nv. */
export interface CustomerRow {
  readonly netvisor_key: number;
  readonly name: string;
  readonly code: string | null;
  readonly business_id: string | null;
  readonly group_key: number | null;
  readonly group_name: string | null;
}

/** A row of productlist.nv; prices are in euros. */
export interface ProductRow {
  readonly netvisor_key: number;
  readonly name: string;
  readonly code: string | null;
  readonly unit_price: string | null;
  readonly unit_gross_price: string | null;
  readonly group_key: number | null;
  readonly group_name: string | null;
}

/** A row of salesinvoicelist.nv: an invoice or an order, as was asked. Words in `status` are in lower case. */
export interface SalesInvoiceRow {
  readonly netvisor_key: number;
  readonly number: string | null;
  readonly date: string | null;
  readonly due_date: string | null;
  readonly status: string | null;
  readonly substatus: string | null;
  readonly in_collection: boolean | null;
  readonly customer_key: number | null;
  readonly customer_code: string | null;
  readonly customer_name: string | null;
  readonly reference_number: string | null;
  readonly sum: string;
  readonly open_sum: string | null;
  readonly private_comment: string | null;
  readonly currency_sum: string | null;
  readonly open_currency_sum: string | null;
  readonly currency: string | null;
}

/** A document that was deleted, by the key it had. */
export interface DeletedRow {
  readonly netvisor_key: number;
  readonly deleted_on: string | null;
}

/** An invoice or an order in full, from getsalesinvoice.nv or getorder.nv. */
export interface SalesInvoice {
  readonly netvisor_key: number;
  readonly number: string | null;
  readonly date: string | null;
  readonly event_date: string | null;
  readonly value_date: string | null;
  readonly delivery_date: string | null;
  readonly due_date: string | null;
  readonly reference_number: string | null;
  readonly amount: string;
  readonly currency: string | null;
  readonly currency_rate: string | null;
  readonly foreign_currency_amount: string | null;
  readonly status: string | null;
  readonly free_text_before_lines: string | null;
  readonly free_text_after_lines: string | null;
  readonly our_reference: string | null;
  readonly your_reference: string | null;
  readonly private_comment: string | null;
  readonly customer: InvoicingCustomer;
  readonly delivery: DeliveryAddress;
  readonly delivery_method: string | null;
  readonly delivery_term: string | null;
  readonly payment_term_net_days: number | null;
  readonly match_partial_payments: boolean | null;
  readonly credited_invoice_key: number | null;
  readonly lines: readonly (ProductLine | CommentLine)[];
  readonly linked_documents: readonly LinkedDocument[];
}

/** The buyer as the document names it. */
export interface InvoicingCustomer {
  readonly netvisor_key: number | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly name_extension: string | null;
  readonly business_id: string | null;
  readonly address_line: string | null;
  readonly additional_address_line: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly country: string | null;
}

/** The delivery address as the document names it; the country by its name in the interface language. */
export interface DeliveryAddress {
  readonly name: string | null;
  readonly address_line: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly country_name: string | null;
}

/** A product line; `sum` is with VAT, in the document's currency. */
export interface ProductLine {
  readonly kind: "product";
  readonly netvisor_key: number | null;
  readonly product_code: string | null;
  readonly product_name: string | null;
  readonly product_key: number | null;
  readonly unit_price: string | null;
  readonly vat_percent: string | null;
  readonly vat_code: string | null;
  readonly primary_ean: string | null;
  readonly secondary_ean: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly discount_percent: string | null;
  readonly free_text: string | null;
  readonly vat_sum: string | null;
  readonly sum: string | null;
  readonly dimensions: readonly Dimension[];
}

/** A line of text. */
export interface CommentLine {
  readonly kind: "comment";
  readonly comment: string;
}

/** A dimension of a line. */
export interface Dimension {
  readonly name: string | null;
  readonly item: string | null;
}

/** An order behind an invoice, or an invoice made of an order. */
export interface LinkedDocument {
  readonly kind: "sales_order" | "sales_invoice";
  readonly netvisor_key: number;
  readonly number: string | null;
}
