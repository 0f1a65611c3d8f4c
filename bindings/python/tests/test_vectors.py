"""The golden cases every language replays: the same bytes, the same faults."""

from __future__ import annotations

import copy
import json
import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import VECTORS

from netvisor_orders import (
    CatalogueFetch,
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
)
from netvisor_orders.types.results import Request, SignedRequest

CASES = sorted(path.parent for path in VECTORS.glob("*/case.json"))


class Replay:
    """One case: what it asks for, and what it produced."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.case = json.loads(self.input("case.json"))
        self.files: dict[str, bytes] = {}
        self.results: list[tuple[str, Any]] = []

    def input(self, name: str, default: bytes | None = None) -> bytes:
        path = self.folder / name
        return default if default is not None and not path.exists() else path.read_bytes()

    def order(self) -> bytes:
        """order.json, filled up with blanks at its end where the case says to how many bytes."""
        return self.input("order.json").ljust(self.case.get("order_bytes", 0))

    def connection(self) -> Connection:
        return Connection(self.input("connection.json", (VECTORS / "connection.json").read_bytes()))

    def outcome(self) -> dict[str, Any]:
        try:
            return OPERATIONS[self.case["operation"]](self)
        except NetvisorOrdersError as error:
            return self.error(error)

    def error(self, error: NetvisorOrdersError) -> dict[str, Any]:
        self.results.append(("error", error.faults))
        parts = ("kind", "code", "path", "message", "faults")
        return {"error": {name: getattr(error, name) for name in parts}}

    def signed(self, index: int, request: Request, transaction_id: str) -> None:
        signed = self.connection().sign(request, self.case["stamp"]["unix_ms"], transaction_id)
        self.results.append(("sign", signed))
        self.files[f"expect-{index}.http"] = http(signed)


def http(signed: SignedRequest) -> bytes:
    lines = [f"{signed['method']} {signed['url']}", *(f"{name}: {value}" for name, value in signed["headers"].items())]
    return "".join(line + "\n" for line in lines).encode()


def replay_preview(replay: Replay) -> dict[str, Any]:
    settings = Settings(replay.input("settings.json", b"{}"))
    order = read_order(replay.case["shop"], replay.order())
    result = preview(order["order"], settings, json.loads(replay.input("known.json", b"{}")))
    replay.results += [("read_order", order), ("preview", result)]
    documents = []
    for index, document in enumerate(result["documents"], 1):
        request = document["request"]
        replay.files[f"expect-{index}.xml"] = request["body"].encode()
        if not document["awaits"]:
            replay.signed(index, request, f"{replay.case['stamp']['transaction_id']}-{index}")
        head: dict[str, Any] = {name: value for name, value in document.items() if name != "request"}
        documents.append(head | {name: value for name, value in request.items() if name in ("method", "resource", "query")})
    return {
        "order": order["order"],
        "read_warnings": order["warnings"],
        "documents": documents,
        "warnings": result["warnings"],
    }


def replay_read_order(replay: Replay) -> dict[str, Any]:
    order = read_order(replay.case["shop"], replay.order())
    replay.results.append(("read_order", order))
    return {"result": order}


def replay_settings(replay: Replay) -> dict[str, Any]:
    Settings(replay.input("settings.json"))
    return {"result": "ok"}


def replay_connection(replay: Replay) -> dict[str, Any]:
    Connection(replay.input("connection.json"))
    return {"result": "ok"}


def replay_sign(replay: Replay) -> dict[str, Any]:
    replay.signed(1, json.loads(replay.input("request.json")), replay.case["stamp"]["transaction_id"])
    return {"result": "ok"}


def replay_read_reply(replay: Replay) -> dict[str, Any]:
    reply = read_reply(replay.case["resource"], replay.case["http_status"], replay.input("reply.xml"))
    replay.results.append(("read_reply", reply))
    return {"result": reply}


def replay_export(replay: Replay) -> dict[str, Any]:
    settings = Settings(replay.input("settings.json", b"{}"))
    export = OrderExport(replay.input("orders.json"), settings)
    return take_steps(replay, export, "", lambda checkpoint: OrderExport.resume(checkpoint, settings))


def replay_fetch(replay: Replay) -> dict[str, Any]:
    settings = Settings(replay.input("settings.json", b"{}"))
    kind = replay.case["fetch"]
    fetch = FETCHES[kind](replay.input("options.json", b"{}"), settings)
    return take_steps(replay, fetch, f"{kind} ", lambda checkpoint: FETCHES[kind].resume(checkpoint, settings))


def take_steps(replay: Replay, machine: Any, kind: str, resume: Callable[[str], Any]) -> dict[str, Any]:
    """Polls at each step's time, then hands in what the step says."""
    steps = []
    id = 0
    for number, step in enumerate(replay.case["steps"], 1):
        output = machine.poll_output(step["now"])
        replay.results.append((f"{kind}poll_output", copy.deepcopy(output)))
        if output["kind"] == "send":
            id = output["id"]
            if "body" in output["request"]:
                replay.files[f"expect-{number}.xml"] = output["request"].pop("body").encode()
        shown: dict[str, Any] = {"output": output}
        try:
            if "reply" in step:
                machine.handle_reply(step.get("id", id), step.get("http_status", 200), replay.input(step["reply"]))
            elif "no_reply" in step:
                machine.handle_no_reply(step.get("id", id), step["no_reply"])
        except NetvisorOrdersError as error:
            shown |= replay.error(error)
        if step.get("resume"):
            checkpoint = machine.checkpoint()
            machine = resume(checkpoint)
            replay.files[f"expect-{number}.checkpoint"] = checkpoint.encode()
        steps.append(shown)
    progress, report = machine.progress(), machine.report()
    replay.results += [("fetch progress" if kind else "progress", progress), (f"{kind}report", report)]
    return {"steps": steps, "progress": progress, "report": report}


def replay_resume(replay: Replay) -> dict[str, Any]:
    settings = Settings(replay.input("settings.json", b"{}"))
    progress = OrderExport.resume(replay.input("checkpoint.txt"), settings).progress()
    replay.results.append(("progress", progress))
    return {"result": progress}


def replay_resume_fetch(replay: Replay) -> dict[str, Any]:
    settings = Settings(replay.input("settings.json", b"{}"))
    checkpoint = replay.input("checkpoint.txt").decode()
    kind = next((kind for kind in FETCHES if f'"kind":"{kind}"' in checkpoint), "stock")
    progress = FETCHES[kind].resume(checkpoint, settings).progress()
    replay.results.append(("fetch progress", progress))
    return {"result": progress}


def replay_required_permissions(replay: Replay) -> dict[str, Any]:
    settings = Settings(replay.input("settings.json", b"{}"))
    required = required_permissions(settings, replay.input("features.json"))
    replay.results.append(("required_permissions", required))
    return {"result": required}


def replay_match_customers(replay: Replay) -> dict[str, Any]:
    proposals = match_customers(*registers(replay))
    replay.results.append(("match_customers", proposals))
    return {"result": proposals}


def replay_match_products(replay: Replay) -> dict[str, Any]:
    comparison = match_products(*registers(replay))
    replay.results.append(("match_products", comparison))
    return {"result": comparison}


def registers(replay: Replay) -> tuple[bytes, bytes, bytes]:
    return replay.input("shop.json"), replay.input("netvisor.json"), replay.input("options.json", b"{}")


FETCHES: dict[str, Any] = {
    "stock": StockFetch,
    "catalogue": CatalogueFetch,
    "documents": DocumentFetch,
    "setup_check": SetupCheck,
    "number_plan": NumberPlan,
}

OPERATIONS: dict[str, Callable[[Replay], dict[str, Any]]] = {
    "preview": replay_preview,
    "read_order": replay_read_order,
    "settings": replay_settings,
    "connection": replay_connection,
    "sign": replay_sign,
    "read_reply": replay_read_reply,
    "export": replay_export,
    "resume": replay_resume,
    "fetch": replay_fetch,
    "resume_fetch": replay_resume_fetch,
    "required_permissions": replay_required_permissions,
    "match_customers": replay_match_customers,
    "match_products": replay_match_products,
}


def test_there_are_cases() -> None:
    assert CASES, f"no case found in {VECTORS}"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: pathlib.Path) -> None:
    replay = Replay(folder)
    assert replay.outcome() == json.loads(replay.input("outcome.json"))
    assert replay.files == {path.name: path.read_bytes() for path in folder.glob("expect-*")}


def codes(value: Any) -> Iterator[str]:
    """The codes of all faults and warnings, wherever they stand in an outcome."""
    if isinstance(value, dict):
        if "code" in value and "messages" in value:
            yield value["code"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from codes(item)


def test_every_code_is_listed() -> None:
    listed = {entry["code"] for entry in json.loads((VECTORS / "error-codes.json").read_bytes())}
    seen = {code for folder in CASES for code in codes(Replay(folder).outcome())}
    assert seen
    assert seen <= listed
