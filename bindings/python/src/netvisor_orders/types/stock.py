"""How much there is of each product. Quantities are strings."""

from __future__ import annotations

from typing import Literal, TypedDict, Union

from .exchange import Send, Wait
from .fetch import FetchReport


class StockOptions(TypedDict, total=False):
    """What is fetched of the stock, and how it becomes the shop's.

    - `changed_since`: only what has changed since; the `cursor` of the fetch before, or Finnish time such as
      "2026-01-15T12:00:00" or "2026-01-15".
    - `warehouses`: those the shop sells from, by name or NetvisorKey; all by default.
    - `reserved`: whether what is reserved for orders is taken off (`subtract`).
    - `product_group`: only products of the group of this name.
    """

    changed_since: str | None
    warehouses: list[str] | None
    reserved: Literal["ignore", "subtract"]
    product_group: str | None


class StockWarehouse(TypedDict):
    """What one warehouse holds of a product."""

    netvisor_key: int | None
    name: str | None
    on_hand: str
    reserved: str
    ordered: str


class StockProduct(TypedDict):
    """How much there is of a product: `quantity` is the shop's stock, from the warehouses chosen."""

    netvisor_key: int
    code: str | None
    name: str | None
    group: str | None
    quantity: str
    warehouses: list[StockWarehouse]


class StockBatch(TypedDict):
    """Products with their stock, at most 1,000."""

    products: list[StockProduct]


class StockResult(TypedDict):
    """How many products were handed out, and what to give as `changed_since` the next time."""

    products: int
    cursor: str | None


class StockReport(FetchReport):
    """What became of a fetch of the stock."""

    result: StockResult


class StockBatchOutput(TypedDict):
    """Keep it, then store the checkpoint."""

    kind: Literal["batch"]
    batch: StockBatch


class StockDone(TypedDict):
    """There is nothing more to do."""

    kind: Literal["done"]
    report: StockReport


StockOutput = Union[Send, Wait, StockBatchOutput, StockDone]
