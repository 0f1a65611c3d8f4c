use crate::fault::{Fault, FaultCode, Language};

use super::ShopCustomer;
use super::proposals::Finding;

/// What was noticed about the registers, by kind.
#[derive(Default)]
pub(super) struct Findings<'a> {
    pub(super) id_repeated: Vec<&'a ShopCustomer>,
    pub(super) number_unknown: Vec<&'a ShopCustomer>,
    pub(super) number_is_key: Vec<&'a ShopCustomer>,
    pub(super) linked_differs: Vec<&'a ShopCustomer>,
    pub(super) card_without_code: Vec<(&'a ShopCustomer, u64)>,
    pub(super) key_repeated: Vec<u64>,
}

impl<'a> Findings<'a> {
    /// One finding for each kind there is.
    pub(super) fn into_list(mut self, language: Language) -> Vec<Finding<'a>> {
        self.key_repeated.dedup();
        let (customers, keys) = self.card_without_code.into_iter().unzip();
        let all = [
            (FaultCode::ShopIdRepeated, "/shop", self.id_repeated, Vec::new()),
            (FaultCode::NetvisorNumberUnknown, "/shop", self.number_unknown, Vec::new()),
            (FaultCode::NetvisorNumberIsKey, "/shop", self.number_is_key, Vec::new()),
            (FaultCode::LinkedCustomerDiffers, "/shop", self.linked_differs, Vec::new()),
            (FaultCode::CustomerCodeMissing, "/netvisor", customers, keys),
            (FaultCode::NetvisorKeyRepeated, "/netvisor", Vec::new(), self.key_repeated),
        ];
        all.into_iter()
            .filter(|(_, _, customers, keys)| !customers.is_empty() || !keys.is_empty())
            .map(|(code, path, customers, netvisor_keys)| Finding {
                fault: Fault::new(code, path).in_language(language),
                customers,
                netvisor_keys,
            })
            .collect()
    }
}
