"""Registers of a shop beside Netvisor's."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .types.matching import CustomerOptions, CustomerProposals, ProductComparison, ProductOptions
    from .types.matching import NetvisorCustomer, NetvisorProduct, ShopCustomer, ShopProduct
    from .types.replies import CustomerRow, ProductRow


def match_customers(
    shop: str | bytes | Sequence[ShopCustomer],
    netvisor: str | bytes | Sequence[NetvisorCustomer] | Sequence[CustomerRow],
    options: str | bytes | CustomerOptions | None = None,
) -> CustomerProposals:
    """Says which customer of the shop is which of Netvisor's, as far as that can be said without guessing.

    `netvisor` are the rows of customerlist.nv as `read_reply` gives them, with what the cards hold beside if it is known.
    Each register has at most 200,000 rows. Raises `NetvisorOrdersError` (kind `register`) with everything that is wrong, its
    paths beginning with `/shop`, `/netvisor` or `/options`.
    """
    return _native.match_customers(shop, netvisor, options)


def match_products(
    shop: str | bytes | Sequence[ShopProduct],
    netvisor: str | bytes | Sequence[NetvisorProduct] | Sequence[ProductRow],
    options: str | bytes | ProductOptions | None = None,
) -> ProductComparison:
    """Says which of the shop's products Netvisor has, which an export would create, and which differ in name or price.

    `netvisor` are the rows of productlist.nv as `read_reply` gives them. Limits and errors as for `match_customers`.
    """
    return _native.match_products(shop, netvisor, options)
