"""What the clients send. Both take the same dictionaries, but for the product of a line."""

import datetime
from decimal import Decimal
from typing import Any

CUSTOMER = {
    "customer_base_information": {
        "internal_identifier": "100",
        "external_identifier": "1967543-8",
        "name": "Järvi & Pojat Oy",
        "street_address": "Rantatie 1",
        "city": "Tampere",
        "post_number": "33100",
        "country": "FI",
        "is_active": True,
    }
}

PRODUCT = {
    "product_base_information": {
        "product_code": "SKU1",
        "product_group": "Verkkokauppa",
        "name": "Paita",
        "unit_price": {"amount": Decimal("50.00"), "type": "net"},
        "is_active": True,
        "is_sales_product": True,
    },
    "product_bookkeeping_details": {"default_vat_percentage": Decimal("25.5")},
}

PAYMENT = {
    "sum": {"value": Decimal("125.50"), "currency": "EUR"},
    "payment_date": "2026-03-03",
    "target_identifier": {"type": "netvisor", "targettype": "invoice", "target": "1"},
    "source_name": "Järvi & Pojat Oy",
    "payment_method": {"type": "alternative", "method": "Paytrail"},
}


def sales_invoice(product: Any) -> dict[str, Any]:
    """An open invoice of 125,50 € for the customer with key 2."""
    return {
        "number": 7,
        "date": datetime.date(2026, 3, 2),
        "amount": Decimal("125.50"),
        "currency": "EUR",
        "status": "open",
        "private_comment": "shop-1:7",
        "invoicing_customer_identifier": "2",
        "payment_term_net_days": 14,
        "invoice_lines": [
            {
                "identifier": product,
                "name": "Paita",
                "unit_price": {"amount": Decimal("62.75"), "type": "gross"},
                "vat_percentage": {"percentage": Decimal("25.5"), "code": "KOMY"},
                "quantity": Decimal(2),
            }
        ],
    }
