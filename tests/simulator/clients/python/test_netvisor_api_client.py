"""The PyPI package netvisor-api-client, which signs with HMACSHA256."""

import copy
import datetime
from decimal import Decimal

import pytest
from conftest import CREDENTIALS, Simulator
from messages import CUSTOMER, PAYMENT, PRODUCT, sales_invoice
from netvisor_api_client import Netvisor
from netvisor_api_client.exc import (
    AuthenticationFailed,
    DuplicateData,
    InvalidData,
    PeriodLock,
    ServiceAccessError,
    SystemMaintenance,
    TechnicalError,
)

INVOICE = sales_invoice({"identifier": "SKU1", "type": "customer"})


@pytest.fixture
def client(simulator: Simulator) -> Netvisor:
    # English, as this client reads Yes and No alone.
    return Netvisor(simulator.url, language="EN", **CREDENTIALS)


def test_a_customer_is_made_found_read_and_changed(simulator: Simulator, client: Netvisor) -> None:
    assert client.customers.create(CUSTOMER) == 2
    [listed] = client.customers.list("JÄRVI")
    assert (listed["netvisor_key"], listed["code"], listed["name"]) == (2, "100", "Järvi & Pojat Oy")
    assert listed["organisation_identifier"] == "1967543-8"
    base = client.customers.get(2)["customer_base_information"]
    assert (base["city"], base["country"], base["is_active"]) == ("Tampere", "FI", True)
    client.customers.update(2, {"customer_base_information": {"city": "Turku"}})
    card = simulator.state()["customers"][1]["card"]["customerbaseinformation"]
    assert (card["city"], card["streetaddress"]) == ("Turku", "Rantatie 1")
    with pytest.raises(InvalidData, match="Customer not found with Netvisor identifier: 9"):
        client.customers.get(9)
    with pytest.raises(DuplicateData):
        client.customers.create(CUSTOMER)


def test_a_product_is_made_and_read(simulator: Simulator, client: Netvisor) -> None:
    assert client.products.create(PRODUCT) == 1
    [listed] = client.products.list()
    assert (listed["product_code"], listed["unit_price"]) == ("SKU1", Decimal("50.00"))
    base = client.products.get(1)["product_base_information"]
    assert (base["name"], base["unit_price"]) == ("Paita", {"type": "net", "amount": Decimal("50.00")})
    assert [product["code"] for product in simulator.state()["products"]] == ["SKU1"]


def test_an_invoice_is_made_listed_read_and_paid(simulator: Simulator, client: Netvisor) -> None:
    client.customers.create(CUSTOMER)
    client.products.create(PRODUCT)
    assert client.sales_invoices.create(INVOICE) == 1
    [listed] = client.sales_invoices.list(invoice_number=7)
    assert (listed["status"], listed["substatus"]) == ("open", "open")
    assert (listed["sum"], listed["open_sum"]) == (Decimal("125.50"), Decimal("125.50"))
    assert listed["date"] == datetime.date(2026, 3, 2)
    invoice = client.sales_invoices.get(1)
    assert (invoice["private_comment"], invoice["invoicing_customer_town"]) == ("shop-1:7", "Tampere")
    [line] = invoice["invoice_lines"]
    assert (line["identifier"], line["quantity"], line["sum"]) == ("SKU1", Decimal(2), Decimal("125.50"))
    assert line["vat_percentage"] == {"percentage": Decimal("25.5"), "code": "KOMY"}

    assert client.sales_payments.create(PAYMENT) == 1
    [payment] = client.sales_payments.list()
    assert (payment["sum"], payment["date"]) == (Decimal("125.50"), datetime.date(2026, 3, 3))
    assert (payment["invoice_number"], payment["name"]) == (7, "Järvi & Pojat Oy")
    assert [row["open_sum"] for row in client.sales_invoices.list(status="paid")] == [Decimal("0.00")]

    state = simulator.state()
    [document], [booked] = state["documents"], state["payments"]
    assert (document["kind"], document["number"], document["status"]) == ("invoice", 7, "paid")
    assert (document["amount"], document["open_sum"], document["total_mismatch"]) == ("125.50", "0.00", False)
    assert (booked["document_key"], booked["target"], booked["method"]) == (1, "invoice", "Paytrail")


def test_its_exceptions_tell_the_codes_apart(simulator: Simulator, client: Netvisor) -> None:
    client.customers.create(CUSTOMER)
    client.products.create(PRODUCT)
    client.sales_invoices.create(INVOICE)
    with pytest.raises(DuplicateData):
        client.sales_invoices.create(INVOICE)
    simulator.control("period_lock", {"until": "2026-12-31"})
    with pytest.raises(PeriodLock):
        client.sales_payments.create(PAYMENT)
    simulator.control("permissions", {"resource": "salespayment.nv", "allowed": False})
    with pytest.raises(ServiceAccessError):
        client.sales_payments.create(PAYMENT)
    # It knows the old spelling alone.
    simulator.control("faults", {"plan": [{"maintenance": "old"}, {"technical_error": "before_commit"}]})
    for expected in (SystemMaintenance, TechnicalError):
        with pytest.raises(expected):
            client.customers.list()


def test_a_lost_answer_makes_it_book_twice(simulator: Simulator, client: Netvisor) -> None:
    """What this project is for: the client that sends again after a broken connection."""
    client.customers.create(CUSTOMER)
    client.products.create(PRODUCT)
    simulator.control("faults", {"plan": [{"connection_reset": "after_commit"}]})
    without_number = {name: value for name, value in INVOICE.items() if name != "number"}
    with pytest.raises(OSError):
        client.sales_invoices.create(without_number)
    client.sales_invoices.create(without_number)
    assert [document["number"] for document in simulator.state()["documents"]] == [1, 2]


def test_md5_is_refused(simulator: Simulator) -> None:
    client = Netvisor(simulator.url, algorithm="MD5", **CREDENTIALS)
    with pytest.raises(AuthenticationFailed, match="MAC algorithm"):
        client.customers.list()


def test_a_wrong_key_is_refused(simulator: Simulator) -> None:
    client = Netvisor(simulator.url, **{**CREDENTIALS, "customer_key": "wrong"})
    with pytest.raises(AuthenticationFailed, match="URI-metodi ei kelpaa"):
        client.customers.list()


def test_its_order_of_a_products_elements_is_refused(client: Netvisor) -> None:
    """It sends unitweight after issalesproduct, where the vendor's grammar has it after unit."""
    product = copy.deepcopy(PRODUCT)
    product["product_base_information"]["unit_weight"] = Decimal("0.2")
    with pytest.raises(InvalidData, match="unitweight is in the wrong place"):
        client.products.create(product)
