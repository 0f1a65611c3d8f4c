"""Which rights are needed."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._settings import Settings
    from .types.setup import Feature, RequiredPermissions


def required_permissions(settings: Settings, features: str | bytes | Sequence[Feature]) -> RequiredPermissions:
    """Lists the rights to give in Netvisor that these settings and features need, no more, and what must be true before.

    `SetupCheck` finds out which of them are there.
    Raises `NetvisorOrdersError` (kind `options`) for features that there are not, and for none.
    """
    return _native.required_permissions(settings._handle, features)
