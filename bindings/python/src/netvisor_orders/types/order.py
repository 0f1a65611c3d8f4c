"""The canonical order. Money, quantities and rates are strings such as "129.90", never floats."""

from __future__ import annotations

from typing import Literal, TypedDict

BuyerKind = Literal["consumer", "business"]
LineKind = Literal["product", "shipping", "fee", "discount", "gift_card", "comment"]


class _CustomerRequired(TypedDict):
    kind: BuyerKind
    name: str


class Customer(_CustomerRequired, total=False):
    """Who bought."""

    number: str | None
    netvisor_number: str | None
    business_id: str | None
    vat_id: str | None
    email: str | None
    phone: str | None
    einvoice_address: str | None
    einvoice_operator: str | None


class _AddressRequired(TypedDict):
    name: str
    country: str


class Address(_AddressRequired, total=False):
    """A postal address; `country` is an ISO 3166 alpha-2 code."""

    name_extension: str | None
    street: str | None
    additional_street: str | None
    postcode: str | None
    city: str | None


class _LineRequired(TypedDict):
    kind: LineKind
    name: str


class Line(_LineRequired, total=False):
    """One line. All kinds but `comment` need quantity, unit price, VAT rate and total."""

    sku: str | None
    ean: str | None
    quantity: str | None
    unit: str | None
    unit_price: str | None
    discount_percent: str | None
    vat_percent: str | None
    total: str | None
    vat_total: str | None
    note: str | None


class _PaymentRequired(TypedDict):
    method: str
    title: str
    paid: bool


class Payment(_PaymentRequired, total=False):
    """How the order was or will be paid."""

    paid_on: str | None
    amount: str | None
    transaction_id: str | None


class _OrderRequired(TypedDict):
    number: str
    placed_at: str
    currency: str
    prices_include_vat: bool
    total: str
    customer: Customer
    billing: Address
    lines: list[Line]


class Order(_OrderRequired, total=False):
    """An order in the canonical form; `placed_at` is an RFC 3339 time, such as "2026-01-15T12:30:00+02:00"."""

    total_vat: str | None
    delivery: Address | None
    delivery_method: str | None
    payment: Payment | None
    comment: str | None
    our_reference: str | None
    your_reference: str | None
    reference_number: str | None
    refund_of: str | None
