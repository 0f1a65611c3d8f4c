"""What exports and fetches have in common: requests to send, waits, and why one ended early."""

from __future__ import annotations

from typing import Literal, TypedDict

from .replies import Refusal
from .results import Fault, Request

NoReplyKind = Literal["timeout", "connection_lost", "not_connected"]


class Send(TypedDict):
    """Sign this request, send it, and hand in what became of it under its `id`.

    With `must_checkpoint` the checkpoint is stored first. `order` is the number of the order it is for; `None` for a look-up
    for many, and in a fetch.
    """

    kind: Literal["send"]
    id: int
    must_checkpoint: bool
    order: str | None
    request: Request


class Wait(TypedDict):
    """Poll again at the time `until`, in milliseconds since 1970; earlier is harmless."""

    kind: Literal["wait"]
    until: int
    reason: Literal["in_flight", "back_off", "maintenance", "quarantine"]


class _TroubleRequired(TypedDict):
    faults: list[Fault]


class Trouble(_TroubleRequired, total=False):
    """Our reasons (`faults`), and Netvisor's (`refusal`)."""

    refusal: Refusal
