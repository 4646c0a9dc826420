//! Whom a call is for, where it works and whose money it gives. In: a profile's `applicants:`, `partners:`, `area:`
//! and `funding:`. Out: `Bodies`, `AreaRule`, `FundingSplit`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::{self, Label};
use crate::lang::Lang;
use crate::units::{Count, Share, Teryt};

/// The bodies that may apply, or be partners; what is left empty allows any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Bodies {
    /// Their kinds, codes of `partner_kinds` or everyday words for them.
    pub kinds: Vec<String>,
    /// Their sectors, codes of `sectors`.
    pub sectors: Vec<String>,
    /// Words with which their name begins, or which their legal form holds: `gmina`, `fundacja`.
    pub legal_forms: Vec<String>,
    /// How many at least; of partners, beside the applicant.
    pub min: Option<Count>,
    /// How many at most; of partners, beside the applicant.
    pub max: Option<Count>,
    /// What else the call asks of them, for people: the data of an application do not tell.
    pub note: Label,
}

/// Where a project of the call may work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AreaRule {
    /// The territories, by TERYT code, in one of which it lies; empty for anywhere in the call's region.
    pub within: Vec<Teryt>,
    /// How many counties it may cover.
    pub counties_max: Option<Count>,
    /// How many communes it may cover.
    pub communes_max: Option<Count>,
    /// What else the call asks of the area, for people.
    pub note: Label,
}

/// What part of a project each payer may carry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FundingSplit {
    /// The greatest share of the European funds.
    pub eu_max: Option<Share>,
    /// The greatest share of the state budget.
    pub state_max: Option<Share>,
    /// The greatest share of the grant as a whole, European funds and state budget together.
    pub grant_max: Option<Share>,
}

impl FundingSplit {
    /// Returns the greatest share of the grant as a whole: as said, else what its two parts make.
    pub fn most(&self) -> Option<Share> {
        let both = || Some(Share::from_parts(self.eu_max?.parts().saturating_add(self.state_max?.parts())));
        self.grant_max.or_else(both)
    }

    /// Returns the split for people: `środki UE najwyżej 85 %; budżet państwa najwyżej 10 %`.
    pub fn words(&self, lang: Lang) -> String {
        let most = |words: [&str; 2], share: Option<Share>| {
            share.map(|share| format!("{} {}", lang.pick(words[0], words[1]), share.words(lang)))
        };
        let parts = [
            most(["środki UE najwyżej", "European funds at most"], self.eu_max),
            most(["budżet państwa najwyżej", "state budget at most"], self.state_max),
            most(["dofinansowanie razem najwyżej", "the grant as a whole at most"], self.grant_max),
        ];
        joined(parts.into_iter().flatten())
    }
}

impl Bodies {
    /// Returns whom it allows, for people, without how many and without the note: `jednostka …; fundacja`.
    pub fn allowed(&self, lang: Lang) -> String {
        let named = |list: &str, codes: &[String]| -> Vec<String> {
            let term = |code: &String| catalogue::list(list).and_then(|list| list.get(code));
            codes
                .iter()
                .map(|code| term(code).map_or(code.as_str(), |term| term.label(lang)).to_owned())
                .collect()
        };
        let sectors = named("sectors", &self.sectors).into_iter();
        let sector = lang.pick("sektor", "sector");
        let sectors = sectors.map(|name| format!("{sector}: {name}"));
        let kinds = named("partner_kinds", &self.kinds).into_iter().chain(sectors);
        let forms = (!self.legal_forms.is_empty())
            .then(|| format!("{} {}", lang.pick("forma:", "form:"), self.legal_forms.join(", ")));
        joined(kinds.chain(forms))
    }

    /// Returns the whole for people.
    pub fn words(&self, lang: Lang) -> String {
        let count = |words: [&str; 2], count: Option<Count>| {
            count.map(|count| format!("{} {}", lang.pick(words[0], words[1]), count.words(lang)))
        };
        let allowed = Some(self.allowed(lang)).filter(|words| !words.is_empty());
        let least = count(["co najmniej", "at least"], self.min);
        let most = count(["najwyżej", "at most"], self.max);
        joined([allowed, least, most, said(&self.note, lang)].into_iter().flatten())
    }
}

impl AreaRule {
    /// Returns the rule for people.
    pub fn words(&self, lang: Lang) -> String {
        let codes: Vec<&str> = self.within.iter().map(Teryt::as_str).collect();
        let within = (!codes.is_empty()).then(|| format!("TERYT {}", codes.join(", ")));
        let most = |words: [&str; 2], count: Option<Count>| {
            count.map(|count| format!("{} {}", lang.pick(words[0], words[1]), count.words(lang)))
        };
        let counties = most(["powiaty najwyżej", "counties at most"], self.counties_max);
        let communes = most(["gminy najwyżej", "communes at most"], self.communes_max);
        joined([within, counties, communes, said(&self.note, lang)].into_iter().flatten())
    }
}

/// Returns several as people read them.
pub(super) fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join("; ")
}

fn said(note: &Label, lang: Lang) -> Option<String> {
    Some(note.get(lang).to_owned()).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grant_is_what_its_parts_make_where_the_call_does_not_say() {
        let read = |yaml: &str| serde_yaml::from_str::<FundingSplit>(yaml).expect(yaml);
        let most = |yaml| read(yaml).most().map(|share| share.words(Lang::En));
        assert_eq!(most("{eu_max: 85, state_max: 10}").as_deref(), Some("95%"));
        assert_eq!(most("{eu_max: 85, state_max: 10, grant_max: 90}").as_deref(), Some("90%"));
        assert_eq!(most("{eu_max: 85}"), None);
    }

    #[test]
    fn who_may_apply_reads_as_a_list() {
        let yaml = "{kinds: [ngo], legal_forms: [gmina], min: 1, max: 3, note: dwa lata działania}";
        let bodies: Bodies = serde_yaml::from_str(yaml).expect(yaml);
        let pl = "organizacja pozarządowa; forma: gmina; co najmniej 1; najwyżej 3; dwa lata działania";
        assert_eq!(bodies.words(Lang::Pl), pl);
    }
}
