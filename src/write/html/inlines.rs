//! What stands inside a line. In: `Inline`s. Out: phrasing content.

use super::Page;
use crate::document::{Inline, NoteId};

impl Page<'_> {
    pub(super) fn inlines(&mut self, line: &[Inline]) {
        for inline in line {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(words) => self.text(words),
            Inline::Strong(inner) => self.within("strong", inner),
            Inline::Emphasis(inner) => self.within("em", inner),
            Inline::Strike(inner) => self.within("del", inner),
            Inline::Code(words) => self.element("code", words),
            Inline::Link { href, title, content } | Inline::Image { src: href, title, alt: content } => {
                self.link(href, title, content);
            }
            Inline::Note(id) => self.reference(*id),
            Inline::From { content, .. } => self.inlines(content),
            Inline::Foreign { lang, content } => {
                self.push("<span");
                self.attribute("lang", lang.tag());
                self.push(">");
                self.inlines(content);
                self.push("</span>");
            }
            Inline::Gap(mark) => self.element("mark class=\"gap\"", mark),
            Inline::Break => self.push("<br>\n"),
            Inline::SoftBreak => self.push("\n"),
        }
    }

    fn within(&mut self, name: &str, inner: &[Inline]) {
        self.push("<");
        self.push(name);
        self.push(">");
        self.inlines(inner);
        self.push("</");
        self.push(name);
        self.push(">");
    }

    /// A picture is a link too: the page fetches nothing.
    fn link(&mut self, href: &str, title: &str, content: &[Inline]) {
        if self.within_link > 0 {
            return self.inlines(content);
        }
        self.push("<a");
        self.attribute("href", href);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.push(">");
        self.within_link += 1;
        self.inlines(content);
        self.within_link -= 1;
        self.push("</a>");
    }

    fn reference(&mut self, NoteId(index): NoteId) {
        let number = (index + 1).to_string();
        let Some(count) = self.references.get_mut(index) else { return };
        if self.within_link > 0 {
            return self.element("sup", &number);
        }
        *count += 1;
        let id = super::notes::reference_id(index, *count);
        self.push("<sup><a role=\"doc-noteref\"");
        self.attribute("id", &id);
        self.attribute("href", &format!("#pakt:note-{number}"));
        self.attribute("aria-label", &format!("{} {number}", self.phrases.note));
        self.push(">");
        self.text(&number);
        self.push("</a></sup>");
    }
}
