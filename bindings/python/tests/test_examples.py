"""What the README and the examples show is run as it stands, against a Netvisor double."""

from __future__ import annotations

import json
import pathlib
import re
import subprocess
import sys
import urllib.request
from typing import Any

import pytest
from conftest import PACKAGE

CREDENTIALS = {
    "NETVISOR_CUSTOMER_ID": "cust_1",
    "NETVISOR_CUSTOMER_KEY": "CKEY",
    "NETVISOR_PARTNER_ID": "partner_1",
    "NETVISOR_PARTNER_KEY": "PKEY",
    "NETVISOR_ORGANISATION_ID": "1234567-1",
}


@pytest.fixture(autouse=True)
def environment(simulator: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**CREDENTIALS, "NETVISOR_URL": simulator}.items():
        monkeypatch.setenv(name, value)


def state(simulator: str) -> Any:
    with urllib.request.urlopen(f"{simulator}/_state") as response:
        return json.load(response)


def add(simulator: str, register: str, card: dict[str, str]) -> None:
    with urllib.request.urlopen(f"{simulator}/_{register}", json.dumps(card).encode()) as response:
        assert response.status == 200


def test_send_makes_customer_products_and_invoice_once(simulator: str, tmp_path: pathlib.Path) -> None:
    def send(number: str) -> subprocess.CompletedProcess[str]:
        order = json.loads((PACKAGE / "examples" / "order.json").read_bytes())
        order["number"] = number
        (tmp_path / "order.json").write_text(json.dumps(order))
        command = [sys.executable, str(PACKAGE / "examples" / "send.py"), str(tmp_path / "order.json")]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    before = len(state(simulator)["documents"])
    for number in ("70001", "70002"):
        done = send(number)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    after = state(simulator)
    assert len(after["documents"]) == before + 2
    assert [customer["code"] for customer in after["customers"]].count("1001") == 1
    # The same number again is refused, and the example says so.
    assert send("70002").returncode == 1
    assert len(state(simulator)["documents"]) == before + 2


def test_readme(simulator: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    add(simulator, "customers", {"code": "TEMP", "name": "Verkkokaupan asiakas"})
    for code in ("README-1", "TOIMITUS"):
        try:
            add(simulator, "products", {"code": code, "name": code, "net_price": "50,00", "vat_percentage": "25,5"})
        except urllib.error.HTTPError:  # made by another example already
            pass
    order = json.loads((PACKAGE / "examples" / "order.json").read_bytes())
    order["number"] = "80001"
    order["lines"][0]["sku"] = "README-1"
    (tmp_path / "order.json").write_text(json.dumps(order))
    monkeypatch.chdir(tmp_path)

    blocks = re.findall(r"```python\n(.*?)```", (PACKAGE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 4
    names: dict[str, Any] = {"__name__": "readme"}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    printed = capsys.readouterr().out
    assert "sales_invoice done\n" in printed
    assert "order field_missing /placed_at\n" in printed
    assert "80001" in json.dumps(state(simulator)["documents"])
