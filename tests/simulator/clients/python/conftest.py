"""A running simulator, one empty company a test. `cargo xtask test clients` names its binary in NETVISOR_SIMULATOR."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import requests

CREDENTIALS = {
    "sender": "Public client",
    "partner_id": "partner_1",
    "partner_key": "PKEY",
    "customer_id": "cust_1",
    "customer_key": "CKEY",
    "organization_id": "1234567-1",
}


class Simulator:
    """The control requests of a running simulator."""

    def __init__(self, url: str) -> None:
        self.url = url

    def state(self) -> Any:
        return requests.get(f"{self.url}/_state", timeout=10).json()

    def control(self, name: str, body: Any) -> Any:
        answer = requests.post(f"{self.url}/_{name}", json=body, timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="session")
def running() -> Iterator[Simulator]:
    with subprocess.Popen([os.environ["NETVISOR_SIMULATOR"]], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Simulator(process.stdout.readline().split()[-1])
        finally:
            process.terminate()


@pytest.fixture
def simulator(running: Simulator) -> Simulator:
    running.control("reset", {})
    return running
