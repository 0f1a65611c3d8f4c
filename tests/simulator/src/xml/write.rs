use std::fmt::{Display, Write};

/// Writes the XML of a reply.
#[derive(Debug, Default)]
pub(crate) struct XmlWriter {
    xml: String,
}

impl XmlWriter {
    /// An element with text.
    pub(crate) fn text(&mut self, name: &str, text: impl Display) -> &mut Self {
        self.text_with(name, &[], text)
    }

    /// An element with attributes and text.
    pub(crate) fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: impl Display) -> &mut Self {
        self.start(name, attributes);
        let begin = self.xml.len();
        let _ = write!(self.xml, "{text}");
        let written = &self.xml[begin..];
        // Nearly no text has anything to escape.
        if written.contains(['&', '<', '>', '"']) {
            let escaped = escape(written);
            self.xml.truncate(begin);
            self.xml.push_str(&escaped);
        }
        self.end(name)
    }

    /// An element with others inside. One that stays empty is written in the short form, as Netvisor does.
    pub(crate) fn block(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.start(name, attributes);
        let begin = self.xml.len();
        inside(self);
        if self.xml.len() == begin {
            self.xml.truncate(begin - 1);
            self.xml.push_str(" />");
            return self;
        }
        self.end(name)
    }

    pub(crate) fn finish(self) -> String {
        self.xml
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.xml, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.xml, " {attribute}=\"{}\"", escape(value));
        }
        self.xml.push('>');
    }

    fn end(&mut self, name: &str) -> &mut Self {
        let _ = write!(self.xml, "</{name}>");
        self
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::XmlWriter;

    #[test]
    fn text_is_escaped_and_empty_blocks_are_short() {
        let mut writer = XmlWriter::default();
        writer.block("A", &[("b", "\"<")], |inside| {
            inside.text("C", "x & y").block("D", &[], |_| {});
        });
        assert_eq!(writer.finish(), "<A b=\"&quot;&lt;\"><C>x &amp; y</C><D /></A>");
    }
}
