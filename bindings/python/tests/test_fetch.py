"""Fetches over real HTTP: `run` delivers everything, stores after what was delivered, and loses nothing however it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from company import Company
from fast_clock import FastClock

from netvisor_orders import CatalogueFetch, CheckpointFile, NetvisorOrdersError, OrderExport, Settings, StockFetch, run
from netvisor_orders.senders import urllib_sender
from netvisor_orders.types.fetch import FetchProgress
from netvisor_orders.types.results import SignedRequest
from netvisor_orders.types.stock import StockBatch, StockOptions, StockReport

SETTINGS = Settings({"language": "en"})
# Three batches, the last one not full.
PRODUCTS = 2_100


class Shop:
    """A program that fetches the stock: `run` with a clock that runs ahead, and what was delivered."""

    def __init__(self, company: Company, options: StockOptions) -> None:
        self.company = company
        self.fetch = StockFetch(options, SETTINGS)
        self.clock = FastClock()
        self.send: Callable[[SignedRequest], tuple[int, bytes]] = urllib_sender()
        self.stock: dict[int, str] = {}
        self.batches = 0
        self.checkpoint = ""

    def store(self, checkpoint: str) -> None:
        self.checkpoint = checkpoint

    def deliver(self, batch: StockBatch) -> None:
        self.batches += 1
        self.stock.update((product["netvisor_key"], product["quantity"]) for product in batch["products"])

    def run(self, **options: Any) -> StockReport:
        options = {"clock": self.clock, "sleep": self.clock.sleep, "deliver": self.deliver, **options}
        report: StockReport = run(self.fetch, self.company.connection, self.send, options.pop("store", self.store), **options)
        return report

    def resume(self) -> None:
        """Another process."""
        self.fetch = StockFetch.resume(self.checkpoint, SETTINGS)

    def assert_complete(self, report: StockReport) -> None:
        assert (report["finished"], report["notes"]) == (True, [])
        assert report["result"]["products"] == PRODUCTS
        assert self.stock == expected(self.company)


def expected(company: Company) -> dict[int, str]:
    return {product["netvisor_key"]: str(index % 7) for index, product in enumerate(company.state()["products"])}


@pytest.fixture
def shop(company: Company) -> Shop:
    cards = [{"code": f"P{index}", "name": f"Tuote {index}", "inventory": True} for index in range(PRODUCTS)]
    keys = company.control("products", cards)["netvisor_keys"]
    rows = [{"product_key": key, "warehouse": "Päävarasto", "on_hand": str(index % 7)} for index, key in enumerate(keys)]
    company.control("stock", rows)
    return Shop(company, {})


def test_delivers_everything(shop: Shop) -> None:
    report = shop.run()
    shop.assert_complete(report)
    assert shop.batches == 3
    assert report["requests"] == 1
    # The last checkpoint is the finished fetch.
    shop.resume()
    assert shop.run() == report
    assert shop.batches == 3


def test_cursor_gives_what_has_changed_since(shop: Shop) -> None:
    cursor = shop.run()["result"]["cursor"]
    key = shop.company.state()["products"][0]["netvisor_key"]
    shop.company.control("stock", {"product_key": key, "warehouse": "Päävarasto", "on_hand": "41,5"})
    later = Shop(shop.company, {"changed_since": cursor, "warehouses": ["Päävarasto"]})
    assert later.run()["finished"]
    assert later.stock[key] == "41.5"


def test_checkpoint_is_stored_after_each_batch(shop: Shop) -> None:
    stored: list[int] = []
    shop.run(store=lambda _: stored.append(shop.batches))
    assert stored == [1, 2, 3, 3]


def raises(error: type[BaseException], at: int, before: Callable[[Any], None]) -> Callable[[Any], None]:
    """A function that raises when it is called for the nth time, and is `before` otherwise."""
    calls: list[bool] = []

    def function(value: Any) -> None:
        calls.append(True)
        if len(calls) == at:
            raise error
        before(value)

    return function


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("place", ["deliver", "store", "on_progress"])
@pytest.mark.parametrize("again", ["same object", "resumed"])
def test_a_batch_that_was_not_kept_comes_again(shop: Shop, error: Any, place: str, again: str) -> None:
    # Of the calls of each, the one for the second batch; progress is told of the request first.
    usual: dict[str, Callable[[Any], None]] = {"deliver": shop.deliver, "store": shop.store, "on_progress": lambda _: None}
    options = {place: raises(error, 3 if place == "on_progress" else 2, usual[place])}
    if error is KeyboardInterrupt:
        assert not shop.run(**options)["finished"]
    else:
        with pytest.raises(error):
            shop.run(**options)
    if again == "resumed":
        shop.resume()
    shop.assert_complete(shop.run())


def test_stop_between_batches(shop: Shop) -> None:
    report = shop.run(should_stop=lambda: shop.batches == 2)
    assert (report["finished"], shop.batches) == (False, 2)
    shop.resume()
    shop.assert_complete(shop.run())


@pytest.mark.parametrize("fault", ["lost_before", {"cut_xml": {"kept_percent": 50}}, {"maintenance": "documented"}])
def test_what_had_no_certain_answer_is_asked_again(shop: Shop, fault: object) -> None:
    shop.company.control("faults", {"lost_answer_ms": 10})
    shop.company.plan(fault)
    report = shop.run()
    shop.assert_complete(report)
    assert report["requests"] == 2


def test_host_that_cannot_wait_comes_back_later(shop: Shop) -> None:
    shop.company.plan({"maintenance": "documented"})
    assert not shop.run(max_wait=0)["finished"]
    shop.resume()
    shop.assert_complete(shop.run(max_wait=0))


def test_missing_right_is_named(shop: Shop) -> None:
    shop.company.control("permissions", {"resource": "inventorybywarehouse.nv", "allowed": False})
    report = shop.run()
    assert not report["finished"]
    assert report["stopped"]["refusal"]["permission"] == {
        "group": "VARASTOTAPAHTUMAT",
        "name": "Tuotesaldojen nouto varastoittain Netvisorista",
    }


def test_progress(shop: Shop) -> None:
    seen: list[FetchProgress] = []
    shop.run(on_progress=seen.append)
    assert [(progress["total"], progress["done"]) for progress in seen] == [
        (None, 0),
        *((PRODUCTS, done) for done in (1000, 2000, PRODUCTS, PRODUCTS)),
    ]


def test_without_deliver_nothing_is_sent(shop: Shop) -> None:
    with pytest.raises(TypeError, match="StockFetch hands out batches"):
        run(shop.fetch, shop.company.connection, shop.send, shop.store)  # type: ignore[arg-type]
    assert shop.company.state()["requests"] == {}


def test_request_given_out_elsewhere(shop: Shop) -> None:
    output = shop.fetch.poll_output(shop.clock())
    assert output["kind"] == "send"
    with pytest.raises(RuntimeError, match="still awaits its answer"):
        shop.run()
    # Its answer is still awaited.
    shop.fetch.handle_no_reply(output["id"], "not_connected")
    shop.assert_complete(shop.run())


def test_checkpoint_file(shop: Shop, tmp_path: Any) -> None:
    file = CheckpointFile(tmp_path / "state")
    assert file.resume(SETTINGS, StockFetch) is None
    file.store(shop.fetch.checkpoint())
    resumed = file.resume(SETTINGS, StockFetch)
    assert type(resumed) is StockFetch
    assert resumed.checkpoint() == shop.fetch.checkpoint()


def test_checkpoint_of_something_else_is_refused(shop: Shop, order: Any) -> None:
    """Whether it is text or bytes, and with blanks around it."""
    export = OrderExport([order], SETTINGS).checkpoint()
    catalogue = CatalogueFetch({}, SETTINGS).checkpoint()
    for other in (export, catalogue, "", "{}", shop.fetch.checkpoint()[:-1]):
        for given in (other, other.encode()):
            with pytest.raises(NetvisorOrdersError) as refused:
                StockFetch.resume(given, SETTINGS)
            assert (refused.value.kind, refused.value.code) == ("checkpoint", "checkpoint_invalid")
    for given in (f" {shop.fetch.checkpoint()}\n", shop.fetch.checkpoint().encode()):
        assert StockFetch.resume(given, SETTINGS).checkpoint() == shop.fetch.checkpoint()


def test_no_key_and_nothing_fetched_in_what_is_kept(shop: Shop) -> None:
    report = shop.run()
    for text in (shop.checkpoint, json.dumps(report), repr(shop.fetch)):
        assert not any(word in text for word in ("CKEY", "PKEY", "Tuote 1"))
    assert repr(shop.fetch) == f"<netvisor_orders.StockFetch, {PRODUCTS} of {PRODUCTS} done>"
    assert repr(StockFetch({}, SETTINGS)) == "<netvisor_orders.StockFetch, 0 of ? done>"
