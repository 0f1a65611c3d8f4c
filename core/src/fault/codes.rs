use super::Language;

/// One table makes the codes, their texts and `tests/vectors/error-codes.json`, so that none can be forgotten.
/// `{0}`, `{1}`… are filled with numbers, names of fields and permitted values. Codes that only what reads registers can give are
/// of that feature.
macro_rules! fault_codes {
    ($( $(#[doc = $doc:literal])* $(#[cfg($cfg:meta)])? $Variant:ident = $code:literal { fi: $fi:literal, sv: $sv:literal, en: $en:literal } )*) => {
        /// The stable code of a fault or warning. New ones may be added; none is renamed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum FaultCode { $( $(#[doc = $doc])* $(#[cfg($cfg)])? $Variant, )* }

        impl FaultCode {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$( $(#[cfg($cfg)])? Self::$Variant, )*];

            pub(crate) fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == code)
            }

            /// The code as programs compare it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $( $(#[cfg($cfg)])? Self::$Variant => $code, )* }
            }

            pub(super) fn template(self, language: Language) -> &'static str {
                match (self, language) { $(
                    $(#[cfg($cfg)])?
                    (Self::$Variant, Language::Finnish) => $fi,
                    $(#[cfg($cfg)])?
                    (Self::$Variant, Language::Swedish) => $sv,
                    $(#[cfg($cfg)])?
                    (Self::$Variant, Language::English) => $en,
                )* }
            }
        }
    };
}

fault_codes! {
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
