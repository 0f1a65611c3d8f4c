"""Drives an export over the host's HTTP client. Nothing about orders is decided here: the export says what is to be done."""

from __future__ import annotations

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ._connection import Connection
    from ._order_export import OrderExport
    from .types.export import NoReplyKind, Progress, Report, Send
    from .types.results import SignedRequest

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


def _unix_ms() -> int:
    return time.time_ns() // 1_000_000


def run(
    export: OrderExport,
    connection: Connection,
    send: Callable[[SignedRequest], tuple[int, bytes]],
    store: Callable[[str], object],
    *,
    max_wait: float | None = None,
    should_stop: Callable[[], bool] | None = None,
    on_progress: Callable[[Progress], object] | None = None,
    clock: Callable[[], int] = _unix_ms,
    sleep: Callable[[float], object] = time.sleep,
) -> Report:
    """Exports the orders and returns what has become of them; `finished` in it tells whether each has ended.

    - `send` makes one HTTP request, once, and returns status and body; `netvisor_orders.senders` has some ready. It gives
      Netvisor two minutes to answer, as the vendor advises (§4), and raises `NoReply` when no answer came. `TimeoutError`
      is taken as a `timeout`; any other exception as a `connection_lost`, after it went to the logger `netvisor_orders`.
    - `store` keeps the checkpoint, from which `OrderExport.resume` goes on, whatever ends this process: it is called before
      each request that changes something in Netvisor, before each wait, and at the end. The text must be on the disk when
      it returns; where it raises, nothing is sent and `run` raises the same. `CheckpointFile.store` is one.
    - When Netvisor cannot be reached or an answer was lost, it sleeps for minutes. A wait of more than `max_wait` seconds
      ends the run instead, the export unfinished: a web request gives 0, and resumes the checkpoint in a later one.
    - When `should_stop` returns true, and on Ctrl-C (`KeyboardInterrupt`), it ends too. `should_stop` is asked between
      requests and while it sleeps; a request that Ctrl-C cuts off is looked for when the export goes on.
    - `on_progress` is called before each request and each wait, and at the end.

    `clock` (milliseconds since 1970) and `sleep` (seconds) are for tests. Requests are always signed with the real time.
    Raises `RuntimeError` for an export of which a request given out elsewhere still awaits its answer.
    """

    def stopped() -> bool:
        return should_stop is not None and should_stop()

    def exchange(outgoing: Send) -> None:
        id = outgoing["id"]
        kind: NoReplyKind
        try:
            if outgoing["must_checkpoint"]:
                store(export.checkpoint())
            signed = connection.sign(outgoing["request"], _unix_ms(), os.urandom(16).hex())
        except BaseException:
            # Certain, since nothing has been sent. The export can go on from here.
            export.handle_no_reply(id, "not_connected")
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
            export.handle_no_reply(id, "connection_lost")
            raise
        else:
            export.handle_reply(id, status, body)
            return
        export.handle_no_reply(id, kind)

    def wait(until: int) -> bool:
        if max_wait is not None and until - clock() > max_wait * 1000:
            return False
        store(export.checkpoint())
        while (left := until - clock()) > 0 and not stopped():
            sleep(left / 1000 if should_stop is None else min(left / 1000, _SLICE))
        return True

    try:
        while not stopped():
            output = export.poll_output(clock())
            if on_progress is not None:
                on_progress(export.progress())
            if output["kind"] == "send":
                exchange(output)
            elif output["kind"] == "done":
                break
            elif output["reason"] == "in_flight":
                raise RuntimeError("a request of this export still awaits its answer; hand it in, or resume the checkpoint")
            elif not wait(output["until"]):
                break
    except KeyboardInterrupt:
        pass
    store(export.checkpoint())
    return export.report()
