//! What a profile makes of a rule. In: a word of `levels:`. Out: `Setting`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Level;
use crate::lang::Lang;

/// What a profile makes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// The rule is silent.
    Off,
    /// Its findings are advice.
    Advice,
    /// Its findings are warnings.
    Warning,
    /// Its findings are errors.
    Error,
}

impl Setting {
    /// Returns the level; `None` when the rule is silent.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Off => None,
            Self::Advice => Some(Level::Advice),
            Self::Warning => Some(Level::Warning),
            Self::Error => Some(Level::Error),
        }
    }

    /// Returns the word for people.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Off => lang.pick("wyłączona", "off"),
            Self::Advice => lang.pick("rada", "advice"),
            Self::Warning => lang.pick("ostrzeżenie", "warning"),
            Self::Error => lang.pick("błąd", "error"),
        }
    }
}
