"""One Settings and one Connection serve many threads at once."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from netvisor_orders import Connection, NetvisorOrdersError, Settings, preview

THREADS = 8
ORDERS = 400


def test_threads_share_settings_and_connection(order: Any, settings: Settings, connection: Connection) -> None:
    def export(index: int) -> Any:
        mine = copy.deepcopy(order)
        mine["number"] = str(10_000 + index)
        if index % 10 == 9:
            del mine["currency"]
        try:
            document = preview(mine, settings)["documents"][0]
        except NetvisorOrdersError as error:
            return error.code, error.path
        return connection.sign(document["request"], 1767323045000 + index, f"tx-{index}")

    alone = [export(index) for index in range(ORDERS)]
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(export, range(ORDERS)))
    assert together == alone
    assert alone.count(("field_missing", "/currency")) == ORDERS // 10
    macs = {signed["headers"]["X-Netvisor-Authentication-MAC"] for signed in alone if isinstance(signed, dict)}
    assert len(macs) == ORDERS - ORDERS // 10
