"""Exports one canonical order: `python send.py ORDER.json`, with the connection in the environment.

Only the standard library is needed. Try it against the simulator: `cargo run -p netvisor-simulator -- --port 0`.
"""

from __future__ import annotations

import os
import pathlib
import sys
import time
import urllib.error
import urllib.request
import uuid

from netvisor_orders import Connection, NetvisorOrdersError, Settings, preview, read_reply
from netvisor_orders.types.replies import Reply
from netvisor_orders.types.results import Known, Request


def connection_from_environment() -> Connection:
    return Connection(
        {
            "base_url": os.environ["NETVISOR_URL"],
            "sender": "Shop",
            "customer_id": os.environ["NETVISOR_CUSTOMER_ID"],
            "customer_key": os.environ["NETVISOR_CUSTOMER_KEY"],
            "partner_id": os.environ["NETVISOR_PARTNER_ID"],
            "partner_key": os.environ["NETVISOR_PARTNER_KEY"],
            "organisation_id": os.environ["NETVISOR_ORGANISATION_ID"],
        }
    )


def send(connection: Connection, request: Request) -> Reply:
    """Signs a request for this attempt and sends it. Netvisor's refusals come with their own HTTP status."""
    signed = connection.sign(request, time.time_ns() // 1_000_000, uuid.uuid4().hex)
    http = urllib.request.Request(signed["url"], signed["body"], signed["headers"], method=signed["method"])
    try:
        with urllib.request.urlopen(http, timeout=120) as response:
            return read_reply(request["resource"], response.status, response.read())
    except urllib.error.HTTPError as response:
        return read_reply(request["resource"], response.code, response.read())


def export(connection: Connection, settings: Settings, order: bytes) -> bool:
    known: Known = {}
    documents = preview(order, settings)["documents"]
    for index in range(len(documents)):
        # Prepared again with what the replies so far have told.
        document = preview(order, settings, known)["documents"][index]
        reply = send(connection, document["request"])
        print(document["kind"], reply)
        if reply["outcome"] == "done":
            if document["kind"] == "sales_invoice":
                known["document_key"] = reply["inserted_key"]
        elif not (document["when"] == "if_missing" and reply["code"] == "netvisor_duplicate_data"):
            return False
    return True


def main() -> int:
    settings = Settings({"document": {"type": "invoice"}, "language": "en"})
    try:
        exported = export(connection_from_environment(), settings, pathlib.Path(sys.argv[1]).read_bytes())
    except NetvisorOrdersError as error:
        for fault in error.faults:
            print(fault["path"], fault["messages"]["en"], file=sys.stderr)
        return 1
    return 0 if exported else 1


if __name__ == "__main__":
    sys.exit(main())
