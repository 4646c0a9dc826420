//! The papers of one application as a set. In: files to be written, what they are made of. Out: the files, and
//! last of all the list of them, so that a set is whole or is seen not to be.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Error, output};

/// The list's name, in the folder of the set.
pub(super) const LIST: &str = "manifest.json";

/// A set of papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Set {
    /// What the papers of the last run are made of.
    pub(super) made_of: MadeOf,
    /// What the last run was asked for.
    pub(super) asked: Asked,
    /// The files, by their path in the folder.
    pub(super) outputs: BTreeMap<String, Output>,
    /// Files of earlier runs that a whole run makes no longer and nobody has changed since.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) left: BTreeMap<String, Stamp>,
}

/// What decides about the bytes of papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MadeOf {
    /// The program's version.
    pub(super) pakt: String,
    /// The id of the call's profile.
    pub(super) profile: String,
    /// `full` or `public`.
    pub(super) edition: String,
    /// Whether it is a draft.
    pub(super) draft: bool,
    /// The day of the check, where the run gave one.
    pub(super) date: Option<String>,
    /// The variant.
    pub(super) tags: Vec<String>,
    /// The files that were read, by their path seen from the application's folder.
    pub(super) inputs: BTreeMap<String, Stamp>,
}

/// What a run was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Asked {
    /// Documents; none named means those of the stage and the profile.
    pub(super) documents: Vec<String>,
    /// Forms of files.
    pub(super) formats: Vec<String>,
    /// Languages; none named means the application's.
    pub(super) languages: Vec<String>,
}

/// A file of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Output {
    #[serde(flatten)]
    stamp: Stamp,
    /// What it is made of, as SHA-256 of [`MadeOf`]; left out where that is what the list says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_of: Option<String>,
}

/// What tells one file from another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// Its length.
    bytes: u64,
    /// Its SHA-256, in hexadecimal digits.
    sha256: String,
}

impl Stamp {
    /// Returns the stamp of a file's bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len() as u64, sha256: sha256(bytes) }
    }

    /// Tells whether the file that lies there is this one.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        let length = fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|data| data.len());
        length == Some(self.bytes) && fs::read(path).is_ok_and(|bytes| sha256(&bytes) == self.sha256)
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl MadeOf {
    fn digest(&self) -> String {
        sha256(&serde_json::to_vec(self).unwrap_or_default())
    }
}

/// Whether a run makes all papers that the stage and the profile offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// It does, and knows which files of earlier runs nothing makes any more.
    Whole,
    /// As before, and those files go.
    Clean,
    /// It makes some of them.
    Some,
}

/// What a run has written.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// The files, in order.
    pub(super) files: Vec<PathBuf>,
    /// Files of earlier runs that lie there still.
    pub(super) left: Vec<PathBuf>,
    /// Files of earlier runs that were removed.
    pub(super) removed: Vec<PathBuf>,
}

impl Set {
    /// Reads the list of a folder; `None` where there is none that can be read.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(LIST)).ok()?).ok()
    }

    /// Writes files, by their path in the folder, and after the last of them the list.
    pub(super) fn write(
        made_of: MadeOf,
        asked: Asked,
        (folder, extent): (&Path, Extent),
        files: &[(String, &[u8])],
    ) -> Result<Written, Error> {
        let before = Self::read(folder).unwrap_or_default();
        output::forget_torn(folder);
        let mut written = Written::default();
        for (name, bytes) in files {
            let path = folder.join(name);
            output::write(&path, bytes)?;
            written.files.push(path);
        }
        let mut set = Self { made_of, asked, ..Self::default() };
        set.keep(before, extent);
        for (name, bytes) in files {
            set.left.remove(name);
            set.outputs.insert(name.clone(), Output { stamp: Stamp::of(bytes), made_of: None });
        }
        set.left.retain(|name, stamp| stamp.is_at(&folder.join(name)));
        let left = set.left.keys().map(|name| folder.join(name)).collect();
        if extent == Extent::Clean {
            written.removed = left;
            written.removed.iter().for_each(|path| remove(folder, path));
            set.left.clear();
        } else if extent == Extent::Whole {
            written.left = left;
        }
        if !set.outputs.is_empty() {
            let list = serde_json::to_vec_pretty(&set).map_err(io::Error::other);
            let path = folder.join(LIST);
            let failed = |source| Error::Output { path: path.clone(), source };
            output::write(&path, &[list.map_err(failed)?, b"\n".to_vec()].concat())?;
        }
        Ok(written)
    }

    /// Takes over the files of an earlier run.
    fn keep(&mut self, before: Self, extent: Extent) {
        let (own, others) = (self.made_of.digest(), before.made_of.digest());
        self.left = before.left;
        for (name, output) in before.outputs {
            if extent == Extent::Some {
                let made_of = output.made_of.unwrap_or_else(|| others.clone());
                let made_of = Some(made_of).filter(|made_of| *made_of != own);
                self.outputs.insert(name, Output { made_of, ..output });
            } else {
                self.left.insert(name, output.stamp);
            }
        }
    }

    /// Returns in which ways a folder differs from the list, by path.
    pub(super) fn differences(&self, folder: &Path) -> BTreeMap<String, Difference> {
        let mut found: BTreeMap<String, Difference> = files(folder)
            .into_iter()
            .filter(|name| name != LIST)
            .map(|name| (name, Difference::Unlisted))
            .collect();
        for (name, output) in &self.outputs {
            let path = folder.join(name);
            match found.remove(name) {
                None => found.insert(name.clone(), Difference::Missing),
                Some(_) if !output.stamp.is_at(&path) => found.insert(name.clone(), Difference::Changed),
                Some(_) if output.made_of.is_some() => found.insert(name.clone(), Difference::Older),
                Some(_) => None,
            };
        }
        for (name, stamp) in &self.left {
            if found.contains_key(name) && stamp.is_at(&folder.join(name)) {
                found.insert(name.clone(), Difference::Left);
            }
        }
        found
    }
}

/// In which way a file differs from the list of its set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Difference {
    /// The list names it, and it is not there.
    Missing,
    /// It holds other bytes.
    Changed,
    /// It is made of other inputs, or in another way, than the papers of the last run.
    Older,
    /// It is one of an earlier run's, and no longer made.
    Left,
    /// The list does not name it.
    Unlisted,
}

/// Returns the paths of all files in a folder and the folders in it, sorted; links are not followed, and a folder with a
/// list of its own is another set.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, before)) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && entry.path().join(LIST).is_file() => {}
                Ok(kind) if kind.is_dir() => folders.push((entry.path(), format!("{name}/"))),
                _ => found.push(name),
            }
        }
    }
    found.sort();
    found
}

/// Removes a file, and the folders above it that are empty then, up to the set's.
fn remove(set: &Path, path: &Path) {
    let mut above = fs::remove_file(path).ok().and_then(|()| path.parent());
    while let Some(folder) = above.filter(|folder| *folder != set && folder.starts_with(set)) {
        above = fs::remove_dir(folder).ok().and_then(|()| folder.parent());
    }
}
