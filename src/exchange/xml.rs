//! Elements of an XML file, written one after the other. Whatever is said in them is escaped, and what XML cannot hold
//! is left out.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::domain::text::clean_line;

/// What of an element stands in its opening tag.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A file that is being written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins a file.
    pub fn new() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Begins a page for a browser.
    pub fn page() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.event(Event::DocType(BytesText::from_escaped("html")));
        xml
    }

    /// An element with others in it.
    pub fn within(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element with a text in it.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.within(name, attributes, |xml| xml.event(Event::Text(BytesText::new(&fit(text)))));
    }

    /// The file, with a line end.
    pub fn finish(self) -> String {
        let mut text = String::from_utf8(self.0.into_inner()).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Writing to memory does not fail.
    fn event(&mut self, event: Event<'_>) {
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, fit(value).as_str()));
    }
    start
}

/// A text without the two characters that are no controls and still not allowed.
fn fit(text: &str) -> String {
    clean_line(text).replace(['\u{fffe}', '\u{ffff}'], "")
}
