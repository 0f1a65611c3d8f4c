use serde::Serialize;

/// A right the company gives the interface identifier, named as Netvisor's page *Rajapintaresurssien oikeudet* shows it, in
/// Finnish whatever the language of the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Permission {
    /// The heading it stands under.
    pub group: &'static str,
    /// Its name.
    pub name: &'static str,
}

const CUSTOMERS: &str = "ASIAKASTIEDOT";
const SALES: &str = "TILAUKSET JA LASKUT";
const PAYMENTS: &str = "MYYNTISUORITUS";
const PRODUCTS: &str = "TUOTTEET";
const STOCK: &str = "VARASTOTAPAHTUMAT";

const PERMISSIONS: &[(&str, &str, &str)] = &[
    ("customerlist.nv", CUSTOMERS, "Asiakaslistan nouto Netvisorista"),
    ("customer.nv", CUSTOMERS, "Asiakastietojen tuonti Netvisoriin"),
    ("salesinvoicelist.nv", SALES, "Myyntilasku- ja -tilauslistan nouto Netvisorista"),
    ("getorder.nv", SALES, "Tilauksen nouto Netvisorista"),
    ("getsalesinvoice.nv", SALES, "Myyntilaskun ja hyvityslaskun nouto Netvisorista"),
    ("salesinvoice.nv", SALES, "Myyntilaskun, hyvityslaskun tai -tilauksen tuonti Netvisoriin"),
    ("salespayment.nv", PAYMENTS, "Myyntisuorituksen tuonti Netvisoriin"),
    ("productlist.nv", PRODUCTS, "Tuotelistan nouto Netvisorista"),
    ("product.nv", PRODUCTS, "Tuotetietojen tuonti Netvisoriin"),
    ("getproduct.nv", PRODUCTS, "Tuotetietojen nouto Netvisorista"),
    ("webshopproductlist.nv", PRODUCTS, "Tuotelistan nouto Netvisorista (webshopproductlist.nv)"),
    ("webshopproductimages.nv", PRODUCTS, "Tuotekuvien nouto Netvisorista"),
    ("getproductimage.nv", PRODUCTS, "Tuotekuvien nouto Netvisorista"),
    ("getproductgroups.nv", PRODUCTS, "Tuoteryhmät"),
    ("inventorybywarehouse.nv", STOCK, "Tuotesaldojen nouto varastoittain Netvisorista"),
];

impl Permission {
    /// The right a resource needs; `None` where its name in Netvisor is not known.
    #[must_use]
    pub fn for_resource(resource: &str) -> Option<Self> {
        let row = PERMISSIONS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(resource))?;
        Some(Self { group: row.1, name: row.2 })
    }
}
