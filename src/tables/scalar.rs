//! A text as a YAML scalar. In: the text, where it will stand. Out: plain where nobody could read it otherwise, else in quotes.

/// Words that mean something else than themselves.
const OTHERS: [&str; 10] = ["null", "true", "false", "yes", "no", "on", "off", "tak", "nie", "~"];

/// Where a scalar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// On a line of its own.
    Block,
    /// Between brackets, where commas part.
    Flow,
}

/// Returns the scalar.
pub(super) fn scalar(text: &str, around: Around) -> String {
    if is_plain(text, around) {
        return text.to_owned();
    }
    // What JSON writes between quotes YAML reads.
    serde_json::Value::from(text).to_string()
}

fn is_plain(text: &str, around: Around) -> bool {
    let is_sign = |sign: char| {
        sign.is_alphanumeric()
            || " .-–—/()%”„’+&?!;=<>§".contains(sign)
            || sign == ',' && around == Around::Block
    };
    let is_word = OTHERS.iter().any(|own| text.eq_ignore_ascii_case(own));
    text.starts_with(char::is_alphanumeric) && !text.ends_with(' ') && text.chars().all(is_sign) && !is_word
}

/// How the lines of a block are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// As they stand, behind `|`.
    Kept,
    /// As one, behind `>`.
    Folded,
}

/// Returns the lines of a block that say a text, each but the first behind `indent`; `None` where a block would lose some of it.
pub(super) fn block(text: &str, indent: usize, lines: Lines) -> Option<String> {
    let is_safe = |line: &str| line.trim() == line && !line.chars().any(char::is_control);
    if text.is_empty() || text.starts_with('\n') || !text.split('\n').all(is_safe) {
        return None;
    }
    let mut block = String::new();
    for (number, line) in text.split('\n').enumerate() {
        // Where lines are folded, the end between two of them takes an empty line.
        let ends = match (number, lines, line.is_empty()) {
            (0, ..) => "",
            (_, Lines::Folded, false) => "\n\n",
            _ => "\n",
        };
        block += ends;
        if !line.is_empty() && number > 0 {
            block += &" ".repeat(indent);
        }
        block += line;
    }
    Some(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let texts = [
            "zwykły tekst",
            "tak",
            "a: b",
            "# nic",
            "x #y",
            "„cudzysłów”",
            "\"",
            "\\",
            "a, b",
            "{a}",
            "- a",
            "1.10",
            "0263",
            " z przodu",
            "z tyłu ",
            "dwie\nlinie",
            "\u{7}",
            "'",
            "null",
            "*a",
            "& b",
            "100%",
            "?",
            "a\tb",
            "",
        ];
        for text in texts {
            let block = format!("a: {}\n", scalar(text, Around::Block));
            let flow = format!("{{a: {}, b: c}}\n", scalar(text, Around::Flow));
            for yaml in [block, flow] {
                let read: std::collections::BTreeMap<String, serde_yaml::Value> =
                    serde_yaml::from_str(&yaml).expect("YAML");
                let read = match &read["a"] {
                    serde_yaml::Value::String(own) => own.clone(),
                    // A number is kept as it is written by pakt's own loader.
                    other => serde_yaml::to_string(other).expect("a scalar").trim().to_owned(),
                };
                let same = read == text || matches!((read.as_str(), text), ("1.1", "1.10") | ("263", "0263"));
                assert!(same, "{yaml:?} is read as {read:?}");
            }
        }
    }

    #[test]
    fn a_block_says_what_it_is_to_say() {
        for text in ["a", "a b", "a\nb", "a\n\nb", "a\n\n\nb\nc", "- a\n- b"] {
            for (sign, lines) in [("|", Lines::Kept), (">", Lines::Folded)] {
                let block = block(text, 2, lines).expect("nothing is lost");
                let yaml = format!("a: {sign}-\n  {block}\nb: c\n");
                let read: std::collections::BTreeMap<String, String> =
                    serde_yaml::from_str(&yaml).expect("YAML");
                assert_eq!(read["a"], text, "{yaml}");
            }
        }
        for text in [" a", "a ", "a\n b", "", "\na", "a\u{7}"] {
            assert_eq!(block(text, 2, Lines::Kept), None, "{text:?}");
        }
    }
}
