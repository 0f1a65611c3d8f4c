"""What the ready senders send and say: that there was no connection only when that is certain."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest
import requests

from netvisor_orders import NoReply
from netvisor_orders.senders import httpx_sender, requests_sender, urllib_sender
from netvisor_orders.types.results import SignedRequest

Sender = Callable[[SignedRequest], "tuple[int, bytes]"]
TIMEOUT = 0.5
BODY = b"<root>x</root>"


@pytest.fixture(params=["urllib", "requests", "httpx"])
def send(request: pytest.FixtureRequest) -> Iterator[Sender]:
    if request.param == "urllib":
        yield urllib_sender(TIMEOUT)
    elif request.param == "requests":
        with requests.Session() as session:
            yield requests_sender(session, TIMEOUT)
    else:
        # One that follows redirects and gives up at once, if it is let.
        with httpx.Client(follow_redirects=True, timeout=0.001) as client:
            yield httpx_sender(client, TIMEOUT)


def post(address: str) -> SignedRequest:
    headers = {"X-Netvisor-Authentication-Sender": "Myymälä", "Content-Type": "text/xml"}
    return {"method": "POST", "url": f"http://{address}/a.nv?b=%C3%84%20%2B%27~&c=1", "headers": headers, "body": BODY}


class Server:
    """Takes one request and answers with these bytes; `None` resets the connection."""

    def __init__(self, answer: bytes | None, keep_open: bool) -> None:
        self.answer = answer
        self.keep_open = keep_open
        self.received = b""
        self.finished = threading.Event()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.listening.settimeout(10)
        self.address = f"127.0.0.1:{self.listening.getsockname()[1]}"

    def serve(self) -> None:
        connection, _ = self.listening.accept()
        with connection:
            while not self.received.endswith(BODY):
                self.received += connection.recv(65536)
            if self.answer is None:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            time.sleep(0.02)  # longer than the httpx client above would wait
            connection.sendall(self.answer)
            if self.keep_open:
                self.finished.wait(10)


@contextmanager
def server(answer: bytes | None, keep_open: bool = False) -> Iterator[Server]:
    it = Server(answer, keep_open)
    with it.listening:
        thread = threading.Thread(target=it.serve)
        thread.start()
        yield it
        it.finished.set()
        thread.join()


def kind(send: Sender, address: str) -> str:
    with pytest.raises(NoReply) as lost:
        send(post(address))
    return lost.value.kind


def test_sends_what_was_signed(send: Sender) -> None:
    with server(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") as netvisor:
        assert send(post(netvisor.address)) == (200, b"ok")
    head, _, body = netvisor.received.partition(b"\r\n\r\n")
    lines = [line.lower() for line in head.split(b"\r\n")]
    assert head.startswith(b"POST /a.nv?b=%C3%84%20%2B%27~&c=1 HTTP/1.1\r\n")
    assert "x-netvisor-authentication-sender: myymälä".encode("latin-1") in lines
    assert [line for line in lines if line.startswith(b"content-type:")] == [b"content-type: text/xml"]
    assert body == BODY


@pytest.mark.parametrize("status", [b"302 Found", b"400 Bad Request", b"409 Conflict", b"503 Service Unavailable"])
def test_every_status_is_an_answer(send: Sender, status: bytes) -> None:
    # The redirect leads where nobody listens.
    with server(b"HTTP/1.1 " + status + b"\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 2\r\n\r\nno") as netvisor:
        assert send(post(netvisor.address)) == (int(status[:3]), b"no")


def test_no_connection(send: Sender) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"127.0.0.1:{listening.getsockname()[1]}"
    assert kind(send, address) == "not_connected"
    assert kind(send, "no-such-host.invalid") == "not_connected"


def test_no_answer_in_time(send: Sender) -> None:
    with server(b"", keep_open=True) as netvisor:
        assert kind(send, netvisor.address) == "timeout"


@pytest.mark.parametrize(
    "answer",
    [None, b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", b"nonsense\r\n\r\n"],
    ids=["reset", "closed", "cut body", "no HTTP"],
)
def test_connection_lost(send: Sender, answer: bytes | None) -> None:
    with server(answer) as netvisor:
        assert kind(send, netvisor.address) == "connection_lost"


def test_session_that_sends_again_by_itself_is_refused() -> None:
    with requests.Session() as session:
        session.mount("https://", requests.adapters.HTTPAdapter(max_retries=3))
        with pytest.raises(ValueError, match="max_retries"):
            requests_sender(session)
