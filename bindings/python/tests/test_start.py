"""What a fresh process pays for: only what it uses."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from conftest import PACKAGE, VECTORS

from netvisor_orders import Connection, Settings, preview

EXPORT = """
import sys
{before}
from netvisor_orders import Connection, Settings, preview
def read(path):
    with open(path, "rb") as file:
        return file.read()
order, connection = map(read, sys.argv[1:])
settings = Settings({{"customers": {{"missing": "reject"}}, "products": {{"missing": "reject"}}}})
request = preview(order, settings)["documents"][0]["request"]
signed = Connection(connection).sign(request, 1767323045000, "tx-0001")
{after}
"""


def export(before: str, after: str) -> str:
    # Isolated, and without `site`, which may import anything; the package is found where this process found it.
    paths = f"sys.path[:0] = {[path for path in sys.path if path.endswith('site-packages')]!r}"
    code = EXPORT.format(before=f"{paths}\n{before}", after=after)
    files = [str(PACKAGE / "examples" / "order.json"), str(VECTORS / "connection.json")]
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code, *files], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def test_slow_modules_are_not_imported() -> None:
    slow = {"json", "re", "enum", "typing", "inspect", "dataclasses", "functools", "collections", "pycparser", "cffi"}
    modules = export("", "print(*sys.modules)").split()
    assert "netvisor_orders" in modules
    assert slow.isdisjoint(modules)


def test_interpreter_without_the_c_half_of_json(order: Any, settings: Settings, connection: Connection) -> None:
    signed = connection.sign(preview(order, settings)["documents"][0]["request"], 1767323045000, "tx-0001")
    assert export("sys.modules['_json'] = None", "print('json' in sys.modules, signed)") == f"True {signed}\n"
