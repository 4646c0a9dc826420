//! What is yet to be written. In: a text as typed. Out: the parts of it that hold a place and say nothing: `…`,
//! `[nazwa gminy]`, `TODO`; `unwritten.yaml` holds the words.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use super::letters::plain;

/// The lists of words.
const LISTS: &str = include_str!("unwritten.yaml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    whole: Vec<String>,
    capitals: Vec<String>,
    anywhere: Vec<String>,
    ending: Vec<String>,
    before: Vec<String>,
    alone: Vec<String>,
    things: Vec<String>,
    orders: Vec<String>,
    leads: Vec<String>,
    units: Vec<String>,
}

impl Words {
    /// Reads the shipped lists, in the form in which words are compared.
    fn read() -> Self {
        let mut words: Self = serde_yaml::from_str(LISTS).expect("the shipped file is read by the tests");
        let lists =
            [&mut words.whole, &mut words.anywhere, &mut words.ending, &mut words.before, &mut words.alone];
        let stems = [&mut words.things, &mut words.orders, &mut words.leads, &mut words.units];
        for list in lists.into_iter().chain(stems) {
            list.iter_mut().for_each(|word| *word = plain(word));
        }
        words
    }
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// Finds where a text may hold a word of the lists, by the letters of the word that are plain in any case: as good as
/// every text has none, and need not be folded.
static HINTS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let longest = |word: &String| {
        let runs = word.split(|sign: char| !sign.is_ascii());
        runs.max_by_key(|run| run.len()).unwrap_or_default().to_owned()
    };
    let words: Words = serde_yaml::from_str(LISTS).expect("the shipped file is read by the tests");
    let hints = words.anywhere.iter().chain(&words.ending).chain(&words.alone).map(longest);
    AhoCorasick::builder().ascii_case_insensitive(true).build(hints).expect("a few words")
});

/// A text of more bytes than this is more than one of the words, or an order to write something.
const SHORT: usize = 160;

/// How many letters an inflected word has behind its beginning, at most.
const ENDING: usize = 6;

/// How many words somebody puts in brackets to say what belongs there.
const IN_BRACKETS: usize = 8;

/// The brackets round what belongs in a place, the longer first.
const BRACKETS: [(&str, &str); 4] = [("{{", "}}"), ("[", "]"), ("<", ">"), ("{", "}")];

/// Tells whether a text says nothing: only `…`, dots, dashes or underscores, only such marks, only words of the list.
pub fn is_unwritten(text: &str) -> bool {
    let bare = text.trim().trim_matches(['"', '\'', '„', '”', '“', '«', '»']).trim();
    if bare.len() <= SHORT {
        let folded = plain(bare);
        let in_round = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let is_asked = in_round.is_some_and(asks);
        if WORDS.whole.contains(&folded) || is_order(&folded) || is_asked || is_crosses(bare, 1) {
            return true;
        }
    }
    if !bare.contains(char::is_alphanumeric) {
        let fills = |sign: char| "….-–—_?·•*/,;:()[]{}<> \u{a0}\n\t".contains(sign);
        return bare.contains(['…', '.', '-', '–', '—', '_', '?']) && bare.chars().all(fills);
    }
    let mut rest = 0;
    let found = unwritten(bare);
    let says = |part: &str| part.contains(char::is_alphanumeric);
    let between = found.iter().any(|part| says(&bare[std::mem::replace(&mut rest, part.end)..part.start]));
    !found.is_empty() && !between && !says(&bare[rest..])
}

/// Returns the parts of a text that hold a place, from the first to the last.
pub fn unwritten(text: &str) -> Vec<Range<usize>> {
    // As good as every text is without: one look tells.
    let mut found = Vec::new();
    if text.contains(['[', '<', '{']) {
        bracketed(text, &mut found);
    }
    if text.contains(['.', '…', '_', '?']) {
        runs(text, &mut found);
    }
    words(text, &mut found);
    found.sort_by_key(|part| (part.start, std::cmp::Reverse(part.end)));
    let mut end = 0;
    found.retain(|part| {
        let is_new = part.start >= end;
        end = end.max(part.end);
        is_new
    });
    found
}

/// Finds brackets round an ellipsis or round words of the lists; no link, no note, no `[sic]`.
fn bracketed(text: &str, found: &mut Vec<Range<usize>>) {
    for (open, close) in BRACKETS {
        for (at, _) in text.match_indices(open) {
            let inner = at + open.len();
            let Some(length) = text[inner..].find(close) else { continue };
            let end = inner + length + close.len();
            let words = text[inner..inner + length].trim();
            let is_link = text[end..].starts_with('(');
            // What a template puts in names a thing of the list somewhere: `{{ partner.role }}`.
            let is_named = || open == "{{" && split(&plain(words)).any(|word| begins(word, &WORDS.things));
            if !is_link && (is_ellipsis(words) && !is_omission(text, at..end) || asks(words) || is_named()) {
                found.push(at..end);
            }
        }
    }
    for round in ["(…)", "(...)"] {
        let hits = text.match_indices(round).map(|(at, _)| at..at + round.len());
        found.extend(hits.filter(|part| !is_omission(text, part.clone())));
    }
}

/// Tells whether words say what belongs in their place: `nazwa gminy`, `tu wpisz kwotę`.
fn asks(words: &str) -> bool {
    let folded = plain(words);
    let own: Vec<&str> = split(&folded).collect();
    let mut asked = own.iter().skip_while(|word| WORDS.before.iter().any(|before| before == *word));
    let first = asked.next().is_some_and(|word| begins(word, &WORDS.things));
    let known = WORDS.whole.iter().chain(&WORDS.anywhere).chain(&WORDS.ending).any(|word| *word == folded);
    let digits = words.contains(|sign: char| sign.is_ascii_digit());
    let order = own.iter().any(|word| begins(word, &WORDS.orders));
    own.len() <= IN_BRACKETS && !digits && (first || known || order)
}

/// Tells whether something is left to be written of a value that is no text, where it could not be read: `… osób`,
/// `dd.mm.rrrr`, `__.__.2027`, `[gmina/powiat]`.
pub fn is_value_left(value: &str) -> bool {
    let value = value.trim();
    let has_brackets = BRACKETS.iter().any(|(open, close)| value.contains(open) && value.contains(close));
    let groups = || value.split(['.', '-', '/', ' ']).filter(|group| !group.is_empty());
    // A day, a number or a code by the letters that stand for its digits.
    let is_form = |group: &str| {
        let first = group.chars().next().unwrap_or_default().to_ascii_lowercase();
        "dmryx_".contains(first) && group.chars().all(|sign| sign.to_ascii_lowercase() == first)
    };
    let is_known =
        |group: &str| is_form(group) || group == "r" || group.bytes().all(|sign| sign.is_ascii_digit());
    let is_pattern = || groups().all(is_known) && groups().any(|group| group.len() > 1 && is_form(group));
    value.is_empty()
        || value.contains('…')
        || has_brackets
        || is_unwritten(value)
        || !unwritten(value).is_empty()
        || is_pattern()
}

/// Tells whether a text orders somebody to write a thing of the list: `wpisz tytuł projektu`.
fn is_order(folded: &str) -> bool {
    let own: Vec<&str> = split(folded).collect();
    let is_one = |at: usize, list: &[String]| own.get(at).is_some_and(|word| begins(word, list));
    (2..=IN_BRACKETS).contains(&own.len()) && is_one(0, &WORDS.orders) && is_one(1, &WORDS.things)
}

/// Tells whether a word is one of the list with an ending of its own.
fn begins(word: &str, list: &[String]) -> bool {
    list.iter().any(|stem| word.strip_prefix(stem.as_str()).is_some_and(is_ending))
}

fn is_ending(rest: &str) -> bool {
    rest.chars().count() <= ENDING
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_ellipsis(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|sign| matches!(sign, '…' | '.')) && words != "."
}

/// Tells whether an ellipsis stands between the words of a quotation, where it says that some were left out.
fn is_omission(text: &str, part: Range<usize>) -> bool {
    let Some(open) = text[..part.start].rfind(['„', '“', '«', '"']) else { return false };
    let (before, after) = (&text[open..part.start], &text[part.end..]);
    let Some(close) = after.find(['”', '“', '»', '"']) else { return false };
    !before.contains(['”', '»'])
        && [before, &after[..close]].iter().any(|words| words.contains(char::is_alphabetic))
}

/// Finds dots and underscores that stand for words: rows of them, and an ellipsis where a value belongs.
fn runs(text: &str, found: &mut Vec<Range<usize>>) {
    let is_dot = |sign: char| matches!(sign, '.' | '…');
    let mut from = 0;
    while let Some(at) = text[from..].find(['.', '…', '_', '?']).map(|at| from + at) {
        let rest = &text[at..];
        let sign = rest.chars().next().unwrap_or_default();
        let same = |other: char| if is_dot(sign) { is_dot(other) } else { other == sign };
        let run = rest.find(|other| !same(other)).unwrap_or(rest.len());
        let part = at..at + run;
        from = part.end;
        let weight: usize = rest[..run].chars().map(|sign| if sign == '…' { 3 } else { 1 }).sum();
        let joined = text[..at].ends_with(char::is_alphanumeric);
        let holds = match sign {
            '_' | '?' => weight >= 3,
            _ if joined => weight >= 6,
            _ => weight >= 4 || weight == 3 && lacks_value(text, &part),
        };
        if holds && !(is_dot(sign) && is_omission(text, part.clone())) {
            found.push(part);
        }
    }
}

/// Tells whether a lone ellipsis stands where a sentence needs a value: `wynosi …, a …`, `… zł`.
fn lacks_value(text: &str, part: &Range<usize>) -> bool {
    let (before, after) = (&text[..part.start], &text[part.end..]);
    if !before.is_empty() && !before.ends_with(char::is_whitespace)
        || after.starts_with(char::is_alphanumeric)
    {
        return false;
    }
    let (before, after) = (before.trim_end(), after.trim_start());
    if before.ends_with([':', '=']) {
        return true;
    }
    let last =
        before.rsplit(char::is_whitespace).next().map(|word| plain(word.trim_matches(['(', '„', '.'])));
    let next =
        after.split(char::is_whitespace).next().map(|word| plain(word.trim_matches(['.', ',', ';', ')'])));
    last.is_some_and(|word| WORDS.leads.contains(&word))
        || next.is_some_and(|word| WORDS.units.contains(&word))
}

/// Finds the words that are such a mark.
fn words(text: &str, found: &mut Vec<Range<usize>>) {
    for word in WORDS.capitals.iter().filter(|word| text.contains(word.as_str())) {
        found.extend(standing(text, word));
    }
    let crosses = if text.contains(['x', 'X']) { text } else { "" };
    for (at, word) in cut(crosses, char::is_alphanumeric) {
        let after = || text[at + word.len()..].trim_start();
        let next = || {
            after()
                .split(char::is_whitespace)
                .next()
                .map(|word| plain(word.trim_matches(['.', ',', ';', ')'])))
        };
        let is_value = || is_crosses(word, 2) && next().is_some_and(|word| WORDS.units.contains(&word));
        if is_crosses(word, 3) && word != "XXX" || is_value() {
            found.push(at..at + word.len());
        }
    }
    if !HINTS.is_match(text) {
        return;
    }
    // Folded text has other bytes; letters are counted.
    let folded: Vec<char> =
        text.chars().map(super::letters::fold_letter).flat_map(char::to_lowercase).collect();
    if folded.len() != text.chars().count() {
        return;
    }
    let folded: String = folded.into_iter().collect();
    for word in WORDS.anywhere.iter().filter(|word| folded.contains(word.as_str())) {
        found.extend(standing(&folded, word).map(|part| whole_bytes(text, &folded, part)));
    }
    for word in WORDS.ending.iter().filter(|word| folded.contains(word.as_str())) {
        let goes_on = |part: &Range<usize>| {
            let next = folded[part.end..].trim_start_matches(' ');
            let next = next.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
            !next.is_empty() && !WORDS.leads.iter().any(|lead| lead == next)
        };
        let last = standing(&folded, word).filter(|part| !goes_on(part));
        found.extend(last.map(|part| whole_bytes(text, &folded, part)));
    }
    for (at, line) in cut(&folded, |sign| sign != '\n') {
        let tail = line
            .rfind([':', '–', '—'])
            .map_or(0, |colon| colon + line[colon..].chars().next().map_or(1, char::len_utf8));
        for (start, own) in [(0, line), (tail, &line[tail..])] {
            let bare = own.trim_matches(|sign: char| !sign.is_alphanumeric());
            if WORDS.alone.iter().any(|word| word == bare) {
                let start = at + start + (bare.as_ptr() as usize - own.as_ptr() as usize);
                found.push(whole_bytes(text, &folded, start..start + bare.len()));
            }
        }
    }
}

/// Returns where the letters of a stretch of the folded text stand in the text.
fn whole_bytes(text: &str, folded: &str, part: Range<usize>) -> Range<usize> {
    let byte = |at: usize| {
        let letters = folded[..at].chars().count();
        text.char_indices().nth(letters).map_or(text.len(), |(byte, _)| byte)
    };
    byte(part.start)..byte(part.end)
}

/// Returns where a word stands as one of its own.
fn standing(text: &str, word: &str) -> impl Iterator<Item = Range<usize>> {
    let hits = text.match_indices(word).map(|(at, word)| at..at + word.len());
    hits.filter(|part| {
        !text[..part.start].ends_with(char::is_alphanumeric)
            && !text[part.end..].starts_with(char::is_alphanumeric)
    })
}

/// Returns the longest stretches of such letters, each with its first byte.
fn cut(text: &str, is_part: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    text.split(move |sign| !is_part(sign))
        .filter(|part| !part.is_empty())
        .map(move |part| (part.as_ptr() as usize - text.as_ptr() as usize, part))
}

/// Tells whether a word is at least so many crosses: `xxx`.
fn is_crosses(word: &str, least: usize) -> bool {
    word.len() >= least && (word.bytes().all(|byte| byte == b'x') || word.bytes().all(|byte| byte == b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        unwritten(text).into_iter().map(|part| &text[part]).collect()
    }

    #[test]
    fn a_value_is_left_where_its_digits_are() {
        for value in [
            "dd.mm.rrrr",
            "XX.XX.2027",
            "2027-xx-xx",
            "__.__.2027 r.",
            "… maja 2027 r.",
            "xxx osób",
            "",
            "[a/b]",
        ] {
            assert!(is_value_left(value), "{value}");
        }
        for value in ["31.13.2027", "m", "dużo", "12 r", "d-5", "1.2.3", "rok 2027", "xl"] {
            assert!(!is_value_left(value), "{value}");
        }
    }

    #[test]
    fn a_text_that_says_nothing_is_seen() {
        for text in [
            "…",
            "...",
            "……",
            ". . .",
            "____",
            "-",
            "–",
            "?",
            "???",
            "\"…\"",
            "„…”",
            "[…]",
            "(...)",
            "<…>",
            "x",
            "xxx",
            "XXX",
            "TODO",
            "TODO: ",
            "lorem ipsum",
            "Lorem Ipsum",
            "do uzupełnienia",
            "DO UZUPELNIENIA",
            "Uzupełnić.",
            "[nazwa]",
            "[Nazwę gminy]",
            "<kwota>",
            "{{ nazwa projektu }}",
            "{{kwota}}",
            "{tytuł}",
            "[wybierz z listy]",
            "[uzupełnić]",
            "[do uzupełnienia]",
            "[proszę wpisać kwotę]",
            "[kwota] [nazwa]",
            "Tekst",
            "opis",
            "wpisz tytuł projektu",
            "[insert name]",
            "<choose one>",
            "[DD.MM.RRRR]",
            "to be completed",
            "TBD",
            "[tekst]",
        ] {
            assert!(is_unwritten(text), "{text}");
        }
    }

    #[test]
    fn what_says_something_is_left_alone() {
        for text in [
            "",
            " ",
            "%",
            "+",
            "0",
            "n/d",
            "nie dotyczy",
            "[E4]",
            "[E1, E4]",
            "[1]",
            "[^1]",
            "[sic]",
            "[sic!]",
            "XXX sesja rady",
            "XXX-lecie powiatu",
            "i tak dalej…",
            "i tak dalej...",
            "szkolenia, warsztaty, …",
            "itd. …",
            "Wybierz zawód",
            "[nazwa gminy](https://gmina.pl)",
            "<https://gmina.pl>",
            "[przypis redakcji]",
            "[dalej: Partner]",
            "METODOLOGIA",
            "„Praca (…) blisko domu”",
            "„Wzrost … i rozwój”",
            "pozwoli uzupełnić kwalifikacje",
            "mniej niż <5 osób i >3",
            "40 osób to be completed by May",
            "Mówili: „… nie ma pracy”",
            "1. maja",
            "www.gmina.pl/…",
            "od 1.01.2027...",
            "Kto? Co?",
            "a_b",
            "[x] zrobione",
            "[ ]",
            "Podaj dalej",
            "tekst jednolity",
            "Dz. U. [tekst jednolity]",
            "Text me",
            "Opis potrzeby",
            "[Gmina Szydłowiec]",
            "2 000 [zł]",
            "{pl: tak}",
            "ustalić do końca roku",
        ] {
            assert!(parts(text).is_empty() && !is_unwritten(text), "{text}: {:?}", parts(text));
        }
    }

    #[test]
    fn the_place_within_a_text_is_found() {
        assert_eq!(parts("Roczny obrót wynosi …, a …"), ["…", "…"]);
        assert_eq!(parts("Koszt: … zł, w tym ... zł"), ["…", "..."]);
        assert_eq!(
            parts("Spotkania w [nazwa miejscowości] i w <nazwa>."),
            ["[nazwa miejscowości]", "<nazwa>"]
        );
        assert_eq!(parts("Doradca prowadzi osobę. TODO: ile godzin?"), ["TODO"]);
        assert_eq!(parts("Imię i nazwisko: ........"), ["........"]);
        assert_eq!(parts("Ćwiczenia – Do Uzupełnienia przez P2"), ["Do Uzupełnienia"]);
        assert_eq!(parts("Cel: uzupełnić\nGrupa: osoby bezrobotne"), ["uzupełnić"]);
        assert_eq!(parts("Praca (…) i kursy [...]"), ["(…)", "[...]"]);
        assert!(!is_unwritten("Spotkania w [nazwa miejscowości]"));
    }
}
