"""What the README and the examples show is run as it stands, against a Netvisor double."""

from __future__ import annotations

import json
import pathlib
import re
import signal
import subprocess
import sys
import urllib.request
from typing import Any

import pytest
from company import Company, assert_exactly_once
from conftest import PACKAGE
from orders import orders

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


class ExportFolder:
    """The example over a folder of orders."""

    def __init__(self, folder: pathlib.Path, count: int) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.orders = orders(count)
        for order in self.orders:
            order.pop("payment", None)  # the example records no payments
            (folder / f"{order['number']}.json").write_text(json.dumps(order))

    def started(self) -> subprocess.Popen[str]:
        command = [sys.executable, str(PACKAGE / "examples" / "export_folder.py")]
        command += [str(self.folder), "--state", str(self.state)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self) -> tuple[int | None, list[str], str]:
        process = self.started()
        printed, errors = process.communicate(timeout=60)
        return process.returncode, printed.splitlines(), errors


def test_export_folder(company: Company, tmp_path: pathlib.Path) -> None:
    example = ExportFolder(tmp_path, 5)
    code, printed, errors = example.run()
    assert (code, errors.split()[-1]) == (0, "5/5"), errors
    assert printed == [f"{order['number']}  exported  invoice {order['number']}" for order in example.orders]
    assert_exactly_once(company.state(), example.orders)
    assert not example.state.exists()
    # A folder with an order that is wrong, and others that are there already.
    (tmp_path / "wrong.json").write_text('{"number": "1"}')
    code, printed, _ = example.run()
    assert code == 1
    assert [line.split()[1] for line in printed] == ["already_exported"] * 5 + ["rejected"]
    assert_exactly_once(company.state(), example.orders)


def test_export_folder_stops_on_ctrl_c_and_goes_on(company: Company, tmp_path: pathlib.Path) -> None:
    example = ExportFolder(tmp_path, 60)
    company.plan(*[{"slow": {"ms": 20}}] * 100)  # so that there is a middle to stop in
    process = example.started()
    assert process.stderr is not None
    shown = ""
    while "20/60" not in shown:
        read = process.stderr.read(1)
        assert read, f"it ended by itself: {shown}"
        shown += read
    process.send_signal(signal.SIGINT)
    printed, errors = process.communicate(timeout=60)
    assert process.returncode == 2, errors
    assert errors.endswith(f"not finished: run it again to go on from {example.state}\n")
    outcomes = [line.split()[1] for line in printed.splitlines()]
    done = len(company.state()["documents"])
    assert 20 <= done < 60
    # None is in doubt: the request under way was finished. What else belongs to its order has not been looked at then.
    assert outcomes[: done - 1] == ["exported"] * (done - 1)
    assert outcomes[done - 1] in ("exported", "incomplete")
    assert outcomes[done:] == ["pending"] * (60 - done)

    code, printed_lines, errors = example.run()
    assert code == 0, errors
    assert {line.split()[1] for line in printed_lines} <= {"exported", "already_exported"}
    assert_exactly_once(company.state(), example.orders)
    assert not example.state.exists()


def fetch_stock(file: pathlib.Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PACKAGE / "examples" / "fetch_stock.py"), str(file)]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)


def test_fetch_stock_and_then_what_has_changed(company: Company, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "stock.csv"
    cards = [{"code": code, "name": "Paita", "inventory": True} for code in ("PAITA-M", "PAITA-L")]
    medium, large = company.control("products", cards)["netvisor_keys"]
    company.control("stock", {"product_key": medium, "warehouse": "Päävarasto", "on_hand": "12,5"})
    done = fetch_stock(file)
    assert (done.returncode, done.stdout) == (0, "2 products\n"), done.stderr
    assert file.read_text().splitlines() == [f"{medium},PAITA-M,12.5", f"{large},PAITA-L,0"]

    company.control("stock", {"product_key": large, "warehouse": "Päävarasto", "on_hand": "3"})
    done = fetch_stock(file)
    assert done.returncode == 0, done.stderr
    assert file.read_text().splitlines() == [f"{medium},PAITA-M,12.5", f"{large},PAITA-L,3"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stock.csv", "stock.csv.cursor"]


def test_fetch_stock_names_a_right_that_is_missing(company: Company, tmp_path: pathlib.Path) -> None:
    company.control("permissions", {"resource": "inventorybywarehouse.nv", "allowed": False})
    done = fetch_stock(tmp_path / "stock.csv")
    assert done.returncode == 1
    assert "Tuotesaldojen nouto varastoittain Netvisorista" in done.stderr


def test_readme(company: Company, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    cards = [{"code": code, "name": code, "net_price": "50,00"} for code in ("PAITA-M", "TOIMITUS")]
    key = company.control("products", cards)["netvisor_keys"][0]
    company.control("stock", {"product_key": key, "warehouse": "Verkkokauppa", "on_hand": "12", "reserved": "2"})
    monkeypatch.chdir(tmp_path)

    def write_order(number: str) -> None:
        order = json.loads((PACKAGE / "examples" / "order.json").read_bytes())
        (tmp_path / "order.json").write_text(json.dumps({**order, "number": number}))

    blocks = re.findall(r"```python\n(.*?)```", (PACKAGE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 8
    names: dict[str, Any] = {"__name__": "readme"}
    write_order("80001")
    for index, block in enumerate(blocks):
        if index == 4:  # from here on about sending by hand, where nothing is looked up
            write_order("80002")
            company.control("customers", {"code": "1001", "name": "Aino Mäkelä"})
        exec(compile(block, "README.md", "exec"), names)
    printed = capsys.readouterr().out
    assert "80001 exported {'kind': 'invoice', 'number': 80001, " in printed
    assert "True {'PAITA-M': '10'}\n" in printed
    assert "VARASTOTAPAHTUMAT Tuotesaldojen nouto varastoittain Netvisorista Stock is fetched for the shop.\n" in printed
    assert "\nTrue " in printed
    assert "sales_invoice done\n" in printed
    assert "order field_missing /placed_at\n" in printed
    assert [document["number"] for document in company.state()["documents"]] == [80001, 80002]
    assert list(tmp_path.iterdir()) == [tmp_path / "order.json"]
