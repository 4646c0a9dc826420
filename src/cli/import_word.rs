//! `pakt import PAPER.docx`: what was changed in Word. In: the file, the application that it was made of. Out: the smallest
//! edits of the application's files, and what could not be brought back.

use std::io::Read as _;
use std::path::Path;

use clap::ArgMatches;

use super::fix::{changes, write};
use super::inputs::Bundle;
use super::words::wrong;
use super::{Error, Outcome, World, applications, layers, options};
use crate::diagnostic::Level;
use crate::pipeline::{Again, Edition, Options, returned};
use crate::report::{self, Look};
use crate::templates::Library;
use crate::word::{self, Package};
use crate::yaml::{Input, LARGEST_APPLICATION};

/// Brings a paper's changes onto an application.
pub(super) fn run(
    file: &Path,
    bundle: Bundle,
    matches: &ArgMatches,
    world: &mut World,
) -> Result<Outcome, Error> {
    let lang = world.lang;
    let name = file.to_string_lossy().into_owned();
    let bytes = bytes(file)?;
    let damaged = || wrong("import-of-damaged", lang, &[("name", &name)]);
    let package = Package::read(&bytes).ok_or_else(damaged)?;
    let paper = word::read(package.names(), |part| package.text(part)).ok_or_else(damaged)?;
    let Some(map) = &paper.map else { return Err(wrong("import-of-stranger", lang, &[("name", &name)])) };
    let mut settings = options::run(matches, world)?;
    if settings.tags.is_empty() {
        settings.tags.clone_from(&map.tags);
    }
    if map.is_public {
        settings.edition = Edition::Public;
    }
    let templates = matches.get_one::<String>("templates").map(Path::new);
    let (layers, _) = layers::read(templates, &bundle.door, world)?;
    let (library, _) = Library::new(layers);
    let found = {
        let read = |parts: &[Input]| reading(&bundle, parts, &settings, world);
        returned(bundle.parts.clone(), &paper, &Again { read: &read, library: &library })
    };
    let before = reading(&bundle, &bundle.parts, &settings, world);
    let is_written = matches.get_flag("write");
    world.print(&changes(&bundle.parts, &found.parts))?;
    if is_written {
        write(&bundle, &found.parts)?;
    }
    let worst = found.findings.worst();
    let located = before.located(found.findings, before.loaded.sources.clone());
    let colour = options::asked_colour(matches, world);
    world.print(&report::findings(&located, Look { colour, limit: usize::MAX }))?;
    world.print(&closing(found.texts, located.findings.len(), is_written, before.lang))?;
    let is_open = worst >= Some(Level::Warning) || found.texts > 0 && !is_written;
    Ok(applications::found(is_open))
}

/// Reads a file that is not the application's, as long as it is of a size that people make.
fn bytes(file: &Path) -> Result<Vec<u8>, Error> {
    let failed = |source| Error::Input { path: file.to_owned(), source };
    if !file.is_file() {
        return Err(Error::NotFound(file.to_owned()));
    }
    let mut bytes = Vec::new();
    let most = LARGEST_APPLICATION as u64;
    std::fs::File::open(file).map_err(failed)?.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn reading(bundle: &Bundle, parts: &[Input], settings: &Options, world: &World) -> crate::pipeline::Run {
    Bundle { parts: parts.to_vec(), ..bundle.clone() }.run(settings, world)
}

/// Says what came back, and what to type next.
fn closing(texts: usize, findings: usize, is_written: bool, lang: crate::lang::Lang) -> String {
    let counted =
        lang.counted(texts as u64, crate::lang::Noun(["tekst", "teksty", "tekstów"], ["text", "texts"]));
    match (texts, is_written) {
        (0, _) if findings == 0 => {
            lang.pick("Plik Worda nie zmienia wniosku.\n", "The Word file changes nothing.\n").to_owned()
        }
        (0, _) => {
            lang.pick("Nic nie wraca do wniosku.\n", "Nothing comes back to the application.\n").to_owned()
        }
        (_, true) => lang.pick(format!("Wpisano do wniosku: {counted}.\n"), format!("Written: {counted}.\n")),
        (_, false) => lang.pick(
            format!("Do wpisania: {counted}. Nic jeszcze nie zapisano; zapisze to --write.\n"),
            format!("To be written: {counted}. Nothing is written yet; --write does it.\n"),
        ),
    }
}
