"""Order JSON in (bytes, as a webhook brings them), XML and signed headers out: microseconds per order."""

from __future__ import annotations

import time
from collections.abc import Callable

import case

from netvisor_orders import Connection, Settings, preview, version

RUNS = 400
SECONDS_PER_RUN = 0.002


def microseconds(operation: Callable[[], object]) -> float:
    """The best of many short runs: whatever else the machine does only makes some of them longer."""
    started = time.perf_counter()
    for _ in range(10):
        operation()
    rounds = max(1, int(SECONDS_PER_RUN / (time.perf_counter() - started) * 10))
    best = float("inf")
    for _ in range(RUNS):
        started = time.perf_counter()
        for _ in range(rounds):
            operation()
        best = min(best, (time.perf_counter() - started) / rounds)
    return best * 1e6


def main() -> None:
    settings = Settings(case.SETTINGS)
    connection = Connection(case.CONNECTION)
    print(f"netvisor-orders {version()}, microseconds per order")
    print(f"{'lines':>6} {'preview + sign':>15} {'preview':>9} {'sign':>7}")
    for lines in (5, 50, 500):
        order = case.order(lines).encode()
        (document,) = preview(order, settings)["documents"]
        request = document["request"]

        def export(order: bytes = order) -> object:
            (document,) = preview(order, settings)["documents"]
            return connection.sign(document["request"], 1767323045000, "tx-0001")

        both = microseconds(export)
        previewing = microseconds(lambda order=order: preview(order, settings))  # type: ignore[misc]
        signing = microseconds(lambda request=request: connection.sign(request, 1767323045000, "tx-0001"))  # type: ignore[misc]
        print(f"{lines:>6} {both:>15.1f} {previewing:>9.1f} {signing:>7.1f}")


if __name__ == "__main__":
    main()
