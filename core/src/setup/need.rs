//! Which resource is asked for what, and under which settings.

use crate::Settings;
use crate::settings::{CustomerMatch, MissingCustomer, MissingProduct, ProductMatch, UpdateCustomer};
use crate::strict_json::words;

words! {
    /// What a merchant wants to use. A setup check needs no right of its own.
    pub enum Feature {
        /// [`OrderExport`](crate::OrderExport).
        Export = "export",
        /// [`StockFetch`](crate::fetch::StockFetch).
        Stock = "stock",
        /// Product data from the list of products.
        Catalogue = "catalogue",
        /// Product data from the list made for web shops, which needs extended product management.
        CatalogueWebShop = "catalogue_web_shop",
        /// Product data from the extended list.
        CatalogueExtended = "catalogue_extended",
        /// Images of products, beside one of the two before; the plain list of products comes without.
        CatalogueImages = "catalogue_images",
        /// What has become of the documents, back to the shop.
        Documents = "documents",
        /// Which numbers are taken, before the first export.
        NumberPlan = "number_plan",
        /// Netvisor's registers, to be matched with the shop's.
        Matching = "matching",
    }
}

/// One use of a resource.
pub(super) struct Need {
    pub(super) feature: Feature,
    pub(super) resource: &'static str,
    /// Whether these settings, and what else is wanted, lead to it.
    pub(super) arises: fn(&Settings, &[Feature]) -> bool,
    pub(super) reason: Sentence,
}

/// Why, in three languages.
pub(super) struct Sentence {
    pub(super) fi: &'static str,
    pub(super) sv: &'static str,
    pub(super) en: &'static str,
}

/// Declares the table of needs.
macro_rules! needs {
    ($( $Feature:ident, $resource:literal, $arises:expr, { fi: $fi:literal, sv: $sv:literal, en: $en:literal } )*) => {
        &[$( Need {
            feature: Feature::$Feature,
            resource: $resource,
            arises: $arises,
            reason: Sentence { fi: $fi, sv: $sv, en: $en },
        }, )*]
    };
}

fn always(_: &Settings, _: &[Feature]) -> bool {
    true
}

fn links_customers(settings: &Settings, _: &[Feature]) -> bool {
    settings.customers.match_by != CustomerMatch::Temporary
}

/// Every need there is: what the export's look-ups and documents and the fetches ask for.
pub(super) const NEEDS: &[Need] = needs! {
    Export, "salesinvoicelist.nv", always, {
        fi: "Ennen vientiä katsotaan, mitkä tilaukset ovat jo Netvisorissa, ja epäselvän vastauksen jälkeen, menikö tilaus perille.",
        sv: "Före exporten kontrolleras vilka beställningar som redan finns i Netvisor, och efter ett oklart svar om beställningen kom fram.",
        en: "Before the export it is looked up which orders are in Netvisor already, and after an unclear answer whether an order arrived."
    }
    Export, "salesinvoice.nv", always, {
        fi: "Tilaukset viedään Netvisoriin.",
        sv: "Beställningarna exporteras till Netvisor.",
        en: "Orders are exported to Netvisor."
    }
    Export, "customerlist.nv", links_customers, {
        fi: "Tilauksen asiakas haetaan asiakasrekisteristä (customers.match).",
        sv: "Beställningens kund söks i kundregistret (customers.match).",
        en: "The order's customer is looked up in the register (customers.match)."
    }
    Export, "customer.nv", |settings, features| {
        links_customers(settings, features) && settings.customers.missing == MissingCustomer::Create
    }, {
        fi: "Puuttuva asiakas perustetaan (customers.missing).",
        sv: "En kund som saknas läggs upp (customers.missing).",
        en: "A missing customer is created (customers.missing)."
    }
    Export, "customer.nv", |settings, features| {
        links_customers(settings, features) && settings.customers.update == UpdateCustomer::Changed
    }, {
        fi: "Asiakkaan muuttunut nimi ja y-tunnus päivitetään (customers.update).",
        sv: "Kundens ändrade namn och FO-nummer uppdateras (customers.update).",
        en: "A customer's changed name and business id are updated (customers.update)."
    }
    Export, "productlist.nv", always, {
        fi: "Tilauksen tuotteet ja toimituskulut haetaan tuoterekisteristä tuotekoodilla.",
        sv: "Beställningens produkter och leveranskostnader söks i produktregistret med produktkod.",
        en: "The order's products and shipping are looked up in the register by product code."
    }
    Export, "getproduct.nv", |settings, _| settings.products.match_by == ProductMatch::Ean, {
        fi: "Tuote haetaan EAN-koodilla (products.match).",
        sv: "Produkten söks med EAN-kod (products.match).",
        en: "A product is looked up by its EAN (products.match)."
    }
    Export, "product.nv", |settings, _| settings.products.missing == MissingProduct::Create, {
        fi: "Puuttuva tuote perustetaan (products.missing).",
        sv: "En produkt som saknas läggs upp (products.missing).",
        en: "A missing product is created (products.missing)."
    }
    Export, "salespayment.nv", |settings, _| settings.records_payments(), {
        fi: "Verkkokaupassa saatu maksu kirjataan suoritukseksi (payment.record).",
        sv: "En betalning som webbutiken fått bokförs (payment.record).",
        en: "A payment the shop has received is recorded (payment.record)."
    }
    Stock, "inventorybywarehouse.nv", always, {
        fi: "Varastosaldot haetaan verkkokauppaan.",
        sv: "Lagersaldona hämtas till webbutiken.",
        en: "Stock is fetched for the shop."
    }
    Catalogue, "productlist.nv", always, {
        fi: "Tuotteiden luettelo haetaan verkkokauppaan.",
        sv: "Förteckningen över produkter hämtas till webbutiken.",
        en: "The list of products is fetched for the shop."
    }
    Catalogue, "getproduct.nv", always, {
        fi: "Tuotteiden tarkemmat tiedot haetaan verkkokauppaan.",
        sv: "Produkternas närmare uppgifter hämtas till webbutiken.",
        en: "The details of products are fetched for the shop."
    }
    CatalogueWebShop, "webshopproductlist.nv", always, {
        fi: "Verkkokaupan tuoteluettelo haetaan kielineen ja muunnelmineen.",
        sv: "Webbutikens produktförteckning hämtas med språk och varianter.",
        en: "The web shop's list of products is fetched with its languages and variants."
    }
    CatalogueExtended, "extendedproductlist.nv", always, {
        fi: "Laajennettu tuoteluettelo haetaan verkkokauppaan.",
        sv: "Den utvidgade produktförteckningen hämtas till webbutiken.",
        en: "The extended list of products is fetched for the shop."
    }
    Catalogue, "getproductgroups.nv", always, {
        fi: "Tuoteryhmät haetaan verkkokauppaan.",
        sv: "Produktgrupperna hämtas till webbutiken.",
        en: "Product groups are fetched for the shop."
    }
    CatalogueWebShop, "getproductgroups.nv", always, {
        fi: "Tuoteryhmät haetaan verkkokauppaan.",
        sv: "Produktgrupperna hämtas till webbutiken.",
        en: "Product groups are fetched for the shop."
    }
    CatalogueExtended, "getproductgroups.nv", always, {
        fi: "Tuoteryhmät haetaan verkkokauppaan.",
        sv: "Produktgrupperna hämtas till webbutiken.",
        en: "Product groups are fetched for the shop."
    }
    CatalogueImages, "webshopproductimages.nv", |_, features| {
        features.contains(&Feature::CatalogueWebShop) || !features.contains(&Feature::CatalogueExtended)
    }, {
        fi: "Tuotekuvat haetaan verkkokauppaan.",
        sv: "Produktbilderna hämtas till webbutiken.",
        en: "Product images are fetched for the shop."
    }
    CatalogueImages, "getproductimage.nv", |_, features| features.contains(&Feature::CatalogueExtended), {
        fi: "Laajennetun tuoteluettelon kuvat haetaan verkkokauppaan.",
        sv: "Bilderna i den utvidgade produktförteckningen hämtas till webbutiken.",
        en: "The images of the extended list of products are fetched for the shop."
    }
    Documents, "salesinvoicelist.nv", always, {
        fi: "Tilausten ja laskujen tila haetaan verkkokauppaan.",
        sv: "Beställningarnas och fakturornas status hämtas till webbutiken.",
        en: "The state of orders and invoices is fetched for the shop."
    }
    Documents, "getorder.nv", always, {
        fi: "Laskutetun tilauksen lasku selvitetään.",
        sv: "Fakturan för en fakturerad beställning söks.",
        en: "The invoice of a billed order is looked up."
    }
    Documents, "getsalesinvoice.nv", always, {
        fi: "Laskun hyvitys selvitetään, ja laskun PDF haetaan pyydettäessä.",
        sv: "Fakturans kreditering söks, och fakturans PDF hämtas på begäran.",
        en: "Whether an invoice was credited is looked up, and its PDF is fetched on demand."
    }
    Documents, "deletedsalesinvoices.nv", always, {
        fi: "Poistetut laskut huomataan.",
        sv: "Borttagna fakturor upptäcks.",
        en: "Deleted invoices are noticed."
    }
    Documents, "deletedsalesorders.nv", always, {
        fi: "Poistetut tilaukset huomataan.",
        sv: "Borttagna beställningar upptäcks.",
        en: "Deleted orders are noticed."
    }
    NumberPlan, "salesinvoicelist.nv", always, {
        fi: "Ennen ensimmäistä vientiä katsotaan, mitkä numerot ovat käytössä.",
        sv: "Före den första exporten kontrolleras vilka nummer som är i bruk.",
        en: "Before the first export it is looked up which numbers are taken."
    }
    Matching, "customerlist.nv", always, {
        fi: "Netvisorin asiakkaat haetaan verkkokaupan asiakkaisiin verrattaviksi.",
        sv: "Kunderna i Netvisor hämtas för att jämföras med webbutikens.",
        en: "Netvisor's customers are fetched to be compared with the shop's."
    }
    Matching, "productlist.nv", always, {
        fi: "Netvisorin tuotteet haetaan verkkokaupan tuotteisiin verrattaviksi.",
        sv: "Produkterna i Netvisor hämtas för att jämföras med webbutikens.",
        en: "Netvisor's products are fetched to be compared with the shop's."
    }
};
