//! The codes of what Netvisor answers. Handed on with those of the other files, as `mod.rs` says.

macro_rules! reply_codes {
    ($next:ident $($others:ident)*; $($codes:tt)*) => {
        $next! { $($others)*; $($codes)*
            // Replies
            /// The body is not XML, or not Netvisor's.
            ReplyNotXml = "reply_not_xml" {
                fi: "Vastaus (HTTP {0}) ei ole Netvisorin XML-vastaus. Usein välissä oleva palvelin on vastannut; yritä myöhemmin uudelleen.",
                sv: "Svaret (HTTP {0}) är inte Netvisors XML-svar. Ofta har en mellanliggande server svarat; försök senare igen.",
                en: "The reply (HTTP {0}) is not Netvisor's XML. Often a server on the way has answered; try again later."
            }
            /// The XML is cut, nested too deep or too large.
            ReplyBroken = "reply_broken" {
                fi: "Vastauksen XML on katkennut tai viallinen (HTTP {0}). Onko pyyntö toteutunut, selviää vain hakemalla.",
                sv: "Svarets XML är avbruten eller felaktig (HTTP {0}). Om begäran genomfördes framgår bara genom sökning.",
                en: "The reply's XML is cut or broken (HTTP {0}). Only a look-up tells whether the request was carried out."
            }
            /// The XML lacks a value this resource always has.
            ReplyIncomplete = "reply_incomplete" {
                fi: "Vastauksesta puuttuu kelvollinen arvo: {0}.",
                sv: "Svaret saknar ett giltigt värde: {0}.",
                en: "The reply lacks a valid value: {0}."
            }

            // Netvisor's refusals (§4)
            /// AUTHENTICATION_FAILED.
            NetvisorAuthenticationFailed = "netvisor_authentication_failed" {
                fi: "Netvisor ei hyväksynyt tunnistautumista. Tarkista rajapintatunnus ja avaimet, y-tunnus, osoite (testi vai tuotanto) ja palvelimen kello.",
                sv: "Netvisor godkände inte autentiseringen. Kontrollera gränssnittsidentifikatorn och nycklarna, FO-numret, adressen (test eller produktion) och serverns klocka.",
                en: "Netvisor did not accept the authentication. Check the interface identifier and keys, the organisation id, the host (test or production) and the server's clock."
            }
            /// INVALID_DATA.
            NetvisorInvalidData = "netvisor_invalid_data" {
                fi: "Netvisor hylkäsi tiedot. Netvisorin oma selitys kertoo syyn.",
                sv: "Netvisor avvisade uppgifterna. Netvisors egen förklaring anger orsaken.",
                en: "Netvisor refused the data. Netvisor's own text tells why."
            }
            /// INVALID_DATA_SIZE.
            NetvisorInvalidDataSize = "netvisor_invalid_data_size" {
                fi: "Netvisor hylkäsi aineiston sen koon vuoksi.",
                sv: "Netvisor avvisade materialet på grund av dess storlek.",
                en: "Netvisor refused the data because of its size."
            }
            /// DUPLICATE_DATA.
            NetvisorDuplicateData = "netvisor_duplicate_data" {
                fi: "Sama numero tai tunnus on jo Netvisorissa. Tarkista, onko asiakirja jo viety, ennen kuin yrität uudelleen.",
                sv: "Samma nummer eller kod finns redan i Netvisor. Kontrollera om dokumentet redan förts över innan du försöker igen.",
                en: "The same number or code is already in Netvisor. Check whether the document was exported before trying again."
            }
            /// REQUEST_NOT_UNIQUE.
            NetvisorRequestNotUnique = "netvisor_request_not_unique" {
                fi: "Tapahtumatunnus on jo käytetty. Anna joka pyynnölle uusi tunnus; tarkista ensin, toteutuiko aiempi pyyntö.",
                sv: "Transaktions-id har redan använts. Ge varje begäran ett nytt; kontrollera först om den tidigare genomfördes.",
                en: "The transaction id was used before. Give every request a new one; first look whether the earlier one was carried out."
            }
            /// PERIOD_LOCK.
            NetvisorPeriodLocked = "netvisor_period_locked" {
                fi: "Päivä on lukitulla tilikaudella. Avaa kausi Netvisorissa tai muuta päivää.",
                sv: "Datumet hör till en låst period. Öppna perioden i Netvisor eller ändra datumet.",
                en: "The date lies in a locked period. Open the period in Netvisor, or change the date."
            }
            /// SERVICE_ACCESS_ERROR.
            NetvisorServiceAccess = "netvisor_service_access" {
                fi: "Rajapintatunnukselta puuttuu oikeus \"{1}\" (ryhmä {0}), tai toiminto ei ole käytössä. Salli se Netvisorissa: Rajapintaresurssien oikeudet.",
                sv: "Gränssnittsidentifikatorn saknar rättigheten \"{1}\" (grupp {0}), eller funktionen är inte i bruk. Tillåt den i Netvisor: Rajapintaresurssien oikeudet.",
                en: "The interface identifier lacks the permission \"{1}\" (group {0}), or the function is not in use. Allow it in Netvisor: Rajapintaresurssien oikeudet."
            }
            /// SYSTEM_MAINTENANCE.
            NetvisorMaintenance = "netvisor_maintenance" {
                fi: "Netvisorissa on huoltokatko. Yritä myöhemmin uudelleen.",
                sv: "Netvisor har ett serviceavbrott. Försök igen senare.",
                en: "Netvisor is under maintenance. Try again later."
            }
            /// TECHNICAL_ERROR.
            NetvisorTechnicalError = "netvisor_technical_error" {
                fi: "Netvisorissa tapahtui tekninen virhe. Onko pyyntö toteutunut, selviää vain hakemalla.",
                sv: "Ett tekniskt fel inträffade i Netvisor. Om begäran genomfördes framgår bara genom sökning.",
                en: "A technical error happened in Netvisor. Only a look-up tells whether the request was carried out."
            }
            /// A code Netvisor has not documented.
            NetvisorUnknownError = "netvisor_unknown_error" {
                fi: "Netvisor vastasi tuntemattomalla virhekoodilla. Netvisorin oma selitys on liitteenä.",
                sv: "Netvisor svarade med en okänd felkod. Netvisors egen förklaring bifogas.",
                en: "Netvisor answered with an unknown error code. Its own text is attached."
            }
        }
    };
}
pub(super) use reply_codes;
