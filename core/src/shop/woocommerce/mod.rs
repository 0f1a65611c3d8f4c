//! WooCommerce orders: REST API v3, as webhooks and the API send them.
//!
//! Amounts of lines are without VAT there, the tax beside them. Custom fields of the order (`meta_data`) may hold what
//! WooCommerce has no field for; a leading underscore makes no difference:
//!
//! | Canonical field | Keys in `meta_data` |
//! |---|---|
//! | `netvisor_number` | `netvisor_number`, `netvisor_customer_number` |
//! | `business_id` | `business_id`, `billing_business_id`, `y_tunnus`, `billing_y_tunnus` |
//! | `vat_id` | `vat_id`, `vat_number`, `billing_vat_id`, `billing_vat_number`, `billing_vat` |
//! | `einvoice_address` | `einvoice_address`, `billing_einvoice_address`, `verkkolaskuosoite`, `billing_verkkolaskuosoite` |
//! | `einvoice_operator` | `einvoice_operator`, `billing_einvoice_operator`, `verkkolaskuoperaattori`, `billing_verkkolaskuoperaattori`, `valittajatunnus` |
//! | `reference_number` | `reference_number`, `viitenumero` |

mod lines;
mod model;

use chrono::FixedOffset;

use crate::fault::{Error, ErrorKind, Fault, FaultCode};
use crate::order::{Address, BuyerKind, Customer, Date, OrderFields, Payment, PlacedAt};
use crate::strict_json;

use super::ReadOrder;
use super::custom_fields::CustomFields;
use super::draft::Draft;
use super::markup::plain_text;
use model::Order as WooOrder;

/// States in which nothing was bought, or all of it was taken back.
const NOT_EXPORTABLE: &[&str] = &["cancelled", "failed", "refunded", "trash", "draft", "auto-draft", "checkout-draft"];

pub(super) fn read(json: &[u8]) -> Result<ReadOrder, Error> {
    let order: WooOrder = strict_json::read(ErrorKind::Order, json)?;
    let mut draft = Draft::new(order.currency, order.prices_include_tax);
    let status = order.status.0.trim_start_matches("wc-");
    if NOT_EXPORTABLE.contains(&status) {
        draft.fault(Fault::new(FaultCode::OrderNotExportable, "/status").with(status));
    }
    let placed_at = placed_at(&order, &mut draft);
    let country =
        order.billing.country.given().or_else(|| order.shipping.as_ref().and_then(|shipping| shipping.country.given()));
    let billing_country = draft.country(country, "/billing/country");
    let delivery = delivery(&order, &mut draft);
    if let (Some(placed_at), Some(billing_country)) = (placed_at, billing_country) {
        let country = delivery.as_ref().map_or(billing_country, |delivery| delivery.country);
        lines::add(&order, country, placed_at.date(), &mut draft);
    }
    warn_of_refunds(&order, &mut draft);

    let custom = order.meta_data.iter().filter_map(|entry| Some((entry.key.0.given()?, entry.value.0.given()?)));
    let custom = CustomFields(custom.collect());
    let fields = placed_at.zip(billing_country).map(|(placed_at, country)| OrderFields {
        number: order.number.given().unwrap_or(order.id.0.trim()).to_owned(),
        placed_at,
        currency: order.currency,
        prices_include_vat: order.prices_include_tax,
        total: draft.money(order.total.0, "/total"),
        total_vat: Some(draft.money(order.total_tax.unwrap_or_default().0, "/total_tax")),
        customer: customer(&order, &custom),
        billing: order.billing.parts().in_country(country, ""),
        delivery,
        delivery_method: delivery_method(&order),
        lines: Vec::new(),
        payment: payment(&order, &mut draft),
        comment: order.customer_note.given().map(plain_text),
        our_reference: None,
        your_reference: None,
        reference_number: custom.reference_number(),
        refund_of: None,
    });
    draft.finish(fields, NAMES, LINE_NAMES)
}

/// Where canonical fields stand in WooCommerce's JSON.
const NAMES: &[(&str, &str)] = &[
    ("/total_vat", "/total_tax"),
    ("/customer/name", "/billing"),
    ("/billing/name", "/billing"),
    ("/delivery/name", "/shipping"),
    ("/delivery", "/shipping"),
    ("/lines", "/line_items"),
    ("/reference_number", "/meta_data"),
];
const LINE_NAMES: &[(&str, &str)] =
    &[("name", "/name"), ("quantity", "/quantity"), ("total", "/total"), ("vat_total", "/total_tax"), ("sku", "/sku")];

/// The time of the order with the shop's offset: WooCommerce gives local time and UTC side by side.
fn placed_at(order: &WooOrder, draft: &mut Draft) -> Option<PlacedAt> {
    let moment = |text: &str| {
        let text = text.trim_end_matches('Z');
        crate::order::read_local_time(text.get(..19).unwrap_or(text))
    };
    let local = order.date_created.given().and_then(moment);
    let utc = order.date_created_gmt.given().and_then(moment);
    let placed_at = match (local, utc) {
        (Some(local), Some(utc)) => i32::try_from((local - utc).num_seconds())
            .ok()
            .filter(|seconds| seconds.abs() <= 16 * 3600)
            .and_then(FixedOffset::east_opt)
            .map(|offset| utc.and_utc().with_timezone(&offset)),
        (Some(only), None) | (None, Some(only)) => Some(only.and_utc().fixed_offset()),
        (None, None) => None,
    };
    let placed_at = placed_at.and_then(PlacedAt::new);
    if placed_at.is_none() {
        draft.fault(Fault::new(FaultCode::DateInvalid, "/date_created").with("2026-01-15T12:30:00"));
    }
    placed_at
}

/// The delivery address, where it is given and not the billing address again.
fn delivery(order: &WooOrder, draft: &mut Draft) -> Option<Address> {
    let shipping = order.shipping.as_ref()?;
    let (parts, billing) = (shipping.parts(), order.billing.parts());
    if !parts.names_a_place() || parts.same_door_as(&billing) {
        return None;
    }
    let country = shipping.country.given().or_else(|| order.billing.country.given());
    let country = draft.country(country, "/shipping/country")?;
    Some(parts.in_country(country, &billing.name()))
}

fn customer(order: &WooOrder, custom: &CustomFields<'_>) -> Customer {
    let billing = order.billing.parts();
    let (business_id, vat_id) = (custom.business_id(), custom.vat_id());
    let is_business = billing.company().is_some() || business_id.is_some() || vat_id.is_some();
    Customer {
        number: order.customer_id.given().filter(|id| *id != "0").map(str::to_owned),
        netvisor_number: custom.netvisor_number(),
        business_id,
        vat_id,
        kind: if is_business { BuyerKind::Business } else { BuyerKind::Consumer },
        name: billing.name(),
        email: order.billing.email.given().map(str::to_owned),
        phone: order.billing.phone.given().map(str::to_owned),
        einvoice_address: custom.einvoice_address(),
        einvoice_operator: custom.einvoice_operator(),
    }
}

fn delivery_method(order: &WooOrder) -> Option<String> {
    let titles: Vec<_> =
        order.shipping_lines.iter().filter_map(|line| line.method_title.given()).map(plain_text).collect();
    (!titles.is_empty()).then(|| titles.join(", "))
}

fn payment(order: &WooOrder, draft: &mut Draft) -> Option<Payment> {
    let method = order.payment_method.given()?;
    let paid_at = order.date_paid.given().or_else(|| order.date_paid_gmt.given());
    let paid_on = paid_at.and_then(|moment| Date::from_text(moment.get(..10)?));
    if paid_at.is_some() && paid_on.is_none() {
        draft.fault(Fault::new(FaultCode::DateInvalid, "/date_paid").with("2026-01-15T12:30:00"));
    }
    Some(Payment {
        method: method.to_owned(),
        title: plain_text(order.payment_method_title.given().unwrap_or(method)),
        paid: paid_at.is_some(),
        paid_on,
        amount: None,
        transaction_id: order.transaction_id.given().map(str::to_owned),
    })
}

/// An order is exported as it was placed; what was refunded since is another booking.
fn warn_of_refunds(order: &WooOrder, draft: &mut Draft) {
    let refunded: rust_decimal::Decimal = order.refunds.iter().map(|refund| refund.total.0.abs()).sum();
    if !refunded.is_zero() {
        draft.warning(Fault::new(FaultCode::OrderPartlyRefunded, "/refunds").with(order.currency.show(refunded)));
    }
}
