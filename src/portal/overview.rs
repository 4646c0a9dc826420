//! The overview of a pack: what stands where, what does not fit, what is typed by hand. In: `Pack`. Out: a
//! document and a page to work from for people, JSON for machines.

use super::page::{Page, name, number};
use super::{Pack, Sheet, State};
use crate::document::{Align, Block, Cell, Column, Document, Inline, List, Row, Table};
use crate::write::{self, Pasted, Style};

/// Returns the overview as JSON.
pub(super) fn json(pack: &Pack) -> String {
    let json = serde_json::to_string_pretty(pack).expect("a pack holds nothing that JSON cannot say");
    json + "\n"
}

/// Returns the overview for people.
pub(super) fn document(pack: &Pack) -> Document {
    let mut page = Page::of(pack);
    page.counting();
    page.fields();
    page.rest()
}

/// Returns the page that one works from: every field's text beside its counter.
pub(super) fn page(pack: &Pack, style: &Style) -> String {
    let mut page = Page::of(pack);
    page.counting();
    let head = page.blocks.len();
    let fields: Vec<Pasted> = pack.fields.iter().map(|sheet| page.pasted(sheet)).collect();
    let id = format!("{}.{}", pack.profile, pack.lang.code());
    write::form(&page.rest(), head, &fields, &id, style)
}

fn cell(words: impl Into<String>) -> Cell {
    let words = words.into();
    if words.is_empty() {
        return Cell::default();
    }
    Cell { blocks: vec![Block::Paragraph(vec![Inline::Text(words)])] }
}

/// Returns a text that keeps its lines.
fn lines(text: &str) -> Vec<Inline> {
    let mut content = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        if !content.is_empty() {
            content.push(Inline::Break);
        }
        content.push(Inline::Text(line.to_owned()));
    }
    content
}

impl Page<'_> {
    /// Adds what stands behind the fields.
    fn rest(mut self) -> Document {
        self.shared();
        self.over();
        self.by_hand();
        self.empty();
        let title = self.lang.pick("Teksty do portalu", "Texts for the portal");
        Document {
            title: format!("{title}: {}", self.pack.form),
            lang: self.lang,
            blocks: self.blocks,
            ..Document::default()
        }
    }

    fn pasted(&self, sheet: &Sheet) -> Pasted {
        let counter = self.counter(sheet);
        Pasted {
            section: sheet.section.clone(),
            label: name(sheet),
            key: sheet.key.clone(),
            file: sheet.file.clone(),
            text: sheet.text.clone(),
            used: sheet.used().filter(|_| sheet.has_text()),
            counter,
            state: sheet.state.code(),
            says: self.says(sheet),
        }
    }

    /// A list with a strong label and what follows it.
    fn list(&mut self, items: Vec<(String, Vec<Inline>)>) {
        let item = |(label, content): (String, Vec<Inline>)| {
            let mut line = vec![Inline::Strong(vec![Inline::Text(label)])];
            if !content.is_empty() {
                line.push(Inline::Text(": ".to_owned()));
                line.extend(content);
            }
            vec![Block::Paragraph(line)]
        };
        let items = items.into_iter().map(item).collect();
        self.blocks.push(Block::List(List { items, ..List::default() }));
    }

    fn fields(&mut self) {
        let lang = self.lang;
        let heads = lang.pick(
            ["Pole", "Nazwa pola", "Plik", "Znaki", "Limit", "Zostało", "Stan"],
            ["Field", "Label", "File", "Characters", "Limit", "Left", "State"],
        );
        let row = |sheet: &Sheet| -> Row {
            vec![
                cell(&*sheet.key),
                cell(&*sheet.label),
                cell(sheet.file.clone().unwrap_or_default()),
                cell(self.count(sheet)),
                cell(self.limit(sheet.limit.as_ref())),
                cell(self.left(sheet.count, sheet.limit.as_ref())),
                cell(self.says(sheet)),
            ]
        };
        let rows = self.pack.fields.iter().map(row).collect();
        let caption = lang.pick("Pola w kolejności formularza", "The fields in the form's order");
        self.table(caption, heads.as_slice(), 3..6, rows);
    }

    fn table(&mut self, caption: &str, heads: &[&str], figures: std::ops::Range<usize>, rows: Vec<Row>) {
        let align = |column: usize| if figures.contains(&column) { Align::Right } else { Align::Natural };
        self.blocks.push(Block::Table(Table {
            caption: vec![Inline::Text(caption.to_owned())],
            columns: (0..heads.len()).map(|column| Column { align: align(column) }).collect(),
            head: vec![heads.iter().map(|head| cell(*head)).collect()],
            rows,
            row_headers: true,
            graded: false,
        }));
    }

    pub(super) fn shared(&mut self) {
        if self.pack.shared.is_empty() {
            return;
        }
        let lang = self.lang;
        let heads = lang.pick(
            ["Pola razem", "Znaki", "Limit", "Zostało"],
            ["Fields together", "Characters", "Limit", "Left"],
        );
        let unknown = lang.pick("zależy od wartości projektu", "depends on the value of the project");
        let row = |shared: &super::Shared| -> Row {
            let limit = shared.limit.as_ref();
            vec![
                cell(shared.fields.join(", ")),
                cell(number(shared.count, lang)),
                cell(if limit.is_some() { self.limit(limit) } else { unknown.to_owned() }),
                cell(self.left(shared.count, limit)),
            ]
        };
        let rows = self.pack.shared.iter().map(row).collect();
        self.table(lang.pick("Limity wspólne", "Shared limits"), heads.as_slice(), 1..4, rows);
    }

    fn over(&mut self) {
        let over = self.pack.fields.iter().filter(|sheet| sheet.state == State::Over);
        let items: Vec<_> = over.map(|sheet| (name(sheet), lines(&sheet.beyond))).collect();
        if items.is_empty() {
            return;
        }
        self.heading("over", self.lang.pick("Co się nie mieści", "What does not fit"));
        self.say(self.lang.pick(
            "Tekst każdego pola od miejsca, w którym kończy się limit.",
            "The text of each field from where the limit ends.",
        ));
        self.list(items);
    }

    fn by_hand(&mut self) {
        let by_hand = self.pack.fields.iter().filter(|sheet| sheet.state == State::ByHand);
        let item = |sheet: &Sheet| {
            let content = match (sheet.text.is_empty(), sheet.text.lines().nth(1).is_some()) {
                (true, _) => Vec::new(),
                (false, false) => lines(sheet.text.trim_start_matches("- ")),
                (false, true) => {
                    let file = sheet.file.clone().unwrap_or_default();
                    vec![Inline::Text(
                        self.lang.pick(format!("treść w pliku {file}"), format!("the text is in {file}")),
                    )]
                }
            };
            (format!("{} ({})", name(sheet), self.entered(sheet.entry)), content)
        };
        let items: Vec<_> = by_hand.map(item).collect();
        if items.is_empty() {
            return;
        }
        self.heading("by-hand", self.lang.pick("Do wpisania w portalu", "To be typed in the portal"));
        self.list(items);
    }

    fn empty(&mut self) {
        let is_empty = |sheet: &&Sheet| {
            matches!(sheet.state, State::Empty | State::Optional)
                || sheet.state == State::ByHand && sheet.text.is_empty()
        };
        let empty = self.pack.fields.iter().filter(is_empty);
        let item = |sheet: &Sheet| {
            let keys: Vec<String> =
                sheet.fill.iter().map(|key| self.lang.pick(format!("„{key}”"), format!("“{key}”"))).collect();
            let words = match sheet.state {
                State::ByHand => self.lang.pick(
                    format!("zdecyduj w portalu; decyzję można zapisać we wniosku: {}", keys.join(", ")),
                    format!(
                        "decide in the portal; the decision can be kept in the application: {}",
                        keys.join(", ")
                    ),
                ),
                _ => self.lang.pick(
                    format!("uzupełnij we wniosku: {}", keys.join(", ")),
                    format!("fill in the application: {}", keys.join(", ")),
                ),
            };
            (name(sheet), vec![Inline::Text(words)])
        };
        let items: Vec<_> = empty.map(item).collect();
        if items.is_empty() {
            return;
        }
        self.heading("empty", self.lang.pick("Czego brakuje", "What is missing"));
        self.list(items);
    }
}
