"""What has become of the shop's documents. Amounts are strings, dates are "2026-01-15"."""

from __future__ import annotations

from typing import Literal, TypedDict, Union

from .exchange import Send, Wait
from .fetch import FetchReport

SalesDocumentKind = Literal["order", "invoice"]
DocumentState = Literal[
    "undelivered",
    "delivered",
    "billed",
    "unsent",
    "open",
    "overdue",
    "paid",
    "credited",
    "credit_loss",
    "rejected",
    "archived",
]


class KnownDocument(TypedDict):
    """A document the shop knows of, from an earlier fetch or an export's report."""

    order: str
    kind: SalesDocumentKind
    netvisor_key: int


class DocumentsOptions(TypedDict, total=False):
    """What is fetched of the documents.

    - `documents`: orders, invoices or both (by default); none where only PDFs are wanted.
    - `changed_since`: only what has changed since; the `cursor` of the fetch before, or Finnish time such as
      "2026-01-15T12:00:00" or "2026-01-15". Of all, `since_date` leaves out older ones.
    - `deleted`, `credits`, `billed`: whether deleted documents, credit notes and the invoices of orders are looked for.
    - `known`: at most 5,000 documents the shop knows of; deleted ones are told by its order numbers.
    - `others`: whether documents that are not the shop's are given as well.
    - `pdfs`: the NetvisorKeys of the invoices whose PDFs are wanted, at most 5,000.
    """

    documents: list[SalesDocumentKind]
    changed_since: str | None
    since_date: str | None
    deleted: bool
    credits: bool
    billed: bool
    known: list[KnownDocument]
    others: bool
    pdfs: list[int]


class BilledInvoice(TypedDict):
    """An invoice made of an order; sums are in euros, and `None` for an invoice that is not listed."""

    netvisor_key: int
    number: str | None
    due_date: str | None
    status: DocumentState | None
    substatus: str | None
    sum: str | None
    open_sum: str | None


class CreditNote(TypedDict):
    """A credit note, and what it credits in euros, above zero."""

    netvisor_key: int
    sum: str


class ShopDocument(TypedDict):
    """A document as it stands; keep it by `netvisor_key` and `order`, the shop's order number.

    `status` is `None` for one that is not known, beside `netvisor_status`, Netvisor's own. Sums are with VAT, in euros but
    for those in the document's `currency`. `invoices` are those made of an order; `None` where they were not sought.
    `credit_notes` are those seen in this fetch: add them up by their keys.
    """

    order: str | None
    kind: SalesDocumentKind
    netvisor_key: int
    number: str | None
    date: str | None
    due_date: str | None
    status: DocumentState | None
    substatus: str | None
    netvisor_status: str | None
    sum: str
    open_sum: str | None
    currency: str | None
    currency_sum: str | None
    open_currency_sum: str | None
    invoices: list[BilledInvoice] | None
    credit_notes: list[CreditNote]
    credited_sum: str | None


class DeletedDocument(TypedDict):
    """A document that was deleted; `order` where `known` has it."""

    order: str | None
    kind: SalesDocumentKind
    netvisor_key: int
    deleted_on: str | None


class InvoicePdf(TypedDict):
    """An invoice as PDF, in Base64; `None` where Netvisor gave none, which a note says too."""

    netvisor_key: int
    order: str | None
    number: str | None
    data: str | None


class Documents(TypedDict):
    """Documents as they stand, at most 500."""

    kind: Literal["documents"]
    documents: list[ShopDocument]


class Deleted(TypedDict):
    """Documents that are there no more."""

    kind: Literal["deleted"]
    deleted: list[DeletedDocument]


class Pdf(TypedDict):
    """One PDF."""

    kind: Literal["pdf"]
    pdf: InvoicePdf


DocumentsBatch = Union[Documents, Deleted, Pdf]


class DocumentsResult(TypedDict):
    """How many of each were handed out, and what to give as `changed_since` the next time."""

    documents: int
    deleted: int
    pdfs: int
    cursor: str | None


class DocumentsReport(FetchReport):
    """What became of a fetch of documents."""

    result: DocumentsResult


class DocumentsBatchOutput(TypedDict):
    """Keep it, then store the checkpoint."""

    kind: Literal["batch"]
    batch: DocumentsBatch


class DocumentsDone(TypedDict):
    """There is nothing more to do."""

    kind: Literal["done"]
    report: DocumentsReport


DocumentsOutput = Union[Send, Wait, DocumentsBatchOutput, DocumentsDone]
