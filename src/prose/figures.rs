//! Figures in prose against those that the application records. In: `Facts`. Out: `Contradiction`s.
//!
//! A false alarm teaches authors not to look. So a figure counts only where its sentence repeats the name of
//! a recorded measure (or cites its source) with the same unit and narrows it by nothing else, and only
//! where nothing that the application records in that unit could be meant.

use std::collections::BTreeSet;
use std::ops::Bound;

use rust_decimal::Decimal;

use super::lexicon::lexicon;
use super::passages::passages;
use super::records::{Aspect, Book, Books, Class, Subject, main};
use super::sentences::{Mention, Sentence, Unit, same, sentences};
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::units::Number;
use crate::words::plain;

/// A figure in a text that is not the recorded one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The text.
    pub place: Place,
    /// The figure as written, with its unit: `24,2 %`.
    pub figure: String,
    /// What it speaks of, as the application names it.
    pub measure: String,
    /// What records it: `E1`, `T2`.
    pub id: String,
    /// The recorded value.
    pub recorded: Number,
    /// Its unit.
    pub unit: Class,
    /// Where it is recorded.
    pub also: Place,
}

/// Returns the figures in an application's texts that its records contradict.
pub(super) fn contradictions<'run>(facts: &Facts<'run>, books: &mut Books<'run>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for passage in passages(facts) {
        for (own, words) in passage.text.all() {
            let lang = own.unwrap_or_else(|| main(facts));
            let book = books.entry(lang.code()).or_insert_with(|| Book::of(facts, lang));
            for sentence in sentences(words, lang) {
                let subjects = spoken_of(book, &sentence, passage.against);
                for mention in &sentence.mentions {
                    let of_clause = || {
                        let clause = sentence.clause(mention)?;
                        contradicted(book, &spoken_of(book, &clause, passage.against), mention)
                    };
                    let Some(subject) = contradicted(book, &subjects, mention).or_else(of_clause) else {
                        continue;
                    };
                    found.push(Contradiction {
                        place: own.map_or_else(|| passage.place.clone(), |own| passage.place.key(own.code())),
                        figure: mention.text.split_whitespace().collect::<Vec<_>>().join(" "),
                        measure: subject.name(lang, book.main),
                        id: subject.id.clone(),
                        recorded: subject.value,
                        unit: subject.class,
                        also: subject.place.clone(),
                    });
                }
            }
        }
    }
    found
}

/// Returns the recorded measures that a sentence speaks of and narrows by nothing.
pub(super) fn spoken_of<'book, 'run>(
    book: &'book Book<'run>,
    sentence: &Sentence<'_>,
    against: &[Aspect],
) -> Vec<&'book Subject<'run>> {
    let words: Vec<String> = sentence.words.iter().map(|word| plain(word)).collect();
    let candidates = book.candidates(&words, &sentence.words);
    let meant = |subject: &&Subject<'_>| {
        against.contains(&subject.aspect)
            && speaks_of(subject, &words, &sentence.words)
            && !narrowed(book, subject, &words, &sentence.words)
    };
    candidates.filter(meant).collect()
}

/// Returns the measure of these that a figure speaks of and contradicts.
pub(super) fn contradicted<'book, 'run>(
    book: &Book<'run>,
    subjects: &[&'book Subject<'run>],
    mention: &Mention<'_>,
) -> Option<&'book Subject<'run>> {
    let class = match mention.unit {
        Unit::Percent => Class::Percent,
        Unit::Money => Class::Money,
        Unit::Things(_) => Class::Things,
    };
    // What changes by a figure, or is to reach it, is no statement of how things are.
    // (Polish „to” says how things are.)
    if book.lang.pick(["o", "do"], ["by", "to"]).contains(&mention.before) {
        return None;
    }
    let counted = |subject: &&&Subject<'_>| subject.class == class && counts(subject, mention.unit);
    let subject = *subjects.iter().find(counted)?;
    // A number in the measure's own name is no value of it.
    let of_name = subject.words.iter().any(|own| mention.text.starts_with(own.as_str()));
    (!of_name && !is_among(book, class, mention)).then_some(subject)
}

/// Tells whether a figure counts what the measure counts.
fn counts(subject: &Subject<'_>, unit: Unit<'_>) -> bool {
    let Unit::Things(word) = unit else { return true };
    let word = plain(word);
    same(&word, &subject.unit) || subject.words.first().is_some_and(|own| same(own, &word))
}

/// Tells whether a sentence repeats the whole name of a measure, or cites its source and repeats a part.
fn speaks_of(subject: &Subject<'_>, words: &[String], written: &[&str]) -> bool {
    let holds = |own: &String| words.iter().any(|word| same(own, word));
    let cited = subject.aspect == Aspect::Evidence && written.contains(&subject.id.as_str());
    match cited {
        true => subject.words.iter().any(holds),
        false => subject.words.len() > 1 && subject.words.iter().all(holds),
    }
}

/// Tells whether a sentence speaks of another place, year or part of the people than the measure does.
fn narrowed(book: &Book<'_>, subject: &Subject<'_>, words: &[String], written: &[&str]) -> bool {
    let known = |word: &str| {
        subject.words.iter().chain(&subject.around).any(|own| same(own, word)) || book.is_own(word)
    };
    let year = |word: &&String| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let other_year = words.iter().filter(year).any(|word| !subject.years.contains(word));
    let lists = lexicon();
    let begins = |list: &[String], word: &str| list.iter().any(|stem| word.starts_with(stem.as_str()));
    let narrowing = |word: &String| {
        begins(&lists.narrowing, word) || subject.aspect == Aspect::Evidence && begins(&lists.outlook, word)
    };
    let elsewhere = words.iter().any(|word| narrowing(word) && !known(word));
    // A name that is neither the area's nor the source's is of another place.
    let name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase) && !known(&plain(word))
    };
    other_year || elsewhere || written.iter().skip(1).any(|word| name(word))
}

/// Tells whether something that is recorded may be what a figure means, rounded or bounded by a word.
fn is_among(book: &Book<'_>, class: Class, mention: &Mention<'_>) -> bool {
    is_among_these(book.values(class), mention) || book.is_coarse(class, mention.value)
}

/// Tells whether one of some values may be what a figure means, rounded or bounded by a word.
pub(super) fn is_among_these(known: &BTreeSet<Decimal>, mention: &Mention<'_>) -> bool {
    let value = mention.value;
    // A figure may have as many digits as a number can hold.
    let part = |percent: i64| value.abs().saturating_mul(Decimal::new(percent, 2));
    let (below, above) = match plain(mention.before).as_str() {
        "ponad" | "przeszlo" | "powyzej" | "niz" | "najmniej" | "over" | "than" | "least" | "above" => {
            (mention.step, part(25).max(mention.step))
        }
        "prawie" | "niemal" | "blisko" | "ponizej" | "najwyzej" | "nearly" | "almost" | "under" | "most" => {
            (part(25).max(mention.step), mention.step)
        }
        "okolo" | "ok" | "about" | "around" | "circa" => {
            (part(10).max(mention.step), part(10).max(mention.step))
        }
        _ => (mention.step, mention.step),
    };
    let within = |value: Decimal| {
        let (from, to) = (value.saturating_sub(below), value.saturating_add(above));
        from < to && known.range((Bound::Excluded(from), Bound::Excluded(to))).next().is_some()
    };
    // Prose says „spadek 6,3 %” of what is recorded as −6,3.
    within(value) || within(-value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Application;

    const RECORDED: &str = "
area: {name: {pl: powiat borowicki, en: Borowice county}}
budget: {total: 1250000.00}
diagnosis:
  groups: [{id: T1, name: osoby długotrwale bezrobotne, size: {total: 120, women: 70, men: 50}}]
  evidence:
    - id: E1
      publisher: PUP
      date: 2025-12-31
      values:
        - {measure: {pl: stopa bezrobocia rejestrowanego, en: registered unemployment rate}, value: 24.2, unit: '%'}
        - {measure: zarejestrowani bezrobotni, value: 3.0, unit: tys. osób}
        - {measure: osoby bezrobotne dłużej niż 12 miesięcy, value: 1640, unit: osób}
";

    /// Returns the figures found to differ in the description of a need and in the summary.
    fn found(lang: &str, text: &str, summary: &str) -> Vec<String> {
        let yaml = format!(
            "meta: {{lang: {lang}, summary: '{summary}'}}\n{RECORDED}  needs: [{{id: N1, description: '{text}'}}]\n"
        );
        let application: Application = serde_yaml::from_str(&yaml).expect(&yaml);
        let facts = Facts::of(&application);
        contradictions(&facts, &mut Books::new()).into_iter().map(|found| found.figure).collect()
    }

    #[test]
    fn a_figure_that_differs_from_its_record_is_found() {
        for (lang, text, figure) in [
            ("pl", "Stopa bezrobocia w powiecie borowickim wynosi 22,4 %.", "22,4 %"),
            ("pl", "W powiecie jest 1460 osób bezrobotnych dłużej niż 12 miesięcy.", "1460 osób"),
            ("pl", "Urząd liczy 3 400 zarejestrowanych bezrobotnych.", "3 400 zarejestrowanych"),
            ("pl", "Według E1 bezrobocie sięga 25,5 %.", "25,5 %"),
            ("en", "The unemployment rate in the county is 22.4%.", "22.4%"),
        ] {
            assert_eq!(found(lang, text, ""), [figure], "{text}");
        }
        let summary = "Obejmiemy 90 osób długotrwale bezrobotnych. Budżet projektu to 1 520 000 zł.";
        assert_eq!(found("pl", "", summary), ["90 osób", "1 520 000 zł"]);
    }

    #[test]
    fn a_figure_of_any_length_is_compared() {
        for figure in [
            "79228162514264337593543950335",
            "7000000000000000000000000000,9",
            "0,0000000000000000000000000001",
        ] {
            let text = format!("Stopa bezrobocia wynosi ponad {figure} %.");
            assert_eq!(found("pl", &text, ""), [format!("{figure} %")], "{text}");
        }
    }

    #[test]
    fn what_may_be_right_is_left_alone() {
        for text in [
            "Stopa bezrobocia wynosi 24,2 %, czyli 24 %.",
            "Stopa bezrobocia przekracza 24 %; ponad 20 % to dużo: stopa bezrobocia jest tu ponad 23 %.",
            "Stopa bezrobocia w województwie wynosi 9 %.",
            "Stopa bezrobocia w Radomiu wynosi 9 %.",
            "Stopa bezrobocia kobiet wynosi 27 %.",
            "Stopa bezrobocia spadła o 6 %, a w 2016 r. stopa bezrobocia wynosiła 28,2 %.",
            "Jest około 1600 osób bezrobotnych dłużej niż 12 miesięcy i 3012 zarejestrowanych bezrobotnych.",
            "Ponad 3 tys. zarejestrowanych bezrobotnych; co czwarty szuka pracy od lat.",
            "W pierwszej edycji weźmie udział 40 osób długotrwale bezrobotnych.",
        ] {
            assert_eq!(found("pl", text, ""), [""; 0], "{text}");
        }
        assert_eq!(
            found("pl", "", "Budżet projektu to 1,25 mln zł dla 120 osób długotrwale bezrobotnych."),
            [""; 0]
        );
    }

    #[test]
    fn an_absurdly_long_figure_does_not_break_the_check() {
        let figure = "7922816251426433759354395033";
        for text in [
            format!("Stopa bezrobocia wynosi ponad {figure}5 %."),
            format!("Stopa bezrobocia wynosi prawie {figure}5 %."),
            format!("Według E1 stopa bezrobocia to około {figure},5 %."),
            format!("Urząd liczy ponad {figure}5 zarejestrowanych bezrobotnych."),
            format!("Urząd liczy najmniej {} tys. zarejestrowanych bezrobotnych.", &figure[..25]),
        ] {
            assert_eq!(found("pl", &text, "").len(), 1, "{text}");
        }
    }
}
