"""A program of a user, as the type checker sees it; never run."""

from __future__ import annotations

from typing import assert_type

from netvisor_orders import Connection, NetvisorOrdersError, OrderExport, Settings, preview, read_order, read_reply, run
from netvisor_orders.senders import urllib_sender
from netvisor_orders.types.export import OrderReport, Report
from netvisor_orders.types.order import Line, Order
from netvisor_orders.types.results import Document, Fault, Request
from netvisor_orders.types.settings import SettingsDict


def right(connection: Connection) -> bytes | None:
    choices: SettingsDict = {"document": {"type": "invoice", "status": "unsent"}, "comment": {"as": "comment_line"}}
    choices["vat"] = [{"when": {"country": "eu", "rate": ["zero", "25.5"]}, "code": "EUMY"}]
    settings = Settings(choices)
    order = read_order("woocommerce", b"{}")["order"]
    assert_type(order, Order)
    document = preview(order, settings, {"customer_key": 8})["documents"][0]
    assert_type(document, Document)
    assert_type(document["request"], Request)
    signed = connection.sign(document["request"], unix_ms=0, transaction_id="tx")
    assert_type(signed["headers"], dict[str, str])
    return signed["body"]


def exported(order: Order, settings: Settings, connection: Connection) -> int | None:
    export = OrderExport([order], settings)
    output = export.poll_output(0)
    if output["kind"] == "send":
        assert_type(output["request"], Request)
        export.handle_no_reply(output["id"], "timeout")
    report = run(export, connection, urllib_sender(timeout=180), print, max_wait=0, on_progress=lambda progress: None)
    assert_type(report, Report)
    assert_type(report["orders"][0], OrderReport)
    document = report["orders"][0].get("document")
    return document["number"] if document else None


def caught() -> list[Fault]:
    try:
        read_reply("salesinvoice.nv", 200, b"")
    except NetvisorOrdersError as error:
        assert_type(error.code, str)
        return error.faults
    return []


def wrong(connection: Connection, settings: Settings) -> None:
    line: Line = {"kind": "product", "name": "Paita", "total": 129.90}  # type: ignore[typeddict-item]
    preview({"number": "1", "lines": [line]}, settings)  # type: ignore[arg-type]
    misspelt: SettingsDict = {"documents": {}}  # type: ignore[typeddict-unknown-key]
    Settings(misspelt)
    Settings({"document": {"type": "letter"}})  # type: ignore[arg-type]
    read_order("magento", "{}")  # type: ignore[arg-type]
    connection.sign({"method": "PUT", "resource": "customer.nv", "query": []}, 0, "tx")  # type: ignore[typeddict-item]
    connection.sign(preview("{}", settings), 0, "tx")  # type: ignore[arg-type]
    export = OrderExport({}, settings)  # type: ignore[arg-type]
    export.handle_no_reply(1, "lost")  # type: ignore[arg-type]
    export.poll_output(0)["until"]  # type: ignore[typeddict-item]
    run(export, connection, lambda signed: 200, print)  # type: ignore[arg-type, return-value]
    run(export, connection, urllib_sender(), print, True)  # type: ignore[call-arg]
    connection.customer_key  # type: ignore[attr-defined]
