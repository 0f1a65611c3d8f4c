"""From an order to Netvisor's documents."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._settings import Settings
    from .types.order import Order
    from .types.results import Known, Preview, ReadOrder, Shop


def read_order(shop: Shop, order: str | bytes | Mapping[str, object]) -> ReadOrder:
    """Reads an order in a shop's own format (`woocommerce`, `shopify`) or in the canonical one (`canonical`).

    Raises `NetvisorOrdersError` (kind `order`) with everything that is wrong with it, as pointers into the order given.
    """
    return _native.read_order(shop, order)


def preview(order: str | bytes | Order, settings: Settings, known: Known | None = None) -> Preview:
    """Prepares the documents of a canonical order. Nothing is signed and nothing is sent.

    `known` holds the NetvisorKeys that earlier replies gave. A document whose `awaits` is not empty is complete only when
    those keys are known: read the replies (`read_reply`), then call `preview` again with them.
    Raises `NetvisorOrdersError` (kind `order`, or `request` for `known`).
    """
    return _native.preview(settings._handle, order, known)
