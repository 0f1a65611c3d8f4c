//! The fields of a Shopify order that are read; the others are passed over.

use crate::order::Currency;
use crate::shop::address::ShopAddress;
use crate::shop::lenient::{Amount, AnyText, List, Presence, Text};
use crate::strict_json::record;

record! {
    pub(super) lenient struct Order {
        pub(super) id: Text,
        pub(super) name: Text,
        pub(super) currency: Currency,
        pub(super) created_at: Text,
        pub(super) processed_at: Text,
        pub(super) cancelled_at: Text,
        pub(super) financial_status: Text,
        pub(super) taxes_included: bool,
        pub(super) total_price: Amount,
        pub(super) total_price_set: Option<MoneySet>,
        pub(super) total_tax: Option<Amount>,
        pub(super) total_outstanding: Option<Amount>,
        pub(super) total_tip_received: Option<Amount>,
        pub(super) original_total_duties_set: Option<MoneySet>,
        pub(super) original_total_additional_fees_set: Option<MoneySet>,
        pub(super) test: Option<bool>,
        pub(super) note: Text,
        pub(super) note_attributes: List<Attribute>,
        pub(super) po_number: Text,
        pub(super) email: Text,
        pub(super) phone: Text,
        pub(super) company: Presence,
        pub(super) customer: Option<Customer>,
        pub(super) billing_address: Option<Address>,
        pub(super) shipping_address: Option<Address>,
        pub(super) line_items: Vec<LineItem>,
        pub(super) shipping_lines: List<ShippingLine>,
        pub(super) payment_gateway_names: List<Text>,
        pub(super) refunds: List<Refund>,
        /// Not part of an order as Shopify sends it; a host may add what it fetched from the order's transactions.
        pub(super) transactions: List<Transaction>,
    }
}

record! {
    pub(super) lenient struct MoneySet {
        pub(super) shop_money: Option<ShopMoney>,
    }
}

record! {
    pub(super) lenient struct ShopMoney {
        pub(super) amount: Amount,
        pub(super) currency_code: Text,
    }
}

record! {
    pub(super) lenient struct Attribute {
        pub(super) name: AnyText,
        pub(super) value: AnyText,
    }
}

record! {
    pub(super) lenient struct Customer {
        pub(super) id: Text,
        pub(super) email: Text,
        pub(super) phone: Text,
        pub(super) default_address: Option<Address>,
    }
}

record! {
    pub(super) lenient struct Address {
        pub(super) first_name: Text,
        pub(super) last_name: Text,
        pub(super) company: Text,
        pub(super) address1: Text,
        pub(super) address2: Text,
        pub(super) zip: Text,
        pub(super) city: Text,
        pub(super) country_code: Text,
        pub(super) phone: Text,
    }
}

impl Address {
    pub(super) fn parts(&self) -> ShopAddress<'_> {
        ShopAddress {
            company: &self.company,
            first_name: &self.first_name,
            last_name: &self.last_name,
            street: &self.address1,
            additional_street: &self.address2,
            postcode: &self.zip,
            city: &self.city,
        }
    }
}

record! {
    pub(super) lenient struct LineItem {
        pub(super) name: Text,
        pub(super) title: Text,
        pub(super) sku: Text,
        pub(super) quantity: Amount,
        pub(super) price: Amount,
        pub(super) total_discount: Option<Amount>,
        pub(super) discount_allocations: Option<Vec<Allocation>>,
        pub(super) tax_lines: List<TaxLine>,
        pub(super) properties: List<Attribute>,
        /// There on the line of a tip.
        pub(super) tip: Presence,
    }
}

record! {
    pub(super) lenient struct ShippingLine {
        pub(super) title: Text,
        pub(super) price: Amount,
        pub(super) discounted_price: Option<Amount>,
        pub(super) discount_allocations: Option<Vec<Allocation>>,
        pub(super) tax_lines: List<TaxLine>,
    }
}

record! {
    pub(super) lenient struct Allocation {
        pub(super) amount: Amount,
    }
}

record! {
    /// One tax of a line; the rate is a fraction, 0.255 for 25,5 %.
    pub(super) lenient struct TaxLine {
        pub(super) price: Amount,
        pub(super) rate: Option<Amount>,
    }
}

record! {
    pub(super) lenient struct Refund {
        pub(super) transactions: List<Transaction>,
    }
}

record! {
    pub(super) lenient struct Transaction {
        pub(super) kind: Text,
        pub(super) status: Text,
        pub(super) gateway: Text,
        pub(super) amount: Amount,
        pub(super) processed_at: Text,
    }
}

impl Transaction {
    /// Whether money has come in.
    pub(super) fn is_received(&self) -> bool {
        matches!(self.kind.0.as_str(), "sale" | "capture") && self.status.0 == "success"
    }

    pub(super) fn is_gift_card(&self) -> bool {
        self.gateway.0 == GIFT_CARD
    }
}

/// Shopify's name for payment by gift card.
pub(super) const GIFT_CARD: &str = "gift_card";
