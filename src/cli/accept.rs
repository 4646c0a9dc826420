//! `pakt accept CODE PLACE --because …`: a finding that the authors stand by, written into the application. In: a finding,
//! a reason. Out: the file with one line more; everything else in it stays.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::inputs::{self, Bundle};
use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, fix, options};
use crate::diagnostic::Span;
use crate::edit::{self, Listed};
use crate::lang::Lang;
use crate::pipeline::Run;
use crate::report::{self, Checked};
use crate::source::Value;
use crate::yaml::Input;

pub(super) const VERB: Verb = Verb { name: "accept", command, run };

/// The section that holds what is accepted.
const SECTION: &str = "accept";

fn command(lang: Lang) -> Command {
    let code = Arg::new("code").value_name(lang.pick("KOD", "CODE")).required(true);
    let place = Arg::new("place").value_name(lang.pick("MIEJSCE", "PLACE")).required(true);
    let because = Arg::new("because").long("because").value_name(lang.pick("POWÓD", "REASON")).required(true);
    let input = Arg::new("inputs").value_name(lang.pick("WNIOSEK", "APPLICATION"));
    Command::new(VERB.name)
        .about(words("accept", lang))
        .arg(code.help(words("accept/code", lang)))
        .arg(place.help(words("accept/place", lang)))
        .arg(input.value_parser(value_parser!(std::ffi::OsString)).help(words("inputs", lang)))
        .arg(because.help(words("accept/--because", lang)))
        .args(options::checking(lang))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let (world, lang) = (&*world, world.lang);
    let settings = options::run(matches, world)?;
    let told = |name| matches.get_one::<String>(name).map(|text| text.trim()).unwrap_or_default();
    let (code, place, because) = (told("code"), told("place"), told("because"));
    if because.is_empty() {
        return Err(wrong("accept-without-reason", lang, &[]));
    }
    let (bundles, errors) = inputs::gather(&inputs::named(matches), world);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let [bundle] = bundles.as_slice() else {
        let name =
            inputs::named(matches).iter().map(|name| name.to_string_lossy().into_owned()).collect::<String>();
        let count = bundles.len().to_string();
        return Err(wrong("several-applications", lang, &[("name", &name), ("count", &count)]));
    };
    if bundle.paths.is_empty() {
        return Err(wrong("fix-of-input", lang, &[]));
    }
    let said = |text: &str| serde_json::to_string(text).expect("a text always serialises");
    let at = if place.is_empty() { String::new() } else { format!("place: {}, ", said(place)) };
    let entry = format!("{{rule: {code}, {at}because: {}}}", said(because));
    let values = [("code", code), ("place", place), ("entry", &entry)];
    let before = bundle.run(&settings, world);
    let known = fix::look(bundle, &bundle.parts, &settings, world);
    if count(&known, code) == 0 {
        return Err(wrong("accept-nothing", lang, &values));
    }
    let parts = with_entry(&before, bundle, &entry).filter(|parts| {
        let after = fix::look(bundle, parts, &settings, world);
        count(&after, code) < count(&known, code) && is_nothing_new(&known, &after)
    });
    let parts = parts.ok_or_else(|| wrong("accept-refused", lang, &values))?;
    world.print(&fix::changes(&bundle.parts, &parts))?;
    fix::write(bundle, &parts)?;
    Ok(Outcome::Clean)
}

fn count(checked: &Checked, code: &str) -> usize {
    checked.findings.iter().filter(|found| found.diagnostic.code == code).count()
}

/// Tells whether a text has no fault that the former one had not.
fn is_nothing_new(before: &Checked, after: &Checked) -> bool {
    let known = report::fingerprints(before);
    report::fingerprints(after).iter().all(|print| known.contains(print))
}

/// Returns the files with one entry more among what is accepted; `None` where there is no place for it.
fn with_entry(run: &Run, bundle: &Bundle, entry: &str) -> Option<Vec<Input>> {
    let node = run.loaded.tree.entry(SECTION, |_, _| false).map(|own| &own.node);
    let (file, listed) = match node {
        None => (0, Listed::Nowhere),
        Some(node) => match &node.value {
            Value::List(items) if !items.is_empty() => {
                let Span { file, from, to } = items.last()?.span;
                (file, Listed::Last(from, to))
            }
            _ => (node.span.file, Listed::Empty(node.span.from, node.span.to)),
        },
    };
    // What is shared by several applications is not this one's to change.
    let source = run.loaded.sources.files.get(file)?;
    let at = bundle.parts.iter().position(|part| part.name == source.name)?;
    let edit = edit::with_entry(&source.text, SECTION, listed, entry)?;
    let mut parts = bundle.parts.clone();
    parts[at].bytes = edit::edited(&parts[at].bytes, &[edit])?;
    Some(parts)
}
