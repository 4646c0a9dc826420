//! What stands inside a line. In: `Inline`s. Out: runs.

use super::Writer;
use super::xml::escaped;
use crate::document::{Inline, plain};
use crate::lang::Lang;

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Run {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) strike: bool,
    /// A code or a file's name inside a line.
    pub(super) code: bool,
    /// Text whose spaces count; no language checks its spelling.
    pub(super) literal: bool,
    pub(super) gap: bool,
    pub(super) link: bool,
    /// Words of less weight.
    pub(super) muted: bool,
    /// A language that is not the document's.
    pub(super) foreign: Option<Lang>,
}

impl Run {
    /// Returns the properties in the order that the schema asks for; nothing where the words look like those around.
    fn properties(&self) -> String {
        let mut out = String::new();
        let style = match self {
            Self { gap: true, .. } => Some("Gap"),
            Self { code: true, .. } => Some("HTMLCode"),
            Self { link: true, .. } => Some("Hyperlink"),
            Self { muted: true, .. } => Some("Muted"),
            _ => None,
        };
        if let Some(style) = style {
            out += &format!("<w:rStyle w:val=\"{style}\"/>");
        }
        for (is_so, name) in [
            (self.bold, "b"),
            (self.bold, "bCs"),
            (self.italic, "i"),
            (self.italic, "iCs"),
            (self.strike, "strike"),
            (self.code || self.literal, "noProof"),
        ] {
            if is_so {
                out += &format!("<w:{name}/>");
            }
        }
        if let Some(lang) = self.foreign {
            out += &format!("<w:lang w:val=\"{}\"/>", lang.tag());
        }
        if out.is_empty() { out } else { format!("<w:rPr>{out}</w:rPr>") }
    }
}

/// Returns a field with what it last showed, so that nobody need work it out.
pub(super) fn field(instruction: &str, shown: &str, style: &str) -> String {
    let look = if style.is_empty() {
        String::new()
    } else {
        format!("<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>")
    };
    let mark = |kind: &str| format!("<w:r>{look}<w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{}<w:r>{look}<w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>{}<w:r>{look}<w:t>{}</w:t></w:r>{}",
        mark("begin"),
        escaped(instruction),
        mark("separate"),
        escaped(shown),
        mark("end"),
    )
}

/// Returns the content of a run: words, and the marks that Word has instead of some characters.
fn content(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 40);
    let mut rest = words;
    while !rest.is_empty() {
        let end = rest.find(['\n', '\r', '\t', '\u{ad}', '\u{2011}']).unwrap_or(rest.len());
        let (text, special) = rest.split_at(end);
        let text = escaped(text);
        if !text.is_empty() {
            out += &format!("<w:t xml:space=\"preserve\">{text}</w:t>");
        }
        let mut letters = special.chars();
        out.push_str(match letters.next() {
            Some('\n') => "<w:br/>",
            Some('\t') => "<w:tab/>",
            Some('\u{ad}') => "<w:softHyphen/>",
            Some('\u{2011}') => "<w:noBreakHyphen/>",
            _ => "",
        });
        rest = letters.as_str();
    }
    out
}

impl Writer<'_> {
    /// Returns words as a run; nothing for no words.
    pub(super) fn run(&self, words: &str, look: Run) -> String {
        #[cfg(test)]
        let words = &*crate::planted::passed(crate::planted::Stage::Docx, words);
        let content = content(words);
        if content.is_empty() { content } else { format!("<w:r>{}{content}</w:r>", look.properties()) }
    }

    /// Returns a line as runs.
    pub(super) fn line(&mut self, line: &[Inline], look: Run) -> String {
        self.framed(line, |writer, part| part.iter().map(|inline| writer.inline(inline, look)).collect())
    }

    fn inline(&mut self, inline: &Inline, look: Run) -> String {
        match inline {
            Inline::Text(words) => self.run(words, look),
            Inline::Strong(inner) => self.line(inner, Run { bold: true, ..look }),
            // Emphasis inside emphasis stands upright.
            Inline::Emphasis(inner) => self.line(inner, Run { italic: !look.italic, ..look }),
            Inline::Strike(inner) => self.line(inner, Run { strike: true, ..look }),
            Inline::Code(words) => self.run(words, Run { code: true, ..look }),
            Inline::Link { href, title, content } | Inline::Image { src: href, title, alt: content } => {
                self.link(href, title, content, look)
            }
            Inline::Note(id) => self.note(*id),
            Inline::From { content, .. } => self.line(content, look),
            Inline::Foreign { lang, content } => {
                let foreign = Some(*lang).filter(|lang| *lang != self.document.lang);
                self.line(content, Run { foreign, ..look })
            }
            Inline::Gap(mark) => self.run(mark, Run { gap: true, ..look }),
            Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
            Inline::SoftBreak => self.run(" ", look),
        }
    }

    /// A picture is a link too: the file holds none that the program would have to fetch.
    fn link(&mut self, href: &str, title: &str, content: &[Inline], look: Run) -> String {
        let goal = if self.within_link { None } else { self.goal(href) };
        let Some(goal) = goal.filter(|_| !plain(content).trim().is_empty()) else {
            return self.line(content, look);
        };
        let tooltip = match title {
            "" => String::new(),
            title => format!(" w:tooltip=\"{}\"", escaped(&title.chars().take(250).collect::<String>())),
        };
        self.within_link = true;
        let words = self.line(content, Run { link: true, ..look });
        self.within_link = false;
        format!("<w:hyperlink {goal}{tooltip} w:history=\"1\">{words}</w:hyperlink>")
    }

    /// Returns the attribute that leads to an address; `None` where nobody should be led.
    fn goal(&mut self, href: &str) -> Option<String> {
        if let Some(anchor) = href.strip_prefix('#') {
            return self.labels.bookmark(anchor).map(|name| format!("w:anchor=\"{name}\""));
        }
        let target = super::relations::target(href)?;
        Some(format!("r:id=\"{}\"", self.relations().external(&target)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_word_has_marks_for_become_marks() {
        assert_eq!(
            content("a\u{2011}b\nc\u{ad}d\r\u{1}"),
            "<w:t xml:space=\"preserve\">a</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">b</w:t><w:br/>\
             <w:t xml:space=\"preserve\">c</w:t><w:softHyphen/><w:t xml:space=\"preserve\">d</w:t>"
        );
    }

    #[test]
    fn a_field_shows_what_it_last_showed() {
        let field = field("PAGE", "1", "");
        assert!(field.contains("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>"));
        assert!(field.find("separate").is_some_and(|at| field[at..].contains("<w:t>1</w:t>")));
        assert!(!field.contains("dirty"));
    }
}
