"""What the tests share. They run against the installed wheel, as a user would have it."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from company import Company

import netvisor_orders
from netvisor_orders import Connection, Settings

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
PACKAGE = REPOSITORY / "bindings" / "python"
VECTORS = REPOSITORY / "tests" / "vectors"

if REPOSITORY in pathlib.Path(netvisor_orders.__file__).resolve().parents and "site-packages" not in netvisor_orders.__file__:
    raise RuntimeError("these tests are for the installed wheel, not for the source folder; run `cargo xtask test`")


@pytest.fixture
def order() -> Any:
    """A canonical order that becomes a single document with the `settings` fixture."""
    return json.loads((PACKAGE / "examples" / "order.json").read_bytes())


@pytest.fixture
def settings() -> Settings:
    return Settings({"customers": {"missing": "reject"}, "products": {"missing": "reject"}})


@pytest.fixture
def connection() -> Connection:
    return Connection((VECTORS / "connection.json").read_bytes())


@pytest.fixture(scope="session")
def simulator() -> Iterator[str]:
    """The URL of a Netvisor double, built from this repository."""
    command = ["cargo", "run", "--quiet", "--package", "netvisor-simulator", "--", "--port", "0"]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        try:
            started = process.stdout.readline()
            assert started.startswith("listening on http://"), f"the simulator did not start: {started!r}"
            yield started.split()[-1]
        finally:
            process.terminate()


@pytest.fixture
def company(simulator: str) -> Company:
    """An empty company at that double."""
    return Company(simulator)
