"""A company at the simulator."""

from __future__ import annotations

import json
import urllib.request
from decimal import Decimal
from typing import Any

from netvisor_orders import Connection
from netvisor_orders.types.order import Order
from netvisor_orders.types.results import ConnectionDict


def credentials(url: str) -> ConnectionDict:
    """The simulator's. Headers carry the sender in another charset than the body."""
    return {
        "base_url": url,
        "sender": "Myymälä",
        "customer_id": "cust_1",
        "customer_key": "CKEY",
        "partner_id": "partner_1",
        "partner_key": "PKEY",
        "organisation_id": "1234567-1",
    }


class Company:
    """One empty company at a running simulator, and its control requests."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.credentials = credentials(url)
        self.connection = Connection(self.credentials)
        self.control("reset", {})

    def control(self, name: str, body: object) -> Any:
        with urllib.request.urlopen(f"{self.url}/_{name}", json.dumps(body).encode(), timeout=10) as response:
            return json.load(response)

    def plan(self, *faults: object) -> None:
        """Faults for the coming requests; `None` is none."""
        self.control("faults", {"plan": faults})

    def state(self) -> Any:
        with urllib.request.urlopen(f"{self.url}/_state", timeout=10) as response:
            return json.load(response)

    def changes(self) -> int:
        """How many requests that change something have come."""
        reading = ("list", "get", "inventory", "images", "deleted")
        return sum(count for name, count in self.state()["requests"].items() if not any(word in name for word in reading))


def assert_exactly_once(state: Any, exported: list[Order]) -> None:
    """One document for each order, one payment for each that is paid, sums to the cent, and never two requests at once."""
    sums = {entry["number"]: Decimal(entry["total"]) for entry in exported}
    documents = {str(document["number"]): document for document in state["documents"]}
    assert len(state["documents"]) == len(exported)
    assert {number: Decimal(document["amount"]) for number, document in documents.items()} == sums
    assert not any(document["total_mismatch"] for document in state["documents"])
    keys = {document["netvisor_key"]: number for number, document in documents.items()}
    payments = sorted((keys[payment["document_key"]], Decimal(payment["sum"])) for payment in state["payments"])
    assert payments == sorted((entry["number"], sums[entry["number"]]) for entry in exported if "payment" in entry)
    codes = [product["code"] for product in state["products"]]
    assert len(codes) == len(set(codes))
    assert len(state["customers"]) == 1 + len({entry["customer"]["number"] for entry in exported})  # TEMP is always there
    assert (state["overlaps"], state["late"]) == (0, [])
