//! Heads and feet of a file whose look others take. In: its package, its sections. Out: `Running`s, with the pictures in them.

use super::package::Package;
use super::unfit::{Relation, Unfit, relations};
use super::xml::{Element, tree};

/// Fields that fetch something or run it.
const FETCHING: [&str; 8] =
    ["dde", "ddeauto", "includepicture", "includetext", "link", "import", "macrobutton", "database"];

/// Forms of pictures, by their endings.
const PICTURES: [(&str, &str); 9] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("svg", "image/svg+xml"),
    ("emf", "image/x-emf"),
    ("wmf", "image/x-wmf"),
    ("bmp", "image/bmp"),
    ("tiff", "image/tiff"),
];

/// A head or a foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// `header` or `footer`.
    pub what: &'static str,
    /// `default`, `first` or `even`: the pages on which it stands.
    pub which: String,
    /// The part.
    pub markup: String,
    /// Links by the ids of their relations.
    pub links: Vec<(String, String)>,
    /// Pictures by the ids of their relations.
    pub pictures: Vec<(String, Picture)>,
}

/// A picture of a head or a foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The ending of its name.
    pub ending: &'static str,
    /// Its form.
    pub kind: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Reads the heads and feet of the last section; what it does not name is as in the one before it.
pub(super) fn read(
    package: &Package,
    sections: &[&Element],
    known: &[Relation],
) -> Result<Vec<Running>, Unfit> {
    let mut found: Vec<Running> = Vec::new();
    for reference in sections.iter().flat_map(|section| section.elements()) {
        let what = match reference.name.as_str() {
            "headerReference" => "header",
            "footerReference" => "footer",
            _ => continue,
        };
        let which = reference.attribute("type").unwrap_or("default").to_owned();
        let id = reference.attribute("id").unwrap_or_default();
        let Some(relation) = known.iter().find(|relation| relation.id == id && !relation.is_outside) else {
            continue;
        };
        let own = part(package, what, which, &relation.target)?;
        found.retain(|other| (other.what, &other.which) != (own.what, &own.which));
        found.push(own);
    }
    found.sort_by(|one, other| (one.what, &one.which).cmp(&(other.what, &other.which)));
    Ok(found)
}

fn part(package: &Package, what: &'static str, which: String, name: &str) -> Result<Running, Unfit> {
    let markup = package.text(name).ok_or(Unfit::Damaged)?.to_owned();
    let root = tree(&markup).ok_or(Unfit::Damaged)?;
    let foreign = |thing: &str| Unfit::Foreign(name.to_owned(), thing.to_owned());
    if let Some(field) = fetching(&root) {
        return Err(foreign(&field));
    }
    let mut own = Running { what, which, markup, links: Vec::new(), pictures: Vec::new() };
    for Relation { id, kind, target, is_outside } in relations(package, name) {
        match (kind.as_str(), is_outside) {
            ("hyperlink", true) => own.links.push((id, target)),
            ("image", false) => {
                let ending = target.rsplit('.').next().unwrap_or_default().to_lowercase();
                let ending = if ending == "tif" { "tiff" } else { &*ending };
                let form = PICTURES.iter().find(|(known, _)| *known == ending);
                let (ending, kind) = form.ok_or_else(|| foreign(&target))?;
                let bytes = package.bytes(&target).ok_or(Unfit::Damaged)?.to_vec();
                own.pictures.push((id, Picture { ending, kind, bytes }));
            }
            _ => return Err(foreign(&kind)),
        }
    }
    Ok(own)
}

/// Returns the first field that fetches something or runs it; instructions may be cut into several runs.
fn fetching(root: &Element) -> Option<String> {
    let mut said = String::new();
    instructions(root, &mut said);
    let mut words = said.split(|sign: char| !sign.is_ascii_alphabetic());
    words.find(|word| FETCHING.contains(&&*word.to_lowercase())).map(str::to_owned)
}

fn instructions(element: &Element, said: &mut String) {
    match element.name.as_str() {
        "instrText" => said.push_str(&element.words()),
        "fldChar" => said.push(' '),
        "fldSimple" => {
            said.extend([" ", element.attribute("instr").unwrap_or_default(), " "]);
        }
        _ => {}
    }
    element.elements().for_each(|inner| instructions(inner, said));
}
