/// Writes a text in the letters a–z, digits and other scripts' small letters, with what stands between words as blanks.
///
/// Names are typed with and without dots on their letters, composed or decomposed: å and ä become a, ö becomes o, é becomes
/// e. The spellings ae and oe stay as they are. Finnish has them in its own right (`Raesmaa`, `Koeaho`), and ä is written as
/// a, not as ae, where a keyboard lacks it.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' => folded.push(character),
            // Combining marks; apostrophes; and the colon of abbreviations such as T:mi.
            '\u{300}'..='\u{36f}' | '\'' | '\u{2018}' | '\u{2019}' | '\u{b4}' | '`' | ':' => {}
            '&' | '+' => folded.push_str(" ja "),
            'ß' => folded.push_str("ss"),
            other if other.is_alphanumeric() => folded.push(base(other)),
            _ => folded.push(' '),
        }
    }
    folded
}

/// The letter without its marks.
fn base(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'æ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ķ' | 'ǩ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' | 'ʒ' | 'ǯ' => 'z',
        other => other,
    }
}

/// The folded text without blanks: `Katu 1 A` and `katu 1a` are the same street. `None` when nothing is left.
pub(super) fn compact(text: &str) -> Option<Box<str>> {
    let mut compact = folded(text);
    compact.retain(|character| character != ' ');
    (!compact.is_empty()).then(|| compact.into())
}
