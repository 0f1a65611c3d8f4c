"""A host process that is killed at any moment, again and again, still exports each order exactly once, and fetches everything."""

from __future__ import annotations

import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import time

import pytest
from company import Company, assert_exactly_once
from conftest import PACKAGE
from orders import CHOICES, orders

ORDERS = 900
KILLS = 200
PRODUCTS = 12_000
FETCH_KILLS = 40
# Of a thousand requests so many meet a fault as well. A request is late by less than a host process waits.
FAULTS = {"per_mille": 20, "longest_late_ms": 50, "longest_slow_ms": 20}


class Host:
    """A host process under way."""

    def __init__(self, command: list[str], errors: pathlib.Path) -> None:
        with errors.open("wb") as stderr:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr)
        self.errors = errors

    def wait_for(self, event: bytes, count: int) -> None:
        """Waits until it has written that line so many times."""
        assert self.process.stdout is not None
        while count > 0:
            line = self.process.stdout.readline()
            assert line, f"it ended by itself: {self.errors.read_text()}"
            count -= line.strip() == event

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()
        assert self.process.returncode == -signal.SIGKILL, f"it ended by itself: {self.errors.read_text()}"


@pytest.fixture
def seed(company: Company) -> int:
    """The seed of kills and faults."""
    seed = int(os.environ.get("SEED") or random.randrange(1 << 32))
    print(f"SEED={seed}")  # Shown when the test fails. Given in the environment, the kills are planned alike.
    company.control("faults", {"by_seed": {"seed": seed, **FAULTS}})
    company.control("faults", {"lost_answer_ms": 10})
    return seed


def test_killed_200_times(company: Company, seed: int, tmp_path: pathlib.Path) -> None:
    dice = random.Random(seed)
    exported = orders(ORDERS, seed)
    inputs = {"orders": exported, "settings": CHOICES, "connection": company.credentials}
    for name, value in inputs.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(value))

    command = [sys.executable, str(PACKAGE / "tests" / "export_host.py"), str(tmp_path)]
    for _ in range(KILLS):
        host = Host(command, tmp_path / "errors")
        moment = dice.randrange(10)
        if moment == 0:  # anywhere in its start
            time.sleep(dice.uniform(0, 0.2))
        elif moment == 1:  # while it looks up what is there
            host.wait_for(b"look", dice.randint(1, 4))
        else:  # while it exports; three for every two orders, which last for all kills
            host.wait_for(b"change", dice.randint(1, 5))
            time.sleep(dice.uniform(0, 0.008))
        host.kill()
    left = ORDERS - len(company.state()["documents"])
    assert left > 0, "all was exported before the last kill"

    # An order that met a fault in each of three attempts would be given up, however seldom that is.
    company.control("faults", {"by_seed": {"seed": 0, "per_mille": 0}})
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["finished"]
    assert {order["outcome"] for order in report["orders"]} <= {"exported", "already_exported"}
    assert_exactly_once(company.state(), exported)


def test_a_fetch_killed_40_times_loses_nothing(company: Company, seed: int, tmp_path: pathlib.Path) -> None:
    dice = random.Random(seed)
    codes = [f"P{index}" for index in range(PRODUCTS)]
    keys = company.control("products", [{"code": code, "name": "Tuote"} for code in codes])["netvisor_keys"]
    (tmp_path / "connection.json").write_text(json.dumps(company.credentials))

    def kept() -> set[tuple[int, str]]:
        lines = (tmp_path / "products").read_text().split("\n") if (tmp_path / "products").exists() else []
        return {(key, code) for key, code in (json.loads(line) for line in lines if line.endswith("]"))}

    command = [sys.executable, str(PACKAGE / "tests" / "fetch_host.py"), str(tmp_path)]
    for _ in range(FETCH_KILLS):
        host = Host(command, tmp_path / "errors")
        moment = dice.randrange(4)
        if moment == 0:  # anywhere in its start
            time.sleep(dice.uniform(0, 0.1))
        elif moment == 1:  # while it asks
            host.wait_for(b"ask", 1)
            time.sleep(dice.uniform(0, 0.02))
        else:  # while it keeps what came, or the checkpoint after it
            host.wait_for(b"kept", 1)
            time.sleep(dice.uniform(0, 0.004))
        host.kill()
    assert 0 < len(kept()) < PRODUCTS, "nothing was kept, or all, before the last kill"

    company.control("faults", {"by_seed": {"seed": 0, "per_mille": 0}})
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["finished"], report["notes"]) == (True, [])
    assert kept() == set(zip(keys, codes))
    # Batches came twice, but most of what was kept was not fetched again.
    lines = sum(1 for line in (tmp_path / "products").read_text().split("\n") if line)
    assert PRODUCTS <= lines < PRODUCTS * 2
