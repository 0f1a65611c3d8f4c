use serde::Serialize;

use crate::fault::{Error, FaultCode};

use super::super::register::{read_options, read_rows};
use super::{CustomerOptions, CustomerProposals, NetvisorCustomer, ShopCustomer, match_customers};

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    proposals: &'a CustomerProposals<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    csv: Option<Csv>,
}

#[derive(Serialize)]
struct Csv {
    proposals: String,
    ambiguous: String,
}

/// [`match_customers`] on JSON.
pub(crate) fn match_customers_json(shop: &[u8], netvisor: &[u8], options: &[u8]) -> Result<String, Error> {
    let options: CustomerOptions = read_options(options)?;
    let language = options.language.into();
    let shop: Vec<ShopCustomer> = read_rows("shop", shop, language, |customer: &ShopCustomer| {
        customer.id.trim().is_empty().then_some((FaultCode::TextEmpty, "id"))
    })?;
    let netvisor: Vec<NetvisorCustomer> = read_rows("netvisor", netvisor, language, |_| None)?;
    let proposals = match_customers(&shop, &netvisor, &options);
    let csv = options.csv.then(|| Csv { proposals: proposals.to_csv(), ambiguous: proposals.ambiguous_to_csv() });
    Ok(crate::json::to_text(&Answer { proposals: &proposals, csv }))
}
