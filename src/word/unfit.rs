//! What keeps a file from giving its look. In: a package. Out: `Unfit`, and what its parts lead to.

use super::package::{Package, joined};
use super::xml::{Element, tree};
use crate::document::may_be_followed;

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no Word file that can be read whole.
    Damaged,
    /// It holds a macro or another thing that runs: the name of the part.
    Active(String),
    /// Something of it lies elsewhere: the address.
    Outside(String),
    /// A head or a foot holds what cannot be taken along: the part, and what it is.
    Foreign(String, String),
}

/// A relation of a part.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last step of its kind: `image`.
    pub(super) kind: String,
    pub(super) target: String,
    pub(super) is_outside: bool,
}

/// Refuses macros and other things that run.
pub(super) fn refuse_active(package: &Package) -> Result<(), Unfit> {
    let is_active = |name: &&str| {
        let name = name.to_lowercase();
        ["vbaproject", "vbadata", "activex"].iter().any(|part| name.contains(part))
    };
    let types = package.text("[Content_Types].xml").unwrap_or_default().to_lowercase();
    let declared = ["macroenabled", "vbaproject"].iter().any(|kind| types.contains(kind));
    let found = package.names().find(is_active).or_else(|| declared.then_some("[Content_Types].xml"));
    found.map_or(Ok(()), |name| Err(Unfit::Active(name.to_owned())))
}

/// Links that somebody has to click stay; nothing else may lie outside of the file.
pub(super) fn refuse_outside(package: &Package) -> Result<(), Unfit> {
    let parts = package.names().filter(|name| name.ends_with(".rels"));
    for part in parts.map(|name| name.replacen("_rels/", "", 1)) {
        let own = relations(package, part.trim_end_matches(".rels"));
        let is_fit = |one: &Relation| one.kind == "hyperlink" && may_be_followed(&one.target);
        if let Some(one) = own.into_iter().find(|one| one.is_outside && !is_fit(one)) {
            return Err(Unfit::Outside(one.target));
        }
    }
    Ok(())
}

/// Returns the relations of a part, its own targets as names of parts.
pub(super) fn relations(package: &Package, part: &str) -> Vec<Relation> {
    let (folder, name) =
        part.rsplit_once('/').map_or((String::new(), part), |(folder, name)| (format!("{folder}/"), name));
    let root = package.text(&format!("{folder}_rels/{name}.rels")).and_then(tree);
    let mut found = Vec::new();
    for element in root.iter().flat_map(Element::elements) {
        let said = |name: &str| element.attribute(name).unwrap_or_default();
        let is_outside = said("TargetMode").eq_ignore_ascii_case("external");
        let target = said("Target");
        found.push(Relation {
            id: said("Id").to_owned(),
            kind: said("Type").rsplit('/').next().unwrap_or_default().to_owned(),
            target: if is_outside { target.to_owned() } else { joined(&folder, target) },
            is_outside,
        });
    }
    found
}
