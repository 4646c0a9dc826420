//! The title page. In: title and `Front`. Out: a header.

use super::Page;
use crate::document::Picture;
use base64::Engine as _;

impl Page<'_> {
    pub(super) fn front(&mut self) {
        let (title, front) = (&self.document.title, &self.document.front);
        if title.is_empty() && *front == Default::default() {
            return;
        }
        self.push("<header class=\"front\">\n");
        if !front.marks.is_empty() {
            self.push("<div class=\"marks\">\n");
            front.marks.iter().for_each(|mark| self.picture(mark));
            self.push("</div>\n");
        }
        if !title.is_empty() {
            self.element("h1", title);
            self.push("\n");
        }
        if !front.subtitle.is_empty() {
            self.element("p class=\"subtitle\"", &front.subtitle);
            self.push("\n");
        }
        for author in &front.authors {
            self.element("p class=\"author\"", author);
            self.push("\n");
        }
        self.date();
        if !front.facts.is_empty() {
            self.push("<dl class=\"facts\">\n");
            for (label, value) in &front.facts {
                self.push("<div>");
                self.element("dt", label);
                self.element("dd", value);
                self.push("</div>\n");
            }
            self.push("</dl>\n");
        }
        for notice in &front.notices {
            self.push("<p class=\"notice\" role=\"note\"");
            self.attribute("aria-label", self.phrases.notice);
            self.push(">");
            self.text(notice);
            self.push("</p>\n");
        }
        self.push("</header>\n");
    }

    fn date(&mut self) {
        let front = &self.document.front;
        let words = if front.date_words.is_empty() { &front.date } else { &front.date_words };
        if words.is_empty() {
            return;
        }
        self.push("<p class=\"date\"><time");
        if !front.date.is_empty() {
            self.attribute("datetime", &front.date);
        }
        self.push(">");
        self.text(words);
        self.push("</time></p>\n");
    }

    /// A picture lies in the page itself.
    pub(super) fn picture(&mut self, picture: &Picture) {
        let kind = if picture.bytes.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
        self.push("<img");
        self.attribute("alt", &picture.alt);
        self.push(" src=\"data:image/");
        self.push(kind);
        self.push(";base64,");
        base64::engine::general_purpose::STANDARD.encode_string(&picture.bytes, &mut self.out);
        self.push("\">\n");
    }
}
