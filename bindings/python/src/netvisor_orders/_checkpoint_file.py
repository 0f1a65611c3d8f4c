"""A checkpoint on disk."""

from __future__ import annotations

import os

from ._order_export import OrderExport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar, overload

    from ._fetch import Fetch
    from ._settings import Settings

    _Fetch = TypeVar("_Fetch", bound=Fetch[Any, Any, Any, Any])
else:

    def overload(function: object) -> object:
        return function



class CheckpointFile:
    """Keeps the checkpoint of one export or fetch in a file, whole at every moment: a process or a machine that stops in the middle of
    storing leaves the one stored before. Beside it, a file with `.new` at the end of its name may be left behind.

    Checkpoints hold orders, so on POSIX systems only the owner may read the file.
    """

    __slots__ = ("path",)
    path: str
    """Where it is kept."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)

    @overload
    def resume(self, settings: Settings) -> OrderExport | None: ...
    @overload
    def resume(self, settings: Settings, kind: type[_Fetch]) -> _Fetch | None: ...
    def resume(self, settings: Settings, kind: Any = OrderExport) -> Any:
        """The export that was stored, or the fetch of the class given; `None` where there is none. Raises as the class's own
        `resume`, and `OSError`.
        """
        try:
            with open(self.path, "rb") as file:
                checkpoint = file.read()
        except FileNotFoundError:
            return None
        return kind.resume(checkpoint, settings)

    def store(self, checkpoint: str) -> None:
        """Replaces what was stored before. Raises `OSError`."""
        new = self.path + ".new"
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(checkpoint.encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, self.path)
        if os.name == "posix":
            # Only then does the new name survive a power cut.
            folder = os.open(os.path.dirname(self.path) or ".", os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def remove(self) -> None:
        """Forgets it, once its report has been dealt with."""
        try:
            os.remove(self.path)
        except FileNotFoundError:
            pass
