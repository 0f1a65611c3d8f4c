"""Everything the native library hands out is given back, also when a call is refused."""

from __future__ import annotations

import gc
import json
import resource
import sys
from collections.abc import Callable
from typing import Any

import pytest
from conftest import VECTORS

from netvisor_orders import (
    Connection,
    NetvisorOrdersError,
    OrderExport,
    Settings,
    StockFetch,
    match_customers,
    match_products,
    preview,
    read_order,
    read_reply,
    required_permissions,
)

# An object kept back in every round has some hundred bytes: several times what the allocators themselves keep.
ROUNDS = 10_000
ALLOWED = 1 << 20


def resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def refused(call: Callable[..., object], *arguments: Any) -> None:
    try:
        call(*arguments)
    except NetvisorOrdersError:
        return
    raise AssertionError("accepted")


def stepped(export: OrderExport | StockFetch) -> None:
    """Every call there is."""
    output = export.poll_output(1767323045000)
    assert output["kind"] == "send"
    export.handle_reply(output["id"], 502, b"<html>")
    refused(export.handle_reply, output["id"], 200, b"")
    refused(export.handle_no_reply, output["id"], "timeout")
    refused(export.handle_no_reply, output["id"], "whatever")
    export.poll_output(1767323045000)
    export.progress()
    export.report()
    export.checkpoint()


def fetched(fetch: StockFetch) -> None:
    """To its end, and back from after a batch that was not kept."""
    checkpoint = fetch.checkpoint()
    output = fetch.poll_output(1767323045000)
    assert output["kind"] == "send"
    fetch.handle_reply(output["id"], 200, STOCK)
    assert fetch.poll_output(1767323045000)["kind"] == "batch"
    fetch._go_back(checkpoint)
    assert fetch.poll_output(1767323045000)["kind"] == "send"


STOCK = (
    b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus><InventoryByWarehouse>"
    + b"<Product><NetvisorKey>8</NetvisorKey><TotalAmount>1,5</TotalAmount></Product>" * 5
    + b"</InventoryByWarehouse></Root>"
)
REQUEST: Any = {"method": "GET", "resource": "customerlist.nv", "query": []}


def operations(order: Any, settings: Settings, connection: Connection) -> dict[str, Callable[[], object]]:
    checkpoint = OrderExport(f"[{order}]", settings).checkpoint()
    fetch_checkpoint = StockFetch({}, settings).checkpoint()
    customers: Any = [{"id": "1", "name": "Aino Mäkelä"}]
    cards: Any = [{"netvisor_key": 8, "name": "Aino Mäkelä"}]
    products: Any = [{"sku": "PAITA-M", "name": "Paita"}]
    credentials = (VECTORS / "connection.json").read_bytes()
    rows = b"<Customer><Netvisorkey>8</Netvisorkey><Name>Aino</Name></Customer>" * 5
    reply = b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus><Customerlist>" + rows + b"</Customerlist></Root>"
    return {
        "settings": lambda: Settings({}),
        "settings refused": lambda: refused(Settings, "[]"),
        "connection": lambda: Connection(credentials),
        "connection refused": lambda: refused(Connection, "{}"),
        "read_order": lambda: read_order("canonical", order),
        "read_order refused": lambda: refused(read_order, "canonical", "{"),
        "preview": lambda: preview(order, settings),
        "preview refused": lambda: refused(preview, "{", settings),
        "sign": lambda: connection.sign(REQUEST, 1767323045000, "tx-0001"),
        "sign refused": lambda: refused(connection.sign, REQUEST, -1, ""),
        "read_reply": lambda: read_reply("customerlist.nv", 200, reply),
        "export": lambda: stepped(OrderExport(f"[{order}]", settings)),
        "export refused": lambda: refused(OrderExport, "{}", settings),
        "resume": lambda: OrderExport.resume(checkpoint, settings),
        "resume refused": lambda: refused(OrderExport.resume, "{}", settings),
        "fetch": lambda: stepped(StockFetch({}, settings)),
        "fetch to its end": lambda: fetched(StockFetch({}, settings)),
        "fetch refused": lambda: refused(StockFetch, {"warehouses": 1}, settings),
        "fetch resumed": lambda: StockFetch.resume(fetch_checkpoint, settings),
        "fetch resume refused": lambda: refused(StockFetch.resume, "{}", settings),
        "fetch resumed as another": lambda: refused(StockFetch.resume, checkpoint, settings),
        "required_permissions": lambda: required_permissions(settings, ["export", "stock"]),
        "required_permissions refused": lambda: refused(required_permissions, settings, []),
        "match_customers": lambda: match_customers(customers, cards, {"csv": True}),
        "match_customers refused": lambda: refused(match_customers, "{", []),
        "match_products": lambda: match_products(products, cards),
        "match_products refused": lambda: refused(match_products, [], "{"),
        "read_reply refused": lambda: refused(read_reply, "customer.nv", 502, b"<html>"),
    }


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the resident size from /proc")
def test_nothing_is_kept(order: Any, settings: Settings, connection: Connection) -> None:
    text = json.dumps(order)
    grown = {}
    for name, operation in operations(text, settings, connection).items():
        for _ in range(ROUNDS // 10):
            operation()
        gc.collect()
        before = resident()
        for _ in range(ROUNDS):
            operation()
        gc.collect()
        grown[name] = resident() - before
    assert [name for name, size in grown.items() if size > ALLOWED] == [], grown


def test_export_outlives_its_settings(order: Any) -> None:
    settings = Settings({})
    export = OrderExport([order], settings)
    del settings
    gc.collect()
    assert OrderExport.resume(export.checkpoint(), Settings({})).poll_output(0) == export.poll_output(0)


def test_fetch_outlives_its_settings() -> None:
    settings = Settings({"language": "sv"})
    fetch = StockFetch({}, settings)
    del settings
    gc.collect()
    fetched(fetch)


def test_results_outlive_what_they_came_from(order: Any) -> None:
    settings = Settings({"customers": {"missing": "reject"}, "products": {"missing": "reject"}})
    connection = Connection((VECTORS / "connection.json").read_bytes())
    result = preview(order, settings)
    del settings
    gc.collect()
    signed = connection.sign(result["documents"][0]["request"], 1767323045000, "tx-0001")
    del connection
    gc.collect()
    assert signed["body"] is not None
    assert signed["body"].decode() == result["documents"][0]["request"]["body"]
