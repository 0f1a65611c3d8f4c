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


class Translations(TypedDict, total=False):
    """A text in the languages it is there in, by Netvisor's words: `se` is Swedish."""

    fi: str
    se: str
    en: str


class ProductInventory(TypedDict):
    """How much there is of a product in all warehouses; prices are in euros."""

    amount: str | None
    mid_price: str | None
    value: str | None
    reserved: str | None
    ordered: str | None


class ProductPackage(TypedDict):
    """The package of a product, measured in `unit`."""

    width: str | None
    height: str | None
    length: str | None
    unit: str | None


class ProductDetails(TypedDict):
    """A product in full, from getproduct.nv; prices are in euros."""

    netvisor_key: int
    code: str | None
    group_name: str | None
    name: str | None
    description: str | None
    unit_price: str | None
    unit_gross_price: str | None
    unit: str | None
    purchase_price: str | None
    tariff_heading: str | None
    commission_percent: str | None
    is_active: bool | None
    is_sales_product: bool | None
    country_of_origin: str | None
    vat_percent: str | None
    domestic_account: str | None
    eu_account: str | None
    outside_eu_account: str | None
    inventory: ProductInventory | None
    net_weight: str | None
    gross_weight: str | None
    weight_unit: str | None
    package: ProductPackage | None
    primary_ean: str | None
    secondary_ean: str | None


class ProductGroupRow(TypedDict):
    """A group of getproductgroups.nv, and the one it belongs to."""

    netvisor_key: int
    parent_key: int | None
    names: Translations
    descriptions: Translations


class WebShopVariant(TypedDict):
    """A variant of a product; nobody documents whether its price is with VAT."""

    names: Translations
    descriptions: Translations
    identifier: str | None
    image_uri: str | None
    last_change_date: str | None
    price: str | None


class WebShopProduct(TypedDict):
    """A product of webshopproductlist.nv; `groups` are the names of its product groups."""

    netvisor_key: int
    names: Translations
    descriptions: Translations
    groups: list[Translations]
    variants: list[WebShopVariant]


class ProductFile(TypedDict):
    """An image or an attachment as the extended list names it."""

    netvisor_key: int
    is_default: bool | None
    mime_type: str | None
    title: str | None
    file_name: str | None
    last_edited_date: str | None


class ExtendedProduct(TypedDict):
    """A product of extendedproductlist.nv; prices are in euros."""

    netvisor_key: int
    code: str | None
    primary_ean: str | None
    secondary_ean: str | None
    names: Translations
    descriptions: Translations
    is_published: bool | None
    is_sellable: bool | None
    is_storage_product: bool | None
    is_product_structure: bool | None
    is_model: bool | None
    is_summary: bool | None
    last_changed_date: str | None
    group_key: int | None
    group_names: Translations
    unit_names: Translations
    unit_price: str | None
    unit_gross_price: str | None
    vat_percent: str | None
    inventory_place: str | None
    alert_limit: str | None
    tariff_heading: str | None
    images: list[ProductFile]
    attachments: list[ProductFile]


class ProductPage(TypedDict):
    """Which page of extendedproductlist.nv it is, from 1, and how many products are on it and on all pages."""

    current_page: int | None
    page_count: int | None
    products_on_page: int | None
    products_on_pages: int | None


class ProductImage(TypedDict):
    """An image, in Base64."""

    mime_type: str | None
    title: str | None
    file_name: str | None
    data: str


class DeletedRow(TypedDict):
    """A row of deletedsalesinvoices.nv or deletedsalesorders.nv."""

    netvisor_key: int
    deleted_on: str | None


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


class _SalesInvoiceRequired(TypedDict):
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


class SalesInvoice(_SalesInvoiceRequired, total=False):
    """An invoice or an order in full, from getsalesinvoice.nv or getorder.nv; `pdf`, in Base64, where it was asked for."""

    pdf: str


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
    product_details: list[ProductDetails]
    product_groups: list[ProductGroupRow]
    web_shop_products: list[WebShopProduct]
    extended_products: list[ExtendedProduct]
    page: ProductPage
    images: list[ProductImage]
    deleted: list[DeletedRow]
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
