"""One Settings and one Connection serve many threads at once; an export or a fetch serves them in turn."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from netvisor_orders import Connection, NetvisorOrdersError, OrderExport, Settings, StockFetch, preview

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


def test_threads_share_an_export(order: Any, settings: Settings) -> None:
    """Every call but the first thread's finds an answer that is not awaited; none finds the export half changed."""
    orders: list[Any] = [{**order, "number": str(number)} for number in range(100, 200)]
    export = OrderExport(orders, settings)

    def step(now: int) -> str:
        output = export.poll_output(now)
        if output["kind"] == "send":
            export.handle_no_reply(output["id"], "not_connected")
        assert export.progress()["total"] == 100
        assert len(export.report()["orders"]) == 100
        return OrderExport.resume(export.checkpoint(), settings).checkpoint()[:12]

    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(step, range(0, 40_000_000, 100_000))) == {'{"version":1'}


def test_threads_share_a_fetch(settings: Settings) -> None:
    """As they share an export: none finds it half changed."""
    fetch = StockFetch({}, settings)

    def step(now: int) -> str:
        output = fetch.poll_output(now)
        if output["kind"] == "send":
            fetch.handle_no_reply(output["id"], "not_connected")
        assert fetch.progress() == {"total": None, "done": 0}
        assert fetch.report()["result"]["products"] == 0
        return StockFetch.resume(fetch.checkpoint(), settings).checkpoint()[:12]

    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(step, range(0, 40_000_000, 100_000))) == {'{"version":1'}
