"""A host process, for the tests that kill it: `fetch_host.py FOLDER`.

Fetches the products, or goes on from its `state`, and appends what it gets to `products`, a line each; writes a line before
each request (`ask`) and after each batch that was kept (`kept`), and in the end `report.json`.
"""

from __future__ import annotations

import json
import os
import sys

from fast_clock import FastClock

from netvisor_orders import CatalogueFetch, CheckpointFile, Connection, Settings, run
from netvisor_orders.senders import urllib_sender

TYPE_CHECKING = False
if TYPE_CHECKING:
    from netvisor_orders.types.catalogue import CatalogueBatch
    from netvisor_orders.types.results import SignedRequest

# Longer than requests are late at the simulator of those tests.
REAL_SECONDS = 0.1


def main(folder: str) -> None:
    send = urllib_sender()

    def telling(signed: SignedRequest) -> tuple[int, bytes]:
        print("ask", flush=True)
        return send(signed)

    def keep(batch: CatalogueBatch) -> None:
        if batch["kind"] == "products":
            with open(f"{folder}/products", "a", encoding="utf-8") as file:
                # In front of the first of them a line may stand that a kill has cut.
                file.writelines(f"\n{json.dumps([row['netvisor_key'], row['code']])}" for row in batch["products"])
                file.flush()
                os.fsync(file.fileno())
        print("kept", flush=True)

    with open(f"{folder}/connection.json", "rb") as credentials:
        connection = Connection(credentials.read())
    settings = Settings({})
    checkpoint = CheckpointFile(f"{folder}/state")
    fetch = checkpoint.resume(settings, CatalogueFetch) or CatalogueFetch({}, settings)
    clock = FastClock(REAL_SECONDS)
    report = run(fetch, connection, telling, checkpoint.store, deliver=keep, clock=clock, sleep=clock.sleep)
    with open(f"{folder}/report.json", "w", encoding="utf-8") as file:
        json.dump(report, file)


if __name__ == "__main__":
    main(sys.argv[1])
