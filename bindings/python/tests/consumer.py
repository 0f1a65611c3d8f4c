"""A program of a user, as the type checker sees it; never run."""

from __future__ import annotations

from typing import assert_type

from netvisor_orders import (
    CatalogueFetch,
    CheckpointFile,
    Connection,
    DocumentFetch,
    NetvisorOrdersError,
    NumberPlan,
    OrderExport,
    Settings,
    SetupCheck,
    StockFetch,
    match_customers,
    match_products,
    preview,
    read_order,
    read_reply,
    required_permissions,
    run,
)
from netvisor_orders.senders import urllib_sender
from netvisor_orders.types.catalogue import CatalogueImage, CatalogueProduct
from netvisor_orders.types.documents import DocumentsBatch, DocumentsReport
from netvisor_orders.types.export import OrderReport, Report
from netvisor_orders.types.fetch import FetchProgress
from netvisor_orders.types.matching import CustomerProposals, ProductComparison
from netvisor_orders.types.order import Line, Order
from netvisor_orders.types.results import Document, Fault, Request
from netvisor_orders.types.settings import SettingsDict
from netvisor_orders.types.setup import SetupCheckReport
from netvisor_orders.types.stock import StockBatch, StockProduct, StockReport


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


def fetched(settings: Settings, connection: Connection) -> str | None:
    stock: list[StockProduct] = []
    file = CheckpointFile("stock.state")
    fetch = file.resume(settings, StockFetch) or StockFetch({"warehouses": ["Päävarasto"]}, settings)
    assert_type(fetch, StockFetch)
    output = fetch.poll_output(0)
    if output["kind"] == "batch":
        assert_type(output["batch"], StockBatch)
    assert_type(fetch.progress(), FetchProgress)

    def keep(batch: StockBatch) -> None:
        stock.extend(batch["products"])

    report = run(fetch, connection, urllib_sender(), file.store, deliver=keep)
    assert_type(report, StockReport)
    return report["result"]["cursor"]


def fetched_more(settings: Settings, connection: Connection) -> None:
    output = CatalogueFetch({"source": "web_shop", "languages": ["fi", "se"]}, settings).poll_output(0)
    if output["kind"] == "batch":
        batch = output["batch"]
        if batch["kind"] == "products":
            assert_type(batch["products"][0], CatalogueProduct)
        elif batch["kind"] == "image":
            assert_type(batch["image"], CatalogueImage)

    def keep(batch: DocumentsBatch) -> None:
        print(batch["kind"])

    documents = run(DocumentFetch({"documents": ["order"]}, settings), connection, urllib_sender(), print, deliver=keep)
    assert_type(documents, DocumentsReport)


def before_the_first_export(settings: Settings, connection: Connection) -> bool:
    for permission in required_permissions(settings, ["export", "stock"])["permissions"]:
        print(permission["group"], permission["name"], permission["reason"]["fi"])
    report = run(SetupCheck({"features": ["export"]}, settings), connection, urllib_sender(), print)
    assert_type(report, SetupCheckReport)
    plan = run(NumberPlan({"next_number": 10400}, settings), connection, urllib_sender(), print)["result"]["plan"]
    if plan and plan["proposed"]:
        assert_type(plan["ranges"][0]["from"], int)
        assert_type(plan["proposed"]["manual_from"], int)
    reply = read_reply("customerlist.nv", 200, b"")
    if reply["outcome"] == "done":
        proposals = match_customers([{"id": "1", "name": "Aino"}], reply["customers"], {"csv": True})
        assert_type(proposals, CustomerProposals)
        assert_type(match_products([{"name": "Paita"}], reply["products"]), ProductComparison)
    return report["result"]["ok"]


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
    run(export, connection, urllib_sender(), print, True)  # type: ignore[call-overload]
    run(StockFetch({}, settings), connection, urllib_sender(), print)  # type: ignore[arg-type]
    StockFetch({"warehouse": "Päävarasto"}, settings)  # type: ignore[arg-type]
    CatalogueFetch({"languages": ["sv"]}, settings)  # type: ignore[arg-type]
    StockFetch.resume("", settings).poll_output(0)["batch"]  # type: ignore[typeddict-item]
    NumberPlan({}, settings)  # type: ignore[arg-type]
    required_permissions(settings, ["everything"])  # type: ignore[list-item]
    match_customers([{"name": "Aino"}], [])  # type: ignore[typeddict-item]
    connection.customer_key  # type: ignore[attr-defined]
