"""What a merchant asks before the first export: which rights are needed, and whether everything is in order."""

from __future__ import annotations

from typing import Literal, TypedDict, Union

from .exchange import Send, Wait
from .fetch import FetchReport
from .results import Fault, Messages

Feature = Literal[
    "export",
    "stock",
    "catalogue",
    "catalogue_web_shop",
    "catalogue_extended",
    "catalogue_images",
    "documents",
    "number_plan",
    "matching",
]


class RequiredPermission(TypedDict):
    """A right to give on Netvisor's page Rajapintaresurssien oikeudet, and why.

    `group` and `name` are as that page shows them; `None` where they are not known: look for the `resource` there.
    """

    group: str | None
    name: str | None
    resource: str
    features: list[Feature]
    reason: Messages


class RequiredPermissions(TypedDict):
    """The rights that settings and features need, no more, and what must be true before, in the order to see to it."""

    permissions: list[RequiredPermission]
    prerequisites: list[Fault]


class SetupCheckOptions(TypedDict, total=False):
    """What the merchant wants to use; `export` by default."""

    features: list[Feature]


class Credentials(TypedDict):
    """Whether Netvisor accepts the credentials, and the `cause` where it does not, `certain` where there can be no other.

    `netvisor_text` is in Netvisor's own words, which mask the keys.
    """

    state: Literal["accepted", "refused", "unknown"]
    cause: (
        Literal["keys", "url_changed", "headers_lost", "partner", "organisation", "customer_id", "clock", "unknown"] | None
    )
    certain: bool
    netvisor_text: str | None


class HostClock(TypedDict):
    """The host's clock: how many seconds it is ahead of Netvisor's at least; below zero, behind."""

    state: Literal["ok", "off", "unknown"]
    offset_seconds: int | None


class ProbedPermission(TypedDict):
    """A right, and whether it is given; whether one to import is stays `unknown`, as only importing would tell."""

    group: str | None
    name: str | None
    resource: str
    features: list[Feature]
    state: Literal["granted", "missing", "unknown"]
    netvisor_text: str | None


class SetupCheckResult(TypedDict):
    """Whether everything that can be tried without importing is in order (`ok`).

    `findings` say what is wrong and what to click where, in the order to see to it; also what stays unknown.
    """

    ok: bool
    credentials: Credentials
    clock: HostClock
    organisation: Literal["accepted", "refused", "unknown"]
    partner: Literal["accepted", "refused", "unknown"]
    permissions: list[ProbedPermission]
    findings: list[Fault]


class SetupCheckReport(FetchReport):
    """What became of a check."""

    result: SetupCheckResult


class SetupCheckDone(TypedDict):
    """There is nothing more to do."""

    kind: Literal["done"]
    report: SetupCheckReport


SetupCheckOutput = Union[Send, Wait, SetupCheckDone]
