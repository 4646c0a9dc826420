//! A part as a tree. In: XML. Out: `Element`s by their names without prefixes; nothing of what declares a type of its own,
//! is not well-formed or lies too deep.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may lie in one another.
const DEEPEST: usize = 256;

/// How many elements and texts a part may have.
const MOST: usize = 2_000_000;

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) nodes: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Element(Element),
    Words(String),
}

impl Element {
    /// Returns an attribute by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the attribute `val`; empty where there is none.
    pub(super) fn value(&self) -> &str {
        self.attribute("val").unwrap_or_default()
    }

    /// Tells whether a switch is on, which it is unless it says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.attribute("val"), Some("0" | "false" | "off" | "none"))
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    /// Returns the first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Returns what a route of names leads to.
    pub(super) fn at(&self, route: &[&str]) -> Option<&Self> {
        route.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Returns all words in it.
    pub(super) fn words(&self) -> String {
        self.nodes
            .iter()
            .map(|node| match node {
                Node::Element(element) => element.words(),
                Node::Words(words) => words.clone(),
            })
            .collect()
    }
}

/// Returns the root of a part; `None` of what cannot be read whole.
pub(super) fn tree(text: &str) -> Option<Element> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = vec![Element::default()];
    let mut count = 0;
    loop {
        count += 1;
        if open.len() > DEEPEST || count > MOST {
            return None;
        }
        match reader.read_event().ok()? {
            Event::Start(element) => open.push(opened(&element)?),
            Event::Empty(element) => {
                let element = opened(&element)?;
                open.last_mut()?.nodes.push(Node::Element(element));
            }
            Event::End(_) => {
                let element = open.pop()?;
                open.last_mut()?.nodes.push(Node::Element(element));
            }
            Event::Text(words) => say(&mut open, &words.xml10_content())?,
            Event::CData(words) => say(&mut open, &words.xml10_content())?,
            Event::GeneralRef(name) => {
                let words =
                    quick_xml::escape::unescape(&format!("&{};", name.xml10_content())).ok()?.into_owned();
                say(&mut open, &words)?;
            }
            // A type of its own may hold entities that grow without end.
            Event::DocType(_) => return None,
            Event::Eof => break,
            _ => {}
        }
    }
    let whole = open.pop().filter(|_| open.is_empty())?;
    whole.elements().next().cloned()
}

fn opened(element: &BytesStart<'_>) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        let value = quick_xml::escape::unescape(&attribute.value).ok()?.into_owned();
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Some(Element { name: element.local_name().as_ref().to_owned(), attributes, nodes: Vec::new() })
}

fn say(open: &mut [Element], words: &str) -> Option<()> {
    match open.last_mut()?.nodes.last_mut() {
        Some(Node::Words(before)) => before.push_str(words),
        _ => open.last_mut()?.nodes.push(Node::Words(words.to_owned())),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_becomes_a_tree() {
        let root = tree("<w:a x:val='1'>b&amp;&#x142;<![CDATA[<c>]]><d/></w:a>").expect("it is well-formed");
        assert_eq!((root.name.as_str(), root.value(), root.words().as_str()), ("a", "1", "b&ł<c>"));
        assert!(root.child("d").is_some_and(Element::is_on));
    }

    #[test]
    fn what_grows_or_is_torn_is_no_part() {
        let deep = "<a>".repeat(400) + &"</a>".repeat(400);
        let bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
        for text in ["", "<a>", "</a>", "<a></b>", "<a>&b;</a>", bomb, &deep] {
            assert_eq!(tree(text), None, "{}", &text[..text.len().min(40)]);
        }
    }
}
