//! The codes of exports, and the fetches that share their machinery. Handed on with those of the other files, as `mod.rs` says.

macro_rules! export_codes {
    ($next:ident $($others:ident)*; $($codes:tt)*) => {
        $next! { $($others)*; $($codes)*
            // The export
            /// Two orders of one export have the same number, or would get the same document number.
            OrderNumberDuplicate = "order_number_duplicate" {
                fi: "Samassa viennissä on toinen tilaus, jolla on sama numero tai josta tulisi sama tositenumero {0}. Kumpaakaan ei lähetetä. Poista toinen ja vie uudelleen.",
                sv: "En annan beställning i samma export har samma nummer eller skulle få samma dokumentnummer {0}. Ingen av dem skickas. Ta bort den ena och exportera på nytt.",
                en: "Another order of this export has the same number or would get the same document number {0}. Neither is sent. Remove one and export again."
            }
            /// Netvisor has a document with this number that is not this order's.
            NumberConflict = "number_conflict" {
                fi: "Netvisorissa on jo tosite numerolla {0}, eikä se ole tämän tilauksen (NetvisorKey {1}). Muuta asetusta numbering.offset tai tositteen numeroa.",
                sv: "Netvisor har redan ett dokument med nummer {0} som inte hör till denna beställning (NetvisorKey {1}). Ändra numbering.offset eller dokumentets nummer.",
                en: "Netvisor already has a document with number {0} that is not this order's (NetvisorKey {1}). Change numbering.offset or that document's number."
            }
            /// Warning: the order's document in Netvisor has another total.
            DocumentSumDiffers = "document_sum_differs" {
                fi: "Tilaus on jo viety, mutta tositteen summa Netvisorissa on {0} ja tilauksen {1}. Tarkista, onko tilausta muutettu viennin jälkeen.",
                sv: "Beställningen är redan exporterad, men dokumentets summa i Netvisor är {0} och beställningens {1}. Kontrollera om beställningen har ändrats efter exporten.",
                en: "The order has been exported before, but its document in Netvisor comes to {0} and the order to {1}. Check whether the order was changed after the export."
            }
            /// The customer is not in Netvisor, and the merchant wants such orders refused.
            CustomerNotFound = "customer_not_found" {
                fi: "Asiakasta {0} ei ole Netvisorissa. Perusta asiakas tai muuta asetusta customers.missing.",
                sv: "Kunden {0} finns inte i Netvisor. Lägg upp kunden eller ändra customers.missing.",
                en: "Netvisor has no customer {0}. Create the customer or change customers.missing."
            }
            /// Several customers in Netvisor have what the order is matched by.
            CustomerAmbiguous = "customer_ambiguous" {
                fi: "Netvisorissa on useita asiakkaita tunnuksella {0}: NetvisorKey {1}. Korjaa asiakasrekisteri, jotta tilaus ei mene väärälle asiakkaalle.",
                sv: "Netvisor har flera kunder med beteckningen {0}: NetvisorKey {1}. Rätta kundregistret så att beställningen inte hamnar hos fel kund.",
                en: "Netvisor has several customers with {0}: NetvisorKey {1}. Mend the register, so that the order does not go to the wrong customer."
            }
            /// Warning: the customer is not in Netvisor, and the temporary customer stands in.
            CustomerReplaced = "customer_replaced" {
                fi: "Asiakasta {0} ei ole Netvisorissa; tilaus menee tilapäisasiakkaalle {1}.",
                sv: "Kunden {0} finns inte i Netvisor; beställningen går till den tillfälliga kunden {1}.",
                en: "Netvisor has no customer {0}; the order goes to the temporary customer {1}."
            }
            /// A product is not in Netvisor, and the merchant wants such orders refused.
            ProductNotFound = "product_not_found" {
                fi: "Tuotetta {0} ei ole Netvisorissa. Perusta tuote tai muuta asetusta products.missing.",
                sv: "Produkten {0} finns inte i Netvisor. Lägg upp produkten eller ändra products.missing.",
                en: "Netvisor has no product {0}. Create the product or change products.missing."
            }
            /// Warning: a product is not in Netvisor, and the fallback product stands in.
            ProductReplaced = "product_replaced" {
                fi: "Tuotetta {0} ei ole Netvisorissa; rivillä on tuote {1}.",
                sv: "Produkten {0} finns inte i Netvisor; raden har produkten {1}.",
                en: "Netvisor has no product {0}; the line has product {1}."
            }
            /// The document's open sum fits none of the order's payments, so none is sent.
            PaymentUnclear = "payment_unclear" {
                fi: "Tositteen avoin summa Netvisorissa ({0}) ei vastaa tilauksen suorituksia, joten suoritusta ei lähetetty. Tarkista tositteen suoritukset Netvisorissa.",
                sv: "Dokumentets öppna summa i Netvisor ({0}) stämmer inte med beställningens betalningar, så ingen betalning skickades. Kontrollera dokumentets betalningar i Netvisor.",
                en: "The document's open sum in Netvisor ({0}) does not fit the order's payments, so no payment was sent. Check the document's payments in Netvisor."
            }
            /// Nothing certain came back from several attempts, and what was sent is not in Netvisor.
            RequestUnanswered = "request_unanswered" {
                fi: "Netvisor ei vastannut {0} lähetykseen, eikä lähetettyä löydy sieltä. Vie tilaus myöhemmin uudelleen.",
                sv: "Netvisor svarade inte på {0} försök, och det skickade finns inte där. Exportera beställningen senare på nytt.",
                en: "Netvisor gave no answer to {0} attempts, and what was sent is not there. Export the order again later."
            }
            /// Netvisor could not be reached for too long, and the run was ended.
            NetvisorUnreachable = "netvisor_unreachable" {
                fi: "Netvisoriin ei saatu yhteyttä {0} minuuttiin. Jatka vientiä myöhemmin tallennetusta tilasta.",
                sv: "Netvisor kunde inte nås på {0} minuter. Fortsätt exporten senare från det sparade läget.",
                en: "Netvisor could not be reached for {0} minutes. Resume the export later from its checkpoint."
            }
            /// Something was sent and it is not certain whether Netvisor carried it out.
            OutcomeUncertain = "outcome_uncertain" {
                fi: "Ei ole varmaa, ehtikö Netvisor käsitellä lähetetyn pyynnön. Jatka vientiä tallennetusta tilasta: se tarkistaa asian ennen kuin lähettää uudelleen.",
                sv: "Det är inte säkert om Netvisor hann behandla det som skickades. Fortsätt exporten från det sparade läget: den kontrollerar saken innan något skickas på nytt.",
                en: "It is not certain whether Netvisor carried out what was sent. Resume the export from its checkpoint: it looks before it sends again."
            }
            /// A draft was sent and it is not certain whether Netvisor carried it out; drafts cannot be looked up.
            DraftUncertain = "draft_uncertain" {
                fi: "Ei ole varmaa, syntyikö laskuluonnos, eikä luonnoksia voi hakea rajapinnasta. Katso luonnokset Netvisorissa ennen kuin viet tilauksen uudelleen.",
                sv: "Det är inte säkert om fakturautkastet skapades, och utkast kan inte hämtas via gränssnittet. Se efter bland utkasten i Netvisor innan du exporterar beställningen på nytt.",
                en: "It is not certain whether the draft was made, and drafts cannot be fetched. Look among the drafts in Netvisor before you export the order again."
            }
            /// A moment that does not exist, or in another form.
            #[cfg(feature = "fetch")]
            MomentInvalid = "moment_invalid" {
                fi: "Ajankohtaa ei ole. Anna Suomen aika muodossa 2026-01-15T12:00:00, tai pelkkä päivä 2026-01-15.",
                sv: "Tidpunkten finns inte. Ge finsk tid i formen 2026-01-15T12:00:00, eller bara dagen 2026-01-15.",
                en: "There is no such moment. Give Finnish local time as 2026-01-15T12:00:00, or the date 2026-01-15 alone."
            }
            /// A full list of stock without a product.
            #[cfg(feature = "fetch")]
            StockListEmpty = "stock_list_empty" {
                fi: "Netvisor ei antanut yhtään varastosaldoa. Joko yhdelläkään tuotteella ei ole varastonhallintaa, tai yritys käyttää toista varastojärjestelmää (esimerkiksi Rackbeatia), jolloin saldot haetaan sen omasta rajapinnasta.",
                sv: "Netvisor gav inga lagersaldon. Antingen har ingen produkt lagerhantering, eller så använder företaget ett annat lagersystem (till exempel Rackbeat), och då hämtas saldona ur dess eget gränssnitt.",
                en: "Netvisor gave no stock at all. Either no product has its stock managed, or the company uses another stock system (such as Rackbeat), whose own interface gives the stock."
            }
            /// A warehouse that was chosen and holds nothing.
            #[cfg(feature = "fetch")]
            WarehouseNotFound = "warehouse_not_found" {
                fi: "Varastoa \"{0}\" ei ole yhdelläkään haetulla tuotteella. Tarkista nimi tai avain Netvisorista; nimi kirjoitetaan samoin kuin siellä.",
                sv: "Lagret \"{0}\" finns inte på någon hämtad produkt. Kontrollera namnet eller nyckeln i Netvisor; namnet skrivs likadant som där.",
                en: "No product that was fetched has the warehouse \"{0}\". Check its name or key in Netvisor; the name is spelled as it is there."
            }
            /// Note: a part of a fetch that there is no right to was left out.
            #[cfg(feature = "fetch")]
            FetchPartNotPermitted = "fetch_part_not_permitted" {
                fi: "Osa jäi hakematta, koska rajapintatunnukselta puuttuu oikeus \"{1}\" (ryhmä {0}) tai toiminto ei ole käytössä; muu haettiin. Salli oikeus Netvisorissa (Rajapintaresurssien oikeudet) ja hae uudelleen, tai jätä osa pois hausta.",
                sv: "En del hämtades inte, eftersom gränssnittsidentifikatorn saknar rättigheten \"{1}\" (grupp {0}) eller funktionen inte är i bruk; resten hämtades. Tillåt rättigheten i Netvisor (Rajapintaresurssien oikeudet) och hämta på nytt, eller välj bort delen.",
                en: "A part was not fetched, since the interface identifier lacks the permission \"{1}\" (group {0}) or the function is not in use; the rest was. Allow it in Netvisor (Rajapintaresurssien oikeudet) and fetch again, or leave the part out of the options."
            }
            /// Note: images that Netvisor did not give, although there is the right to them.
            #[cfg(feature = "fetch")]
            ImagesMissing = "images_missing" {
                fi: "Kuvia jäi saamatta: {0}. Netvisor kieltäytyi antamasta niitä tai antoi ne viallisina. Hae kuvat myöhemmin uudelleen; jos ne puuttuvat yhä, lisää ne Netvisorissa tuotteille uudelleen.",
                sv: "Bilder som inte kunde hämtas: {0}. Netvisor vägrade ge dem eller gav dem felaktiga. Hämta bilderna senare på nytt; saknas de fortfarande, lägg till dem på nytt på produkterna i Netvisor.",
                en: "Images that could not be had: {0}. Netvisor refused them or gave them broken. Fetch the images again later; if they are still missing, add them to the products in Netvisor anew."
            }
            /// Note: deletions before the seven days that Netvisor lists may have been missed.
            #[cfg(feature = "fetch")]
            DeletionsNotListed = "deletions_not_listed" {
                fi: "Netvisor kertoo poistetut tositteet vain seitsemän päivän ajalta: ennen päivää {0} poistettuja voi puuttua. Vertaa kaupan tositteita täyteen hakuun (ilman changed_since-valintaa), ja hae vastedes vähintään kerran viikossa.",
                sv: "Netvisor uppger raderade dokument bara för sju dagar: sådana som raderats före {0} kan saknas. Jämför butikens dokument med en fullständig hämtning (utan changed_since), och hämta framöver minst en gång i veckan.",
                en: "Netvisor tells of deleted documents for seven days only: those deleted before {0} may be missing. Compare the shop's documents with a full fetch (without changed_since), and fetch at least once a week from now on."
            }
            /// Note: Netvisor has no picture of an invoice.
            #[cfg(feature = "fetch")]
            InvoicePdfMissing = "invoice_pdf_missing" {
                fi: "Laskulla {0} (NetvisorKey) ei ole PDF:ää. Netvisor tekee sen, kun lasku lähetetään tai tulostetaan; hae se sen jälkeen uudelleen.",
                sv: "Fakturan {0} (NetvisorKey) har ingen PDF. Netvisor gör den när fakturan skickas eller skrivs ut; hämta den på nytt efter det.",
                en: "Invoice {0} (NetvisorKey) has no PDF. Netvisor makes it when the invoice is sent or printed; fetch it again after that."
            }
            /// Note: an invoice that was asked for and is not there.
            #[cfg(feature = "fetch")]
            InvoiceNotFound = "invoice_not_found" {
                fi: "Netvisorissa ei ole laskua {0} (NetvisorKey). Se on voitu poistaa, tai avain on tilauksen.",
                sv: "Netvisor har ingen faktura {0} (NetvisorKey). Den kan ha raderats, eller så hör nyckeln till en beställning.",
                en: "Netvisor has no invoice {0} (NetvisorKey). It may have been deleted, or the key is an order's."
            }
        }
    };
}
pub(super) use export_codes;
