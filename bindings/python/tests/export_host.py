"""A host process, for the tests that kill it: `export_host.py FOLDER`.

Exports what `orders.json` in that folder holds by its `settings.json` and `connection.json`, or goes on from its `state`;
writes a line before each request (`look` or `change`), and in the end `report.json`.
"""

from __future__ import annotations

import json
import sys

from fast_clock import FastClock

from netvisor_orders import CheckpointFile, Connection, OrderExport, Settings, run
from netvisor_orders.senders import urllib_sender

TYPE_CHECKING = False
if TYPE_CHECKING:
    from netvisor_orders.types.results import SignedRequest

# Longer than requests are late at the simulator of those tests.
REAL_SECONDS = 0.1


def main(folder: str) -> None:
    def read(name: str) -> bytes:
        with open(f"{folder}/{name}", "rb") as file:
            return file.read()

    send = urllib_sender()

    def telling(signed: SignedRequest) -> tuple[int, bytes]:
        print("change" if signed["method"] == "POST" else "look", flush=True)
        return send(signed)

    settings = Settings(read("settings.json"))
    checkpoint = CheckpointFile(f"{folder}/state")
    export = checkpoint.resume(settings) or OrderExport(read("orders.json"), settings)
    clock = FastClock(REAL_SECONDS)
    connection = Connection(read("connection.json"))
    report = run(export, connection, telling, checkpoint.store, clock=clock, sleep=clock.sleep)
    with open(f"{folder}/report.json", "w", encoding="utf-8") as file:
        json.dump(report, file)


if __name__ == "__main__":
    main(sys.argv[1])
