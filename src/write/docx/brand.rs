//! The look of another file. In: a `Brand`, the styles that papers use. Out: its styles with ours beside them, its heads and
//! feet as parts, and our markup with the ids that it has for our styles.

use std::collections::BTreeMap;

use super::Writer;
use super::package::Parts;
use super::relations::KINDS;
use super::styles::{Made, Whose};
use super::xml::{DECLARATION, escaped};
use crate::word::{Brand, Step, Turn, attribute, spliced};
use quick_xml::events::BytesStart;

/// What may stand before the number of a paragraph among its properties.
const BEFORE_NUMBER: [&str; 6] =
    ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"];

/// What stands behind the properties of paragraphs in a style.
const BEHIND_PARAGRAPH: [&str; 5] = ["rPr", "tblPr", "trPr", "tcPr", "tblStylePr"];

/// Where markup names a style by its id.
const NAMED_BY: [&str; 4] = ["Style w:val=\"", "<w:basedOn w:val=\"", "<w:next w:val=\"", "<w:link w:val=\""];

/// Returns the names of the styles of Word that papers use and a file lacks.
pub fn lacking(brand: &Brand) -> Vec<&'static str> {
    let (document, style) = (crate::document::Document::default(), super::Style::default());
    let all = Writer::new(&document, &style).sheet();
    // The styles on which all others stand look like nothing of their own.
    let is_shown = |made: &&Made| made.whose == Whose::Word && !made.markup.contains("w:default=");
    let lacks = |made: &&Made| is_shown(made) && brand.style(made.kind, made.name, made.id).is_none();
    all.iter().filter(lacks).map(|made| made.name).collect()
}

/// Returns the id of the relation to the head or foot of this number.
pub(super) fn id(at: usize) -> String {
    format!("rIdBrand{}", at + 1)
}

/// Returns the ids that a file has for our styles, where they differ.
fn ids<'a>(brand: &'a Brand, all: &[Made]) -> BTreeMap<&'static str, &'a str> {
    let own = all.iter().filter_map(|made| Some((made.id, brand.style(made.kind, made.name, made.id)?)));
    own.filter(|(own, known)| own != known).collect()
}

/// Returns markup of ours with the ids of a file.
fn renamed(markup: &str, ids: &BTreeMap<&str, &str>) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find("w:val=\"") {
        let (before, behind) = rest.split_at(at + "w:val=\"".len());
        out.push_str(before);
        rest = behind;
        let end = rest.find('"').unwrap_or(rest.len());
        let known = ids.get(&rest[..end]).filter(|_| NAMED_BY.iter().any(|by| before.ends_with(by)));
        if let Some(known) = known {
            out.push_str(&escaped(known));
            rest = &rest[end..];
        }
    }
    out + rest
}

/// Returns the styles of a file in the language of a paper, with ours that it lacks. Lists are ours, so that its styles bear
/// the numbers of our headings and clauses and no others.
fn styles(brand: &Brand, all: &[Made], lang: &str) -> String {
    let ids = ids(brand, all);
    // The styles on which all others stand look like nothing by themselves.
    let lacks = all.iter().filter(|made| brand.style(made.kind, made.name, made.id).is_none());
    let added = renamed(&lacks.map(|made| made.markup.as_str()).collect::<String>(), &ids);
    let numbers = all.iter().filter(|made| made.kind == "paragraph").filter_map(|made| {
        Some((brand.style(made.kind, made.name, made.id)?.to_owned(), made.number.clone()?))
    });
    let words = all.iter().filter(|made| made.whose == Whose::Word);
    let names =
        words.filter_map(|made| Some((brand.style(made.kind, made.name, made.id)?.to_owned(), made.name)));
    let mut sheet = Sheet {
        names: names.collect(),
        name: None,
        numbers: numbers.collect(),
        number: None,
        lang: format!("<w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"ar-SA\"/>"),
        has_lang: false,
        added,
    };
    let own = spliced(&brand.styles, |route, step| sheet.turn(route, step));
    own.expect("it was read before its look was taken")
}

/// The styles of a file on their way into a paper.
struct Sheet {
    /// The names that Word knows in every language.
    names: BTreeMap<String, &'static str>,
    /// The name that the style in hand has still to get.
    name: Option<&'static str>,
    numbers: BTreeMap<String, String>,
    /// The number that the style in hand has still to get.
    number: Option<String>,
    lang: String,
    has_lang: bool,
    added: String,
}

impl Sheet {
    fn turn(&mut self, route: &[String], step: &Step<'_>) -> Turn {
        let route: Vec<&str> = route.iter().map(String::as_str).collect();
        match (route.as_slice(), step) {
            (["styles"], Step::Ends) => Turn::Before(
                self.defaults("docDefaults").unwrap_or_default() + &std::mem::take(&mut self.added),
            ),
            (["styles", "docDefaults", ..], _) => self.default(&route, step),
            (["styles", name], Step::Opens(element, is_empty)) => {
                let before = self.defaults("docDefaults");
                let tag = if *name == "style" { self.opened(element, is_empty) } else { None };
                match (before, tag) {
                    (Some(before), Some(tag)) => Turn::Tag(before + &tag),
                    (None, Some(tag)) => Turn::Tag(tag),
                    (before, None) => before.map_or(Turn::Keep, Turn::Before),
                }
            }
            (["styles", "style", "name"], Step::Opens(..)) => match self.name.take() {
                Some(name) => Turn::Instead(format!("<w:name w:val=\"{name}\"/>")),
                None => Turn::Keep,
            },
            ([.., "rPr", "lang"], Step::Opens(..)) => Turn::Instead(self.lang.clone()),
            ([.., "pPr", "numPr"], Step::Opens(..)) => Turn::Instead(self.number.take().unwrap_or_default()),
            (["styles", "style", "pPr"], Step::Opens(_, true)) => match self.number.take() {
                Some(number) => Turn::Instead(format!("<w:pPr>{number}</w:pPr>")),
                None => Turn::Keep,
            },
            (["styles", "style", "pPr", name], Step::Opens(..)) if !BEFORE_NUMBER.contains(name) => {
                self.number.take().map_or(Turn::Keep, Turn::Before)
            }
            (["styles", "style", "pPr"], Step::Ends) => self.number.take().map_or(Turn::Keep, Turn::Before),
            (["styles", "style", name], Step::Opens(..)) if BEHIND_PARAGRAPH.contains(name) => {
                self.paragraph()
            }
            (["styles", "style"], Step::Ends) => self.paragraph(),
            _ => Turn::Keep,
        }
    }

    /// A style begins: one of Word's own is no custom one, whatever it was called. Returns its tag where that changes.
    fn opened(&mut self, element: &BytesStart<'_>, is_empty: &bool) -> Option<String> {
        let id = attribute(element, "styleId").unwrap_or_default();
        (self.number, self.name) = (self.numbers.get(&id).cloned(), self.names.get(&id).copied());
        let tag: &str = element.as_ref();
        let custom = [" w:customStyle=\"1\"", " w:customStyle=\"true\""];
        let custom =
            custom.iter().find(|custom| tag.contains(**custom) && !is_empty && self.name.is_some())?;
        Some(format!("<{}>", tag.replace(custom, "")))
    }

    fn paragraph(&mut self) -> Turn {
        self.number.take().map_or(Turn::Keep, |number| Turn::Before(format!("<w:pPr>{number}</w:pPr>")))
    }

    /// Puts the language of the paper where that of all text is said.
    fn default(&mut self, route: &[&str], step: &Step<'_>) -> Turn {
        match (&route[1..], step) {
            (["docDefaults", "rPrDefault", "rPr", "lang"], Step::Opens(..)) => {
                self.has_lang = true;
                Turn::Instead(self.lang.clone())
            }
            (
                ["docDefaults", "rPrDefault", "rPr", "eastAsianLayout" | "specVanish" | "oMath"],
                Step::Opens(..),
            )
            | (["docDefaults", "rPrDefault", "rPr"], Step::Ends) => {
                self.defaults("").map_or(Turn::Keep, Turn::Before)
            }
            (["docDefaults", "rPrDefault", "rPr"], Step::Opens(_, true)) => {
                self.defaults("rPr").map_or(Turn::Keep, Turn::Instead)
            }
            (["docDefaults", "rPrDefault"], Step::Opens(_, true)) => {
                self.defaults("rPrDefault").map_or(Turn::Keep, Turn::Instead)
            }
            (["docDefaults", "rPrDefault"], Step::Ends) => {
                self.defaults("rPr").map_or(Turn::Keep, Turn::Before)
            }
            (["docDefaults", "pPrDefault"], Step::Opens(..)) | (["docDefaults"], Step::Ends) => {
                self.defaults("rPrDefault").map_or(Turn::Keep, Turn::Before)
            }
            (["docDefaults"], Step::Opens(_, true)) => {
                self.defaults("docDefaults").map_or(Turn::Keep, Turn::Instead)
            }
            _ => Turn::Keep,
        }
    }

    /// Returns the language in what is missing round it, from the element named inwards; nothing where it stands already.
    fn defaults(&mut self, from: &str) -> Option<String> {
        if std::mem::replace(&mut self.has_lang, true) {
            return None;
        }
        let all = ["docDefaults", "rPrDefault", "rPr"];
        let missing = all.iter().position(|name| *name == from).map_or(&[][..], |at| &all[at..]);
        let own = missing
            .iter()
            .rev()
            .fold(self.lang.clone(), |inner, name| format!("<w:{name}>{inner}</w:{name}>"));
        Some(own)
    }
}

impl Writer<'_> {
    /// Puts the look of a file on the parts of a paper.
    pub(super) fn dress(&self, parts: &mut Parts) {
        let Some(brand) = &self.style.brand else { return };
        let all = self.sheet();
        let ids = ids(brand, &all);
        for (name, bytes) in &mut parts.0 {
            if name == "word/styles.xml" {
                *bytes = styles(brand, &all, self.document.lang.tag()).into_bytes();
            }
            let own = ["document", "footnotes", "numbering", "header1", "footer1", "footer2"];
            let is_own = |part: &&str| *name == format!("word/{part}.xml");
            if let Some(text) =
                own.iter().find(|part| is_own(part)).and_then(|_| std::str::from_utf8(bytes).ok())
            {
                *bytes = renamed(text, &ids).into_bytes();
            }
        }
        if let Some(theme) = &brand.theme
            && let Some((_, own)) = parts.0.iter_mut().find(|(name, _)| name == "word/theme/theme1.xml")
        {
            *own = theme.clone().into_bytes();
        }
        running(brand, parts);
    }
}

/// Adds heads and feet with their pictures.
fn running(brand: &Brand, parts: &mut Parts) {
    let mut pictures = 0;
    for (at, running) in brand.running.iter().enumerate() {
        let name = format!("brand{}.xml", at + 1);
        let kind =
            format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml", running.what);
        parts.declare(&format!("<Override PartName=\"/word/{name}\" ContentType=\"{kind}\"/>"));
        parts.relate(&format!(
            "<Relationship Id=\"{}\" Type=\"{KINDS}/{}\" Target=\"{name}\"/>",
            id(at),
            running.what
        ));
        let mut relations = String::new();
        for (id, target) in &running.links {
            relations += &format!(
                "<Relationship Id=\"{}\" Type=\"{KINDS}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escaped(id),
                escaped(target)
            );
        }
        for (id, picture) in &running.pictures {
            pictures += 1;
            let file = format!("media/brand{pictures}.{}", picture.ending);
            relations +=
                &format!("<Relationship Id=\"{}\" Type=\"{KINDS}/image\" Target=\"{file}\"/>", escaped(id));
            parts.0.push((format!("word/{file}"), picture.bytes.clone()));
            parts.declare_form(picture.ending, picture.kind);
        }
        parts.0.push((format!("word/{name}"), running.markup.clone().into_bytes()));
        if !relations.is_empty() {
            let part = format!(
                "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 {relations}</Relationships>"
            );
            parts.0.push((format!("word/_rels/{name}.rels"), part.into_bytes()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_named_as_the_file_names_them() {
        let ids = BTreeMap::from([("Heading1", "Nagwek1"), ("single", "no")]);
        let markup =
            "<w:pStyle w:val=\"Heading1\"/><w:top w:val=\"single\"/><w:t>w:val=&quot;Heading1&quot;</w:t>";
        assert_eq!(renamed(markup, &ids), markup.replacen("\"Heading1\"", "\"Nagwek1\"", 1));
    }
}
