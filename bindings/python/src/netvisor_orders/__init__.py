"""Gets webshop orders into Netvisor, each exactly once: makes its XML documents and signed headers, and reads its answers.

Bring your own HTTP client, or one of `netvisor_orders.senders`. The shapes of all inputs and results are in
`netvisor_orders.types`.
"""

from __future__ import annotations

from ._errors import NetvisorOrdersError
from ._native import version
from ._checkpoint_file import CheckpointFile
from ._connection import Connection
from ._driver import NoReply, run
from ._fetch import CatalogueFetch, DocumentFetch, NumberPlan, SetupCheck, StockFetch
from ._matching import match_customers, match_products
from ._order_export import OrderExport
from ._preview import preview, read_order
from ._reply import read_reply
from ._settings import Settings
from ._setup import required_permissions

__all__ = [
    "CatalogueFetch",
    "CheckpointFile",
    "Connection",
    "DocumentFetch",
    "NetvisorOrdersError",
    "NoReply",
    "NumberPlan",
    "OrderExport",
    "Settings",
    "SetupCheck",
    "StockFetch",
    "match_customers",
    "match_products",
    "preview",
    "read_order",
    "read_reply",
    "required_permissions",
    "run",
    "version",
]
