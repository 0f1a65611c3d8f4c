"""The export, step by step."""

from __future__ import annotations

from _thread import RLock

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Self

    from ._ffi import OrderExportHandle
    from ._settings import Settings
    from .types.exchange import NoReplyKind
    from .types.export import Output, Progress, Report
    from .types.order import Order


class OrderExport:
    """Gets orders into Netvisor, each exactly once: it decides what to send next and understands what comes back.

    `run` drives it over your HTTP client. To do that yourself:

    1. `poll_output` gives a request to send, a time to wait for, or the report.
    2. Where the request says `must_checkpoint`, store `checkpoint()` before sending it.
    3. Sign it with a new stamp and send it; then call `handle_reply`, or `handle_no_reply` if no answer came.

    One request is under way at a time, since Netvisor wants one at a time per company (§4): until it has its answer,
    polling gives nothing but a `Wait`. May be used by several threads, one call after the other.
    """

    __slots__ = ("_handle", "_lock")
    _handle: OrderExportHandle
    # Calls run without the interpreter's lock, and each changes the export.
    _lock: RLock

    def __init__(self, orders: str | bytes | Sequence[Order], settings: Settings) -> None:
        """Begins an export of canonical orders: a list of them, or the same as JSON text; at most 100,000.

        An order that is wrong is rejected in the report and keeps no other from being exported.
        Raises `NetvisorOrdersError` (kind `order`) for what is no list.
        """
        self._handle = _native.order_export_begin(settings._handle, orders)
        self._lock = RLock()

    @classmethod
    def resume(cls, checkpoint: str | bytes, settings: Settings) -> Self:
        """Goes on where an export stood when its checkpoint was taken.

        A request that was under way then is looked for before anything is sent again. The settings are those the export
        was begun with, but for language and waiting times.
        Raises `NetvisorOrdersError` (kind `checkpoint`) for a text that was cut or changed (`checkpoint_invalid`), one of a
        newer version of this package (`checkpoint_version_unknown`), and other settings (`checkpoint_settings_differ`).
        """
        export = cls.__new__(cls)
        export._handle = _native.order_export_resume(settings._handle, checkpoint)
        export._lock = RLock()
        return export

    def poll_output(self, now: int) -> Output:
        """What to do next. `now` is the time now, in milliseconds since 1970 (UTC)."""
        with self._lock:
            return _native.order_export_poll(self._handle, now)

    def handle_reply(self, id: int, status: int, body: bytes | str) -> None:
        """Hands in the answer to the request with this id, whatever its HTTP status: the body is judged.

        Raises `NetvisorOrdersError` (kind `misuse`, `request_id_unknown`) when no answer to that request is awaited;
        nothing has changed then.
        """
        with self._lock:
            _native.order_export_reply(self._handle, id, status, body)

    def handle_no_reply(self, id: int, kind: NoReplyKind) -> None:
        """Says that the request with this id has no answer, and why.

        `not_connected` is only for when it is certain that Netvisor cannot have got the request. Raises as `handle_reply`.
        """
        with self._lock:
            _native.order_export_no_reply(self._handle, id, kind)

    def checkpoint(self) -> str:
        """The export as text, to be stored as it is. It holds orders, but no credentials."""
        with self._lock:
            return _native.order_export_checkpoint(self._handle)

    def progress(self) -> Progress:
        """How far it has come."""
        with self._lock:
            return _native.order_export_progress(self._handle)

    def report(self) -> Report:
        """What has become of the orders so far; the report of a `Done` is the last one."""
        with self._lock:
            return _native.order_export_report(self._handle)

    def __repr__(self) -> str:
        progress = self.progress()
        return f"<netvisor_orders.OrderExport, {progress['done']} of {progress['total']} orders done>"
