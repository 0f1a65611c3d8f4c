"""Ready `send` functions for `run`: for the standard library's urllib, for requests and for httpx.

Each sends a request once, exactly as signed, follows no redirect (the signature covers the URL), and tells a connection that
certainly was not made from one that was lost. They wait two minutes for an answer, the least the vendor advises (§4).
"""

from __future__ import annotations

from ._driver import NoReply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    import requests

    from .types.results import SignedRequest

TIMEOUT = 120.0


def urllib_sender(timeout: float = TIMEOUT) -> Callable[[SignedRequest], tuple[int, bytes]]:
    """Sends with the standard library, over a new connection each time. `timeout` is in seconds."""
    import http.client
    import socket
    import urllib.error
    import urllib.request

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    opener = urllib.request.build_opener(NoRedirect)

    def exchange(request: urllib.request.Request) -> tuple[int, bytes]:
        try:
            with opener.open(request, timeout=timeout) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as response:  # any status but 2xx
            with response:
                return response.code, response.read()

    def send(signed: SignedRequest) -> tuple[int, bytes]:
        request = urllib.request.Request(signed["url"], signed["body"], signed["headers"], method=signed["method"])
        try:
            return exchange(request)
        except (OSError, http.client.HTTPException) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            if isinstance(reason, (ConnectionRefusedError, socket.gaierror)):
                raise NoReply("not_connected") from error
            # The same class as `TimeoutError` from Python 3.10 on.
            raise NoReply("timeout" if isinstance(reason, socket.timeout) else "connection_lost") from error

    return send


def requests_sender(
    session: requests.Session, timeout: float = TIMEOUT
) -> Callable[[SignedRequest], tuple[int, bytes]]:
    """Sends with a `requests.Session` of yours. `timeout` is in seconds.

    Raises `ValueError` for a session whose adapters send again by themselves (`max_retries`): that can make a second document.
    """
    import requests
    import urllib3.exceptions

    for adapter in session.adapters.values():
        retries = getattr(adapter, "max_retries", None)
        if retries is not None and retries.total != 0:
            raise ValueError("the session sends again by itself; mount adapters with max_retries=0")

    def send(signed: SignedRequest) -> tuple[int, bytes]:
        try:
            response = session.request(
                signed["method"],
                signed["url"],
                headers=signed["headers"],
                data=signed["body"],
                timeout=timeout,
                allow_redirects=False,
            )
            return response.status_code, response.content
        except requests.ConnectTimeout as error:
            raise NoReply("not_connected") from error
        except requests.Timeout as error:
            raise NoReply("timeout") from error
        except requests.RequestException as error:
            cause = error.args[0] if error.args else None
            reason = getattr(cause, "reason", None)
            refused = isinstance(reason, urllib3.exceptions.NewConnectionError)
            raise NoReply("not_connected" if refused else "connection_lost") from error

    return send


def httpx_sender(client: httpx.Client, timeout: float = TIMEOUT) -> Callable[[SignedRequest], tuple[int, bytes]]:
    """Sends with an `httpx.Client` of yours. `timeout`, in seconds, goes before the client's own."""
    import httpx

    def send(signed: SignedRequest) -> tuple[int, bytes]:
        # httpx takes header values for ASCII.
        headers = [(name.encode("ascii"), value.encode("latin-1")) for name, value in signed["headers"].items()]
        try:
            response = client.request(
                signed["method"],
                signed["url"],
                headers=headers,
                content=signed["body"],
                timeout=timeout,
                follow_redirects=False,
            )
            return response.status_code, response.content
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise NoReply("not_connected") from error
        except httpx.TimeoutException as error:
            raise NoReply("timeout") from error
        except httpx.RequestError as error:
            raise NoReply("connection_lost") from error

    return send
