"""Exports every canonical order of a folder: `python export_folder.py FOLDER`, with the connection in the environment.

The export is kept in a file (`--state`) until every order has ended: run the same again to go on after a stop. Ctrl-C stops
after the request under way, a second one at once. The orders are those of the first run, as the state holds them.

Only the standard library is needed. Try it against the simulator: `cargo run -p netvisor-simulator -- --port 0`.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import signal
import sys

from netvisor_orders import CheckpointFile, Connection, NetvisorOrdersError, OrderExport, Settings, run
from netvisor_orders.senders import urllib_sender
from netvisor_orders.types.export import OrderReport, Progress, Report

DONE, FAILED, STOPPED = 0, 1, 2


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


class StopRequest:
    """Set by the first Ctrl-C; the second interrupts as usual."""

    def __init__(self) -> None:
        self.made = False
        signal.signal(signal.SIGINT, self.make)

    def make(self, *_: object) -> None:
        self.made = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


def begin(folder: pathlib.Path, settings: Settings) -> OrderExport:
    orders = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))]
    return OrderExport(f"[{','.join(orders)}]", settings)


def show_progress(progress: Progress) -> None:
    print(f"\r{progress['done']}/{progress['total']} {progress['current'] or '':20}", end="", file=sys.stderr, flush=True)


def line(order: OrderReport) -> str:
    words = [order["order"], order["outcome"]]
    if "document" in order:
        words.append(f"{order['document']['kind']} {order['document']['number']}")
    words += [f"payment of {payment['amount']} {payment['state']}" for payment in order["payments"]]
    words += [fault["message"] for fault in order["faults"]]
    if "refusal" in order:
        words.append(f"{order['refusal']['message']} ({order['refusal']['netvisor_text']})")
    return "  ".join(words)


def export(folder: pathlib.Path, state: CheckpointFile) -> Report:
    settings = Settings({"document": {"type": "invoice"}, "language": "en"})
    stop = StopRequest()
    return run(
        state.resume(settings) or begin(folder, settings),
        connection_from_environment(),
        urllib_sender(),
        state.store,
        should_stop=lambda: stop.made,
        on_progress=show_progress,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Exports every canonical order (*.json) of a folder to Netvisor.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--state", default="export.state", help="where the export is kept until it is finished")
    arguments = parser.parse_args()
    state = CheckpointFile(arguments.state)
    try:
        report = export(arguments.folder, state)
    except NetvisorOrdersError as error:
        print(error, file=sys.stderr)
        return FAILED
    print(file=sys.stderr)
    for order in report["orders"]:
        print(line(order))
    if not report["finished"]:
        print(f"not finished: run it again to go on from {state.path}", file=sys.stderr)
        return STOPPED
    state.remove()
    return DONE if all(order["outcome"] in ("exported", "already_exported") for order in report["orders"]) else FAILED


if __name__ == "__main__":
    sys.exit(main())
