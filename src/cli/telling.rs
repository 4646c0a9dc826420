//! What a run says of its applications, one after another. In: what was found in each. Out: reports that grow, a sign
//! of life, a table at the end, and how the run ends.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::growing::Growing;
use super::printed::{May, tame};
use super::progress::Progress;
use super::{Error, Outcome, World, applications, baseline, options, step};
use crate::diagnostic::Level;
use crate::lang::Lang;
use crate::pipeline::{Options, Run};
use crate::report::{self, BatchRow, Checked, Format, Look, Piece, Stream, Tally};

/// How reports say what was found; the threads that find it share this.
pub(super) struct Shape {
    fail_on: Option<Level>,
    /// Whether a person is told only what decides how the run ends.
    pub(super) is_quiet: bool,
    /// The forms: of the standard output, then of the files.
    forms: Vec<(Format, Look)>,
    with_step: bool,
    /// The fingerprints of what is known.
    known: Option<BTreeSet<String>>,
}

/// What is said of one application.
#[derive(Default)]
pub(super) struct Told {
    /// What stands before the findings where a person reads.
    pub(super) before: String,
    /// What stands after them; of a single application, after all else.
    pub(super) after: String,
    pub(super) row: BatchRow,
    /// What could not be done.
    pub(super) error: Option<Error>,
    pieces: Vec<Piece>,
    tally: Option<Tally>,
    reached: bool,
    step: String,
}

impl Shape {
    pub(super) fn new(matches: &ArgMatches, world: &World) -> Result<Self, Error> {
        let limit = matches.get_one::<usize>("limit").copied();
        let limit = limit.filter(|limit| *limit > 0).unwrap_or(usize::MAX);
        // Programs are told all, unless somebody asks for less.
        let is_asked = matches.value_source("limit") == Some(ValueSource::CommandLine);
        let form = |format, colour| {
            let limit = if format == Format::Text || is_asked { limit } else { usize::MAX };
            (format, Look { colour, limit })
        };
        let mut forms = vec![form(options::format(matches, world)?, options::asked_colour(matches, world))];
        let files = options::reports(matches, world.lang)?;
        forms.extend(files.iter().map(|(format, _)| form(*format, false)));
        let with_step = forms[0].0 == Format::Github && step::file(world).is_some();
        let known = matches.get_one::<PathBuf>("baseline").map(|path| baseline::read(path, world.lang));
        let (fail_on, is_quiet) = (options::fail_on(matches), options::is_quiet(matches));
        Ok(Self { fail_on, is_quiet, forms, with_step, known: known.transpose()? })
    }

    /// Leaves out what is known.
    pub(super) fn new_of(&self, run: &Run, checked: Checked) -> Checked {
        match &self.known {
            Some(known) => run.only_new(checked, |print| known.contains(print)),
            None => checked,
        }
    }

    /// Returns what the standard output may do besides saying.
    pub(super) fn may(&self) -> May {
        may(self.forms[0].0, self.forms[0].1)
    }

    /// Tells whether a person reads the standard output.
    pub(super) fn is_text(&self) -> bool {
        self.forms[0].0 == Format::Text
    }

    /// Tells whether what was found decides about the exit code.
    pub(super) fn is_reached(&self, checked: &Checked) -> bool {
        let reaches = |least| checked.findings.iter().any(|own| own.diagnostic.level >= least);
        self.fail_on.is_some_and(reaches)
    }

    /// Says what was found in an application, and of that to a person only what is `told`.
    pub(super) fn told(&self, all: &Checked, told: &Checked) -> Told {
        let shown = match self.is_quiet {
            true => Cow::Owned(told.from_level(self.fail_on)),
            false => Cow::Borrowed(told),
        };
        // A file holds all that was found.
        let piece = |(at, (format, look)): (usize, &(Format, Look))| {
            report::piece(*format, *look, all, if at == 0 { &shown } else { all })
        };
        let tally = Tally::of(all);
        Told {
            pieces: self.forms.iter().enumerate().map(piece).collect(),
            row: BatchRow::of(&tally),
            tally: Some(tally),
            reached: self.is_reached(all),
            step: if self.with_step { report::step(all) } else { String::new() },
            ..Told::default()
        }
    }
}

impl Told {
    /// Says that nothing could be made of an application.
    pub(super) fn failed(name: &str, error: Error) -> Self {
        let row = BatchRow { application: name.to_owned(), failed: true, ..BatchRow::default() };
        Self { row, error: Some(error), ..Self::default() }
    }

    /// Returns the language of its report.
    pub(super) fn lang(&self, world: &World) -> Lang {
        self.tally.as_ref().map_or(world.lang, |tally| tally.lang)
    }

    /// Returns all that is said of it on the standard output, as if it were the only one.
    pub(super) fn page(self, shape: &Shape) -> String {
        let (format, look) = shape.forms[0];
        let mut stream = Stream::new(format, look);
        let said = self.pieces.into_iter().next().map(|piece| stream.add(piece)).unwrap_or_default();
        let (begin, end) = (stream.begin(), stream.end(self.tally.as_slice(), Lang::default()));
        match format {
            Format::Text => self.before + &said + &self.after,
            _ => begin + &said + &end,
        }
    }

    /// Says how long it took.
    pub(super) fn after(mut self, took: Duration) -> Self {
        self.row.seconds = took.as_secs_f64();
        self
    }
}

/// The reports of a run.
pub(super) struct Telling<'s> {
    shape: &'s Shape,
    settings: &'s Options,
    out: Stream,
    files: Vec<(Stream, Growing)>,
    table: Option<Growing>,
    tallies: Vec<Tally>,
    rows: Vec<BatchRow>,
    errors: Vec<Error>,
    reached: bool,
    after: String,
    step: String,
    progress: Progress,
    all: usize,
}

impl<'s> Telling<'s> {
    /// Begins the reports of so many applications.
    pub(super) fn begin(
        (shape, settings): (&'s Shape, &'s Options),
        matches: &ArgMatches,
        world: &World,
        all: usize,
    ) -> Result<Self, Error> {
        let mut files = Vec::new();
        let paths = options::reports(matches, world.lang)?;
        for ((format, look), (_, path)) in shape.forms[1..].iter().zip(&paths) {
            let mut file = Growing::open(path.as_ref())?;
            let stream = Stream::new(*format, *look);
            file.write(&tame(&stream.begin(), may(*format, *look)))?;
            files.push((stream, file));
        }
        let table =
            matches.get_one::<String>("table").map(|path| Growing::open(Path::new(path))).transpose()?;
        let (format, look) = shape.forms[0];
        let out = Stream::new(format, look);
        world.print_as(&out.begin(), may(format, look))?;
        let is_told = shape.is_text() && !shape.is_quiet && all > 1;
        let progress = if is_told { Progress::of(all, world) } else { Progress::none() };
        Ok(Self {
            shape,
            settings,
            out,
            files,
            table,
            tallies: Vec::new(),
            rows: Vec::new(),
            errors: Vec::new(),
            reached: false,
            after: String::new(),
            step: String::new(),
            progress,
            all,
        })
    }

    /// Says what was found in the next application.
    pub(super) fn add(&mut self, told: Told, world: &World) -> Result<(), Error> {
        let lang = told.lang(world);
        let is_text = self.shape.is_text();
        let mut pieces = told.pieces.into_iter();
        let (format, look) = self.shape.forms[0];
        let own = pieces.next().map(|piece| self.out.add(piece)).unwrap_or_default();
        for (piece, (stream, file)) in pieces.zip(&mut self.files) {
            let (format, look) = (stream.format(), stream.look());
            file.write(&tame(&stream.add(piece), may(format, look)))?;
        }
        let mut said = if is_text { told.before } else { String::new() } + &own;
        match self.all {
            1 => self.after = told.after,
            _ if is_text => said += &told.after,
            _ => {}
        }
        self.progress.hide(|| world.print_as(&said, may(format, look)))?;
        self.progress.next(&told.row, told.error.as_ref(), lang, world);
        self.reached |= told.reached;
        self.tallies.extend(told.tally);
        self.rows.push(told.row);
        self.errors.extend(told.error);
        if self.step.len() + told.step.len() <= step::MOST {
            self.step += &told.step;
        }
        Ok(())
    }

    /// Returns the language of what is said of all applications: the one that their reports are in, or else the run's.
    pub(super) fn lang(&self) -> Lang {
        let own = self.tallies.first().map(|first| first.lang);
        self.settings.report_lang(own.filter(|lang| self.tallies.iter().all(|tally| tally.lang == *lang)))
    }

    /// Ends the reports and tells what could not be worked on.
    pub(super) fn end(self, mut errors: Vec<Error>, world: &World) -> Result<Outcome, Error> {
        let lang = self.lang();
        self.progress.end();
        for (stream, mut file) in self.files {
            file.write(&tame(&stream.end(&self.tallies, lang), may(stream.format(), stream.look())))?;
            file.end()?;
        }
        let (format, look) = self.shape.forms[0];
        if !(self.shape.is_quiet && self.shape.is_text()) {
            world.print_as(&self.out.end(&self.tallies, lang), may(format, look))?;
        }
        if self.shape.is_text() {
            world.print(&self.after)?;
            if self.rows.len() > 1 && !self.shape.is_quiet {
                world.complain(report::batch_text(&self.rows, lang).trim_end());
            }
        }
        if let Some(mut table) = self.table {
            table.write(&report::batch_json(&self.rows))?;
            table.end()?;
        }
        if self.shape.with_step {
            step::append(world, &(report::batch_markdown(&self.rows, lang) + &self.step))?;
        }
        errors.extend(self.errors);
        Ok(applications::outcome(world, &errors, applications::found(self.reached)))
    }
}

/// Returns what a report may do besides saying.
fn may(format: Format, look: Look) -> May {
    match format {
        Format::Text if look.colour => May::Colour,
        Format::Github => May::Command,
        _ => May::Say,
    }
}
