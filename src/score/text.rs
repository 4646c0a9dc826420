//! A score for people. In: `Score`. Out: text, 100 columns where words allow it.

use std::fmt::Write;

use super::seen::{Seen, label, raise};
use super::{CriterionScore, Gender, Score, StageScore, Verdict};
use crate::described::called;
use crate::diagnostic::Place;
use crate::lang::Lang;
use crate::model::Application;
use crate::profile::Nature;
use crate::units::Number;

/// Who reads a sheet of which application.
#[derive(Clone, Copy)]
struct Reader<'run> {
    application: &'run Application,
    lang: Lang,
}

/// Returns the filled sheet of an application as text.
pub fn text(name: &str, score: &Score, application: &Application, lang: Lang) -> String {
    let reader = Reader { application, lang };
    let mut out = String::new();
    let head = lang.pick("ocena wstępna według profilu", "pre-assessment by profile");
    line(&mut out, &format!("{name}: {head} {} ({})", score.profile, score.title.get(lang)));
    if score.stages.is_empty() {
        let none = lang.pick("profil nie zna karty oceny", "the profile knows no sheet of criteria");
        line(&mut out, &format!("  {none}"));
    }
    for own in &score.stages {
        stage(&mut out, own, reader);
    }
    if let Some(own) = &score.gender {
        gender(&mut out, own, reader);
    }
    out
}

fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}

fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Met => lang.pick("spełnione", "met"),
        Verdict::NotMet => lang.pick("niespełnione", "not met"),
        Verdict::Part => lang.pick("spełnione w części", "met in part"),
        Verdict::Open => lang.pick("oceni człowiek", "a person decides"),
        Verdict::Exempt => lang.pick("nie dotyczy", "does not apply"),
    }
}

fn unverified(lang: Lang) -> &'static str {
    lang.pick("niesprawdzone ze źródłem", "not compared with the source")
}

fn stage(out: &mut String, stage: &StageScore, reader: Reader<'_>) {
    let lang = reader.lang;
    let mut head = format!("\n{}: {}", stage.title.get(lang), verdict(stage.verdict, lang));
    if let Some(possible) = stage.possible {
        let sum = format!(
            "{} {} {} {}, {} {}",
            stage.reached.words(lang),
            lang.pick("z", "of"),
            possible.words(lang),
            lang.pick("pkt", "points"),
            lang.pick("do oceny", "still to judge:"),
            stage.open.words(lang),
        );
        let _ = write!(head, " ({sum})");
    }
    if let Some(needed) = stage.needed {
        let _ = write!(head, "; {} {}", lang.pick("próg", "pass mark"), needed.words(lang));
    }
    line(out, &head);
    let source = lang.pick("źródło", "source");
    let doubt = if stage.verified { String::new() } else { format!(" – {}", unverified(lang)) };
    line(out, &format!("  {source}: {}{doubt}", stage.source));
    let note = stage.note.get(lang);
    if !note.is_empty() {
        line(out, &format!("  {note}"));
    }
    for own in &stage.criteria {
        criterion(out, own, reader);
    }
}

fn criterion(out: &mut String, criterion: &CriterionScore, reader: Reader<'_>) {
    let lang = reader.lang;
    let mut head = format!("  {}: {}", criterion.title.get(lang), verdict(criterion.verdict, lang));
    let points = |points: Option<Number>| points.map_or_else(|| "?".to_owned(), |own| own.words(lang));
    if criterion.possible.is_some() {
        let (of, unit) = (lang.pick("z", "of"), lang.pick("pkt", "points"));
        let _ = write!(head, " ({} {of} {} {unit}", points(criterion.reached), points(criterion.possible));
        if let Some(min) = criterion.min {
            let _ = write!(head, ", {} {}", lang.pick("minimum", "at least"), min.words(lang));
        }
        head.push(')');
    }
    if criterion.nature == Nature::Premium {
        head.push_str(lang.pick(" – premiujące", " – on top"));
    }
    if !criterion.fields.is_empty() {
        let _ = write!(head, " [{}: {}]", lang.pick("pola", "fields"), criterion.fields.join(", "));
    }
    line(out, &head);
    for own in &criterion.seen {
        seen(out, own, reader);
    }
}

fn seen(out: &mut String, seen: &Seen, reader: Reader<'_>) {
    let lang = reader.lang;
    let state = match (seen.there.is_empty(), seen.missing.is_empty(), seen.unsure.is_empty()) {
        (false, true, true) => lang.pick("jest", "there"),
        (true, true, _) => lang.pick("nie da się stwierdzić", "cannot be told"),
        (false, ..) => lang.pick("w części", "in part"),
        (true, ..) => lang.pick("brak", "missing"),
    };
    let at = match places(&seen.there, reader) {
        none if none.is_empty() => none,
        there => format!(" – {there}"),
    };
    line(out, &format!("    {state}: {}{at}", label(seen.check, lang)));
    if !seen.missing.is_empty() {
        let lacking = lang.pick("brakuje", "missing");
        let names: Vec<&str> = seen.lacking.iter().map(|name| name.get(lang)).collect();
        let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join("; ")) };
        let missing = places(&seen.missing, reader);
        line(out, &format!("      {lacking}: {missing}{names} – {}", raise(seen.check, lang)));
    }
    if !seen.unsure.is_empty() {
        let words = lang.pick("oceni człowiek", "a person decides");
        line(out, &format!("      {words}: {}", places(&seen.unsure, reader)));
    }
}

/// Returns the first three places in the words of the form and how many more there are.
fn places(places: &[Place], reader: Reader<'_>) -> String {
    let shown = places.iter().take(3).map(|place| called(reader.application, place, reader.lang));
    let shown: Vec<String> = shown.collect();
    let more = places.len().saturating_sub(shown.len());
    let more = if more > 0 { format!(" +{more}") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

fn gender(out: &mut String, gender: &Gender, reader: Reader<'_>) {
    let lang = reader.lang;
    let title = lang
        .pick("Standard minimum równości kobiet i mężczyzn", "Minimum standard of equality of women and men");
    let mut head = format!(
        "\n{title}: {} ({} {} {} {})",
        verdict(gender.verdict, lang),
        gender.reached.words(lang),
        lang.pick("z", "of"),
        gender.possible.words(lang),
        lang.pick("pkt", "points"),
    );
    if let Some(pass) = gender.pass {
        let _ = write!(head, "; {} {}", lang.pick("próg", "pass mark"), pass.words(lang));
    }
    if !gender.verified {
        let _ = write!(head, " – {}", unverified(lang));
    }
    line(out, &head);
    for answer in &gender.answers {
        let state = if answer.answered { lang.pick("jest", "there") } else { lang.pick("brak", "missing") };
        let points = answer.points.words(lang);
        let unit = lang.pick("pkt", "points");
        let (title, at) = (answer.title.get(lang), called(reader.application, &answer.place, lang));
        line(out, &format!("    {state}: {title} – {at} ({points} {unit})"));
    }
}
