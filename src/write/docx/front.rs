//! The title: a page of its own or the head of the first page. In: `Front`. Out: pieces.

use super::Writer;
use super::inlines::Run;
use super::paragraph::{Border, Paragraph};
use super::style::{hex, twips};
use crate::write::chart::{Weight, estimate};

impl Writer<'_> {
    /// Writes the title with everything that stands by it.
    pub(super) fn front(&mut self) {
        self.marks();
        self.title();
        self.facts();
        self.by_line();
        let document = self.document;
        document.front.notices.iter().for_each(|notice| self.plain(notice, &Paragraph::of("Notice")));
        self.breaks = self.has_cover() && !self.out.is_empty();
    }

    fn title(&mut self) {
        let document = self.document;
        let (title, subtitle) = (&document.title, &document.front.subtitle);
        if title.trim().is_empty() && subtitle.trim().is_empty() {
            return;
        }
        // On a page of its own the title stands where the eye looks first.
        let high = self.style.frame(self.sideways).1 / if self.out.is_empty() { 4 } else { 6 };
        let above = self.has_cover().then_some(high);
        let colour = hex(self.style.look.colours.accent);
        let rule = Some(Border { side: "bottom", kind: "single", width: 12, colour });
        let is_lone = subtitle.trim().is_empty();
        if !title.trim().is_empty() {
            let border = rule.clone().filter(|_| is_lone);
            self.plain(title, &Paragraph { border, spacing: [above, None], ..Paragraph::of("Title") });
        }
        if !is_lone {
            self.plain(subtitle, &Paragraph { border: rule, ..Paragraph::of("Subtitle") });
        }
    }

    /// Writes lines of label and value, the values one below the other.
    fn facts(&mut self) {
        let document = self.document;
        let facts = &document.front.facts;
        let size = self.style.points(self.style.look.sizes.body);
        let wide = |label: &str| estimate(label, size, Weight::Regular);
        let widest = facts.iter().map(|(label, _)| wide(label)).fold(0.0, f32::max);
        let most = self.style.frame(self.sideways).0 as f32 * 0.42;
        let column = (twips(widest) + 200).min(most as i32);
        for (label, value) in facts {
            let paragraph =
                Paragraph { tab: Some(column), indent: Some((column, column)), ..Paragraph::of("Fact") };
            let mut runs = self.run(label, Run { muted: true, ..Run::default() });
            runs += &self.run("\t", Run::default());
            runs += &self.run(value, Run::default());
            self.paragraph(&paragraph, &runs);
        }
    }

    fn by_line(&mut self) {
        let document = self.document;
        let front = &document.front;
        for (at, author) in front.authors.iter().enumerate() {
            let spacing = [(at == 0).then_some(240), None];
            self.plain(author, &Paragraph { spacing, ..Paragraph::of("Author") });
        }
        let date = if front.date_words.trim().is_empty() { &front.date } else { &front.date_words };
        if !date.trim().is_empty() {
            self.plain(date, &Paragraph::of("Date"));
        }
    }
}
