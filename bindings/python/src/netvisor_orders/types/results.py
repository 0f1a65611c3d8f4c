"""What the operations take besides orders and settings, and what they give back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from .order import Order

Shop = Literal["canonical", "woocommerce", "shopify"]
DocumentKind = Literal["customer", "product", "sales_invoice", "sales_payment"]
AwaitedKey = Literal["customer_key", "document_key"]


class Messages(TypedDict):
    """The same message in Finnish, Swedish and English."""

    fi: str
    sv: str
    en: str


class Fault(TypedDict):
    """One thing that is wrong, or as a warning worth knowing. `path` is a JSON pointer into the input."""

    code: str
    path: str
    message: str
    messages: Messages


class ReadOrder(TypedDict):
    """The canonical order that a shop's order is, and what was noticed on the way."""

    order: Order
    warnings: list[Fault]


class Known(TypedDict, total=False):
    """NetvisorKeys that earlier replies gave (`inserted_key`)."""

    customer_key: int
    document_key: int


class _RequestRequired(TypedDict):
    method: Literal["GET", "POST"]
    resource: str
    query: Sequence[Sequence[str]]


class Request(_RequestRequired, total=False):
    """A request that is not signed yet; `query` holds pairs of name and value. One that `awaits` keys cannot be signed."""

    body: str
    awaits: list[AwaitedKey]


class Document(TypedDict):
    """One document of a preview. `if_missing`: only to be sent when Netvisor does not have it yet."""

    kind: DocumentKind
    when: Literal["always", "if_missing"]
    awaits: list[AwaitedKey]
    request: Request


class Preview(TypedDict):
    """The documents of an order in the order they are sent, and what was noticed on the way."""

    documents: list[Document]
    warnings: list[Fault]


class SignedRequest(TypedDict):
    """What to send, exactly as it is; `body` is `None` where there is none."""

    method: Literal["GET", "POST"]
    url: str
    headers: dict[str, str]
    body: bytes | None


class _ConnectionRequired(TypedDict):
    base_url: str
    sender: str
    customer_id: str
    customer_key: str
    partner_id: str
    partner_key: str
    organisation_id: str


class ConnectionDict(_ConnectionRequired, total=False):
    """Where requests go and who sends them."""

    language: Literal["FI", "EN", "SE"]
    mac: Literal["HMACSHA256", "SHA256"]
