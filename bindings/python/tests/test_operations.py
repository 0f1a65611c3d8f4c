"""What the shell itself does: accept text and dicts, return plain Python values, raise one exception."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from conftest import REPOSITORY

import netvisor_orders
from netvisor_orders import Connection, NetvisorOrdersError, Settings, preview, read_order, read_reply

STAMP = (1767323045000, "tx-0001")


def test_version_is_that_of_the_workspace_and_of_the_wheel() -> None:
    from importlib import metadata

    workspace = (REPOSITORY / "Cargo.toml").read_text().partition("[workspace.package]")[2]
    line = next(line for line in workspace.splitlines() if line.startswith("version"))
    assert netvisor_orders.version() == metadata.version("netvisor-orders") == line.split('"')[1]


def test_order_as_text_bytes_and_dict_give_the_same(order: Any, settings: Settings) -> None:
    text = json.dumps(order, ensure_ascii=False)
    expected = preview(order, settings)
    assert preview(text, settings) == expected
    assert preview(text.encode(), settings) == expected
    assert preview(read_order("canonical", text)["order"], settings) == expected


def test_settings_and_connection_as_text_and_dict(order: Any) -> None:
    given: Any = {"customers": {"missing": "reject"}, "products": {"missing": "reject"}, "language": "en"}
    assert preview(order, Settings(given)) == preview(order, Settings(json.dumps(given)))


def test_signed_request_is_ready_for_any_client(order: Any, settings: Settings, connection: Connection) -> None:
    request = preview(order, settings)["documents"][0]["request"]
    signed = connection.sign(request, *STAMP)
    assert signed["method"] == "POST"
    assert signed["url"].endswith("/salesinvoice.nv?method=add")
    assert signed["headers"]["X-Netvisor-Authentication-TransactionId"] == "tx-0001"
    assert signed["body"] == request["body"].encode()
    assert signed["body"].startswith(b"<root>")


def test_request_by_hand_without_body(connection: Connection) -> None:
    signed = connection.sign({"method": "GET", "resource": "customerlist.nv", "query": [["keyword", "TEMP"]]}, *STAMP)
    assert signed["method"] == "GET"
    assert signed["url"].endswith("/customerlist.nv?keyword=TEMP")
    assert signed["body"] is None


def test_request_that_awaits_a_key_is_not_signed(order: Any, connection: Connection) -> None:
    paid = Settings(
        {
            "document": {"type": "invoice"},
            "numbering": {"mode": "automatic"},
            "customers": {"missing": "reject"},
            "products": {"missing": "reject"},
            "payment": {"record": "when_paid", "methods": {"paytrail": {"name": "Paytrail"}}},
        }
    )
    invoice, payment = preview(order, paid)["documents"]
    assert (invoice["kind"], invoice["awaits"]) == ("sales_invoice", [])
    assert (payment["kind"], payment["awaits"]) == ("sales_payment", ["document_key"])
    with pytest.raises(NetvisorOrdersError) as refused:
        connection.sign(payment["request"], *STAMP)
    assert (refused.value.kind, refused.value.code) == ("request", "request_incomplete")
    payment = preview(order, paid, {"document_key": 12})["documents"][1]
    assert payment["awaits"] == []
    assert b">12<" in (connection.sign(payment["request"], *STAMP)["body"] or b"")


def test_reply_as_bytes_and_as_text() -> None:
    body = (
        "<Root><ResponseStatus><Status>OK</Status><TimeStamp>2.1.2026 3:04:05</TimeStamp></ResponseStatus>"
        "<Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies></Root>"
    )
    reply = read_reply("salesinvoice.nv", 200, body.encode())
    assert reply["outcome"] == "done"
    assert reply["inserted_key"] == 8
    assert read_reply("salesinvoice.nv", 200, body) == reply


def test_every_fault_is_told_with_code_path_and_three_languages(order: Any, settings: Settings) -> None:
    order["lines"][0]["total"] = 129.9
    del order["currency"]
    with pytest.raises(NetvisorOrdersError) as refused:
        preview(order, settings)
    error = refused.value
    assert error.kind == "order"
    assert {(fault["code"], fault["path"]) for fault in error.faults} == {
        ("type_mismatch", "/lines/0/total"),
        ("field_missing", "/currency"),
    }
    first = error.faults[0]
    assert (error.code, error.path, error.message) == (first["code"], first["path"], first["message"])
    assert set(first["messages"]) == {"fi", "sv", "en"}
    assert str(error) == f"{error.code} at {error.path}: {error.message} (and 1 more)"


def test_errors_can_be_copied_and_pickled() -> None:
    with pytest.raises(NetvisorOrdersError) as refused:
        Settings({"document": {"type": "letter"}})  # type: ignore[arg-type]
    error = refused.value
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (other.kind, other.code, other.path, other.faults) == (error.kind, error.code, error.path, error.faults)


@pytest.mark.parametrize(
    "bad",
    ["", "nul", "[]", "{", '{"number":"\ud800"}', b"\xff\xfe", b"{}\x00", '{"a":' * 10_000, {"total": float("nan")}, {"x": "\udfff"}],
)
def test_input_that_is_no_order_is_refused(bad: Any, settings: Settings) -> None:
    with pytest.raises(NetvisorOrdersError) as refused:
        preview(bad, settings)
    assert refused.value.kind == "order"


def test_unknown_shop_is_refused() -> None:
    with pytest.raises(NetvisorOrdersError) as refused:
        read_order("magento", "{}")  # type: ignore[arg-type]
    assert refused.value.code == "shop_unknown"


def test_names_that_are_not_unicode_are_refused(connection: Connection) -> None:
    request: Any = {"method": "GET", "resource": "customerlist.nv", "query": []}
    with pytest.raises(NetvisorOrdersError) as refused:
        connection.sign(request, 1767323045000, "tx-\ud800")
    assert refused.value.code == "argument_not_utf8"


@pytest.mark.parametrize("value", [object(), {"number": object()}, {1, 2}])
def test_values_json_has_no_form_for(value: Any, settings: Settings) -> None:
    with pytest.raises(TypeError, match="is not JSON serializable"):
        preview(value, settings)


@pytest.mark.parametrize("unix_ms", [2**63, "1767323045000", None, 1767323045000.5])
def test_time_is_a_64_bit_integer(unix_ms: Any, connection: Connection) -> None:
    with pytest.raises((TypeError, OverflowError)):
        connection.sign({"method": "GET", "resource": "customerlist.nv", "query": []}, unix_ms, "tx-0001")


def test_results_belong_to_the_caller(order: Any, settings: Settings) -> None:
    first = preview(order, settings)
    second = preview(order, settings)
    first["documents"][0]["request"]["body"] = ""
    assert second["documents"][0]["request"]["body"].startswith("<root>")
