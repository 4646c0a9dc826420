//! What pages on a pack say of its fields: how long each is, where it stands, what is entered. In: `Pack`. Out: words, and
//! blocks one after the other.

use super::{Limit, Origin, Pack, Sheet, State};
use crate::document::{Block, Inline};
use crate::lang::Lang;
use crate::profile::Entry;
use crate::units::Count;

/// A page in the making.
pub(super) struct Page<'pack> {
    pub(super) pack: &'pack Pack,
    pub(super) lang: Lang,
    pub(super) blocks: Vec<Block>,
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

pub(super) fn number(count: usize, lang: Lang) -> String {
    Count::new(count as u64).words(lang)
}

impl Sheet {
    /// Says where the field stands.
    pub fn says(&self, lang: Lang) -> String {
        let short = match self.origin {
            Origin::Short => lang.pick(", wersja krótka", ", short version"),
            Origin::Author => lang.pick(", tekst autora", ", the author's text"),
            Origin::Nothing | Origin::Application => "",
        };
        format!("{}{short}", state(self.state, lang))
    }
}

impl<'pack> Page<'pack> {
    pub(super) fn of(pack: &'pack Pack) -> Self {
        Self { pack, lang: pack.lang, blocks: Vec::new() }
    }

    /// Says how many characters a field has, and of how many; nothing of a field without a text.
    pub(super) fn counter(&self, sheet: &Sheet) -> String {
        let count = self.count(sheet);
        match &sheet.limit {
            Some(_) if !count.is_empty() => {
                let (of, limit) = (self.lang.pick("z", "of"), self.limit(sheet.limit.as_ref()));
                format!("{count} {of} {limit}")
            }
            _ => count,
        }
    }

    /// Says how many characters a field has and what share of its limit that is.
    pub(super) fn count(&self, sheet: &Sheet) -> String {
        match (sheet.has_text(), sheet.used()) {
            (false, _) => String::new(),
            (true, None) => number(sheet.count, self.lang),
            (true, Some(used)) => format!("{} ({used}\u{a0}%)", number(sheet.count, self.lang)),
        }
    }

    /// Says where a field stands.
    pub(super) fn says(&self, sheet: &Sheet) -> String {
        sheet.says(self.lang)
    }

    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Paragraph(vec![Inline::Text(words.into())]));
    }

    pub(super) fn heading(&mut self, id: &str, words: &str) {
        self.titled(1, id.to_owned(), words);
    }

    pub(super) fn titled(&mut self, level: u8, id: String, words: &str) {
        self.blocks.push(Block::Heading { level, id, content: vec![Inline::Text(words.to_owned())] });
    }

    /// Says how characters were counted.
    pub(super) fn counted(&mut self) {
        let counted = self.counted_how();
        self.say(counted);
        self.unverified();
    }

    fn counted_how(&self) -> String {
        let counting = self.pack.counting;
        let spaces = match (counting.spaces, self.lang) {
            (true, Lang::Pl) => "ze spacjami",
            (false, Lang::Pl) => "bez spacji",
            (true, Lang::En) => "with spaces",
            (false, Lang::En) => "without spaces",
        };
        let line_break = counting.line_break;
        self.lang.pick(
            format!("Znaki liczono {spaces}, koniec wiersza jako {line_break}."),
            format!("Characters were counted {spaces}, a line break as {line_break}."),
        )
    }

    pub(super) fn counting(&mut self) {
        let files = self.lang.pick(
            "Każdy plik .txt to treść jednego pola, gotowa do wklejenia.",
            "Each .txt file is the text of one field, ready to be pasted.",
        );
        let counted = self.counted_how();
        self.say(format!("{files} {counted}"));
        self.unverified();
    }

    fn unverified(&mut self) {
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

    pub(super) fn limit(&self, limit: Option<&Limit>) -> String {
        limit.map_or_else(String::new, |limit| {
            let mark = if limit.verified { "" } else { "*" };
            format!("{}{mark}", number(limit.characters, self.lang))
        })
    }

    /// Says how many characters are left; with a minus, how many are too many.
    pub(super) fn left(&self, count: usize, limit: Option<&Limit>) -> String {
        let Some(limit) = limit.map(|limit| limit.characters) else { return String::new() };
        match count.checked_sub(limit) {
            Some(over) if over > 0 => format!("−{}", number(over, self.lang)),
            _ => number(limit - count, self.lang),
        }
    }

    /// Says what is entered in a field.
    pub(super) fn entered(&self, entry: Entry) -> &'static str {
        match entry {
            Entry::Value | Entry::Text | Entry::Computed => self.lang.pick("wartość", "a value"),
            Entry::Table => self.lang.pick("wiersze tabeli", "rows of a table"),
            Entry::Choice => self.lang.pick("wybór z listy", "a choice from a list"),
            Entry::Statement => self.lang.pick("oświadczenie do zaznaczenia", "a declaration to accept"),
            Entry::Files => self.lang.pick("pliki do dołączenia", "files to attach"),
        }
    }
}

/// Returns what a field is called: by its number where the form prints one.
pub(super) fn name(sheet: &Sheet) -> String {
    let is_said = !sheet.is_numbered() || sheet.label.starts_with(&sheet.key);
    if is_said { sheet.label.clone() } else { format!("{}. {}", sheet.key, sheet.label) }
}
