"""JSON text from Python values and back, by the C half of Python's own `json` package.

Importing `json` as a whole also imports `re`, `enum` and `functools`: ten milliseconds that a short-lived process would
spend on nothing else. An interpreter without that C half uses the whole package.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

# Reads JSON the native library wrote: valid, and without white space around it.
loads: Callable[[str], Any]
_dumps: Callable[[object], str]

try:
    from _json import encode_basestring_ascii, make_encoder, make_scanner
except ImportError:
    import json

    loads = json.loads
    _dumps = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode
else:

    class _PlainValues:
        """What the scanner asks of a decoder: nothing but Python's own types."""

        strict = True
        object_hook = None
        object_pairs_hook = None
        parse_float = float
        parse_int = int
        parse_constant = float

    def _refuse(value: object) -> object:
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")

    _scan = make_scanner(_PlainValues)  # type: ignore[arg-type]
    _encode = make_encoder(None, _refuse, encode_basestring_ascii, None, ":", ",", False, False, True)

    def loads(text: str) -> Any:
        return _scan(text, 0)[0]

    def _dumps(value: object) -> str:
        return "".join(_encode(value, 0))


def to_bytes(value: str | bytes | Mapping[str, Any] | Sequence[Mapping[str, Any]] | Sequence[str]) -> bytes:
    """JSON text as it is, anything else serialised; the native library judges both.

    A lone surrogate is passed on as the invalid UTF-8 it is: Python's own refusal would carry the whole text with it.
    """
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    try:
        return _dumps(value).encode("ascii")
    except (TypeError, RecursionError) as error:
        refused = type(error)(str(error))
    # Raised anew, and without the value: error reporters record the local variables of every frame, and it may hold keys.
    del value
    raise refused
