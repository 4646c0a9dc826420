//! `pakt watch`: papers that follow what is typed. In: what `build` takes. Out: the same files and reports, again for each
//! application of which a file was saved, until somebody ends it.
//!
//! Whether something was saved is asked of the files themselves, several times a second. Events of the system would come
//! sooner by a blink and not at all from network drives, where these applications lie, so asking would be needed beside
//! them; it costs one look at some thirty files. Only contents count: a file is compared with what was read of it, so that
//! no change is missed within one tick of the clock, and none is seen where a file was saved as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use clap::{ArgMatches, Command};

use super::build::{self, Build};
use super::door::{Look, look};
use super::inputs::{self, Named};
use super::plan::{self, Plan};
use super::set::Stamp;
use super::telling::{Shape, Told};
use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, options};
use crate::lang::Lang;

pub(super) const VERB: Verb = Verb { name: "watch", command, run };

/// How long to wait before files are looked at again.
const PAUSE: Duration = Duration::from_millis(300);
/// How long a time stamp is too young to tell two contents apart: file systems of memory sticks count in two seconds.
const YOUNG: Duration = Duration::from_secs(3);

fn command(lang: Lang) -> Command {
    build::with_arguments(Command::new(VERB.name).about(words("watch", lang)), lang)
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let world = &*world;
    let arguments = inputs::named(matches);
    if arguments.iter().any(|argument| argument == "-") {
        return Err(wrong("watch-of-input", world.lang, &[]));
    }
    let plans = build::plans(matches, world)?;
    let (all, _) = inputs::named_by(&arguments, world);
    build::refuse_same_slug(&all)?;
    plan::refuse_unknown(&plans[0], &all, world)?;
    let shape = Shape::new(matches, world)?;
    let build = Build { shape: &shape, lists: true, jobs: options::asked_jobs(matches, world)?, keeps: true };
    let mut watching =
        Watching { build, plans: &plans, arguments, seen: BTreeMap::new(), told: String::new() };
    loop {
        let (told, errors) = watching.round(world);
        for own in told {
            let lang = own.lang(world);
            let line = format!("{}: {}", own.row.application, own.row.line(lang));
            if let Some(error) = &own.error {
                world.complain(&super::said(error, world.lang));
            }
            world.print_as(&own.page(&shape), shape.may())?;
            world.complain(&line);
        }
        errors.iter().for_each(|error| world.complain(&super::said(error, world.lang)));
        thread::sleep(PAUSE);
    }
}

/// The applications that are watched.
struct Watching<'w> {
    build: Build<'w>,
    plans: &'w [Plan],
    arguments: Vec<OsString>,
    /// What was read of each application for each plan.
    seen: BTreeMap<(String, usize), Seen>,
    /// What was last complained of.
    told: String,
}

impl Watching<'_> {
    /// Builds the applications of which something was saved since the last time.
    fn round(&mut self, world: &World) -> (Vec<Told>, Vec<Error>) {
        let (all, mut errors) = inputs::named_by(&self.arguments, world);
        let said: String = errors.iter().map(|error| error.tell(world.lang)).collect();
        if said == self.told {
            errors.clear();
        }
        self.told = said;
        let mut told = Vec::new();
        let mut left = std::mem::take(&mut self.seen);
        for named in &all {
            for (at, plan) in self.plans.iter().enumerate() {
                let key = (named.name.clone(), at);
                let known = left.remove(&key).map(|mut seen| (seen.is_current(named, plan), seen));
                let seen = match known {
                    Some((true, seen)) => seen,
                    _ => {
                        let listed = listed(named, plan);
                        let (own, made) = self.build.application(named, plan, world);
                        told.push(own);
                        Seen { read: made.read, missed: made.missed, listed, sure: BTreeMap::new() }
                    }
                };
                self.seen.insert(key, seen);
            }
        }
        (told, errors)
    }
}

/// What was read of an application.
struct Seen {
    /// The files, and what was in them.
    read: BTreeMap<PathBuf, Stamp>,
    /// Those that could not be read, as they were then.
    missed: BTreeMap<PathBuf, Look>,
    /// What lay in its folders.
    listed: BTreeSet<PathBuf>,
    /// How files look that are known to hold what was read.
    sure: BTreeMap<PathBuf, Look>,
}

impl Seen {
    /// Tells whether all is as it was read.
    fn is_current(&mut self, named: &Named, plan: &Plan) -> bool {
        self.missed.iter().all(|(path, then)| look(path) == *then)
            && self.listed == listed(named, plan)
            && self.read.iter().all(|(path, stamp)| is_same(path, stamp, &mut self.sure))
    }
}

fn is_same(path: &Path, stamp: &Stamp, sure: &mut BTreeMap<PathBuf, Look>) -> bool {
    let now = look(path);
    if now.is_some() && sure.get(path) == Some(&now) {
        return true;
    }
    let is_same = stamp.is_at(path);
    let age = now.and_then(|(time, _)| time.elapsed().ok());
    if is_same && age.is_some_and(|age| age > YOUNG) {
        sure.insert(path.to_owned(), now);
    }
    is_same
}

/// Returns what lies in an application's folder and among its templates.
fn listed(named: &Named, plan: &Plan) -> BTreeSet<PathBuf> {
    let folder = named.door().folder;
    let entries =
        |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: BTreeSet<PathBuf> = entries(&folder).collect();
    let mut folders: Vec<PathBuf> =
        plan.templates.clone().into_iter().chain([folder.join("templates")]).collect();
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            // Links may lead in rings.
            if path.is_dir() && !path.is_symlink() {
                folders.push(path.clone());
            }
            found.insert(path);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::program;

    const GOOD: &str = include_str!("../../samples/minimal.yaml");
    /// How many changes are saved; so many more with each step of `PAKT_FUZZ`.
    const CHANGES: usize = 30;

    fn scratch() -> PathBuf {
        let folder = std::env::temp_dir().join(format!("pakt-watch-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("w")).expect("the folder can be made");
        folder
    }

    fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(folder).expect("the folder is there").flatten();
        let file = |entry: fs::DirEntry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a file"))
        };
        entries.map(file).collect()
    }

    /// Looks on while changes are saved; returns the files that are there in the end.
    fn watched(
        folder: &Path,
        out: &str,
        changes: &mut dyn FnMut(usize) -> bool,
        count: usize,
    ) -> BTreeMap<String, Vec<u8>> {
        let path = |name: &str| folder.join(name).display().to_string();
        let arguments = [
            "pakt",
            "watch",
            &path("w"),
            "-d",
            "summary",
            "--to",
            "txt,html",
            "--out",
            &path(out),
            "--jobs",
            "1",
        ];
        let matches = program(Lang::Pl).try_get_matches_from(arguments).expect("they are right");
        let (_, matches) = matches.subcommand().expect("a verb");
        let world = World::real();
        let plans = build::plans(matches, &world).expect("they are right");
        let shape = Shape::new(matches, &world).expect("they are right");
        let build = Build { shape: &shape, lists: true, jobs: 1, keeps: true };
        let arguments = inputs::named(matches);
        let mut watching =
            Watching { build, plans: &plans, arguments, seen: BTreeMap::new(), told: String::new() };
        assert_eq!(watching.round(&world).0.len(), 1);
        for at in 0..count {
            let changed = changes(at);
            assert_eq!(watching.round(&world).0.len(), usize::from(changed), "change {at}");
        }
        assert!(watching.round(&world).0.is_empty());
        files(&folder.join(out).join("w"))
    }

    #[test]
    fn saved_changes_end_in_the_bytes_of_one_build() {
        let folder = scratch();
        let main = folder.join("w/pakt.yaml");
        fs::write(&main, GOOD).expect("a file");
        let steps = std::env::var("PAKT_FUZZ").ok().and_then(|steps| steps.parse().ok()).unwrap_or(1_usize);
        let count = CHANGES * steps.clamp(1, 7);
        let mut random = fastrand::Rng::with_seed(7);
        let mut last = GOOD.to_owned();
        let mut save = |at: usize| {
            let whole = GOOD.replacen("title: ", &format!("title: {} ", random.u8(..)), 1);
            let text = match random.u8(..6) {
                _ if at + 1 == count => whole,
                0 => whole[..whole.len() / 2].to_owned(),
                1 => whole.replacen("meta:", "meta: [", 1),
                2 => whole.replace("N1", "N7"),
                3 => last.clone(),
                _ => whole,
            };
            let is_new = text != last;
            last.clone_from(&text);
            fs::write(&main, text).expect("a file");
            is_new
        };
        let followed = watched(&folder, "followed", &mut save, count);
        let fresh = watched(&folder, "fresh", &mut |_| false, 0);
        assert!(followed.len() == 3 && followed == fresh, "{:?}", followed.keys());
        // A part that comes and goes, and a file that is named before it is there.
        let mut others = |at: usize| {
            let part = folder.join("w/style.yaml");
            match at {
                0 => fs::write(&part, "colour: '#336699'\n").expect("a file"),
                1 => return false,
                _ => fs::remove_file(&part).expect("it is there"),
            }
            true
        };
        assert_eq!(watched(&folder, "again", &mut others, 3), fresh);
        fs::remove_dir_all(&folder).expect("the folder can be removed");
    }
}
