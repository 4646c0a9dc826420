//! Signs of YAML at the edges of a text: `!`, `&`, `*` and `#`. In: scalars as they come. Out: texts as
//! the author meant them, or a word that YAML took for something else, told.

use super::builder::{Builder, Done, Name, Size};
use super::faults::fault;
use super::quotes::quoted;
use crate::diagnostic::{Patch, Span};
use crate::source::{Node, Style, Value};

impl Builder<'_> {
    /// Takes a text that opens with `!`.
    pub(super) fn exclamation(&mut self, from: usize, to: usize, anchor: usize) -> Done {
        let text = self.draft.text.get(from..to).unwrap_or_default().trim_end().to_owned();
        let span = self.draft.span(from, from + text.len());
        self.quotable("YAML-14", span);
        self.scalar(Node { span, value: Value::Scalar { text, style: Style::Quoted } }, false, anchor)
    }

    /// Warns of a number sign that makes the rest of a text a comment.
    pub(super) fn hash(&mut self, node: &Node) {
        let Value::Scalar { text, style: Style::Plain } = &node.value else { return };
        // Where nothing stands before the sign, the value is looked for behind its key.
        let before = if text.is_empty() { self.key_awaiting() } else { Some(node.span) };
        let Some((before, rest)) = before.and_then(|span| Some((span, self.draft.after(span)?))) else {
            return;
        };
        let line = rest.lines().next().unwrap_or_default().trim_end();
        let behind = if text.is_empty() { line.strip_prefix(':').unwrap_or_default() } else { line };
        let words = behind.trim_start_matches(' ');
        // A colour alone is told of where colours are read.
        let is_colour = |sign: &&str| {
            text.is_empty()
                && matches!(sign.len(), 3 | 6)
                && sign.bytes().all(|digit| digit.is_ascii_hexdigit())
        };
        let sign =
            words.strip_prefix('#').filter(|_| behind.starts_with(' ')).filter(|sign| !is_colour(sign));
        // „ul. Długa # 3”: behind several words a number is one of an address or a list, with a space too.
        let number = sign.map(|sign| if text.contains(' ') { sign.trim_start_matches(' ') } else { sign });
        if number.is_some_and(|number| number.starts_with(|letter: char| letter.is_ascii_digit())) {
            let to = before.to + line.len();
            let from = if text.is_empty() { to - words.len() } else { before.from };
            self.quotable("YAML-30", Span { from, to, ..node.span });
        }
    }

    /// Tells of a text that needs quotes, and shows it in them.
    fn quotable(&mut self, code: &'static str, span: Span) {
        let mut finding = fault(code, span, &[]);
        finding.patch = self.draft.author_text(span).map(|text| Patch::form(span, quoted(text)));
        self.findings.push(finding);
    }

    /// Warns of marks that nothing refers to, each before a text.
    pub(super) fn unused(&mut self) {
        let unused: Vec<Span> =
            self.names.values().filter(|name| !name.used).filter_map(|name| name.text).collect();
        for span in unused {
            self.quotable("YAML-29", span);
        }
    }

    /// Remembers the name of a value just given or begun; the mark stands at `from`.
    pub(super) fn mark(&mut self, id: usize, name: String, from: usize) {
        // A mark that nobody refers to before a plain text was meant as part of it.
        let text = match self.marked.get(&id) {
            Some((Node { span, value: Value::Scalar { style: Style::Plain, .. } }, _)) => {
                let from = self.draft.span(from, from).from;
                Some(Span { from: from.min(span.from), ..*span })
            }
            _ => None,
        };
        self.names.insert(id, Name { name, text, used: false });
    }

    /// Takes a reference to nothing for the text that it may be.
    pub(super) fn unresolved(&mut self, name: &str, from: usize, to: usize) -> Done {
        self.one_document()?;
        let (span, text) = (self.draft.span(from, to), format!("*{name}"));
        let mut finding = fault("YAML-08", span, &[("name", name)]);
        finding.patch = Some(Patch::form(span, quoted(&text)));
        self.findings.push(finding);
        let size = Size { nodes: 1, bytes: text.len(), height: 0 };
        self.value(Node { span, value: Value::Scalar { text, style: Style::Quoted } }, size, 0)
    }
}
