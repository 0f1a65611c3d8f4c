"""What Netvisor answered. Amounts are strings, dates are "2026-01-15"; what an answer does not hold is `None`."""

from __future__ import annotations

from typing import Literal, TypedDict, Union

from .results import Messages


class CustomerRow(TypedDict):
    """A row of customerlist.nv."""

    netvisor_key: int
    name: str
    code: str | None
    business_id: str | None
    group_key: int | None
    group_name: str | None


class ProductRow(TypedDict):
    """A row of productlist.nv; prices are in euros."""

    netvisor_key: int
    name: str
    code: str | None
    unit_price: str | None
    unit_gross_price: str | None
    group_key: int | None
    group_name: str | None


class SalesInvoiceRow(TypedDict):
    """A row of salesinvoicelist.nv: an invoice or an order, as was asked. Words in `status` are in lower case."""

    netvisor_key: int
    number: str | None
    date: str | None
    due_date: str | None
    status: str | None
    substatus: str | None
    in_collection: bool | None
    customer_key: int | None
    customer_code: str | None
    customer_name: str | None
    reference_number: str | None
    sum: str
    open_sum: str | None
    private_comment: str | None
    currency_sum: str | None
    open_currency_sum: str | None
    currency: str | None


class WarehouseRow(TypedDict):
    """What one warehouse holds of a product."""

    netvisor_key: int | None
    name: str | None
    reserved: str
    ordered: str
    on_hand: str


class StockRow(TypedDict):
    """A product of inventorybywarehouse.nv: what each warehouse holds, and all of them together."""

    netvisor_key: int
    code: str | None
    name: str | None
    group_name: str | None
    warehouses: list[WarehouseRow]
    total_reserved: str | None
    total_ordered: str | None
    total: str | None


class InvoicingCustomer(TypedDict):
    """The buyer as the document names it."""

    netvisor_key: int | None
    code: str | None
    name: str | None
    name_extension: str | None
    business_id: str | None
    address_line: str | None
    additional_address_line: str | None
    postcode: str | None
    town: str | None
    country: str | None


class DeliveryAddress(TypedDict):
    """The delivery address as the document names it; the country by its name in the interface language."""

    name: str | None
    address_line: str | None
    postcode: str | None
    town: str | None
    country_name: str | None


class Dimension(TypedDict):
    """A dimension of a line."""

    name: str | None
    item: str | None


class ProductLine(TypedDict):
    """A product line; `sum` is with VAT, in the document's currency."""

    kind: Literal["product"]
    netvisor_key: int | None
    product_code: str | None
    product_name: str | None
    product_key: int | None
    unit_price: str | None
    vat_percent: str | None
    vat_code: str | None
    primary_ean: str | None
    secondary_ean: str | None
    quantity: str | None
    unit: str | None
    discount_percent: str | None
    free_text: str | None
    vat_sum: str | None
    sum: str | None
    dimensions: list[Dimension]


class CommentLine(TypedDict):
    """A line of text."""

    kind: Literal["comment"]
    comment: str


class LinkedDocument(TypedDict):
    """An order behind an invoice, or an invoice made of an order."""

    kind: Literal["sales_order", "sales_invoice"]
    netvisor_key: int
    number: str | None


class SalesInvoice(TypedDict):
    """An invoice or an order in full, from getsalesinvoice.nv or getorder.nv."""

    netvisor_key: int
    number: str | None
    date: str | None
    event_date: str | None
    value_date: str | None
    delivery_date: str | None
    due_date: str | None
    reference_number: str | None
    amount: str
    currency: str | None
    currency_rate: str | None
    foreign_currency_amount: str | None
    status: str | None
    free_text_before_lines: str | None
    free_text_after_lines: str | None
    our_reference: str | None
    your_reference: str | None
    private_comment: str | None
    customer: InvoicingCustomer
    delivery: DeliveryAddress
    delivery_method: str | None
    delivery_term: str | None
    payment_term_net_days: int | None
    match_partial_payments: bool | None
    credited_invoice_key: int | None
    lines: list[Union[ProductLine, CommentLine]]
    linked_documents: list[LinkedDocument]


class _DoneRequired(TypedDict):
    outcome: Literal["done"]


class Done(_DoneRequired, total=False):
    """Netvisor did what was asked. `timestamp` is Finnish time; `inserted_key` is the key of what an import made."""

    timestamp: str
    inserted_key: int
    customers: list[CustomerRow]
    products: list[ProductRow]
    sales_invoices: list[SalesInvoiceRow]
    stock: list[StockRow]
    documents: list[SalesInvoice]


class Permission(TypedDict):
    """A right in Netvisor: its name, and the heading it stands under."""

    group: str
    name: str


class _RefusalRequired(TypedDict):
    code: str
    message: str
    messages: Messages
    netvisor_code: str | None
    netvisor_text: str
    retry: Literal["never", "later", "after_look_up", "with_new_transaction_id"]


class Refusal(_RefusalRequired, total=False):
    """Why Netvisor said no: our `code` and message beside its own. `retry` tells when the request may be sent again."""

    timestamp: str
    permission: Permission


class Refused(Refusal):
    """Netvisor said no."""

    outcome: Literal["refused"]


Reply = Union[Done, Refused]
