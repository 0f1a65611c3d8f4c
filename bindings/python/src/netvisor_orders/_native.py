"""Calls into the native library. The only file that touches it: Python values go in and come out, and every object the
library hands out is freed here.

The library keeps nothing of its arguments, and calls run without the interpreter's lock, so threads work in parallel.
"""

from __future__ import annotations

from . import _json
from ._errors import NetvisorOrdersError
from ._ffi import ffi, lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, TypeVar, Union

    from ._ffi import Cell, ConnectionHandle, Error, FetchHandle, NextStep, OrderExportHandle, SettingsHandle, Str, Text
    from .types.export import Output, Progress, Report
    from .types.fetch import FetchProgress
    from .types.matching import CustomerProposals, ProductComparison
    from .types.replies import Reply
    from .types.results import Preview, ReadOrder, SignedRequest
    from .types.setup import RequiredPermissions

    _Machine = TypeVar("_Machine", OrderExportHandle, FetchHandle)
    _Register = Union[str, bytes, Sequence[Mapping[str, Any]]]
    _Options = Union[str, bytes, Mapping[str, Any], None]

# Looked up once, since a call into the library takes little longer than finding all this again.
_new, _unpack = ffi.new, ffi.unpack
_ORDER = ffi.typeof("nvo_order **")
_SETTINGS = ffi.typeof("nvo_settings **")
_CONNECTION = ffi.typeof("nvo_connection **")
_PREVIEW = ffi.typeof("nvo_preview_result **")
_SIGNED = ffi.typeof("nvo_signed **")
_ORDER_EXPORT = ffi.typeof("nvo_order_export **")
_FETCH = ffi.typeof("nvo_fetch **")
_OUTPUT = ffi.typeof("nvo_output **")
_TEXT = ffi.typeof("nvo_text **")
_ERROR = ffi.typeof("nvo_error **")


def version() -> str:
    """The version of the native library, which is also that of this package."""
    return _text(lib.nvo_version())


def settings_parse(settings: str | bytes | Mapping[str, Any]) -> SettingsHandle:
    json = _json.to_bytes(settings)
    out, err = _new(_SETTINGS), _new(_ERROR)
    if lib.nvo_settings_parse(json, len(json), out, err):
        raise _taken_error(err)
    return ffi.gc(out[0], lib.nvo_settings_free)


def connection_parse(connection: str | bytes | Mapping[str, Any]) -> ConnectionHandle:
    json = b""
    try:
        json = _json.to_bytes(connection)
        out, err = _new(_CONNECTION), _new(_ERROR)
        if lib.nvo_connection_parse(json, len(json), out, err):
            raise _taken_error(err)
        return ffi.gc(out[0], lib.nvo_connection_free)
    finally:
        # Both hold the keys, and error reporters record the local variables of every frame an exception passes.
        del connection, json


def read_order(shop: str, order: str | bytes | Mapping[str, Any]) -> ReadOrder:
    name = _bytes(shop)
    json = _json.to_bytes(order)
    out, err = _new(_ORDER), _new(_ERROR)
    if lib.nvo_read_order(name, len(name), json, len(json), out, err):
        raise _taken_error(err)
    result = out[0]
    try:
        return {
            "order": _json.loads(_text(lib.nvo_order_json(result))),
            "warnings": _json.loads(_text(lib.nvo_order_warnings_json(result))),
        }
    finally:
        lib.nvo_order_free(result)


def preview(
    settings: SettingsHandle, order: str | bytes | Mapping[str, Any], known: Mapping[str, Any] | None
) -> Preview:
    json = _json.to_bytes(order)
    known_json = b"" if known is None else _json.to_bytes(known)
    out, err = _new(_PREVIEW), _new(_ERROR)
    if lib.nvo_preview(settings, json, len(json), known_json, len(known_json), out, err):
        raise _taken_error(err)
    result = out[0]
    try:
        head: Preview = _json.loads(_text(lib.nvo_preview_json(result)))
        for index, document in enumerate(head["documents"]):
            document["request"]["body"] = _text(lib.nvo_preview_document_body(result, index))
        return head
    finally:
        lib.nvo_preview_free(result)


def connection_sign(
    connection: ConnectionHandle, request: Mapping[str, Any], unix_ms: int, transaction_id: str
) -> SignedRequest:
    # No signature covers the body (§1.4), so it stays on this side.
    head = dict(request)
    body = head.pop("body", None)
    json = _json.to_bytes(head)
    transaction = _bytes(transaction_id)
    out, err = _new(_SIGNED), _new(_ERROR)
    if lib.nvo_connection_sign(connection, json, len(json), unix_ms, transaction, len(transaction), out, err):
        raise _taken_error(err)
    result = out[0]
    try:
        signed: SignedRequest = _json.loads(_text(lib.nvo_signed_json(result)))
    finally:
        lib.nvo_signed_free(result)
    signed["body"] = None if body is None else body.encode()
    return signed


def read_reply(resource: str, http_status: int, body: bytes | str) -> Reply:
    name = _bytes(resource)
    data = _bytes(body)
    out, err = _new(_TEXT), _new(_ERROR)
    if lib.nvo_read_reply(name, len(name), http_status, data, len(data), out, err):
        raise _taken_error(err)
    reply: Reply = _json.loads(_taken_text(out))
    return reply


def order_export_begin(
    settings: SettingsHandle, orders: str | bytes | Sequence[Mapping[str, Any]]
) -> OrderExportHandle:
    json = _json.to_bytes(orders)
    out, err = _new(_ORDER_EXPORT), _new(_ERROR)
    if lib.nvo_order_export_begin(settings, json, len(json), out, err):
        raise _taken_error(err)
    return ffi.gc(out[0], lib.nvo_order_export_free)


def order_export_resume(settings: SettingsHandle, checkpoint: str | bytes) -> OrderExportHandle:
    text = _bytes(checkpoint)
    out, err = _new(_ORDER_EXPORT), _new(_ERROR)
    if lib.nvo_order_export_resume(settings, text, len(text), out, err):
        raise _taken_error(err)
    return ffi.gc(out[0], lib.nvo_order_export_free)


def order_export_poll(export: OrderExportHandle, now: int) -> Output:
    output: Output = _polled(lib.nvo_order_export_poll, export, now)
    return output


def order_export_reply(export: OrderExportHandle, id: int, http_status: int, body: bytes | str) -> None:
    _hand_in_reply(lib.nvo_order_export_reply, export, id, http_status, body)


def order_export_no_reply(export: OrderExportHandle, id: int, kind: str) -> None:
    _hand_in_no_reply(lib.nvo_order_export_no_reply, export, id, kind)


def order_export_checkpoint(export: OrderExportHandle) -> str:
    return _read(lib.nvo_order_export_checkpoint, export)


def order_export_progress(export: OrderExportHandle) -> Progress:
    progress: Progress = _json.loads(_read(lib.nvo_order_export_progress, export))
    return progress


def order_export_report(export: OrderExportHandle) -> Report:
    report: Report = _json.loads(_read(lib.nvo_order_export_report, export))
    return report


def fetch_begin(settings: SettingsHandle, kind: str, options: str | bytes | Mapping[str, Any]) -> FetchHandle:
    name = _bytes(kind)
    json = _json.to_bytes(options)
    out, err = _new(_FETCH), _new(_ERROR)
    if lib.nvo_fetch_begin(settings, name, len(name), json, len(json), out, err):
        raise _taken_error(err)
    return ffi.gc(out[0], lib.nvo_fetch_free)


def fetch_resume(settings: SettingsHandle, kind: str, checkpoint: str | bytes) -> FetchHandle:
    text = _bytes(checkpoint)
    out, err = _new(_FETCH), _new(_ERROR)
    if lib.nvo_fetch_resume(settings, text, len(text), out, err):
        raise _taken_error(err)
    fetch = ffi.gc(out[0], lib.nvo_fetch_free)
    if _json.loads(text.decode().strip())["kind"] != kind:
        # To be refused as a text that is no checkpoint is.
        return fetch_resume(settings, kind, b"")
    return fetch


def fetch_poll(fetch: FetchHandle, now: int) -> Any:
    return _polled(lib.nvo_fetch_poll, fetch, now)


def fetch_reply(fetch: FetchHandle, id: int, http_status: int, body: bytes | str) -> None:
    _hand_in_reply(lib.nvo_fetch_reply, fetch, id, http_status, body)


def fetch_no_reply(fetch: FetchHandle, id: int, kind: str) -> None:
    _hand_in_no_reply(lib.nvo_fetch_no_reply, fetch, id, kind)


def fetch_checkpoint(fetch: FetchHandle) -> str:
    return _read(lib.nvo_fetch_checkpoint, fetch)


def fetch_progress(fetch: FetchHandle) -> FetchProgress:
    progress: FetchProgress = _json.loads(_read(lib.nvo_fetch_progress, fetch))
    return progress


def fetch_report(fetch: FetchHandle) -> Any:
    return _json.loads(_read(lib.nvo_fetch_report, fetch))


def required_permissions(
    settings: SettingsHandle, features: str | bytes | Sequence[str]
) -> RequiredPermissions:
    json = _json.to_bytes(features)
    out, err = _new(_TEXT), _new(_ERROR)
    if lib.nvo_required_permissions(settings, json, len(json), out, err):
        raise _taken_error(err)
    required: RequiredPermissions = _json.loads(_taken_text(out))
    return required


def match_customers(shop: _Register, netvisor: _Register, options: _Options) -> CustomerProposals:
    proposals: CustomerProposals = _matched(lib.nvo_match_customers, shop, netvisor, options)
    return proposals


def match_products(shop: _Register, netvisor: _Register, options: _Options) -> ProductComparison:
    comparison: ProductComparison = _matched(lib.nvo_match_products, shop, netvisor, options)
    return comparison


def _matched(
    match: Callable[[bytes, int, bytes, int, bytes, int, Cell[Text], Cell[Error]], int],
    shop: _Register,
    netvisor: _Register,
    options: _Options,
) -> Any:
    ours, theirs = _json.to_bytes(shop), _json.to_bytes(netvisor)
    json = b"{}" if options is None else _json.to_bytes(options)
    out, err = _new(_TEXT), _new(_ERROR)
    if match(ours, len(ours), theirs, len(theirs), json, len(json), out, err):
        raise _taken_error(err)
    return _json.loads(_taken_text(out))


def _polled(
    poll: Callable[[_Machine, int, Cell[NextStep], Cell[Error]], int], machine: _Machine, now: int
) -> Any:
    out, err = _new(_OUTPUT), _new(_ERROR)
    if poll(machine, now, out, err):
        raise _taken_error(err)
    result = out[0]
    try:
        output = _json.loads(_text(lib.nvo_output_json(result)))
        body = _text(lib.nvo_output_body(result)) if output["kind"] == "send" else ""
    finally:
        lib.nvo_output_free(result)
    if body:
        output["request"]["body"] = body
    return output


def _hand_in_reply(
    hand_in: Callable[[_Machine, int, int, bytes, int, Cell[Error]], int],
    machine: _Machine,
    id: int,
    http_status: int,
    body: bytes | str,
) -> None:
    data = _bytes(body)
    err = _new(_ERROR)
    if hand_in(machine, id, http_status, data, len(data), err):
        raise _taken_error(err)


def _hand_in_no_reply(
    hand_in: Callable[[_Machine, int, bytes, int, Cell[Error]], int], machine: _Machine, id: int, kind: str
) -> None:
    name = _bytes(kind)
    err = _new(_ERROR)
    if hand_in(machine, id, name, len(name), err):
        raise _taken_error(err)


def _read(read: Callable[[_Machine, Cell[Text], Cell[Error]], int], machine: _Machine) -> str:
    out, err = _new(_TEXT), _new(_ERROR)
    if read(machine, out, err):
        raise _taken_error(err)
    return _taken_text(out)


def _bytes(text: str | bytes) -> bytes:
    """A lone surrogate becomes the invalid UTF-8 it is, for the native library to refuse."""
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def _text(borrowed: Str) -> str:
    return _unpack(borrowed.data, borrowed.len).decode()


def _taken_text(out: Cell[Text]) -> str:
    text = out[0]
    try:
        return _text(lib.nvo_text_str(text))
    finally:
        lib.nvo_text_free(text)


def _taken_error(err: Cell[Error]) -> NetvisorOrdersError:
    error = err[0]
    try:
        fields = _json.loads(_text(lib.nvo_error_json(error)))
    finally:
        lib.nvo_error_free(error)
    return NetvisorOrdersError(fields["kind"], fields["code"], fields["path"], fields["message"], fields["faults"])
