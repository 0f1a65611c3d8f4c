"""The case: an order of some lines becomes one signed invoice. It is that of the native benchmark, core/benches/export.rs."""

from __future__ import annotations

SETTINGS = '{"document":{"type":"invoice"},"customers":{"missing":"reject"},"products":{"missing":"reject"}}'

CONNECTION = """{
    "base_url": "https://isvapi.netvisor.fi", "sender": "Verkkokauppa", "customer_id": "cust_1", "customer_key": "CKEY-0123456789",
    "partner_id": "partner_1", "partner_key": "PKEY-0123456789", "organisation_id": "1234567-1"
}"""

HEAD = """{
  "number": "10234", "placed_at": "2026-01-15T12:30:00+02:00", "currency": "EUR", "prices_include_vat": true, "total": "%d.%02d",
  "customer": {"kind": "consumer", "number": "4711", "name": "Aino Hämäläinen", "email": "aino@example.com"},
  "billing": {"name": "Aino Hämäläinen", "street": "Esimerkkikatu 1 A 2", "postcode": "00100", "city": "Helsinki", "country": "FI"},
  "delivery": {"name": "Väinö Aalto", "street": "Mallitie 5", "postcode": "33100", "city": "Tampere", "country": "FI"},
  "delivery_method": "Matkahuolto",
  "lines": ["""
PRODUCT = (
    '{"kind": "product", "sku": "SKU-%d", "name": "Villapaita sininen, koko %d", "quantity": "2", "unit": "kpl", '
    '"unit_price": "62.75", "vat_percent": "25.5", "total": "125.50", "vat_total": "25.50"}, '
)
TAIL = """{"kind": "shipping", "name": "Matkahuolto", "quantity": "1", "unit_price": "4.90", "vat_percent": "25.5", "total": "4.90", "vat_total": "1.00"}],
  "payment": {"method": "paytrail", "title": "Verkkopankki", "paid": true, "paid_on": "2026-01-15", "transaction_id": "tx-1"}
}"""


def order(lines: int) -> str:
    """An order with so many lines, the last of them for shipping."""
    products = "".join(PRODUCT % (index, index) for index in range(lines - 1))
    return HEAD % divmod(12_550 * (lines - 1) + 490, 100) + products + TAIL
