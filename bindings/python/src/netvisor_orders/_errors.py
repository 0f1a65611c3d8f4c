"""The exception for everything the native library refuses."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .types.results import Fault


class NetvisorOrdersError(Exception):
    """An order, settings or any other input that was refused, with everything wrong with it.

    No message holds a key or a customer's data, so it can be logged as it is.
    """

    kind: str
    """Which input was refused: `order`, `settings`, `connection`, `request`, `reply`, `checkpoint`, `options` or `register`;
    `misuse` for a call out of turn."""
    code: str
    """The stable code of the first fault, such as `line_sku_missing`: compare this, never the message."""
    path: str
    """Where the first fault is, as a JSON pointer into the input; empty where the whole input is meant."""
    message: str
    """What is wrong and what to do about it, in the language of the settings (Finnish by default)."""
    faults: list[Fault]
    """All faults (at most 100), each with its message in Finnish, Swedish and English. Never empty."""

    def __init__(self, kind: str, code: str, path: str, message: str, faults: list[Fault]) -> None:
        super().__init__(kind, code, path, message, faults)
        self.kind = kind
        self.code = code
        self.path = path
        self.message = message
        self.faults = faults

    def __str__(self) -> str:
        place = f" at {self.path}" if self.path else ""
        others = f" (and {len(self.faults) - 1} more)" if len(self.faults) > 1 else ""
        return f"{self.code}{place}: {self.message}{others}"
