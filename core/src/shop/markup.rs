use std::borrow::Cow;

/// Shop texts are HTML in places: names hold entities (`&ndash;`), option values hold tags. Netvisor wants plain text.
pub(super) fn plain_text(text: &str) -> String {
    let text = if text.contains('<') { Cow::Owned(without_tags(text)) } else { Cow::Borrowed(text) };
    let text = if text.contains('&') { Cow::Owned(without_entities(&text)) } else { text };
    text.trim().to_owned()
}

/// The entities of Latin-1 text and typography, each with its character's code. Shops write these, and numbers for all else;
/// the whole list of HTML 5 would be a tenth of the WASM module.
const ENTITIES: &str = "nbsp 160 iexcl 161 cent 162 pound 163 curren 164 yen 165 brvbar 166 sect 167 uml 168 copy 169 ordf 170 laquo 171 \
    not 172 shy 173 reg 174 macr 175 deg 176 plusmn 177 sup2 178 sup3 179 acute 180 micro 181 para 182 middot 183 \
    cedil 184 sup1 185 ordm 186 raquo 187 frac14 188 frac12 189 frac34 190 iquest 191 Agrave 192 Aacute 193 Acirc \
    194 Atilde 195 Auml 196 Aring 197 AElig 198 Ccedil 199 Egrave 200 Eacute 201 Ecirc 202 Euml 203 Igrave 204 \
    Iacute 205 Icirc 206 Iuml 207 ETH 208 Ntilde 209 Ograve 210 Oacute 211 Ocirc 212 Otilde 213 Ouml 214 times 215 \
    Oslash 216 Ugrave 217 Uacute 218 Ucirc 219 Uuml 220 Yacute 221 THORN 222 szlig 223 agrave 224 aacute 225 acirc \
    226 atilde 227 auml 228 aring 229 aelig 230 ccedil 231 egrave 232 eacute 233 ecirc 234 euml 235 igrave 236 \
    iacute 237 icirc 238 iuml 239 eth 240 ntilde 241 ograve 242 oacute 243 ocirc 244 otilde 245 ouml 246 divide 247 \
    oslash 248 ugrave 249 uacute 250 ucirc 251 uuml 252 yacute 253 thorn 254 yuml 255 OElig 338 oelig 339 Scaron 352 \
    scaron 353 Yuml 376 fnof 402 circ 710 tilde 732 ensp 8194 emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm \
    8207 ndash 8211 mdash 8212 lsquo 8216 rsquo 8217 sbquo 8218 ldquo 8220 rdquo 8221 bdquo 8222 dagger 8224 Dagger \
    8225 bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 lsaquo 8249 rsaquo 8250 frasl 8260 euro 8364 trade \
    8482 larr 8592 uarr 8593 rarr 8594 darr 8595 harr 8596 minus 8722 infin 8734 asymp 8776 ne 8800 le 8804 ge 8805 \
    hearts 9829 amp 38 lt 60 gt 62 quot 34 apos 39";

/// Puts characters in the place of entities; what is none stays as it is.
fn without_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        // The longest is a number of ten characters; looking no further keeps the work linear.
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((character(&rest[1..end])?, end))) {
            Some((character, end)) => {
                plain.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The character an entity stands for, by its name, or by its number as `#8211` or `#x2013`.
fn character(entity: &str) -> Option<char> {
    let code = match entity.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        },
        None => {
            let mut words = ENTITIES.split_ascii_whitespace();
            words.find(|name| *name == entity)?;
            words.next()?.parse().ok()?
        }
    };
    char::from_u32(code).filter(|character| *character != '\0')
}

/// Takes out what looks like a tag; a lone `<`, as in `< 5 kg`, stays.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let tag = &rest[open + 1..];
        let opens_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match tag.find('>').filter(|_| opens_tag) {
            Some(close) => {
                plain.push_str(&rest[..open]);
                rest = &tag[close + 1..];
            }
            None => {
                plain.push_str(&rest[..=open]);
                rest = tag;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn entities_and_tags_become_text() {
        assert_eq!(plain_text("Kuppi &ndash; sininen &amp; valkoinen"), "Kuppi – sininen & valkoinen");
        assert_eq!(plain_text("<p>Koko: <b>M</b></p>"), "Koko: M");
        assert_eq!(plain_text("Paino < 5 kg &lt;b&gt;"), "Paino < 5 kg <b>");
        assert_eq!(
            plain_text("&Auml;iti&euro;&hearts;&amp;amp; 160 &160; &#; &#x; &#0; &;"),
            "Äiti€♥&amp; 160 &160; &#; &#x; &#0; &;"
        );
        assert_eq!(plain_text("R&D & a&b; &äää;"), "R&D & a&b; &äää;");
        assert_eq!(plain_text("L&#8217;Oréal &#x1F384; &tuntematon;"), "L’Oréal 🎄 &tuntematon;");
    }
}
