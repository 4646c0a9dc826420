//! A call's own file and the files it extends. In: a path and who reads it. Out: `Profile`; every fault
//! is told at its place in the file, and what cannot be read is left to the shipped profile below.

use super::computable;
use super::contradictions;
use super::demands::ProfilePart;
use super::faults::fault;
use super::link::{Link, Reading};
use super::shipped::of_parts;
use super::{BASE, Profile, ids, named};
use super::{codes, repaired};
use crate::catalogue::Label;
use crate::described::At;
use crate::diagnostic::{Findings, Patch, Place, Span};
use crate::joining;
use crate::reading;
use crate::source::Sources;
use crate::words;
use crate::yaml::Input;

/// How many files may stand over each other.
const LONGEST: usize = 16;

/// A call's own file, as somebody names it.
#[derive(Clone, Debug)]
pub struct Named<'n> {
    /// The path as `Files` reads it.
    pub path: &'n str,
    /// The path as messages show it.
    pub shown: &'n str,
    /// The shipped profile that it extends when it names none.
    pub base: &'n str,
    /// Where it is named; the root when the command line does.
    pub place: Place,
}

/// A call's own file, read with all it extends.
#[derive(Clone, Debug)]
pub struct Own {
    /// What the call demands.
    pub profile: Profile,
    /// What says on which shipped profile it stands.
    pub ground: Ground,
}

/// What says on which shipped profile a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Its own `extends`, or that of a file below it.
    Said,
    /// Whoever reads it: no file says.
    Given,
}

/// Returns the path of the file that `call.file` names, seen from the application; tells a fault where it is
/// no relative path of a YAML file.
pub fn path(written: At<'_, String>, findings: &mut Findings) -> Option<String> {
    let path = joining::path("", &written);
    if path.is_none() {
        findings.push(fault("CALL-03", (written.here(), None), &[("path", &written)]));
    }
    path
}

/// Reads a call's own file with all it extends.
pub fn own(file: &Named<'_>, reading: Reading<'_>, sources: &mut Sources, findings: &mut Findings) -> Own {
    let (chain, base) = chain(file, reading, sources, findings);
    let says = |link: &Link| link.part.value.extends.as_deref().is_some_and(|id| !id.trim().is_empty());
    let ground = if chain.last().is_some_and(says) { Ground::Said } else { Ground::Given };
    for link in &chain {
        codes::check(link, &chain, &base, reading, findings);
        contradictions::check(link, sources, findings);
        computable::check(link, &chain, &base, findings);
    }
    let indicators = repaired::known_indicators(&chain);
    let parts = chain.into_iter().map(|link| repaired::known(whole(link), &indicators));
    let parts: Vec<ProfilePart> = parts.collect();
    let shipped = || named(&base).or_else(|| named(BASE)).expect("the base profile is shipped").clone();
    let profile = if parts.is_empty() {
        shipped()
    } else {
        of_parts(parts, base.clone()).unwrap_or_else(|_| shipped())
    };
    Own { profile, ground }
}

/// Reads file after file until one extends a shipped profile; returns them, the topmost first, and its id.
fn chain(
    file: &Named<'_>,
    reading: Reading<'_>,
    sources: &mut Sources,
    findings: &mut Findings,
) -> (Vec<Link>, String) {
    let mut chain: Vec<Link> = Vec::new();
    let mut next = (file.path.to_owned(), file.shown.to_owned(), (file.place.clone(), None));
    loop {
        let (path, shown, at) = next;
        let bytes = match reading.files.read(&path) {
            Ok(bytes) => bytes,
            Err(reason) => {
                findings.push(fault("CALL-02", at, &[("path", &shown)]).with("reason", reason));
                return (chain, file.base.to_owned());
            }
        };
        let part = reading::part(Input { name: shown.clone(), bytes }, sources, findings);
        let link = Link { path, shown, part };
        check_id(&link, findings);
        let extended = extended(&link, &chain, file, findings);
        chain.push(link);
        match extended {
            Extended::Shipped(id) => return (chain, id),
            Extended::File { path, shown, at } => next = (path, shown, at),
        }
    }
}

/// What a file extends.
enum Extended {
    /// A shipped profile.
    Shipped(String),
    /// Another file, named at a place.
    File { path: String, shown: String, at: (Place, Option<Span>) },
}

fn extended(link: &Link, above: &[Link], file: &Named<'_>, findings: &mut Findings) -> Extended {
    let base = file.base;
    let Some(written) = link.part.value.extends.as_deref().map(str::trim).filter(|id| !id.is_empty()) else {
        return Extended::Shipped(base.to_owned());
    };
    let at = link.at(Place::parse("extends"));
    let ends = |end: &str| written.to_lowercase().ends_with(end);
    if ends(".yaml") || ends(".yml") || written.contains(['/', '\\']) {
        let beside = |of: &str| joining::path(of.rsplit_once('/').map_or("", |(folder, _)| folder), written);
        let Some((path, shown)) = beside(&link.path).zip(beside(&link.shown)) else {
            findings.push(fault("CALL-03", at, &[("path", written)]));
            return Extended::Shipped(base.to_owned());
        };
        let files = above.iter().chain([link]);
        let names: Vec<&str> = files.clone().map(|own| own.shown.as_str()).chain([shown.as_str()]).collect();
        let code = if files.clone().any(|other| other.path == path) { "CALL-05" } else { "CALL-17" };
        if code == "CALL-05" || names.len() > LONGEST {
            let (chain, most) = (names.join(" → "), LONGEST.to_string());
            let values = [("path", shown.as_str()), ("chain", &chain), ("most", &most)];
            findings.push(fault(code, at, &values));
            return Extended::Shipped(base.to_owned());
        }
        return Extended::File { path, shown, at };
    }
    if named(written).is_none() {
        let all = ids().collect::<Vec<_>>().join(", ");
        let near = words::meant(written, ids());
        let suggestion = near.unwrap_or_else(|| words::closest(written, ids()));
        let values = [("value", written), ("suggestion", suggestion), ("all", &all)];
        let mut finding = fault("CALL-04", at, &values);
        finding.patch = near.zip(finding.span).map(|(id, span)| Patch::form(span, id));
        findings.push(finding);
        return Extended::Shipped(near.unwrap_or(base).to_owned());
    }
    let is_said = above.is_empty() && !file.place.steps().is_empty();
    if is_said && base != BASE && written != base {
        findings.push(fault("CALL-14", at, &[("value", written), ("profile", base)]));
    }
    Extended::Shipped(written.to_owned())
}

fn check_id(link: &Link, findings: &mut Findings) {
    let id = link.part.value.id.as_str();
    if named(id).is_some() {
        let other = file_id(&link.shown);
        let values = [("id", id), ("suggestion", other.as_str())];
        findings.push(fault("CALL-06", link.at(Place::parse("id")), &values));
    }
}

/// Returns a file's part with what it may leave out.
fn whole(link: Link) -> ProfilePart {
    let file = link.shown.rsplit(['/', '\\']).next().unwrap_or(&link.shown).to_owned();
    let mut part = link.part.value;
    part.criteria.iter_mut().for_each(|sheet| computable::mark(sheet, &link.part.tree));
    if part.id.is_empty() || named(&part.id).is_some() {
        part.id = file_id(&link.shown);
    }
    if part.title == Label::default() {
        part.title = Label { pl: file.clone(), en: file.clone() };
    }
    if part.source.is_empty() {
        part.source = file;
    }
    part
}

/// Returns the id of a file that names none: its name, with the ending where a shipped profile is called so.
fn file_id(path: &str) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if named(stem).is_some() { file.to_owned() } else { stem.to_owned() }
}

#[cfg(test)]
mod tests;
