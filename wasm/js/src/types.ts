// The shapes of everything that goes in and comes out. Orders and settings are generated from the core's JSON Schemas.

import type { FaultCode } from "./generated/fault_code.js";
import type { Order } from "./generated/order.js";
import type { Settings as SettingsObject } from "./generated/settings.js";

export type { FaultCode, Order, SettingsObject };
export type * from "./fetch_outputs.js";
export type * from "./outputs.js";
export type * from "./product_replies.js";
export type * from "./replies.js";

/** JSON as text or UTF-8 bytes (as a webhook delivered it), or the object itself. */
export type Json<T extends object> = string | Uint8Array | T;

/** The formats that `readOrder` reads. */
export type Shop = "canonical" | "woocommerce" | "shopify";

/** How to reach a company in Netvisor. The keys are secrets. */
export interface ConnectionObject {
  /** `https://isvapi.netvisor.fi` for the test environment, `https://integration.netvisor.fi` for production. */
  readonly base_url: string;
  /** Names this software in Netvisor's logs. */
  readonly sender: string;
  /** The customer's REST identifier, made by a user of the company. */
  readonly customer_id: string;
  /** The secret that belongs to `customer_id`. */
  readonly customer_key: string;
  /** The partner's REST identifier, from Netvisor. */
  readonly partner_id: string;
  /** The secret that belongs to `partner_id`. */
  readonly partner_key: string;
  /** The Y-tunnus of the company, such as `1234567-1`. */
  readonly organisation_id: string;
  /** The language of Netvisor's own messages; `FI` when not given. */
  readonly language?: "FI" | "EN" | "SE";
  /** `HMACSHA256` when not given; `SHA256` for old integrations. */
  readonly mac?: "HMACSHA256" | "SHA256";
}

/** NetvisorKeys that replies to earlier documents of the same order gave (`inserted_key`). */
export interface Known {
  /** The customer's key: completes documents that await `customer_key`. */
  readonly customer_key?: number;
  /** The invoice's or order's key: completes a payment that awaits `document_key`. */
  readonly document_key?: number;
}

/** A key without which a document is not complete. */
export type AwaitedKey = "customer_key" | "document_key";

/** A request to Netvisor, not signed yet. One can be made by hand: `{method: "GET", resource: "customerlist.nv"}`. */
export interface Request {
  readonly method: "GET" | "POST";
  /** Such as `salesinvoice.nv`. */
  readonly resource: string;
  /** Name and value of each parameter, in order. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** The XML, when there is one. */
  readonly body?: string;
  /** Keys the body still lacks. Such a request is not signed. */
  readonly awaits?: readonly AwaitedKey[];
}

/** What a document is. */
export type DocumentKind = "customer" | "product" | "sales_invoice" | "sales_payment";

/** One document an order needs in Netvisor, in the order they are sent. */
export interface Document {
  readonly kind: DocumentKind;
  /** `if_missing`: only when the host has found that Netvisor does not have it yet. */
  readonly when: "always" | "if_missing";
  /** Keys to learn from earlier replies and to give as `known` before this document is complete. */
  readonly awaits: readonly AwaitedKey[];
  readonly request: Request & { readonly body: string };
}

/** The documents of one order. */
export interface Preview {
  readonly documents: readonly Document[];
  readonly warnings: readonly Fault[];
}

/** A request ready to send with any HTTP client: as it is, within Netvisor's time limit, once. */
export interface SignedRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An order as read from a shop. */
export interface ReadOrder {
  readonly order: Order;
  readonly warnings: readonly Fault[];
}

/** What kind of input an error is about; `misuse` is a call out of turn, which changed nothing. */
export type ErrorKind = "order" | "settings" | "options" | "register" | "connection" | "request" | "reply" | "checkpoint" | "misuse";

/** One thing that is wrong or, as a warning, worth knowing. */
export interface Fault {
  /** Stable: programs compare this. */
  readonly code: FaultCode;
  /** Where, as a JSON pointer (RFC 6901) into the input; "" where the whole input is meant. */
  readonly path: string;
  /** For people, in the language of the settings. */
  readonly message: string;
  /** The same message in every language. */
  readonly messages: Messages;
}

/** One message in every language. */
export interface Messages {
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
}
