"""Netvisor's document numbers beside the shop's. Dates are "2026-01-15", numbers of a day are strings."""

from __future__ import annotations

from typing import Literal, TypedDict, Union

from .exchange import Send, Wait
from .fetch import FetchReport


class _NumberPlanOptionsRequired(TypedDict):
    next_number: int


class NumberPlanOptions(_NumberPlanOptionsRequired, total=False):
    """What is known of the shop's numbers.

    - `next_number`: the shop's next order number, without the offset of the settings.
    - `per_day`: how many numbers it takes a day, such as "12.5"; by default worked out from its documents in Netvisor.
    - `since`: only documents dated on this day or later are read; older ones are then not known of.
    - `years`: how long the numbers have to last, 1 to 100; 10 by default.
    """

    per_day: str | None
    since: str | None
    years: int | None


# `from` is a keyword, so this is not written as a class.
_From = TypedDict("_From", {"from": int})


class NumberRange(_From):
    """A range of numbers that are there; `ours` have the marker of this package."""

    to: int
    count: int
    ours: int
    others: int
    first_date: str | None
    last_date: str | None


class GrowingNumbers(_From):
    """Numbers of others that grow today: somebody invoices by hand, or another system does."""

    to: int
    per_day: str


class ManualNumbers(_From):
    """How many documents of others lie in the range left to those made by hand."""

    count: int
    lowest: int | None
    highest: int | None


class Prospect(TypedDict):
    """What comes of the settings as they are.

    `works` tells whether the numbers last as long as they have to; `None` where that takes a pace that is not known. The
    shop's numbers from `first_number` on meet another's at `collides_at`, end after `last_number`, and are come to from below
    at `overtaken_at`; each with its day at the present pace.
    """

    offset: int
    manual_from: int | None
    first_number: int
    works: bool | None
    collides_at: int | None
    collides_on: str | None
    last_number: int
    ends_on: str | None
    overtaken_at: int | None
    overtaken_on: str | None


class ProposedNumbering(TypedDict):
    """Settings that keep the numbers apart (`numbering.offset`, `numbering.manual_from`), and until when they do."""

    offset: int
    manual_from: int
    first_number: int
    lasts_until: str | None


class PlannedNumbers(TypedDict):
    """Netvisor's numbers and the shop's, and how they go together; `proposed` is `None` where no offset keeps them apart."""

    today: str
    ours: int
    others: int
    without_number: int
    lowest: int | None
    highest: int | None
    ranges: list[NumberRange]
    growing: list[GrowingNumbers]
    manual: ManualNumbers | None
    per_day: str | None
    per_day_from: Literal["option", "documents"] | None
    present: Prospect
    proposed: ProposedNumbering | None


class NumberPlanResult(TypedDict):
    """How many documents were read, and the plan once all of them were; what to do stands in the notes of the report."""

    documents: int
    plan: PlannedNumbers | None


class NumberPlanReport(FetchReport):
    """What became of a plan."""

    result: NumberPlanResult


class NumberPlanDone(TypedDict):
    """There is nothing more to do."""

    kind: Literal["done"]
    report: NumberPlanReport


NumberPlanOutput = Union[Send, Wait, NumberPlanDone]
