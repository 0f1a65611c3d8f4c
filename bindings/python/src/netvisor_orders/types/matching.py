"""Registers of a shop beside Netvisor's. Prices are strings."""

from __future__ import annotations

from typing import Literal, TypedDict

from .order import BuyerKind
from .results import Fault

Language = Literal["fi", "sv", "en"]
Reason = Literal[
    "netvisor_number",
    "business_id",
    "vat_id",
    "email",
    "name_and_postcode",
    "netvisor_key",
    "name_and_city",
    "name",
    "street",
]
Contradiction = Literal["different_id", "different_name", "id_unchecked", "different_kind", "different_postcode"]


class _ShopCustomerRequired(TypedDict):
    id: str
    name: str


class ShopCustomer(_ShopCustomerRequired, total=False):
    """A customer of the shop; `id` is what its customer import knows them by, `netvisor_number` the code it has already."""

    kind: BuyerKind | None
    business_id: str | None
    vat_id: str | None
    email: str | None
    postcode: str | None
    street: str | None
    city: str | None
    netvisor_number: str | None


class _NetvisorCustomerRequired(TypedDict):
    netvisor_key: int
    name: str


class NetvisorCustomer(_NetvisorCustomerRequired, total=False):
    """A customer card. A row of customerlist.nv is one as `read_reply` gives it; what the cards hold beyond it is found by
    more.
    """

    code: str | None
    business_id: str | None
    vat_id: str | None
    name_extension: str | None
    email: str | None
    postcode: str | None
    street: str | None
    city: str | None
    is_private: bool | None


class CustomerOptions(TypedDict, total=False):
    """How customers are matched.

    `minimum_score` of what is proposed is from 60 to 100, 60 by default. With `csv`, the proposals come as CSV as well.
    """

    language: Language
    minimum_score: int
    csv: bool


class LinkedCustomer(TypedDict):
    """A customer who has the code of a card already."""

    shop_id: str
    netvisor_key: int
    code: str


class Candidate(TypedDict):
    """A card that may be a customer's: how well it fits, of 100, and what speaks for it and against it."""

    netvisor_key: int
    code: str | None
    score: int
    reasons: list[Reason]
    against: list[Contradiction]


class Proposal(Candidate):
    """The one card that fits a customer, and fits no other."""

    shop_id: str


class Ambiguous(TypedDict):
    """A customer somebody has to decide about: at most 10 candidates, the best first, and how many `more` there are."""

    shop_id: str
    candidates: list[Candidate]
    more: int
    cause: Literal["repeated_id", "several_candidates", "shared_candidate", "weak", "common_name"]


class Finding(TypedDict):
    """Something about the registers worth knowing, and whom it is about."""

    fault: Fault
    shop_ids: list[str]
    netvisor_keys: list[int]


class CustomerCsv(TypedDict):
    """`proposals` for the shop's customer import (`shop_id,name,netvisor_number,score,reason`), `ambiguous` for somebody to
    choose from.
    """

    proposals: str
    ambiguous: str


class _CustomerProposalsRequired(TypedDict):
    linked: list[LinkedCustomer]
    proposals: list[Proposal]
    ambiguous: list[Ambiguous]
    unmatched: list[str]
    findings: list[Finding]
    compared: int


class CustomerProposals(_CustomerProposalsRequired, total=False):
    """Which customer is which; every customer of the shop is linked, proposed, ambiguous or unmatched.

    `compared` is how many pairs were looked at. `csv` is there where the options ask for it.
    """

    csv: CustomerCsv


class _ShopProductRequired(TypedDict):
    name: str


class ShopProduct(_ShopProductRequired, total=False):
    """A product of the shop; `price` needs `prices_include_vat` beside it."""

    sku: str | None
    ean: str | None
    price: str | None
    prices_include_vat: bool | None


class _NetvisorProductRequired(TypedDict):
    netvisor_key: int
    name: str


class NetvisorProduct(_NetvisorProductRequired, total=False):
    """A product of Netvisor's. A row of productlist.nv is one as `read_reply` gives it."""

    code: str | None
    ean: str | None
    unit_price: str | None
    unit_gross_price: str | None


class ProductOptions(TypedDict, total=False):
    """How products are compared."""

    language: Language


class SameProduct(TypedDict):
    """A product that is the same on both sides."""

    sku: str
    netvisor_key: int


class NameDifference(TypedDict):
    """Two names that differ."""

    shop: str
    netvisor: str


class PriceDifference(TypedDict):
    """Two prices that differ when they are rounded to cents; `netvisor` is `None` where it has none of this type."""

    type: Literal["net", "gross"]
    shop: str
    netvisor: str | None


class DifferentProduct(TypedDict):
    """A product with another name or price in Netvisor; `None` for the one that is the same."""

    sku: str
    netvisor_key: int
    name: NameDifference | None
    price: PriceDifference | None


class MissingProduct(TypedDict):
    """A product an export would create."""

    sku: str
    name: str


class SimilarCandidate(TypedDict):
    """A product of Netvisor's that may be the one meant: the codes differ only in case or blanks, or the EANs are the same."""

    netvisor_key: int
    code: str | None
    name: str
    by: Literal["code", "ean"]


class SimilarProduct(TypedDict):
    """A product an export would create although there is one like it."""

    sku: str
    name: str
    candidates: list[SimilarCandidate]
    more: int


class DuplicateCode(TypedDict):
    """A code that more than one product has on a side, so that nobody can say which is meant."""

    code: str
    shop: int
    netvisor_keys: list[int]
    more: int


class ProductWithoutSku(TypedDict):
    """A product no export can link; `row` is its place in the shop's register, from 0."""

    row: int
    name: str


class ProductComparison(TypedDict):
    """The shop's products beside Netvisor's, each in one of the lists."""

    same: list[SameProduct]
    different: list[DifferentProduct]
    missing: list[MissingProduct]
    similar: list[SimilarProduct]
    duplicates: list[DuplicateCode]
    without_sku: list[ProductWithoutSku]
