//! How much of a paper stands in tables, lists and lines under a label, and how much in sentences.

use pakt::inside::context::{Context, Mode};
use pakt::inside::document::{Block, plain};
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::templates::Library;

use super::{neutral, sample, samples};

/// How many words a label has at most: `Skala problemu: …`.
const LABEL: usize = 3;

/// The words of a paper by where they stand.
#[derive(Clone, Copy, Default)]
struct Words {
    tables: usize,
    lists: usize,
    labelled: usize,
    sentences: usize,
}

impl Words {
    fn of(blocks: &[Block]) -> Self {
        let mut words = Self::default();
        words.add(blocks, false);
        words
    }

    fn all(self) -> usize {
        self.tables + self.lists + self.labelled + self.sentences
    }

    /// Returns how much is no sentence, of a hundred.
    fn share(self) -> usize {
        100 * (self.tables + self.lists + self.labelled) / self.all().max(1)
    }

    /// The numbered paragraphs of a deed are sentences and no list.
    fn add(&mut self, blocks: &[Block], in_list: bool) {
        for block in blocks {
            match block {
                Block::Paragraph(content) if in_list => self.lists += count(&plain(content)),
                Block::Paragraph(content) => self.add_sentences(&plain(content)),
                Block::List(list) => {
                    let is_list = in_list || list.start.is_none();
                    list.items.iter().for_each(|item| self.add(item, is_list));
                }
                Block::Quote(inner) => self.add(inner, in_list),
                Block::Table(table) => {
                    let cells = table.head.iter().chain(&table.rows).flatten();
                    cells.for_each(|cell| self.tables += words_of(&cell.blocks));
                }
                _ => {}
            }
        }
    }

    fn add_sentences(&mut self, text: &str) {
        for sentence in text.split_inclusive(['.', '!', '?']) {
            let label = sentence.split_once(": ").map_or(usize::MAX, |(label, _)| count(label));
            *(if label <= LABEL { &mut self.labelled } else { &mut self.sentences }) += count(sentence);
        }
    }
}

fn count(text: &str) -> usize {
    text.split(|sign: char| sign.is_whitespace() || sign == '\u{a0}')
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

fn words_of(blocks: &[Block]) -> usize {
    Words::of(blocks).all()
}

/// Words in sentences can be read aloud; a bid that is a table of fields cannot.
#[test]
fn most_of_a_justification_and_of_a_pact_stands_in_sentences() {
    let library = Library::shipped();
    let mut wrong = Vec::new();
    for (name, path) in samples() {
        let loaded = sample(&path);
        let facts = Facts::of(&loaded.application);
        for lang in Lang::ALL {
            let context = Context::of(&facts, lang, Mode::Final).0.under(neutral());
            for (id, most) in [("esf-justification", 50), ("employment-pact", 45)] {
                let paper = library.paper(id, &context).expect("it fills in");
                let words = Words::of(&paper.document.blocks);
                let Words { tables, lists, labelled, .. } = words;
                let share = words.share();
                println!(
                    "{name} {id} {}: {share} % of {} words ({tables} in tables, {lists} in lists, {labelled} labelled)",
                    lang.code(),
                    words.all()
                );
                if share > most {
                    wrong.push(format!("{name} {id} {}: {share} % > {most} %", lang.code()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_are_counted_where_they_stand() {
    let text = "Ala ma kota. Skala: dwa koty.\n\n- jeden\n- dwa trzy\n\n1. Zdanie to nie lista.\n\n| a b |\n|---|\n| c |\n";
    let read = pakt::inside::markdown::read_in(text, Lang::Pl);
    let words = Words::of(&read.blocks);
    assert_eq!([words.tables, words.lists, words.labelled, words.sentences], [3, 3, 3, 7]);
}

/// How many words a sentence of ours has at most between an author's words.
const FIXED: usize = 30;

/// Returns the sentences of a template, what is filled in left out of them.
fn fixed(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (open, close, left) in [("{#", "#}", ""), ("{%", "%}", "\n\n"), ("{{", "}}", "")] {
        while let Some(from) = text.find(open) {
            let to = text[from..].find(close).map_or(text.len(), |at| from + at + close.len());
            text.replace_range(from..to, left);
        }
    }
    let lines = text.lines().map(|line| match line.trim_start().starts_with(['|', '-', '#', ':']) {
        true => format!("\n\n{line}\n\n"),
        false => format!("{line}\n"),
    });
    let whole: String = lines.collect();
    let parts = whole.split("\n\n").flat_map(|part| part.split_inclusive(['.', '!', '?', '|', ';']));
    parts.map(|sentence| sentence.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// What stands in every paper is read by nobody if it is long: the author's words are what a paper is about.
#[test]
fn no_fixed_sentence_of_a_paper_is_long() {
    let pattern = super::root().join("templates/**/*.md").to_string_lossy().into_owned();
    let mut longest = (0, String::new());
    let mut wrong = Vec::new();
    for path in glob::glob(&pattern).expect("a pattern").map(|path| path.expect("a path")) {
        for sentence in fixed(&std::fs::read_to_string(&path).expect("templates can be read")) {
            let words = count(&sentence);
            if words > longest.0 {
                longest = (words, sentence.clone());
            }
            if words > FIXED {
                wrong.push(format!("{}: {words} words: {sentence}", path.display()));
            }
        }
    }
    println!("the longest has {} words: {}", longest.0, longest.1);
    assert!(longest.0 > FIXED / 2, "the templates were not read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
