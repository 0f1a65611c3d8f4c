"""The credentials, and signing with them."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from ._ffi import ConnectionHandle
    from .types.results import ConnectionDict, Request, SignedRequest


class Connection:
    """Base URL, credentials, language and MAC algorithm of one company, read once and used from any number of threads.

    Takes JSON text or the same as a dict. The keys are held by the native library, which wipes them when the object goes;
    nothing shows them: not `repr`, not `vars`, not a pickle, no exception and no traceback.
    Raises `NetvisorOrdersError` (kind `connection`) for missing or unusable values.
    """

    __slots__ = ("_handle",)
    _handle: ConnectionHandle

    def __init__(self, connection: str | bytes | ConnectionDict) -> None:
        try:
            self._handle = _native.connection_parse(connection)
        finally:
            # Error reporters record the local variables of every frame an exception passes.
            del connection

    def sign(self, request: Request, unix_ms: int, transaction_id: str) -> SignedRequest:
        """Signs one attempt to send a request.

        `unix_ms` is the time now in milliseconds since 1970 (UTC); `transaction_id` is 1 to 100 characters that no other
        request has used, so both are new for every attempt (§1.5). Send `url`, `headers` and `body` exactly as returned.
        Raises `NetvisorOrdersError` (kind `request`) for a request that still awaits a key (`request_incomplete`), and for
        names, values and stamps that cannot be sent.
        """
        return _native.connection_sign(self._handle, request, unix_ms, transaction_id)

    def __repr__(self) -> str:
        return "<netvisor_orders.Connection, keys hidden>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Connection holds keys and is not pickled or copied; build it where it is used")
