use std::borrow::Cow;

use crate::fault::{Fault, FaultCode};
use crate::order::{BuyerKind, CountryGroup, Order};
use crate::settings::{Characters, CustomerMatch, MissingCustomer, Settings};
use crate::wire::{CodeList, Content, Element, Method, Request, Tags, With, XmlWriter, aggregate, attribute, tags};

use super::known::FoundCustomer;
use super::notes::{Notes, Room};

/// How the document names its customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CustomerLink<'o> {
    /// By NetvisorKey.
    Key(u64),
    /// By customer code.
    Code(Cow<'o, str>),
    /// By the key of a card that a look-up or the creation of the card will give.
    Awaited,
}

impl<'o> CustomerLink<'o> {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Key(_) | Self::Awaited => "netvisor",
            Self::Code(_) => "customer",
        }
    }

    pub(super) fn identifier(&self) -> Cow<'o, str> {
        match self {
            Self::Key(key) => Cow::Owned(key.to_string()),
            Self::Code(code) => code.clone(),
            Self::Awaited => Cow::Borrowed(""),
        }
    }
}

/// The customer of an order: how to link to it, and whether a card is created first.
pub(super) struct Resolved<'o> {
    pub(super) link: CustomerLink<'o>,
    pub(super) card: Card,
}

/// Whether the order brings a customer card with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Card {
    /// None: the card is known, or the merchant wants none made.
    None,
    /// To be created unless a look-up finds it.
    IfMissing,
    /// To be created: the order has nothing by which it could be found.
    Always,
}

/// By what an order's customer is found in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Buyer<'o> {
    /// Not at all: the merchant sends the order to the temporary customer (§6.1).
    Temporary,
    /// By customer code.
    Code(Cow<'o, str>),
    /// By business id.
    BusinessId(Cow<'o, str>),
    /// By nothing the order holds: a card is made for it.
    Unidentified,
}

/// By what the customer is found; a fault where there is nothing and the merchant accepts no such order.
pub(super) fn buyer<'o>(order: &'o Order, settings: &Settings, notes: &mut Notes<'_>) -> Buyer<'o> {
    let customer = &order.customer;
    let (identifier, path) = match settings.customers.match_by {
        CustomerMatch::Temporary => return Buyer::Temporary,
        CustomerMatch::CustomerNumber => (&customer.number, "/customer/number"),
        CustomerMatch::NetvisorNumber => (&customer.netvisor_number, "/customer/netvisor_number"),
        CustomerMatch::BusinessId => (&customer.business_id, "/customer/business_id"),
    };
    match notes.fit_optional(identifier.as_deref(), Room::OpenLine, || path.to_owned()) {
        Some(identifier) if settings.customers.match_by == CustomerMatch::BusinessId => Buyer::BusinessId(identifier),
        Some(code) => Buyer::Code(code),
        None => match settings.customers.missing {
            MissingCustomer::Create => Buyer::Unidentified,
            MissingCustomer::Temporary => Buyer::Temporary,
            MissingCustomer::Reject => {
                notes.fault(Fault::new(FaultCode::CustomerNumberMissing, path));
                Buyer::Unidentified
            }
        },
    }
}

/// Decides as far as that goes by what has been looked up.
pub(super) fn resolve<'o>(
    order: &'o Order,
    settings: &'o Settings,
    found: FoundCustomer,
    notes: &mut Notes<'_>,
) -> Resolved<'o> {
    let temporary = || CustomerLink::Code(Cow::Borrowed(settings.customers.temporary_code.as_str()));
    match found {
        FoundCustomer::Key(key) => return Resolved { link: CustomerLink::Key(key), card: Card::None },
        FoundCustomer::Lacking => return Resolved { link: temporary(), card: Card::None },
        FoundCustomer::NotLookedUp => {}
    }
    let if_missing = if settings.customers.missing == MissingCustomer::Create { Card::IfMissing } else { Card::None };
    match buyer(order, settings, notes) {
        Buyer::Temporary => Resolved { link: temporary(), card: Card::None },
        Buyer::Code(code) => Resolved { link: CustomerLink::Code(code), card: if_missing },
        // The register has no link by business id, so the key must be looked up.
        Buyer::BusinessId(_) => Resolved { link: CustomerLink::Awaited, card: if_missing },
        Buyer::Unidentified if settings.customers.missing == MissingCustomer::Create => {
            Resolved { link: CustomerLink::Awaited, card: Card::Always }
        }
        Buyer::Unidentified => Resolved { link: CustomerLink::Awaited, card: Card::None },
    }
}

aggregate! {
    /// A customer card (§2.3).
    struct CustomerCard<'a> {
        base as "customerbaseinformation": BaseInformation<'a>,
        finvoice as "customerfinvoicedetails": Option<FinvoiceDetails<'a>>,
        delivery as "customerdeliverydetails": Option<DeliveryDetails<'a>>,
    }
}

aggregate! {
    struct BaseInformation<'a> {
        internal_identifier as "internalidentifier": InternalIdentifier<'a>,
        external_identifier as "externalidentifier": Option<Cow<'a, str>>,
        name as "name": Cow<'a, str>,
        name_extension as "nameextension": Option<Cow<'a, str>>,
        street_address as "streetaddress": Option<Cow<'a, str>>,
        additional_address_line as "additionaladdressline": Option<Cow<'a, str>>,
        city as "city": Option<Cow<'a, str>>,
        post_number as "postnumber": Option<Cow<'a, str>>,
        country as "country": CodeList<'a>,
        customer_group_name as "customergroupname": Option<Cow<'a, str>>,
        phone_number as "phonenumber": Option<Cow<'a, str>>,
        email as "email": Option<Cow<'a, str>>,
        is_active as "isactive": bool,
        is_private_customer as "isprivatecustomer": bool,
    }
}

aggregate! {
    struct FinvoiceDetails<'a> {
        address as "finvoiceaddress": Cow<'a, str>,
        router_code as "finvoiceroutercode": Cow<'a, str>,
    }
}

aggregate! {
    struct DeliveryDetails<'a> {
        name as "deliveryname": Option<Cow<'a, str>>,
        street_address as "deliverystreetaddress": Option<Cow<'a, str>>,
        city as "deliverycity": Option<Cow<'a, str>>,
        post_number as "deliverypostnumber": Option<Cow<'a, str>>,
        country as "deliverycountry": CodeList<'a>,
    }
}

/// The customer's code: given, or the next free one (§6.2).
enum InternalIdentifier<'a> {
    Code(Cow<'a, str>),
    Automatic,
}

impl Element for InternalIdentifier<'_> {
    fn write(&self, tags: Tags, xml: &mut XmlWriter) {
        match self {
            Self::Code(code) => code.write(tags, xml),
            Self::Automatic => With([attribute!("type", "automatic")], Empty).write(tags, xml),
        }
    }
}

struct Empty;

impl Content for Empty {
    fn write_content(&self, _: &mut XmlWriter) {}
}

/// The request that creates the customer's card.
pub(super) fn customer_card(
    order: &Order,
    settings: &Settings,
    link: &CustomerLink<'_>,
    notes: &mut Notes<'_>,
) -> Request {
    let customer = &order.customer;
    let billing = &order.billing;
    // A limit of 0: the reference gives none.
    let mut fit = |text: Option<&str>, limit: usize, path: &str| {
        let room = if limit == 0 { Room::OpenLine } else { Room::Line(limit) };
        notes.fit_optional(text, room, || path.to_owned()).map(|text| Cow::Owned(text.into_owned()))
    };
    let einvoice_address = fit(customer.einvoice_address.as_deref(), 0, "/customer/einvoice_address");
    let einvoice_operator = fit(customer.einvoice_operator.as_deref(), 0, "/customer/einvoice_operator");
    let card = CustomerCard {
        finvoice: einvoice_address
            .zip(einvoice_operator)
            .map(|(address, router_code)| FinvoiceDetails { address, router_code }),
        base: BaseInformation {
            internal_identifier: match link {
                CustomerLink::Code(code) => InternalIdentifier::Code(Cow::Borrowed(code)),
                CustomerLink::Key(_) | CustomerLink::Awaited => InternalIdentifier::Automatic,
            },
            external_identifier: fit(customer.business_id.as_deref(), 0, "/customer/business_id")
                .or_else(|| fit(customer.vat_id.as_deref(), 0, "/customer/vat_id")),
            name: fit(Some(&customer.name), 250, "/customer/name").unwrap_or_default(),
            name_extension: fit(billing.name_extension.as_deref(), 250, "/billing/name_extension"),
            street_address: fit(billing.street.as_deref(), 80, "/billing/street"),
            additional_address_line: fit(billing.additional_street.as_deref(), 80, "/billing/additional_street"),
            city: fit(billing.city.as_deref(), 80, "/billing/city"),
            post_number: fit(billing.postcode.as_deref(), 0, "/billing/postcode"),
            country: CodeList("ISO-3166", Cow::Borrowed(billing.country.as_str())),
            customer_group_name: settings.customers.group.as_deref().map(Cow::Borrowed),
            phone_number: fit(customer.phone.as_deref(), 0, "/customer/phone"),
            email: fit(customer.email.as_deref(), 0, "/customer/email"),
            is_active: true,
            is_private_customer: customer.kind == BuyerKind::Consumer,
        },
        delivery: order.delivery.as_ref().map(|delivery| DeliveryDetails {
            name: fit(Some(&delivery.name), 250, "/delivery/name"),
            street_address: fit(delivery.street.as_deref(), 80, "/delivery/street"),
            city: fit(delivery.city.as_deref(), 80, "/delivery/city"),
            post_number: fit(delivery.postcode.as_deref(), 0, "/delivery/postcode"),
            country: CodeList("ISO-3166", Cow::Borrowed(delivery.country.as_str())),
        }),
    };
    let mut xml = XmlWriter::new(settings.xml.characters == Characters::Ascii, 1_000);
    card.write(tags!("customer"), &mut xml);
    Request::new(Method::Post, "customer.nv").with_query("method", "add").with_body(xml.finish())
}

aggregate! {
    /// The fields of a card that are changed (§2.3: an edit sends only those).
    struct ChangedCard<'a> {
        base as "customerbaseinformation": ChangedBaseInformation<'a>,
    }
}

aggregate! {
    struct ChangedBaseInformation<'a> {
        external_identifier as "externalidentifier": Option<Cow<'a, str>>,
        name as "name": Option<Cow<'a, str>>,
    }
}

/// The request that changes name and business id of a card, whichever of the two is asked for.
pub(super) fn changed_card(
    order: &Order,
    settings: &Settings,
    key: u64,
    (name, business_id): (bool, bool),
    notes: &mut Notes<'_>,
) -> Request {
    let customer = &order.customer;
    let name = Some(customer.name.as_str()).filter(|_| name);
    let business_id = customer.business_id.as_deref().filter(|_| business_id);
    let card = ChangedCard {
        base: ChangedBaseInformation {
            external_identifier: notes.fit_optional(business_id, Room::OpenLine, || "/customer/business_id".to_owned()),
            name: notes.fit_optional(name, Room::Line(250), || "/customer/name".to_owned()),
        },
    };
    let mut xml = XmlWriter::new(settings.xml.characters == Characters::Ascii, 300);
    card.write(tags!("customer"), &mut xml);
    Request::new(Method::Post, "customer.nv")
        .with_query("method", "edit")
        .with_query("id", &key.to_string())
        .with_body(xml.finish())
}

/// What is worth knowing about the buyer but stops nothing.
pub(super) fn check_identifiers(order: &Order, notes: &mut Notes<'_>) {
    let customer = &order.customer;
    if customer.einvoice_address.is_some() != customer.einvoice_operator.is_some() {
        notes.warning(Fault::new(FaultCode::EinvoiceIncomplete, "/customer"));
    }
    if let Some(business_id) = &customer.business_id
        && !super::business_id::is_valid(business_id)
    {
        notes.warning(Fault::new(FaultCode::BusinessIdInvalid, "/customer/business_id"));
    }
    let without_vat_id = customer.vat_id.as_ref().is_none_or(|vat_id| vat_id.trim_start().is_empty());
    let sells_without_vat = order.lines.iter().any(
        |line| matches!(line, crate::order::Line::Priced(line) if line.vat_percent.is_zero() && !line.total.is_zero()),
    );
    if customer.kind == BuyerKind::Business
        && order.delivery_country().group() == CountryGroup::Eu
        && without_vat_id
        && sells_without_vat
    {
        notes.warning(Fault::new(FaultCode::VatIdMissing, "/customer/vat_id"));
    }
}
