//! What changed in law, by day. In: `changes.yaml`. Out: `Change`s since a day.

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::units::Date;

/// The changes, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    changes: Vec<Change>,
}

/// A change of law or of a programme's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The day from which it holds, or on which it was adopted.
    pub date: Date,
    /// What changed, in Polish.
    pub pl: String,
    /// What changed, in English.
    pub en: String,
    /// What of an application it touches, in Polish.
    pub touches_pl: String,
    /// What of an application it touches, in English.
    pub touches_en: String,
    /// Where it was read.
    pub source: String,
    /// When it was read there; `None` for what nobody read itself.
    #[serde(default)]
    pub verified_on: Option<Date>,
}

impl Changes {
    /// Returns the changes on a day and after it; all of them without one.
    pub fn since(&self, day: Option<Date>) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| day.is_none_or(|day| change.date >= day))
    }
}

impl Change {
    /// Returns the change for people, three lines.
    pub fn words(&self, lang: Lang) -> String {
        let touches = lang.pick("dotyczy", "touches");
        let state = match self.verified_on {
            Some(day) => format!("{} {day}", lang.pick("sprawdzono", "compared on")),
            None => lang.pick("niesprawdzone ze źródłem", "not compared with the source").to_owned(),
        };
        format!(
            "{}  {}\n            {touches}: {}\n            {} ({state})\n",
            self.date,
            lang.pick(&self.pl, &self.en),
            lang.pick(&self.touches_pl, &self.touches_en),
            self.source
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::changes;
    use crate::units::Date;

    #[test]
    fn changes_are_told_from_a_day_on_in_their_order() {
        let all: Vec<Date> = changes().since(None).map(|change| change.date).collect();
        assert!(all.is_sorted() && all.len() >= 5, "{all:?}");
        let day = Date::new(2025, 9, 18);
        let later: Vec<Date> = changes().since(day).map(|change| change.date).collect();
        assert!(later.len() < all.len() && later.iter().all(|date| Some(*date) >= day), "{later:?}");
        assert_eq!(changes().since(Date::new(2999, 1, 1)).count(), 0);
    }
}
