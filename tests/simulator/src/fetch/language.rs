//! Words that come in the language of the request (§1.6), and texts that come in every language.

use crate::state::{State, Translations};

/// The text that stands beside the code of a status.
pub(super) fn status<'a>(code: &'a str, language: &str) -> &'a str {
    let [finnish, english, swedish] = match code {
        "unsent" => ["Lähettämätön", "Unsent", "Oskickad"],
        "open" => ["Avoin", "Open", "Öppen"],
        "paid" => ["Maksettu", "Paid", "Betald"],
        "undelivered" => ["Toimittamaton", "Undelivered", "Olevererad"],
        "delivered" => ["Toimitettu", "Delivered", "Levererad"],
        "billed" => ["Laskutettu", "Billed", "Fakturerad"],
        "overdue" => ["Erääntynyt", "Overdue", "Förfallen"],
        "reminded" => ["Muistutettu", "Reminded", "Påmind"],
        "requested" => ["Maksukehotus lähetetty", "Payment requested", "Betalningsuppmaning skickad"],
        "collected" => ["Perinnässä", "In collection", "I indrivning"],
        "creditloss" => ["Luottotappio", "Credit loss", "Kreditförlust"],
        "rejected" => ["Hylätty", "Rejected", "Avvisad"],
        "archived" => ["Arkistoitu", "Archived", "Arkiverad"],
        other => [other; 3],
    };
    pick(language, finnish, english, swedish)
}

pub(super) fn yes_or_no(yes: bool, language: &str) -> &'static str {
    if yes { pick(language, "Kyllä", "Yes", "Ja") } else { pick(language, "Ei", "No", "Nej") }
}

/// A country's name. Only Finland's is known here; the others show their code.
pub(super) fn country<'a>(code: &'a str, language: &str) -> &'a str {
    if code == "FI" { pick(language, "SUOMI", "FINLAND", "FINLAND") } else { code }
}

/// Every text there is with its language, Finnish first. Without extended product management there is Finnish alone.
pub(super) fn texts<'a>(
    state: &State,
    finnish: &'a str,
    others: &'a Translations,
) -> impl Iterator<Item = (&'static str, &'a str)> {
    let all = state.company.extended_products;
    let other = move |language| others.get(language).filter(|_| all).map(String::as_str);
    let texts = [("FI", Some(finnish)), ("EN", other("EN")), ("SE", other("SE"))];
    texts.into_iter().filter_map(|(language, text)| Some((language, text?)))
}

fn pick<'a>(language: &str, finnish: &'a str, english: &'a str, swedish: &'a str) -> &'a str {
    match language {
        "EN" => english,
        "SE" => swedish,
        _ => finnish,
    }
}
