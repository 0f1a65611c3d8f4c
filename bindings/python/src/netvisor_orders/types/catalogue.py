"""Products with their groups and images, as a shop wants them. Prices are strings, in euros for one unit."""

from __future__ import annotations

from typing import Literal, TypedDict, Union

from .exchange import Send, Wait
from .fetch import FetchReport
from .replies import ProductFile, ProductInventory, ProductPackage, Translations


class CatalogueOptions(TypedDict, total=False):
    """What is fetched of the catalogue.

    - `source`: `products` (by default; every company has that list), `web_shop` (published products with their variants,
      only with extended product management) or `extended`.
    - `changed_since`: only what has changed since; the `cursor` of the fetch before, or Finnish time such as
      "2026-01-15T12:00:00" or "2026-01-15".
    - `details`: whether `products` come in full, or with code, name, prices and group alone.
    - `groups`: whether the product groups come first. `images`: whether images come, one a batch.
    - `languages`: those texts are wanted in, by Netvisor's words; `name` and `description` are in the first one there is.
    - `product_groups`: only products of the groups with these keys.
    """

    source: Literal["products", "web_shop", "extended"]
    changed_since: str | None
    details: bool
    groups: bool
    images: bool
    languages: list[Literal["fi", "se", "en"]]
    product_groups: list[int] | None


class CatalogueGroup(TypedDict):
    """A product group; `path` is its name after those of the groups it belongs to: `Vaatteet / Paidat`."""

    netvisor_key: int
    parent_key: int | None
    path: str | None
    name: str | None
    names: Translations
    description: str | None
    descriptions: Translations


class GroupOfProduct(TypedDict):
    """A group a product is in."""

    netvisor_key: int | None
    path: str | None
    names: Translations


class CatalogueVariant(TypedDict):
    """A variant of a product in the web shop's list; nobody documents whether its price is with VAT."""

    identifier: str | None
    name: str | None
    names: Translations
    description: str | None
    descriptions: Translations
    price: str | None
    image_uri: str | None
    last_changed_date: str | None


class CatalogueProduct(TypedDict):
    """A product, in the same shape from every source; what the source does not tell is `None` or empty.

    `images` and `attachments` are named by the extended list; the content of images comes in batches of their own.
    """

    netvisor_key: int
    code: str | None
    primary_ean: str | None
    secondary_ean: str | None
    name: str | None
    names: Translations
    description: str | None
    descriptions: Translations
    groups: list[GroupOfProduct]
    unit: str | None
    net_price: str | None
    gross_price: str | None
    vat_percent: str | None
    is_active: bool | None
    is_sales_product: bool | None
    is_published: bool | None
    is_storage_product: bool | None
    inventory: ProductInventory | None
    tariff_heading: str | None
    country_of_origin: str | None
    net_weight: str | None
    gross_weight: str | None
    weight_unit: str | None
    package: ProductPackage | None
    last_changed_date: str | None
    variants: list[CatalogueVariant]
    images: list[ProductFile]
    attachments: list[ProductFile]


class CatalogueImage(TypedDict):
    """An image of a product, or of its `variant`, as a file in Base64; `index` is its place among them, from 0."""

    netvisor_key: int
    variant: str | None
    image_key: int | None
    index: int
    is_default: bool | None
    mime_type: str | None
    title: str | None
    file_name: str | None
    data: str


class Groups(TypedDict):
    """Product groups, at most 1,000."""

    kind: Literal["groups"]
    groups: list[CatalogueGroup]


class Products(TypedDict):
    """Products, at most 1,000."""

    kind: Literal["products"]
    products: list[CatalogueProduct]


class Deleted(TypedDict):
    """Products that are in the catalogue no more, at most 1,000; some may never have been."""

    kind: Literal["deleted"]
    netvisor_keys: list[int]


class Image(TypedDict):
    """One image."""

    kind: Literal["image"]
    image: CatalogueImage


CatalogueBatch = Union[Groups, Products, Deleted, Image]


class CatalogueResult(TypedDict):
    """How many of each were handed out, and what to give as `changed_since` the next time."""

    groups: int
    products: int
    deleted: int
    images: int
    cursor: str | None


class CatalogueReport(FetchReport):
    """What became of a fetch of the catalogue."""

    result: CatalogueResult


class CatalogueBatchOutput(TypedDict):
    """Keep it, then store the checkpoint."""

    kind: Literal["batch"]
    batch: CatalogueBatch


class CatalogueDone(TypedDict):
    """There is nothing more to do."""

    kind: Literal["done"]
    report: CatalogueReport


CatalogueOutput = Union[Send, Wait, CatalogueBatchOutput, CatalogueDone]
