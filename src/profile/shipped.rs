//! The shipped profiles and how a profile stands over another. In: the YAML files beside this one.
//! Out: `Profile`s by id, or why one cannot be put together.

use std::sync::OnceLock;

use super::demands::{Fault, Profile, ProfilePart};
use super::stated::Origin;
use crate::words::from_json;

/// A shipped profile; its file is read when it, or one that stands on it, is asked for.
struct Shipped {
    id: &'static str,
    json: &'static str,
    part: OnceLock<ProfilePart>,
    whole: OnceLock<Profile>,
}

/// Returns a row of the table: the file of its name.
macro_rules! row {
    ($id:literal) => {
        Shipped {
            id: $id,
            json: include_str!(concat!(env!("OUT_DIR"), "/profile/", $id, ".yaml.json")),
            part: OnceLock::new(),
            whole: OnceLock::new(),
        }
    };
}

/// The shipped profiles, the base first.
static SHIPPED: [Shipped; 11] = [
    row!("neutral"),
    row!("pact"),
    row!("esf-plus"),
    row!("fers-iws2-2024"),
    row!("fem-uw2-2026"),
    row!("esf-2014"),
    row!("esf-power-2014"),
    row!("esf-rpo-slaskie-2014"),
    row!("esf-rpo-lodzkie-2014"),
    row!("esf-rpo-dolnoslaskie-2014"),
    row!("esf-pokl-2007"),
];

/// The profile that all others stand on, and the one of an application that names none.
pub const BASE: &str = "neutral";

/// Returns the ids of the shipped profiles, the base first.
pub fn ids() -> impl Iterator<Item = &'static str> + Clone {
    SHIPPED.iter().map(|file| file.id)
}

/// Returns a shipped profile; `None` when there is none of this id.
pub fn named(id: &str) -> Option<&'static Profile> {
    SHIPPED.iter().find(|file| file.id == id).map(Shipped::whole)
}

/// Returns what the file of a shipped profile says; `None` when there is none of this id.
fn part(id: &str) -> Option<&'static ProfilePart> {
    SHIPPED.iter().find(|file| file.id == id).map(Shipped::part)
}

impl Shipped {
    fn part(&'static self) -> &'static ProfilePart {
        self.part.get_or_init(|| from_json::<ProfilePart>(self.json).settled(false))
    }

    fn whole(&'static self) -> &'static Profile {
        let resolve = || resolve(self.part(), part).expect("a test resolves all shipped profiles");
        self.whole.get_or_init(resolve)
    }
}

/// Returns a profile of one's own over the shipped one it extends, over the base when it names none.
/// All it says is the applicants' own word. Fails when it extends a profile that is not shipped.
pub fn of_part(mut part: ProfilePart) -> Result<Profile, Fault> {
    let base = part.extends.take().unwrap_or_else(|| BASE.to_owned());
    of_parts(vec![part], base)
}

/// Returns a profile of one's own: its files, the topmost first, over a shipped profile. All they say is
/// the applicants' own word. Fails when the base is not shipped.
pub(super) fn of_parts(parts: Vec<ProfilePart>, base: String) -> Result<Profile, Fault> {
    let lineage = parts.iter().map(|part| part.id.clone()).collect();
    let settled = parts.into_iter().map(|mut part| {
        if part.source.is_empty() {
            part.source = Origin::application().source;
        }
        part.settled(true)
    });
    let whole = settled.reduce(ProfilePart::over).unwrap_or_default();
    stacked(ProfilePart { extends: Some(base), ..whole }, lineage, part)
}

/// Returns a profile with all it stands on; fails when one of those is unknown or met twice, or when a
/// value is in none.
pub(super) fn resolve<'k>(
    part: &ProfilePart,
    known: impl Fn(&str) -> Option<&'k ProfilePart>,
) -> Result<Profile, Fault> {
    stacked(part.clone(), vec![part.id.clone()], known)
}

fn stacked<'k>(
    part: ProfilePart,
    mut lineage: Vec<String>,
    known: impl Fn(&str) -> Option<&'k ProfilePart>,
) -> Result<Profile, Fault> {
    let mut next = part.extends.clone();
    let mut whole = part;
    while let Some(id) = next {
        let cycle = lineage.contains(&id);
        lineage.push(id.clone());
        if cycle {
            return Err(Fault::Cycle(lineage));
        }
        let base = known(&id).ok_or(Fault::Unknown(id))?;
        next = base.extends.clone();
        whole = whole.over(base.clone());
    }
    whole.whole(lineage)
}
