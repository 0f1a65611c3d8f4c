"""What a shop wants to know from Netvisor, fetched step by step."""

from __future__ import annotations

from _thread import RLock

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Generic, TypeVar

    from typing_extensions import Self

    from ._ffi import FetchHandle
    from ._settings import Settings
    from .types.catalogue import CatalogueBatch, CatalogueOptions, CatalogueOutput, CatalogueReport
    from .types.documents import DocumentsBatch, DocumentsOptions, DocumentsOutput, DocumentsReport
    from .types.exchange import NoReplyKind
    from .types.fetch import FetchProgress
    from .types.number_plan import NumberPlanOptions, NumberPlanOutput, NumberPlanReport
    from .types.setup import SetupCheckOptions, SetupCheckOutput, SetupCheckReport
    from .types.stock import StockBatch, StockOptions, StockOutput, StockReport

    _Options = TypeVar("_Options", bound="Mapping[str, Any]")
    _Output = TypeVar("_Output", bound="Mapping[str, Any]")
    _Batch = TypeVar("_Batch")
    _Report = TypeVar("_Report")
else:

    class Generic:
        """Stands for that of `typing`, a module this package does without."""

        __slots__ = ()

        def __class_getitem__(cls, _: object) -> type:
            return cls

    _Options = _Output = _Batch = _Report = None


class Fetch(Generic[_Options, _Output, _Batch, _Report]):
    """What all fetches have in common: one class a kind.

    `run` drives it over your HTTP client. To do that yourself:

    1. `poll_output` gives a request to send, a batch to keep, a time to wait for, or the report.
    2. Sign the request with a new stamp and send it; then call `handle_reply`, or `handle_no_reply` if no answer came.
    3. Keep the batch by its NetvisorKeys, then store `checkpoint()`: one stored before has the batch handed out again.

    One request is under way at a time, since Netvisor wants one at a time per company (§4): until it has its answer,
    polling gives nothing but a `Wait`. No request changes anything in Netvisor. May be used by several threads, one call
    after the other.
    """

    __slots__ = ("_handle", "_lock", "_settings")
    _handle: FetchHandle
    # Calls run without the interpreter's lock, and each changes the fetch.
    _lock: RLock
    _settings: Settings
    _kind: ClassVar[str]
    # Whether it hands out batches on the way; of others the report's `result` is all there is.
    _has_batches: ClassVar[bool] = True

    def __init__(self, options: str | bytes | _Options, settings: Settings) -> None:
        """Begins a fetch; `{}` are the default options, and JSON text is taken as well.

        The settings give the language of messages and the time after which it gives up.
        Raises `NetvisorOrdersError` (kind `options`) with everything that is wrong with the options.
        """
        self._handle = _native.fetch_begin(settings._handle, self._kind, options)
        self._settings = settings
        self._lock = RLock()

    @classmethod
    def resume(cls, checkpoint: str | bytes, settings: Settings) -> Self:
        """Goes on where a fetch of this kind stood when its checkpoint was taken. What was not handed out by then is fetched
        again.

        Raises `NetvisorOrdersError` (kind `checkpoint`) for a text that was cut or changed or is of something else
        (`checkpoint_invalid`), and one of a newer version of this package (`checkpoint_version_unknown`).
        """
        fetch = cls.__new__(cls)
        fetch._handle = _native.fetch_resume(settings._handle, cls._kind, checkpoint)
        fetch._settings = settings
        fetch._lock = RLock()
        return fetch

    def poll_output(self, now: int) -> _Output:
        """What to do next. `now` is the time now, in milliseconds since 1970 (UTC)."""
        with self._lock:
            output: _Output = _native.fetch_poll(self._handle, now)
            return output

    def handle_reply(self, id: int, status: int, body: bytes | str) -> None:
        """Hands in the answer to the request with this id, whatever its HTTP status: the body is judged.

        Raises `NetvisorOrdersError` (kind `misuse`, `request_id_unknown`) when no answer to that request is awaited;
        nothing has changed then.
        """
        with self._lock:
            _native.fetch_reply(self._handle, id, status, body)

    def handle_no_reply(self, id: int, kind: NoReplyKind) -> None:
        """Says that the request with this id has no answer, and why; it is asked again. Raises as `handle_reply`."""
        with self._lock:
            _native.fetch_no_reply(self._handle, id, kind)

    def checkpoint(self) -> str:
        """The fetch as text, to be stored as it is. It holds no credentials, and nothing that was fetched."""
        with self._lock:
            return _native.fetch_checkpoint(self._handle)

    def progress(self) -> FetchProgress:
        """How far it has come."""
        with self._lock:
            return _native.fetch_progress(self._handle)

    def report(self) -> _Report:
        """What has become of it so far; the report of a `done` is the last one."""
        with self._lock:
            report: _Report = _native.fetch_report(self._handle)
            return report

    def _go_back(self, checkpoint: str) -> None:
        """Goes back to where it stood when the checkpoint was taken."""
        with self._lock:
            self._handle = _native.fetch_resume(self._settings._handle, self._kind, checkpoint)

    def __repr__(self) -> str:
        progress = self.progress()
        total = "?" if progress["total"] is None else progress["total"]
        return f"<netvisor_orders.{type(self).__name__}, {progress['done']} of {total} done>"


class StockFetch(Fetch["StockOptions", "StockOutput", "StockBatch", "StockReport"]):
    """Fetches how much there is of each product, in all warehouses or those chosen, all or what has changed since."""

    __slots__ = ()
    _kind = "stock"


class CatalogueFetch(Fetch["CatalogueOptions", "CatalogueOutput", "CatalogueBatch", "CatalogueReport"]):
    """Fetches products with their groups, languages, variants and images, all or what has changed since."""

    __slots__ = ()
    _kind = "catalogue"


class DocumentFetch(Fetch["DocumentsOptions", "DocumentsOutput", "DocumentsBatch", "DocumentsReport"]):
    """Fetches what has become of the shop's orders and invoices: delivered, billed, paid, credited, deleted; and PDFs."""

    __slots__ = ()
    _kind = "documents"


class SetupCheck(Fetch["SetupCheckOptions", "SetupCheckOutput", "None", "SetupCheckReport"]):
    """Finds out whether credentials, clock and permissions are in order for the features wanted, by requests that change
    nothing. The settings are the merchant's own: they decide which rights are needed.
    """

    __slots__ = ()
    _kind = "setup_check"
    _has_batches = False


class NumberPlan(Fetch["NumberPlanOptions", "NumberPlanOutput", "None", "NumberPlanReport"]):
    """Finds out which document numbers Netvisor has, whether the shop's meet others, and which settings keep them apart. The
    settings are the merchant's own.
    """

    __slots__ = ()
    _kind = "number_plan"
    _has_batches = False
