//! The codes of matching registers. Handed on with those of the other files, as `mod.rs` says.

macro_rules! matching_codes {
    ($next:ident $($others:ident)*; $($codes:tt)*) => {
        $next! { $($others)*; $($codes)*
            // Matching registers
            /// A register with too many bytes.
            #[cfg(feature = "fetch")]
            RegisterTooLarge = "register_too_large" {
                fi: "Rekisteri on liian suuri: enintään {0} tavua. Jätä pois kentät ja rivit, joita ei tarvita.",
                sv: "Registret är för stort: högst {0} byte. Lämna bort fält och rader som inte behövs.",
                en: "The register is too large: at most {0} bytes. Leave out fields and rows that are not needed."
            }
            /// An id that several customers of the shop's register have.
            #[cfg(feature = "fetch")]
            ShopIdRepeated = "shop_id_repeated" {
                fi: "Sama tunniste on verkkokaupan rekisterissä useammin kuin kerran. Anna jokainen asiakas vain kerran.",
                sv: "Samma id finns flera gånger i webbutikens register. Ange varje kund bara en gång.",
                en: "The shop's register has the same id more than once. Give each customer only once."
            }
            /// A Netvisor number in the shop that no card has.
            #[cfg(feature = "fetch")]
            NetvisorNumberUnknown = "netvisor_number_unknown" {
                fi: "Verkkokaupassa olevaa Netvisorin asiakasnumeroa ei ole Netvisorissa. Tarkista numero tai hyväksy ehdotettu asiakas.",
                sv: "Kundnumret som webbutiken har finns inte i Netvisor. Kontrollera numret eller godkänn den föreslagna kunden.",
                en: "The customer number the shop has does not exist in Netvisor. Check the number or accept the customer proposed."
            }
            /// A NetvisorKey where the shop should have a customer code.
            #[cfg(feature = "fetch")]
            NetvisorNumberIsKey = "netvisor_number_is_key" {
                fi: "Verkkokaupassa oleva numero ei ole minkään asiakkaan asiakasnumero Netvisorissa, mutta se on erään asiakkaan NetvisorKey. Vaihda tilalle asiakasnumero: asiakkaat linkitetään sillä.",
                sv: "Numret som webbutiken har är ingen kunds kundnummer i Netvisor, men det är en kunds NetvisorKey. Byt det mot kundnumret: kunderna kopplas med det.",
                en: "The number the shop has is no customer's code in Netvisor, but it is the NetvisorKey of one. Replace it by the customer code: customers are linked by that."
            }
            /// A customer linked by its number whose business id is another than the card's.
            #[cfg(feature = "fetch")]
            LinkedCustomerDiffers = "linked_customer_differs" {
                fi: "Asiakkaalla on Netvisorin asiakasnumero, mutta Y-tunnus on Netvisorissa eri kuin verkkokaupassa. Tarkista, onko numero oikean asiakkaan.",
                sv: "Kunden har ett kundnummer i Netvisor, men FO-numret är ett annat i Netvisor än i webbutiken. Kontrollera att numret hör till rätt kund.",
                en: "The customer has a customer number in Netvisor, but the business id there is another than in the shop. Check that the number is the right customer's."
            }
            /// A card that fits but has no customer code to link by.
            #[cfg(feature = "fetch")]
            CustomerCodeMissing = "customer_code_missing" {
                fi: "Ehdotetulla asiakkaalla ei ole Netvisorissa asiakasnumeroa, jolla linkittää. Lisää asiakkaalle asiakasnumero Netvisorissa.",
                sv: "Den föreslagna kunden har inget kundnummer i Netvisor att koppla med. Ge kunden ett kundnummer i Netvisor.",
                en: "The customer proposed has no customer code in Netvisor to link by. Give the customer a code in Netvisor."
            }
            /// A NetvisorKey that rows with different contents have.
            #[cfg(feature = "fetch")]
            NetvisorKeyRepeated = "netvisor_key_repeated" {
                fi: "Netvisorin rekisterissä on samalla NetvisorKeyllä erisisältöisiä rivejä; niistä luettiin ensimmäinen. Hae rekisteri uudelleen.",
                sv: "Netvisors register har rader med samma NetvisorKey men olika innehåll; den första av dem lästes. Hämta registret på nytt.",
                en: "Netvisor's register has rows with the same NetvisorKey and different contents; the first of them was read. Fetch the register again."
            }
        }
    };
}
pub(super) use matching_codes;
