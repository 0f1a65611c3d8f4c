//! The fields of a WooCommerce order that are read; the others are passed over.

use crate::order::Currency;
use crate::shop::address::ShopAddress;
use crate::shop::lenient::{Amount, AnyText, List, Text};
use crate::strict_json::record;

record! {
    pub(super) lenient struct Order {
        pub(super) id: Text,
        pub(super) number: Text,
        pub(super) status: Text,
        pub(super) currency: Currency,
        pub(super) date_created: Text,
        pub(super) date_created_gmt: Text,
        pub(super) prices_include_tax: bool,
        pub(super) total: Amount,
        pub(super) total_tax: Option<Amount>,
        pub(super) customer_id: Text,
        pub(super) customer_note: Text,
        pub(super) billing: Address,
        pub(super) shipping: Option<Address>,
        pub(super) payment_method: Text,
        pub(super) payment_method_title: Text,
        pub(super) transaction_id: Text,
        pub(super) date_paid: Text,
        pub(super) date_paid_gmt: Text,
        pub(super) meta_data: List<MetaData>,
        pub(super) line_items: Vec<LineItem>,
        pub(super) tax_lines: List<TaxLine>,
        pub(super) shipping_lines: List<ShippingLine>,
        pub(super) fee_lines: List<FeeLine>,
        pub(super) refunds: List<Refund>,
        /// Of the Gift Cards extension.
        pub(super) gift_cards: List<GiftCard>,
    }
}

record! {
    pub(super) lenient struct Address {
        pub(super) first_name: Text,
        pub(super) last_name: Text,
        pub(super) company: Text,
        pub(super) address_1: Text,
        pub(super) address_2: Text,
        pub(super) postcode: Text,
        pub(super) city: Text,
        pub(super) country: Text,
        pub(super) email: Text,
        pub(super) phone: Text,
    }
}

impl Address {
    pub(super) fn parts(&self) -> ShopAddress<'_> {
        ShopAddress {
            company: &self.company,
            first_name: &self.first_name,
            last_name: &self.last_name,
            street: &self.address_1,
            additional_street: &self.address_2,
            postcode: &self.postcode,
            city: &self.city,
        }
    }
}

record! {
    pub(super) lenient struct MetaData {
        pub(super) key: AnyText,
        pub(super) value: AnyText,
        pub(super) display_key: AnyText,
        pub(super) display_value: AnyText,
    }
}

record! {
    pub(super) lenient struct LineItem {
        pub(super) name: Text,
        pub(super) sku: Text,
        pub(super) global_unique_id: Text,
        pub(super) quantity: Amount,
        pub(super) subtotal: Option<Amount>,
        pub(super) subtotal_tax: Option<Amount>,
        pub(super) total: Amount,
        pub(super) total_tax: Option<Amount>,
        pub(super) taxes: List<Tax>,
        pub(super) meta_data: List<MetaData>,
    }
}

record! {
    /// The share of one tax in a line; an empty total means the tax does not apply.
    pub(super) lenient struct Tax {
        pub(super) id: Text,
        pub(super) total: Text,
        pub(super) subtotal: Text,
    }
}

record! {
    pub(super) lenient struct TaxLine {
        pub(super) rate_id: Text,
        pub(super) rate_percent: Option<Amount>,
        pub(super) compound: Option<bool>,
    }
}

record! {
    pub(super) lenient struct ShippingLine {
        pub(super) method_title: Text,
        pub(super) total: Amount,
        pub(super) total_tax: Option<Amount>,
        pub(super) taxes: List<Tax>,
    }
}

record! {
    pub(super) lenient struct FeeLine {
        pub(super) name: Text,
        pub(super) total: Amount,
        pub(super) total_tax: Option<Amount>,
        pub(super) taxes: List<Tax>,
    }
}

record! {
    pub(super) lenient struct Refund {
        pub(super) total: Amount,
    }
}

record! {
    pub(super) lenient struct GiftCard {
        pub(super) amount: Amount,
    }
}
