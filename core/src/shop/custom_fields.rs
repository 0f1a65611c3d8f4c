/// What merchants keep in an order's custom fields, since no shop has a place of its own for it. A leading underscore,
/// capitals and hyphens in the names make no difference.
pub(super) struct CustomFields<'o>(pub(super) Vec<(&'o str, &'o str)>);

impl CustomFields<'_> {
    pub(super) fn netvisor_number(&self) -> Option<String> {
        self.first(&["netvisor_number", "netvisor_customer_number"])
    }

    pub(super) fn business_id(&self) -> Option<String> {
        self.first(&["business_id", "billing_business_id", "y_tunnus", "billing_y_tunnus"])
    }

    pub(super) fn vat_id(&self) -> Option<String> {
        self.first(&["vat_id", "vat_number", "billing_vat_id", "billing_vat_number", "billing_vat"])
    }

    pub(super) fn einvoice_address(&self) -> Option<String> {
        self.first(&["einvoice_address", "billing_einvoice_address", "verkkolaskuosoite", "billing_verkkolaskuosoite"])
    }

    pub(super) fn einvoice_operator(&self) -> Option<String> {
        self.first(&[
            "einvoice_operator",
            "billing_einvoice_operator",
            "verkkolaskuoperaattori",
            "billing_verkkolaskuoperaattori",
            "valittajatunnus",
        ])
    }

    pub(super) fn reference_number(&self) -> Option<String> {
        self.first(&["reference_number", "viitenumero"])
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.0
            .iter()
            .filter(|(name, _)| {
                names.contains(&&*name.trim_start_matches('_').to_ascii_lowercase().replace(['-', ' '], "_"))
            })
            .map(|(_, value)| value.trim())
            .find(|value| !value.is_empty())
            .map(str::to_owned)
    }
}
