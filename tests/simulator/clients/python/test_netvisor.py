"""The PyPI package netvisor, of 2016, which signs with MD5 alone."""

import pytest
from conftest import CREDENTIALS, Simulator
from messages import CUSTOMER, sales_invoice
from netvisor import Netvisor
from netvisor.exc import AuthenticationFailed
from netvisor_api_client.auth import NetvisorAuth


def test_as_published_it_is_refused(simulator: Simulator) -> None:
    client = Netvisor(simulator.url, **CREDENTIALS)
    with pytest.raises(AuthenticationFailed, match="MAC algorithm"):
        client.customers.list()
    assert simulator.state()["requests"] == {"customerlist.nv": 1}


def test_with_another_signature_it_works(simulator: Simulator) -> None:
    client = Netvisor(simulator.url, **CREDENTIALS)
    client._client.requester.auth = NetvisorAuth(**CREDENTIALS)
    # It makes neither products nor payments.
    simulator.control("products", {"code": "SKU1", "name": "Paita", "net_price": "50", "vat_percentage": "25,5"})
    assert client.customers.create(CUSTOMER) == 2
    # It links products by Netvisor's key alone, knows no currency, and calls the number otherwise.
    invoice = sales_invoice("1")
    invoice["sales_invoice_number"] = invoice.pop("number")
    del invoice["currency"]
    assert client.sales_invoices.create(invoice) == 1
    assert [customer["code"] for customer in client.customers.list("järvi")] == ["100"]
    assert [product["name"] for product in client.products.list()] == ["Paita"]
    assert [invoice["number"] for invoice in client.sales_invoices.list()] == [7]
    [document] = simulator.state()["documents"]
    assert (document["kind"], document["number"], document["amount"]) == ("invoice", 7, "125.50")
