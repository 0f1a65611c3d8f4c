use crate::fault::{Fault, FaultCode};
use crate::order::BuyerKind;
use crate::settings::MessageLanguage;
use crate::strict_json::{Broken, Context, Json, Leaf, Path, Read, record};
use crate::wire::reply::CustomerRow;

record! {
    /// A customer of the shop's register.
    pub strict struct ShopCustomer {
        /// By what the shop's customer import knows the customer; not empty.
        pub id: String,
        /// The name of the person or business.
        pub name: String,
        /// Consumer or business, where the shop tells them apart.
        pub kind: Option<BuyerKind>,
        /// The Finnish business id (Y-tunnus), in any spelling.
        pub business_id: Option<String>,
        /// The VAT id, in any spelling.
        pub vat_id: Option<String>,
        /// E-mail address.
        pub email: Option<String>,
        /// Postcode.
        pub postcode: Option<String>,
        /// Street and house number.
        pub street: Option<String>,
        /// Post office or city.
        pub city: Option<String>,
        /// The customer's number (code) in Netvisor, where the shop has it already.
        pub netvisor_number: Option<String>,
    }
}

record! {
    /// A customer card of Netvisor's. The list of customers has no more than key, name, code and business id (§3.1);
    /// the rest comes from the cards themselves (§3.2), and the more is given, the more is found.
    pub lenient struct NetvisorCustomer {
        /// Netvisor's own key of the customer.
        pub netvisor_key: u64,
        /// The name; empty when the card has none.
        pub name: String,
        /// The customer code.
        pub code: Option<String>,
        /// The business id or what stands in its place.
        pub business_id: Option<String>,
        /// The VAT id.
        pub vat_id: Option<String>,
        /// The second line of the name.
        pub name_extension: Option<String>,
        /// E-mail address.
        pub email: Option<String>,
        /// Postcode.
        pub postcode: Option<String>,
        /// Street and house number.
        pub street: Option<String>,
        /// City.
        pub city: Option<String>,
        /// Whether the card is a private person's.
        pub is_private: Option<bool>,
    }
}

impl From<CustomerRow<'_>> for NetvisorCustomer {
    fn from(row: CustomerRow<'_>) -> Self {
        Self {
            netvisor_key: row.netvisor_key,
            name: row.name.into_owned(),
            code: row.code.map(Into::into),
            business_id: row.business_id.map(Into::into),
            vat_id: None,
            name_extension: None,
            email: None,
            postcode: None,
            street: None,
            city: None,
            is_private: None,
        }
    }
}

/// The lowest score of what is proposed, 60 to 100. What scores less is listed as ambiguous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MinimumScore(u8);

impl MinimumScore {
    /// `None` outside 60 to 100: a name alone never scores 60.
    #[must_use]
    pub fn new(score: u8) -> Option<Self> {
        (60..=100).contains(&score).then_some(Self(score))
    }

    pub(super) fn value(self) -> u8 {
        self.0
    }
}

impl Default for MinimumScore {
    fn default() -> Self {
        Self(60)
    }
}

impl<'de> Leaf<'de> for MinimumScore {
    fn blank() -> Self {
        Self::default()
    }

    fn take(json: &mut Json<'de>, context: &mut Context, at: &Path<'_>) -> Result<Option<Self>, Broken> {
        let Some(number) = u64::value(json, context, at)? else { return Ok(None) };
        let score = u8::try_from(number).ok().and_then(Self::new);
        if score.is_none() {
            context.note(Fault::new(FaultCode::IntegerOutOfRange, at.pointer()).with(60).with(100));
        }
        Ok(score)
    }
}

record! {
    /// How customers are matched.
    pub strict struct CustomerOptions {
        /// The language of messages.
        pub language: MessageLanguage = MessageLanguage::Finnish,
        /// The lowest score of what is proposed.
        pub minimum_score: MinimumScore = MinimumScore::default(),
        /// Whether the JSON also holds the proposals as CSV.
        pub csv: bool = false,
    }
}
