//! What stands inside a line of a narrative. In: its tree. Out: Markdown of one line, in which nothing is markup but
//! what the tree says.

use std::collections::BTreeSet;

use super::escape;
use crate::context::mark;
use crate::lang::Lang;
use crate::typed::{Block, Inline};

/// A hand that writes lines.
pub(super) struct Spans {
    lang: Option<Lang>,
    /// The lines that are left to write; the last one says in which language they are.
    left: usize,
    /// The labels of the notes that the narrative says itself.
    labels: BTreeSet<String>,
    /// What makes these labels the narrative's own.
    tail: String,
}

impl Spans {
    /// Takes a narrative: its tree, its words and the mark that they open with.
    pub(super) fn of(tree: &[Block], words: &str, open: &str) -> Self {
        let lang = open.chars().next().and_then(mark::opens);
        let label =
            |block: &Block| if let Block::Note(label, _) = block { Some(label.clone()) } else { None };
        let labels: BTreeSet<String> = tree.iter().filter_map(label).collect();
        let tail = if labels.is_empty() { String::new() } else { format!("-{:04x}", fingerprint(words)) };
        Self { lang, left: if lang.is_some() { lines(tree) } else { 0 }, labels, tail }
    }

    /// Writes a line.
    pub(super) fn run(&mut self, line: &[Inline]) -> String {
        let words = self.line(line);
        let Some(lang) = self.lang.filter(|_| !line.is_empty()) else { return words };
        self.left = self.left.saturating_sub(1);
        let code = if self.left == 0 { format!(" \\[{}\\]", lang.code()) } else { String::new() };
        format!("<span lang=\"{}\">{words}</span>{code}", lang.code())
    }

    /// Writes what a note says.
    pub(super) fn note(&mut self, label: &str, line: &[Inline]) -> String {
        // A second note of this label would be told of as the template's.
        let opening = if self.labels.remove(label) {
            format!("[^{label}{}]: ", self.tail)
        } else {
            escape::markdown(&format!("[^{label}]: "))
        };
        let words = self.line(line);
        match self.lang {
            Some(lang) => format!("{opening}<span lang=\"{}\">{words}</span>", lang.code()),
            None => opening + &words,
        }
    }

    fn line(&self, line: &[Inline]) -> String {
        let mut out = String::new();
        let mut is_behind_note = false;
        for inline in line {
            let words = self.inline(inline);
            // A bracket behind a note would make it a link.
            if is_behind_note && words.starts_with(['(', ':']) {
                out.push('\\');
            }
            out.push_str(&words);
            is_behind_note = matches!(inline, Inline::Note(_) | Inline::Source(_));
        }
        out
    }

    fn inline(&self, inline: &Inline) -> String {
        match inline {
            Inline::Text(words) => escape::markdown(words),
            Inline::Strong(inner) => format!("**{}**", self.line(inner)),
            Inline::Emphasis(inner) => format!("*{}*", self.line(inner)),
            Inline::Link(address, words) => format!("[{}]({})", self.line(words), target(address)),
            Inline::Note(label) if self.labels.contains(label) => format!("[^{label}{}]", self.tail),
            Inline::Note(label) => format!("[^{label}]"),
            Inline::Source(id) => format!("[^{id}]"),
            Inline::Break => "<br>".to_owned(),
        }
    }
}

/// Counts the lines of blocks, those of notes left out.
fn lines(blocks: &[Block]) -> usize {
    let filled = |cells: &[Vec<Inline>]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let count = |block: &Block| match block {
        Block::Paragraph(line) | Block::Heading(_, line) => usize::from(!line.is_empty()),
        Block::List(list) => list.items.iter().map(|item| lines(item)).sum(),
        Block::Table(table) => filled(&table.head) + table.rows.iter().map(|row| filled(row)).sum::<usize>(),
        Block::Note(..) => 0,
    };
    blocks.iter().map(count).sum()
}

/// Returns where a link leads, fit for a table cell.
fn target(address: &str) -> String {
    let escaped = |sign: char| if "<>\\|".contains(sign) { format!("\\{sign}") } else { sign.to_string() };
    format!("<{}>", address.chars().map(escaped).collect::<String>())
}

/// A short number that differs from text to text (FNV-1a, folded).
fn fingerprint(text: &str) -> u32 {
    let hash =
        text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 16) ^ (hash & 0xffff)
}
