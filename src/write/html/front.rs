//! The title page. In: title and `Front`. Out: a header.

use super::Page;
use crate::document::{Picture, Wanted};
use crate::write::emblem;
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
        if !front.wanted.is_empty() {
            self.push("<div class=\"marks\">\n");
            front.wanted.iter().for_each(|mark| self.wanted(mark));
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

    /// Draws the emblem with its statement, or leaves a named place.
    fn wanted(&mut self, mark: &Wanted) {
        match mark {
            Wanted::Emblem { alt, statement } => {
                let (high, [red, green, blue]) = (180.0, emblem::BLUE);
                let wide = high * emblem::LENGTH;
                self.push("<div class=\"funded\"><svg role=\"img\"");
                self.attribute("aria-label", alt);
                self.push(&format!(
                    " viewBox=\"0 0 {wide} {high}\"><rect width=\"{wide}\" height=\"{high}\""
                ));
                self.push(&format!(" fill=\"#{red:02x}{green:02x}{blue:02x}\"/><path"));
                let [red, green, blue] = emblem::YELLOW;
                self.push(&format!(" fill=\"#{red:02x}{green:02x}{blue:02x}\" d=\""));
                for star in emblem::stars(high) {
                    for (at, (x, y)) in star.into_iter().enumerate() {
                        self.push(&format!("{}{x:.2} {y:.2}", if at == 0 { "M" } else { "L" }));
                    }
                    self.push("Z");
                }
                self.push("\"/></svg>");
                self.element("span", statement);
                self.push("</div>\n");
            }
            Wanted::Place(words) => {
                self.element("p class=\"place\"", words);
                self.push("\n");
            }
        }
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

#[cfg(test)]
mod tests {
    use crate::document::{Document, Front, Wanted};
    use crate::write::{Style, html};

    #[test]
    fn the_emblem_is_drawn_with_its_statement_and_a_place_is_named() {
        let wanted = vec![
            Wanted::Emblem { alt: "emblemat Unii".to_owned(), statement: "Dofinansowane".to_owned() },
            Wanted::Place("miejsce na znak programu".to_owned()),
        ];
        let front = Front { wanted, ..Front::default() };
        let page = html(&Document { front, ..Document::default() }, &Style::default());
        let drawn = page.split("<path").nth(1).and_then(|rest| rest.split("/>").next()).expect("it is drawn");
        assert_eq!(drawn.matches('Z').count(), 12, "{drawn}");
        assert!(page.contains("aria-label=\"emblemat Unii\"") && page.contains("<span>Dofinansowane</span>"));
        assert!(page.contains("<p class=\"place\">miejsce na znak programu</p>"), "{page}");
    }
}
