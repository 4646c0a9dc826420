//! Laws that hold no longer. In: `acts.yaml`. Out: `Acts`, with what texts call each and what is cited now.

use serde::{Deserialize, Serialize};

use super::Trust;
use crate::lang::Lang;
use crate::units::Date;

/// The laws that texts still cite although others stand in their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acts {
    /// The day on which the list was compiled.
    pub checked_on: Date,
    acts: Vec<Act>,
}

/// A law that holds no longer, or for another period of funds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The Polish name.
    pub pl: String,
    /// The English name.
    pub en: String,
    /// How texts name it, in small letters.
    pub says: Vec<String>,
    /// The last day on which it governs new work.
    pub until: Date,
    /// What is cited now, in Polish.
    pub instead_pl: String,
    /// What is cited now, in English.
    pub instead_en: String,
    /// How far the day can be relied on.
    pub trust: Trust,
    /// Where it was read; empty for nowhere.
    #[serde(default)]
    pub source: String,
}

impl Acts {
    /// Returns all of them.
    pub fn all(&self) -> &[Act] {
        &self.acts
    }
}

impl Act {
    /// Returns its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }

    /// Returns what is cited now, in a language.
    pub fn instead(&self, lang: Lang) -> &str {
        lang.pick(&self.instead_pl, &self.instead_en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::acts;

    #[test]
    fn acts_are_told_apart_by_what_texts_call_them() {
        let all = acts().all();
        assert!(all.len() > 5);
        for act in all {
            assert_eq!(act.source.is_empty(), act.trust < Trust::Part, "{}", act.pl);
            for said in &act.says {
                assert_eq!(*said, said.to_lowercase(), "{}", act.pl);
                let others =
                    all.iter().filter(|other| other.says.iter().any(|own| own.contains(said.as_str())));
                assert_eq!(others.count(), 1, "{said}");
            }
        }
    }
}
