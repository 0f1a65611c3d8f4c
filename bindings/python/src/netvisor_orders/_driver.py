"""Drives an export or a fetch over the host's HTTP client. Nothing is decided here: they say what is to be done."""

from __future__ import annotations

import os
import time

from ._fetch import Fetch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar, overload

    from ._connection import Connection
    from ._order_export import OrderExport
    from .types.exchange import NoReplyKind, Send
    from .types.export import Output, Progress, Report
    from .types.fetch import AnyOutput, FetchProgress
    from .types.results import SignedRequest

    _Batch = TypeVar("_Batch")
    _Report = TypeVar("_Report")
else:

    def overload(function: object) -> object:
        return function

# How often `should_stop` is asked while waiting, in seconds.
_SLICE = 0.25


class NoReply(Exception):
    """Raised by a `send` function when a request has no answer."""

    kind: NoReplyKind
    """`timeout`, `connection_lost`, or `not_connected`, only to be said when it is certain that Netvisor cannot have got the
    request: it is then sent again without being looked for."""

    def __init__(self, kind: NoReplyKind) -> None:
        super().__init__(kind)
        self.kind = kind


class _AwaitedElsewhere(RuntimeError):
    pass


def _unix_ms() -> int:
    return time.time_ns() // 1_000_000


@overload
def run(
    machine: OrderExport,
    connection: Connection,
    send: Callable[[SignedRequest], tuple[int, bytes]],
    store: Callable[[str], object],
    *,
    max_wait: float | None = ...,
    should_stop: Callable[[], bool] | None = ...,
    on_progress: Callable[[Progress], object] | None = ...,
    clock: Callable[[], int] = ...,
    sleep: Callable[[float], object] = ...,
) -> Report: ...


@overload
def run(
    machine: Fetch[Any, Any, None, _Report],
    connection: Connection,
    send: Callable[[SignedRequest], tuple[int, bytes]],
    store: Callable[[str], object],
    *,
    max_wait: float | None = ...,
    should_stop: Callable[[], bool] | None = ...,
    on_progress: Callable[[FetchProgress], object] | None = ...,
    clock: Callable[[], int] = ...,
    sleep: Callable[[float], object] = ...,
) -> _Report: ...


@overload
def run(
    machine: Fetch[Any, Any, _Batch, _Report],
    connection: Connection,
    send: Callable[[SignedRequest], tuple[int, bytes]],
    store: Callable[[str], object],
    *,
    deliver: Callable[[_Batch], object],
    max_wait: float | None = ...,
    should_stop: Callable[[], bool] | None = ...,
    on_progress: Callable[[FetchProgress], object] | None = ...,
    clock: Callable[[], int] = ...,
    sleep: Callable[[float], object] = ...,
) -> _Report: ...


def run(
    machine: OrderExport | Fetch[Any, Any, Any, Any],
    connection: Connection,
    send: Callable[[SignedRequest], tuple[int, bytes]],
    store: Callable[[str], object],
    *,
    deliver: Callable[[Any], object] | None = None,
    max_wait: float | None = None,
    should_stop: Callable[[], bool] | None = None,
    on_progress: Callable[[Any], object] | None = None,
    clock: Callable[[], int] = _unix_ms,
    sleep: Callable[[float], object] = time.sleep,
) -> Any:
    """Exports the orders, or fetches, and returns what has become of it; `finished` in it tells whether it has ended.

    - `send` makes one HTTP request, once, and returns status and body; `netvisor_orders.senders` has some ready. It gives
      Netvisor two minutes to answer, as the vendor advises (§4), and raises `NoReply` when no answer came. `TimeoutError`
      is taken as a `timeout`; any other exception as a `connection_lost`, after it went to the logger `netvisor_orders`.
    - `store` keeps the checkpoint, from which `resume` goes on, whatever ends this process: it is called before each request
      that changes something in Netvisor, after each batch, before each wait, and at the end. The text must be on the disk
      when it returns; where it raises, nothing is sent and `run` raises the same. `CheckpointFile.store` is one.
    - `deliver` gets each batch of a fetch, and has kept it when it returns. A batch comes again when this process ends before
      its checkpoint was stored, so things are kept by their NetvisorKeys. Where it raises, `run` raises the same, and the
      fetch stands where it stood when its checkpoint was stored.
    - When Netvisor cannot be reached or an answer was lost, it sleeps for minutes. A wait of more than `max_wait` seconds
      ends the run instead, unfinished: a web request gives 0, and resumes the checkpoint in a later one.
    - When `should_stop` returns true, and on Ctrl-C (`KeyboardInterrupt`), it ends too. `should_stop` is asked between
      requests and while it sleeps; a request that Ctrl-C cuts off is looked for when the export goes on.
    - `on_progress` is called before each request, batch and wait, and at the end.

    `clock` (milliseconds since 1970) and `sleep` (seconds) are for tests. Requests are always signed with the real time.
    Raises `RuntimeError` where a request given out elsewhere still awaits its answer, and `TypeError` for a fetch without
    `deliver`.
    """
    if isinstance(machine, Fetch) and machine._has_batches and deliver is None:
        raise TypeError(f"{type(machine).__name__} hands out batches: give `deliver`")
    # Where nothing is lost that was handed out: a batch is only known to be kept once `deliver` has returned.
    kept = machine.checkpoint() if isinstance(machine, Fetch) else ""

    def keep() -> None:
        nonlocal kept
        checkpoint = machine.checkpoint()
        store(checkpoint)
        kept = checkpoint

    def stopped() -> bool:
        return should_stop is not None and should_stop()

    def exchange(outgoing: Send) -> None:
        id = outgoing["id"]
        kind: NoReplyKind
        try:
            if outgoing["must_checkpoint"]:
                keep()
            signed = connection.sign(outgoing["request"], _unix_ms(), os.urandom(16).hex())
        except BaseException:
            # Certain, since nothing has been sent. It can go on from here.
            machine.handle_no_reply(id, "not_connected")
            raise
        try:
            status, body = send(signed)
        except NoReply as lost:
            kind = lost.kind
        except TimeoutError:
            kind = "timeout"
        except Exception:
            import logging

            logging.getLogger("netvisor_orders").exception("sending failed; it will be looked up what Netvisor got")
            kind = "connection_lost"
        except BaseException:
            machine.handle_no_reply(id, "connection_lost")
            raise
        else:
            machine.handle_reply(id, status, body)
            return
        machine.handle_no_reply(id, kind)

    def wait(until: int) -> bool:
        if max_wait is not None and until - clock() > max_wait * 1000:
            return False
        keep()
        while (left := until - clock()) > 0 and not stopped():
            sleep(left / 1000 if should_stop is None else min(left / 1000, _SLICE))
        return True

    def step() -> bool:
        """Whether there is more to do."""
        output: Output | AnyOutput = machine.poll_output(clock())
        if on_progress is not None:
            on_progress(machine.progress())
        if output["kind"] == "send":
            exchange(output)
        elif output["kind"] == "batch":
            assert deliver is not None
            deliver(output["batch"])
            keep()
        elif output["kind"] == "done":
            return False
        elif output["reason"] == "in_flight":
            raise _AwaitedElsewhere("a request still awaits its answer; hand it in, or resume the checkpoint")
        else:
            return wait(output["until"])
        return True

    try:
        while not stopped() and step():
            pass
    except _AwaitedElsewhere:
        raise
    except BaseException as end:
        if isinstance(machine, Fetch):
            machine._go_back(kept)
        if not isinstance(end, KeyboardInterrupt):
            raise
    keep()
    return machine.report()
