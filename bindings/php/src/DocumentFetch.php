<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Fetches how the exported documents stand, by the shop's order numbers, and PDFs of invoices.
 *
 * - `documents`: orders, invoices or both (unless given); `[]` where only PDFs are wanted
 * - `changed_since`: the `cursor` of the fetch before, or Finnish local time; null for all
 * - `since_date`: of all, only documents dated on this day or later
 * - `deleted`: whether documents deleted within seven days are told; true unless given
 * - `credits`: whether it is found out which invoices were credited; true unless given
 * - `billed`: whether it is found out which invoices were made of orders; true unless given
 * - `known`: documents the shop knows of, at most 5,000: deleted ones are told by its order numbers
 * - `others`: whether documents that are not the shop's are given as well, with null for `order`
 * - `pdfs`: the NetvisorKeys of the invoices whose PDFs are wanted, at most 5,000; they come in Base64
 *
 * Sums are in euros with VAT where nothing else is said. Keep a document by `netvisor_key` and `order`: an invoice made of
 * several orders is given once for each.
 *
 * @phpstan-import-type FaultArray from OrderExport
 * @phpstan-import-type Trouble from OrderExport
 * @phpstan-type DocumentOptions array{
 *     documents?: list<SalesDocumentKind>, changed_since?: string|null, since_date?: string|null, deleted?: bool,
 *     credits?: bool, billed?: bool, known?: list<KnownDocument>, others?: bool, pdfs?: list<int>,
 * }
 * @phpstan-type SalesDocumentKind 'order'|'invoice'
 * @phpstan-type KnownDocument array{order: string, kind: SalesDocumentKind, netvisor_key: int}
 * @phpstan-type DocumentBatch array{kind: 'documents', documents: list<ShopDocument>}
 *     |array{kind: 'deleted', deleted: list<DeletedDocument>}
 *     |array{kind: 'pdf', pdf: InvoicePdf}
 * @phpstan-type ShopDocument array{
 *     order: string|null, kind: SalesDocumentKind, netvisor_key: int, number: string|null, date: string|null,
 *     due_date: string|null, status: DocumentState|null, substatus: string|null, netvisor_status: string|null, sum: string,
 *     open_sum: string|null, currency: string|null, currency_sum: string|null, open_currency_sum: string|null,
 *     invoices: list<BilledInvoice>|null, credit_notes: list<CreditNote>, credited_sum: string|null,
 * }
 * @phpstan-type DocumentState 'undelivered'|'delivered'|'billed'|'unsent'|'open'|'overdue'|'paid'|'credited'|'credit_loss'
 *     |'rejected'|'archived'
 * @phpstan-type BilledInvoice array{
 *     netvisor_key: int, number: string|null, due_date: string|null, status: DocumentState|null, substatus: string|null,
 *     sum: string|null, open_sum: string|null,
 * }
 * @phpstan-type CreditNote array{netvisor_key: int, sum: string}
 * @phpstan-type DeletedDocument array{order: string|null, kind: SalesDocumentKind, netvisor_key: int, deleted_on: string|null}
 * @phpstan-type InvoicePdf array{netvisor_key: int, order: string|null, number: string|null, data: string|null}
 * @phpstan-type DocumentReport array{
 *     finished: bool, requests: int, stopped?: Trouble, notes: list<FaultArray>,
 *     result: array{documents: int, deleted: int, pdfs: int, cursor: string|null},
 * }
 * @extends Fetch<DocumentOptions, DocumentBatch, DocumentReport>
 */
final class DocumentFetch extends Fetch
{
    protected const KIND = 'documents';
}
