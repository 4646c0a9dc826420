//! The overview of a pack: what stands where, what does not fit, what is typed by hand. In: `Pack`. Out: a
//! document and a page to work from for people, JSON for machines.

use super::{Limit, Origin, Pack, Sheet, State};
use crate::document::{Align, Block, Cell, Column, Document, Inline, List, Row, Table};
use crate::lang::Lang;
use crate::profile::Entry;
use crate::units::Count;
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

struct Page<'pack> {
    pack: &'pack Pack,
    lang: Lang,
    blocks: Vec<Block>,
}

/// Returns the state in words.
fn state(state: State, lang: Lang) -> &'static str {
    match state {
        State::Ready => lang.pick("gotowe", "ready"),
        State::Near => lang.pick("gotowe, mały zapas", "ready, little room left"),
        State::Thin => lang.pick("gotowe, ale krótkie", "ready, but thin"),
        State::Over => lang.pick("za długie", "too long"),
        State::Empty => lang.pick("puste", "empty"),
        State::Optional => lang.pick("puste; tylko gdy wymaga nabór", "empty; only if the call asks"),
        State::ByHand => lang.pick("do wpisania w portalu", "to be typed in the portal"),
        State::Computed => lang.pick("wylicza portal", "the portal works it out"),
        State::NotApplicable => lang.pick("nie dotyczy", "does not apply"),
    }
}

fn number(count: usize, lang: Lang) -> String {
    Count::new(count as u64).words(lang)
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

impl<'pack> Page<'pack> {
    fn of(pack: &'pack Pack) -> Self {
        Self { pack, lang: pack.lang, blocks: Vec::new() }
    }

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
        let count = self.count(sheet);
        let counter = match &sheet.limit {
            Some(_) if !count.is_empty() => {
                let (of, limit) = (self.lang.pick("z", "of"), self.limit(sheet.limit.as_ref()));
                format!("{count} {of} {limit}")
            }
            _ => count,
        };
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

    /// Says how many characters a field has and what share of its limit that is.
    fn count(&self, sheet: &Sheet) -> String {
        match (sheet.has_text(), sheet.used()) {
            (false, _) => String::new(),
            (true, None) => number(sheet.count, self.lang),
            (true, Some(used)) => format!("{} ({used}\u{a0}%)", number(sheet.count, self.lang)),
        }
    }

    /// Says where a field stands.
    fn says(&self, sheet: &Sheet) -> String {
        let short = match sheet.origin {
            Origin::Short => self.lang.pick(", wersja krótka", ", short version"),
            Origin::Author => self.lang.pick(", tekst autora", ", the author's text"),
            Origin::Nothing | Origin::Application => "",
        };
        format!("{}{short}", state(sheet.state, self.lang))
    }

    fn say(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Paragraph(vec![Inline::Text(words.into())]));
    }

    fn heading(&mut self, id: &str, words: &str) {
        self.blocks.push(Block::Heading {
            level: 1,
            id: id.to_owned(),
            content: vec![Inline::Text(words.to_owned())],
        });
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

    fn counting(&mut self) {
        let counting = self.pack.counting;
        let spaces = match (counting.spaces, self.lang) {
            (true, Lang::Pl) => "ze spacjami",
            (false, Lang::Pl) => "bez spacji",
            (true, Lang::En) => "with spaces",
            (false, Lang::En) => "without spaces",
        };
        let line_break = counting.line_break;
        self.say(self.lang.pick(
            format!(
                "Każdy plik .txt to treść jednego pola, gotowa do wklejenia. Znaki liczono {spaces}, koniec wiersza jako {line_break}."
            ),
            format!(
                "Each .txt file is the text of one field, ready to be pasted. Characters were counted {spaces}, a line break as {line_break}."
            ),
        ));
        let unverified = |sheet: &Sheet| sheet.limit.as_ref().is_some_and(|limit| !limit.verified);
        let shared = |limit: Option<&Limit>| limit.is_some_and(|limit| !limit.verified);
        let any = self.pack.fields.iter().any(unverified)
            || self.pack.shared.iter().any(|own| shared(own.limit.as_ref()));
        if any {
            self.say(self.lang.pick(
                "Limity z gwiazdką nie były porównane ze źródłem: sprawdź je w instrukcji naboru.",
                "Limits with an asterisk were not compared with their source: check them in the call's instruction.",
            ));
        }
    }

    fn limit(&self, limit: Option<&Limit>) -> String {
        limit.map_or_else(String::new, |limit| {
            let mark = if limit.verified { "" } else { "*" };
            format!("{}{mark}", number(limit.characters, self.lang))
        })
    }

    /// Says how many characters are left; with a minus, how many are too many.
    fn left(&self, count: usize, limit: Option<&Limit>) -> String {
        let Some(limit) = limit.map(|limit| limit.characters) else { return String::new() };
        match count.checked_sub(limit) {
            Some(over) if over > 0 => format!("−{}", number(over, self.lang)),
            _ => number(limit - count, self.lang),
        }
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

    fn shared(&mut self) {
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
        let entry = |entry: Entry| match entry {
            Entry::Value | Entry::Text | Entry::Computed => self.lang.pick("wartość", "a value"),
            Entry::Table => self.lang.pick("wiersze tabeli", "rows of a table"),
            Entry::Choice => self.lang.pick("wybór z listy", "a choice from a list"),
            Entry::Statement => self.lang.pick("oświadczenie do zaznaczenia", "a declaration to accept"),
            Entry::Files => self.lang.pick("pliki do dołączenia", "files to attach"),
        };
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
            (format!("{} ({})", name(sheet), entry(sheet.entry)), content)
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

/// Returns what a field is called: by its number where the form prints one.
fn name(sheet: &Sheet) -> String {
    let is_said = !sheet.is_numbered() || sheet.label.starts_with(&sheet.key);
    if is_said { sheet.label.clone() } else { format!("{}. {}", sheet.key, sheet.label) }
}
