//! The shipped profiles and how a profile stands over another. In: the YAML files beside this one.
//! Out: `Profile`s by id, or why one cannot be put together.

use std::sync::OnceLock;

use super::demands::{Fault, Profile, ProfilePart};
use super::stated::Origin;

/// A shipped profile; its file is read when it, or one that stands on it, is asked for.
struct Shipped {
    id: &'static str,
    text: &'static str,
    part: OnceLock<ProfilePart>,
    whole: OnceLock<Profile>,
}

/// The shipped profiles, the base first.
static SHIPPED: [Shipped; 11] = [
    Shipped::new("neutral", include_str!("neutral.yaml")),
    Shipped::new("pact", include_str!("pact.yaml")),
    Shipped::new("esf-plus", include_str!("esf-plus.yaml")),
    Shipped::new("fers-iws2-2024", include_str!("fers-iws2-2024.yaml")),
    Shipped::new("fem-uw2-2026", include_str!("fem-uw2-2026.yaml")),
    Shipped::new("esf-2014", include_str!("esf-2014.yaml")),
    Shipped::new("esf-power-2014", include_str!("esf-power-2014.yaml")),
    Shipped::new("esf-rpo-slaskie-2014", include_str!("esf-rpo-slaskie-2014.yaml")),
    Shipped::new("esf-rpo-lodzkie-2014", include_str!("esf-rpo-lodzkie-2014.yaml")),
    Shipped::new("esf-rpo-dolnoslaskie-2014", include_str!("esf-rpo-dolnoslaskie-2014.yaml")),
    Shipped::new("esf-pokl-2007", include_str!("esf-pokl-2007.yaml")),
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
    const fn new(id: &'static str, text: &'static str) -> Self {
        Self { id, text, part: OnceLock::new(), whole: OnceLock::new() }
    }

    fn part(&'static self) -> &'static ProfilePart {
        self.part.get_or_init(|| {
            let part: ProfilePart =
                serde_yaml::from_str(self.text).expect("a test reads all shipped profiles");
            part.settled(false)
        })
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
