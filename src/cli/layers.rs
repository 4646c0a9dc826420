//! Where templates lie on the disk. In: `--templates DIR` and the application's folder. Out: layers.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::printed::shown;
use super::{Error, inputs, style};
use crate::templates::{Layer, Layers, Origin};

/// Reads the user's templates over those the program ships.
pub(super) fn read(asked: Option<&Path>, application: &Path) -> Result<Layers, Error> {
    let mut layers = Vec::new();
    if let Some(folder) = asked {
        if !folder.is_dir() {
            return Err(Error::NotFound(folder.to_owned()));
        }
        layers.push(layer(Origin::Override, folder)?);
    }
    let beside = application.join("templates");
    if beside.is_dir() && asked != Some(beside.as_path()) {
        layers.push(layer(Origin::Beside, &beside)?);
    }
    Ok(Layers::over_shipped(layers))
}

fn layer(origin: Origin, folder: &Path) -> Result<Layer, Error> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    Ok(Layer { origin, root: shown(folder) + "/", files })
}

/// Takes the templates of a folder and the folders in it; what an editor or a system leaves behind
/// (hidden files, other endings) is none.
fn collect(folder: &Path, before: &str, files: &mut BTreeMap<String, String>) -> Result<(), Error> {
    let failed = |source| Error::Input { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{before}{name}/"), files)?;
        } else if before.is_empty() && name == style::FILE {
            // The look lies among the templates and is none.
        } else if name.ends_with(".md") || name.ends_with(".yaml") {
            let text = text(&path).map_err(|source| Error::Input { path: path.clone(), source })?;
            files.insert(format!("{before}{name}"), text);
        }
    }
    Ok(())
}

fn text(path: &Path) -> io::Result<String> {
    String::from_utf8(inputs::read(path)?).map_err(|_| io::ErrorKind::InvalidData.into())
}
