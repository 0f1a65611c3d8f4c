"""Fetches the stock of all products into a CSV file: `python fetch_stock.py STOCK.csv`, with the connection in the environment.

The next run fetches what has changed since, by the cursor it finds beside the file, and brings the file up to date. A fetch
that was stopped goes on from its own checkpoint; Ctrl-C stops it.

Only the standard library is needed. Try it against the simulator: `cargo run -p netvisor-simulator -- --port 0`.
"""

from __future__ import annotations

import argparse
import csv
import os
import pathlib
import sys

from netvisor_orders import CheckpointFile, Connection, NetvisorOrdersError, Settings, StockFetch, run
from netvisor_orders.senders import urllib_sender
from netvisor_orders.types.fetch import FetchProgress
from netvisor_orders.types.stock import StockBatch

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


class StockFile:
    """The stock by NetvisorKey, in a file that is whole at every moment."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self.rows: dict[str, tuple[str, str]] = {}
        if path.exists():
            with path.open(newline="", encoding="utf-8") as file:
                self.rows = {key: (code, quantity) for key, code, quantity in csv.reader(file)}

    def keep(self, batch: StockBatch) -> None:
        for product in batch["products"]:
            self.rows[str(product["netvisor_key"])] = (product["code"] or "", product["quantity"])
        new = self.path.with_name(self.path.name + ".new")
        with new.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows((key, *row) for key, row in self.rows.items())
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path)


def show_progress(progress: FetchProgress) -> None:
    total = "?" if progress["total"] is None else progress["total"]
    print(f"\r{progress['done']}/{total}", end="", file=sys.stderr, flush=True)


def fetch(path: pathlib.Path) -> int:
    settings = Settings({"language": "en"})
    stock = StockFile(path)
    state = CheckpointFile(path.with_name(path.name + ".state"))
    cursor = path.with_name(path.name + ".cursor")
    changed_since = cursor.read_text() if cursor.exists() else None  # the whole stock
    report = run(
        state.resume(settings, StockFetch) or StockFetch({"changed_since": changed_since}, settings),
        connection_from_environment(),
        urllib_sender(),
        state.store,
        deliver=stock.keep,
        on_progress=show_progress,
    )
    print(file=sys.stderr)
    for note in report["notes"]:
        print(note["message"])
    if "stopped" in report:
        trouble = report["stopped"]
        messages = [fault["message"] for fault in trouble["faults"]]
        if "refusal" in trouble:
            messages.append(trouble["refusal"]["message"])
        print(*messages, file=sys.stderr)
        return FAILED
    if not report["finished"]:
        print(f"not finished: run it again to go on from {state.path}", file=sys.stderr)
        return STOPPED
    if report["result"]["cursor"]:
        cursor.write_text(report["result"]["cursor"])
    state.remove()
    print(f"{report['result']['products']} products")
    return DONE


def main() -> int:
    parser = argparse.ArgumentParser(description="Fetches the stock of all products from Netvisor into a CSV file.")
    parser.add_argument("file", type=pathlib.Path, help="NetvisorKey, code and quantity of each product")
    try:
        return fetch(parser.parse_args().file)
    except NetvisorOrdersError as error:
        print(error, file=sys.stderr)
        return FAILED


if __name__ == "__main__":
    sys.exit(main())
