// What an export gives: what to do next, how far it has come, and what has become of the orders.

import type { Refusal } from "./replies.js";
import type { Fault, Request } from "./types.js";

/** What the host of an export is to do next. */
export type Output = Send | Wait | Finished<Report>;

/** Sign the request, send it, and hand in what became of it. No other request is given before that. */
export interface Send {
  readonly kind: "send";
  /** To hand in with the answer. */
  readonly id: number;
  /**
   * Whether the checkpoint must be stored before sending: the request changes something in Netvisor, and a process that is
   * killed on the way has to find out whether it was carried out.
   */
  readonly must_checkpoint: boolean;
  /** The number of the order it is for; `null` for look-ups over the whole run, and in fetches. */
  readonly order: string | null;
  readonly request: Request;
}

/** Poll again at that time; earlier is harmless. */
export interface Wait {
  readonly kind: "wait";
  /** In milliseconds since 1970. */
  readonly until: number;
  /**
   * - `in_flight`: the request that was given last awaits its answer, which is given up on at `until`;
   * - `back_off`: Netvisor could not be reached;
   * - `maintenance`: Netvisor is being maintained;
   * - `quarantine`: what was sent for an order may still be carried out; it is looked up before it is sent again.
   */
  readonly reason: "in_flight" | "back_off" | "maintenance" | "quarantine";
}

/** There is nothing more to do. */
export interface Finished<Report> {
  readonly kind: "done";
  readonly report: Report;
}

/**
 * How a request came to nothing:
 *
 * - `timeout`: no answer came in time;
 * - `connection_lost`: the connection broke before the answer was complete;
 * - `not_connected`: there was no connection, so that Netvisor cannot have got the request. Only to be said when that is
 *   certain: it is then sent again without being looked for.
 */
export type NoReplyKind = "timeout" | "connection_lost" | "not_connected";

/** How far an export has come. */
export interface Progress {
  /** How many orders there are. */
  readonly total: number;
  /** How many have ended. */
  readonly done: number;
  /** The number of the order that is being worked on. */
  readonly current: string | null;
}

/** What has become of a run of orders. */
export interface Report {
  /** Whether every order has ended. */
  readonly finished: boolean;
  /** The orders in the order they were given. */
  readonly orders: readonly OrderReport[];
  /** How many requests were given to the host, look-ups included. */
  readonly requests: number;
  /** Why the run ended before all orders had, if it did. */
  readonly stopped?: Trouble;
}

/**
 * How an order ended:
 *
 * - `exported`: its document is in Netvisor, sent by this export, with its payments;
 * - `already_exported`: its document was there before, and payments that were lacking have been added;
 * - `incomplete`: its document is there, but something that belongs to it is not;
 * - `in_doubt`: something was sent and nobody knows yet whether it was carried out: resume from the checkpoint;
 * - `rejected`: nothing was sent for it: the order or a setting has to be mended first;
 * - `failed`: Netvisor refused it (`refusal` tells why), or could not be reached;
 * - `pending`: its turn has not come yet: resume from the checkpoint.
 */
export type Outcome =
  | "exported"
  | "already_exported"
  | "incomplete"
  | "in_doubt"
  | "rejected"
  | "failed"
  | "pending";

/** Our reasons, and Netvisor's. */
export interface Trouble {
  /** What is wrong and what to do about it; pointers into the order. */
  readonly faults: readonly Fault[];
  /** Netvisor's answer, its text unchanged. */
  readonly refusal?: Refusal;
}

/** What has become of one order. */
export interface OrderReport extends Trouble {
  /** The order's number in the shop; of an order that could not be read, as far as it could. */
  readonly order: string;
  readonly outcome: Outcome;
  /** Its document in Netvisor. */
  readonly document?: ExportedDocument;
  /** The customer it is linked to. */
  readonly customer?: LinkedCustomer;
  /** Codes of the products made for it. */
  readonly products_created: readonly string[];
  readonly payments: readonly PaymentReport[];
  /** What was changed or left out; pointers into the order. */
  readonly warnings: readonly Fault[];
  /** How many requests were given to the host for this order. */
  readonly requests: number;
}

/** A document in Netvisor. */
export interface ExportedDocument {
  readonly kind: "order" | "invoice" | "draft";
  /** `null` where Netvisor gave the number and it has not been looked up. */
  readonly number: number | null;
  /** Netvisor's own key of it, which never changes. */
  readonly netvisor_key: number;
}

/** The customer a document is linked to. */
export interface LinkedCustomer {
  /** Netvisor's own key of the card; `null` for the temporary customer, which is linked by its code. */
  readonly netvisor_key: number | null;
  /** The customer code, where the export knows it. */
  readonly code: string | null;
  /** Whether this export made the card. */
  readonly created: boolean;
}

/** What has become of a payment. */
export interface PaymentReport {
  /** The shop's identifier of the method. */
  readonly method: string;
  /** In the order's currency, such as "129.90". */
  readonly amount: string;
  /** `recorded` by this export; `already_recorded`: it was there before, as the document's open sum says. */
  readonly state: "missing" | "recorded" | "already_recorded";
}
