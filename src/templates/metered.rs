//! A template that counts what it costs. In: its text. Out: the same template with calls of the meter in it, and the way
//! back from a place in it to the author's.
//!
//! Tera knows no limit of work. So each loop body, each included file, each filter, each value under a name and each
//! value inside a capture calls `budget`: what it prints is the same, line for line.

use super::budget::{FILTER, ITEM, KEPT, OF, SPENT};

/// How many values one tag may join by `~`: each may be as large as a value may be.
const JOINED: usize = 64;

/// A template with the meter in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metered {
    /// What the engine reads.
    pub(super) text: String,
    /// What was put in, in order.
    added: Vec<Added>,
    /// The author's text.
    own: String,
}

/// Something put in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Added {
    /// Before which byte of the author's text.
    at: usize,
    /// How many bytes of the author's text it stands for.
    instead: usize,
    words: String,
    /// The tag of the author's text that it counts.
    tag: (usize, usize),
}

/// A tag that is still open.
struct Open {
    word: &'static str,
    /// Which addition says how many bytes stand up to its end.
    added: usize,
    body: usize,
    /// Under which name the block is kept.
    name: String,
}

/// A place where a template asks for more than one tag may.
pub(super) type TooMuch = (usize, usize);

impl Metered {
    /// Puts the meter into a template that the engine could read.
    pub(super) fn of(own: &str) -> Result<Self, TooMuch> {
        let mut hand = Hand { own, added: Vec::new(), open: Vec::new() };
        let mut at = 0;
        while let Some(tag) = next_tag(own, at) {
            if tag.1 > tag.0 + 3 && !own[tag.0..].starts_with("{#") {
                hand.tag(tag)?;
            }
            at = tag.1;
            if word(inner(own, tag)) == "raw" {
                let Some(end) = own[at..]
                    .match_indices("{%")
                    .map(|(from, _)| at + from)
                    .find(|from| own[from + 2..].trim_start_matches('-').trim_start().starts_with("endraw"))
                else {
                    break;
                };
                at = end;
            }
        }
        hand.add(own.len(), format!("{{{{ {SPENT}(bytes={}) }}}}", own.len()), (0, 0));
        let mut added = hand.added;
        added.sort_by_key(|added| added.at);
        let mut text = String::with_capacity(own.len() + 64 * added.len());
        let mut from = 0;
        for Added { at, instead, words, .. } in &added {
            text.push_str(&own[from..*at]);
            text.push_str(words);
            from = at + instead;
        }
        text.push_str(&own[from..]);
        Ok(Self { text, added, own: own.to_owned() })
    }

    /// Returns the author's text.
    pub(super) fn author(&self) -> &str {
        &self.own
    }

    /// Returns the author's bytes for some of the engine's; those of a tag for what was put in.
    pub(super) fn own(&self, (from, to): (usize, usize)) -> (usize, usize) {
        let mut more = 0;
        let mut tag = None;
        let mut place = |byte: usize| {
            more = 0;
            for added in &self.added {
                let start = added.at + more;
                if byte < start {
                    break;
                }
                if byte < start + added.words.len() {
                    tag = tag.or(Some(added.tag));
                    return added.at;
                }
                more += added.words.len();
                more -= added.instead;
            }
            byte - more
        };
        let own = (place(from), place(to.max(from + 1) - 1) + 1);
        let (from, to) = tag.filter(|tag| tag.1 > 0).unwrap_or(own);
        let end = |byte: usize| self.own.ceil_char_boundary(byte.min(self.own.len()));
        (self.own.floor_char_boundary(from.min(self.own.len())), end(to))
    }
}

/// A hand that puts the meter in.
struct Hand<'text> {
    own: &'text str,
    added: Vec<Added>,
    open: Vec<Open>,
}

impl Hand<'_> {
    fn add(&mut self, at: usize, words: String, tag: (usize, usize)) {
        self.added.push(Added { at, instead: 0, words, tag });
    }

    /// Puts a call behind a tag; white space that the tag takes away stays away.
    fn behind(&mut self, tag: (usize, usize), call: &str) -> usize {
        let dash = if self.own[..tag.1 - 2].ends_with('-') { "-" } else { "" };
        self.add(tag.1, format!("{{{{ {call} {dash}}}}}"), tag);
        self.added.len() - 1
    }

    fn open(&mut self, word: &'static str, tag: (usize, usize), name: &str) {
        let added = self.behind(tag, "");
        self.open.push(Open { word, added, body: tag.1, name: name.to_owned() });
    }

    /// Says at the tag that opened how many bytes stand in it.
    fn close(&mut self, word: &str, tag: (usize, usize)) -> Option<String> {
        let at = self.open.iter().rposition(|open| open.word == word)?;
        let Open { added, body, name, .. } = self.open.remove(at);
        let call = format!("{SPENT}(bytes={})", tag.0.saturating_sub(body));
        self.added[added].words = self.added[added].words.replacen("{{ ", &format!("{{{{ {call}"), 1);
        Some(name)
    }

    fn tag(&mut self, tag: (usize, usize)) -> Result<(), TooMuch> {
        let inside = inner(self.own, tag);
        let from = self.own[tag.0..].find(inside).map_or(tag.0 + 2, |at| tag.0 + at);
        self.expression(inside, from, tag)?;
        if self.own[tag.0..].starts_with("{{") {
            let captured = self.open.iter().any(|open| open.word != "for");
            if captured && !inside.starts_with('<') && !inside.starts_with("super(") {
                self.behind(tag, &format!("{SPENT}(bytes=0, value=({}))", self.rewritten(inside, from)));
            }
            return Ok(());
        }
        let rest = inside[word(inside).len()..].trim_start();
        let name = word(rest);
        match word(inside) {
            "for" => self.open("for", tag, ""),
            "component" => self.open("component", tag, ""),
            "filter" => self.open("filter", tag, ""),
            "set" | "set_global" if rest[name.len()..].trim_start().starts_with('=') => {
                self.behind(tag, &format!("{KEPT}(value={name})"));
            }
            "set" | "set_global" => self.open("set", tag, name),
            "endset" => {
                if let Some(name) = self.close("set", tag) {
                    self.behind(tag, &format!("{KEPT}(value={name})"));
                }
            }
            "endfor" => drop(self.close("for", tag)),
            "endcomponent" => drop(self.close("component", tag)),
            "endfilter" => drop(self.close("filter", tag)),
            _ => {}
        }
        Ok(())
    }

    /// Returns an expression with the additions that were made in it.
    fn rewritten(&self, inside: &str, from: usize) -> String {
        let mut added: Vec<&Added> = self.added.iter().collect();
        added.retain(|added| (from..from + inside.len()).contains(&added.at));
        added.sort_by_key(|added| added.at);
        let (mut text, mut at) = (String::new(), 0);
        for added in added {
            text.push_str(&inside[at..added.at - from]);
            text.push_str(&added.words);
            at = added.at - from + added.instead;
        }
        text + &inside[at..]
    }

    /// Puts the meter round the filters and the lists made by a loop.
    fn expression(&mut self, inside: &str, from: usize, tag: (usize, usize)) -> Result<(), TooMuch> {
        let mut brackets: Vec<(char, usize)> = Vec::new();
        let mut joined = 0;
        // The first word of a section of filters stands behind no bar.
        let mut piped = word(inside) == "filter";
        let start = if piped { "filter".len() } else { 0 };
        let mut at = start;
        while let Some(sign) = inside[at..].chars().next() {
            let next = at + sign.len_utf8();
            match sign {
                '"' | '\'' | '`' => {
                    at = string_end(inside, at);
                    continue;
                }
                '~' => joined += 1,
                '(' | '[' | '{' => brackets.push((sign, from + next)),
                ')' | ']' | '}' => drop(brackets.pop()),
                '|' => piped = true,
                sign if sign.is_alphabetic() || sign == '_' => {
                    let name = word(&inside[at..]);
                    let whole =
                        !inside[..at].ends_with(|sign: char| sign.is_alphanumeric() || "_.".contains(sign));
                    match brackets.last() {
                        _ if piped => self.filter(name, &inside[at + name.len()..], from + at),
                        Some(('[', opened)) if whole && name == "for" => {
                            self.add(*opened, format!("{ITEM}(value=("), tag);
                            self.add(from + at, ")) ".to_owned(), tag);
                        }
                        _ => {}
                    }
                    piped = false;
                    at += name.len();
                    continue;
                }
                _ => {}
            }
            at = next;
        }
        if joined > JOINED { Err(tag) } else { Ok(()) }
    }

    /// Lets the meter call a filter.
    fn filter(&mut self, name: &str, rest: &str, at: usize) {
        let has_values = rest.trim_start().strip_prefix('(').map(str::trim_start);
        let (words, instead) = match has_values {
            Some(values) => {
                let comma = if values.starts_with(')') { "" } else { ", " };
                let bracket = rest.find('(').unwrap_or_default();
                (format!("{FILTER}({OF}=\"{name}\"{comma}"), name.len() + bracket + 1)
            }
            None => (format!("{FILTER}({OF}=\"{name}\")"), name.len()),
        };
        self.added.push(Added { at, instead, words, tag: (at, at + name.len()) });
    }
}

/// Returns the next tag or comment from a byte on.
fn next_tag(text: &str, from: usize) -> Option<(usize, usize)> {
    let opens = |two: &[u8]| matches!(two, b"{{" | b"{%" | b"{#");
    let start = from + text.as_bytes()[from..].windows(2).position(opens)?;
    let end = match text.as_bytes()[start + 1] {
        b'#' => return text[start..].find("#}").map(|at| (start, start + at + 2)),
        b'{' => "}}",
        _ => "%}",
    };
    let mut at = start + 2;
    loop {
        let rest = &text[at..];
        if rest.starts_with(end) {
            return Some((start, at + 2));
        }
        let sign = rest.chars().next()?;
        at = if matches!(sign, '"' | '\'' | '`') { string_end(text, at) } else { at + sign.len_utf8() };
    }
}

/// Returns the byte after the string that opens at one.
fn string_end(text: &str, at: usize) -> usize {
    let quote = text.as_bytes()[at];
    let mut escaped = false;
    for (place, byte) in text.bytes().enumerate().skip(at + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            byte if byte == quote => return place + 1,
            _ => {}
        }
    }
    text.len()
}

/// Returns what stands between the signs of a tag.
fn inner(text: &str, (from, to): (usize, usize)) -> &str {
    let inside = text.get(from + 2..to - 2).unwrap_or_default();
    let inside = inside.strip_prefix('-').unwrap_or(inside);
    inside.strip_suffix('-').unwrap_or(inside).trim()
}

fn word(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metered(own: &str) -> String {
        Metered::of(own).expect("it may do so").text.replace("pakt_", "")
    }

    #[test]
    fn loops_captures_and_filters_are_counted() {
        let end = |own: &str| format!("{{{{ spent(bytes={}) }}}}", own.len());
        for (own, meant) in [
            ("{% for x in y -%} ab {%- endfor %}", "{% for x in y -%}{{ spent(bytes=4) -}} ab {%- endfor %}"),
            ("{% set a = b ~ b | upper %}", "{% set a = b ~ b | filter(of=\"upper\") %}{{ kept(value=a) }}"),
            (
                "{% set a | trim %}{{ b | join(sep=\"|\") }}{% endset %}",
                "{% set a | filter(of=\"trim\") %}{{ spent(bytes=23) }}{{ b | filter(of=\"join\", sep=\"|\") }}{{ \
                 spent(bytes=0, value=(b | filter(of=\"join\", sep=\"|\"))) }}{% endset %}{{ kept(value=a) }}",
            ),
            ("{{ [x ~ 1 for x in y] }}", "{{ [item(value=(x ~ 1 )) for x in y] }}"),
            ("{# {% for #}{% raw %}{{ a | b }}{% endraw %}", "{# {% for #}{% raw %}{{ a | b }}{% endraw %}"),
            (
                "{% filter indent(width=2) %}{% endfilter %}",
                "{% filter filter(of=\"indent\", width=2) %}{{ spent(bytes=0) }}{% endfilter %}",
            ),
        ] {
            assert_eq!(metered(own), format!("{meant}{}", end(own)), "{own}");
        }
    }

    #[test]
    fn a_place_leads_back_to_the_author() {
        let own = "ą {% for x in y %}{{ x | upper | nope(a=1) }}{% endfor %}";
        let metered = Metered::of(own).expect("it may do so");
        for part in ["ą", "for x", "upper", "nope", "endfor"] {
            let from = own.find(part).expect("it is there");
            let from_metered = metered.text.find(part).expect("it stays");
            let (start, _) = metered.own((from_metered, from_metered + part.len()));
            assert_eq!(start, from, "{part}");
        }
    }

    #[test]
    fn one_tag_joins_so_many_values_and_no_more() {
        let tag = |count: usize| format!("{{{{ x{} }}}}", " ~ x".repeat(count));
        assert!(Metered::of(&tag(JOINED)).is_ok());
        assert!(Metered::of(&tag(JOINED + 1)).is_err());
    }
}
