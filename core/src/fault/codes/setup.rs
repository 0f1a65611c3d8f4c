//! The codes of what a merchant asks before the first export. Handed on with those of the other files, as `mod.rs` says.

macro_rules! setup_codes {
    ($next:ident $($others:ident)*; $($codes:tt)*) => {
        $next! { $($others)*; $($codes)*
            // The plan of numbers (§6.11)
            /// Finding: the shop's coming numbers are free for as long as they have to last.
            #[cfg(feature = "fetch")]
            NumbersFree = "numbers_free" {
                fi: "Kaupan tulevat tositenumerot {0}–{1} ovat vapaat ja riittävät nykyisellä tahdilla vähintään päivään {2}.",
                sv: "Butikens kommande dokumentnummer {0}–{1} är lediga och räcker i nuvarande takt åtminstone till {2}.",
                en: "The shop's coming document numbers {0}–{1} are free, and at the present pace they last until {2} at least."
            }
            /// Finding: another document has one of the shop's coming numbers.
            #[cfg(feature = "fetch")]
            NumbersCollide = "numbers_collide" {
                fi: "Tositenumero {0} on jo toisella tositteella Netvisorissa. Kun kauppa tulee siihen (nykyisellä tahdilla: {1}), tilaus jää viemättä. Vaihda numbering.offset ajoissa.",
                sv: "Dokumentnummer {0} finns redan på ett annat dokument i Netvisor. När butiken når det (i nuvarande takt: {1}) kan beställningen inte exporteras. Ändra numbering.offset i tid.",
                en: "Another document in Netvisor has the number {0} already. When the shop comes to it (at the present pace: {1}), that order cannot be exported. Change numbering.offset in time."
            }
            /// Finding: the shop's numbers come to where those made by hand begin, or to the last number there is.
            #[cfg(feature = "fetch")]
            NumbersRunOut = "numbers_run_out" {
                fi: "Kaupan viimeinen sallittu tositenumero on {0}; kun numerot loppuvat (nykyisellä tahdilla: {1}), tilauksia ei voi enää viedä. Nosta numbering.manual_from-rajaa tai pienennä numbering.offset-lisää.",
                sv: "Butikens sista tillåtna dokumentnummer är {0}; när numren tar slut (i nuvarande takt: {1}) kan beställningar inte längre exporteras. Höj numbering.manual_from eller sänk numbering.offset.",
                en: "The last document number the shop may use is {0}; when the numbers run out (at the present pace: {1}), orders cannot be exported any more. Raise numbering.manual_from or lower numbering.offset."
            }
            /// Finding: somebody else adds documents.
            #[cfg(feature = "fetch")]
            OthersNumbersGrow = "others_numbers_grow" {
                fi: "Netvisoriin syntyy muitakin kuin kaupan tositteita: numerot {0}–{1} kasvavat {2} päivässä. Ne tehdään joko käsin tai toisesta järjestelmästä; selvitä, kumpaa ne ovat. Toisella järjestelmällä on oltava oma numeroalueensa.",
                sv: "I Netvisor tillkommer också andra dokument än butikens: numren {0}–{1} växer med {2} per dag. De görs antingen för hand eller av ett annat system; ta reda på vilket. Ett annat system måste ha en egen nummerserie.",
                en: "Documents that are not the shop's are added in Netvisor as well: the numbers {0}–{1} grow by {2} a day. They are made by hand or by another system; find out which. Another system needs a range of its own."
            }
            /// Finding: the numbers of others come to the shop's.
            #[cfg(feature = "fetch")]
            NumbersOvertaken = "numbers_overtaken" {
                fi: "Muiden tositteiden numerot kasvavat kohti kaupan numeroita ja saavuttavat nykyisellä tahdilla numeron {0} {1}. Vaihda numbering.offset niin, että kaupan numerot ovat kauempana.",
                sv: "Andra dokuments nummer växer mot butikens och når i nuvarande takt nummer {0} den {1}. Ändra numbering.offset så att butikens nummer ligger längre bort.",
                en: "The numbers of other documents grow towards the shop's, and at the present pace they come to {0} on {1}. Change numbering.offset so that the shop's numbers lie further away."
            }
            /// Finding: settings that keep the numbers apart.
            #[cfg(feature = "fetch")]
            NumberingProposed = "numbering_proposed" {
                fi: "Näin numerot pysyvät erillään: numbering.offset = {0} ja numbering.manual_from = {1}. Kaupan seuraava tosite saa numeron {2}, ja numerot riittävät nykyisellä tahdilla tähän päivään: {3}.",
                sv: "Så hålls numren isär: numbering.offset = {0} och numbering.manual_from = {1}. Butikens nästa dokument får nummer {2}, och numren räcker i nuvarande takt till: {3}.",
                en: "This keeps the numbers apart: numbering.offset = {0} and numbering.manual_from = {1}. The shop's next document gets the number {2}, and at the present pace the numbers last until: {3}."
            }
            /// Finding: what is made by hand would get the shop's next numbers.
            #[cfg(feature = "fetch")]
            ManualNumbersFollow = "manual_numbers_follow" {
                fi: "Netvisor antaa käsin tehdylle tositteelle suurimman numeron plus yhden, siis kaupan seuraavan numeron. Tee siksi ennen ensimmäistä vientiä yksi tosite käsin ja anna sille numero {0}: seuraavat jatkavat siitä, ja pienemmät numerot jäävät kaupalle.",
                sv: "Netvisor ger ett dokument som görs för hand det största numret plus ett, alltså butikens nästa nummer. Gör därför före den första exporten ett dokument för hand med nummer {0}: de följande fortsätter därifrån, och numren under det blir kvar åt butiken.",
                en: "Netvisor gives a document made by hand the largest number plus one, which is the shop's next. So before the first export make one document by hand with the number {0}: the next ones follow it, and the numbers below stay with the shop."
            }
            /// Finding: no offset keeps the numbers apart.
            #[cfg(feature = "fetch")]
            NumbersCannotBeKeptApart = "numbers_cannot_be_kept_apart" {
                fi: "Mikään numbering.offset ei pidä kaupan numeroita erillään muista riittävän kauan. Ota kaupalle oma numerosarja: luo Netvisoriin aputoiminimi ja anna se asetuksessa document.second_name.",
                sv: "Inget numbering.offset håller butikens nummer isär från andra tillräckligt länge. Ge butiken en egen nummerserie: skapa en bifirma i Netvisor och ange den i document.second_name.",
                en: "No numbering.offset keeps the shop's numbers apart from others for long enough. Give the shop a number series of its own: create an auxiliary trade name in Netvisor and set document.second_name to it."
            }
            /// Finding: it is not known how fast the shop's numbers grow.
            #[cfg(feature = "fetch")]
            NumberPaceUnknown = "number_pace_unknown" {
                fi: "Ei tiedetä, montako numeroa kauppa käyttää päivässä, joten päiviä ei voi laskea. Anna per_day; ehdotuksessa kaupalle on varattu 100 000 numeroa.",
                sv: "Det är inte känt hur många nummer butiken använder per dag, så datum kan inte räknas ut. Ange per_day; i förslaget har butiken 100 000 nummer.",
                en: "It is not known how many numbers the shop takes a day, so no dates can be reckoned. Give per_day; the proposal leaves the shop 100,000 numbers."
            }
            /// Finding: older numbers were not read.
            #[cfg(feature = "fetch")]
            NumbersPartlyRead = "numbers_partly_read" {
                fi: "Vain {0} alkaen päivätyt tositteet luettiin. Vanhempienkin numerot ovat varattuja: tee suunnitelma ilman since-rajausta, ennen kuin luotat siihen.",
                sv: "Bara dokument daterade från {0} lästes. Också äldre dokuments nummer är upptagna: gör planen utan since innan du litar på den.",
                en: "Only documents dated {0} or later were read. The numbers of older ones are taken as well: plan without since before relying on this."
            }
            /// Finding: Netvisor gives the numbers.
            #[cfg(feature = "fetch")]
            NumbersAutomatic = "numbers_automatic" {
                fi: "Netvisor numeroi tositteet itse (numbering.mode = automatic, tai luonnos), joten numerot eivät voi osua päällekkäin eikä suunniteltavaa ole.",
                sv: "Netvisor numrerar dokumenten själv (numbering.mode = automatic, eller utkast), så numren kan inte krocka och det finns inget att planera.",
                en: "Netvisor numbers the documents itself (numbering.mode = automatic, or drafts), so numbers cannot collide and there is nothing to plan."
            }
            /// A checkpoint that is cut, changed, or none.
            CheckpointInvalid = "checkpoint_invalid" {
                fi: "Tallennettu tila on katkennut, muuttunut tai jotain muuta. Tallenna teksti juuri sellaisena kuin se annettiin.",
                sv: "Det sparade läget är avbrutet, ändrat eller något annat. Spara texten precis som den gavs.",
                en: "The checkpoint is cut, changed, or something else. Store its text exactly as it was given."
            }
            /// A checkpoint of a newer version of this library.
            CheckpointVersionUnknown = "checkpoint_version_unknown" {
                fi: "Tallennettu tila on tehty kirjaston uudemmalla versiolla. Päivitä kirjasto.",
                sv: "Läget har sparats med en nyare version av biblioteket. Uppdatera biblioteket.",
                en: "The checkpoint was written by a newer version of this library. Update the library."
            }
            /// A checkpoint of an export with other settings.
            CheckpointSettingsDiffer = "checkpoint_settings_differ" {
                fi: "Vienti aloitettiin toisilla asetuksilla. Jatka samoilla asetuksilla tai aloita uusi vienti.",
                sv: "Exporten påbörjades med andra inställningar. Fortsätt med samma inställningar eller börja en ny export.",
                en: "The export was begun with other settings. Resume with the same settings or begin a new export."
            }
            /// An answer to a request that is not the one in flight.
            RequestIdUnknown = "request_id_unknown" {
                fi: "Pyyntö {0} ei ole se, johon odotetaan vastausta. Anna kuhunkin pyyntöön vastaus kerran, ennen kuin kysyt seuraavaa.",
                sv: "Begäran {0} är inte den som väntar på svar. Ge svaret på varje begäran en gång, innan du frågar efter nästa.",
                en: "Request {0} is not the one an answer is awaited for. Give the answer to each request once, before asking for the next."
            }
            /// Warning: an e-invoice address without its operator, or the other way round.
            EinvoiceIncomplete = "einvoice_incomplete" {
                fi: "Verkkolaskuosoite ja välittäjän tunnus tarvitaan molemmat; asiakkaalle ei tallennettu kumpaakaan.",
                sv: "Både e-fakturaadress och operatörens kod behövs; kunden fick ingendera.",
                en: "An e-invoice address needs its operator and the other way round; the customer was given neither."
            }

            // Setting up
            /// What must be true: a package that has the interface.
            #[cfg(feature = "fetch")]
            PackageNeeded = "package_needed" {
                fi: "Yrityksellä on oltava Netvisorin Professional- tai Premium-paketti: muissa paketeissa rajapintaa ei ole.",
                sv: "Företaget behöver Netvisors paket Professional eller Premium: i andra paket finns inget gränssnitt.",
                en: "The company needs Netvisor's Professional or Premium package: the others have no interface."
            }
            /// What must be true: the interface service is switched on.
            #[cfg(feature = "fetch")]
            InterfaceServiceNeeded = "interface_service_needed" {
                fi: "Rajapintapalvelu on otettava käyttöön yrityksen Netvisorissa.",
                sv: "Gränssnittstjänsten (rajapintapalvelu) ska tas i bruk i företagets Netvisor.",
                en: "The interface service (rajapintapalvelu) has to be switched on in the company's Netvisor."
            }
            /// What must be true: a user who may create the identifier.
            #[cfg(feature = "fetch")]
            UserRoleNeeded = "user_role_needed" {
                fi: "Rajapintatunnuksen luo käyttäjä, jolla on KH-rooli. Tunnus on sidottu tähän käyttäjään: jos hänet poistetaan yrityksestä, rajapinta lakkaa toimimasta.",
                sv: "Gränssnittsidentifikatorn skapas av en användare med rollen KH. Identifikatorn är bunden till användaren: om hen tas bort ur företaget slutar gränssnittet att fungera.",
                en: "The interface identifier is created by a user with the KH role. It is bound to that user: when the user is removed from the company, the interface stops working."
            }
            /// What must be true: identifier, key and rights.
            #[cfg(feature = "fetch")]
            InterfaceIdentifierNeeded = "interface_identifier_needed" {
                fi: "Yritys luo Netvisorissa itse rajapintatunnuksen ja sen avaimen (customer_id ja customer_key) ja rastii sivulla Rajapintaresurssien oikeudet ne oikeudet, jotka tässä on lueteltu.",
                sv: "Företaget skapar själv gränssnittsidentifikatorn och dess nyckel i Netvisor (customer_id och customer_key) och kryssar på sidan Rajapintaresurssien oikeudet för de rättigheter som räknas upp här.",
                en: "The company itself creates the interface identifier and its key in Netvisor (customer_id and customer_key), and ticks on the page Rajapintaresurssien oikeudet the permissions listed here."
            }
            /// Setup: the MAC is wrong, and the URL is not the reason.
            #[cfg(feature = "fetch")]
            SetupKeysWrong = "setup_keys_wrong" {
                fi: "Allekirjoitus ei täsmää: asiakkaan avain (customer_key) tai kumppaniavain (partner_key) on väärä. Kopioi avaimet uudelleen kokonaan, ilman välilyöntejä. Testi- ja tuotantoympäristöllä on eri avaimet. Jos asiakkaan avain on kadonnut, luo Netvisorissa uusi rajapintatunnus.",
                sv: "Signaturen stämmer inte: kundens nyckel (customer_key) eller partnernyckeln (partner_key) är fel. Kopiera nycklarna på nytt i sin helhet, utan mellanslag. Test- och produktionsmiljön har olika nycklar. Om kundens nyckel är borta, skapa en ny gränssnittsidentifikator i Netvisor.",
                en: "The signature does not match: the customer key (customer_key) or the partner key (partner_key) is wrong. Copy both again, whole and without blanks. Test and production have different keys. If the customer key is lost, create a new interface identifier in Netvisor."
            }
            /// Setup: Netvisor was asked for another URL than the signed one.
            #[cfg(feature = "fetch")]
            SetupUrlChanged = "setup_url_changed" {
                fi: "Netvisor sai toisen osoitteen kuin se, joka allekirjoitettiin: HTTP-asiakas tai välityspalvelin muuttaa osoitetta. Lähetä osoite merkilleen sellaisena kuin se annettiin, äläkä lisää siihen mitään.",
                sv: "Netvisor fick en annan adress än den som signerades: HTTP-klienten eller en proxyserver ändrar adressen. Skicka adressen tecken för tecken som den gavs, utan tillägg.",
                en: "Netvisor got another URL than the one that was signed: the HTTP client or a proxy changes it. Send the URL character for character as it was given, and add nothing to it."
            }
            /// Setup: a header did not arrive.
            #[cfg(feature = "fetch")]
            SetupHeadersLost = "setup_headers_lost" {
                fi: "Jokin pyynnön otsakkeista ei tullut Netvisoriin. Lähetä kaikki otsakkeet sellaisina kuin ne annettiin, ja tarkista, ettei välityspalvelin poista X-Netvisor-alkuisia otsakkeita.",
                sv: "Något av begärans huvuden kom inte fram till Netvisor. Skicka alla huvuden som de gavs, och kontrollera att ingen proxyserver tar bort huvuden som börjar med X-Netvisor.",
                en: "One of the request's headers did not reach Netvisor. Send all headers as they were given, and see that no proxy removes those that begin with X-Netvisor."
            }
            /// Setup: the partner identifier is not accepted.
            #[cfg(feature = "fetch")]
            SetupPartnerWrong = "setup_partner_wrong" {
                fi: "Netvisor ei hyväksy kumppanitunnusta (partner_id). Tarkista se ohjelmistotoimittajan Netvisorilta saamista tiedoista; testi- ja tuotantoympäristöllä on eri tunnukset.",
                sv: "Netvisor godkänner inte partneridentifikatorn (partner_id). Kontrollera den i uppgifterna som programleverantören fått av Netvisor; test- och produktionsmiljön har olika identifikatorer.",
                en: "Netvisor does not accept the partner identifier (partner_id). Check it against what the software supplier got from Netvisor; test and production have different ones."
            }
            /// Setup: the organisation's business id is not accepted.
            #[cfg(feature = "fetch")]
            SetupOrganisationWrong = "setup_organisation_wrong" {
                fi: "Netvisor ei hyväksy yrityksen y-tunnusta (organisation_id). Anna sen yrityksen y-tunnus, jonka Netvisorissa rajapintatunnus on luotu, väliviivan kanssa: 1234567-1.",
                sv: "Netvisor godkänner inte företagets FO-nummer (organisation_id). Ge FO-numret för det företag i vars Netvisor gränssnittsidentifikatorn skapades, med bindestreck: 1234567-1.",
                en: "Netvisor does not accept the company's business id (organisation_id). Give that of the company in whose Netvisor the interface identifier was created, with its hyphen: 1234567-1."
            }
            /// Setup: the interface identifier is not accepted.
            #[cfg(feature = "fetch")]
            SetupCustomerIdWrong = "setup_customer_id_wrong" {
                fi: "Netvisor ei hyväksy rajapintatunnusta (customer_id). Tarkista se Netvisorista. Jos tunnuksen luonut käyttäjä on poistettu yrityksestä, luo uusi tunnus ja avain ja anna sille oikeudet sivulla Rajapintaresurssien oikeudet.",
                sv: "Netvisor godkänner inte gränssnittsidentifikatorn (customer_id). Kontrollera den i Netvisor. Om användaren som skapade den har tagits bort ur företaget, skapa en ny identifikator och nyckel och ge den rättigheter på sidan Rajapintaresurssien oikeudet.",
                en: "Netvisor does not accept the interface identifier (customer_id). Check it in Netvisor. If the user who created it has been removed from the company, create a new identifier and key, and give it its permissions on the page Rajapintaresurssien oikeudet."
            }
            /// Setup: Netvisor names the time, and none was measured to be off.
            #[cfg(feature = "fetch")]
            SetupTimeRefused = "setup_time_refused" {
                fi: "Netvisor ei hyväksynyt pyynnön aikaleimaa. Allekirjoita pyyntö vasta juuri ennen lähetystä, ja pidä palvelimen kello oikeassa (NTP).",
                sv: "Netvisor godkände inte begärans tidsstämpel. Signera begäran först strax innan den skickas, och håll serverns klocka rätt (NTP).",
                en: "Netvisor did not accept the request's time stamp. Sign a request just before it is sent, and keep the server's clock right (NTP)."
            }
            /// Setup: the host's clock is ahead.
            #[cfg(feature = "fetch")]
            SetupClockAhead = "setup_clock_ahead" {
                fi: "Palvelimen kello on noin {0} sekuntia Netvisorin ajasta edellä. Tahdista kello (NTP). Jos ero on täysiä tunteja, anna aika UTC-aikana.",
                sv: "Serverns klocka går ungefär {0} sekunder före Netvisors tid. Synkronisera klockan (NTP). Om skillnaden är hela timmar, ge tiden i UTC.",
                en: "The server's clock is about {0} seconds ahead of Netvisor's. Synchronise it (NTP). If the difference is whole hours, give the time in UTC."
            }
            /// Setup: the host's clock is behind.
            #[cfg(feature = "fetch")]
            SetupClockBehind = "setup_clock_behind" {
                fi: "Palvelimen kello on noin {0} sekuntia Netvisorin ajasta jäljessä. Tahdista kello (NTP). Jos ero on täysiä tunteja, anna aika UTC-aikana.",
                sv: "Serverns klocka går ungefär {0} sekunder efter Netvisors tid. Synkronisera klockan (NTP). Om skillnaden är hela timmar, ge tiden i UTC.",
                en: "The server's clock is about {0} seconds behind Netvisor's. Synchronise it (NTP). If the difference is whole hours, give the time in UTC."
            }
            /// Setup: a transaction id had been used before.
            #[cfg(feature = "fetch")]
            SetupTransactionIdUsed = "setup_transaction_id_used" {
                fi: "Netvisor on nähnyt saman tapahtumatunnuksen jo aiemmin. Anna joka pyynnölle uusi satunnainen tunnus (esimerkiksi UUID), myös kun pyyntö lähetetään uudelleen, äläkä anna HTTP-asiakkaan toistaa pyyntöjä itse.",
                sv: "Netvisor har sett samma transaktions-id förut. Ge varje begäran ett nytt slumpmässigt id (till exempel en UUID), också när en begäran skickas på nytt, och låt inte HTTP-klienten upprepa begäranden själv.",
                en: "Netvisor has seen the same transaction id before. Give every request a new random one (such as a UUID), also when it is sent again, and do not let the HTTP client repeat requests by itself."
            }
            /// Setup: every resource is refused.
            #[cfg(feature = "fetch")]
            SetupInterfaceOff = "setup_interface_off" {
                fi: "Netvisor epäsi kaikki {0} kokeiltua resurssia. Todennäköisesti rajapintapalvelu ei ole käytössä tai yrityksen paketti ei ole Professional tai Premium. Jos molemmat ovat kunnossa, salli oikeudet Netvisorin sivulla Rajapintaresurssien oikeudet, ja tarkista, että y-tunnus on oikean yrityksen.",
                sv: "Netvisor nekade alla {0} resurser som prövades. Troligen är gränssnittstjänsten (rajapintapalvelu) inte i bruk, eller så är företagets paket inte Professional eller Premium. Om båda är i ordning, tillåt rättigheterna på Netvisors sida Rajapintaresurssien oikeudet, och kontrollera att FO-numret är rätt företags.",
                en: "Netvisor refused all {0} resources that were tried. Most likely the interface service (rajapintapalvelu) is not switched on, or the company's package is not Professional or Premium. If both are in order, allow the permissions on Netvisor's page Rajapintaresurssien oikeudet, and check that the business id is the right company's."
            }
            /// Setup: a resource is refused whose right we cannot name.
            #[cfg(feature = "fetch")]
            SetupPermissionUnnamed = "setup_permission_unnamed" {
                fi: "Rajapintatunnukselta puuttuu oikeus resurssiin {0}, tai toiminto ei ole käytössä. Etsi oikeus Netvisorin sivulta Rajapintaresurssien oikeudet; sen nimeä siellä ei tunneta.",
                sv: "Gränssnittsidentifikatorn saknar rättigheten till resursen {0}, eller funktionen är inte i bruk. Sök rättigheten på Netvisors sida Rajapintaresurssien oikeudet; dess namn där är inte känt.",
                en: "The interface identifier lacks the permission for the resource {0}, or the function is not in use. Look for it on Netvisor's page Rajapintaresurssien oikeudet; its name there is not known."
            }
            /// Setup: one resource is not there.
            #[cfg(feature = "fetch")]
            SetupResourceUnknown = "setup_resource_unknown" {
                fi: "Osoitteesta ei löydy resurssia {0} (HTTP 404), vaikka muut löytyvät. Tarkista, ettei välityspalvelin estä sitä.",
                sv: "Resursen {0} finns inte på adressen (HTTP 404), fast de andra finns. Kontrollera att ingen proxyserver spärrar den.",
                en: "The resource {0} is not at the address (HTTP 404), though others are. See that no proxy blocks it."
            }
            /// Setup: nothing of Netvisor's is at the address.
            #[cfg(feature = "fetch")]
            SetupAddressWrong = "setup_address_wrong" {
                fi: "Osoitteessa ei ole Netvisorin rajapintaa (HTTP 404). Tarkista base_url: tuotannossa https://integration.netvisor.fi, testissä https://isvapi.netvisor.fi.",
                sv: "På adressen finns inte Netvisors gränssnitt (HTTP 404). Kontrollera base_url: i produktion https://integration.netvisor.fi, i test https://isvapi.netvisor.fi.",
                en: "Netvisor's interface is not at the address (HTTP 404). Check base_url: https://integration.netvisor.fi in production, https://isvapi.netvisor.fi for tests."
            }
            /// Setup: something else has answered.
            #[cfg(feature = "fetch")]
            SetupNotNetvisor = "setup_not_netvisor" {
                fi: "Vastaus (HTTP {0}) ei ole Netvisorin: välissä oleva palvelin tai palomuuri on vastannut, tai osoite on väärä. Tarkista base_url ja salli yhteys suoraan Netvisoriin.",
                sv: "Svaret (HTTP {0}) är inte Netvisors: en mellanliggande server eller brandvägg har svarat, eller så är adressen fel. Kontrollera base_url och tillåt direkt anslutning till Netvisor.",
                en: "The reply (HTTP {0}) is not Netvisor's: a server or firewall on the way has answered, or the address is wrong. Check base_url, and allow a direct connection to Netvisor."
            }
            /// Setup: no answer in time.
            #[cfg(feature = "fetch")]
            SetupUnanswered = "setup_unanswered" {
                fi: "Netvisor ei vastannut ajoissa. Odota vastausta vähintään kaksi minuuttia; jos vastausta ei silti tule, salli palomuurissa yhteys Netvisoriin ja yritä myöhemmin uudelleen.",
                sv: "Netvisor svarade inte i tid. Vänta på svar i minst två minuter; om det ändå inte kommer, tillåt anslutningen till Netvisor i brandväggen och försök senare igen.",
                en: "Netvisor did not answer in time. Wait at least two minutes for an answer; if none comes even then, allow the connection to Netvisor in the firewall and try again later."
            }
            /// Setup: no connection.
            #[cfg(feature = "fetch")]
            SetupNotConnected = "setup_not_connected" {
                fi: "Netvisoriin ei saada yhteyttä. Tarkista base_url, palvelimen nimipalvelu (DNS) ja varmenteet, ja salli palomuurissa HTTPS-yhteys (portti 443) ulos.",
                sv: "Netvisor kan inte nås. Kontrollera base_url, serverns namntjänst (DNS) och certifikat, och tillåt utgående HTTPS (port 443) i brandväggen.",
                en: "Netvisor cannot be reached. Check base_url and the server's DNS and certificates, and allow outgoing HTTPS (port 443) in the firewall."
            }
            /// Setup: another refusal.
            #[cfg(feature = "fetch")]
            SetupUnclear = "setup_unclear" {
                fi: "Oikeutta resurssiin {0} ei saatu selville: Netvisor vastasi virheellä, jonka oma selitys on oikeuden kohdalla. Kokeile myöhemmin uudelleen.",
                sv: "Rättigheten till resursen {0} kunde inte utredas: Netvisor svarade med ett fel, vars egen förklaring står vid rättigheten. Försök senare igen.",
                en: "Whether the resource {0} is allowed could not be found out: Netvisor answered with an error, whose own text stands beside the permission. Try again later."
            }
            /// Setup: rights that cannot be tried.
            #[cfg(feature = "fetch")]
            SetupImportsUnknown = "setup_imports_unknown" {
                fi: "Tuontioikeuksia ei voi kokeilla viemättä mitään. Katso Netvisorin sivulta Rajapintaresurssien oikeudet, että nämä on sallittu: {0}. Jos jokin puuttuu, ensimmäinen vienti kertoo sen eikä vie mitään kahdesti.",
                sv: "Importrättigheter kan inte prövas utan att något exporteras. Se på Netvisors sida Rajapintaresurssien oikeudet att dessa är tillåtna: {0}. Om någon saknas säger den första exporten det och exporterar inget två gånger.",
                en: "Rights to import cannot be tried without importing. See on Netvisor's page Rajapintaresurssien oikeudet that these are allowed: {0}. If one is missing, the first export says so, and exports nothing twice."
            }
        }
    };
}
pub(super) use setup_codes;
