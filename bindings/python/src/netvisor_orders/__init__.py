"""Turns webshop orders into Netvisor XML documents and signed headers, and reads Netvisor's answers, without any I/O.

Bring your own HTTP client, clock and transaction ids. The shapes of all inputs and results are in `netvisor_orders.types`.
"""

from __future__ import annotations

from ._errors import NetvisorOrdersError
from ._native import version
from ._connection import Connection
from ._preview import preview, read_order
from ._reply import read_reply
from ._settings import Settings

__all__ = ["Connection", "NetvisorOrdersError", "Settings", "preview", "read_order", "read_reply", "version"]
