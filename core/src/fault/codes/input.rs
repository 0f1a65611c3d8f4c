//! The codes of what callers give: orders, settings, connections. Handed on with those of the other files, as `mod.rs` says.

macro_rules! input_codes {
    ($next:ident $($others:ident)*; $($codes:tt)*) => {
        $next! { $($others)*; $($codes)*
            // The shape of a JSON input
            /// The input is not JSON.
            JsonInvalid = "json_invalid" {
                fi: "Syöte ei ole kelvollista JSONia (rivi {0}, merkki {1}). Lähetä tilaus sellaisena kuin verkkokauppa sen antoi, UTF-8-merkistöllä.",
                sv: "Indata är inte giltig JSON (rad {0}, tecken {1}). Skicka beställningen så som webbutiken gav den, i UTF-8.",
                en: "The input is not valid JSON (line {0}, column {1}). Pass the order exactly as the shop gave it, in UTF-8."
            }
            /// The input has too many bytes.
            InputTooLarge = "input_too_large" {
                fi: "Syöte on liian suuri: enintään {0} tavua. Lähetä yksi tilaus kerrallaan.",
                sv: "Indata är för stor: högst {0} byte. Skicka en beställning åt gången.",
                en: "The input is too large: at most {0} bytes. Pass one order at a time."
            }
            /// A field that does not exist in this format.
            FieldUnknown = "field_unknown" {
                fi: "Tuntematon kenttä. Sallitut kentät: {0}.",
                sv: "Okänt fält. Tillåtna fält: {0}.",
                en: "Unknown field. Permitted fields: {0}."
            }
            /// A mandatory field is missing.
            FieldMissing = "field_missing" {
                fi: "Pakollinen kenttä puuttuu.",
                sv: "Ett obligatoriskt fält saknas.",
                en: "A mandatory field is missing."
            }
            /// A field stands twice in one object.
            FieldDuplicate = "field_duplicate" {
                fi: "Kenttä esiintyy kahdesti samassa objektissa. Jätä vain yksi.",
                sv: "Fältet förekommer två gånger i samma objekt. Behåll bara det ena.",
                en: "The field stands twice in the same object. Keep only one."
            }
            /// A value of the wrong JSON type.
            TypeMismatch = "type_mismatch" {
                fi: "Arvon tyyppi on väärä: odotettiin {0}, saatiin {1}.",
                sv: "Värdet har fel typ: {0} väntades, {1} gavs.",
                en: "The value has the wrong type: expected {0}, found {1}."
            }
            /// A word outside the permitted ones.
            ValueNotAllowed = "value_not_allowed" {
                fi: "Arvo ei ole sallittu. Sallitut arvot: {0}.",
                sv: "Värdet är inte tillåtet. Tillåtna värden: {0}.",
                en: "The value is not permitted. Permitted values: {0}."
            }
            /// A text that must not be empty is empty.
            TextEmpty = "text_empty" {
                fi: "Teksti ei saa olla tyhjä.",
                sv: "Texten får inte vara tom.",
                en: "The text must not be empty."
            }
            /// A text over the limit of the input format.
            TextTooLong = "text_too_long" {
                fi: "Teksti on liian pitkä: enintään {0} merkkiä.",
                sv: "Texten är för lång: högst {0} tecken.",
                en: "The text is too long: at most {0} characters."
            }
            /// A list without elements where at least one is needed.
            ListEmpty = "list_empty" {
                fi: "Luettelossa on oltava vähintään yksi rivi.",
                sv: "Listan måste ha minst en rad.",
                en: "The list needs at least one element."
            }
            /// A list with too many elements.
            ListTooLong = "list_too_long" {
                fi: "Luettelossa on liikaa rivejä: enintään {0}.",
                sv: "Listan har för många rader: högst {0}.",
                en: "The list has too many elements: at most {0}."
            }
            /// A text that is no decimal number.
            DecimalInvalid = "decimal_invalid" {
                fi: "Luku on annettava tekstinä muodossa \"129.90\": numeroita ja enintään yksi piste.",
                sv: "Talet ska anges som text i formen \"129.90\": siffror och högst en punkt.",
                en: "A number is written as a string like \"129.90\": digits and at most one point."
            }
            /// A decimal outside its range.
            DecimalOutOfRange = "decimal_out_of_range" {
                fi: "Luku on sallitun alueen ulkopuolella: {0}–{1}.",
                sv: "Talet ligger utanför det tillåtna intervallet: {0}–{1}.",
                en: "The number is outside the permitted range: {0} to {1}."
            }
            /// A decimal with more decimals than its field takes.
            DecimalTooPrecise = "decimal_too_precise" {
                fi: "Luvussa on liikaa desimaaleja: enintään {0}.",
                sv: "Talet har för många decimaler: högst {0}.",
                en: "The number has too many decimals: at most {0}."
            }
            /// A whole number outside its range.
            IntegerOutOfRange = "integer_out_of_range" {
                fi: "Kokonaisluku on sallitun alueen ulkopuolella: {0}–{1}.",
                sv: "Heltalet ligger utanför det tillåtna intervallet: {0}–{1}.",
                en: "The whole number is outside the permitted range: {0} to {1}."
            }
            /// A date that does not exist or has the wrong form.
            DateInvalid = "date_invalid" {
                fi: "Päivämäärää ei ole olemassa tai sen muoto on väärä. Oikea muoto: {0}.",
                sv: "Datumet finns inte eller har fel form. Rätt form: {0}.",
                en: "The date does not exist or has the wrong form. The right form: {0}."
            }
            /// A country code that is not ISO 3166-1 alpha-2.
            CountryUnknown = "country_unknown" {
                fi: "Tuntematon maakoodi. Käytä kaksikirjaimista ISO 3166 -koodia, esim. FI.",
                sv: "Okänd landskod. Använd en ISO 3166-kod med två bokstäver, t.ex. FI.",
                en: "Unknown country code. Use the two-letter ISO 3166 code, such as FI."
            }
            /// A currency code that is not ISO 4217, or one with more than two decimals.
            CurrencyUnknown = "currency_unknown" {
                fi: "Tuntematon valuutta, tai valuutta jossa on yli kaksi desimaalia (Netvisor pyöristää kahteen). Käytä ISO 4217 -koodia, esim. EUR.",
                sv: "Okänd valuta, eller en valuta med fler än två decimaler (Netvisor avrundar till två). Använd ISO 4217-koden, t.ex. EUR.",
                en: "Unknown currency, or one with more than two decimals (Netvisor rounds to two). Use the ISO 4217 code, such as EUR."
            }
            /// An unknown shop format.
            ShopUnknown = "shop_unknown" {
                fi: "Tuntematon verkkokauppa. Sallitut arvot: {0}.",
                sv: "Okänd webbutik. Tillåtna värden: {0}.",
                en: "Unknown shop format. Permitted values: {0}."
            }

            // What an order says
            /// The order is cancelled, failed, a draft or wholly refunded in the shop.
            OrderNotExportable = "order_not_exportable" {
                fi: "Tilausta ei viedä Netvisoriin, koska sen tila verkkokaupassa on \"{0}\".",
                sv: "Beställningen exporteras inte till Netvisor, eftersom dess status i webbutiken är \"{0}\".",
                en: "The order is not exported, because its state in the shop is \"{0}\"."
            }
            /// Amounts in more than one currency.
            CurrencyMismatch = "currency_mismatch" {
                fi: "Tilauksen summat ovat eri valuutassa ({0}) kuin tilaus ({1}). Anna kaikki summat tilauksen valuutassa.",
                sv: "Beställningens belopp är i en annan valuta ({0}) än beställningen ({1}). Ge alla belopp i beställningens valuta.",
                en: "Amounts are in another currency ({0}) than the order ({1}). Give every amount in the order's currency."
            }
            /// The total has the wrong sign.
            TotalSignInvalid = "total_sign_invalid" {
                fi: "Tilauksen loppusumma ei voi olla negatiivinen; hyvityksessä (refund_of) se ei voi olla positiivinen.",
                sv: "Beställningens totalsumma kan inte vara negativ; i en kreditering (refund_of) kan den inte vara positiv.",
                en: "The total of an order must not be negative; that of a refund (refund_of) must not be positive."
            }
            /// Lines and total differ.
            TotalsMismatch = "totals_mismatch" {
                fi: "Rivien summa {0} poikkeaa tilauksen loppusummasta {1} enemmän kuin asetus rounding.tolerance sallii. Tarkista, että kaikki rivit, toimitus, maksut ja alennukset ovat mukana.",
                sv: "Radernas summa {0} avviker från beställningens totalsumma {1} mer än inställningen rounding.tolerance tillåter. Kontrollera att alla rader, leverans, avgifter och rabatter är med.",
                en: "The lines sum to {0}, the order's total is {1}: they differ by more than rounding.tolerance. Check that every line, shipping, fee and discount is included."
            }
            /// VAT of the lines and of the order differ.
            VatTotalsMismatch = "vat_totals_mismatch" {
                fi: "Rivien arvonlisäverojen summa {0} poikkeaa tilauksen verosta {1} enemmän kuin pyöristys selittää.",
                sv: "Radernas sammanlagda moms {0} avviker från beställningens moms {1} mer än avrundning förklarar.",
                en: "The VAT of the lines sums to {0}, the order's VAT is {1}: rounding does not explain the difference."
            }
            /// The VAT of a line does not fit its rate.
            LineVatMismatch = "line_vat_mismatch" {
                fi: "Rivin arvonlisävero {0} ei vastaa verokantaa: siitä laskettuna vero on {1}.",
                sv: "Radens moms {0} stämmer inte med momssatsen: enligt den är momsen {1}.",
                en: "The line's VAT {0} does not fit its rate, by which it would be {1}."
            }
            /// Warning: quantity times price is not the line's total.
            LineTotalDiffers = "line_total_differs" {
                fi: "Määrä kertaa yksikköhinta on {0}, mutta rivin summa on {1}. Netvisoriin viedään rivin summa.",
                sv: "Antal gånger styckpris är {0}, men radens summa är {1}. Radens summa förs till Netvisor.",
                en: "Quantity times unit price is {0}, but the line's total is {1}. The line's total is exported."
            }
            /// A quantity of zero with a sum.
            LineQuantityZero = "line_quantity_zero" {
                fi: "Rivin määrä on nolla, vaikka rivillä on summa.",
                sv: "Radens antal är noll, fast raden har en summa.",
                en: "The line's quantity is zero although the line has a total."
            }
            /// A gift card used to pay must be negative and without VAT.
            GiftCardInvalid = "gift_card_invalid" {
                fi: "Maksuna käytetty lahjakortti on negatiivinen rivi ilman arvonlisäveroa. Myyty lahjakortti on tuote.",
                sv: "Ett presentkort som betalning är en negativ rad utan moms. Ett sålt presentkort är en produkt.",
                en: "A gift card used to pay is a negative line without VAT. A gift card sold is a product."
            }
            /// A comment line with amounts.
            CommentWithAmount = "comment_with_amount" {
                fi: "Kommenttirivillä on vain nimi (name): poista tämä kenttä.",
                sv: "En kommentarrad har bara ett namn (name): ta bort det här fältet.",
                en: "A comment line has only a name: remove this field."
            }
            /// A product line without product code.
            LineSkuMissing = "line_sku_missing" {
                fi: "Rivillä ei ole tuotekoodia. Lisää tuotteelle tuotekoodi (SKU) verkkokaupassa tai anna asetus products.fallback_code.",
                sv: "Raden har ingen produktkod. Ge produkten en kod (SKU) i webbutiken eller ange inställningen products.fallback_code.",
                en: "The line has no product code. Give the product an SKU in the shop, or set products.fallback_code."
            }
            /// A product line without EAN although products are matched by it.
            LineEanMissing = "line_ean_missing" {
                fi: "Rivillä ei ole EAN-koodia, vaikka tuotteet kohdistetaan sillä. Lisää EAN-koodi tai anna asetus products.fallback_code.",
                sv: "Raden har ingen EAN-kod, fast produkterna matchas med den. Lägg till EAN-koden eller ange inställningen products.fallback_code.",
                en: "The line has no EAN although products are matched by it. Add the EAN, or set products.fallback_code."
            }
            /// The order number holds no digits.
            NumberWithoutDigits = "number_without_digits" {
                fi: "Tilausnumerossa ei ole numeroita, joten siitä ei saa laskun numeroa. Käytä asetusta numbering.mode = \"automatic\".",
                sv: "Beställningsnumret saknar siffror, så det ger inget fakturanummer. Använd inställningen numbering.mode = \"automatic\".",
                en: "The order number holds no digits, so no document number can be made of it. Use numbering.mode = \"automatic\"."
            }
            /// The document number is outside its range.
            DocumentNumberOutOfRange = "document_number_out_of_range" {
                fi: "Tositteen numero {0} ei ole sallitulla alueella 1–{1}. Ylempi alue on varattu käsin tehdyille (numbering.manual_from). Muuta asetuksia numbering.offset tai numbering.manual_from.",
                sv: "Dokumentnumret {0} ligger utanför intervallet 1–{1}. Det högre intervallet är reserverat för manuella dokument (numbering.manual_from). Ändra numbering.offset eller numbering.manual_from.",
                en: "The document number {0} is outside 1 to {1}. The range above belongs to documents made by hand (numbering.manual_from). Change numbering.offset or numbering.manual_from."
            }
            /// Warning: a product is created without a price.
            ProductPriceUnknown = "product_price_unknown" {
                fi: "Jos tuotetta ei ole Netvisorissa, se luodaan hinnalla 0: tuoterekisterin hinnat ovat euroja, tilauksen valuutta on {0}.",
                sv: "Om produkten inte finns i Netvisor skapas den med priset 0: produktregistrets priser är i euro, beställningens valuta är {0}.",
                en: "If Netvisor lacks the product it is created with price 0: the product register is in euros, the order in {0}."
            }
            /// No customer number, and the merchant wants such orders refused.
            CustomerNumberMissing = "customer_number_missing" {
                fi: "Tilauksella ei ole tietoa, jolla asiakas kohdistetaan (asetus customers.match), ja customers.missing on \"reject\".",
                sv: "Beställningen saknar uppgiften som kunden matchas med (customers.match), och customers.missing är \"reject\".",
                en: "The order lacks what the customer is matched by (customers.match), and customers.missing is \"reject\"."
            }
            /// A reference number with a wrong check digit.
            ReferenceNumberInvalid = "reference_number_invalid" {
                fi: "Viitenumero ei ole kelvollinen: 4–20 numeroa, viimeinen tarkistusnumero (7-3-1). Jätä kenttä pois, niin Netvisor antaa viitteen.",
                sv: "Referensnumret är inte giltigt: 4–20 siffror, den sista en kontrollsiffra (7-3-1). Lämna bort fältet, så ger Netvisor en referens.",
                en: "The reference number is not valid: 4 to 20 digits, the last a check digit (7-3-1). Leave the field out and Netvisor makes one."
            }
            /// Warning: a business id with a wrong check digit.
            BusinessIdInvalid = "business_id_invalid" {
                fi: "Y-tunnuksen tarkistusnumero ei täsmää. Tarkista tunnus asiakkaalta.",
                sv: "FO-numrets kontrollsiffra stämmer inte. Kontrollera numret med kunden.",
                en: "The check digit of the business id (Y-tunnus) is wrong. Check it with the customer."
            }
            /// Warning: a sale without VAT to an EU business whose VAT id is not given.
            VatIdMissing = "vat_id_missing" {
                fi: "Veroton myynti EU-yritykselle ilman ostajan ALV-tunnusta. Lisää tunnus asiakkaalle.",
                sv: "Momsfri försäljning till ett EU-företag utan köparens momsnummer. Lägg till numret på kunden.",
                en: "A sale without VAT to a business in the EU, without the buyer's VAT id. Add it to the customer."
            }
            /// Warning: an address that lacks a part is left out as a whole.
            AddressIncomplete = "address_incomplete" {
                fi: "Osoitteesta puuttuu {0}, joten sitä ei lähetetä: Netvisor ei täydennä osittaista osoitetta asiakaskortilta.",
                sv: "Adressen saknar {0} och skickas därför inte: Netvisor kompletterar inte en ofullständig adress från kundkortet.",
                en: "The address lacks {0} and is not sent: Netvisor does not complete a partial address from the customer card."
            }
            /// Warning: part of the order has been refunded.
            OrderPartlyRefunded = "order_partly_refunded" {
                fi: "Tilauksesta on hyvitetty {0}. Tilaus viedään alkuperäisenä; hyvitys on kirjattava erikseen.",
                sv: "Av beställningen har {0} krediterats. Beställningen exporteras i sin ursprungliga form; krediteringen bokförs skilt.",
                en: "{0} of the order has been refunded. The order is exported as it was placed; book the refund separately."
            }
            /// Warning: a test order.
            OrderIsTest = "order_is_test" {
                fi: "Tilaus on verkkokaupan testitilaus.",
                sv: "Beställningen är en testbeställning i webbutiken.",
                en: "The order is a test order of the shop."
            }
            /// Warning: gift cards were used but their amounts are not in the order.
            GiftCardAmountUnknown = "gift_card_amount_unknown" {
                fi: "Tilaus on maksettu osin lahjakortilla, mutta sen summa ei ole tilauksessa. Lisää tilauksen maksutapahtumat kenttään transactions.",
                sv: "Beställningen har delvis betalats med presentkort, men beloppet finns inte i beställningen. Lägg till betalningarna i fältet transactions.",
                en: "Part of the order was paid with a gift card, but its amount is not in the order. Add the order's transactions as the field transactions."
            }

            // VAT
            /// No rule decides the VAT code.
            VatCodeUndecided = "vat_code_undecided" {
                fi: "ALV-koodia ei voitu päättää: maa {0}, ostaja {1}, verokanta {2} %. Lisää sääntö asetukseen vat; kysy oikea koodi kirjanpitäjältä.",
                sv: "Momskoden kunde inte avgöras: land {0}, köpare {1}, momssats {2} %. Lägg till en regel i inställningen vat; fråga bokföraren om rätt kod.",
                en: "The VAT code is undecided: country {0}, buyer {1}, rate {2} %. Add a rule to the setting vat; ask the bookkeeper which code is right."
            }
            /// A rate outside the row of its VAT code.
            VatRateNotAllowed = "vat_rate_not_allowed" {
                fi: "Verokanta {1} % ei kuulu ALV-koodiin {0}. Tarkista tuotteen verokanta tai lisää sääntö asetukseen vat.",
                sv: "Momssatsen {1} % hör inte till momskoden {0}. Kontrollera produktens momssats eller lägg till en regel i inställningen vat.",
                en: "The rate {1} % does not belong to the VAT code {0}. Check the product's rate, or add a rule to the setting vat."
            }

            // Payment
            /// A payment method without a Netvisor name.
            PaymentMethodUnmapped = "payment_method_unmapped" {
                fi: "Maksutavalle ei ole annettu nimeä Netvisorissa. Lisää se asetukseen payment.methods.",
                sv: "Betalningssättet har inget namn i Netvisor. Lägg till det i inställningen payment.methods.",
                en: "The payment method has no Netvisor name. Add it to the setting payment.methods."
            }
            /// A paid order without the day it was paid.
            PaymentDateMissing = "payment_date_missing" {
                fi: "Maksupäivä puuttuu, joten suorituksen päivänä käytetään tilauspäivää.",
                sv: "Betalningsdagen saknas, så beställningsdagen används för betalningen.",
                en: "The day of payment is missing, so the payment is dated on the day of the order."
            }
            /// The payments do not cover the total.
            PaymentAmountDiffers = "payment_amount_differs" {
                fi: "Maksettu summa {0} poikkeaa tilauksen loppusummasta {1}. Suoritus kirjataan maksetun summan mukaan.",
                sv: "Det betalda beloppet {0} avviker från beställningens totalsumma {1}. Betalningen bokförs enligt det betalda beloppet.",
                en: "The amount paid, {0}, differs from the order's total, {1}. The payment is recorded as paid."
            }

            // Settings
            /// A prepayment account is needed.
            PrepaymentAccountMissing = "prepayment_account_missing" {
                fi: "Tilaukselle kirjattava maksu on ennakkomaksu: anna Netvisorin ennakkomaksutili asetuksessa payment.prepayment_account.",
                sv: "En betalning på en order är ett förskott: ange Netvisors förskottskonto i inställningen payment.prepayment_account.",
                en: "A payment recorded for an order is a prepayment: set payment.prepayment_account to Netvisor's prepayment account."
            }
            /// Settings that exclude one another.
            SettingsConflict = "settings_conflict" {
                fi: "Asetus ei sovi yhteen asetuksen {0} kanssa. Sallittu tässä: {1}.",
                sv: "Inställningen går inte ihop med {0}. Tillåtet här: {1}.",
                en: "The setting does not go together with {0}. Permitted here: {1}."
            }
            /// A fallback needs its code.
            FallbackCodeMissing = "fallback_code_missing" {
                fi: "Asetus products.missing = \"fallback\" tarvitsee tuotekoodin asetukseen products.fallback_code.",
                sv: "Inställningen products.missing = \"fallback\" kräver en produktkod i products.fallback_code.",
                en: "products.missing = \"fallback\" needs a product code in products.fallback_code."
            }
            /// An unknown placeholder in a template.
            PlaceholderUnknown = "placeholder_unknown" {
                fi: "Mallissa on tuntematon tai sulkematon paikkamerkki. Sallitut: {0}.",
                sv: "Mallen har en okänd eller oavslutad platshållare. Tillåtna: {0}.",
                en: "The template holds an unknown or unclosed placeholder. Permitted: {0}."
            }

            // Texts on their way to Netvisor
            /// Warning: a text was cut.
            TextTruncated = "text_truncated" {
                fi: "Teksti katkaistiin Netvisorin kentän pituuteen, {0} merkkiin.",
                sv: "Texten förkortades till Netvisor-fältets längd, {0} tecken.",
                en: "The text was cut to the length of Netvisor's field, {0} characters."
            }
            /// A text is longer than Netvisor's field and the merchant wants no cutting.
            TextOverflow = "text_overflow" {
                fi: "Teksti on pidempi kuin Netvisorin kenttä: enintään {0} merkkiä. Lyhennä teksti tai salli katkaisu (text_overflow).",
                sv: "Texten är längre än Netvisors fält: högst {0} tecken. Förkorta texten eller tillåt förkortning (text_overflow).",
                en: "The text is longer than Netvisor's field: at most {0} characters. Shorten it, or permit cutting (text_overflow)."
            }
            /// Warning: characters XML cannot carry were removed.
            CharactersRemoved = "characters_removed" {
                fi: "Tekstistä poistettiin ohjausmerkkejä, joita XML ei salli.",
                sv: "Styrtecken som XML inte tillåter togs bort ur texten.",
                en: "Control characters that XML forbids were removed from the text."
            }

            // Connection, request, stamp
            /// The base URL cannot be used.
            BaseUrlInvalid = "base_url_invalid" {
                fi: "Osoitteen on oltava muotoa https://integration.netvisor.fi (http vain omalla koneella), ilman hakuosaa.",
                sv: "Adressen ska ha formen https://integration.netvisor.fi (http bara på egen dator), utan frågedel.",
                en: "The base URL has the form https://integration.netvisor.fi (http only on this machine), without query."
            }
            /// A header value that cannot be sent.
            HeaderValueInvalid = "header_value_invalid" {
                fi: "Arvossa on merkkejä, joita HTTP-otsake ei voi välittää: vain Latin-1-merkit, ei rivinvaihtoja eikä ohjausmerkkejä.",
                sv: "Värdet har tecken som ett HTTP-huvud inte kan bära: endast Latin-1, inga radbyten eller styrtecken.",
                en: "The value holds characters an HTTP header cannot carry: Latin-1 only, no line breaks or control characters."
            }
            /// A request that names no Netvisor resource.
            ResourceInvalid = "resource_invalid" {
                fi: "Resurssin nimi on muotoa salesinvoice.nv: pieniä kirjaimia ja pääte .nv.",
                sv: "Resursens namn har formen salesinvoice.nv: små bokstäver och ändelsen .nv.",
                en: "A resource is named like salesinvoice.nv: lower-case letters and the ending .nv."
            }
            /// A request whose document still waits for a key.
            RequestIncomplete = "request_incomplete" {
                fi: "Pyyntö odottaa vielä tietoa {0}. Lähetä aiempi pyyntö, lue avain vastauksesta ja muodosta asiakirjat uudelleen sen kanssa.",
                sv: "Begäran väntar ännu på {0}. Skicka den föregående, läs nyckeln ur svaret och bilda dokumenten på nytt med den.",
                en: "The request still waits for {0}. Send the earlier request, read the key from its reply and prepare the documents again with it."
            }
            /// A stamp outside the years 1970–9999.
            StampInvalid = "stamp_invalid" {
                fi: "Aikaleima on millisekunteja vuodesta 1970 (UTC), ja tapahtumatunnus on joka pyynnöllä uusi, 1–{0} merkkiä.",
                sv: "Tidsstämpeln är millisekunder sedan 1970 (UTC), och transaktions-id är nytt för varje begäran, 1–{0} tecken.",
                en: "The time is milliseconds since 1970 (UTC), and the transaction id is new for every request, 1 to {0} characters."
            }
        }
    };
}
pub(super) use input_codes;
