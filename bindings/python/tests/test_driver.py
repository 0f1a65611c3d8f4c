"""`run` over real HTTP: what it sends, when it stores, how it waits and how it stops."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import requests
from company import Company, assert_exactly_once
from fast_clock import FastClock
from orders import CHOICES, orders

from netvisor_orders import CheckpointFile, NoReply, OrderExport, Settings, run
from netvisor_orders.senders import httpx_sender, requests_sender, urllib_sender
from netvisor_orders.types.exchange import NoReplyKind
from netvisor_orders.types.export import Progress, Report
from netvisor_orders.types.results import SignedRequest

Sender = Callable[[SignedRequest], "tuple[int, bytes]"]
TRANSACTION = "X-Netvisor-Authentication-TransactionId"
SETTINGS = Settings(CHOICES)


class Told(OrderExport):
    """An export that remembers what it was told of requests without an answer."""

    __slots__ = ("no_replies",)
    no_replies: list[str]

    def __init__(self, orders: Any) -> None:
        super().__init__(orders, SETTINGS)
        self.no_replies = []

    def handle_no_reply(self, id: int, kind: NoReplyKind) -> None:
        super().handle_no_reply(id, kind)
        self.no_replies.append(kind)


class Store:
    """Keeps the checkpoint in memory, and counts."""

    def __init__(self) -> None:
        self.checkpoint = ""
        self.count = 0

    def __call__(self, checkpoint: str) -> None:
        self.checkpoint = checkpoint
        self.count += 1

    def resumed(self) -> OrderExport:
        return OrderExport.resume(self.checkpoint, SETTINGS)


class Host:
    """A program that exports: `run` with a clock that runs ahead, and what it noticed on the way."""

    def __init__(self, company: Company, count: int) -> None:
        self.company = company
        self.orders = orders(count)
        self.export: OrderExport = Told(self.orders)
        self.store = Store()
        self.clock = FastClock(0.1)
        self.send: Sender = urllib_sender()

    def run(self, **options: Any) -> Report:
        options = {"clock": self.clock, "sleep": self.clock.sleep, **options}
        return run(self.export, self.company.connection, self.send, options.pop("store", self.store), **options)

    def no_replies(self) -> list[str]:
        assert isinstance(self.export, Told)
        return self.export.no_replies

    def assert_exported(self, report: Report) -> None:
        assert report["finished"]
        assert {order["outcome"] for order in report["orders"]} <= {"exported", "already_exported"}
        assert_exactly_once(self.company.state(), self.orders)


@pytest.fixture
def host(company: Company) -> Host:
    return Host(company, 6)


@pytest.fixture(params=["urllib", "requests", "httpx"])
def send(request: pytest.FixtureRequest) -> Iterator[Sender]:
    if request.param == "urllib":
        yield urllib_sender()
    elif request.param == "requests":
        with requests.Session() as session:
            yield requests_sender(session)
    else:
        with httpx.Client() as client:
            yield httpx_sender(client)


def test_exports_with_every_client(host: Host, send: Sender) -> None:
    seen: list[SignedRequest] = []

    def watched(signed: SignedRequest) -> tuple[int, bytes]:
        sent_at = int(signed["headers"]["X-Netvisor-Authentication-TimestampUnix"])
        assert abs(sent_at - time.time()) < 5
        seen.append(signed)
        return send(signed)

    host.send = watched
    host.clock.ahead = 3_600_000  # Netvisor refuses stamps that are so far from its own time.
    host.assert_exported(host.run())
    assert len({signed["headers"][TRANSACTION] for signed in seen}) == len(seen) >= 6 + 3 + 2


def test_checkpoint_is_stored_before_every_change(host: Host) -> None:
    send = host.send

    def checked(signed: SignedRequest) -> tuple[int, bytes]:
        if signed["method"] == "POST":
            assert host.store.checkpoint == host.export.checkpoint()
        return send(signed)

    host.send = checked
    host.assert_exported(host.run())
    assert host.store.count == host.company.changes() + 1
    # The last one is the finished export.
    assert host.store.resumed().report()["finished"]


def test_nothing_is_sent_when_storing_fails(host: Host) -> None:
    def full(_: str) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        host.run(store=full)
    assert host.company.changes() == 0
    assert host.no_replies() == ["not_connected"]
    # The same export goes on once there is room again.
    host.assert_exported(host.run())


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("lost_before", "connection_lost"),
        ("lost_after_commit", "connection_lost"),
        ({"connection_reset": "before_commit"}, "connection_lost"),
        ({"connection_reset": "after_commit"}, "connection_lost"),
        ({"slow": {"ms": 2500}}, "timeout"),
    ],
)
def test_lost_answers_are_looked_for(host: Host, fault: object, kind: str) -> None:
    host.company.control("faults", {"lost_answer_ms": 10})
    # Three look-ups and the first customer go well.
    host.company.plan(None, None, None, None, fault)
    host.send = urllib_sender(timeout=1)
    host.assert_exported(host.run())
    assert host.no_replies() == [kind]


def test_unknown_error_is_a_lost_connection_and_is_logged(host: Host, caplog: pytest.LogCaptureFixture) -> None:
    send = host.send
    raised: list[bool] = []

    def broken(signed: SignedRequest) -> tuple[int, bytes]:
        answer = send(signed)
        if signed["method"] == "POST" and not raised:
            raised.append(True)
            raise ZeroDivisionError("a bug of the host")
        return answer

    host.send = broken
    host.assert_exported(host.run())
    assert host.no_replies() == ["connection_lost"]
    [record] = caplog.records
    assert (record.name, record.levelno) == ("netvisor_orders", logging.ERROR)
    assert "a bug of the host" in caplog.text
    assert not any(key in caplog.text for key in ("CKEY", "PKEY"))


def test_errors_of_python_and_no_reply_are_told_as_what_they_are(host: Host) -> None:
    send = host.send
    errors: list[Exception] = [TimeoutError(), NoReply("timeout"), NoReply("connection_lost"), NoReply("not_connected")]

    def failing(signed: SignedRequest) -> tuple[int, bytes]:
        if errors:
            raise errors.pop(0)
        return send(signed)

    host.send = failing
    host.assert_exported(host.run())
    assert host.no_replies() == ["timeout", "timeout", "connection_lost", "not_connected"]


def test_host_that_cannot_wait_comes_back_later(host: Host) -> None:
    host.company.control("faults", {"lost_answer_ms": 10})
    host.company.plan(None, None, None, "lost_before")
    slept: list[float] = []
    report = host.run(max_wait=0, sleep=slept.append)
    assert (report["finished"], slept) == (False, [])
    assert "in_doubt" in {order["outcome"] for order in report["orders"]}
    # Another process, minutes later.
    host.export = host.store.resumed()
    host.clock.ahead = 61_000
    host.assert_exported(host.run(max_wait=0, sleep=slept.append))
    assert slept == []


def test_checkpoint_is_stored_before_waiting(host: Host) -> None:
    host.company.plan({"maintenance": "documented"})

    def sleep(seconds: float) -> None:
        assert host.store.checkpoint == host.export.checkpoint()
        host.clock.sleep(seconds)

    host.assert_exported(host.run(sleep=sleep))


def test_stop_between_requests(host: Host) -> None:
    report = host.run(should_stop=lambda: host.company.changes() >= 2)
    assert not report["finished"]
    assert host.company.changes() == 2
    assert host.store.checkpoint == host.export.checkpoint()
    host.export = host.store.resumed()
    host.assert_exported(host.run())


def test_stop_while_sleeping(host: Host) -> None:
    host.company.plan({"maintenance": "documented"})
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        host.clock.sleep(seconds)

    report = host.run(should_stop=lambda: len(slept) == 3, sleep=sleep)
    assert not report["finished"]
    assert len(slept) == 3
    assert sum(slept) <= 1
    host.export = host.store.resumed()
    host.assert_exported(host.run())


@pytest.mark.parametrize("carried_out", [False, True])
def test_ctrl_c_in_a_request(host: Host, carried_out: bool) -> None:
    send = host.send
    interrupted: list[bool] = []

    def interrupting(signed: SignedRequest) -> tuple[int, bytes]:
        if "/salesinvoice.nv?" in signed["url"] and not interrupted:
            interrupted.append(True)
            if carried_out:
                send(signed)
            raise KeyboardInterrupt
        return send(signed)

    host.send = interrupting
    report = host.run()
    assert [order["outcome"] for order in report["orders"]] == ["in_doubt", *["pending"] * 5]
    # Both the same object and one that is resumed find out what became of it.
    if carried_out:
        host.export = host.store.resumed()
    host.assert_exported(host.run())


def test_ctrl_c_while_sleeping(host: Host) -> None:
    host.company.plan({"maintenance": "documented"})

    def sleep(_: float) -> None:
        raise KeyboardInterrupt

    assert not host.run(sleep=sleep)["finished"]
    host.export = host.store.resumed()
    host.assert_exported(host.run())


def test_other_ways_out_leave_an_export_that_goes_on(host: Host) -> None:
    send = host.send

    def leaving(signed: SignedRequest) -> tuple[int, bytes]:
        if signed["method"] == "POST":
            raise SystemExit(1)
        return send(signed)

    host.send = leaving
    with pytest.raises(SystemExit):
        host.run()
    assert host.no_replies() == ["connection_lost"]
    host.send = send
    host.assert_exported(host.run())


def test_request_given_out_elsewhere(host: Host) -> None:
    host.export.poll_output(host.clock())
    with pytest.raises(RuntimeError, match="still awaits its answer"):
        host.run()


def test_progress(host: Host) -> None:
    seen: list[Progress] = []
    host.run(on_progress=seen.append)
    assert [progress["done"] for progress in seen] == sorted(progress["done"] for progress in seen)
    assert (seen[0]["total"], seen[0]["done"], seen[0]["current"]) == (6, 0, "20000")
    assert seen[-1] == {"total": 6, "done": 6, "current": None}
    assert {progress["current"] for progress in seen} == {None, *(order["number"] for order in host.orders)}


def test_missing_right_stops_the_run(host: Host) -> None:
    host.company.control("permissions", {"resource": "salesinvoice.nv", "allowed": False})
    report = host.run()
    assert not report["finished"]
    assert report["stopped"]["refusal"]["permission"]["group"] == "TILAUKSET JA LASKUT"
    # The merchant gives it; the checkpoint goes on.
    host.company.control("permissions", {"resource": "salesinvoice.nv", "allowed": True})
    host.export = host.store.resumed()
    host.assert_exported(host.run())


def test_checkpoint_file(host: Host, tmp_path: Any) -> None:
    file = CheckpointFile(tmp_path / "state")
    assert file.resume(SETTINGS) is None
    for _ in range(2):
        file.store(host.export.checkpoint())
    resumed = file.resume(SETTINGS)
    assert resumed is not None
    assert resumed.checkpoint() == host.export.checkpoint()
    assert [(path.name, path.stat().st_mode & 0o777) for path in tmp_path.iterdir()] == [("state", 0o600)]
    for _ in range(2):
        file.remove()
    assert list(tmp_path.iterdir()) == []


def test_no_key_in_what_is_kept(host: Host) -> None:
    report = host.run()
    for text in (host.store.checkpoint, json.dumps(report), repr(host.export)):
        assert not any(key in text for key in ("CKEY", "PKEY"))
    assert repr(host.export) == "<netvisor_orders.OrderExport, 6 of 6 orders done>"
