"""The keys are seen by nobody: no text form, no error, no traceback, no pickle."""

from __future__ import annotations

import copy
import io
import json
import logging
import pickle
import pprint
import sys
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from netvisor_orders import Connection, NetvisorOrdersError

KEYS = ("5ECRET-CUSTOMER-KEY", "5ECRET-PARTNER-KEY")


def credentials(**changed: Any) -> Any:
    return {
        "base_url": "https://isvapi.netvisor.fi",
        "sender": "Shop",
        "customer_id": "cust_1",
        "customer_key": KEYS[0],
        "partner_id": "part_1",
        "partner_key": KEYS[1],
        "organisation_id": "1234567-1",
        **changed,
    }


def assert_hidden(text: str) -> None:
    assert text
    assert not any(key in text for key in KEYS)


def test_text_forms() -> None:
    connection = Connection(credentials())
    for text in (repr(connection), str(connection), f"{connection}", ascii(connection), pprint.pformat([connection])):
        assert_hidden(text)
        assert "Connection" in text


def test_logging() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.emit(logging.LogRecord("shop", logging.INFO, "", 0, "using %r and %s", (Connection(credentials()),) * 2, None))
    assert_hidden(stream.getvalue())


def test_no_attribute_holds_them() -> None:
    connection = Connection(credentials())
    with pytest.raises(TypeError):
        vars(connection)
    for name in dir(connection):
        assert_hidden(repr(getattr(connection, name)))


def test_no_pickle_and_no_copy() -> None:
    connection = Connection(credentials())
    for leave in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds keys"):
            leave(connection)


@pytest.mark.parametrize(
    "bad",
    [
        lambda: credentials(language="DE"),
        lambda: credentials(customer_key=[KEYS[0]]),
        lambda: credentials(organisation_id=object()),
        lambda: credentials(customer_key=KEYS[0].encode()),
        lambda: credentials(customer_key={KEYS[0]}),
        lambda: [credentials(), object()],
        lambda: credentials(sender="Shop\r\nX: 1"),
        lambda: credentials(customer_key=KEYS[0] + "\n"),
        lambda: json.dumps(credentials(surprise=KEYS[0])),
        lambda: json.dumps(credentials())[:-1],
        lambda: json.dumps(credentials()) + "\ud800",
        lambda: json.dumps(credentials()).encode() + b"\xff",
    ],
)
def test_errors_and_tracebacks(bad: Callable[[], Any]) -> None:
    """An error reporter that records local variables finds no key in the frames of this package."""
    try:
        Connection(bad())
    except (NetvisorOrdersError, TypeError):
        error, trace = sys.exc_info()[1:]
    else:
        pytest.fail("accepted")
    assert error is not None
    assert_hidden(repr(error) + str(error) + repr(vars(error)))
    assert_hidden("".join(traceback.format_exception(type(error), error, trace)))
    # The first frame is this test's, whose `bad` is a function that makes them anew.
    captured = traceback.TracebackException(type(error), error, trace, capture_locals=True)
    assert len(captured.stack) > 1
    assert_hidden("".join(captured.format()))


def test_signing_errors() -> None:
    connection = Connection(credentials())
    with pytest.raises(NetvisorOrdersError) as refused:
        connection.sign({"method": "GET", "resource": "customerlist.nv", "query": [["a\r\n", "b"]]}, -1, "")
    captured = traceback.TracebackException.from_exception(refused.value, capture_locals=True)
    assert_hidden("".join(captured.format()))


def test_signed_requests() -> None:
    connection = Connection(credentials())
    signed = connection.sign({"method": "GET", "resource": "customerlist.nv", "query": []}, 1767323045000, "tx-0001")
    assert_hidden(repr(signed))
