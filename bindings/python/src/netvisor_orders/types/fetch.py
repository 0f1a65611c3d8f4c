"""What all fetches give."""

from __future__ import annotations

from typing import Any, Literal, TypedDict, Union

from .exchange import Send, Trouble, Wait
from .results import Fault


class FetchProgress(TypedDict):
    """How many things there are, `None` until that is known, and how many have been handed out."""

    total: int | None
    done: int


class _FetchReportRequired(TypedDict):
    finished: bool
    requests: int
    notes: list[Fault]


class FetchReport(_FetchReportRequired, total=False):
    """What became of a fetch: whether everything was handed out, and what there is to know (`notes`).

    `requests` counts all requests. `stopped` tells why it ended before its end, if it did. The report of each kind of fetch
    has its `result` as well.
    """

    stopped: Trouble


class AnyBatch(TypedDict):
    """Something to keep, then the checkpoint to store; what it is, the types of each kind of fetch say."""

    kind: Literal["batch"]
    batch: Any


class AnyDone(TypedDict):
    """There is nothing more to do."""

    kind: Literal["done"]
    report: Any


AnyOutput = Union[Send, Wait, AnyBatch, AnyDone]
