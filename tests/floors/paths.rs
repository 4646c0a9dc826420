//! What a file of source names. In: its text. Out: the paths in it, as `crate`, `super` and `self` begin them.

/// A path as a file writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its parts: `super`, `slab`, `Slab`.
    pub(crate) path: Vec<String>,
    /// The name under which `use` brings it in; none for a path in the middle of code.
    pub(crate) name: Option<String>,
    /// Whether `pub use` hands it on.
    pub(crate) passed_on: bool,
}

/// Returns the paths of a text, what `use` brings in and what code spells out.
pub(crate) fn named(text: &str) -> Vec<Named> {
    let tokens = tokens(text);
    let (mut found, mut at, mut public) = (Vec::new(), 0, false);
    while let Some(token) = tokens.get(at) {
        if token == "use" {
            let end = tokens[at..].iter().position(|token| token == ";").map_or(tokens.len(), |end| at + end);
            tree(&tokens[at + 1..end], &[], public, &mut found);
            at = end;
        } else if is_word(token) {
            let mut path = vec![token.clone()];
            while tokens.get(at + 1).is_some_and(|next| next == "::")
                && let Some(word) = tokens.get(at + 2).filter(|word| is_word(word))
            {
                path.push(word.clone());
                at += 2;
            }
            if path.len() > 1 {
                found.push(Named { path, name: None, passed_on: false });
            }
        }
        // `pub(super) use` passes on as well.
        public = token == "pub" || (public && matches!(token.as_str(), "(" | ")" | "super" | "crate" | "in"));
        at += 1;
    }
    found
}

/// Reads a tree of `use`: `a::{b, c::{self, d as e}}`.
fn tree(tokens: &[String], before: &[String], passed_on: bool, found: &mut Vec<Named>) {
    let mut path = before.to_vec();
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => {
                let (mut depth, mut from) = (0, at + 1);
                for (end, inner) in tokens.iter().enumerate().skip(at) {
                    match inner.as_str() {
                        "{" => depth += 1,
                        "}" => depth -= 1,
                        _ => {}
                    }
                    if depth == 0 || (depth == 1 && inner == ",") {
                        tree(&tokens[from..end], &path, passed_on, found);
                        from = end + 1;
                    }
                    if depth == 0 {
                        return;
                    }
                }
            }
            "as" => break,
            "self" if !path.is_empty() => {}
            "::" => {}
            word => path.push(word.to_owned()),
        }
    }
    if path.len() > before.len() || (!path.is_empty() && tokens.first().is_some_and(|token| token == "self"))
    {
        let alias = tokens.iter().position(|token| token == "as").and_then(|at| tokens.get(at + 1));
        let name = alias.or(path.last()).cloned();
        found.push(Named { path, name, passed_on });
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// Returns words, `::` and single signs; comments, strings and characters are left out.
fn tokens(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let (mut tokens, mut at) = (Vec::new(), 0);
    let starts =
        |at: usize, what: &str| what.chars().enumerate().all(|(n, c)| letters.get(at + n) == Some(&c));
    let find = |from: usize, what: &str| (from..letters.len()).find(|at| starts(*at, what));
    while let Some(&letter) = letters.get(at) {
        if starts(at, "//") {
            at = find(at, "\n").unwrap_or(letters.len());
        } else if starts(at, "r\"") || starts(at, "r#\"") {
            let end = if starts(at, "r\"") { "\"" } else { "\"#" };
            at = find(at + 3, end).map_or(letters.len(), |found| found + end.len());
        } else if letter == '"' {
            at += 1;
            while letters.get(at).is_some_and(|letter| *letter != '"') {
                at += if letters[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
        } else if letter == '\'' {
            // A lifetime has no second sign like it behind one letter.
            let end = if letters.get(at + 1) == Some(&'\\') { find(at + 3, "'") } else { Some(at + 2) };
            at = end.filter(|end| letters.get(*end) == Some(&'\'')).unwrap_or(at) + 1;
        } else if letter.is_alphanumeric() || letter == '_' {
            let end = (at..letters.len()).find(|at| !(letters[*at].is_alphanumeric() || letters[*at] == '_'));
            let end = end.unwrap_or(letters.len());
            tokens.push(letters[at..end].iter().collect());
            at = end;
        } else if starts(at, "::") {
            tokens.push("::".to_owned());
            at += 2;
        } else {
            if !letter.is_whitespace() {
                tokens.push(letter.to_string());
            }
            at += 1;
        }
    }
    tokens
}

#[test]
fn every_way_of_naming_is_seen() {
    let text = r#"
        use super::slab::{self, Slab, row::{Row as Line}};
        pub(super) use text::Span; // crate::no::one
        fn a<'x>(b: &'x str) -> char { let c = "crate::not"; crate::lang::Lang::new('"', c); '\'' }
    "#;
    let found = named(text);
    let shown: Vec<String> = found
        .iter()
        .map(|named| {
            let mark = if named.passed_on { "pub " } else { "" };
            format!("{mark}{} {}", named.path.join("::"), named.name.as_deref().unwrap_or("-"))
        })
        .collect();
    let wanted = [
        "super::slab slab",
        "super::slab::Slab Slab",
        "super::slab::row::Row Line",
        "pub text::Span Span",
        "crate::lang::Lang::new -",
    ];
    assert_eq!(shown, wanted);
}
