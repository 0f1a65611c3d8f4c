//! Shopify orders: Admin REST API, as webhooks and the API send them. Amounts are taken in the shop's currency.
//!
//! What Shopify has no field for may stand in `note_attributes`, under the names listed for WooCommerce. The amounts of gift
//! cards used to pay are not part of an order: add its transactions as `transactions` if gift cards are in use.

mod lines;
mod model;

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::{Address, BuyerKind, Customer, Date, OrderFields, Payment, PlacedAt};
use crate::strict_json;

use super::ReadOrder;
use super::custom_fields::CustomFields;
use super::draft::Draft;
use super::markup::plain_text;
use model::{Address as ShopifyAddress, GIFT_CARD, Order as ShopifyOrder};

pub(super) fn read(json: &[u8]) -> Result<ReadOrder, Error> {
    let order: ShopifyOrder = strict_json::read(ErrorKind::Order, json)?;
    let mut draft = Draft::new(order.currency, order.taxes_included);
    check_state(&order, &mut draft);
    check_currency(&order, &mut draft);
    let placed_at = placed_at(&order, &mut draft);
    let place = place(&order);
    let billing = billing(place, &mut draft);
    let delivery = delivery(&order, place, &mut draft);
    if let (Some(placed_at), Some(billing)) = (placed_at, &billing) {
        let country = delivery.as_ref().unwrap_or(billing).country;
        lines::add(&order, country, placed_at.date(), &mut draft);
    }
    let gift_cards = gift_cards(&order, &mut draft);
    warn_of_refunds(&order, &mut draft);
    let total = draft.money(order.total_price.0 - gift_cards, "/total_price");
    let attributes = order.note_attributes.iter();
    let custom = attributes.filter_map(|entry| Some((entry.name.0.given()?, entry.value.0.given()?)));
    let custom = CustomFields(custom.collect());

    let fields = placed_at.zip(billing).map(|(placed_at, billing)| OrderFields {
        number: order.name.given().unwrap_or(order.id.0.trim()).to_owned(),
        placed_at,
        currency: order.currency,
        prices_include_vat: order.taxes_included,
        total,
        total_vat: order.total_tax.map(|tax| draft.money(tax.0, "/total_tax")),
        customer: customer(&order, place, &custom),
        billing,
        delivery,
        delivery_method: delivery_method(&order),
        lines: Vec::new(),
        payment: payment(&order, gift_cards, &mut draft),
        comment: order.note.given().map(str::to_owned),
        our_reference: None,
        your_reference: order.po_number.given().map(str::to_owned),
        reference_number: custom.reference_number(),
        refund_of: None,
    });
    draft.finish(fields, NAMES, LINE_NAMES)
}

/// Where canonical fields stand in Shopify's JSON.
const NAMES: &[(&str, &str)] = &[
    ("/number", "/name"),
    ("/total_vat", "/total_tax"),
    ("/total", "/total_price"),
    ("/customer/name", "/billing_address"),
    ("/billing", "/billing_address"),
    ("/delivery", "/shipping_address"),
    ("/lines", "/line_items"),
    ("/reference_number", "/note_attributes"),
];
const LINE_NAMES: &[(&str, &str)] =
    &[("name", "/name"), ("quantity", "/quantity"), ("total", "/price"), ("vat_total", "/tax_lines"), ("sku", "/sku")];

/// An order that was cancelled, or whose money was given back, is not exported.
fn check_state(order: &ShopifyOrder, draft: &mut Draft) {
    if order.cancelled_at.given().is_some() {
        draft.fault(Fault::new(FaultCode::OrderNotExportable, "/cancelled_at").with("cancelled"));
    }
    let status = order.financial_status.0.as_str();
    if matches!(status, "voided" | "refunded" | "expired") {
        draft.fault(Fault::new(FaultCode::OrderNotExportable, "/financial_status").with(status));
    }
    if order.test == Some(true) {
        draft.warning(Fault::new(FaultCode::OrderIsTest, "/test"));
    }
}

fn check_currency(order: &ShopifyOrder, draft: &mut Draft) {
    let shop_money = order.total_price_set.as_ref().and_then(|set| set.shop_money.as_ref());
    if let Some(other) = shop_money.and_then(|money| money.currency_code.given())
        && other != order.currency.as_str()
    {
        let known = crate::order::Currency::new(other).map_or("?".to_owned(), |currency| currency.to_string());
        let fault = Fault::new(FaultCode::CurrencyMismatch, "/total_price_set/shop_money/currency_code");
        draft.fault(fault.with(known).with(order.currency));
    }
}

/// `processed_at` is when the order was placed, also for orders imported later; it has the shop's offset.
fn placed_at(order: &ShopifyOrder, draft: &mut Draft) -> Option<PlacedAt> {
    let (text, path) = match order.processed_at.given() {
        Some(text) => (Some(text), "/processed_at"),
        None => (order.created_at.given(), "/created_at"),
    };
    let placed_at = text.and_then(PlacedAt::from_text);
    if placed_at.is_none() {
        draft.fault(Fault::new(FaultCode::DateInvalid, path).with("2026-01-15T12:30:00+02:00"));
    }
    placed_at
}

/// The address the order is billed to: orders without one are billed where they are sent, or where the customer lives.
fn place(order: &ShopifyOrder) -> Option<&ShopifyAddress> {
    let of_customer = || order.customer.as_ref().and_then(|customer| customer.default_address.as_ref());
    order.billing_address.as_ref().or(order.shipping_address.as_ref()).or_else(of_customer)
}

fn billing(place: Option<&ShopifyAddress>, draft: &mut Draft) -> Option<Address> {
    let Some(place) = place else {
        draft.fault(Fault::new(FaultCode::FieldMissing, "/billing_address"));
        return None;
    };
    let country = draft.country(place.country_code.given(), "/billing_address/country_code")?;
    Some(place.parts().in_country(country, ""))
}

/// The delivery address, where it is given and not the billing address again.
fn delivery(order: &ShopifyOrder, place: Option<&ShopifyAddress>, draft: &mut Draft) -> Option<Address> {
    let shipping = order.shipping_address.as_ref()?;
    let parts = shipping.parts();
    if !parts.names_a_place() || place.is_some_and(|place| parts.same_door_as(&place.parts())) {
        return None;
    }
    let country = draft.country(shipping.country_code.given(), "/shipping_address/country_code")?;
    Some(parts.in_country(country, &place.map(|place| place.parts().name()).unwrap_or_default()))
}

fn customer(order: &ShopifyOrder, place: Option<&ShopifyAddress>, custom: &CustomFields<'_>) -> Customer {
    let customer = order.customer.as_ref();
    let (business_id, vat_id) = (custom.business_id(), custom.vat_id());
    let has_company = order.company.0 || place.is_some_and(|place| place.parts().company().is_some());
    let email = order.email.given().or_else(|| customer.and_then(|customer| customer.email.given()));
    let phone = order.phone.given().or_else(|| place.and_then(|place| place.phone.given()));
    Customer {
        number: customer.and_then(|customer| customer.id.given()).map(str::to_owned),
        netvisor_number: custom.netvisor_number(),
        kind: if has_company || business_id.is_some() || vat_id.is_some() {
            BuyerKind::Business
        } else {
            BuyerKind::Consumer
        },
        business_id,
        vat_id,
        name: place.map(|place| place.parts().name()).unwrap_or_default(),
        email: email.map(str::to_owned),
        phone: phone.or_else(|| customer.and_then(|customer| customer.phone.given())).map(str::to_owned),
        einvoice_address: custom.einvoice_address(),
        einvoice_operator: custom.einvoice_operator(),
    }
}

fn delivery_method(order: &ShopifyOrder) -> Option<String> {
    let titles: Vec<_> = order.shipping_lines.iter().filter_map(|line| line.title.given()).map(plain_text).collect();
    (!titles.is_empty()).then(|| titles.join(", "))
}

/// What gift cards paid; a warning where they paid but the amount is not told.
fn gift_cards(order: &ShopifyOrder, draft: &mut Draft) -> rust_decimal::Decimal {
    let used = order.payment_gateway_names.iter().any(|name| name.0 == GIFT_CARD);
    if used && order.transactions.is_empty() {
        draft.warning(Fault::new(FaultCode::GiftCardAmountUnknown, "/payment_gateway_names"));
    }
    let received =
        order.transactions.iter().filter(|transaction| transaction.is_received() && transaction.is_gift_card());
    received.map(|transaction| transaction.amount.0).sum()
}

fn payment(order: &ShopifyOrder, gift_cards: rust_decimal::Decimal, draft: &mut Draft) -> Option<Payment> {
    let gateways = || order.payment_gateway_names.iter().filter_map(|name| name.given());
    let method = gateways().find(|name| *name != GIFT_CARD).or_else(|| gateways().next())?;
    let is_partial = order.financial_status.0 == "partially_paid";
    let paid = is_partial || matches!(order.financial_status.0.as_str(), "paid" | "partially_refunded");
    let amount = order.total_outstanding.filter(|_| is_partial).map(|outstanding| {
        let amount = order.total_price.0 - gift_cards - outstanding.0;
        draft.money(amount, "/total_outstanding")
    });
    let received =
        order.transactions.iter().find(|transaction| transaction.is_received() && !transaction.is_gift_card());
    let paid_on = received
        .and_then(|transaction| transaction.processed_at.given())
        .and_then(PlacedAt::from_text)
        .map(PlacedAt::date)
        .filter(|_: &Date| paid);
    Some(Payment { method: method.to_owned(), title: method.to_owned(), paid, paid_on, amount, transaction_id: None })
}

/// An order is exported as it was placed; what was refunded since is another booking.
fn warn_of_refunds(order: &ShopifyOrder, draft: &mut Draft) {
    let transactions = order.refunds.iter().flat_map(|refund| refund.transactions.iter());
    let refunded: rust_decimal::Decimal = transactions
        .filter(|transaction| transaction.status.0 != "failure")
        .map(|transaction| transaction.amount.0.abs())
        .sum();
    if !refunded.is_zero() {
        draft.warning(Fault::new(FaultCode::OrderPartlyRefunded, "/refunds").with(order.currency.show(refunded)));
    }
}
