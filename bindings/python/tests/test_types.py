"""The TypedDicts say what the native library takes (its JSON Schemas) and gives (the golden cases)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from conftest import REPOSITORY
from test_vectors import CASES, FETCHES, Replay

from netvisor_orders import NetvisorOrdersError, Settings, match_customers, match_products
from netvisor_orders.types.catalogue import CatalogueOptions, CatalogueOutput, CatalogueReport
from netvisor_orders.types.documents import DocumentsOptions, DocumentsOutput, DocumentsReport
from netvisor_orders.types.export import Output, Progress, Report
from netvisor_orders.types.fetch import FetchProgress
from netvisor_orders.types.matching import (
    CustomerOptions,
    CustomerProposals,
    NetvisorCustomer,
    NetvisorProduct,
    ProductComparison,
    ProductOptions,
    ShopCustomer,
    ShopProduct,
)
from netvisor_orders.types.number_plan import NumberPlanOptions, NumberPlanOutput, NumberPlanReport
from netvisor_orders.types.order import Order
from netvisor_orders.types.replies import Reply
from netvisor_orders.types.results import Document, Fault, Preview, ReadOrder, SignedRequest
from netvisor_orders.types.settings import SettingsDict
from netvisor_orders.types.setup import RequiredPermissions, SetupCheckOptions, SetupCheckOutput, SetupCheckReport
from netvisor_orders.types.stock import StockOptions, StockOutput, StockReport

JSON_NAMES = {str: "string", int: "integer", bool: "boolean", type(None): "null"}


def alternatives(annotation: Any) -> tuple[Any, ...]:
    """The members of a union, which `X | None` and `Union[X, None]` are alike."""
    is_union = get_origin(annotation) is Union or type(annotation).__name__ == "UnionType"
    return get_args(annotation) if is_union else (annotation,)


def of_annotation(annotation: Any) -> set[str]:
    """What a type permits, in words that can be compared with those of a schema."""
    shapes = set()
    for member in alternatives(annotation):
        if member in JSON_NAMES:
            shapes.add(JSON_NAMES[member])
        elif get_origin(member) is Literal:
            shapes.add(f"one of {sorted(get_args(member))}")
        elif get_origin(member) is list:
            shapes.add(f"list of {sorted(of_annotation(get_args(member)[0]))}")
        elif get_origin(member) is dict:
            shapes.add(f"map of {sorted(of_annotation(get_args(member)[1]))}")
        else:
            fields = {name: sorted(of_annotation(hint)) for name, hint in sorted(get_type_hints(member).items())}
            shapes.add(f"{fields}, needs {sorted(member.__required_keys__)}")
    return shapes


def of_schema(node: dict[str, Any], definitions: dict[str, Any]) -> set[str]:
    """What a schema permits, in the same words."""
    if "$ref" in node:
        return of_schema(definitions[node["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in node:
        return {shape for each in node["anyOf"] for shape in of_schema(each, definitions)}
    if "enum" in node:
        return {f"one of {sorted(node['enum'])}"}
    kinds = {node["type"]} if isinstance(node["type"], str) else set(node["type"])
    if kinds == {"array"}:
        return {f"list of {sorted(of_schema(node['items'], definitions))}"}
    if kinds == {"object"} and "properties" not in node:
        return {f"map of {sorted(of_schema(node['additionalProperties'], definitions))}"}
    if kinds == {"object"}:
        fields = {name: sorted(of_schema(each, definitions)) for name, each in sorted(node["properties"].items())}
        return {f"{fields}, needs {sorted(node.get('required', []))}"}
    return kinds


@pytest.mark.parametrize(("name", "shape"), [("order", Order), ("settings", SettingsDict)])
def test_inputs_are_those_of_the_schema(name: str, shape: Any) -> None:
    schema = json.loads((REPOSITORY / "core" / "schema" / f"{name}.schema.json").read_bytes())
    assert of_annotation(shape) == of_schema(schema, schema["$defs"])


OPTIONS: dict[str, Any] = {
    "stock": StockOptions,
    "catalogue": CatalogueOptions,
    "documents": DocumentsOptions,
    "setup_check": SetupCheckOptions,
    "number_plan": NumberPlanOptions,
}


def permitted(call: Callable[[dict[str, Any]], object]) -> set[str]:
    """The fields that a call takes, as the refusal of another one lists them."""
    with pytest.raises(NetvisorOrdersError) as refused:
        call({"surprise": 1})
    [message] = {fault["messages"]["en"] for fault in refused.value.faults if fault["code"] == "field_unknown"}
    return set(message.partition(": ")[2].rstrip(".").split(", "))


@pytest.mark.parametrize("kind", FETCHES)
def test_options_of_a_fetch_are_those_it_takes(kind: str) -> None:
    assert permitted(lambda options: FETCHES[kind](options, Settings({}))) == set(get_type_hints(OPTIONS[kind]))


def test_inputs_of_matching_are_those_it_takes() -> None:
    customer, product = {"id": "1", "name": "Aino"}, {"name": "Paita"}
    cases: list[tuple[Any, Any, dict[str, str], Any]] = [
        (match_customers, ShopCustomer, customer, CustomerOptions),
        (match_products, ShopProduct, product, ProductOptions),
    ]
    for match, shop, row, options in cases:
        assert permitted(lambda more: match([row | more], [])) == set(get_type_hints(shop))
        assert permitted(lambda more: match([row], [], more)) == set(get_type_hints(options))


def test_rows_of_netvisors_are_those_matching_reads() -> None:
    """They may hold more, so what is read of them is known by its being refused where it cannot be."""
    cases: list[tuple[Any, Any]] = [(match_customers, NetvisorCustomer), (match_products, NetvisorProduct)]
    for match, shape in cases:
        row: dict[str, Any] = dict.fromkeys(get_type_hints(shape), [])
        with pytest.raises(NetvisorOrdersError) as refused:
            match([], [row])
        assert {fault["path"].rpartition("/")[2] for fault in refused.value.faults} == set(row)


def check(value: Any, annotation: Any, path: str = "") -> None:
    """Fails unless the value is what the annotation says, with no key more."""
    members = alternatives(annotation)
    dicts = [member for member in members if is_typeddict(member)]
    if isinstance(value, dict) and dicts:
        # Of several, the one whose first field, a word, is the value's.
        hints = next(hints for hints in map(get_type_hints, dicts) if len(dicts) == 1 or fits_tag(value, hints))
        required = next(member.__required_keys__ for member in dicts if get_type_hints(member) == hints)
        assert required <= set(value) <= set(hints), path
        for name, each in value.items():
            check(each, hints[name], f"{path}/{name}")
        return
    for member in members:
        origin, arguments = get_origin(member), get_args(member)
        if origin is Literal and value in arguments:
            return
        if isinstance(value, list) and origin is not None and issubclass(list, origin):
            for index, each in enumerate(value):
                check(each, arguments[0], f"{path}/{index}")
            return
        if isinstance(value, dict) and origin is dict:
            for name, each in value.items():
                check(each, arguments[1], f"{path}/{name}")
            return
        if origin is None and type(value) is member:
            return
    pytest.fail(f"{path}: {value!r} is no {annotation}")


def fits_tag(value: dict[str, Any], hints: dict[str, Any]) -> bool:
    tag = "outcome" if "outcome" in hints else "kind"
    return value[tag] in get_args(hints[tag])


WITH_OPTIONS = [folder for folder in CASES if (folder / "options.json").exists()]


@pytest.mark.parametrize("folder", WITH_OPTIONS, ids=lambda folder: folder.name)
def test_options_of_the_cases_are_what_the_types_say(folder: Any) -> None:
    replay = Replay(folder)
    if "error" not in replay.outcome():
        operation = replay.case["operation"]
        shapes = {"match_customers": CustomerOptions, "match_products": ProductOptions}
        shape: Any = shapes.get(operation) or OPTIONS[replay.case["fetch"]]
        check(json.loads(replay.input("options.json")), shape)


SHAPES: dict[str, Any] = {
    "catalogue poll_output": CatalogueOutput,
    "catalogue report": CatalogueReport,
    "documents poll_output": DocumentsOutput,
    "documents report": DocumentsReport,
    "error": list[Fault],
    "fetch progress": FetchProgress,
    "match_customers": CustomerProposals,
    "match_products": ProductComparison,
    "number_plan poll_output": NumberPlanOutput,
    "number_plan report": NumberPlanReport,
    "poll_output": Output,
    "preview": Preview,
    "progress": Progress,
    "read_order": ReadOrder,
    "read_reply": Reply,
    "report": Report,
    "required_permissions": RequiredPermissions,
    "setup_check poll_output": SetupCheckOutput,
    "setup_check report": SetupCheckReport,
    "sign": SignedRequest,
    "stock poll_output": StockOutput,
    "stock report": StockReport,
}


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_results_are_what_the_types_say(folder: Any) -> None:
    replay = Replay(folder)
    replay.outcome()
    for operation, result in replay.results:
        check(result, SHAPES[operation])


def test_the_check_sees_what_is_wrong(order: Any) -> None:
    check(order, Order)
    fault = {"code": "c", "path": "", "message": "m", "messages": {"fi": "", "sv": "", "en": ""}}
    check([fault], list[Fault])
    document: dict[str, Any] = {"kind": "customer", "when": "always", "awaits": [], "request": {}}
    for wrong, annotation in (
        (order | {"total": 1.5}, Order),
        (order | {"more": ""}, Order),
        ({name: value for name, value in order.items() if name != "lines"}, Order),
        (fault | {"messages": {"fi": ""}}, Fault),
        (document, Document),
        ({"outcome": "done", "inserted_key": "8"}, Reply),
        ({"outcome": "refused"}, Reply),
        ({"kind": "wait", "until": "1"}, Output),
        ({"kind": "done", "report": {}}, Output),
    ):
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            check(wrong, annotation)
