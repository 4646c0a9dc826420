//! One file's bytes to a tree. In: an `Input`. Out: `Read`, with what was wrong told.

use super::builder::MOST_VALUES;
use super::draft::{Draft, Edit};
use super::faults::fault;
use super::torn::Torn;
use super::tree::{Stop, Tree};
use super::{Input, Known, foreign, other_kind, pasted, repair, texts};
use crate::diagnostic::{Findings, Span};
use crate::source::{Encoding, Node, Source, Sources, decode};

/// How large a file may be, in bytes.
pub const LARGEST_FILE: usize = 10 << 20;
/// How large the files of an application may be together, in bytes.
pub const LARGEST_APPLICATION: usize = 20 << 20;
/// How many characters that no text holds a file may have and still be taken for a text.
const STRAY: usize = 16;

/// What a file holds.
pub struct Read {
    /// Its value; `None` when it is empty or could not be read.
    pub root: Option<Node>,
    /// Stretches that could not be read; the whole file when nothing could.
    pub torn: Vec<Torn>,
    /// Its index among the sources.
    pub file: usize,
}

/// Reads a file, each of the `mends` made in it first: edits of the text as the ones before left it.
pub fn read(
    input: &Input,
    mends: &[Vec<Edit>],
    known: Known,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Read {
    let before: usize = sources.files.iter().map(|source| source.text.len()).sum();
    let is_large = input.bytes.len() > LARGEST_FILE;
    if is_large || before + input.bytes.len() > LARGEST_APPLICATION {
        let file = sources.add(Source::new(&input.name, "", Encoding::Utf8));
        let span = Span { file, from: 0, to: 0 };
        let (what, limit) = match is_large {
            true => (["plik ma", "the file has"], LARGEST_FILE),
            false => (
                ["wniosek ma razem z tym plikiem", "with this file the application has"],
                LARGEST_APPLICATION,
            ),
        };
        findings.push(fault("YAML-04", span, &[]).with("what", what).with("limit", limit >> 20));
        return Read { root: None, torn: vec![Torn::start(file)], file };
    }
    if let Some(kind) = other_kind::of(&input.bytes) {
        let file = sources.add(Source::new(&input.name, "", Encoding::Utf8));
        findings.push(fault("YAML-60", Span { file, from: 0, to: 0 }, &[]).with("kind", kind));
        return Read { root: None, torn: vec![Torn::start(file)], file };
    }
    let decoded = decode(&input.bytes);
    let file = sources.add(Source::new(&input.name, decoded.text, decoded.encoding));
    let source = &sources.files[file];
    let start = Span { file, from: 0, to: 0 };
    let stray = stray(&source.text);
    let binary = stray.len() > STRAY && stray.len() * 50 > source.text.len();
    if decoded.encoding != Encoding::Utf8 && !binary {
        findings.push(fault("YAML-01", start, &[("encoding", decoded.encoding.name())]));
    }
    if let Some(at) = decoded.lost {
        let to = at + '\u{FFFD}'.len_utf8();
        findings.push(fault("YAML-03", Span { file, from: at, to }, &[]));
    } else if binary {
        findings.push(fault("YAML-03", Span { file, from: stray[0].0, to: stray[0].1 }, &[]));
    }
    if binary {
        return Read { root: None, torn: vec![Torn::start(file)], file };
    }
    let mut draft = Draft::new(file, source, MOST_VALUES.saturating_sub(sources.values));
    for (number, (from, to)) in stray.iter().copied().enumerate() {
        if number < STRAY {
            findings.push(fault("YAML-15", Span { file, from, to }, &[("code", &code(source, from))]));
        }
        draft.blank(from, to);
    }
    for edits in mends {
        draft.replace_all(edits);
    }
    foreign::mend(&mut draft, known, findings);
    pasted::mend_spaces(&mut draft, known.is_field, findings);
    let lost = texts::mend(&mut draft, known, findings);
    pasted::mend_items(&mut draft, findings);
    let (Tree { root, findings: more, stop }, mut torn) = repair::tree(&mut draft, known, findings);
    torn.extend(lost);
    findings.append(more);
    if stop.is_some() {
        torn.push(Torn::start(file));
    }
    sources.values += root.as_ref().map_or(0, Node::count);
    if matches!(stop, Some(Stop::Limit)) {
        sources.values = MOST_VALUES;
    }
    Read { root, torn, file }
}

fn code(source: &Source, at: usize) -> String {
    source.text[at..].chars().next().map_or_else(String::new, |letter| format!("U+{:04X}", letter as u32))
}

/// Returns the characters that YAML allows nowhere, and byte order marks inside the text.
fn stray(text: &str) -> Vec<(usize, usize)> {
    let is_stray = |letter: char| {
        letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{85}')
            || matches!(letter, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    // A walk over bytes: such signs begin with few of them.
    let may_begin = |byte: u8| {
        byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || matches!(byte, 0x7f | 0xc2 | 0xef)
    };
    let starts = text.bytes().enumerate().filter(|(_, byte)| may_begin(*byte)).map(|(at, _)| at);
    let found =
        starts.filter_map(|at| Some((at, text[at..].chars().next().filter(|letter| is_stray(*letter))?)));
    found.map(|(at, letter)| (at, at + letter.len_utf8())).collect()
}
