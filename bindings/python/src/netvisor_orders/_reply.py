"""What Netvisor answered."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .types.replies import Reply


def read_reply(resource: str, http_status: int, body: bytes | str) -> Reply:
    """Reads the answer to a request for `resource` (such as `salesinvoice.nv`): the status and body of the HTTP response.

    A refusal is read, not raised: `outcome` tells. Raises `NetvisorOrdersError` (kind `reply`) for a body that is not
    Netvisor's XML; whether such a request was carried out, only a look-up tells.
    """
    return _native.read_reply(resource, http_status, body)
