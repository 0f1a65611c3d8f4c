use roxmltree::{Document, Node};

/// An element as it was sent, with its name and attribute names in lower case: Netvisor ignores their case (§1.7).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

/// No message of §2 nests deeper than seven.
const DEEPEST: usize = 32;

impl Element {
    /// Reads a whole message.
    ///
    /// The body must start with `<root>`, so neither a declaration nor a byte order mark may stand before it (§1.7).
    pub(crate) fn parse(body: &[u8]) -> Result<Self, String> {
        let text = decode(body);
        if !text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("<root>")) {
            return Err("the body does not start with <root>".to_owned());
        }
        let document = Document::parse(&text).map_err(|error| error.to_string())?;
        Self::from_node(document.root_element(), DEEPEST)
    }

    fn from_node(node: Node<'_, '_>, depth: usize) -> Result<Self, String> {
        let name = node.tag_name().name().to_ascii_lowercase();
        if depth == 0 {
            return Err(format!("{name} is nested too deep"));
        }
        let mut element = Self {
            attributes: node
                .attributes()
                .map(|attribute| (attribute.name().to_ascii_lowercase(), attribute.value().to_owned()))
                .collect(),
            name,
            ..Self::default()
        };
        for child in node.children() {
            if child.is_element() {
                element.children.push(Self::from_node(child, depth - 1)?);
            } else if let (true, Some(text)) = (child.is_text(), child.text()) {
                element.text.push_str(text);
            }
        }
        Ok(element)
    }

    /// An element that holds text, for cards made without a message.
    pub(crate) fn leaf(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), text: text.to_owned(), ..Self::default() }
    }

    /// An element that holds others, for cards made without a message.
    pub(crate) fn branch(name: &str, children: Vec<Element>) -> Self {
        Self { name: name.to_owned(), children, ..Self::default() }
    }

    pub(crate) fn with_attribute(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The element a path such as `customerbaseinformation/name` leads to.
    pub(crate) fn find(&self, path: &str) -> Option<&Element> {
        path.split('/').try_fold(self, |element, name| element.child(name))
    }

    /// The trimmed text behind a path; empty where there is no such element.
    pub(crate) fn value(&self, path: &str) -> &str {
        self.find(path).map_or("", |element| element.text.trim())
    }

    /// The trimmed text behind a path, if there is any.
    pub(crate) fn filled(&self, path: &str) -> Option<&str> {
        Some(self.value(path)).filter(|text| !text.is_empty())
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Neither text nor elements inside.
    pub(crate) fn is_empty(&self) -> bool {
        self.children.is_empty() && self.text.trim().is_empty()
    }

    /// Takes over what `change` sends and keeps the rest, as an edit of a card does (§2.3): element by element
    /// within the blocks of a card. Elements that repeat, such as dimensions, are replaced together.
    pub(crate) fn merge(&mut self, change: &Element) {
        for block in &change.children {
            match self.children.iter_mut().find(|own| own.name == block.name) {
                Some(own) => own.replace_children(block),
                None => self.children.push(block.clone()),
            }
        }
    }

    fn replace_children(&mut self, change: &Element) {
        for (index, child) in change.children.iter().enumerate() {
            let first_of_its_name = change.children[..index].iter().all(|other| other.name != child.name);
            if first_of_its_name {
                self.children.retain(|own| own.name != child.name);
            }
            self.children.push(child.clone());
        }
    }

    /// Sets the text behind a path, making what is missing on the way.
    pub(crate) fn set(&mut self, path: &str, text: &str) {
        let (name, rest) = path.split_once('/').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let place = self.children.iter().position(|child| child.name == name).unwrap_or_else(|| {
            self.children.push(Self::leaf(name, ""));
            self.children.len() - 1
        });
        match rest {
            Some(rest) => self.children[place].set(rest, text),
            None => text.clone_into(&mut self.children[place].text),
        }
    }
}

/// UTF-8 where the bytes are UTF-8, else the documented ISO-8859-15 (§1.7).
fn decode(body: &[u8]) -> String {
    String::from_utf8(body.to_vec()).unwrap_or_else(|_| body.iter().map(|&byte| latin9(byte)).collect())
}

fn latin9(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_case() {
        let root = Element::parse(b"<Root><SalesPayment><Sum Currency='EUR'>1</Sum></SalesPayment></Root>").unwrap();
        assert_eq!(root.value("salespayment/sum"), "1");
        assert_eq!(root.find("salespayment/sum").unwrap().attribute("currency"), Some("EUR"));
    }

    #[test]
    fn both_encodings_are_read() {
        for body in ["<root><name>Äi€</name></root>".as_bytes(), b"<root><name>\xC4i\xA4</name></root>"] {
            assert_eq!(Element::parse(body).unwrap().value("name"), "Äi€");
        }
    }

    #[test]
    fn nothing_may_stand_before_the_root() {
        for body in ["<?xml version='1.0'?><root/>", " <root></root>", "\u{feff}<root></root>", "<salesinvoice/>", ""] {
            assert!(Element::parse(body.as_bytes()).is_err(), "{body:?}");
        }
    }

    #[test]
    fn entities_and_depth_are_bounded() {
        let bomb = "<root><!DOCTYPE a [<!ENTITY b 'c'>]>&b;</root>";
        assert!(Element::parse(bomb.as_bytes()).is_err());
        let deep = format!("<root>{}{}</root>", "<a>".repeat(40), "</a>".repeat(40));
        assert_eq!(Element::parse(deep.as_bytes()).unwrap_err(), "a is nested too deep");
    }

    #[test]
    fn an_edit_keeps_what_it_does_not_name() {
        let parse = |text: &str| Element::parse(text.as_bytes()).unwrap();
        let mut card = parse("<root><base><city>B</city><tag>1</tag><tag>2</tag><name>A</name></base></root>");
        card.merge(&parse("<root><base><city/><tag>3</tag></base><contact><email>C</email></contact></root>"));
        let expected = "<root><base><name>A</name><city/><tag>3</tag></base><contact><email>C</email></contact></root>";
        assert_eq!(card, parse(expected));
    }
}
