"""Each kind of fetch and what comes before an export, once over real HTTP: what it finds is what the company has."""

from __future__ import annotations

import base64
import json
import time
import uuid
from typing import Any

import pytest
from company import Company
from fast_clock import FastClock
from orders import CHOICES, orders

from netvisor_orders import (
    CatalogueFetch,
    Connection,
    DocumentFetch,
    NetvisorOrdersError,
    NumberPlan,
    OrderExport,
    Settings,
    SetupCheck,
    match_customers,
    match_products,
    read_reply,
    required_permissions,
    run,
)
from netvisor_orders.senders import urllib_sender
from netvisor_orders.types.catalogue import CatalogueBatch
from netvisor_orders.types.documents import DocumentsBatch
from netvisor_orders.types.replies import Done
from netvisor_orders.types.setup import SetupCheckReport

SETTINGS = Settings(CHOICES)


def forget(_: str) -> None:
    """Stores nothing: these runs are not resumed."""


def test_catalogue_with_groups_and_images(company: Company) -> None:
    cards = [{"code": f"P{index}", "name": f"Tuote {index}", "group": "Vaatteet / Paidat"} for index in range(3)]
    keys = company.control("products", cards)["netvisor_keys"]
    pictures = [bytes([index, 255]) for index in range(2)]
    for picture in pictures:
        data = base64.b64encode(picture).decode()
        company.control("images", {"product_key": keys[1], "mime_type": "image/png", "file_name": "a.png", "data": data})
    batches: list[CatalogueBatch] = []
    fetch = CatalogueFetch({"source": "extended", "images": True}, SETTINGS)
    report = run(fetch, company.connection, urllib_sender(), forget, deliver=batches.append)
    assert report["finished"], report
    groups = [group for batch in batches if batch["kind"] == "groups" for group in batch["groups"]]
    assert "Vaatteet / Paidat" in [group["path"] for group in groups]
    products = [product for batch in batches if batch["kind"] == "products" for product in batch["products"]]
    assert [(product["netvisor_key"], product["code"]) for product in products] == list(zip(keys, ["P0", "P1", "P2"]))
    images = [batch["image"] for batch in batches if batch["kind"] == "image"]
    assert [base64.b64decode(image["data"]) for image in images] == pictures
    assert {image["netvisor_key"] for image in images} == {keys[1]}
    assert (report["result"]["products"], report["result"]["images"]) == (3, 2)


def test_documents_by_the_shops_order_number(company: Company) -> None:
    exported = orders(4)
    clock = FastClock()
    run(OrderExport(exported, SETTINGS), company.connection, urllib_sender(), forget, clock=clock, sleep=clock.sleep)

    def fetched(options: Any) -> list[DocumentsBatch]:
        batches: list[DocumentsBatch] = []
        fetch = DocumentFetch(options, SETTINGS)
        report = run(fetch, company.connection, urllib_sender(), forget, deliver=batches.append)
        assert report["finished"], report
        return batches

    documents = [document for batch in fetched({}) if batch["kind"] == "documents" for document in batch["documents"]]
    assert [(document["order"], document["kind"], document["sum"]) for document in documents] == [
        (order["number"], "invoice", order["total"]) for order in exported
    ]
    assert [document["open_sum"] for document in documents] == [
        "0.00" if "payment" in order else order["total"] for order in exported
    ]

    gone = documents[1]
    company.control("document_changes", {"netvisor_key": gone["netvisor_key"], "change": "delete"})
    known = [{"order": gone["order"], "kind": gone["kind"], "netvisor_key": gone["netvisor_key"]}]
    deleted = [row for batch in fetched({"known": known}) if batch["kind"] == "deleted" for row in batch["deleted"]]
    assert [(row["order"], row["netvisor_key"]) for row in deleted] == [(gone["order"], gone["netvisor_key"])]


def check(company: Company, **changed: Any) -> SetupCheckReport:
    settings = Settings({"language": "en"})
    credentials: Any = {**company.credentials, **changed}
    check = SetupCheck({"features": ["export", "stock"]}, settings)
    clock = FastClock()
    return run(check, Connection(credentials), urllib_sender(), forget, clock=clock, sleep=clock.sleep)


def test_setup_in_order(company: Company) -> None:
    report = check(company)
    result = report["result"]
    assert (report["finished"], result["ok"], result["credentials"]["state"]) == (True, True, "accepted")
    assert (result["clock"]["state"], result["organisation"], result["partner"]) == ("ok", "accepted", "accepted")
    listed = required_permissions(Settings({}), ["export", "stock"])["permissions"]
    assert [right["resource"] for right in result["permissions"]] == [right["resource"] for right in listed]
    assert {right["state"] for right in result["permissions"]} == {"granted", "unknown"}
    assert company.changes() == 0


def test_setup_with_a_right_missing(company: Company) -> None:
    company.control("permissions", {"resource": "inventorybywarehouse.nv", "allowed": False})
    result = check(company)["result"]
    assert not result["ok"]
    name = "Tuotesaldojen nouto varastoittain Netvisorista"
    assert [right["name"] for right in result["permissions"] if right["state"] == "missing"] == [name]
    assert any(name in finding["message"] for finding in result["findings"])


def test_setup_with_wrong_keys_shows_none(company: Company) -> None:
    report = check(company, partner_key="5ECRET-PARTNER-KEY")
    assert report["result"]["credentials"]["cause"] == "keys"
    text = json.dumps(report)
    assert not any(key in text for key in ("CKEY", "PKEY", "5ECRET-PARTNER-KEY"))


@pytest.mark.parametrize("features", [[], ["everything"], "[", b'"export"'])
def test_features_that_there_are_not(features: Any) -> None:
    with pytest.raises(NetvisorOrdersError) as refused:
        required_permissions(Settings({}), features)
    assert refused.value.kind == "options"


def test_number_plan(company: Company) -> None:
    company.control("documents", [{"kind": "invoice", "number": number} for number in (500, 501)])
    plan = NumberPlan({"next_number": 100, "per_day": "2"}, SETTINGS)
    report = run(plan, company.connection, urllib_sender(), forget)
    assert report["finished"], report
    planned = report["result"]["plan"]
    assert planned is not None
    assert [(numbers["from"], numbers["to"], numbers["others"]) for numbers in planned["ranges"]] == [(500, 501, 2)]
    assert planned["present"]["collides_at"] == 500
    assert planned["proposed"] is not None
    assert planned["proposed"]["first_number"] > 501


def listed(company: Company, resource: str) -> Done:
    """The rows of one of Netvisor's lists."""
    signed = company.connection.sign(
        {"method": "GET", "resource": resource, "query": []}, time.time_ns() // 1_000_000, uuid.uuid4().hex
    )
    reply = read_reply(resource, *urllib_sender()(signed))
    assert reply["outcome"] == "done"
    return reply


def test_registers_are_matched(company: Company) -> None:
    company.control("customers", {"code": "1008", "name": "KAHVILA KUKKA", "business_id": "1234567-1"})
    company.control("products", [{"code": "PAITA", "name": "Paita", "net_price": "50,00"}])
    customers: Any = [
        {"id": "17", "name": "Kahvila Kukka Oy", "business_id": "FI12345671"},
        {"id": "18", "name": "Aino Mäkelä"},
    ]
    proposals = match_customers(customers, listed(company, "customerlist.nv")["customers"], {"csv": True})
    assert [(row["shop_id"], row["code"]) for row in proposals["proposals"]] == [("17", "1008")]
    assert proposals["unmatched"] == ["18"]
    assert proposals["csv"]["proposals"].splitlines()[1].startswith("17,Kahvila Kukka Oy,1008,")
    products: Any = [{"sku": "PAITA", "name": "Paita"}, {"sku": "HUIVI", "name": "Huivi"}]
    rows = listed(company, "productlist.nv")["products"]
    comparison = match_products(products, rows)
    assert [row["sku"] for row in comparison["same"]] == ["PAITA"]
    assert comparison["missing"] == [{"sku": "HUIVI", "name": "Huivi"}]
    # Text gives the same.
    assert match_products(json.dumps(products), json.dumps(rows).encode(), "{}") == comparison


def test_registers_that_are_wrong_are_refused_with_their_place() -> None:
    bad: Any = [{"id": "", "name": "Aino"}, {"id": "2", "nimi": "Aino"}]
    with pytest.raises(NetvisorOrdersError) as refused:
        match_customers(bad, [])
    assert refused.value.kind == "register"
    assert {fault["path"].split("/")[1] for fault in refused.value.faults} == {"shop"}
