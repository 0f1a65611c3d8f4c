use std::ops::Deref;

use crate::fault::{Error, ErrorKind};
use crate::strict_json::{self, record, words};

use super::{Country, Currency, Date, Line, Money, PlacedAt, check};

words! {
    /// Whether the buyer is a private person or a business; decides VAT code and customer card.
    pub enum BuyerKind {
        /// A private person.
        Consumer = "consumer",
        /// A company, association or public body.
        Business = "business",
    }
}

record! {
    /// Who bought.
    #[derive(serde::Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub strict struct Customer {
        /// The customer's number in the shop; absent for a guest.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub number: Option<String>,
        /// The customer's number in Netvisor, where the shop keeps it in a field of its own.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub netvisor_number: Option<String>,
        /// The Finnish business id (Y-tunnus), such as `1234567-1`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub business_id: Option<String>,
        /// The VAT id, such as `FI12345671`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub vat_id: Option<String>,
        /// Consumer or business.
        pub kind: BuyerKind,
        /// The name of the person or business.
        pub name: String,
        /// E-mail address.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email: Option<String>,
        /// Telephone number.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub phone: Option<String>,
        /// The address e-invoices go to, for a customer card that is made (§2.3). Needs `einvoice_operator`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub einvoice_address: Option<String>,
        /// The code of the operator behind `einvoice_address`, such as `NDEAFIHH` (§5.5).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub einvoice_operator: Option<String>,
    }
}

record! {
    /// A postal address. Netvisor takes an address whole or not at all (§2.1), so one without street, postcode or city is
    /// left off the document with a warning.
    #[derive(serde::Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub strict struct Address {
        /// Who lives or works there.
        pub name: String,
        /// Second line of the name, such as a contact person.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name_extension: Option<String>,
        /// Street and house number.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub street: Option<String>,
        /// Second line of the street address.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub additional_street: Option<String>,
        /// Postcode; may be absent where the country has none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub postcode: Option<String>,
        /// Post office or city.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub city: Option<String>,
        /// Country.
        pub country: Country,
    }
}

record! {
    /// How the order was or will be paid.
    #[derive(serde::Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub strict struct Payment {
        /// The shop's identifier of the payment method, such as `paytrail`; the settings map it to Netvisor's name.
        pub method: String,
        /// What the buyer saw, such as `Verkkopankki`.
        pub title: String,
        /// Whether the money has been received.
        pub paid: bool,
        /// The day it was received.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub paid_on: Option<Date>,
        /// How much was received, if not the order's total.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
        /// The payment provider's identifier.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub transaction_id: Option<String>,
    }
}

record! {
    /// The fields of an order before [`OrderFields::check`] has looked at them together.
    #[derive(serde::Serialize)]
    #[cfg_attr(
        feature = "schema",
        derive(schemars::JsonSchema),
        schemars(deny_unknown_fields, rename = "Order", description = "An order in the canonical form.")
    )]
    pub strict struct OrderFields {
        /// The order's number in the shop; the document's number is made of its digits.
        pub number: String,
        /// When it was placed, with the shop's offset from UTC.
        pub placed_at: PlacedAt,
        /// The currency of every amount.
        pub currency: Currency,
        /// Whether unit prices and line totals include VAT.
        pub prices_include_vat: bool,
        /// What the buyer pays, always with VAT.
        pub total: Money,
        /// The VAT in `total`, if the shop says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub total_vat: Option<Money>,
        /// Who bought.
        pub customer: Customer,
        /// Where the invoice goes.
        pub billing: Address,
        /// Where the goods go, if elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub delivery: Option<Address>,
        /// How the goods go, such as `Matkahuolto`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub delivery_method: Option<String>,
        /// What was bought, and what else makes up the total.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<super::LineFields>"))]
        pub lines: Vec<Line>,
        /// How it was or will be paid.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub payment: Option<Payment>,
        /// The buyer's message.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// The seller's reference.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub our_reference: Option<String>,
        /// The buyer's reference.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub your_reference: Option<String>,
        /// A Finnish reference number the buyer has already been given (§5.3).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub reference_number: Option<String>,
        /// The number of the order this one refunds; amounts are then negative, and the document a credit note (§6.6).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub refund_of: Option<String>,
    }
}

impl OrderFields {
    /// Looks at the fields together.
    ///
    /// # Errors
    /// Everything that is wrong with them, with pointers into the canonical JSON.
    pub fn check(self) -> Result<Order, Error> {
        match Error::from_faults(ErrorKind::Order, check::faults(&self)) {
            None => Ok(Order(self)),
            Some(error) => Err(error),
        }
    }
}

/// An order that has been checked; its fields can be read but not changed.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Order(OrderFields);

impl Order {
    /// Reads an order in the canonical form.
    ///
    /// # Errors
    /// Everything that is wrong with it: [`crate::FaultCode`] and JSON pointer for each.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        strict_json::read::<OrderFields>(ErrorKind::Order, json)?.check()
    }

    /// The fields, to change and check again.
    #[must_use]
    pub fn into_fields(self) -> OrderFields {
        self.0
    }

    /// The order in its canonical JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_text(self)
    }

    /// The address that decides VAT: where the goods go.
    pub(crate) fn delivery_country(&self) -> Country {
        self.delivery.as_ref().unwrap_or(&self.billing).country
    }
}

impl Deref for Order {
    type Target = OrderFields;
    fn deref(&self) -> &OrderFields {
        &self.0
    }
}
