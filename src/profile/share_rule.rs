//! What share of a project's money may or must go where. In: a profile's `share_rules:`. Out: `ShareRule`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::Label;
use crate::lang::Lang;
use crate::units::{Money, Share};

/// A share that a call sets: which lines count, of what, how much at least and at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareRule {
    /// What the money is for, for people: `wsparcie uczestników`.
    pub title: Label,
    /// The lines with one of these marks.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// The lines of one of these categories, codes of `budget_categories`.
    #[serde(default)]
    pub categories: Vec<String>,
    /// The lines of one of these partners, by id; for a call of one project.
    #[serde(default)]
    pub partners: Vec<String>,
    /// Whether indirect costs count as well.
    #[serde(default)]
    pub indirect: bool,
    /// What it is a share of.
    #[serde(default)]
    pub of: ShareBase,
    /// The least share.
    #[serde(default)]
    pub min: Option<Share>,
    /// The greatest share.
    #[serde(default)]
    pub max: Option<Share>,
}

/// A mark that a budget line may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Staff cost.
    Staff,
    /// A task given to somebody outside.
    Outsourced,
    /// Cross-financing.
    CrossFinancing,
    /// A fixed asset.
    FixedAsset,
    /// Management and not an action.
    Management,
}

/// What a share is a share of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShareBase {
    /// The total of the project.
    #[default]
    Total,
    /// All budget lines, without indirect costs.
    Direct,
    /// The grant.
    Grant,
}

impl ShareBase {
    /// Returns the words for people, in the genitive: `wartości projektu`.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Total => lang.pick("wartości projektu", "of the project's total"),
            Self::Direct => lang.pick("kosztów bezpośrednich", "of direct costs"),
            Self::Grant => lang.pick("dofinansowania", "of the grant"),
        }
    }
}

impl ShareRule {
    /// Returns the rule for people: `wsparcie uczestników: co najmniej 60 % wartości projektu`.
    pub fn words(&self, lang: Lang) -> String {
        format!("{}: {} {}", self.title.get(lang), self.bounds(lang), self.of.words(lang))
    }

    /// Returns the bounds for people: `co najmniej 40 % i najwyżej 60 %`; empty when there is none.
    pub fn bounds(&self, lang: Lang) -> String {
        let least =
            self.min.map(|min| format!("{} {}", lang.pick("co najmniej", "at least"), min.words(lang)));
        let most = self.max.map(|max| format!("{} {}", lang.pick("najwyżej", "at most"), max.words(lang)));
        let both: Vec<String> = least.into_iter().chain(most).collect();
        both.join(lang.pick(" i ", " and "))
    }
}

/// A flat rate of indirect costs for a band of direct costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The greatest direct costs of the band, included; none for the last.
    #[serde(default)]
    pub up_to: Option<Money>,
    /// The rate on direct costs.
    pub rate: Share,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_rule_reads_as_a_sentence() {
        let yaml = "{title: {pl: granty, en: grants}, categories: [participants], min: 60, of: grant}";
        let rule: ShareRule = serde_yaml::from_str(yaml).expect(yaml);
        assert_eq!(rule.words(Lang::Pl), "granty: co najmniej 60\u{a0}% dofinansowania");
        assert_eq!(rule.words(Lang::En), "grants: at least 60% of the grant");
    }
}
