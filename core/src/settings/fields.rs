use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use crate::order::Money;
use crate::strict_json::record;

use super::*;

/// A settings object: derives its JSON Schema with the defaults in it, where that is asked for. Its hash leaves out what has
/// its default, so that it stays the same when a later version adds a setting.
macro_rules! settings {
    ($($(#[$meta:meta])* pub strict struct $Name:ident {
        $( $(#[$field_meta:meta])* pub $field:ident $(as $json:literal)? : $ty:ty = $default:expr ),* $(,)?
    })*) => { $(
        record! {
            #[cfg_attr(
                feature = "schema",
                derive(serde::Serialize, schemars::JsonSchema),
                serde(default),
                schemars(deny_unknown_fields)
            )]
            $(#[$meta])*
            pub strict struct $Name { $( $(#[$field_meta])* pub $field $(as $json)? : $ty = $default ),* }
        }

        impl Hash for $Name {
            fn hash<H: Hasher>(&self, hasher: &mut H) {
                let default = Self::default();
                $( if self.$field != default.$field {
                    stringify!($field).hash(hasher);
                    self.$field.hash(hasher);
                } )*
            }
        }
    )* };
}

settings! {
    /// What orders become.
    pub strict struct Document {
        /// Order, invoice or draft.
        #[cfg_attr(feature = "schema", serde(rename = "type"))]
        pub document_type as "type": DocumentType = DocumentType::Order,
        /// The state it is created in: `undelivered` (default) or `delivered` for an order, `open` (default) or `unsent`
        /// for an invoice, none for a draft.
        pub status: Option<DocumentStatus> = None,
        /// The auxiliary trade name, for a number series of the shop's own (§6.11).
        pub second_name: Option<String> = None,
    }

    /// Document numbers.
    pub strict struct Numbering {
        /// Where numbers come from.
        pub mode: NumberingMode = NumberingMode::OrderNumber,
        /// Added to the order's number, to stay clear of numbers already in Netvisor.
        pub offset: u64 = 0,
        /// The first number of the range left to documents made by hand; ours stay below it.
        pub manual_from: Option<u64> = None,
    }

    /// Linking to customers.
    pub strict struct Customers {
        /// What they are linked by.
        #[cfg_attr(feature = "schema", serde(rename = "match"))]
        pub match_by as "match": CustomerMatch = CustomerMatch::CustomerNumber,
        /// What happens to unknown ones.
        pub missing: MissingCustomer = MissingCustomer::Create,
        /// The code of the temporary customer (§6.1).
        pub temporary_code: String = "TEMP".to_owned(),
        /// The customer group of created cards.
        pub group: Option<String> = None,
        /// Whether cards that are there are changed.
        pub update: UpdateCustomer = UpdateCustomer::Never,
    }

    /// The product that stands for shipping, a fee and so on.
    pub strict struct SpecialProduct {
        /// Its product code in Netvisor; `null` takes the default.
        pub code: Option<String> = None,
        /// Its name on the document; `null` takes the order's own text.
        pub name: Option<String> = None,
    }

    /// Linking to products.
    pub strict struct Products {
        /// What they are linked by.
        #[cfg_attr(feature = "schema", serde(rename = "match"))]
        pub match_by as "match": ProductMatch = ProductMatch::Code,
        /// What happens to unknown ones.
        pub missing: MissingProduct = MissingProduct::Create,
        /// The product group of created products.
        pub group: String = "Verkkokauppa".to_owned(),
        /// The product used for lines without a code, and for unknown products where `missing` is `fallback`.
        pub fallback_code: Option<String> = None,
        /// Shipping lines; code `TOIMITUS` by default.
        pub shipping: SpecialProduct = SpecialProduct::default(),
        /// Fee lines; code `MAKSU` by default.
        pub fee: SpecialProduct = SpecialProduct::default(),
        /// Discount lines; code `ALENNUS` by default.
        pub discount: SpecialProduct = SpecialProduct::default(),
        /// Gift cards used to pay; code `LAHJAKORTTI` by default.
        pub gift_card: SpecialProduct = SpecialProduct::default(),
        /// The rounding line; code `PYORISTYS` and name `Pyöristys` by default.
        pub rounding: SpecialProduct = SpecialProduct::default(),
    }

    /// The payment method as a text.
    pub strict struct PaymentComment {
        /// Where it goes.
        #[cfg_attr(feature = "schema", serde(rename = "as"))]
        pub place as "as": CommentPlace = CommentPlace::CommentLine,
        /// The text, with `{title}`, `{method}`, `{transaction_id}` and `{paid_on}` filled in.
        pub template: Template = Template::default(),
    }

    /// A payment method of the shop as Netvisor knows it.
    pub strict struct PaymentMethod {
        /// Its name in Netvisor, or the bank account; `null` takes the shop's identifier.
        pub name: Option<String> = None,
        /// Whether `name` is a payment method's name or a bank account.
        #[cfg_attr(feature = "schema", serde(rename = "type"))]
        pub method_type as "type": PaymentMethodType = PaymentMethodType::Alternative,
        /// The account to book to, where it is not the one behind the method.
        pub account: Option<String> = None,
    }

    /// Payments.
    pub strict struct Payments {
        /// The payment method as a text on the document.
        pub comment: PaymentComment = PaymentComment::default(),
        /// Whether payments are recorded.
        pub record: RecordPayment = RecordPayment::Never,
        /// The shop's payment methods by their identifiers; needed for recording.
        pub methods: BTreeMap<String, PaymentMethod> = BTreeMap::new(),
        /// Netvisor's prepayment account; needed to record payments for orders (§6.5).
        pub prepayment_account: Option<String> = None,
        /// How gift cards used to pay are shown. As a payment, the method is `gift_card`.
        pub gift_cards: GiftCards = GiftCards::Line,
    }

    /// The buyer's message.
    pub strict struct Comment {
        /// Where it goes.
        #[cfg_attr(feature = "schema", serde(rename = "as"))]
        pub place as "as": CommentPlace = CommentPlace::FreeTextBeforeLines,
    }

    /// The term of payment.
    pub strict struct Terms {
        /// How it is given.
        #[cfg_attr(feature = "schema", serde(rename = "as"))]
        pub terms_as as "as": TermsAs = TermsAs::NetDays,
        /// Days from the order's date, 0–999.
        pub net_days: u64 = 14,
    }

    /// Prices and sums of lines.
    pub strict struct Lines {
        /// Unit prices with or without VAT.
        pub price: LinePrice = LinePrice::AsShop,
        /// Line sums with or without VAT.
        pub sum: LineSum = LineSum::Gross,
    }

    /// Differences between the lines and the total.
    pub strict struct Rounding {
        /// The largest difference that becomes a rounding line; a larger one is refused.
        pub tolerance: Money = Money::new(rust_decimal::Decimal::new(5, 2)).unwrap_or_default(),
    }

    /// What an export does after a request without a certain answer.
    pub strict struct Recovery {
        /// Minutes, 1–1440, for which an order is set aside before what was sent for it is sent again: so long a request
        /// that timed out may still be carried out.
        pub quarantine_minutes: u64 = 10,
        /// Minutes, 1–10080, without any answer after which a run ends.
        pub give_up_minutes: u64 = 120,
    }

    /// How documents are written.
    pub strict struct Xml {
        /// How characters outside ASCII are written.
        pub characters: Characters = Characters::Ascii,
    }

    /// All settings.
    #[cfg_attr(feature = "schema", schemars(rename = "Settings"))]
    pub strict struct SettingsFields {
        /// What orders become.
        pub document: Document = Document::default(),
        /// Document numbers.
        pub numbering: Numbering = Numbering::default(),
        /// Linking to customers.
        pub customers: Customers = Customers::default(),
        /// Linking to products.
        pub products: Products = Products::default(),
        /// Payments.
        pub payment: Payments = Payments::default(),
        /// The buyer's message.
        pub comment: Comment = Comment::default(),
        /// The term of payment.
        pub terms: Terms = Terms::default(),
        /// VAT codes: rules tried in order before the built-in ones, the first that fits wins.
        pub vat: Vec<VatRule> = Vec::new(),
        /// Prices and sums of lines.
        pub lines: Lines = Lines::default(),
        /// Differences between the lines and the total.
        pub rounding: Rounding = Rounding::default(),
        /// The language of messages.
        pub language: MessageLanguage = MessageLanguage::Finnish,
        /// What happens to texts longer than their field in Netvisor.
        pub text_overflow: TextOverflow = TextOverflow::TruncateAndWarn,
        /// What an export does after a request without a certain answer.
        pub recovery: Recovery = Recovery::default(),
        /// How documents are written.
        pub xml: Xml = Xml::default(),
    }
}
