"""A fresh process that imports the package, builds and signs one invoice, over the bare interpreter: milliseconds."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import NamedTuple

import case

PAIRS = 60

EXPORT = """
import sys
from netvisor_orders import Connection, Settings, preview
with open(sys.argv[1], "rb") as file:
    order = file.read()
settings, connection = Settings(sys.argv[2]), Connection(sys.argv[3])
connection.sign(preview(order, settings)["documents"][0]["request"], 1767323045000, "tx-0001")
"""


class Milliseconds(NamedTuple):
    """What a process took by the clock, and how long it ran on a processor."""

    clock: float
    processor: float


def run(code: str, arguments: Sequence[str]) -> Milliseconds:
    def processor() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    used, started = processor(), time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True)
    return Milliseconds((time.perf_counter() - started) * 1e3, (processor() - used) * 1e3)


def main() -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as order:
        order.write(case.order(5))
        order.flush()
        arguments = [order.name, case.SETTINGS, case.CONNECTION]
        run(EXPORT, arguments)
        # Turn by turn, so that whatever else the machine does strikes both alike.
        pairs = [(run("pass", arguments), run(EXPORT, arguments)) for _ in range(PAIRS)]
    print(f"cold start, medians of {PAIRS} in milliseconds")
    print(f"{'':>10} {'bare interpreter':>17} {'with one invoice':>17} {'over it':>8}")
    for name in Milliseconds._fields:
        bare = statistics.median(getattr(pair[0], name) for pair in pairs)
        whole = statistics.median(getattr(pair[1], name) for pair in pairs)
        over = statistics.median(getattr(pair[1], name) - getattr(pair[0], name) for pair in pairs)
        print(f"{name:>10} {bare:>17.1f} {whole:>17.1f} {over:>8.1f}")


if __name__ == "__main__":
    main()
