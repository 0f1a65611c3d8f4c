import { Fetch, resumedFetch } from "./fetch.js";
import type { Settings } from "./settings.js";
import type { Json } from "./types.js";

const KIND = "documents";

/** What is fetched of the documents. */
export interface DocumentOptions {
  /** Orders, invoices or both (when not given); `[]` where only PDFs are wanted. */
  readonly documents?: readonly SalesDocumentKind[];
  /** Only what has changed since: the `cursor` of the fetch before, or Finnish local time. `null` for all. */
  readonly changed_since?: string | null;
  /** Of all, only documents dated on this day or later. */
  readonly since_date?: string | null;
  /** Whether documents deleted within seven days are told; `true` when not given. */
  readonly deleted?: boolean;
  /** Whether it is found out which invoices were credited; `true` when not given. */
  readonly credits?: boolean;
  /** Whether it is found out which invoices were made of orders; `true` when not given. */
  readonly billed?: boolean;
  /**
   * Documents the shop knows of, at most 5,000: deleted ones are told by its order numbers, and others need no look-up.
   */
  readonly known?: readonly KnownDocument[];
  /** Whether documents that are not the shop's are given as well. */
  readonly others?: boolean;
  /** The NetvisorKeys of the invoices whose PDFs are wanted, at most 5,000. */
  readonly pdfs?: readonly number[];
}

/** What a document is. */
export type SalesDocumentKind = "order" | "invoice";

/** A document the shop knows of, from an earlier fetch or an export's report. */
export interface KnownDocument {
  /** The shop's order number. */
  readonly order: string;
  readonly kind: SalesDocumentKind;
  readonly netvisor_key: number;
}

/** What a fetch of documents hands out. */
export type DocumentBatch =
  | { readonly kind: "documents"; readonly documents: readonly ShopDocument[] }
  | { readonly kind: "deleted"; readonly deleted: readonly DeletedDocument[] }
  | { readonly kind: "pdf"; readonly pdf: InvoicePdf };

/**
 * How a document stands: the first three are those of orders, the others those of invoices. An invoice is `overdue` once it
 * is due and not paid, `credited` when the credit notes seen in this fetch cover it.
 */
export type DocumentState =
  | "undelivered"
  | "delivered"
  | "billed"
  | "unsent"
  | "open"
  | "overdue"
  | "paid"
  | "credited"
  | "credit_loss"
  | "rejected"
  | "archived";

/** A document as it stands. Keep it by `netvisor_key` and `order`; sums are in euros where nothing else is said. */
export interface ShopDocument {
  /**
   * The shop's order number; `null` for a document that is not the shop's. An invoice made of several orders is given once
   * for each.
   */
  readonly order: string | null;
  readonly kind: SalesDocumentKind;
  readonly netvisor_key: number;
  readonly number: string | null;
  readonly date: string | null;
  readonly due_date: string | null;
  /** `null` for a code that is not known. */
  readonly status: DocumentState | null;
  /** What Netvisor says more closely, such as `reminded`. */
  readonly substatus: string | null;
  /** Netvisor's own code, in lower case. */
  readonly netvisor_status: string | null;
  /** The total with VAT; below zero for a credit note. */
  readonly sum: string;
  /** What is not paid of it. */
  readonly open_sum: string | null;
  readonly currency: string | null;
  /** The total in the document's own currency. */
  readonly currency_sum: string | null;
  readonly open_currency_sum: string | null;
  /** The invoices made of an order; `null` where they were not sought. */
  readonly invoices: readonly BilledInvoice[] | null;
  /** The credit notes of this invoice that were seen in this fetch. */
  readonly credit_notes: readonly CreditNote[];
  /** What those come to; `null` where there are none. */
  readonly credited_sum: string | null;
}

/** An invoice made of an order; of one that is not listed, only key and number are known. */
export interface BilledInvoice {
  readonly netvisor_key: number;
  readonly number: string | null;
  readonly due_date: string | null;
  readonly status: DocumentState | null;
  readonly substatus: string | null;
  readonly sum: string | null;
  readonly open_sum: string | null;
}

/** A credit note. */
export interface CreditNote {
  readonly netvisor_key: number;
  /** What it credits, above zero. */
  readonly sum: string;
}

/** A document that was deleted in Netvisor. */
export interface DeletedDocument {
  /** The shop's order number, where `known` has the document. */
  readonly order: string | null;
  readonly kind: SalesDocumentKind;
  readonly netvisor_key: number;
  readonly deleted_on: string | null;
}

/** An invoice's picture. */
export interface InvoicePdf {
  readonly netvisor_key: number;
  /** The shop's order number, where it is known. */
  readonly order: string | null;
  readonly number: string | null;
  /** The PDF in Base64; `null` where Netvisor gave none, which a note says too. */
  readonly data: string | null;
}

/** What a fetch of documents comes to. */
export interface DocumentResult {
  /** How many documents were handed out; one may come more than once. */
  readonly documents: number;
  readonly deleted: number;
  readonly pdfs: number;
  /** To be given as `changed_since` the next time; `null` until everything has been fetched. */
  readonly cursor: string | null;
}

/** Fetches how the exported documents stand, by the shop's order numbers, and PDFs of invoices. */
export class DocumentFetch extends Fetch<DocumentBatch, DocumentResult> {
  /** @throws {NetvisorOrdersError} of kind `options` with everything that is wrong with them. */
  constructor(options: Json<DocumentOptions>, settings: Settings) {
    super(KIND, options, settings);
  }

  /** Goes on where a fetch stood when its checkpoint was taken. Throws as `StockFetch.resume`. */
  static resume(checkpoint: string, settings: Settings): DocumentFetch {
    return resumedFetch(DocumentFetch, KIND, checkpoint, settings);
  }
}
