"""Orders made for tests, and what is to become of them."""

from __future__ import annotations

import random
from decimal import Decimal

from netvisor_orders.types.order import Order
from netvisor_orders.types.settings import SettingsDict

# Invoices, and payments of those paid. No answer is waited for longer than a minute, which is the least.
CHOICES: SettingsDict = {
    "document": {"type": "invoice"},
    "payment": {"record": "when_paid", "methods": {"paytrail": {"name": "Paytrail"}}},
    "recovery": {"quarantine_minutes": 1},
    "language": "en",
}


def orders(count: int, seed: int = 1) -> list[Order]:
    """Small orders of one day; every other one is paid. Some product codes need escaping in a URL."""
    dice = random.Random(seed)
    return [order(20_000 + index, dice, paid=index % 2 == 0) for index in range(count)]


def order(number: int, dice: random.Random, paid: bool) -> Order:
    price = Decimal(dice.randrange(100, 20_000)) / 100
    buyer = f"Ostaja {dice.randrange(10)}"
    made: Order = {
        "number": str(number),
        "placed_at": "2026-01-14T10:00:00+02:00",
        "currency": "EUR",
        "prices_include_vat": True,
        "total": str(price),
        "customer": {"number": f"A {buyer[-1]}", "kind": "consumer", "name": buyer},
        "billing": {"name": buyer, "street": "Esimerkkikatu 1", "postcode": "00100", "city": "Helsinki", "country": "FI"},
        "lines": [
            {
                "kind": "product",
                "sku": dice.choice(["PAITA", "ÄMPÄRI & 50%", "a+b/c", "tee; #1"]),
                "name": "Tuote",
                "quantity": "1",
                "unit_price": str(price),
                "vat_percent": "25.5",
                "total": str(price),
            }
        ],
    }
    if paid:
        made["payment"] = {"method": "paytrail", "title": "Verkkopankki", "paid": True, "paid_on": "2026-01-14"}
    return made
