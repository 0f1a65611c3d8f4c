"""The merchant's choices. Everything may be left out; what is not given has its default."""

from __future__ import annotations

from typing import Literal, TypedDict

from .order import BuyerKind

CommentPlace = Literal["comment_line", "free_text_before_lines", "free_text_after_lines", "private_comment", "none"]
VatCode = Literal["NONE", "KOMY", "KOMY0", "EUMY", "EUUM", "EUPM312", "EUPM309", "MUUL", "RAMY"]
PricedLineKind = Literal["product", "shipping", "fee", "discount", "gift_card"]


class DocumentSettings(TypedDict, total=False):
    """What orders become, and in which state."""

    type: Literal["order", "invoice", "draft"]
    status: Literal["undelivered", "delivered", "open", "unsent"] | None
    second_name: str | None


class NumberingSettings(TypedDict, total=False):
    """Document numbers."""

    mode: Literal["order_number", "automatic"]
    offset: int
    manual_from: int | None


class CustomersSettings(TypedDict, total=False):
    """Linking to customers."""

    match: Literal["customer_number", "netvisor_number", "business_id", "temporary"]
    missing: Literal["create", "temporary", "reject"]
    temporary_code: str
    group: str | None
    update: Literal["never", "changed"]


class SpecialProduct(TypedDict, total=False):
    """The product that stands for shipping, a fee and so on."""

    code: str | None
    name: str | None


class ProductsSettings(TypedDict, total=False):
    """Linking to products."""

    match: Literal["code", "ean"]
    missing: Literal["create", "fallback", "reject"]
    group: str
    fallback_code: str | None
    shipping: SpecialProduct
    fee: SpecialProduct
    discount: SpecialProduct
    gift_card: SpecialProduct
    rounding: SpecialProduct


# `as` is a keyword, so these are not written as classes.
PaymentCommentSettings = TypedDict("PaymentCommentSettings", {"as": CommentPlace, "template": str}, total=False)
CommentSettings = TypedDict("CommentSettings", {"as": CommentPlace}, total=False)
TermsSettings = TypedDict("TermsSettings", {"as": Literal["net_days", "due_date"], "net_days": int}, total=False)


class PaymentMethod(TypedDict, total=False):
    """A payment method of the shop as Netvisor knows it."""

    name: str | None
    type: Literal["alternative", "bankaccount"]
    account: str | None


class PaymentSettings(TypedDict, total=False):
    """Payments; `methods` has the shop's identifiers as keys."""

    comment: PaymentCommentSettings
    record: Literal["never", "when_paid"]
    methods: dict[str, PaymentMethod]
    prepayment_account: str | None
    gift_cards: Literal["line", "payment"]


class VatCondition(TypedDict, total=False):
    """When a VAT rule fits; what is not given fits always.

    `country` is "domestic", "eu", "outside" or an alpha-2 code; `rate` is "zero", "nonzero" or a rate such as "25.5".
    """

    country: str | list[str] | None
    buyer: BuyerKind | None
    rate: str | list[str] | None
    kind: PricedLineKind | list[PricedLineKind] | None


class VatRule(TypedDict):
    """Which VAT code fits which lines."""

    when: VatCondition
    code: VatCode


class LinesSettings(TypedDict, total=False):
    """Prices and sums of lines."""

    price: Literal["as_shop", "net", "gross"]
    sum: Literal["gross", "net", "omit"]


class RoundingSettings(TypedDict, total=False):
    """Differences between the lines and the total."""

    tolerance: str


class RecoverySettings(TypedDict, total=False):
    """What an export does after a request without a certain answer, in minutes."""

    quarantine_minutes: int
    give_up_minutes: int


class XmlSettings(TypedDict, total=False):
    """How documents are written."""

    characters: Literal["ascii", "utf8"]


class SettingsDict(TypedDict, total=False):
    """All settings."""

    document: DocumentSettings
    numbering: NumberingSettings
    customers: CustomersSettings
    products: ProductsSettings
    payment: PaymentSettings
    comment: CommentSettings
    terms: TermsSettings
    vat: list[VatRule]
    lines: LinesSettings
    rounding: RoundingSettings
    language: Literal["fi", "sv", "en"]
    text_overflow: Literal["truncate_and_warn", "refuse"]
    recovery: RecoverySettings
    xml: XmlSettings
