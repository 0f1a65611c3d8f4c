"""The merchant's choices."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._ffi import SettingsHandle
    from .types.settings import SettingsDict


class Settings:
    """The merchant's choices, read once and used for any number of orders, from any number of threads.

    Takes JSON text or the same as a dict; what is not given has its default, so `Settings({})` is usable as it is.
    Raises `NetvisorOrdersError` (kind `settings`) for unknown keys, values that are not permitted and combinations that
    contradict one another.
    """

    __slots__ = ("_handle",)
    _handle: SettingsHandle

    def __init__(self, settings: str | bytes | SettingsDict) -> None:
        self._handle = _native.settings_parse(settings)
