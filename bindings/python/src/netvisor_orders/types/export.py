"""What an export gives: what to do next, how far it has come, and what has become of the orders."""

from __future__ import annotations

from typing import Literal, TypedDict, Union

from .exchange import Send, Trouble, Wait
from .replies import Refusal
from .results import Fault

Outcome = Literal["exported", "already_exported", "incomplete", "in_doubt", "rejected", "failed", "pending"]


class ExportedDocument(TypedDict):
    """A document in Netvisor; `number` is `None` where Netvisor gave it and it has not been looked up."""

    kind: Literal["order", "invoice", "draft"]
    number: int | None
    netvisor_key: int


class LinkedCustomer(TypedDict):
    """The customer a document is linked to; `netvisor_key` is `None` for the temporary customer."""

    netvisor_key: int | None
    code: str | None
    created: bool


class Payment(TypedDict):
    """A payment of an order: the shop's method, the amount in the order's currency, and what became of it."""

    method: str
    amount: str
    state: Literal["missing", "recorded", "already_recorded"]


class _OrderReportRequired(TypedDict):
    order: str
    outcome: Outcome
    products_created: list[str]
    payments: list[Payment]
    warnings: list[Fault]
    faults: list[Fault]
    requests: int


class OrderReport(_OrderReportRequired, total=False):
    """What became of one order; the paths of `warnings` and `faults` point into it.

    - `exported`: its document is in Netvisor, sent by this export, with its payments.
    - `already_exported`: the document was there before; payments that were lacking have been added.
    - `incomplete`: the document is there, but something that belongs to it is not.
    - `in_doubt`: something was sent and nobody knows yet whether it was carried out. Resume from the checkpoint.
    - `rejected`: nothing was sent; the order or a setting has to be mended first.
    - `failed`: Netvisor refused it (`refusal` says why), or could not be reached.
    - `pending`: its turn has not come yet.
    """

    document: ExportedDocument
    customer: LinkedCustomer
    refusal: Refusal


class _ReportRequired(TypedDict):
    finished: bool
    orders: list[OrderReport]
    requests: int


class Report(_ReportRequired, total=False):
    """What became of a run: whether every order has ended, and each in the order they were given.

    `requests` counts all requests, look-ups too. `stopped` tells why the run ended before its orders had, if it did.
    """

    stopped: Trouble


class Done(TypedDict):
    """There is nothing more to do."""

    kind: Literal["done"]
    report: Report


Output = Union[Send, Wait, Done]


class Progress(TypedDict):
    """How many orders there are, how many have ended, and the number of the one that is being worked on."""

    total: int
    done: int
    current: str | None
