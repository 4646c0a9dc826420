//! A page to fill in a form from: every field's text beside its counter, with a button that copies it. In: `Document`,
//! `Pasted` fields and `Style`. Out: HTML5 that works from a disk, without a network; without scripts it shows the texts.

use super::{Page, Style, page};
use crate::document::Document;
use crate::lang::Lang;

const SHEET: &str = include_str!("form.css");
const SCRIPT: &str = include_str!("form.js");

/// A field of a form as the page shows it.
pub struct Pasted {
    /// The title of the field's section of the form; empty for none.
    pub section: String,
    /// Its number and label.
    pub label: String,
    /// The key by which an author names it.
    pub key: String,
    /// The name of the file beside the page that holds the text; none where nothing is pasted.
    pub file: Option<String>,
    /// The text, as the file holds it.
    pub text: String,
    /// The share of the limit that is used, in percent; none without a limit.
    pub used: Option<u64>,
    /// The count and the limit, in words.
    pub counter: String,
    /// The code of the state, for its colour.
    pub state: &'static str,
    /// The state in words.
    pub says: String,
}

/// The words of the page.
struct Words {
    copy: &'static str,
    copied: &'static str,
    pasted: &'static str,
    progress: &'static str,
}

fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => {
            Words { copy: "Kopiuj", copied: "Skopiowano", pasted: "wklejone", progress: "Wklejone pola: " }
        }
        Lang::En => Words { copy: "Copy", copied: "Copied", pasted: "pasted", progress: "Fields pasted: " },
    }
}

/// Returns the page: the document's first `head` blocks, the fields, the rest of the document. Ticks are kept under `id`.
pub fn form(document: &Document, head: usize, fields: &[Pasted], id: &str, style: &Style) -> String {
    page(document, style, |page| {
        let (before, after) = document.blocks.split_at(head.min(document.blocks.len()));
        page.blocks(before);
        page.fields(fields, id);
        page.blocks(after);
        page.push(&format!("<style>\n{SHEET}</style>\n<script>\n{SCRIPT}</script>\n"));
    })
}

impl Page<'_> {
    fn fields(&mut self, fields: &[Pasted], id: &str) {
        let words = words(self.lang);
        self.push("<div class=\"form\"");
        self.attribute("data-form", id);
        self.attribute("data-copied", words.copied);
        self.push(">\n<p class=\"progress\" role=\"status\" hidden>");
        self.text(words.progress);
        self.push("<output></output></p>\n");
        let mut section = "";
        for field in fields {
            if field.section != section {
                section = &field.section;
                self.element("h2", section);
                self.push("\n");
            }
            self.field(field, &words);
        }
        self.push("</div>\n");
    }

    fn field(&mut self, field: &Pasted, words: &Words) {
        self.push("<section class=\"field\"");
        self.attribute("id", &format!("pakt:field-{}", field.key));
        self.push(">\n");
        self.element("h3", &field.label);
        self.push("\n<p class=\"meter\">");
        self.element(&format!("strong class=\"state {}\"", field.state), &field.says);
        if !field.counter.is_empty() {
            self.push(" ");
            self.element("span", &field.counter);
        }
        if let Some(used) = field.used {
            self.push(&format!(" <meter min=\"0\" max=\"100\" value=\"{}\"", used.min(100)));
            self.attribute("aria-label", &field.counter);
            self.push(&format!(">{used} %</meter>"));
        }
        self.push("</p>\n");
        if let Some(file) = &field.file {
            self.push("<p class=\"hand\"><button type=\"button\" hidden>");
            self.text(words.copy);
            self.push("</button> <label hidden><input type=\"checkbox\"");
            self.attribute("aria-label", &format!("{}: {}", field.label, words.pasted));
            self.push("> ");
            self.text(words.pasted);
            self.push("</label> <a");
            self.attribute("href", file);
            self.push(">");
            self.text(file);
            self.push("</a> <code>portal.");
            self.text(&field.key);
            // The first line break in the element is not read.
            self.push("</code></p>\n<pre tabindex=\"0\">\n");
            self.text(&field.text);
            self.push("</pre>\n");
        }
        self.push("</section>\n");
    }
}
